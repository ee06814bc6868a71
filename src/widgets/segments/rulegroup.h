#pragma once

#include "presentation/segmentdraft.h"

#include <QFrame>

#include <vector>

class Button;
class QComboBox;
class QVBoxLayout;
class RuleLine;
class TextLabel;

/// Lines and groups that are joined: all of them, at least one, none, not all.
class RuleGroup final : public QFrame
{
    Q_OBJECT

public:
    /// `facts` must outlive the group. `depth` 0: the whole rule.
    RuleGroup(const SegmentFacts &facts, const SegmentRule &group, int depth, QWidget *parent = nullptr);

    SegmentRule rule() const;
    bool isEmpty() const { return m_parts.empty(); }
    /// What the Tab key visits, in this order.
    std::vector<QWidget *> stops() const;

public slots:
    void addLine();

signals:
    void changed();
    /// Other controls are there now.
    void rebuilt();
    void removeRequested();

private:
    /// One of the two.
    struct Part
    {
        RuleLine *line = nullptr;
        RuleGroup *group = nullptr;

        QWidget *widget() const;
    };

    void addPart(const SegmentRule &rule);
    void addGroup();
    void removePart(QWidget *widget);
    void showJoin();

    const SegmentFacts &m_facts;
    int m_depth;
    std::vector<Part> m_parts;
    QComboBox *m_joinBox;
    Button *m_removeButton;
    QVBoxLayout *m_partColumn;
    TextLabel *m_emptyHint;
    Button *m_addLineButton;
    Button *m_addGroupButton;
};
