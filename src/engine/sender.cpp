#include "engine/sender.h"

#include "domain/ports/credentialsource.h"
#include "domain/ports/headermediaresolver.h"
#include "domain/ports/messagegateway.h"
#include "domain/ports/sendledger.h"
#include "domain/preflight.h"
#include "engine/answerbook.h"
#include "engine/campaignrun.h"
#include "engine/numberlane.h"
#include "engine/retrypolicy.h"

#include <QLocale>
#include <QLoggingCategory>
#include <QPointer>
#include <QRandomGenerator>
#include <QTimer>

#include <algorithm>
#include <cmath>
#include <map>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Q_LOGGING_CATEGORY(lcEngine, "fanfare.engine")

namespace {

constexpr auto kPollInterval = 250ms; // for requests of other processes
constexpr auto kReportInterval = 100ms;
constexpr auto kFadingReportInterval = 1s; // when nothing but the rate changes
constexpr auto kEstimateInterval = 1s;
constexpr auto kClaimAhead = 100ms; // how far claims may run ahead of the wire
constexpr auto kHandOver = 3ms; // until a message that was posted has left our thread
constexpr auto kRegionsInterval = 60s;
constexpr auto kAnswersAwaited = 10s; // on a clean stop
constexpr auto kGivesUpWriting =
    15s; // on a clean stop: whatever is unwritten then is found at the next start
constexpr auto kFarRetry = 1h; // a wait this long is a hold, not a backoff
constexpr auto kMediaLifetime = std::chrono::days{29}; // Meta keeps uploads for thirty
constexpr std::chrono::seconds kLongestLedgerWait = 30s;
constexpr std::chrono::seconds kLedgerWaitWhileStopping = 1s;
constexpr std::chrono::milliseconds kClockMoved = 2s;

std::chrono::nanoseconds untilRetry(int failures)
{
    return longestBackoff(failures);
}

/// The rate in force as a rate that an estimate understands.
SendRate roundedRate(double perSecond)
{
    if (perSecond >= 1)
        return {SendRate::Unit::PerSecond, static_cast<int>(std::lround(perSecond))};
    return {SendRate::Unit::PerMinute, std::max(1, static_cast<int>(std::lround(perSecond * 60)))};
}

} // namespace

/// The work behind a Sender.
class Sender::Engine
{
    Q_DECLARE_TR_FUNCTIONS(Sender)

public:
    Engine(Sender &sender, const SenderPorts &ports, const SenderOptions &options);
    ~Engine();

    void start();
    void wake();
    void stop();
    void work();
    MonotonicTime nextWake() const { return m_nextWake; }

private:
    struct Flight
    {
        AttemptId attempt;
        RecipientId recipient;
        CampaignId campaign;
        int attemptNumber = 1;
        MonotonicTime startedAt;
        int session = 0;
    };
    struct PendingReaction
    {
        CampaignId campaign;
        CampaignReaction reaction;
    };
    struct LedgerTrouble
    {
        Error error;
        MonotonicTime retryAt;
    };

    void doWork();
    bool recover();
    bool tryAgain();
    bool writeAnswers();
    bool react();
    bool refresh();
    bool learn(const std::vector<Campaign> &live);
    bool startDue();
    void serve(AccountId account);
    bool mayStartSoon(NumberLane &lane);
    bool finishDrained();
    void report();
    void tellWaits();
    void writeNotes();
    void checkIdle();
    void finishStopping();

    void upsert(const Campaign &campaign);
    void release(CampaignRun &run);
    void noteDeleted(CampaignId id);
    void forgetEndedRuns();
    void noteState(CampaignId id, CampaignState state, const StateReason &reason);
    bool change(CampaignId id, CampaignEvent event, const StateReason &reason);

    std::shared_ptr<const Credential> credentialFor(AccountId account);
    std::vector<CampaignRun *> runsOf(AccountId account);
    bool hasLiveCampaign(AccountId account) const;
    void tuneLane(NumberLane &lane, const std::vector<CampaignRun *> &runs, const Credential &credential);
    bool isReady(CampaignRun &run, const std::shared_ptr<const Credential> &credential);
    bool hasHeaderMedia(CampaignRun &run, const std::shared_ptr<const Credential> &credential);
    void askForHeaderMedia(CampaignRun &run, const std::shared_ptr<const Credential> &credential);
    void noteHeaderMedia(CampaignId campaign, const Result<HeaderMedia> &media);
    bool passesGate(CampaignRun &run);
    bool claimAhead(CampaignRun &run, NumberLane &lane, int activeRuns);
    bool sendOne(const std::vector<CampaignRun *> &runs, NumberLane &lane, AccountId account,
                 const std::shared_ptr<const Credential> &credential);
    void post(CampaignRun &run, NumberLane &lane, const std::shared_ptr<const Credential> &credential);
    void noteOutcome(const Flight &flight, const SendOutcome &outcome);
    void slowDown(const Verdict &verdict, CampaignRun &run, NumberLane &lane, const Flight &flight);
    void giveBackClaims(CampaignRun &run);
    void reportOn(CampaignRun &run);
    StateReason waitOf(CampaignRun &run);

    void fail(const Error &error);
    void noteWritten();
    bool isBlocked() const { return m_trouble.has_value(); }
    bool mayWriteNow();
    UtcTime ledgerNow();
    MonotonicTime monotonicAt(UtcTime ledgerTime);
    void want(MonotonicTime time);
    void arm();

    Sender &m_sender;
    SenderPorts m_ports;
    SenderOptions m_options;
    QTimer m_timer;
    MonotonicTime m_nextWake = MonotonicTime::max();

    bool m_isStarted = false;
    bool m_isRecovered = false;
    bool m_isStopping = false;
    bool m_hasAbandoned = false;
    bool m_isLastLook = false; ///< for answers, before giving up on them
    int m_session = 0; ///< counts starts
    MonotonicTime m_stopBegun;

    std::map<CampaignId, CampaignRun> m_runs;
    std::map<AccountId, NumberLane> m_lanes;
    std::map<AccountId, CampaignId> m_lastServed; ///< whose turn it was
    std::map<CampaignId, Campaign> m_scheduled;
    std::map<CampaignId, CampaignState> m_states; ///< of live campaigns, as last told
    AnswerBook m_book;
    std::vector<PendingReaction> m_reactions;
    std::vector<std::pair<CampaignId, QString>> m_notes; ///< for the activity log

    std::optional<qint64> m_stamp;
    MonotonicTime m_pollAt = MonotonicTime::min();
    bool m_mustRefresh = true;
    bool m_hasLearned = false;
    bool m_isIdle = false;
    int m_totalInFlight = 0;
    MonotonicTime m_postedAt = MonotonicTime::min(); ///< the last message
    bool m_isWriteWaiting = false; ///< nothing more is posted before it

    std::optional<LedgerTrouble> m_trouble;
    std::chrono::seconds m_nextLedgerWait{1};

    UtcTime m_anchorWall;
    MonotonicTime m_anchorMonotonic;
};

Sender::Engine::Engine(Sender &sender, const SenderPorts &ports, const SenderOptions &options)
    : m_sender{sender}
    , m_ports{ports}
    , m_options{options}
    , m_timer{&sender} // so that it moves to a thread with its sender
    , m_anchorWall{ports.clock.now()}
    , m_anchorMonotonic{ports.clock.monotonic()}
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    QObject::connect(&m_timer, &QTimer::timeout, &m_sender, &Sender::work);
}

Sender::Engine::~Engine()
{
    if (!m_isStarted)
        return;
    for (auto &[id, run] : m_runs)
        giveBackClaims(run);
    if (m_totalInFlight > 0)
        m_ports.gateway.abandonAll();
    if (m_book.isEmpty())
        return;
    if (const auto written = m_book.write(m_ports.ledger, m_ports.clock); !written)
        qCWarning(lcEngine) << "answers could not be written at the end:" << written.error().detail;
}

void Sender::Engine::start()
{
    if (m_isStarted)
        return;
    m_isStarted = true;
    ++m_session;
    m_totalInFlight = 0;
    m_isStopping = false;
    m_hasAbandoned = false;
    m_isLastLook = false;
    m_isIdle = false;
    wake();
}

void Sender::Engine::wake()
{
    m_mustRefresh = true;
    want(MonotonicTime::min());
    arm();
}

void Sender::Engine::stop()
{
    if (!m_isStopping) {
        m_isStopping = true;
        m_stopBegun = m_ports.clock.monotonic();
        if (m_trouble)
            m_trouble->retryAt = m_stopBegun; // there may be no later chance
    }
    want(MonotonicTime::min());
    arm();
}

void Sender::Engine::work()
{
    m_nextWake = MonotonicTime::max();
    if (!m_isStarted) {
        if (std::exchange(m_isStopping, false))
            emit m_sender.stopped();
        return;
    }
    doWork();
    if (m_isStopping)
        finishStopping();
    if (m_isStarted)
        arm();
}

void Sender::Engine::doWork()
{
    const MonotonicTime now = m_ports.clock.monotonic();
    want(now + kPollInterval);
    m_isWriteWaiting = false;
    if (m_trouble) {
        if (now < m_trouble->retryAt) {
            want(m_trouble->retryAt);
            tellWaits();
            return;
        }
        if (!tryAgain()) {
            tellWaits();
            return;
        }
    }
    const bool isFine = recover() && react() && writeAnswers() && (m_isStopping || (refresh() && startDue()));
    if (!isFine) {
        tellWaits();
        return;
    }
    if (!m_isStopping) {
        std::vector<AccountId> accounts;
        for (const auto &[id, run] : m_runs) {
            if (run.isSending()
                && std::find(accounts.begin(), accounts.end(), run.campaign.accountId) == accounts.end())
                accounts.push_back(run.campaign.accountId);
        }
        for (const AccountId account : accounts)
            serve(account);
        if (!isBlocked())
            finishDrained();
    }
    if (!isBlocked())
        report();
    forgetEndedRuns();
    tellWaits();
    if (!m_reactions.empty())
        want(MonotonicTime::min());
    if (!m_isStopping)
        checkIdle();
}

/// What a crash left behind is settled before the first claim.
bool Sender::Engine::recover()
{
    if (m_isRecovered)
        return true;
    const Result<int> interrupted = m_ports.ledger.markInterrupted(m_ports.clock.now());
    if (!interrupted) {
        fail(interrupted.error());
        return false;
    }
    m_isRecovered = true;
    if (*interrupted > 0)
        emit m_sender.foundInterrupted(*interrupted);
    return true;
}

/// After trouble with the ledger: nothing leaves before something could be written.
bool Sender::Engine::tryAgain()
{
    for (auto &[id, run] : m_runs)
        giveBackClaims(run);
    m_trouble.reset();
    m_mustRefresh = true;
    return m_book.isEmpty() || writeAnswers();
}

bool Sender::Engine::writeAnswers()
{
    if (m_book.isEmpty())
        return true;
    const MonotonicTime now = m_ports.clock.monotonic();
    if (m_book.dueAt() > now && !m_isStopping && m_reactions.empty()) {
        want(m_book.dueAt());
        return true;
    }
    if (!m_isStopping && m_reactions.empty() && !mayWriteNow())
        return true;
    const Result<std::vector<CampaignId>> written = m_book.write(m_ports.ledger, m_ports.clock);
    if (!written) {
        fail(written.error());
        return false;
    }
    noteWritten();
    for (const CampaignId id : *written) {
        if (const auto run = m_runs.find(id); run != m_runs.end()) {
            run->second.hasNews = true;
            run->second.isBacklogStale = true;
        }
    }
    return true;
}

/// Carries out what answers asked for: the answers themselves first, so that nobody is left in `sending`.
bool Sender::Engine::react()
{
    while (!m_reactions.empty()) {
        if (!writeAnswers())
            return false;
        const PendingReaction pending = m_reactions.front();
        const auto run = m_runs.find(pending.campaign);
        if (run == m_runs.end()) {
            m_reactions.erase(m_reactions.begin());
            continue;
        }
        if (pending.reaction.reach == CampaignReaction::Reach::Campaign) {
            if (run->second.isSending()
                && !change(pending.campaign, pending.reaction.event, pending.reaction.reason))
                return false;
        } else {
            const AccountId account = run->second.campaign.accountId;
            if (!hasLiveCampaign(account)) { // an earlier answer has stopped it all
                m_reactions.erase(m_reactions.begin());
                continue;
            }
            const Result<std::vector<CampaignId>> changed = m_ports.ledger.changeAll(
                account, pending.reaction.event, pending.reaction.reason, m_ports.clock.now());
            if (!changed) {
                fail(changed.error());
                return false;
            }
            noteWritten();
            const CampaignState state =
                pending.reaction.event == CampaignEvent::Fail ? CampaignState::Failed : CampaignState::Paused;
            for (const CampaignId id : *changed) {
                m_scheduled.erase(id);
                noteState(id, state, pending.reaction.reason);
            }
            m_mustRefresh = true; // what was not changed was no longer sending: somebody else was quicker
        }
        m_reactions.erase(m_reactions.begin());
    }
    return true;
}

bool Sender::Engine::refresh()
{
    const MonotonicTime now = m_ports.clock.monotonic();
    if (!m_mustRefresh && now < m_pollAt) {
        want(m_pollAt);
        return true;
    }
    m_pollAt = now + kPollInterval;
    want(m_pollAt);
    const qint64 stamp = m_ports.ledger.outsideChangeStamp();
    if (!m_mustRefresh && m_stamp == stamp)
        return true;
    const Result<std::vector<Campaign>> live = m_ports.ledger.liveCampaigns();
    if (!live) {
        fail(live.error());
        return false;
    }
    m_stamp = stamp;
    m_mustRefresh = false;
    return learn(*live);
}

bool Sender::Engine::learn(const std::vector<Campaign> &live)
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
        const Result<Campaign> gone = m_ports.ledger.campaign(id);
        if (!gone && gone.error().kind != ErrorKind::NotFound) {
            fail(gone.error());
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

bool Sender::Engine::startDue()
{
    const UtcTime now = m_ports.clock.now();
    std::vector<CampaignId> due;
    for (const auto &[id, campaign] : m_scheduled) {
        if (campaign.scheduledFor && *campaign.scheduledFor <= now)
            due.push_back(id);
    }
    for (const CampaignId id : due) {
        if (!change(id, CampaignEvent::Start, {}))
            return false;
        m_scheduled.erase(id);
        const Result<Campaign> started = m_ports.ledger.campaign(id);
        if (!started) {
            if (started.error().kind == ErrorKind::NotFound)
                continue;
            fail(started.error());
            m_mustRefresh = true;
            return false;
        }
        if (started->state == CampaignState::Sending)
            upsert(*started);
    }
    return true;
}

bool Sender::Engine::mayStartSoon(NumberLane &lane)
{
    const MonotonicTime now = m_ports.clock.monotonic();
    const std::optional<MonotonicTime> start = lane.nextStart(now);
    if (start && lane.isProbing())
        want(*start);
    return lane.trouble().isEmpty() || (start && *start <= now + kClaimAhead);
}

/// Claims and sends for one number, its campaigns in turn.
void Sender::Engine::serve(AccountId account)
{
    const std::shared_ptr<const Credential> credential = credentialFor(account);
    if (!credential)
        return;
    NumberLane &lane = m_lanes[account];
    const std::vector<CampaignRun *> runs = runsOf(account);
    tuneLane(lane, runs, *credential);
    std::vector<CampaignRun *> ready;
    for (CampaignRun *run : runs) {
        if (isReady(*run, credential))
            ready.push_back(run);
    }
    if (!mayStartSoon(lane)) { // a wait, not pacing: nobody stays claimed for that long
        for (CampaignRun *run : ready)
            giveBackClaims(*run);
    }
    if (lane.isProbing()) { // one message finds out for all of them
        const auto claimed = std::find_if(ready.begin(), ready.end(),
                                          [](const CampaignRun *run) { return !run->claims.empty(); });
        if (!ready.empty())
            ready = {claimed == ready.end() ? ready.front() : *claimed};
    }
    const auto active = static_cast<int>(ready.size());
    bool hasProgress = true;
    while (hasProgress) {
        hasProgress = false;
        for (CampaignRun *run : ready) {
            if (isBlocked())
                return;
            hasProgress |= claimAhead(*run, lane, active);
        }
        while (!isBlocked() && sendOne(ready, lane, account, credential))
            hasProgress = true;
    }
}

bool Sender::Engine::finishDrained()
{
    for (auto &[id, run] : m_runs) {
        const bool isQuiet = run.claims.empty() && !run.isInFlight() && !m_book.holds(id);
        if (!run.isSending() || !isQuiet || !run.isBacklogStale)
            continue;
        if (!run.cameShort && run.gate.viewAt(m_ports.clock.now()).isOpen)
            continue;
        const Result<Backlog> backlog = m_ports.ledger.backlog(id, ledgerNow());
        if (!backlog) {
            fail(backlog.error());
            return false;
        }
        run.isBacklogStale = false;
        if (backlog->ready == 0 && backlog->waiting == 0 && backlog->sending == 0) {
            reportOn(run);
            if (isBlocked() || !change(id, CampaignEvent::Finish, {}))
                return false;
            continue;
        }
        run.retryAt = backlog->earliestNotBefore;
        if (backlog->ready > 0 && !run.claimedRegions) {
            // Somebody else freed them a moment ago; not at once again, in case they cannot be claimed.
            run.retryAt = ledgerNow() + kPollInterval;
        }
        if (run.retryAt)
            want(monotonicAt(*run.retryAt));
    }
    return true;
}

void Sender::Engine::report()
{
    const MonotonicTime now = m_ports.clock.monotonic();
    for (auto &[id, run] : m_runs) {
        if (!run.hasNews && run.reportedPerSecond == 0)
            continue;
        const MonotonicTime due = run.reportedAt == MonotonicTime::min() ? now
                                                                         : run.reportedAt
                + (run.hasNews ? std::chrono::nanoseconds{kReportInterval} : kFadingReportInterval);
        if (due > now)
            want(due);
        else if (!isBlocked())
            reportOn(run);
    }
}

void Sender::Engine::tellWaits()
{
    for (auto &[id, run] : m_runs) {
        const StateReason reason = waitOf(run);
        if (reason.code == run.waitingFor.code)
            continue;
        run.waitingFor = reason;
        if (!run.isSending())
            continue;
        emit m_sender.waiting(id, reason);
        if (isBlocked())
            continue;
        m_notes.emplace_back(id, reason.isEmpty() ? tr("Sending goes on.") : reason.message);
    }
    writeNotes();
}

/// The activity log is a courtesy: a line that cannot be written is dropped.
void Sender::Engine::writeNotes()
{
    if (isBlocked())
        return;
    for (const auto &[id, what] : std::exchange(m_notes, {})) {
        if (const Result<> noted = m_ports.ledger.note(id, what, m_ports.clock.now()); !noted)
            qCWarning(lcEngine) << "a note could not be written:" << noted.error().detail;
    }
}

void Sender::Engine::checkIdle()
{
    if (!m_hasLearned || m_mustRefresh || isBlocked() || m_totalInFlight > 0 || !m_book.isEmpty()
        || !m_reactions.empty()) {
        m_isIdle = false;
        return;
    }
    const UtcTime now = m_ports.clock.now();
    const bool isIdle = std::all_of(m_runs.begin(), m_runs.end(), [&](auto &entry) {
        CampaignRun &run = entry.second;
        if (!run.isSending())
            return true;
        if (!run.claims.empty() || run.isBacklogStale)
            return false;
        if (!run.gate.viewAt(now).isOpen)
            return true;
        return run.cameShort && (!run.retryAt || *run.retryAt - ledgerNow() > kFarRetry);
    });
    if (isIdle && !m_isIdle) {
        m_isIdle = true;
        emit m_sender.becameIdle();
    }
    m_isIdle = isIdle;
}

void Sender::Engine::finishStopping()
{
    const MonotonicTime now = m_ports.clock.monotonic();
    for (auto &[id, run] : m_runs)
        giveBackClaims(run);
    const MonotonicTime deadline = m_stopBegun + kAnswersAwaited;
    const bool isLate = m_totalInFlight > 0 && now >= deadline && !m_hasAbandoned;
    if (isLate && !m_isLastLook) {
        // Where a locked database kept this thread waiting, answers lie in its event loop unread.
        m_isLastLook = true;
        want(MonotonicTime::min());
        return;
    }
    if (isLate) {
        m_hasAbandoned = true;
        m_ports.gateway.abandonAll();
    }
    if (!isBlocked() && react())
        writeAnswers();
    const bool isDone = m_totalInFlight == 0 && m_book.isEmpty();
    if (!isDone && now < m_stopBegun + kGivesUpWriting) {
        want(now < deadline ? std::min(now + kPollInterval, deadline) : now + kPollInterval);
        return;
    }
    if (!isDone)
        qCWarning(lcEngine)
            << "stopped with unwritten answers; the people concerned will stand as unconfirmed";
    if (!isBlocked())
        report();
    m_runs.clear();
    m_states.clear();
    m_scheduled.clear();
    m_lanes.clear();
    m_reactions.clear();
    m_book = {};
    m_trouble.reset();
    m_hasLearned = false;
    m_isStarted = false;
    m_isRecovered = false;
    m_isStopping = false;
    m_timer.stop();
    emit m_sender.stopped();
}

void Sender::Engine::upsert(const Campaign &campaign)
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
        run.cameShort = false; // somebody may have been brought back
    } else {
        CampaignRun fresh{campaign, m_options};
        if (found != m_runs.end()) { // resumed, or changed, while answers were under way
            giveBackClaims(found->second);
            fresh.inFlight = found->second.inFlight;
            fresh.pacer = found->second.pacer;
            m_runs.erase(found);
        }
        m_runs.emplace(campaign.id, std::move(fresh));
    }
    noteState(campaign.id, CampaignState::Sending, {});
}

void Sender::Engine::release(CampaignRun &run)
{
    giveBackClaims(run);
    run.hasNews = true;
}

/// Somebody deleted it, perhaps before its end was seen here: that is no trouble with the ledger.
void Sender::Engine::noteDeleted(CampaignId id)
{
    m_scheduled.erase(id);
    m_states.erase(id);
    const auto run = m_runs.find(id);
    if (run == m_runs.end())
        return;
    run->second.campaign.state = CampaignState::Cancelled;
    release(run->second);
}

void Sender::Engine::forgetEndedRuns()
{
    for (auto run = m_runs.begin(); run != m_runs.end();) {
        const bool isOver = !run->second.isSending() && !run->second.isInFlight()
            && run->second.claims.empty() && !m_book.holds(run->first) && !run->second.hasNews;
        run = isOver ? m_runs.erase(run) : std::next(run);
    }
}

/// Takes a campaign's state over and tells it if it is new.
void Sender::Engine::noteState(CampaignId id, CampaignState state, const StateReason &reason)
{
    const auto run = m_runs.find(id);
    if (run != m_runs.end() && run->second.campaign.state != state) {
        run->second.campaign.state = state;
        run->second.campaign.reason = reason;
        if (state != CampaignState::Sending)
            release(run->second);
    }
    const auto known = m_states.find(id);
    const bool isNew = known == m_states.end() ? m_hasLearned : known->second != state;
    m_states[id] = state;
    if (!isNew)
        return;
    if (run != m_runs.end() && state != CampaignState::Sending && !isBlocked())
        reportOn(run->second); // the last figures come before the state
    emit m_sender.stateChanged(id, state, reason);
}

/// False only if the ledger is in trouble; a change that the table forbids leaves the state as it is, and a
/// deleted campaign is simply forgotten.
bool Sender::Engine::change(CampaignId id, CampaignEvent event, const StateReason &reason)
{
    const Result<CampaignState> state = m_ports.ledger.change(id, event, reason, m_ports.clock.now());
    if (!state) {
        if (state.error().kind == ErrorKind::NotFound) {
            noteDeleted(id);
            return true;
        }
        fail(state.error());
        return false;
    }
    noteWritten();
    const bool isOurs =
        event == CampaignEvent::Fail ? *state == CampaignState::Failed : *state == CampaignState::Paused;
    noteState(id, *state, isOurs ? reason : StateReason{});
    return true;
}

std::shared_ptr<const Credential> Sender::Engine::credentialFor(AccountId account)
{
    const Result<std::shared_ptr<const Credential>> credential = m_ports.credentials.credentialFor(account);
    if (credential)
        return *credential;
    const Error &error = credential.error();
    const auto run = std::find_if(m_runs.begin(), m_runs.end(), [&](const auto &entry) {
        return entry.second.isSending() && entry.second.campaign.accountId == account;
    });
    m_reactions.push_back({
        run->first,
        {CampaignReaction::Reach::Account,
                 CampaignEvent::Pause,
                 {error.code.isEmpty() ? u"no_token"_s : error.code, error.message,
          tr("Give the access key in Settings, then resume.")}}
    });
    return nullptr;
}

/// The sending campaigns of a number, beginning with the one whose turn it is.
std::vector<CampaignRun *> Sender::Engine::runsOf(AccountId account)
{
    std::vector<CampaignRun *> runs;
    for (auto &[id, run] : m_runs) {
        if (run.isSending() && run.campaign.accountId == account)
            runs.push_back(&run);
    }
    const CampaignId last = m_lastServed[account];
    const auto next = std::find_if(runs.begin(), runs.end(),
                                   [&](const CampaignRun *run) { return run->campaign.id > last; });
    std::rotate(runs.begin(), next, runs.end());
    return runs;
}

bool Sender::Engine::hasLiveCampaign(AccountId account) const
{
    return std::any_of(m_runs.begin(), m_runs.end(),
                       [&](const auto &entry) {
                           return entry.second.isSending() && entry.second.campaign.accountId == account;
                       })
        || std::any_of(m_scheduled.begin(), m_scheduled.end(),
                       [&](const auto &entry) { return entry.second.accountId == account; });
}

void Sender::Engine::tuneLane(NumberLane &lane, const std::vector<CampaignRun *> &runs,
                              const Credential &credential)
{
    constexpr int kMetaDefaultPerSecond = 80;
    int nominal = credential.account.throughputPerSecond.value_or(0);
    if (nominal < 1) { // never reported: the campaigns' own wishes are obeyed
        nominal = kMetaDefaultPerSecond;
        for (const CampaignRun *run : runs)
            nominal =
                std::max(nominal, static_cast<int>(run->campaign.settings.rate.perSecond(std::nullopt)));
    }
    lane.setNominal(nominal, m_ports.clock.monotonic());
    for (CampaignRun *run : runs)
        run->pacer.setLimit(limitOf(run->campaign.settings.rate, nominal));
}

/// Whether anything but pacing keeps a campaign from sending.
bool Sender::Engine::isReady(CampaignRun &run, const std::shared_ptr<const Credential> &credential)
{
    if (!run.messageTemplate) {
        m_reactions.push_back({
            run.campaign.id,
            {CampaignReaction::Reach::Campaign,
                          CampaignEvent::Pause,
                          {u"template"_s, tr("The template of this campaign is missing."),
              tr("Duplicate the campaign and choose the template again.")}}
        });
        return false;
    }
    const MonotonicTime now = m_ports.clock.monotonic();
    if (run.heldUntil > now) {
        want(run.heldUntil);
        return false;
    }
    return passesGate(run) && hasHeaderMedia(run, credential);
}

bool Sender::Engine::hasHeaderMedia(CampaignRun &run, const std::shared_ptr<const Credential> &credential)
{
    const HeaderMedia &media = run.headerMedia;
    if (media.kind != HeaderMedia::Kind::File || !run.messageTemplate->needsHeaderMedia())
        return true;
    const bool isFresh = !media.mediaId.isEmpty() && media.uploadedAt
        && m_ports.clock.now() - *media.uploadedAt < kMediaLifetime;
    if (!isFresh && !run.isAskingForMedia)
        askForHeaderMedia(run, credential);
    return isFresh;
}

void Sender::Engine::askForHeaderMedia(CampaignRun &run, const std::shared_ptr<const Credential> &credential)
{
    run.isAskingForMedia = true;
    const CampaignId id = run.campaign.id;
    m_ports.headerMedia.resolve(
        run.campaign, credential,
        [this, id, sender = QPointer<Sender>{&m_sender}](const Result<HeaderMedia> &media) {
            if (sender)
                noteHeaderMedia(id, media);
        });
}

void Sender::Engine::noteHeaderMedia(CampaignId campaign, const Result<HeaderMedia> &media)
{
    const auto found = m_runs.find(campaign);
    if (found == m_runs.end())
        return;
    CampaignRun &run = found->second;
    run.isAskingForMedia = false;
    want(MonotonicTime::min());
    arm();
    if (media) {
        run.headerMedia = *media;
        run.mediaFailures = 0;
        run.heldFor = {};
        return;
    }
    const Error &error = media.error();
    if (error.kind == ErrorKind::Network || error.kind == ErrorKind::Busy) {
        run.heldUntil = m_ports.clock.monotonic() + untilRetry(++run.mediaFailures);
        run.heldFor = {u"header_media"_s,
                       tr("The header file could not be uploaded yet: %1").arg(error.message),
                       tr("It is tried again by itself.")};
        return;
    }
    m_reactions.push_back({
        campaign,
        {CampaignReaction::Reach::Campaign,
          CampaignEvent::Pause,
          {u"header_media"_s, tr("The header file could not be uploaded: %1").arg(error.message),
          tr("Choose another file, then resume.")}}
    });
}

/// False while the send window is closed. Claims made for other countries than the present ones are given
/// back.
bool Sender::Engine::passesGate(CampaignRun &run)
{
    const MonotonicTime now = m_ports.clock.monotonic();
    if (run.gate.needsRegions()
        && (run.regionsReadAt == MonotonicTime::min() || now - run.regionsReadAt >= kRegionsInterval)) {
        Result<std::vector<QString>> regions = m_ports.ledger.pendingRegions(run.campaign.id);
        if (!regions) {
            fail(regions.error());
            return false;
        }
        run.regionsReadAt = now;
        run.gate.setRegions(*std::move(regions));
    }
    const WindowGate::View &view = run.gate.viewAt(m_ports.clock.now());
    if (!view.isOpen || view.regions != run.claimedRegions) {
        giveBackClaims(run);
        run.claimedRegions = view.regions;
        run.cameShort = false;
    }
    return view.isOpen;
}

/// Keeps about a tenth of a second of messages claimed. True if something was claimed.
bool Sender::Engine::claimAhead(CampaignRun &run, NumberLane &lane, int activeRuns)
{
    if (!run.isSending())
        return false;
    if (run.cameShort) {
        if (!run.retryAt)
            return false;
        if (*run.retryAt > ledgerNow()) {
            want(monotonicAt(*run.retryAt));
            return false;
        }
        run.retryAt.reset();
        run.cameShort = false;
    }
    const MonotonicTime now = m_ports.clock.monotonic();
    const std::optional<MonotonicTime> laneStart = lane.nextStart(now);
    if (!laneStart)
        return false;
    const MonotonicTime start = std::max(*laneStart, run.pacer.nextStart());
    if (start > now + kClaimAhead) {
        if (run.claims.empty())
            want(start - kClaimAhead);
        return false;
    }
    const double perSecond =
        std::min(run.pacer.limit().perSecond(), lane.pacer().limit().perSecond() / activeRuns);
    constexpr double kClaimAheadSeconds = std::chrono::duration<double>{kClaimAhead}.count();
    const int target = lane.isProbing() ? 1 : std::max(1, static_cast<int>(perSecond * kClaimAheadSeconds));
    const auto waiting = static_cast<int>(run.claims.size());
    if (waiting * 4 > target)
        return false;
    if (!run.claims.empty() && now < m_postedAt + kHandOver) // there is time until the next turn
        return false;
    const int wanted = std::min(target - waiting, m_ports.gateway.freeSlots() - waiting);
    if (wanted <= 0 || !mayWriteNow())
        return false;
    const Result<ClaimResult> claimed =
        m_ports.ledger.claim({run.campaign.id, wanted, ledgerNow(), run.claimedRegions});
    if (!claimed) {
        if (claimed.error().kind == ErrorKind::NotFound)
            noteDeleted(run.campaign.id);
        else
            fail(claimed.error());
        return false;
    }
    noteWritten();
    if (claimed->state != CampaignState::Sending) { // paused or cancelled a moment ago
        m_mustRefresh = true;
        want(MonotonicTime::min());
        return false;
    }
    run.claims.insert(run.claims.end(), claimed->claims.begin(), claimed->claims.end());
    run.hasNews |= !claimed->claims.empty() || claimed->keptOut > 0;
    if (static_cast<int>(claimed->claims.size()) + claimed->keptOut < wanted) {
        run.cameShort = true;
        run.isBacklogStale = true;
    }
    if (claimed->keptOut > 0)
        want(MonotonicTime::min());
    return !claimed->claims.empty();
}

/// Posts the next message of the number, if one may leave now.
bool Sender::Engine::sendOne(const std::vector<CampaignRun *> &runs, NumberLane &lane, AccountId account,
                             const std::shared_ptr<const Credential> &credential)
{
    const bool hasClaims =
        std::any_of(runs.begin(), runs.end(), [](const CampaignRun *run) { return !run->claims.empty(); });
    if (!hasClaims || m_isWriteWaiting || m_ports.gateway.freeSlots() <= 0) // an answer makes room, wakes us
        return false;
    const MonotonicTime now = m_ports.clock.monotonic();
    const std::optional<MonotonicTime> laneStart = lane.nextStart(now);
    if (!laneStart)
        return false;
    if (*laneStart > now) {
        want(*laneStart);
        return false;
    }
    // In turn: the first one behind the last served that has something to send and may.
    const CampaignId last = m_lastServed[account];
    CampaignRun *next = nullptr;
    for (CampaignRun *run : runs) {
        if (run->claims.empty() || !run->isSending())
            continue;
        if (run->pacer.nextStart() > now) {
            want(run->pacer.nextStart());
            continue;
        }
        const bool isBehind = run->campaign.id > last;
        const bool foundBehind = next && next->campaign.id > last;
        if (!next || (isBehind && (!foundBehind || run->campaign.id < next->campaign.id))
            || (!isBehind && !foundBehind && run->campaign.id < next->campaign.id))
            next = run;
    }
    if (!next)
        return false;
    const WindowGate::View &view = next->gate.viewAt(m_ports.clock.now());
    if (!view.isOpen || view.regions != next->claimedRegions) { // changed this very moment
        want(MonotonicTime::min());
        return false;
    }
    m_lastServed[account] = next->campaign.id;
    post(*next, lane, credential);
    return true;
}

void Sender::Engine::post(CampaignRun &run, NumberLane &lane,
                          const std::shared_ptr<const Credential> &credential)
{
    const Claim claim = std::move(run.claims.front());
    run.claims.pop_front();
    HeaderMedia media = run.headerMedia;
    if (media.kind == HeaderMedia::Kind::File) {
        media.kind = HeaderMedia::Kind::Id;
        media.value = media.mediaId;
    }
    const MonotonicTime now = m_ports.clock.monotonic();
    m_postedAt = now;
    run.pacer.noteStart(now);
    lane.noteStart(now);
    run.meter.note(now);
    ++run.inFlight;
    ++m_totalInFlight;
    const Flight flight{claim.attempt, claim.recipient, claim.campaign, claim.attemptNumber, now, m_session};
    m_ports.gateway.send({claim.attempt, credential, claim.to, run.messageTemplate, claim.variables, media},
                         [this, flight, sender = QPointer<Sender>{&m_sender}](const SendOutcome &outcome) {
                             if (sender)
                                 noteOutcome(flight, outcome);
                         });
}

void Sender::Engine::noteOutcome(const Flight &flight, const SendOutcome &outcome)
{
    const auto found = m_runs.find(flight.campaign);
    if (found == m_runs.end() || flight.session != m_session) // stopped meanwhile, and given up
        return;
    CampaignRun &run = found->second;
    NumberLane &lane = m_lanes[run.campaign.accountId];
    const MonotonicTime now = m_ports.clock.monotonic();
    --run.inFlight;
    --m_totalInFlight;
    const Verdict verdict = judge(outcome, flight.attemptNumber, run.campaign.settings.maxRetries,
                                  QRandomGenerator::global()->generateDouble());
    if (const auto *notSent = std::get_if<NotSent>(&outcome))
        lane.noteNotSent(notSent->why, flight.startedAt, now);
    else
        lane.noteAnswered(now);
    if (verdict.isGivenBack) {
        m_book.giveBack(flight.campaign, flight.attempt, now);
        run.cameShort = false;
    } else {
        Settlement settlement{
            flight.attempt, flight.recipient, flight.campaign, outcome, m_ports.clock.now(), verdict.next, {},
            verdict.error,  verdict.suppress};
        if (verdict.retryIn) {
            settlement.notBefore = ledgerNow() + *verdict.retryIn;
            run.retryAt = std::min(run.retryAt.value_or(*settlement.notBefore), *settlement.notBefore);
        }
        m_book.add(std::move(settlement), now);
    }
    slowDown(verdict, run, lane, flight);
    if (std::holds_alternative<Accepted>(outcome))
        run.brake.noteAccepted();
    if (verdict.refusedCode)
        run.brake.noteRefused(*verdict.refusedCode, verdict.error ? verdict.error->message : QString{});
    if (verdict.reaction)
        m_reactions.push_back({flight.campaign, *verdict.reaction});
    if (const std::optional<StateReason> tripped = run.brake.tripped(); tripped && run.isSending())
        m_reactions.push_back({
            flight.campaign, {CampaignReaction::Reach::Campaign, CampaignEvent::Pause, *tripped}
        });
    // Room for the next message, or a reaction: at once. Otherwise the answer waits for its group.
    const bool isUrgent =
        !m_reactions.empty() || lane.isProbing() || m_ports.gateway.freeSlots() <= 1 || m_isStopping;
    want(isUrgent ? MonotonicTime::min() : m_book.dueAt());
    arm();
}

void Sender::Engine::slowDown(const Verdict &verdict, CampaignRun &run, NumberLane &lane,
                              const Flight &flight)
{
    const MonotonicTime now = m_ports.clock.monotonic();
    const StateReason reason = verdict.error
        ? StateReason{verdict.error->code, verdict.error->message, verdict.error->advice}
        : StateReason{};
    switch (verdict.slowdown) {
    case Verdict::Slowdown::None:
        if (!verdict.isGivenBack) {
            lane.noteWorking(flight.startedAt);
            run.holds = 0;
        }
        break;
    case Verdict::Slowdown::SlowNumber:
        if (lane.noteTooFast(verdict.askedToWait, flight.startedAt, now))
            m_notes.emplace_back(run.campaign.id,
                                 tr("Meta asked to send slower. It goes on with at most %1 a second.")
                                     .arg(lane.pacer().limit().count));
        break;
    case Verdict::Slowdown::HoldNumber: lane.hold(verdict.askedToWait, reason, flight.startedAt, now); break;
    case Verdict::Slowdown::HoldCampaign:
        if (flight.startedAt < run.heldSince)
            break;
        run.heldSince = now;
        run.heldFor = reason;
        run.heldUntil = now
            + std::max<std::chrono::nanoseconds>(longestBackoff(++run.holds),
                                                 verdict.askedToWait.value_or(0s));
        giveBackClaims(run);
        break;
    }
}

void Sender::Engine::giveBackClaims(CampaignRun &run)
{
    const MonotonicTime now = m_ports.clock.monotonic();
    for (const Claim &claim : run.claims)
        m_book.giveBack(run.campaign.id, claim.attempt, now);
    if (!run.claims.empty())
        run.cameShort = false;
    run.claims.clear();
}

void Sender::Engine::reportOn(CampaignRun &run)
{
    const Result<Campaign> fresh = m_ports.ledger.campaign(run.campaign.id);
    if (!fresh) {
        if (fresh.error().kind != ErrorKind::NotFound)
            fail(fresh.error());
        run.hasNews = false;
        return;
    }
    const MonotonicTime now = m_ports.clock.monotonic();
    run.campaign.counts = fresh->counts;
    run.campaign.reached = fresh->reached;
    ProgressReport report{run.campaign.id, fresh->counts, fresh->reached};
    report.perSecond = run.isSending() ? run.meter.perSecond(now) : 0;
    report.remaining = fresh->counts.remaining();
    if (report.remaining == 0 && !run.cameShort
        && run.claims.empty()) { // nobody left: no need to try a claim first
        run.cameShort = true;
        run.isBacklogStale = true;
        want(MonotonicTime::min());
    }
    if (run.isSending()
        && (run.estimatedAt == MonotonicTime::min() || now - run.estimatedAt >= kEstimateInterval)) {
        run.estimatedAt = now;
        const NumberLane &lane = m_lanes[run.campaign.accountId];
        SendingWindow window = run.campaign.settings.window;
        if (m_options.isAlwaysOpen)
            window = *SendingWindow::parseHours(u"00:00-24:00");
        const SendRate rate =
            roundedRate(std::min(run.pacer.limit().perSecond(), lane.pacer().limit().perSecond()));
        const std::optional<SendEstimate> estimate =
            estimateSending(report.remaining, rate, std::nullopt, window, m_ports.clock.now(),
                            zoneOf(window, m_options.zone));
        run.endsAt = estimate ? std::optional{estimate->endsAt} : std::nullopt;
    }
    if (run.isSending())
        report.endsAt = run.endsAt;
    run.hasNews = false;
    run.reportedAt = now;
    run.reportedPerSecond = report.perSecond;
    emit m_sender.progressed(report);
}

/// Why a sending campaign does not get on, beyond pacing.
StateReason Sender::Engine::waitOf(CampaignRun &run)
{
    if (!run.isSending())
        return {};
    if (m_trouble)
        return {
            u"storage"_s,
            tr("What was sent cannot be written down, so sending waits: %1").arg(m_trouble->error.message),
            m_trouble->error.kind == ErrorKind::Busy
                ? tr("Sending goes on by itself as soon as the other program is done.")
                : tr("Free some space on the disk. Sending goes on by itself.")};
    if (run.heldUntil > m_ports.clock.monotonic())
        return run.heldFor;
    const WindowGate::View &view = run.gate.viewAt(m_ports.clock.now());
    if (!view.isOpen) {
        const QString advice = tr("Change the send window if it should go out sooner.");
        if (!view.opensAt)
            return {u"window"_s, tr("The send window is closed and never opens."), advice};
        const QDateTime opening = toDateTime(*view.opensAt).toTimeZone(m_options.zone);
        return {u"window"_s,
                tr("The send window is closed. Sending goes on at %1.")
                    .arg(QLocale{}.toString(opening, QLocale::ShortFormat)),
                advice};
    }
    return m_lanes[run.campaign.accountId].trouble();
}

void Sender::Engine::fail(const Error &error)
{
    qCWarning(lcEngine) << "the ledger failed:" << error.message << error.detail;
    const std::chrono::seconds wait =
        m_isStopping ? std::min(m_nextLedgerWait, kLedgerWaitWhileStopping) : m_nextLedgerWait;
    m_nextLedgerWait = std::min(kLongestLedgerWait, m_nextLedgerWait * 2);
    m_trouble = LedgerTrouble{error, m_ports.clock.monotonic() + wait};
    want(m_trouble->retryAt);
}

/// Messages posted a moment ago still leave through this thread's event loop. A commit that keeps it from
/// turning would hold them up, and they would arrive together with later ones, more than the limit in a
/// second. So such a write waits, and the next post with it.
bool Sender::Engine::mayWriteNow()
{
    const MonotonicTime handedOver = m_postedAt + kHandOver;
    m_isWriteWaiting = m_ports.clock.monotonic() < handedOver;
    if (m_isWriteWaiting)
        want(handedOver);
    return !m_isWriteWaiting;
}

void Sender::Engine::noteWritten()
{
    m_nextLedgerWait = 1s;
}

/// Wall time for the ledger that moves with the monotonic clock: a person who sets the clock back stops no
/// backoff. It follows a jump ahead, which is also what waking from sleep looks like.
UtcTime Sender::Engine::ledgerNow()
{
    const MonotonicTime monotonic = m_ports.clock.monotonic();
    const UtcTime wall = m_ports.clock.now();
    const UtcTime counted =
        m_anchorWall + std::chrono::duration_cast<std::chrono::milliseconds>(monotonic - m_anchorMonotonic);
    if (wall - counted < kClockMoved)
        return counted;
    m_anchorWall = wall;
    m_anchorMonotonic = monotonic;
    return wall;
}

MonotonicTime Sender::Engine::monotonicAt(UtcTime ledgerTime)
{
    return m_ports.clock.monotonic() + std::max<std::chrono::nanoseconds>(0ns, ledgerTime - ledgerNow());
}

void Sender::Engine::want(MonotonicTime time)
{
    m_nextWake = std::min(m_nextWake, time);
}

void Sender::Engine::arm()
{
    const MonotonicTime now = m_ports.clock.monotonic();
    const auto left = m_nextWake <= now ? 0ns : m_nextWake - now;
    m_timer.start(std::chrono::ceil<std::chrono::milliseconds>(std::min<std::chrono::nanoseconds>(left, 1h)));
}

Sender::Sender(const SenderPorts &ports, const SenderOptions &options, QObject *parent)
    : QObject{parent}
    , m_engine{std::make_unique<Engine>(*this, ports, options)}
{
}

Sender::~Sender() = default;

MonotonicTime Sender::nextWake() const
{
    return m_engine->nextWake();
}

void Sender::start()
{
    m_engine->start();
}

void Sender::wake()
{
    m_engine->wake();
}

void Sender::stop()
{
    m_engine->stop();
}

void Sender::work()
{
    m_engine->work();
}
