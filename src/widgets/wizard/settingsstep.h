#pragma once

#include "base/clock.h"
#include "domain/preflight.h"
#include "widgets/wizard/wizardsteppage.h"

#include <QTimeZone>

#include <optional>

class Banner;
class BudgetField;
class ChoiceCard;
class DayBar;
class HintLine;
class QButtonGroup;
class QComboBox;
class QDateEdit;
class QRadioButton;
class QSpinBox;
class QTimeEdit;
class QVBoxLayout;
class SendingHours;
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
    enum class Speed { Gentle, Standard, Full, Own };

    QWidget *makeForm();
    QWidget *makeWhen();
    QWidget *makeSpeed();
    QWidget *makeHours();
    QWidget *makeRetries();
    QWidget *makeBrake();
    QWidget *makeMeaning();
    void connectAll();

    SendRate chosenRate() const;
    SendingWindow chosenWindow() const;
    std::optional<int> chosenPerDay() const;
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
    SafetyBrake m_brakeBase; ///< the parts of the brake that have no control

    QButtonGroup *m_when;
    QDateEdit *m_day;
    QTimeEdit *m_time;
    QWidget *m_momentRow;
    TextLabel *m_untilThen;
    HintLine *m_momentHint;
    TextLabel *m_whenNote;

    QButtonGroup *m_speed;
    TextLabel *m_speedNote;
    ChoiceCard *m_fullSpeed;
    QWidget *m_ownRow;
    QSpinBox *m_ownCount;
    QComboBox *m_ownUnit;

    SendingHours *m_hours;
    QRadioButton *m_zoneForAll;
    QRadioButton *m_zoneOfEach;
    HintLine *m_hoursHint;

    ToggleSwitch *m_retrySwitch;
    ToggleSwitch *m_perDaySwitch;
    QSpinBox *m_perDay;
    QSpinBox *m_retries;
    ToggleSwitch *m_brakeSwitch;
    QSpinBox *m_brakePercent;
    QSpinBox *m_brakeLast;
    BudgetField *m_budget;

    TextLabel *m_duration;
    TextLabel *m_durationNote;
    DayBar *m_dayBar;
    TextLabel *m_starts;
    TextLabel *m_ends;
    TextLabel *m_daysNeeded;
    Banner *m_awakeBanner;
};
