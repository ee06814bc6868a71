#pragma once

#include "presentation/segmentdraft.h"

#include <QWidget>

class RuleGroup;

/// Builds a rule by choosing: lines that say one thing each, joined in groups. Any rule can be shown and
/// changed in it, also one that was written in words.
class RuleBuilder final : public QWidget
{
    Q_OBJECT

public:
    explicit RuleBuilder(QWidget *parent = nullptr);

    /// What lines can speak of; counts from the next setRule() on.
    void setFacts(const SegmentFacts &facts) { m_nextFacts = facts; }
    void setRule(const SegmentRule &rule);
    /// With the lines whose value is not given yet.
    SegmentRule rule() const;
    void focusFirst();

signals:
    void changed();

private:
    void orderStops();

    SegmentFacts m_nextFacts;
    SegmentFacts m_facts; ///< of the lines that are shown
    RuleGroup *m_group = nullptr;
};
