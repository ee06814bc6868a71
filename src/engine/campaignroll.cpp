#include "engine/campaignroll.h"

#include "domain/schedule.h"
#include "engine/senderdesk.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace {
constexpr auto kPollInterval = 250ms; // for requests of other processes
}

CampaignRoll::CampaignRoll(SenderDesk &desk, StateObserver observer)
    : m_desk{desk}
    , m_observer{std::move(observer)}
{
}

CampaignRun *CampaignRoll::find(CampaignId id)
{
    const auto found = m_runs.find(id);
    return found == m_runs.end() ? nullptr : &found->second;
}

void CampaignRoll::noteSettled(const std::vector<CampaignId> &campaigns)
{
    for (const CampaignId id : campaigns) {
        if (CampaignRun *run = find(id)) {
            run->hasNews = true;
            run->isBacklogStale = true;
        }
    }
}

void CampaignRoll::noteFreed(const std::vector<CampaignId> &campaigns)
{
    for (const CampaignId id : campaigns) {
        if (CampaignRun *run = find(id))
            run->cameShort = false;
    }
}

std::vector<AccountId> CampaignRoll::sendingAccounts() const
{
    std::vector<AccountId> accounts;
    for (const auto &[id, run] : m_runs) {
        if (run.isSending()
            && std::find(accounts.begin(), accounts.end(), run.campaign.accountId) == accounts.end())
            accounts.push_back(run.campaign.accountId);
    }
    return accounts;
}

std::vector<CampaignRun *> CampaignRoll::sendingRunsOf(AccountId account)
{
    std::vector<CampaignRun *> runs;
    for (auto &[id, run] : m_runs) {
        if (run.isSending() && run.campaign.accountId == account)
            runs.push_back(&run);
    }
    return runs;
}

std::set<AccountId> CampaignRoll::liveAccounts() const
{
    std::set<AccountId> accounts;
    for (const auto &[id, run] : m_runs) {
        if (run.isSending())
            accounts.insert(run.campaign.accountId);
    }
    for (const auto &[id, scheduled] : m_scheduled)
        accounts.insert(scheduled.accountId);
    return accounts;
}

void CampaignRoll::learnWhileInTrouble()
{
    if (m_hasLearned)
        return;
    if (const Result<std::vector<Campaign>> live = m_desk.ports.ledger.liveCampaigns())
        learn(*live);
}

bool CampaignRoll::refresh()
{
    const MonotonicTime now = m_desk.ports.clock.monotonic();
    if (!m_mustRefresh && now < m_pollAt) {
        m_desk.wake.want(m_pollAt);
        return true;
    }
    m_pollAt = now + kPollInterval;
    m_desk.wake.want(m_pollAt);
    const qint64 stamp = m_desk.ports.ledger.outsideChangeStamp();
    if (!m_mustRefresh && m_stamp == stamp)
        return true;
    const Result<std::vector<Campaign>> live = m_desk.ports.ledger.liveCampaigns();
    if (!live) {
        m_desk.trouble.note(live.error());
        return false;
    }
    Result<std::vector<NumberLimits>> limits = m_desk.ports.ledger.numberLimits();
    if (!limits) {
        m_desk.trouble.note(limits.error());
        return false;
    }
    m_stamp = stamp;
    m_mustRefresh = false;
    if (*limits != m_desk.limits) {
        m_desk.limits = *std::move(limits);
        for (auto &[id, run] : m_runs)
            run.limitedUntil.reset();
    }
    return learn(*live);
}

bool CampaignRoll::startDue()
{
    const UtcTime now = m_desk.ports.clock.now();
    std::vector<CampaignId> due;
    for (const auto &[id, campaign] : m_scheduled) {
        if (campaign.scheduledFor && *campaign.scheduledFor <= now)
            due.push_back(id);
    }
    for (const CampaignId id : due) {
        const UtcTime scheduledFor = *m_scheduled.at(id).scheduledFor;
        const bool isTooLate = isMissed(scheduledFor, now);
        if (!(isTooLate ? change(id, CampaignEvent::Pause, missedReason(scheduledFor))
                        : change(id, CampaignEvent::Start, {})))
            return false;
        m_scheduled.erase(id);
        if (isTooLate) // a person decides
            continue;
        const Result<Campaign> started = m_desk.ports.ledger.campaign(id);
        if (!started) {
            if (started.error().kind == ErrorKind::NotFound)
                continue;
            m_desk.trouble.note(started.error());
            m_mustRefresh = true;
            return false;
        }
        if (started->state == CampaignState::Sending)
            upsert(*started);
        else // somebody gave it another time, or took it back, a moment ago
            m_mustRefresh = true;
    }
    return true;
}

bool CampaignRoll::change(CampaignId id, CampaignEvent event, const StateReason &reason)
{
    const Result<CampaignState> state =
        m_desk.ports.ledger.change(id, event, reason, m_desk.ports.clock.now());
    if (!state) {
        if (state.error().kind == ErrorKind::NotFound) {
            noteDeleted(id);
            return true;
        }
        m_desk.trouble.note(state.error());
        return false;
    }
    m_desk.trouble.noteWritten();
    const bool isOurs =
        event == CampaignEvent::Fail ? *state == CampaignState::Failed : *state == CampaignState::Paused;
    noteState(id, *state, isOurs ? reason : StateReason{});
    return true;
}

bool CampaignRoll::changeAll(AccountId account, CampaignEvent event, const StateReason &reason)
{
    const Result<std::vector<CampaignId>> changed =
        m_desk.ports.ledger.changeAll(account, event, reason, m_desk.ports.clock.now());
    if (!changed) {
        m_desk.trouble.note(changed.error());
        return false;
    }
    m_desk.trouble.noteWritten();
    const CampaignState state = event == CampaignEvent::Fail ? CampaignState::Failed : CampaignState::Paused;
    for (const CampaignId id : *changed) {
        m_scheduled.erase(id);
        noteState(id, state, reason);
    }
    m_mustRefresh = true; // what was not changed was no longer sending: somebody else was quicker
    return true;
}

void CampaignRoll::noteDeleted(CampaignId id)
{
    m_scheduled.erase(id);
    m_states.erase(id);
    CampaignRun *run = find(id);
    if (!run)
        return;
    run->campaign.state = CampaignState::Cancelled;
    release(*run);
}

void CampaignRoll::forgetEndedRuns()
{
    for (auto run = m_runs.begin(); run != m_runs.end();) {
        const bool isOver = !run->second.isSending() && !run->second.isInFlight()
            && run->second.claims.empty() && !m_desk.book.holds(run->first) && !run->second.hasNews;
        run = isOver ? m_runs.erase(run) : std::next(run);
    }
}

void CampaignRoll::clear()
{
    m_runs.clear();
    m_states.clear();
    m_scheduled.clear();
    m_hasLearned = false;
}

bool CampaignRoll::learn(const std::vector<Campaign> &live)
{
    m_scheduled.clear();
    std::map<CampaignId, CampaignState> states;
    for (const Campaign &campaign : live) {
        states.emplace(campaign.id, campaign.state);
        if (campaign.state == CampaignState::Scheduled)
            m_scheduled.emplace(campaign.id, campaign);
        if (campaign.state == CampaignState::Sending)
            upsert(campaign);
        else
            noteState(campaign.id, campaign.state, campaign.reason);
    }
    const std::map<CampaignId, CampaignState> before = m_states;
    for (const auto &[id, state] : before) {
        if (states.contains(id))
            continue;
        const Result<Campaign> gone = m_desk.ports.ledger.campaign(id);
        if (!gone && gone.error().kind != ErrorKind::NotFound) {
            m_desk.trouble.note(gone.error());
            m_mustRefresh = true;
            return false;
        }
        if (gone)
            noteState(id, gone->state, gone->reason);
        else
            noteDeleted(id);
        m_states.erase(id);
    }
    m_hasLearned = true;
    return true;
}

void CampaignRoll::upsert(const Campaign &campaign)
{
    auto found = m_runs.find(campaign.id);
    if (found != m_runs.end() && found->second.isSending()
        && found->second.campaign.settings.rate == campaign.settings.rate
        && found->second.campaign.settings.window == campaign.settings.window
        && found->second.campaign.settings.brake == campaign.settings.brake) {
        CampaignRun &run = found->second;
        run.campaign = campaign;
        run.hasNews = true;
        run.isBacklogStale = true;
        run.cameShort = false; // somebody may have been brought back, also of a country that was done
        run.regionsReadAt = MonotonicTime::min();
    } else {
        CampaignRun fresh{campaign, m_desk.options};
        if (found != m_runs.end()) { // resumed, or changed, while answers were under way
            found->second.giveBackClaims(m_desk.book, m_desk.ports.clock.monotonic());
            fresh.inFlight = found->second.inFlight;
            fresh.pacer = found->second.pacer;
            m_runs.erase(found);
        }
        m_runs.emplace(campaign.id, std::move(fresh));
    }
    noteState(campaign.id, CampaignState::Sending, {});
}

void CampaignRoll::release(CampaignRun &run)
{
    run.giveBackClaims(m_desk.book, m_desk.ports.clock.monotonic());
    run.hasNews = true;
}

/// Takes a campaign's state over and tells it if it is new.
void CampaignRoll::noteState(CampaignId id, CampaignState state, const StateReason &reason)
{
    CampaignRun *run = find(id);
    if (run && run->campaign.state != state) {
        run->campaign.state = state;
        run->campaign.reason = reason;
        if (state != CampaignState::Sending)
            release(*run);
    }
    const auto known = m_states.find(id);
    const bool isNew = known == m_states.end() ? m_hasLearned : known->second != state;
    m_states[id] = state;
    if (isNew)
        m_observer(id, run, state, reason);
}
