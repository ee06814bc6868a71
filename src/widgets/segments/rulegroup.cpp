#include "widgets/segments/rulegroup.h"

#include "widgets/controls/button.h"
#include "widgets/controls/textlabel.h"
#include "widgets/segments/ruleline.h"
#include "widgets/theme/framelook.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

/// Deeper ones can be read, but nobody builds them by hand.
constexpr int kDeepestOffered = 3;

} // namespace

RuleGroup::RuleGroup(const SegmentFacts &facts, const SegmentRule &group, int depth, QWidget *parent)
    : QFrame{parent}
    , m_facts{facts}
    , m_depth{depth}
    , m_joinBox{new QComboBox}
    , m_removeButton{Button::iconOnly(u"close"_s, tr("Remove this group"))}
    , m_partColumn{new QVBoxLayout}
    , m_emptyHint{new TextLabel{tr("No conditions yet: everybody in your contacts."), TypeRole::Body,
                                TextLabel::Ink::Text2}}
    , m_addLineButton{new Button{tr("Add condition"), ButtonKind::Outlined, u"plus"_s}}
    , m_addGroupButton{new Button{tr("Add group"), ButtonKind::Quiet, u"segment"_s}}
{
    for (const SegmentJoin join :
         {SegmentJoin::All, SegmentJoin::Any, SegmentJoin::None, SegmentJoin::NotAll})
        m_joinBox->addItem(joinText(join), static_cast<int>(join));
    m_joinBox->setCurrentIndex(m_joinBox->findData(static_cast<int>(joinOf(group))));
    m_joinBox->setAccessibleName(tr("How the conditions are joined"));
    m_joinBox->setObjectName(u"joinBox"_s);
    m_joinBox->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_removeButton->setObjectName(u"removeGroup"_s);
    m_addLineButton->setSmall(true);
    m_addLineButton->setObjectName(u"addCondition"_s);
    m_addGroupButton->setSmall(true);
    m_addGroupButton->setObjectName(u"addGroup"_s);
    m_addGroupButton->setToolTip(tr("Conditions that are judged together, like those in brackets"));
    m_emptyHint->setWordWrap(true);
    m_partColumn->setContentsMargins(0, 0, 0, 0);
    m_partColumn->setSpacing(8);

    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_joinBox);
    head->addStretch();
    head->addWidget(m_removeButton);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(8);
    foot->addWidget(m_addLineButton);
    foot->addWidget(m_addGroupButton);
    foot->addStretch();
    auto *column = new QVBoxLayout{this};
    column->setSpacing(12);
    if (depth > 0) {
        setFrameLook(this, depth % 2 == 1 ? FrameLook::Note : FrameLook::Inner);
        column->setContentsMargins(12, 12, 12, 12);
    } else {
        column->setContentsMargins(0, 0, 0, 0);
    }
    column->addLayout(head);
    column->addLayout(m_partColumn);
    column->addWidget(m_emptyHint);
    column->addLayout(foot);
    m_removeButton->setVisible(depth > 0);
    m_addGroupButton->setVisible(depth < kDeepestOffered);
    for (const SegmentRule &part : group.parts)
        addPart(part);
    showJoin();

    connect(m_joinBox, &QComboBox::activated, this, &RuleGroup::changed);
    connect(m_addLineButton, &Button::clicked, this, &RuleGroup::addLine);
    connect(m_addGroupButton, &Button::clicked, this, &RuleGroup::addGroup);
    connect(m_removeButton, &Button::clicked, this, &RuleGroup::removeRequested);
}

QWidget *RuleGroup::Part::widget() const
{
    return line ? static_cast<QWidget *>(line) : group;
}

SegmentRule RuleGroup::rule() const
{
    std::vector<SegmentRule> parts;
    for (const Part &part : m_parts)
        parts.push_back(part.line ? part.line->line() : part.group->rule());
    return groupOf(static_cast<SegmentJoin>(m_joinBox->currentData().toInt()), std::move(parts));
}

std::vector<QWidget *> RuleGroup::stops() const
{
    std::vector<QWidget *> all{m_joinBox};
    if (m_depth > 0)
        all.push_back(m_removeButton);
    for (const Part &part : m_parts) {
        const std::vector<QWidget *> own = part.line ? part.line->stops() : part.group->stops();
        all.insert(all.end(), own.begin(), own.end());
    }
    all.push_back(m_addLineButton);
    all.push_back(m_addGroupButton);
    return all;
}

void RuleGroup::addLine()
{
    addPart(RuleLine::newLine());
    showJoin();
    emit rebuilt();
    emit changed();
    m_parts.back().line->stops().front()->setFocus(Qt::TabFocusReason);
}

void RuleGroup::addGroup()
{
    addPart(groupOf(SegmentJoin::Any, {RuleLine::newLine()}));
    showJoin();
    emit rebuilt();
    emit changed();
    m_parts.back().group->stops().front()->setFocus(Qt::TabFocusReason);
}

void RuleGroup::addPart(const SegmentRule &rule)
{
    Part part;
    if (rule.join == SegmentRule::Join::One) {
        part.line = new RuleLine{m_facts, rule};
        connect(part.line, &RuleLine::changed, this, &RuleGroup::changed);
        connect(part.line, &RuleLine::rebuilt, this, &RuleGroup::rebuilt);
        connect(part.line, &RuleLine::removeRequested, this, [this, line = part.line] { removePart(line); });
    } else {
        part.group = new RuleGroup{m_facts, rule, m_depth + 1};
        connect(part.group, &RuleGroup::changed, this, &RuleGroup::changed);
        connect(part.group, &RuleGroup::rebuilt, this, &RuleGroup::rebuilt);
        connect(part.group, &RuleGroup::removeRequested, this,
                [this, group = part.group] { removePart(group); });
    }
    m_parts.push_back(part);
    m_partColumn->addWidget(part.widget());
    part.widget()->show(); // at once, so that it can take the focus
}

void RuleGroup::removePart(QWidget *widget)
{
    const auto found = std::find_if(m_parts.begin(), m_parts.end(),
                                    [&](const Part &part) { return part.widget() == widget; });
    if (found == m_parts.end())
        return;
    const auto next = m_parts.erase(found);
    widget->hide();
    widget->deleteLater();
    if (m_parts.empty() && m_depth > 0) {
        emit removeRequested(); // a group of nothing says nothing
        return;
    }
    QWidget *focus = m_addLineButton;
    if (next != m_parts.end())
        focus = next->line ? next->line->stops().front() : next->group->stops().front();
    focus->setFocus(Qt::TabFocusReason);
    showJoin();
    emit rebuilt();
    emit changed();
}

void RuleGroup::showJoin()
{
    m_emptyHint->setVisible(m_parts.empty());
}
