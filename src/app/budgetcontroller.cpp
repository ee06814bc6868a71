#include "app/budgetcontroller.h"

#include "app/campaigncommands.h"
#include "app/windowwords.h"
#include "widgets/campaign/budgetdialog.h"
#include "widgets/shell/mainwindow.h"
#include "workspace/backgrounddesk.h"
#include "workspace/session.h"

BudgetController::BudgetController(const Workbench &bench, CampaignCommands &commands, QObject *parent)
    : QObject{parent}
    , m_bench{bench}
    , m_commands{commands}
{
}

void BudgetController::ask(const Campaign &campaign)
{
    m_bench.desk.run(
        this,
        [account = campaign.accountId](Session &session) { return session.costDesk().currencyOf(account); },
        [this, campaign](const Result<std::optional<QString>> &currency) {
            if (currency)
                open(campaign, *currency);
            else
                tellError(&m_bench.window, tr("The budget cannot be changed"),
                          inWindowWords(currency.error()));
        });
}

void BudgetController::open(const Campaign &campaign, const std::optional<QString> &currency)
{
    auto *dialog = new BudgetDialog{campaign, currency, &m_bench.window};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &BudgetDialog::chosen, this,
            [this, campaign](const std::optional<Budget> &budget) { keep(campaign, budget); });
    dialog->open();
}

void BudgetController::keep(const Campaign &campaign, const std::optional<Budget> &budget)
{
    m_bench.desk.run(
        this,
        [id = campaign.id, budget](Session &session) {
            const UtcTime now = session.clock().now();
            return session.campaigns().setBudget(id, budget, session.costDesk().dayOf(now), now);
        },
        [this, budget](const Result<Campaign> &kept) {
            if (!kept) {
                tellError(&m_bench.window, tr("The budget was not changed"), inWindowWords(kept.error()));
                return;
            }
            if (isStoppedByBudget(*kept))
                m_commands.resume(kept->id);
            emit changed(kept->id,
                         budget ? tr("The budget is %1 now").arg(shownMoney(budget->amount, budget->currency))
                                : tr("There is no budget any more"));
        });
}
