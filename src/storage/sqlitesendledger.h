#pragma once

#include "domain/ports/sendledger.h"
#include "storage/claimcounter.h"
#include "storage/portfoliocount.h"

#include <functional>
#include <utility>

class Database;

/// Told whenever answers are written, after their transaction.
using AnswersObserver = std::function<void()>;

/// The send ledger in the workspace's database.
class SqliteSendLedger final : public SendLedger
{
public:
    explicit SqliteSendLedger(Database &database, ClaimObserver claimed = {}, AnswersObserver answered = {})
        : m_database{database}
        , m_claimed{std::move(claimed)}
        , m_answered{std::move(answered)}
    {
    }

    Result<std::vector<Campaign>> liveCampaigns() override;
    Result<Campaign> campaign(CampaignId id) override;
    Result<std::vector<NumberLimits>> numberLimits() override;
    Result<CampaignProgress> progress(CampaignId id) override;
    Result<ClaimResult> claim(const ClaimRequest &request) override;
    Result<> giveBack(CampaignId campaign, const std::vector<AttemptId> &attempts, UtcTime now) override;
    Result<> settle(const std::vector<Settlement> &settlements) override;
    Result<int> markInterrupted(UtcTime now) override;
    Result<Backlog> backlog(CampaignId campaign, UtcTime now) override;
    Result<std::vector<QString>> pendingRegions(CampaignId campaign) override;
    Result<CampaignState> change(CampaignId campaign, CampaignEvent event, const StateReason &reason,
                                 UtcTime now) override;
    Result<std::vector<CampaignId>> changeAll(AccountId account, CampaignEvent event,
                                              const StateReason &reason, UtcTime now) override;
    Result<> note(CampaignId campaign, const QString &what, UtcTime now) override;
    qint64 outsideChangeStamp() override;

private:
    Database &m_database;
    ClaimObserver m_claimed;
    AnswersObserver m_answered;
    PortfolioAllowance m_allowance;
};
