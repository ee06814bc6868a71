#include "widgets/campaign/budgetdialog.h"

#include "widgets/controls/button.h"
#include "widgets/wizard/budgetfield.h"

using namespace Qt::StringLiterals;

BudgetDialog::BudgetDialog(const Campaign &campaign, const std::optional<QString> &currency, QWidget *parent)
    : MessageDialog{tr("What may “%1” cost?").arg(campaign.name),
                    tr("Messages that left already count, also those of which nobody knows whether they "
                       "arrived."),
                    parent}
    , m_budget{new BudgetField}
{
    setObjectName(u"budgetDialog"_s);
    m_budget->setCurrency(currency);
    m_budget->setBudget(campaign.settings.budget);
    addContent(m_budget);
    addButton(tr("Leave it"), ButtonKind::Outlined, QDialog::Rejected)->setObjectName(u"leaveBudget"_s);
    addButton(isStoppedByBudget(campaign) ? tr("Keep this and resume") : tr("Keep this budget"),
              ButtonKind::Primary, QDialog::Accepted, true)
        ->setObjectName(u"keepBudget"_s);
    m_budget->beginTyping();
    connect(this, &QDialog::accepted, this, [this] { emit chosen(m_budget->budget()); });
}

bool isStoppedByBudget(const Campaign &campaign)
{
    return campaign.state == CampaignState::Paused && campaign.reason.code == "budget"_L1;
}
