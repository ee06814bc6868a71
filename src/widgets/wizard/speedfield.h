#pragma once

#include "domain/sendrate.h"

#include <QWidget>

#include <optional>

class ChoiceCard;
class QButtonGroup;
class QComboBox;
class QSpinBox;
class ToggleSwitch;

/// How fast a campaign sends, and to how many people on one day at most.
class SpeedField final : public QWidget
{
    Q_OBJECT

public:
    explicit SpeedField(QWidget *parent = nullptr);

    /// What "full speed" means.
    void setFastest(int perSecond);

    /// Shows it without a word to anybody.
    void setRate(const SendRate &rate);
    SendRate rate() const;

    /// Nothing: as many as the rate allows. Shows it without a word to anybody.
    void setPerDay(std::optional<int> people);
    std::optional<int> perDay() const;

signals:
    void changed();

private:
    enum class Speed { Gentle, Standard, Full, Own };

    QWidget *makeChoices();
    QLayout *makePerDay();
    void refresh();

    QButtonGroup *m_speed;
    ChoiceCard *m_fullSpeed = nullptr;
    QSpinBox *m_ownCount;
    QComboBox *m_ownUnit;
    QWidget *m_ownRow;
    ToggleSwitch *m_perDaySwitch;
    QSpinBox *m_perDay;
};
