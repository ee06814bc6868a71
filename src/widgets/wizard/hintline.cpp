#include "widgets/wizard/hintline.h"

#include "widgets/controls/textlabel.h"
#include "widgets/theme/icon.h"
#include "widgets/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>

using namespace Qt::StringLiterals;

HintLine::HintLine(QWidget *parent)
    : QWidget{parent}
    , m_icon{new QLabel}
    , m_words{new TextLabel{{}, TypeRole::Label, TextLabel::Ink::Text3}}
{
    m_words->setWordWrap(true);
    auto *row = new QHBoxLayout{this};
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(5);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addWidget(m_words, 1);
    refresh();
}

void HintLine::setHint(const QString &hint)
{
    m_hintText = hint;
    refresh();
}

void HintLine::setProblem(const QString &problem)
{
    m_problemText = problem;
    refresh();
}

void HintLine::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refresh();
}

void HintLine::refresh()
{
    const QString words = hasProblem() ? m_problemText : m_hintText;
    m_icon->setVisible(hasProblem());
    if (hasProblem())
        m_icon->setPixmap(iconPixmap(u"error"_s, Theme::of(this).redFg, 14, devicePixelRatioF()));
    m_words->setText(words);
    m_words->setInk(hasProblem() ? TextLabel::Ink::Red : TextLabel::Ink::Text3);
    setVisible(!words.isEmpty());
}
