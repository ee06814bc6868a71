#include "reporting/reportcharts.h"

#include <QPainterPath>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qreal kAxisWidth = 36; // for the numbers beside a time line
constexpr qreal kEndLabelWidth = 104;
constexpr qreal kTicksHeight = 16;
constexpr int kGridLines = 4;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(ReportCharts)
};

/// A whole number for the top of a scale, of which a quarter is whole too.
int niceCeiling(int highest)
{
    const double power = std::pow(10, std::floor(std::log10(std::max(1, highest))));
    for (const double step : {1.0, 1.2, 1.6, 2.0, 2.4, 2.8, 3.2, 4.0, 4.8, 6.0, 8.0, 10.0}) {
        const int quarter = std::max(1, static_cast<int>(std::ceil(step * power / kGridLines)));
        if (highest <= quarter * kGridLines)
            return quarter * kGridLines;
    }
    return highest;
}

/// One line of the time line.
struct Line
{
    QString label;
    int TimeLinePoint::*value;
    QRgb colour;
    Qt::PenStyle style;
};

class TimeLineDrawing
{
public:
    TimeLineDrawing(PdfCanvas &canvas, const QRectF &box, const ClientReport &report,
                    const ReportWords &words)
        : m_canvas{canvas}
        , m_report{report}
        , m_words{words}
        , m_points{withBegin(peopleSoFar(report.timeLine, report.step), report)}
        , m_plot{box.adjusted(kAxisWidth, 4, -kEndLabelWidth, -kTicksHeight)}
    {
    }

    void draw()
    {
        const std::array lines{
            Line{Words::tr("Sent"),      &TimeLinePoint::sent,      ink::kGray,  Qt::DashLine },
            Line{Words::tr("Delivered"), &TimeLinePoint::delivered, ink::kBlue,  Qt::SolidLine},
            Line{Words::tr("Read"),      &TimeLinePoint::read,      ink::kRead,  Qt::SolidLine},
            Line{Words::tr("Answered"),  &TimeLinePoint::responded, ink::kGreen, Qt::SolidLine},
            Line{Words::tr("Failed"),    &TimeLinePoint::failed,    ink::kRed,   Qt::DotLine  },
        };
        int highest = 0;
        for (const Line &line : lines)
            highest = std::max(highest, m_points.back().*line.value);
        m_ceiling = niceCeiling(highest);
        drawScale();
        drawTicks();
        std::vector<std::pair<qreal, const Line *>> labels;
        for (const Line &line : lines) {
            if (m_points.back().*line.value > 0)
                labels.emplace_back(drawLine(line), &line);
        }
        drawEndLabels(std::move(labels));
    }

private:
    /// Every line begins with nobody.
    static std::vector<TimeLinePoint> withBegin(std::vector<TimeLinePoint> points, const ClientReport &report)
    {
        if (!report.timeLine.empty())
            points.insert(points.begin(), TimeLinePoint{.start = report.timeLine.front().start});
        return points;
    }

    qreal xOf(UtcTime time) const
    {
        const double begin = static_cast<double>(toMilliseconds(m_points.front().start));
        const double span = std::max(1.0, static_cast<double>(toMilliseconds(m_points.back().start)) - begin);
        return m_plot.left() + m_plot.width() * (static_cast<double>(toMilliseconds(time)) - begin) / span;
    }

    qreal yOf(int people) const { return m_plot.bottom() - m_plot.height() * people / m_ceiling; }

    void drawScale()
    {
        QPainter &painter = m_canvas.painter();
        for (int i = 0; i <= kGridLines; ++i) {
            const qreal y = m_plot.bottom() - m_plot.height() * i / kGridLines;
            painter.setPen(QPen{QColor{i == 0 ? ink::kBorderStrong : ink::kBorder}, 0.6});
            painter.drawLine(m_canvas.placed(QPointF{m_plot.left(), y}),
                             m_canvas.placed(QPointF{m_plot.right(), y}));
            m_canvas.text(
                {m_plot.left() - kAxisWidth, y - 6, kAxisWidth - 6, 12},
                m_words.number(static_cast<qint64>(m_ceiling) * i / kGridLines),
                {.points = 8, .colour = ink::kText3, .alignment = Qt::AlignRight | Qt::AlignVCenter});
        }
    }

    void drawTicks()
    {
        constexpr int kMost = 7;
        constexpr std::array<std::chrono::minutes, 16> kSteps{1min, 2min,    5min,     10min,   15min, 30min,
                                                              1h,   2h,      3h,       6h,      12h,   24h,
                                                              48h,  24h * 7, 24h * 14, 24h * 28};
        const auto span = m_points.back().start - m_points.front().start;
        const auto *const found = std::find_if(
            kSteps.begin(), kSteps.end(), [&](std::chrono::minutes each) { return span / each < kMost; });
        std::chrono::minutes step = found == kSteps.end() ? kSteps.back() : *found;
        while (span / step >= kMost) // years
            step *= 2;
        // Ticks stand at round times of the wall clock.
        const std::chrono::seconds offset{m_report.zone.offsetFromUtc(toDateTime(m_points.front().start))};
        UtcTime tick{
            std::chrono::ceil<std::chrono::minutes>((m_points.front().start + offset).time_since_epoch())};
        const auto past = tick.time_since_epoch() % step;
        tick += past == 0ms ? 0ms : std::chrono::milliseconds{step} - past;
        QPainter &painter = m_canvas.painter();
        for (tick -= offset; tick <= m_points.back().start; tick += step) {
            const qreal x = xOf(tick);
            painter.setPen(QPen{QColor{ink::kBorderStrong}, 0.6});
            painter.drawLine(m_canvas.placed(QPointF{x, m_plot.bottom()}),
                             m_canvas.placed(QPointF{x, m_plot.bottom() + 3}));
            m_canvas.text({x - 30, m_plot.bottom() + 4, 60, 12}, m_words.tick(tick, step),
                          {.points = 8, .colour = ink::kText3, .alignment = Qt::AlignHCenter | Qt::AlignTop});
        }
    }

    /// Where its last point is.
    qreal drawLine(const Line &line)
    {
        QPolygonF path;
        for (const TimeLinePoint &point : m_points)
            path << m_canvas.placed(QPointF{xOf(point.start), yOf(point.*line.value)});
        QPainter &painter = m_canvas.painter();
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen{QColor{line.colour}, 1.5, line.style, Qt::FlatCap, Qt::RoundJoin});
        painter.drawPolyline(path);
        painter.setPen(Qt::NoPen);
        painter.setBrush(QColor{line.colour});
        painter.drawEllipse(path.last(), 2.4, 2.4);
        return path.last().y();
    }

    void drawEndLabels(std::vector<std::pair<qreal, const Line *>> labels)
    {
        constexpr qreal kApart = 13;
        std::stable_sort(labels.begin(), labels.end(),
                         [](const auto &a, const auto &b) { return a.first < b.first; });
        for (size_t i = 1; i < labels.size(); ++i)
            labels[i].first = std::max(labels[i].first, labels[i - 1].first + kApart);
        // What was pushed below the plot pushes the others up again.
        qreal lowest = m_plot.bottom() + kApart;
        for (auto label = labels.rbegin(); label != labels.rend(); ++label) {
            label->first = std::min(label->first, lowest - kApart);
            lowest = label->first;
        }
        for (const auto &[y, line] : labels) {
            const TextLook look{
                .points = 9, .colour = ink::kText2, .alignment = Qt::AlignLeading | Qt::AlignVCenter};
            const QRectF place{m_plot.right() + 8, y - 7, kEndLabelWidth - 8, 14};
            m_canvas.text(place, line->label, look);
            m_canvas.text(place.adjusted(m_canvas.widthOf(line->label, look) + 4, 0, 0, 0),
                          m_words.number(m_points.back().*(line->value)),
                          {.points = 9, .colour = ink::kText, .isBold = true, .alignment = look.alignment});
        }
    }

    PdfCanvas &m_canvas;
    const ClientReport &m_report;
    const ReportWords &m_words;
    std::vector<TimeLinePoint> m_points;
    QRectF m_plot;
    int m_ceiling = 1;
};

} // namespace

void drawOutcomeBar(PdfCanvas &canvas, const QRectF &box, const std::vector<ReportOutcome> &outcomes)
{
    constexpr qreal kLeast = 2;
    constexpr qreal kRadius = 5;
    qint64 total = 0;
    for (const ReportOutcome &outcome : outcomes)
        total += outcome.people;
    QPainter &painter = canvas.painter();
    painter.save();
    QPainterPath edge;
    edge.addRoundedRect(canvas.placed(box), kRadius, kRadius);
    painter.setClipPath(edge);
    canvas.fill(box, ink::kSunken);
    // Where somebody is hardly seen, the others make room.
    qreal needed = 0;
    for (const ReportOutcome &outcome : outcomes)
        needed +=
            std::max(kLeast, box.width() * static_cast<qreal>(outcome.people) / static_cast<qreal>(total));
    qreal x = box.left();
    for (const ReportOutcome &outcome : outcomes) {
        const qreal width = box.width() / needed
            * std::max(kLeast, box.width() * static_cast<qreal>(outcome.people) / static_cast<qreal>(total));
        canvas.fill({x, box.top(), std::max(0.5, width - (outcomes.size() > 1 ? 0.8 : 0.0)), box.height()},
                    outcome.colour);
        x += width;
    }
    painter.restore();
}

void drawFunnel(PdfCanvas &canvas, const QRectF &box, const std::vector<ReportStep> &steps,
                const ReportWords &words)
{
    constexpr qreal kLabel = 92;
    constexpr qreal kNumber = 64;
    constexpr qreal kShare = 112;
    constexpr qreal kBar = 15;
    const qreal track = box.width() - kLabel - kNumber - kShare;
    qreal top = box.top();
    for (const ReportStep &step : steps) {
        canvas.text({box.left(), top, kLabel, kBar}, step.name,
                    {.points = 10, .colour = ink::kText2, .alignment = Qt::AlignLeading | Qt::AlignVCenter});
        const QRectF bar{box.left() + kLabel, top, track, kBar};
        canvas.fill(bar, ink::kSunken, 3);
        if (step.people > 0 && steps.front().people > 0) {
            const qreal length =
                track * static_cast<qreal>(step.people) / static_cast<qreal>(steps.front().people);
            canvas.fill({bar.left(), top, std::max<qreal>(3, length), kBar}, step.colour, 3);
        }
        canvas.text({bar.right(), top, kNumber - 6, kBar}, words.number(step.people),
                    {.points = 10, .isBold = true, .alignment = Qt::AlignRight | Qt::AlignVCenter});
        if (!step.ofWhat.isEmpty())
            canvas.text(
                {bar.right() + kNumber, top, kShare, kBar},
                words.shareOf(step.people, step.whole, step.ofWhat),
                {.points = 9, .colour = ink::kText3, .alignment = Qt::AlignLeading | Qt::AlignVCenter});
        top += kFunnelRow;
    }
}

void drawTimeLine(PdfCanvas &canvas, const QRectF &box, const ClientReport &report, const ReportWords &words)
{
    if (!report.timeLine.empty())
        TimeLineDrawing{canvas, box, report, words}.draw();
}

void drawMark(QPainter &painter, QPointF corner, qreal side)
{
    // In the geometry of its SVG, 32 units a side.
    painter.save();
    painter.translate(corner);
    painter.scale(side / 32, side / 32);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor{ink::kPrimary});
    painter.drawRoundedRect(QRectF{0, 0, 32, 32}, 8, 8);
    QPainterPath bell{
        QPointF{5.6, 26.4}
    };
    bell.lineTo(16.37, 23.64);
    bell.quadTo(14.2, 17.8, 8.36, 15.63);
    bell.closeSubpath();
    painter.setBrush(QColor{ink::kBell});
    painter.setPen(QPen{QColor{ink::kBell}, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin});
    painter.drawPath(bell);
    painter.setPen(QPen{Qt::white, 2.5, Qt::SolidLine, Qt::RoundCap});
    painter.drawLine(QLineF{20.69, 24.02, 23.67, 23.66});
    painter.drawLine(QLineF{19.32, 19.40, 25.25, 16.51});
    painter.drawLine(QLineF{16.52, 15.48, 22.89, 9.11});
    painter.drawLine(QLineF{12.60, 12.68, 15.49, 6.75});
    painter.drawLine(QLineF{7.98, 11.31, 8.34, 8.33});
    painter.restore();
}
