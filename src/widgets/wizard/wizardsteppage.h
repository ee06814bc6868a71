#pragma once

#include "presentation/campaigndraft.h"

#include <QSet>
#include <QWidget>

#include <vector>

/// One step of the wizard: shows its part of the draft, hands it back, and tells problems beside the fields
/// they belong to. A problem is told once its field was touched, or when a person tries to go on.
class WizardStepPage : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    virtual void showDraft(const CampaignDraft &draft) = 0;
    virtual void writeTo(CampaignDraft &draft) const = 0;
    /// Where the keyboard goes when the step is entered.
    virtual void focusFirst() = 0;
    /// Whether the page itself shows the filled button now: what has to come first, or a way out of a
    /// failure.
    virtual bool leadsElsewhere() const { return false; }

    void showProblems(const std::vector<DraftProblem> &problems);
    /// From now on every problem is told; the first one gets the keyboard.
    void insist(const std::vector<DraftProblem> &problems);
    /// Another draft: nothing was touched yet.
    void forgetTouched();

signals:
    void edited();

protected:
    /// An empty sentence: nothing is wrong there.
    virtual void showProblem(DraftField field, const QString &sentence) = 0;
    virtual void focusField(DraftField field) = 0;
    virtual std::vector<DraftField> fields() const = 0;

    /// A person changed something in this field.
    void touch(DraftField field);

private:
    QSet<DraftField> m_touched;
};

inline size_t qHash(DraftField field, size_t seed = 0)
{
    return ::qHash(static_cast<int>(field), seed);
}
