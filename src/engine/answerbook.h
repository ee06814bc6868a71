#pragma once

#include "base/clock.h"
#include "domain/ports/sendledger.h"

#include <map>
#include <span>
#include <vector>

/// Answers and unsent claims that are not in the ledger yet. Collects them for a common transaction and keeps
/// them in memory until it has succeeded.
class AnswerBook
{
public:
    void add(Settlement settlement, MonotonicTime now);
    /// A claim of which provably nothing left.
    void giveBack(CampaignId campaign, AttemptId attempt, MonotonicTime now);

    bool isEmpty() const { return m_count == 0; }
    bool holds(CampaignId campaign) const { return m_perCampaign.contains(campaign); }
    /// When the next transaction is due; meaningless while empty.
    MonotonicTime dueAt() const;

    /// The campaigns that something was written about.
    struct Written
    {
        std::vector<CampaignId> concerned;
        std::vector<CampaignId> freed; ///< people of these are pending again
    };
    /// Writes everything. What could not be written stays.
    Result<Written> write(SendLedger &ledger, const Clock &clock);

    /// The answers, for somebody who has a transaction anyway, which they then share.
    std::span<const Settlement> answers() const { return m_settlements; }
    /// They are in the ledger. Returns the campaigns that were concerned.
    std::vector<CampaignId> forgetAnswers();

private:
    void count(CampaignId campaign, MonotonicTime now);
    void uncount(CampaignId campaign);

    std::vector<Settlement> m_settlements;
    std::map<CampaignId, std::vector<AttemptId>> m_givenBack;
    std::vector<CampaignId> m_freed; ///< since the last time that everything was written
    std::map<CampaignId, int> m_perCampaign;
    int m_count = 0;
    MonotonicTime m_oldest;
};
