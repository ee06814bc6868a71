#pragma once

#include "engine/campaignrun.h"

#include <functional>
#include <map>
#include <set>

struct SenderDesk;

/// The live campaigns as the ledger knows them: the runs of those that send, the scheduled ones, and the
/// states as last told. Sees what other processes changed.
class CampaignRoll
{
public:
    /// Called when a campaign's state is new; the run is null where there is none.
    using StateObserver = std::function<void(CampaignId, CampaignRun *, CampaignState, const StateReason &)>;

    CampaignRoll(SenderDesk &desk, StateObserver observer);

    std::map<CampaignId, CampaignRun> &runs() { return m_runs; }
    CampaignRun *find(CampaignId id);
    /// Answers of these are in the ledger now.
    void noteSettled(const std::vector<CampaignId> &campaigns);
    /// Claims of these are given back in the ledger: a claim that came short before found fewer than there
    /// are.
    void noteFreed(const std::vector<CampaignId> &campaigns);
    bool hasLearned() const { return m_hasLearned && !m_mustRefresh; }

    /// The numbers that have a sending campaign.
    std::vector<AccountId> sendingAccounts() const;
    /// Those that have a sending or a scheduled one.
    std::set<AccountId> liveAccounts() const;
    std::vector<CampaignRun *> sendingRunsOf(AccountId account);

    /// Reads the ledger again at the next look, whether or not another process has written.
    void mustRefresh() { m_mustRefresh = true; }

    /// While the ledger cannot be written: what is live, as far as it can be read, so that it can be told why
    /// it waits.
    void learnWhileInTrouble();

    // False only if the ledger is in trouble.
    bool refresh();
    /// Starts what is due; what was missed is paused, for a person to decide.
    bool startDue();
    /// A change that the table forbids leaves the state as it is; a deleted campaign is simply forgotten.
    bool change(CampaignId id, CampaignEvent event, const StateReason &reason);
    bool changeAll(AccountId account, CampaignEvent event, const StateReason &reason);

    /// Somebody deleted it, perhaps before its end was seen here: that is no trouble with the ledger.
    void noteDeleted(CampaignId id);
    void forgetEndedRuns();
    void clear();

private:
    bool learn(const std::vector<Campaign> &live);
    void upsert(const Campaign &campaign);
    void release(CampaignRun &run);
    void noteState(CampaignId id, CampaignState state, const StateReason &reason);

    SenderDesk &m_desk;
    StateObserver m_observer;
    std::map<CampaignId, CampaignRun> m_runs;
    std::map<CampaignId, Campaign> m_scheduled;
    std::map<CampaignId, CampaignState> m_states; ///< of live campaigns, as last told

    std::optional<qint64> m_stamp;
    MonotonicTime m_pollAt = MonotonicTime::min();
    bool m_mustRefresh = true;
    bool m_hasLearned = false;
};
