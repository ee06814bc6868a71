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
constexpr int kBar = 8;
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
    const auto placed = [&](const QRect &part) {
        return QStyle::visualRect(layoutDirection(), rect(), part);
    };
    const int line = lineHeightFor(TypeRole::Label);
    const int top = row * rowHeight() + (rowHeight() - line - kGap - kBar) / 2;

    const QFont bold = fontFor(TypeRole::LabelBold);
    const QFont plain = fontFor(TypeRole::Label);
    const QString share = shareText(reason.people, m_people);
    const QString people = countText(reason.people);
    const int shareWidth = QFontMetrics{plain}.horizontalAdvance(share) + 2;
    const int peopleWidth = QFontMetrics{bold}.horizontalAdvance(people) + 2;
    painter->setFont(plain);
    painter->setPen(theme.text3);
    painter->drawText(placed({width() - shareWidth, top, shareWidth, line}),
                      Qt::AlignVCenter | Qt::AlignTrailing, share);
    painter->setFont(bold);
    painter->setPen(theme.text);
    const int peopleLeft = width() - shareWidth - 6 - peopleWidth;
    painter->drawText(placed({peopleLeft, top, peopleWidth, line}), Qt::AlignVCenter | Qt::AlignTrailing,
                      people);
    painter->setFont(isChosen ? bold : plain);
    painter->setPen(isChosen ? theme.primaryText : theme.text);
    const int names = peopleLeft - kGap;
    painter->drawText(
        placed({0, top, names, line}), Qt::AlignVCenter | Qt::AlignLeading,
        QFontMetrics{painter->font()}.elidedText(reasonText(reason.words), Qt::ElideRight, names));

    const int barTop = top + line + kGap / 2;
    const bool hasWhen = reason.bySteps.size() > 1 && width() > 3 * kWhen;
    const int barWidth = width() - (hasWhen ? kWhen + kGap : 0);
    painter->setPen(Qt::NoPen);
    painter->setBrush(theme.sunken);
    painter->drawRoundedRect(placed({0, barTop, barWidth, kBar}), kBar / 2.0, kBar / 2.0);
    const double part = m_people > 0 ? static_cast<double>(reason.people) / m_people : 0;
    painter->setBrush(theme.redMark);
    painter->drawRoundedRect(placed({0, barTop, std::max(4, static_cast<int>(part * barWidth)), kBar}),
                             kBar / 2.0, kBar / 2.0);
    if (hasWhen)
        paintWhen(painter, reason,
                  placed({width() - kWhen, barTop + kBar - kWhenHeight, kWhen, kWhenHeight}));
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
