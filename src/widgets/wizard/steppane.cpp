#include "widgets/wizard/steppane.h"

#include "widgets/theme/typography.h"

#include <QBoxLayout>
#include <QEvent>
#include <QScrollBar>

#include <algorithm>

namespace {

constexpr int kMargin = 24;
constexpr int kGap = 20;
constexpr int kNarrowestMain = 540;
constexpr int kLowestSide = 480;

} // namespace

StepPane::StepPane(QWidget *main, QWidget *side, int sideWidth, QWidget *parent)
    : QScrollArea{parent}
    , m_main{main}
    , m_side{side}
    , m_sideWidth{sideWidth}
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);

    auto *content = new QWidget;
    m_row = new QBoxLayout{QBoxLayout::LeftToRight, content};
    m_row->setContentsMargins(kMargin, 0, kMargin, kGap);
    m_row->setSpacing(kGap);
    m_row->addWidget(main, 1);
    m_row->addWidget(side);
    setWidget(content);
    arrange();
}

void StepPane::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    arrange();
}

void StepPane::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange)
        arrange();
}

void StepPane::arrange()
{
    const int side = scaledWithText(m_sideWidth);
    const int main = std::max(scaledWithText(kNarrowestMain), m_main->minimumSizeHint().width());
    const bool isWide = width() >= 2 * kMargin + kGap + side + main;
    const int bar = verticalScrollBar()->isVisible() ? verticalScrollBar()->width() : 0;
    m_row->setContentsMargins(kMargin, 0, kMargin - bar, kGap);
    m_row->setDirection(isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_side->setMinimumWidth(isWide ? side : 0);
    m_side->setMaximumWidth(isWide ? side : QWIDGETSIZE_MAX);
    m_side->setMinimumHeight(isWide ? 0 : scaledWithText(kLowestSide));
}
