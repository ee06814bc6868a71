#pragma once

#include "presentation/segmentdraft.h"

#include <QWidget>

#include <vector>

class Button;
class QComboBox;
class QHBoxLayout;

/// One line of a rule: what it is about, what it says, the value, and the way to take it out.
class RuleLine final : public QWidget
{
    Q_OBJECT

public:
    /// `facts` must outlive the line.
    RuleLine(const SegmentFacts &facts, const SegmentRule &line, QWidget *parent = nullptr);

    /// A line whose value is not given yet; its tag is asked for first.
    static SegmentRule newLine();

    const SegmentRule &line() const { return m_line; }
    /// What the Tab key visits, in this order.
    std::vector<QWidget *> stops() const;

signals:
    void changed();
    /// Other controls are there now.
    void rebuilt();
    void removeRequested();

private:
    const SegmentTopic &topic() const;
    void showVerbs();
    void chooseVerb();
    void showValue(SegmentValue kind);
    void setValue(const QString &value);
    QWidget *makeTagBox();
    QWidget *makeCountryBox();
    QWidget *makeCampaignBox();
    QWidget *makeTextField(SegmentValue kind);
    QWidget *makeDayField();
    QWidget *makeDaysField();

    const SegmentFacts &m_facts;
    SegmentRule m_line;
    std::vector<SegmentTopic> m_topics;
    std::vector<SegmentVerb> m_verbs;
    QComboBox *m_topicBox;
    QComboBox *m_verbBox;
    QWidget *m_valueHolder;
    QHBoxLayout *m_valueRow;
    QWidget *m_value = nullptr;
    Button *m_removeButton;
};
