#pragma once

#include "domain/campaign.h"

#include <QWidget>

#include <optional>

class QDoubleSpinBox;
class TextLabel;
class ToggleSwitch;

/// A limit for what a campaign may cost, in the currency of the rate card.
class BudgetField final : public QWidget
{
    Q_OBJECT

public:
    explicit BudgetField(QWidget *parent = nullptr);

    /// Nothing: there is no rate card, so no budget can be kept.
    void setCurrency(const std::optional<QString> &currency);
    void setBudget(const std::optional<Budget> &budget);
    std::optional<Budget> budget() const;
    /// The keyboard goes to the amount, marked to be typed over; without a budget, to the switch.
    void beginTyping();

signals:
    void changed();

private:
    void refresh();

    std::optional<QString> m_currency; ///< of the rate card
    std::optional<Budget> m_given; ///< as it was given: kept to the last digit while nobody changes it
    ToggleSwitch *m_switch;
    QDoubleSpinBox *m_amount;
    TextLabel *m_hint;
};
