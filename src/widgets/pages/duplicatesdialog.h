#pragma once

#include "base/result.h"
#include "presentation/duplicates.h"
#include "widgets/controls/dialogs.h"

#include <vector>

class Button;
class ChoiceCard;
class QButtonGroup;
class QScrollArea;
class TextLabel;

/// Goes through contacts that may be the same person, one group after the other: merge them, leave some of
/// them out, or leave all of them apart.
class DuplicatesDialog final : public MessageDialog
{
    Q_OBJECT

public:
    /// There is at least one group, each of at least two.
    DuplicatesDialog(std::vector<DuplicatePeople> people, PhoneFormat phoneFormat, QWidget *parent = nullptr);

    // Answers to mergeRequested().
    void setMerged();
    void setMergeError(const Error &error);

signals:
    void mergeRequested(const PhoneNumber &keep, const std::vector<PhoneNumber> &others);

private:
    void showPresent();
    void showNext();
    void showConsequences();
    void fit();
    void setBusy(bool isBusy);
    QWidget *cardOf(size_t person, bool canBeLeftOut);
    size_t kept() const;
    void leaveOut(size_t person);
    void merge();

    std::vector<DuplicatePeople> m_people;
    PhoneFormat m_phoneFormat;
    size_t m_present = 0;
    QButtonGroup *m_choice;
    QScrollArea *m_list;
    TextLabel *m_place;
    TextLabel *m_reason;
    TextLabel *m_consequences;
    Button *m_skipButton;
    Button *m_mergeButton;
};
