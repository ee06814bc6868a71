#pragma once

#include "widgets/controls/dialogs.h"

#include <optional>

class QSpinBox;
class ToggleSwitch;

/// Asks how fast a number may send at most, by a person's own wish.
class SpeedLimitDialog final : public MessageDialog
{
    Q_OBJECT

public:
    /// `reported` is what Meta allows the number, `own` the limit so far; nothing: none.
    SpeedLimitDialog(const QString &name, std::optional<int> reported, std::optional<int> own,
                     QWidget *parent);

signals:
    /// Messages a second; nothing: as fast as Meta allows.
    void chosen(std::optional<int> perSecond);

private:
    ToggleSwitch *m_switch;
    QSpinBox *m_perSecond;
};
