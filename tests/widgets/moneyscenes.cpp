#include "widgets/moneyscenes.h"

#include "presentation/costwords.h"
#include "widgets/campaign/budgetdialog.h"
#include "widgets/campaign/campaignpage.h"
#include "widgets/campaign/revenuedialog.h"
#include "widgets/campaignscenes.h"
#include "widgets/samples.h"

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

CampaignMoney sampleMoney()
{
    CampaignMoney money;
    CampaignCost cost;
    cost.currency = u"GBP"_s;
    cost.amount = Money{312'419'400};
    cost.charged = 6'909;
    cost.free = 42;
    money.of.cost = cost;
    money.of.revenue = {
        {u"GBP"_s, Money{18'640'000'000}, 14}
    };
    money.estimate = Budget{Money{561'600'000}, u"GBP"_s};
    money.difference = {u"4,883 messages are not sent yet."_s,
                        u"429 messages were not delivered; Meta charges for none of them."_s,
                        u"42 messages were free of charge."_s};
    return money;
}

Campaign sampleWithBudget(bool isStopped)
{
    Campaign campaign = Samples::campaign();
    campaign.settings.budget = Budget{Money{350'000'000}, u"GBP"_s};
    if (isStopped) {
        campaign.state = CampaignState::Paused;
        campaign.reason.code = u"budget"_s;
        campaign.reason.message = u"The budget of 350.00 GBP is used up."_s;
        campaign.reason.advice = u"Give it more, and it goes on with the next person."_s;
    }
    return campaign;
}

std::unique_ptr<QWidget> withCosts(bool isStopped)
{
    const Campaign campaign = sampleWithBudget(isStopped);
    return campaignWindow(campaign, [campaign](CampaignPage &page) {
        page.setCampaign(campaign);
        page.setFigures(sampleFigures());
        page.setMoney(sampleMoney());
    });
}

std::unique_ptr<QWidget> revenue(bool hasProblem)
{
    auto dialog =
        std::make_unique<RevenueDialog>(u"New Year in Goa, early bird 🌴"_s, u"GBP"_s, QDate{2026, 11, 19});
    if (hasProblem)
        dialog->showProblem(u"1,234 may mean one thousand or one and a bit. Write 1234 or 1.234,00."_s,
                            false);
    return dialog;
}

} // namespace

std::map<QString, std::function<std::unique_ptr<QWidget>()>> moneyScenes()
{
    return {
        {u"campaign-costs"_s,           [] { return withCosts(false); }                           },
        {u"campaign-costs-stopped"_s,   [] { return withCosts(true); }                            },
        {u"campaign-budget"_s,
         [] { return std::make_unique<BudgetDialog>(sampleWithBudget(false), u"GBP"_s, nullptr); }},
        {u"campaign-budget-stopped"_s,
         [] { return std::make_unique<BudgetDialog>(sampleWithBudget(true), u"GBP"_s, nullptr); } },
        {u"campaign-budget-uncarded"_s,
         [] { return std::make_unique<BudgetDialog>(Samples::campaign(), std::nullopt, nullptr); }},
        {u"campaign-revenue"_s,         [] { return revenue(false); }                             },
        {u"campaign-revenue-problem"_s, [] { return revenue(true); }                              },
    };
}
