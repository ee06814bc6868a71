#include "widgets/controls/searchfield.h"

#include "widgets/theme/icon.h"
#include "widgets/theme/theme.h"
#include "widgets/theme/typography.h"

#include <QAction>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace {

constexpr int kHintMargin = 10;
constexpr int kHintGap = 6;

} // namespace

SearchField::SearchField(const QString &placeholder, QWidget *parent)
    : QLineEdit{parent}
{
    setPlaceholderText(placeholder);
    setAccessibleName(placeholder);
    addAction(themedIcon(u"search"_s), QLineEdit::LeadingPosition);
    QAction *clearing = addAction(themedIcon(u"close"_s), QLineEdit::TrailingPosition);
    clearing->setToolTip(tr("Clear the search"));
    clearing->setVisible(false);
    connect(clearing, &QAction::triggered, this, &QLineEdit::clear);
    connect(this, &QLineEdit::textChanged, this, [this, clearing] {
        clearing->setVisible(!text().isEmpty());
        reserveHint();
    });
}

void SearchField::setShortcutHint(const QKeySequence &shortcut)
{
    m_shortcutHint = shortcut.toString(QKeySequence::NativeText).replace(u'+', u' ');
    reserveHint();
}

void SearchField::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::LayoutDirectionChange)
        reserveHint();
}

void SearchField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    if (m_shortcutHint.isEmpty() || !text().isEmpty())
        return;
    QPainter painter{this};
    painter.setFont(fontFor(TypeRole::Fine));
    painter.setPen(Theme::of(this).text3);
    painter.drawText(rect().adjusted(kHintMargin, 0, -kHintMargin, 0), Qt::AlignTrailing | Qt::AlignVCenter,
                     m_shortcutHint);
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void SearchField::reserveHint()
{
    const bool isShown = !m_shortcutHint.isEmpty() && text().isEmpty();
    const int room =
        isShown ? QFontMetrics{fontFor(TypeRole::Fine)}.horizontalAdvance(m_shortcutHint) + kHintGap : 0;
    setTextMargins(isRightToLeft() ? room : 0, 0, isRightToLeft() ? 0 : room, 0);
    update();
}
