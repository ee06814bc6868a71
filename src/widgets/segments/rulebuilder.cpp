#include "widgets/segments/rulebuilder.h"

#include "widgets/segments/rulegroup.h"

#include <QVBoxLayout>

RuleBuilder::RuleBuilder(QWidget *parent)
    : QWidget{parent}
{
    auto *column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    setRule(SegmentRule::everybody());
}

void RuleBuilder::setRule(const SegmentRule &rule)
{
    delete m_group; // its lines read the facts
    m_facts = m_nextFacts;
    m_group = new RuleGroup{m_facts, asGroup(rule), 0};
    layout()->addWidget(m_group);
    m_group->show();
    connect(m_group, &RuleGroup::changed, this, &RuleBuilder::changed);
    connect(m_group, &RuleGroup::rebuilt, this, &RuleBuilder::orderStops);
    orderStops();
}

SegmentRule RuleBuilder::rule() const
{
    return m_group->rule();
}

void RuleBuilder::focusFirst()
{
    if (m_group->isEmpty())
        m_group->addLine();
    else
        m_group->stops().front()->setFocus(Qt::TabFocusReason);
}

void RuleBuilder::orderStops()
{
    const std::vector<QWidget *> stops = m_group->stops();
    for (size_t i = 1; i < stops.size(); ++i)
        setTabOrder(stops[i - 1], stops[i]);
}
