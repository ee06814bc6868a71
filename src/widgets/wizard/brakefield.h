#pragma once

#include "domain/campaign.h"

#include <QWidget>

class QSpinBox;
class ToggleSwitch;

/// When a campaign is to pause by itself, because too many of its messages fail.
class BrakeField final : public QWidget
{
    Q_OBJECT

public:
    explicit BrakeField(QWidget *parent = nullptr);

    /// Shows it without a word to anybody.
    void setBrake(const SafetyBrake &brake);
    /// As shown; what has no control is as it was set.
    SafetyBrake brake() const;

signals:
    void changed();

private:
    void refresh();

    SafetyBrake m_given;
    ToggleSwitch *m_switch;
    QSpinBox *m_percent;
    QSpinBox *m_last;
};
