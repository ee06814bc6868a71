#include "widgets/controls/timelinechart.h"

#include "presentation/wording.h"
#include "widgets/controls/timelinemarks.h"
#include "widgets/theme/theme.h"
#include "widgets/theme/typography.h"

#include <QAccessible>
#include <QCategoryAxis>
#include <QChart>
#include <QEvent>
#include <QGraphicsLayout>
#include <QKeyEvent>
#include <QLineSeries>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kLabelStep = 14;
constexpr int kLabelGap = 10;
constexpr int kTooltipPadding = 8;
constexpr int kTooltipDistance = 12;

std::chrono::seconds niceTimeStep(std::chrono::seconds span)
{
    constexpr std::array kSteps{10s,   30s,   60s,    120s,   300s,   600s,    1800s,
                                3600s, 7200s, 14400s, 28800s, 86400s, 172800s, 604800s};
    for (const std::chrono::seconds step : kSteps) {
        if (span / step <= 7)
            return step;
    }
    return std::chrono::seconds{span.count() / 5};
}

/// What a line stood at; nothing before its first point.
std::optional<qint64> countAt(const std::vector<TimelinePoint> &points, UtcTime moment)
{
    const auto after =
        std::upper_bound(points.begin(), points.end(), moment,
                         [](UtcTime time, const TimelinePoint &point) { return time < point.at; });
    return after == points.begin() ? std::nullopt : std::optional{std::prev(after)->count};
}

} // namespace

TimelineChart::TimelineChart(QWidget *parent)
    : QChartView{parent}
    , m_timeAxis{new QCategoryAxis}
    , m_countAxis{new QCategoryAxis}
{
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(tr("Timeline"));
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setFocusPolicy(Qt::NoFocus); // one stop for the Tab key, not two
    setMouseTracking(true);
    viewport()->setMouseTracking(true);
    setBackgroundBrush(Qt::NoBrush);
    viewport()->setAutoFillBackground(false);
    setMinimumHeight(120);
    chart()->legend()->hide();
    chart()->setBackgroundVisible(false);
    chart()->setMargins({});
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    // Time runs the way one reads; the numbers stand where it begins.
    m_timeAxis->setReverse(isRightToLeft());
    chart()->addAxis(m_timeAxis, Qt::AlignBottom);
    chart()->addAxis(m_countAxis, isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft);
    for (QCategoryAxis *axis : {m_timeAxis, m_countAxis})
        axis->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);

    const std::array names{
        std::pair{TimelineLine::Sent,      tr("Sent")     },
        std::pair{TimelineLine::Delivered, tr("Delivered")},
        std::pair{TimelineLine::Read,      tr("Read")     },
        std::pair{TimelineLine::Responded, tr("Responded")},
        std::pair{TimelineLine::Failed,    tr("Failed")   },
        std::pair{TimelineLine::OptedOut,  tr("Opted out")}
    };
    for (const auto &[kind, name] : names) {
        auto *series = new QLineSeries;
        chart()->addSeries(series);
        series->attachAxis(m_timeAxis);
        series->attachAxis(m_countAxis);
        m_lines.push_back({kind, name, series, {}});
    }
    applyTheme();
    fitAxes();
}

void TimelineChart::setLine(TimelineLine line, std::vector<TimelinePoint> points)
{
    for (Line &known : m_lines) {
        if (known.kind != line)
            continue;
        QList<QPointF> places;
        places.reserve(static_cast<qsizetype>(points.size()));
        for (const TimelinePoint &point : points)
            places.append({double(toMilliseconds(point.at)), double(point.count)});
        known.series->replace(places);
        known.points = std::move(points);
    }
    fitAxes();
    if (m_cursor && isEmpty())
        moveCursor(std::nullopt);
    viewport()->update();
}

bool TimelineChart::isEmpty() const
{
    return std::all_of(m_lines.begin(), m_lines.end(), [](const Line &line) { return line.points.empty(); });
}

ChartTable TimelineChart::numbers() const
{
    ChartTable table{{tr("Time")}, {}};
    for (const Line &line : m_lines) {
        if (!line.points.empty())
            table.columns += line.name;
    }
    for (const UtcTime moment : moments()) {
        ChartTable::Row row{momentText(moment), toIsoText(moment), {}};
        for (const Line &line : m_lines) {
            if (!line.points.empty())
                row.numbers.push_back(countAt(line.points, moment));
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

void TimelineChart::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        applyTheme();
}

void TimelineChart::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    fitAxes();
}

void TimelineChart::drawForeground(QPainter *painter, const QRectF &)
{
    drawLabels(painter);
    if (m_cursor)
        drawCursor(painter);
}

void TimelineChart::mouseMoveEvent(QMouseEvent *event)
{
    QChartView::mouseMoveEvent(event);
    const std::vector<UtcTime> all = moments();
    const QRectF plot = chart()->plotArea();
    const QPointF place = event->position();
    if (all.empty() || !plot.adjusted(-4, -4, 4, 4).contains(place)) {
        moveCursor(std::nullopt);
        return;
    }
    const auto distance = [&](UtcTime moment) { return std::abs(placeOf(moment, 0).x() - place.x()); };
    moveCursor(*std::min_element(all.begin(), all.end(),
                                 [&](UtcTime a, UtcTime b) { return distance(a) < distance(b); }));
}

void TimelineChart::leaveEvent(QEvent *event)
{
    QChartView::leaveEvent(event);
    if (!hasFocus())
        moveCursor(std::nullopt);
}

void TimelineChart::keyPressEvent(QKeyEvent *event)
{
    const std::vector<UtcTime> all = moments();
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    const auto here = m_cursor ? std::lower_bound(all.begin(), all.end(), *m_cursor) : all.end();
    std::optional<UtcTime> target;
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const bool isOnward = (event->key() == Qt::Key_Right) != isMirrored;
        if (all.empty())
            break;
        if (here == all.end())
            target = all.back();
        else if (isOnward)
            target = std::next(here) == all.end() ? *here : *std::next(here);
        else
            target = here == all.begin() ? *here : *std::prev(here);
        break;
    }
    case Qt::Key_Home:
        if (!all.empty())
            target = all.front();
        break;
    case Qt::Key_End:
        if (!all.empty())
            target = all.back();
        break;
    case Qt::Key_Escape:
        if (m_cursor) {
            moveCursor(std::nullopt);
            return;
        }
        break;
    default: break;
    }
    if (!target) {
        event->ignore(); // also the keys by which a view would scroll
        return;
    }
    moveCursor(target);
}

void TimelineChart::focusInEvent(QFocusEvent *event)
{
    QChartView::focusInEvent(event);
    const bool isByKey = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    if (isByKey && !m_cursor && !isEmpty())
        moveCursor(moments().back());
}

void TimelineChart::focusOutEvent(QFocusEvent *event)
{
    QChartView::focusOutEvent(event);
    moveCursor(std::nullopt);
}

std::vector<UtcTime> TimelineChart::moments() const
{
    std::vector<UtcTime> all;
    for (const Line &line : m_lines) {
        for (const TimelinePoint &point : line.points)
            all.push_back(point.at);
    }
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

void TimelineChart::moveCursor(std::optional<UtcTime> moment)
{
    if (m_cursor == moment)
        return;
    m_cursor = moment;
    setAccessibleDescription(moment ? wordsAt(*moment).join(u", "_s) : QString{});
    // Qt before 6.8 has no announcements; a changed description of what has the focus is read aloud.
    if (moment && hasFocus()) {
        QAccessibleEvent changed{this, QAccessible::DescriptionChanged};
        QAccessible::updateAccessibility(&changed);
    }
    viewport()->update();
}

QPointF TimelineChart::placeOf(UtcTime moment, qint64 count) const
{
    return chart()->mapToPosition({double(toMilliseconds(moment)), double(count)}, m_lines.front().series);
}

QStringList TimelineChart::wordsAt(UtcTime moment) const
{
    QStringList words{titleOf(moment)};
    for (const Line &line : m_lines) {
        if (const std::optional<qint64> count = countAt(line.points, moment)) {
            //: A line of a chart at one moment: "Delivered 4,080".
            words += tr("%1 %2").arg(line.name, countText(*count));
        }
    }
    return words;
}

void TimelineChart::drawCursor(QPainter *painter) const
{
    const Theme &theme = Theme::of(this);
    const QRectF plot = chart()->plotArea();
    const double x = placeOf(*m_cursor, 0).x();
    painter->setPen(QPen{theme.borderStrong, 1, Qt::DashLine});
    painter->drawLine(QPointF{x, plot.top()}, QPointF{x, plot.bottom()});
    for (const Line &line : m_lines) {
        if (const std::optional<qint64> count = countAt(line.points, *m_cursor))
            drawTimelineMark(painter, line.kind, placeOf(*m_cursor, *count), theme);
    }
    drawTooltip(painter, x);
}

void TimelineChart::drawTooltip(QPainter *painter, double x) const
{
    const Theme &theme = Theme::of(this);
    const QFontMetrics titles{fontFor(TypeRole::LabelBold)};
    const QFontMetrics names{fontFor(TypeRole::Label)};
    const QString title = titleOf(*m_cursor);
    struct Entry
    {
        const Line *line;
        QString count;
    };
    std::vector<Entry> entries;
    int nameWidth = 0;
    int countWidth = 0;
    for (const Line &line : m_lines) {
        const std::optional<qint64> count = countAt(line.points, *m_cursor);
        if (!count)
            continue;
        entries.push_back({&line, countText(*count)});
        nameWidth = std::max(nameWidth, names.horizontalAdvance(line.name));
        countWidth = std::max(countWidth, titles.horizontalAdvance(entries.back().count));
    }
    const int step = lineHeightFor(TypeRole::Label);
    const int markWidth = static_cast<int>(kTimelineMark) + kTooltipPadding;
    const int inner = std::max(titles.horizontalAdvance(title), markWidth + nameWidth + 16 + countWidth);
    const QSizeF size(inner + 2 * kTooltipPadding,
                      step * (static_cast<int>(entries.size()) + 1) + 2 * kTooltipPadding);
    // On the side of the line that has room for it.
    const bool fitsBehind = x + kTooltipDistance + size.width() <= width();
    const double left =
        fitsBehind ? x + kTooltipDistance : std::max(0.0, x - kTooltipDistance - size.width());
    const QRectF box{
        QPointF{left, std::max(0.0, (height() - size.height()) / 2)},
        size
    };
    painter->setPen(QPen{theme.borderStrong, 1});
    painter->setBrush(theme.surface);
    painter->drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);

    constexpr int leading = Qt::AlignVCenter | Qt::AlignAbsolute | Qt::AlignLeft;
    constexpr int trailing = Qt::AlignVCenter | Qt::AlignAbsolute | Qt::AlignRight;
    QRectF row{box.left() + kTooltipPadding, box.top() + kTooltipPadding, double(inner), double(step)};
    painter->setFont(fontFor(TypeRole::LabelBold));
    painter->setPen(theme.text);
    painter->drawText(row, leading, title);
    for (const Entry &entry : entries) {
        row.translate(0, step);
        drawTimelineMark(painter, entry.line->kind, {row.left() + kTimelineMark / 2, row.center().y()},
                         theme);
        painter->setFont(fontFor(TypeRole::Label));
        painter->setPen(theme.text2);
        painter->drawText(row.adjusted(markWidth, 0, 0, 0), leading, entry.line->name);
        painter->setFont(fontFor(TypeRole::LabelBold));
        painter->setPen(theme.text);
        painter->drawText(row, trailing, entry.count);
    }
}

void TimelineChart::drawLabels(QPainter *painter) const
{
    const Theme &theme = Theme::of(this);
    const QRectF plot = chart()->plotArea();

    struct Label
    {
        const Line *line;
        double y;
        QPointF end;
    };
    std::vector<Label> labels;
    for (const Line &line : m_lines) {
        if (line.points.empty())
            continue;
        const QPointF end = placeOf(line.points.back().at, line.points.back().count);
        labels.push_back({&line, end.y(), end});
    }
    std::sort(labels.begin(), labels.end(), [](const Label &a, const Label &b) { return a.y < b.y; });
    // Pushed apart downwards, then back up where the last one would leave the picture.
    const double step = scaledWithText(kLabelStep);
    for (size_t i = 1; i < labels.size(); ++i)
        labels[i].y = std::max(labels[i].y, labels[i - 1].y + step);
    double lowest = plot.bottom() + 2;
    for (size_t i = labels.size(); i-- > 0;) {
        labels[i].y = std::min(labels[i].y, lowest);
        lowest = labels[i].y - step;
    }

    const QFontMetrics nameMetrics{fontFor(TypeRole::Label)};
    for (const Label &label : labels) {
        drawTimelineMark(painter, label.line->kind, label.end, theme);
        const QString count = countText(label.line->points.back().count);
        const double height = scaledWithText(20);
        const double nameWidth = nameMetrics.horizontalAdvance(label.line->name + u' ');
        const bool isMirrored = isRightToLeft();
        const double outer = isMirrored ? plot.left() - kLabelGap : width() - plot.right() - kLabelGap;
        const QRectF place{isMirrored ? 0 : plot.right() + kLabelGap, label.y - height / 2, outer, height};
        const int aligned =
            Qt::AlignVCenter | Qt::AlignAbsolute | (isMirrored ? Qt::AlignRight : Qt::AlignLeft);
        painter->setFont(fontFor(TypeRole::Label));
        painter->setPen(theme.text2);
        painter->drawText(place, aligned, label.line->name);
        painter->setFont(fontFor(TypeRole::LabelBold));
        painter->setPen(theme.text);
        painter->drawText(place.adjusted(isMirrored ? 0 : nameWidth, 0, isMirrored ? -nameWidth : 0, 0),
                          aligned, count);
    }
}

void TimelineChart::applyTheme()
{
    const Theme &theme = Theme::of(this);
    for (const Line &line : m_lines) {
        QPen pen{timelineColor(line.kind, theme), 2, timelineStroke(line.kind)};
        pen.setCapStyle(Qt::FlatCap);
        line.series->setPen(pen);
    }
    for (QCategoryAxis *axis : {m_timeAxis, m_countAxis}) {
        axis->setLabelsColor(theme.text3);
        axis->setLabelsFont(fontFor(TypeRole::Fine));
        axis->setGridLinePen(QPen{theme.sunken, 1});
        axis->setLinePen(QPen{theme.borderStrong, 1});
        axis->setMinorGridLineVisible(false);
    }
    m_timeAxis->setGridLineVisible(false);
    m_countAxis->setLineVisible(false);
    fitAxes();
}

void TimelineChart::fitAxes()
{
    // A category axis cannot drop all its labels at once; the old ones go one by one.
    for (QCategoryAxis *axis : {m_timeAxis, m_countAxis}) {
        for (const QString &label : axis->categoriesLabels())
            axis->remove(label);
    }
    if (isEmpty())
        return;
    UtcTime from = UtcTime::max();
    UtcTime to = UtcTime::min();
    qint64 most = 0;
    for (const Line &line : m_lines) {
        for (const TimelinePoint &point : line.points) {
            from = std::min(from, point.at);
            to = std::max(to, point.at);
            most = std::max(most, point.count);
        }
    }
    if (to - from < 10s)
        to = from + 10s;
    m_timeAxis->setRange(double(toMilliseconds(from)), double(toMilliseconds(to)));
    for (const auto &[moment, label] : timeTicks(from, to))
        m_timeAxis->append(label, double(toMilliseconds(moment)));

    const double countStep = niceCountStep(double(most));
    const double top = std::max(countStep, std::ceil(double(most) / countStep) * countStep);
    m_countAxis->setRange(0, top);
    for (double value = 0; value <= top + countStep / 2; value += countStep)
        m_countAxis->append(countAxisText(value), value);

    chart()->setMargins(isRightToLeft() ? QMargins{labelWidth(), 6, 0, 0} : QMargins{0, 6, labelWidth(), 0});
}

QString TimelineChart::titleOf(UtcTime moment) const
{
    return momentText(moment);
}

TimelineChart::Ticks TimelineChart::timeTicks(UtcTime from, UtcTime to) const
{
    Ticks ticks;
    const auto span = std::chrono::duration_cast<std::chrono::seconds>(to - from);
    const std::chrono::seconds step = niceTimeStep(span);
    const bool showsSeconds = step < 60s;
    const bool showsDays = step >= 86400s;
    // Steps are counted from midnight of the person's own day, so that they fall on full minutes and hours.
    const QDateTime start = toDateTime(from).toLocalTime();
    const qint64 midnight = start.date().startOfDay().toMSecsSinceEpoch();
    const qint64 stepMs = std::chrono::duration_cast<std::chrono::milliseconds>(step).count();
    const qint64 first = midnight + (toMilliseconds(from) - midnight + stepMs - 1) / stepMs * stepMs;
    for (qint64 at = first; at <= toMilliseconds(to); at += stepMs) {
        const UtcTime time = fromMilliseconds(at);
        QString label = showsSeconds ? timeText(time) : shortTimeText(time);
        if (showsDays)
            label = QLocale{}.toString(toDateTime(time).toLocalTime().date(), u"d MMM"_s);
        ticks.emplace_back(time, label);
    }
    return ticks;
}

int TimelineChart::labelWidth() const
{
    const QFontMetrics names{fontFor(TypeRole::Label)};
    const QFontMetrics numbers{fontFor(TypeRole::LabelBold)};
    int widest = 0;
    for (const Line &line : m_lines) {
        if (!line.points.empty())
            widest = std::max(widest,
                              names.horizontalAdvance(line.name + u' ')
                                  + numbers.horizontalAdvance(countText(line.points.back().count)));
    }
    return widest + kLabelGap + 4;
}
