#include "widgets/controls/choicecard.h"

#include "widgets/theme/theme.h"
#include "widgets/theme/typography.h"

#include <QPainter>
#include <QStyle>
#include <QStyleOptionButton>

#include <algorithm>

namespace {

constexpr int kPadding = 14;
constexpr int kIndicator = 16;
constexpr int kGap = 10;

} // namespace

ChoiceCard::ChoiceCard(const QString &title, const QString &sentence, QWidget *parent)
    : QRadioButton{title, parent}
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setSentence(sentence);
}

void ChoiceCard::setSentence(const QString &sentence)
{
    m_sentence = sentence;
    setAccessibleName(text());
    setAccessibleDescription(sentence);
    updateGeometry();
    update();
}

QSize ChoiceCard::sizeHint() const
{
    const int words = std::max(QFontMetrics{fontFor(TypeRole::BodyBold)}.horizontalAdvance(text()),
                               QFontMetrics{fontFor(TypeRole::Label)}.horizontalAdvance(m_sentence));
    return {2 * kPadding + kIndicator + kGap + words + 2,
            lineHeightFor(TypeRole::Body) + lineHeightFor(TypeRole::Label) + 22};
}

void ChoiceCard::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);

    QColor edge = isChecked() ? theme.primary : theme.border;
    QColor fill = isChecked() ? theme.selected : (underMouse() && isEnabled() ? theme.hover : theme.surface);
    if (!isEnabled())
        fill = theme.surface2;
    painter.setPen(edge);
    painter.setBrush(fill);
    painter.drawRoundedRect(QRectF{rect()}.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);

    const auto placed = [this](const QRect &part) {
        return QStyle::visualRect(layoutDirection(), rect(), part);
    };
    const int titleHeight = lineHeightFor(TypeRole::Body);
    const int top = (height() - titleHeight - lineHeightFor(TypeRole::Label)) / 2;

    QStyleOptionButton indicator;
    indicator.initFrom(this);
    indicator.state |= isChecked() ? QStyle::State_On : QStyle::State_Off;
    indicator.rect = placed({kPadding, top + (titleHeight - kIndicator) / 2, kIndicator, kIndicator});
    style()->drawPrimitive(QStyle::PE_IndicatorRadioButton, &indicator, &painter, this);

    const int left = kPadding + kIndicator + kGap;
    const int leading = Qt::AlignVCenter | Qt::TextSingleLine | Qt::AlignLeading;
    painter.setFont(fontFor(isChecked() ? TypeRole::BodyBold : TypeRole::Body));
    painter.setPen(isEnabled() ? theme.text : theme.disabled);
    painter.drawText(placed({left, top, width() - left - 4, titleHeight}), leading,
                     QFontMetrics{painter.font()}.elidedText(text(), Qt::ElideRight, width() - left - 4));
    painter.setFont(fontFor(TypeRole::Label));
    painter.setPen(isEnabled() ? theme.text2 : theme.disabled);
    painter.drawText(
        placed({left, top + titleHeight, width() - left - 4, lineHeightFor(TypeRole::Label)}), leading,
        QFontMetrics{painter.font()}.elidedText(m_sentence, Qt::ElideRight, width() - left - kPadding));
}
