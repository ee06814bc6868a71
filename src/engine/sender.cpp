#include "engine/sender.h"

#include "domain/messagehold.h"
#include "domain/ports/credentialsource.h"
#include "domain/ports/directledger.h"
#include "domain/ports/messagegateway.h"
#include "domain/ports/sendledger.h"
#include "engine/campaignnews.h"
#include "engine/campaignroll.h"
#include "engine/directservice.h"
#include "engine/enginelog.h"
#include "engine/graphprobe.h"
#include "engine/numberservice.h"
#include "engine/senderdesk.h"

#include <QRandomGenerator>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Q_LOGGING_CATEGORY(lcEngine, "fanfare.engine")

namespace {
constexpr auto kPollInterval = 250ms; // for requests of other processes
constexpr auto kAnswersAwaited = 10s; // on a clean stop
constexpr auto kGivesUpWriting =
    15s; // on a clean stop: whatever is unwritten then is found at the next start
constexpr auto kFarRetry = 1h; // a wait this long is a hold, not a backoff
} // namespace

/// The work behind a Sender: one turn after the other, from what answers asked for to the next message.
class Sender::Engine
{
public:
    Engine(Sender &sender, const SenderPorts &ports, const SenderOptions &options);
    ~Engine();

    void start();
    void wake();
    void stop();
    void work();
    MonotonicTime nextWake() const { return m_desk.wake.next(); }

private:
    void doWork();
    bool recover();
    bool tryAgain();
    bool writeAnswers();
    bool react();
    bool carryOut(const PendingReaction &pending);
    bool haveSameKey(AccountId one, AccountId other);
    bool finishDrained();
    void checkIdle();
    bool isAtRest(CampaignRun &run);
    void finishStopping();

    void noteOutcome(const Flight &flight, const SendOutcome &outcome);
    void writeDown(const Flight &flight, const SendOutcome &outcome, const Verdict &verdict,
                   CampaignRun &run);
    void tellHold(const Accepted &accepted, CampaignRun &run);
    void noteUsage(const SendOutcome &outcome, const CampaignRun &run, NumberLane &lane);
    void slowDown(const Verdict &verdict, CampaignRun &run, NumberLane &lane, const Flight &flight);
    void giveBackAllClaims();
    void tellState(CampaignId id, CampaignRun *run, CampaignState state, const StateReason &reason);
    bool isBlocked() const { return m_desk.trouble.isPresent(); }
    int inFlight() const { return m_numbers.inFlight() + m_directs.inFlight(); }
    bool hasUnwritten() const { return !m_desk.book.isEmpty() || m_directs.hasUnwritten(); }

    SenderDesk m_desk;
    CampaignRoll m_roll;
    CampaignNews m_news;
    GraphProbe m_probe;
    DirectService m_directs;
    NumberService m_numbers;

    bool m_isStarted = false;
    bool m_isRecovered = false;
    bool m_isStopping = false;
    bool m_hasAbandoned = false;
    bool m_isLastLook = false; ///< for answers, before giving up on them
    bool m_isIdle = false;
    MonotonicTime m_stopBegun;
};

Sender::Engine::Engine(Sender &sender, const SenderPorts &ports, const SenderOptions &options)
    : m_desk{sender, ports, options}
    , m_roll{m_desk,
             [this](CampaignId id, CampaignRun *run, CampaignState state, const StateReason &reason) {
                 tellState(id, run, state, reason);
             }}
    , m_news{m_desk, m_roll}
    , m_probe{m_desk}
    , m_directs{m_desk, m_roll, m_probe}
    , m_numbers{m_desk, m_roll, m_probe,
                [this](const Flight &flight, const SendOutcome &outcome) { noteOutcome(flight, outcome); }}
{
    QObject::connect(&m_desk.wake.timer(), &QTimer::timeout, &sender, &Sender::work);
}

Sender::Engine::~Engine()
{
    if (!m_isStarted)
        return;
    giveBackAllClaims();
    if (inFlight() > 0)
        m_desk.ports.gateway.abandonAll();
    m_directs.writeAnswers(true);
    if (m_desk.book.isEmpty())
        return;
    if (const auto written = m_desk.book.write(m_desk.ports.ledger, m_desk.ports.clock); !written)
        qCWarning(lcEngine) << "answers could not be written at the end:" << written.error().detail;
}

void Sender::Engine::start()
{
    if (m_isStarted)
        return;
    m_isStarted = true;
    m_isStopping = false;
    m_hasAbandoned = false;
    m_isLastLook = false;
    m_isIdle = false;
    m_desk.trouble.endHurry();
    wake();
}

void Sender::Engine::wake()
{
    m_roll.mustRefresh();
    m_directs.lookAgain();
    m_desk.wake.wantNow();
    m_desk.wake.arm();
}

void Sender::Engine::stop()
{
    if (!m_isStopping) {
        m_isStopping = true;
        m_stopBegun = m_desk.ports.clock.monotonic();
        m_desk.trouble.beginHurry();
    }
    m_desk.wake.wantNow();
    m_desk.wake.arm();
}

void Sender::Engine::work()
{
    m_desk.wake.forgetWishes();
    if (!m_isStarted) {
        if (std::exchange(m_isStopping, false))
            emit m_desk.sender.stopped();
        return;
    }
    doWork();
    if (m_isStopping)
        finishStopping();
    if (m_isStarted)
        m_desk.wake.arm();
}

void Sender::Engine::doWork()
{
    m_desk.wake.want(m_desk.ports.clock.monotonic() + kPollInterval);
    m_desk.handOver.beginTurn();
    const bool isFine = (!isBlocked() || (m_desk.trouble.mayTryAgain() && tryAgain())) && recover() && react()
        && writeAnswers()
        && (m_isStopping || m_desk.options.isForDirectsOnly || (m_roll.refresh() && m_roll.startDue()));
    if (!isFine) {
        m_roll.learnWhileInTrouble();
        m_news.tellWaits();
        return;
    }
    if (!m_isStopping) {
        m_directs.serve();
        for (const AccountId account : m_numbers.beginTurn(m_roll.sendingAccounts())) {
            if (!isBlocked())
                m_numbers.serve(account);
        }
        if (!isBlocked())
            finishDrained();
    }
    if (!isBlocked())
        m_news.report();
    m_roll.forgetEndedRuns();
    m_news.tellWaits();
    if (!m_desk.reactions.empty())
        m_desk.wake.wantNow();
    if (!m_isStopping)
        checkIdle();
}

/// What a crash left behind is settled before the first claim.
bool Sender::Engine::recover()
{
    if (m_isRecovered)
        return true;
    const UtcTime now = m_desk.ports.clock.now();
    if (const Result<int> directs = m_desk.ports.directs.markDirectsInterrupted(now); !directs) {
        m_desk.trouble.note(directs.error());
        return false;
    }
    const Result<int> interrupted =
        m_desk.options.isForDirectsOnly ? Result<int>{0} : m_desk.ports.ledger.markInterrupted(now);
    if (!interrupted) {
        m_desk.trouble.note(interrupted.error());
        return false;
    }
    m_isRecovered = true;
    if (*interrupted > 0)
        emit m_desk.sender.foundInterrupted(*interrupted);
    return true;
}

/// After trouble with the ledger: nothing leaves before something could be written.
bool Sender::Engine::tryAgain()
{
    giveBackAllClaims();
    m_desk.trouble.clear();
    m_roll.mustRefresh();
    return writeAnswers();
}

bool Sender::Engine::writeAnswers()
{
    AnswerBook &book = m_desk.book;
    const bool isUrgent = m_isStopping || !m_desk.reactions.empty();
    if (!m_directs.writeAnswers(isUrgent))
        return false;
    if (book.isEmpty())
        return true;
    if (!isUrgent && book.dueAt() > m_desk.ports.clock.monotonic()) {
        m_desk.wake.want(book.dueAt());
        return true;
    }
    if (!isUrgent && !m_desk.handOver.mayWriteNow())
        return true;
    const Result<AnswerBook::Written> written = book.write(m_desk.ports.ledger, m_desk.ports.clock);
    if (!written) {
        m_desk.trouble.note(written.error());
        return false;
    }
    m_desk.trouble.noteWritten();
    m_roll.noteSettled(written->concerned);
    m_roll.noteFreed(written->freed);
    return true;
}

/// Carries out what answers asked for: the answers themselves first, so that nobody is left in `sending`.
bool Sender::Engine::react()
{
    while (!m_desk.reactions.empty()) {
        if (!writeAnswers())
            return false;
        const PendingReaction pending = m_desk.reactions.front();
        if (!carryOut(pending))
            return false;
        m_desk.reactions.erase(m_desk.reactions.begin());
    }
    return true;
}

bool Sender::Engine::carryOut(const PendingReaction &pending)
{
    const auto &[reach, event, reason] = pending.reaction;
    const CampaignRun *run = m_roll.find(pending.campaign);
    if (!run)
        return true;
    if (reach == CampaignReaction::Reach::Campaign)
        return !run->isSending() || m_roll.change(pending.campaign, event, reason);
    const AccountId account = run->campaign.accountId;
    // What Meta ends is the campaign that it refused; the others of the number wait for a person.
    if (event == CampaignEvent::Fail && run->isSending() && !m_roll.change(pending.campaign, event, reason))
        return false;
    for (const AccountId live : m_roll.liveAccounts()) { // of others, an earlier answer has stopped it all
        const bool isConcerned =
            live == account || (reach == CampaignReaction::Reach::AccessKey && haveSameKey(live, account));
        if (isConcerned && !m_roll.changeAll(live, CampaignEvent::Pause, reason))
            return false;
    }
    return true;
}

bool Sender::Engine::haveSameKey(AccountId one, AccountId other)
{
    const auto first = m_desk.ports.credentials.credentialFor(one);
    const auto second = m_desk.ports.credentials.credentialFor(other);
    return first && second && (*first)->token == (*second)->token;
}

bool Sender::Engine::finishDrained()
{
    for (auto &[id, run] : m_roll.runs()) {
        const bool isQuiet = run.claims.empty() && !run.isInFlight() && !m_desk.book.holds(id);
        if (!run.isSending() || !isQuiet || !run.isBacklogStale)
            continue;
        if (!run.cameShort && run.gate.viewAt(m_desk.ports.clock.now()).isOpen)
            continue;
        const Result<Backlog> backlog = m_desk.ports.ledger.backlog(id, m_desk.ledgerClock.now());
        if (!backlog) {
            m_desk.trouble.note(backlog.error());
            return false;
        }
        run.isBacklogStale = false;
        if (backlog->ready == 0 && backlog->waiting == 0 && backlog->sending == 0) {
            m_news.reportOn(run);
            if (isBlocked() || !m_roll.change(id, CampaignEvent::Finish, {}))
                return false;
            continue;
        }
        run.retryAt = backlog->earliestNotBefore;
        if (backlog->ready > 0 && !run.claimedRegions) {
            // Somebody else freed them a moment ago; not at once again, in case they cannot be claimed.
            run.retryAt = m_desk.ledgerClock.now() + kPollInterval;
        }
        if (run.retryAt)
            m_desk.wake.want(m_desk.ledgerClock.monotonicAt(*run.retryAt));
    }
    return true;
}

void Sender::Engine::checkIdle()
{
    const bool isBusy = !m_roll.hasLearned() || isBlocked() || m_numbers.inFlight() > 0
        || !m_desk.book.isEmpty() || !m_desk.reactions.empty() || !m_directs.isAtRest();
    const bool isIdle = !isBusy
        && std::all_of(m_roll.runs().begin(), m_roll.runs().end(),
                       [this](auto &entry) { return isAtRest(entry.second); });
    if (isIdle && !m_isIdle) {
        m_isIdle = true;
        emit m_desk.sender.becameIdle();
    }
    m_isIdle = isIdle;
}

/// Whether nothing of a campaign can leave now and no backoff of it runs.
bool Sender::Engine::isAtRest(CampaignRun &run)
{
    if (!run.isSending())
        return true;
    if (!run.claims.empty())
        return false;
    if (run.limitedUntil && *run.limitedUntil - m_desk.ledgerClock.now() > kFarRetry)
        return true;
    if (run.isBacklogStale)
        return false;
    if (!run.gate.viewAt(m_desk.ports.clock.now()).isOpen)
        return true;
    return run.cameShort && (!run.retryAt || *run.retryAt - m_desk.ledgerClock.now() > kFarRetry);
}

void Sender::Engine::finishStopping()
{
    const MonotonicTime now = m_desk.ports.clock.monotonic();
    giveBackAllClaims();
    const MonotonicTime deadline = m_stopBegun + kAnswersAwaited;
    const bool isLate = inFlight() > 0 && now >= deadline && !m_hasAbandoned;
    if (isLate && !m_isLastLook) {
        // Where a locked database kept this thread waiting, answers lie in its event loop unread.
        m_isLastLook = true;
        m_desk.wake.wantNow();
        return;
    }
    if (isLate) {
        m_hasAbandoned = true;
        m_desk.ports.gateway.abandonAll();
    }
    if (!isBlocked() && react())
        writeAnswers();
    const bool isDone = inFlight() == 0 && !hasUnwritten();
    if (!isDone && now < m_stopBegun + kGivesUpWriting) {
        m_desk.wake.want(now < deadline ? std::min(now + kPollInterval, deadline) : now + kPollInterval);
        return;
    }
    if (!isDone)
        qCWarning(lcEngine)
            << "stopped with unwritten answers; the people concerned will stand as unconfirmed";
    if (!isBlocked())
        m_news.report();
    m_numbers.forgetFlights();
    m_directs.forgetFlights();
    m_probe.forget();
    m_roll.clear();
    m_desk.lanes.clear();
    m_desk.reactions.clear();
    m_desk.book = {};
    m_desk.trouble.clear();
    m_isStarted = false;
    m_isRecovered = false;
    m_isStopping = false;
    m_desk.wake.stop();
    emit m_desk.sender.stopped();
}

void Sender::Engine::noteOutcome(const Flight &flight, const SendOutcome &outcome)
{
    CampaignRun &run = *m_roll.find(flight.campaign);
    NumberLane &lane = m_desk.lanes.of(run.campaign.accountId);
    const MonotonicTime now = m_desk.ports.clock.monotonic();
    const Verdict verdict = judge(outcome, flight.tryNumber, run.campaign.settings.maxRetries,
                                  QRandomGenerator::global()->generateDouble());
    if (const auto *notSent = std::get_if<NotSent>(&outcome))
        lane.noteNotSent(notSent->why, flight.startedAt, now);
    else
        lane.noteAnswered(now);
    if (verdict.stranger)
        lane.noteForeign(*verdict.stranger, flight.startedAt, now);
    noteUsage(outcome, run, lane);
    writeDown(flight, outcome, verdict, run);
    slowDown(verdict, run, lane, flight);
    if (const auto *accepted = std::get_if<Accepted>(&outcome)) {
        run.brake.noteAccepted();
        tellHold(*accepted, run);
    }
    if (verdict.refusedCode)
        run.brake.noteRefused(*verdict.refusedCode, verdict.error ? verdict.error->message : QString{});
    if (verdict.reaction)
        m_desk.reactions.push_back({flight.campaign, *verdict.reaction});
    if (const std::optional<StateReason> tripped = run.brake.tripped(); tripped && run.isSending())
        m_desk.pause(flight.campaign, *tripped);
    // Room for the next message, or a reaction: at once. Otherwise the answer waits for its group.
    const bool isUrgent = !m_desk.reactions.empty() || lane.isProbing() || m_numbers.isCrowded()
        || m_desk.ports.gateway.freeSlots() <= 1 || m_isStopping;
    m_desk.wake.want(isUrgent ? MonotonicTime::min() : m_desk.book.dueAt());
    m_desk.wake.arm();
}

void Sender::Engine::writeDown(const Flight &flight, const SendOutcome &outcome, const Verdict &verdict,
                               CampaignRun &run)
{
    const MonotonicTime now = m_desk.ports.clock.monotonic();
    if (verdict.isGivenBack) {
        m_desk.book.giveBack(flight.campaign, flight.attempt, now);
        run.cameShort = false;
        return;
    }
    Settlement settlement{flight.attempt,
                          flight.recipient,
                          flight.campaign,
                          outcome,
                          m_desk.ports.clock.now(),
                          verdict.next,
                          {},
                          verdict.error,
                          verdict.suppress};
    if (verdict.retryIn) {
        settlement.notBefore = m_desk.ledgerClock.now() + *verdict.retryIn;
        if (verdict.next == RecipientStatus::Pending)
            run.retryAt = std::min(run.retryAt.value_or(*settlement.notBefore), *settlement.notBefore);
    }
    m_desk.book.add(std::move(settlement), now);
}

/// Once for each kind: the people concerned carry it too.
void Sender::Engine::tellHold(const Accepted &accepted, CampaignRun &run)
{
    if (accepted.messageStatus == run.toldHold)
        return;
    const std::optional<RecipientError> notice = holdNotice(accepted.messageStatus);
    if (!notice)
        return;
    run.toldHold = accepted.messageStatus;
    m_news.note(
        run.campaign.id,
        notice->code == "paused"_L1
            ? Sender::tr("Meta accepts messages and pauses their delivery. It sends or drops them by itself; "
                         "Fanfare does not send them again.")
            : Sender::tr("Meta accepts messages and holds them back to see first how others react to them. "
                         "It sends or drops them by itself; Fanfare does not send them again."));
}

void Sender::Engine::noteUsage(const SendOutcome &outcome, const CampaignRun &run, NumberLane &lane)
{
    std::optional<int> percent;
    if (const auto *accepted = std::get_if<Accepted>(&outcome))
        percent = accepted->usagePercent;
    else if (const auto *refused = std::get_if<Refused>(&outcome))
        percent = refused->usagePercent;
    else
        return;
    if (lane.noteUsage(percent, m_desk.ports.clock.monotonic()))
        m_news.note(
            run.campaign.id,
            Sender::tr("Meta says that %1 % of the requests that it allows for now are used. Sending goes "
                       "on slowly until there are fewer.")
                .arg(*percent));
}

void Sender::Engine::slowDown(const Verdict &verdict, CampaignRun &run, NumberLane &lane,
                              const Flight &flight)
{
    const MonotonicTime now = m_desk.ports.clock.monotonic();
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
        if (lane.noteTooFast(verdict.askedToWait, reason, flight.startedAt, now))
            m_news.note(run.campaign.id,
                        Sender::tr("Meta asked to send slower. It goes on with at most %1 a second.")
                            .arg(lane.pacer().limit().count));
        break;
    case Verdict::Slowdown::SlowNumberIfMany:
        if (lane.noteFailing(flight.startedAt, now))
            m_news.note(run.campaign.id,
                        Sender::tr("Meta's servers are failing. It goes on with at most %1 a second until "
                                   "they work again.")
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
        run.giveBackClaims(m_desk.book, now);
        break;
    }
}

void Sender::Engine::giveBackAllClaims()
{
    for (auto &[id, run] : m_roll.runs())
        run.giveBackClaims(m_desk.book, m_desk.ports.clock.monotonic());
}

void Sender::Engine::tellState(CampaignId id, CampaignRun *run, CampaignState state,
                               const StateReason &reason)
{
    if (run && state != CampaignState::Sending && !isBlocked())
        m_news.reportOn(*run); // the last figures come before the state
    emit m_desk.sender.stateChanged(id, state, reason);
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
