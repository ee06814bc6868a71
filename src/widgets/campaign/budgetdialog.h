#pragma once

#include "domain/campaign.h"
#include "widgets/controls/dialogs.h"

#include <optional>

class BudgetField;

/// Changes what a campaign may cost that began to be sent already.
class BudgetDialog final : public MessageDialog
{
    Q_OBJECT

public:
    /// `currency`: of the rate card; nothing: there is none.
    BudgetDialog(const Campaign &campaign, const std::optional<QString> &currency, QWidget *parent = nullptr);

signals:
    void chosen(const std::optional<Budget> &budget);

private:
    BudgetField *m_budget;
};

/// Whether it waits for a higher budget.
bool isStoppedByBudget(const Campaign &campaign);
