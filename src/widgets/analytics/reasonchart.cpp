#include "widgets/analytics/reasonchart.h"

#include "presentation/analyticswords.h"
#include "presentation/wording.h"
#include "widgets/theme/theme.h"
#include "widgets/theme/typography.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>
#include <numeric>

namespace {

constexpr int kRow = 44;
constexpr int kGap = 8;
constexpr int kWhen = 72;
constexpr int kWhenHeight = 12;

} // namespace

ReasonChart::ReasonChart(QWidget *parent)
    : RowChart{parent}
{
    setAccessibleName(tr("Why messages failed"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

void ReasonChart::setReasons(std::vector<FailureReason> reasons, const QString &chosen)
{
    m_reasons = std::move(reasons);
    m_chosen = chosen;
    m_people = std::accumulate(m_reasons.begin(), m_reasons.end(), 0,
                               [](int sum, const FailureReason &reason) { return sum + reason.people; });
    QStringList words;
    for (int row = 0; row < rowCount(); ++row)
        words << rowWords(row);
    setAccessibleDescription(words.join(QStringLiteral("; ")));
    updateGeometry();
    update();
}

QSize ReasonChart::sizeHint() const
{
    return {320, rowCount() * rowHeight()};
}

int ReasonChart::rowHeight() const
{
    return scaledWithText(kRow);
}

QString ReasonChart::rowWords(int row) const
{
    const FailureReason &reason = m_reasons[static_cast<size_t>(row)];
    const QString words =
        tr("%1: %2, %3 of all that failed")
            .arg(reasonText(reason.words), countText(reason.people), shareText(reason.people, m_people));
    return reason.words.advice.isEmpty() ? words : words + QStringLiteral(". ") + reason.words.advice;
}

void ReasonChart::paintEvent(QPaintEvent *)
{
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    paintMark(&painter);
    for (int row = 0; row < rowCount(); ++row)
        paintRow(&painter, row);
}

void ReasonChart::paintRow(QPainter *painter, int row) const
{
    const Theme &theme = Theme::of(this);
    const FailureReason &reason = m_reasons[static_cast<size_t>(row)];
    const bool isChosen = !m_chosen.isEmpty() && reason.words.code == m_chosen;
    const int barTop = paintLine(
        painter, row,
        {reasonText(reason.words), countText(reason.people), shareText(reason.people, m_people), isChosen});
    const bool hasWhen = reason.bySteps.size() > 1 && width() > 3 * kWhen;
    const int barWidth = width() - (hasWhen ? kWhen + kGap : 0);
    const double part = m_people > 0 ? static_cast<double>(reason.people) / m_people : 0;
    paintBar(painter, {0, barTop, barWidth, kBarHeight}, theme.sunken);
    paintBar(painter, {0, barTop, std::max(4, static_cast<int>(part * barWidth)), kBarHeight}, theme.redMark);
    if (hasWhen)
        paintWhen(
            painter, reason,
            QStyle::visualRect(layoutDirection(), rect(),
                               {width() - kWhen, barTop + kBarHeight - kWhenHeight, kWhen, kWhenHeight}));
}

void ReasonChart::paintWhen(QPainter *painter, const FailureReason &reason, const QRect &place) const
{
    const Theme &theme = Theme::of(this);
    const auto steps = static_cast<double>(reason.bySteps.size());
    const int most = std::max(1, *std::max_element(reason.bySteps.begin(), reason.bySteps.end()));
    const double step = place.width() / steps;
    painter->setBrush(theme.borderStrong);
    for (size_t i = 0; i < reason.bySteps.size(); ++i) {
        if (reason.bySteps[i] == 0)
            continue;
        const double high = std::max(1.5, place.height() * double(reason.bySteps[i]) / most);
        const double at = isRightToLeft() ? steps - 1 - double(i) : double(i);
        painter->drawRect(
            QRectF{place.left() + at * step, place.bottom() + 1 - high, std::max(1.0, step - 1), high});
    }
}
