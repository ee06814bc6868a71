#pragma once

#include "base/clock.h"
#include "presentation/campaigndraft.h"

#include <QFrame>

#include <optional>

class Button;
class TextLabel;

/// What the buttons below a step depend on.
struct WizardFooterState
{
    WizardStep step = WizardStep::Details;
    SendWhen when = SendWhen::Now;
    QString moment; ///< of a scheduled campaign, in words
    qint64 people = 0;
    bool leadsElsewhere = false; ///< the step shows the filled button itself
    bool isBusy = false;
    bool isImporting = false; ///< busy with people; Back stops that
    bool mayGoOn = true;
    bool maySendNow = false;
};

/// The row below the steps of the wizard: leaving, how far the draft is saved, back and on.
class WizardFooter final : public QFrame
{
    Q_OBJECT

public:
    enum class Saving { NotYet, Running, Done, Failed };

    explicit WizardFooter(QWidget *parent = nullptr);

    void setState(const WizardFooterState &state);
    /// `at` and `problem` belong to Done and Failed.
    void setSaving(Saving saving, const std::optional<UtcTime> &at, const QString &problem);
    bool mayGoOn() const;

signals:
    void closeRequested();
    void backRequested();
    void nextRequested();
    void sendNowRequested();

private:
    class SavedMark;

    void nameNext(const WizardFooterState &state);

    Button *m_closeButton;
    SavedMark *m_savedMark;
    TextLabel *m_savedLabel;
    TextLabel *m_note;
    Button *m_backButton;
    Button *m_otherButton;
    Button *m_nextButton;
};
