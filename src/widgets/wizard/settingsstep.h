#pragma once

#include "base/clock.h"
#include "domain/preflight.h"
#include "widgets/wizard/wizardsteppage.h"

#include <QTimeZone>

#include <optional>

class BrakeField;
class BudgetField;
class HintLine;
class MeaningCard;
class QButtonGroup;
class QDateEdit;
class QRadioButton;
class QSpinBox;
class QTimeEdit;
class SendingHours;
class SpeedField;
class TextLabel;
class ToggleSwitch;

/// Step 3: when, how fast, in which hours; retries and the safety brake. Beside it, what that means for the
/// clock.
class SettingsStep final : public WizardStepPage
{
    Q_OBJECT

public:
    explicit SettingsStep(const Clock &clock, QWidget *parent = nullptr);

    void setZone(const QTimeZone &zone);
    void setThroughput(std::optional<int> perSecond);
    void setPractice(bool practice);
    void setPeople(qint64 people);
    /// Of the rate card that prices messages; nothing: there is none.
    void setRatesCurrency(const std::optional<QString> &currency);

    void showDraft(const CampaignDraft &draft) override;
    void writeTo(CampaignDraft &draft) const override;
    void focusFirst() override;

    /// What the settings mean for so many people; nothing while they cannot be.
    std::optional<SendEstimate> estimate() const;
    /// "Mon 23 Nov, 10:00" in the workspace's zone.
    QString momentInZone(UtcTime at) const;

protected:
    void showProblem(DraftField field, const QString &sentence) override;
    void focusField(DraftField field) override;
    std::vector<DraftField> fields() const override;

private:
    QWidget *makeForm();
    QWidget *makeWhen();
    QWidget *makeHours();
    QWidget *makeRetries();
    void connectAll();

    SendWhen chosenWhen() const;
    SendingWindow chosenWindow() const;
    std::optional<UtcTime> chosenMoment() const;
    void refreshZoneWords();
    void refreshEnabled();
    void refreshMoment();
    void refreshMeaning();

    const Clock &m_clock;
    QTimeZone m_zone;
    std::optional<int> m_throughput;
    bool m_isPractice = false;
    qint64 m_people = 0;
    QString m_windowZone; ///< the draft's own zone, where it has one

    QButtonGroup *m_when;
    QDateEdit *m_day;
    QTimeEdit *m_time;
    QWidget *m_momentRow;
    TextLabel *m_untilThen;
    HintLine *m_momentHint;
    TextLabel *m_whenNote;

    SpeedField *m_speed;
    TextLabel *m_speedNote;

    SendingHours *m_hours;
    QRadioButton *m_zoneForAll;
    QRadioButton *m_zoneOfEach;
    HintLine *m_hoursHint;

    ToggleSwitch *m_retrySwitch;
    QSpinBox *m_retries;
    BrakeField *m_brake;
    BudgetField *m_budget;

    MeaningCard *m_meaning;
};
