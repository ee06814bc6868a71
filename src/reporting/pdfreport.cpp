#include "reporting/pdfreport.h"

#include "reporting/pdfcanvas.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPainterPath>
#include <QSaveFile>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;
using Weight = PdfCanvas::Weight;

namespace {

constexpr int kDotsPerInch = 600;
constexpr qreal kMargin = 51; // 18 mm
constexpr int kFewPeople = 20; // below, "3 of 12" says more than a percentage

class PdfReport
{
    Q_DECLARE_TR_FUNCTIONS(PdfReport)

public:
    PdfReport(const CampaignReport &report, PdfCanvas &canvas)
        : m_report{report}
        , m_canvas{canvas}
    {
    }

    void draw()
    {
        drawTitle();
        drawHeadline();
        drawFunnel();
        drawTimeline();
        drawFailures();
        drawMessage();
        drawMethod();
    }

private:
    struct Card
    {
        QString label;
        QString number;
        QString base;
        QRgb colour;
    };

    QString number(int value) const { return m_locale.toString(value); }

    QString share(int part, int whole, const QString &ofWhat) const
    {
        if (whole == 0)
            return u"–"_s;
        if (whole < kFewPeople)
            return tr("%1 of %2").arg(number(part), number(whole));
        return tr("%1 % of %2").arg(m_locale.toString(100.0 * part / whole, 'f', 1), ofWhat);
    }

    QString moment(UtcTime time) const
    {
        return m_locale.toString(toDateTime(time).toTimeZone(m_report.zone), u"d MMM yyyy, HH:mm"_s);
    }

    QString stateSentence() const
    {
        switch (m_report.state) {
        case CampaignState::Draft: return tr("Draft");
        case CampaignState::Scheduled: return tr("Scheduled");
        case CampaignState::Sending: return tr("Still sending");
        case CampaignState::Paused: return tr("Paused");
        case CampaignState::Completed: return tr("Completed");
        case CampaignState::Cancelled: return tr("Cancelled");
        case CampaignState::Failed: return tr("Ended by Meta");
        }
        Q_UNREACHABLE();
    }

    QString period() const
    {
        if (!m_report.startedAt)
            return tr("Not started");
        if (!m_report.completedAt)
            return tr("Since %1").arg(moment(*m_report.startedAt));
        return tr("%1 to %2").arg(moment(*m_report.startedAt), moment(*m_report.completedAt));
    }

    void sectionTitle(const QString &title, const QString &note, qreal room)
    {
        m_canvas.ensureRoom(room);
        m_canvas.skip(22);
        m_canvas.textAt({0, m_canvas.y(), m_canvas.width(), 20}, title, 13, ink::kText, Weight::Bold);
        m_canvas.textAt({0, m_canvas.y() + 4, m_canvas.width(), 16}, note, 8, ink::kText3, Weight::Regular,
                        Qt::AlignRight | Qt::AlignTop);
        m_canvas.skip(24);
    }

    /// The product's mark, in the geometry of its SVG (32 units a side).
    void drawMark(QPointF corner, qreal side)
    {
        QPainter &painter = m_canvas.painter();
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

    void drawTitle()
    {
        constexpr qreal kMarkSide = 30;
        const bool rightToLeft = m_canvas.isRightToLeft();
        drawMark({rightToLeft ? m_canvas.width() - kMarkSide : 0, m_canvas.y()}, kMarkSide);
        const QRectF beside{rightToLeft ? 0 : kMarkSide + 12, m_canvas.y(), m_canvas.width() - kMarkSide - 12,
                            30};
        m_canvas.textAt(beside, m_report.accountName.isEmpty() ? tr("Campaign report") : m_report.accountName,
                        11, ink::kText, Weight::Bold);
        m_canvas.textAt(beside.translated(0, 16), m_report.senderNumber, 9, ink::kText3);
        m_canvas.skip(kMarkSide + 26);
        m_canvas.paragraph(m_report.campaignName, 24, ink::kText, Weight::Bold);
        m_canvas.skip(2);
        m_canvas.paragraph(u"%1 · %2"_s.arg(period(), stateSentence()), 11, ink::kText2);
        if (!m_report.description.isEmpty()) {
            m_canvas.skip(6);
            m_canvas.paragraph(m_report.description, 11, ink::kText2);
        }
        if (m_report.isPractice) {
            m_canvas.skip(8);
            m_canvas.paragraph(tr("Practice: sent to the built-in simulator. Nobody got a message."), 10,
                               ink::kAmber, Weight::Bold);
        }
        m_canvas.skip(18);
    }

    void drawHeadline()
    {
        const ReachedCounts &reached = m_report.reached;
        const int failed = m_report.counts.of(RecipientStatus::Failed);
        const int total = m_report.counts.total();
        const std::array cards{
            Card{tr("People"),            number(total),     tr("on the list"), ink::kText },
            Card{ tr("Delivered"), number(reached.delivered),
                 share(reached.delivered,            reached.sent,  tr("sent")), ink::kBlue},
            Card{ tr("Read"),      number(reached.read),     share(reached.read,  reached.delivered,                                                                 tr("delivered")),
                 ink::kRead},
            Card{                                                                 tr("Responded"), number(reached.responded),
                 share(reached.responded,  reached.delivered, tr("delivered")), ink::kGreen},
            Card{ tr("Failed"),    number(failed),                       share(failed,   total,   tr("the list")), ink::kRed},
        };
        constexpr qreal kGap = 10;
        constexpr qreal kHeight = 70;
        const qreal width = (m_canvas.width() - kGap * (cards.size() - 1)) / cards.size();
        m_canvas.ensureRoom(kHeight);
        for (size_t i = 0; i < cards.size(); ++i) {
            const size_t place = m_canvas.isRightToLeft() ? cards.size() - 1 - i : i;
            drawCard({place * (width + kGap), m_canvas.y(), width, kHeight}, cards[i]);
        }
        m_canvas.skip(kHeight + 4);
    }

    void drawCard(const QRectF &box, const Card &card)
    {
        QPainter &painter = m_canvas.painter();
        painter.setPen(QPen{QColor{ink::kBorder}, 0.8});
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(box, 7, 7);
        const QRectF inside = box.adjusted(10, 8, -8, -6);
        m_canvas.textAt(inside, card.label, 9, ink::kText2);
        m_canvas.textAt(inside.translated(0, 14), card.number, 19, card.colour, Weight::Bold);
        m_canvas.textAt(inside.translated(0, 41), card.base, 8, ink::kText3);
    }

    void drawFunnel()
    {
        struct Step
        {
            QString label;
            int people;
            QString share;
            QRgb colour;
        };
        const ReachedCounts &reached = m_report.reached;
        const int total = m_report.counts.total();
        const std::array steps{
            Step{tr("People on the list"), total,            {},               ink::kGray },
            Step{ tr("Sent"),      reached.sent,                 share(reached.sent,  total,  tr("the list")), ink::kBlue},
            Step{ tr("Delivered"), reached.delivered,     share(reached.delivered,      reached.sent,                                                                tr("sent")),
                 ink::kBlue},
            Step{                                                                tr("Read"),      reached.read,     share(reached.read, reached.delivered,                                                                tr("delivered")),
                 ink::kRead},
            Step{                                                                tr("Responded"), reached.responded,
                 share(reached.responded, reached.delivered, tr("delivered")), ink::kGreen},
        };
        constexpr qreal kRow = 22;
        sectionTitle(tr("How far the campaign got"), tr("share of the step named"), 46 + kRow * steps.size());
        constexpr qreal kLabel = 110;
        constexpr qreal kNumber = 56;
        constexpr qreal kShare = 110;
        const qreal track = m_canvas.width() - kLabel - kNumber - kShare;
        QPainter &painter = m_canvas.painter();
        for (const Step &step : steps) {
            const qreal top = m_canvas.y();
            m_canvas.textAt(mirrored({0, top, kLabel, 14}), step.label, 10, ink::kText2);
            painter.setPen(Qt::NoPen);
            painter.setBrush(QColor{ink::kSunken});
            painter.drawRoundedRect(mirrored({kLabel, top, track, 14}), 3, 3);
            if (step.people > 0 && total > 0) {
                painter.setBrush(QColor{step.colour});
                painter.drawRoundedRect(
                    mirrored({kLabel, top, std::max(2.0, track * step.people / total), 14}), 3, 3);
            }
            m_canvas.textAt(mirrored({kLabel + track, top, kNumber - 6, 14}), number(step.people), 10,
                            ink::kText, Weight::Bold, Qt::AlignRight | Qt::AlignTop);
            m_canvas.textAt(mirrored({kLabel + track + kNumber, top, kShare, 14}), step.share, 9, ink::kText3,
                            Weight::Regular, Qt::AlignRight | Qt::AlignTop);
            m_canvas.skip(kRow);
        }
        drawRest();
    }

    /// Everybody who is on the list and in no funnel step, so that the numbers add up.
    void drawRest()
    {
        const CampaignCounts &counts = m_report.counts;
        QStringList parts;
        const auto add = [&](const QString &label, RecipientStatus status) {
            if (counts.of(status) > 0)
                parts << u"%1 %2"_s.arg(label, number(counts.of(status)));
        };
        add(tr("failed"), RecipientStatus::Failed);
        add(tr("opted out before sending"), RecipientStatus::OptedOut);
        add(tr("skipped"), RecipientStatus::Skipped);
        add(tr("unconfirmed"), RecipientStatus::Unconfirmed);
        add(tr("not sent yet"), RecipientStatus::Pending);
        add(tr("being sent"), RecipientStatus::Sending);
        if (!parts.isEmpty())
            m_canvas.paragraph(tr("Not reached: %1.").arg(parts.join(u" · "_s)), 9, ink::kText2);
    }

    QRectF mirrored(const QRectF &box) const
    {
        if (!m_canvas.isRightToLeft())
            return box;
        return {m_canvas.width() - box.right(), box.top(), box.width(), box.height()};
    }

    static int niceCeiling(int highest)
    {
        const double power = std::pow(10, std::floor(std::log10(std::max(1, highest))));
        for (const double step : {1.0, 2.0, 4.0, 5.0, 8.0, 10.0}) {
            if (highest <= step * power)
                return std::max(4, static_cast<int>(step * power));
        }
        return highest;
    }

    void drawTimeline()
    {
        if (m_report.timeline.size() < 2)
            return;
        constexpr qreal kHeight = 150;
        sectionTitle(tr("Over time"), tr("people so far"), 60 + kHeight);
        struct Series
        {
            QString label;
            int ReportPoint::*value;
            QRgb colour;
            Qt::PenStyle style;
        };
        const std::array series{
            Series{tr("Sent"),      &ReportPoint::sent,      ink::kGray,  Qt::DashLine },
            Series{tr("Delivered"), &ReportPoint::delivered, ink::kBlue,  Qt::SolidLine},
            Series{tr("Read"),      &ReportPoint::read,      ink::kRead,  Qt::SolidLine},
            Series{tr("Responded"), &ReportPoint::responded, ink::kGreen, Qt::SolidLine},
            Series{tr("Failed"),    &ReportPoint::failed,    ink::kRed,   Qt::DotLine  },
        };
        const std::vector<ReportPoint> &points = m_report.timeline;
        int highest = 0;
        for (const Series &line : series)
            highest = std::max(highest, points.back().*line.value);
        const int ceiling = niceCeiling(highest);
        const QRectF plot{38, m_canvas.y(), m_canvas.width() - 38 - 110, kHeight};
        drawScale(plot, ceiling);

        const double begin = static_cast<double>(toMilliseconds(points.front().at));
        const double span = std::max(1.0, static_cast<double>(toMilliseconds(points.back().at)) - begin);
        QPainter &painter = m_canvas.painter();
        std::vector<std::pair<qreal, const Series *>> labels;
        for (const Series &line : series) {
            if (points.back().*line.value == 0)
                continue;
            QPolygonF path;
            for (const ReportPoint &point : points)
                path << QPointF{plot.left() + plot.width() * (toMilliseconds(point.at) - begin) / span,
                                plot.bottom() - plot.height() * (point.*line.value) / ceiling};
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen{QColor{line.colour}, 1.4, line.style, Qt::RoundCap, Qt::RoundJoin});
            painter.drawPolyline(path);
            painter.setPen(Qt::NoPen);
            painter.setBrush(QColor{line.colour});
            painter.drawEllipse(path.last(), 2.4, 2.4);
            labels.emplace_back(path.last().y(), &line);
        }
        drawEndLabels(plot, labels);
        m_canvas.skip(kHeight + 6);
        const QRectF axis{plot.left(), m_canvas.y(), plot.width(), 12};
        m_canvas.textAt(axis, moment(points.front().at), 8, ink::kText3, Weight::Regular,
                        Qt::AlignLeft | Qt::AlignAbsolute);
        m_canvas.textAt(axis, moment(points.back().at), 8, ink::kText3, Weight::Regular,
                        Qt::AlignRight | Qt::AlignAbsolute);
        m_canvas.skip(14);
    }

    void drawScale(const QRectF &plot, int ceiling)
    {
        constexpr int kSteps = 4;
        QPainter &painter = m_canvas.painter();
        for (int i = 0; i <= kSteps; ++i) {
            const qreal y = plot.bottom() - plot.height() * i / kSteps;
            painter.setPen(QPen{QColor{i == 0 ? ink::kBorderStrong : ink::kBorder}, 0.6});
            painter.drawLine(QPointF{plot.left(), y}, QPointF{plot.right(), y});
            m_canvas.textAt({0, y - 6, plot.left() - 6, 12}, number(ceiling * i / kSteps), 8, ink::kText3,
                            Weight::Regular, Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter);
        }
    }

    template <typename Labels>
    void drawEndLabels(const QRectF &plot, Labels labels)
    {
        constexpr qreal kApart = 13;
        std::sort(labels.begin(), labels.end(),
                  [](const auto &a, const auto &b) { return a.first < b.first; });
        qreal lowest = plot.top() - kApart;
        for (auto &[y, line] : labels) {
            y = std::max(y, lowest + kApart);
            lowest = y;
            m_canvas.textAt({plot.right() + 8, y - 7, 102, 14},
                            u"%1 %2"_s.arg(line->label, number(m_report.timeline.back().*(line->value))), 9,
                            ink::kText2, Weight::Regular,
                            Qt::AlignLeft | Qt::AlignAbsolute | Qt::AlignVCenter);
        }
    }

    void drawFailures()
    {
        if (m_report.failures.empty())
            return;
        sectionTitle(tr("Why people were not reached"), tr("people"), 90);
        const qreal textWidth = m_canvas.width() - 70;
        for (const FailureReason &reason : m_report.failures) {
            const qreal messageHeight = m_canvas.heightOf(reason.message, 10, textWidth, Weight::Bold);
            const qreal adviceHeight =
                reason.advice.isEmpty() ? 0 : m_canvas.heightOf(reason.advice, 9, textWidth);
            const qreal height = messageHeight + adviceHeight + 14;
            m_canvas.ensureRoom(height);
            m_canvas.rule();
            const qreal top = m_canvas.y() + 6;
            m_canvas.textAt(mirrored({0, top, textWidth, messageHeight}), reason.message, 10, ink::kText,
                            Weight::Bold);
            m_canvas.textAt(mirrored({0, top + messageHeight + 1, textWidth, adviceHeight}), reason.advice, 9,
                            ink::kText2);
            m_canvas.textAt(mirrored({m_canvas.width() - 60, top, 60, 14}), number(reason.people), 11,
                            ink::kRed, Weight::Bold, Qt::AlignRight | Qt::AlignTop);
            m_canvas.skip(height);
        }
    }

    void drawMessage()
    {
        if (m_report.messageText.isEmpty())
            return;
        const qreal inner = m_canvas.width() - 28;
        const qreal height = m_canvas.heightOf(m_report.messageText, 10, inner) + 24;
        sectionTitle(tr("The message"), u"%1 · %2"_s.arg(m_report.templateName, m_report.language),
                     50 + height);
        const QRectF box{0, m_canvas.y(), m_canvas.width(), height};
        QPainter &painter = m_canvas.painter();
        painter.setPen(QPen{QColor{ink::kBorder}, 0.8});
        painter.setBrush(QColor{ink::kSurface2});
        painter.drawRoundedRect(box, 7, 7);
        m_canvas.textAt(box.adjusted(14, 12, -14, -10), m_report.messageText, 10, ink::kText);
        m_canvas.skip(height);
    }

    void drawMethod()
    {
        sectionTitle(tr("How these figures are counted"), {}, 150);
        const std::array notes{
            tr("Sent: WhatsApp accepted the message. Delivered, read and responded count everyone who got at "
               "least so far, "
               "whatever came later; read implies delivered, responded implies both."),
            tr("Delivery rate is delivered out of sent. Read rate and response rate are out of delivered. "
               "Someone who "
               "switched read receipts off counts as delivered, so the true read rate may be higher."),
            tr("Unconfirmed: the connection was lost before WhatsApp answered. These people may or may not "
               "have got the "
               "message. Fanfare never sends to them again by itself, so that nobody gets it twice."),
            tr("Times are shown for %1. Made %2 with Fanfare.")
                .arg(QString::fromUtf8(m_report.zone.id()), moment(m_report.madeAt)),
        };
        for (const QString &note : notes) {
            m_canvas.paragraph(note, 9, ink::kText2);
            m_canvas.skip(5);
        }
    }

    const CampaignReport &m_report;
    PdfCanvas &m_canvas;
    QLocale m_locale;
};

Error cannotWrite(const QSaveFile &file)
{
    return {.kind = ErrorKind::BadInput,
            .message = QCoreApplication::translate("PdfReport", "The report could not be written to %1: %2")
                           .arg(file.fileName(), file.errorString()),
            .code = u"cannot_write"_s,
            .detail = {}};
}

} // namespace

Result<int> writePdfReport(const CampaignReport &report, const QString &path)
{
    QSaveFile file{path};
    if (!file.open(QIODevice::WriteOnly))
        return cannotWrite(file);
    int pages = 0;
    {
        QPdfWriter writer{&file};
        writer.setResolution(kDotsPerInch);
        writer.setPageLayout(QPageLayout{
            QPageSize{QPageSize::A4},
            QPageLayout::Portrait, QMarginsF{ kMargin, kMargin, kMargin, kMargin},
            QPageLayout::Point
        });
        writer.setTitle(report.campaignName);
        writer.setCreator(u"Fanfare"_s);
        PdfCanvas canvas{
            writer,
            QCoreApplication::translate("PdfReport", "%1 · campaign report").arg(report.campaignName)};
        if (!canvas.isActive())
            return cannotWrite(file);
        PdfReport{report, canvas}.draw();
        pages = canvas.pageCount();
        if (!canvas.finish())
            return cannotWrite(file);
    }
    if (!file.commit())
        return cannotWrite(file);
    return pages;
}
