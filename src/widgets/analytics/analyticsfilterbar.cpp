#include "widgets/analytics/analyticsfilterbar.h"

#include "widgets/controls/button.h"
#include "widgets/controls/flowlayout.h"
#include "widgets/controls/textlabel.h"

using namespace Qt::StringLiterals;

AnalyticsFilterBar::AnalyticsFilterBar(QWidget *parent)
    : QWidget{parent}
    , m_row{new FlowLayout{8, 8, this}}
{
    setVisible(false);
}

void AnalyticsFilterBar::setFilters(const std::vector<FilterWords> &filters)
{
    if (filters == m_filters)
        return; // whoever is on a button stays there
    m_filters = filters;
    const bool hadFocus = focusWidget() != nullptr && focusWidget()->hasFocus();
    while (QLayoutItem *item = m_row->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // it may be the button that was pressed
        delete item;
    }
    setVisible(!filters.empty());
    if (filters.empty())
        return;
    m_row->addWidget(new TextLabel{tr("Only"), TypeRole::Label, TextLabel::Ink::Text2, this});
    for (const FilterWords &filter : filters)
        addChip(filter);
    auto *all = new Button{tr("Show everything"), ButtonKind::Quiet, {}, this};
    all->setObjectName(u"clearFilters"_s);
    all->setSmall(true);
    connect(all, &Button::clicked, this, &AnalyticsFilterBar::cleared);
    m_row->addWidget(all);
    for (int i = 0; i < m_row->count(); ++i)
        m_row->itemAt(i)->widget()->show();
    if (hadFocus)
        all->setFocus(Qt::OtherFocusReason);
    updateGeometry();
}

void AnalyticsFilterBar::addChip(const FilterWords &filter)
{
    auto *chip = new Button{filter.words, ButtonKind::Outlined, u"close"_s, this};
    chip->setObjectName(u"filterChip"_s);
    chip->setSmall(true);
    chip->setLayoutDirection(isRightToLeft() ? Qt::LeftToRight
                                             : Qt::RightToLeft); // the cross behind the words
    chip->setAccessibleName(tr("Take off the filter “%1”").arg(filter.words));
    chip->setToolTip(chip->accessibleName());
    connect(chip, &Button::clicked, this, [this, which = filter.filter] { emit removed(which); });
    m_row->addWidget(chip);
}
