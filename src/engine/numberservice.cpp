#include "engine/numberservice.h"

#include "base/faultpoint.h"
#include "domain/ports/credentialsource.h"
#include "domain/ports/messagegateway.h"
#include "domain/preflight.h"
#include "engine/campaignroll.h"
#include "engine/graphprobe.h"
#include "engine/senderdesk.h"

#include <QLocale>
#include <QPointer>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr auto kClaimAhead = 100ms; // how far claims may run ahead of the wire
constexpr auto kRegionsInterval = 60s;
constexpr std::chrono::milliseconds kShortestLimitWait = 1s;
} // namespace

NumberService::NumberService(SenderDesk &desk, CampaignRoll &roll, GraphProbe &probe,
                             OutcomeHandler onOutcome)
    : m_desk{desk}
    , m_roll{roll}
    , m_probe{probe}
    , m_headerMedia{desk, roll}
    , m_onOutcome{std::move(onOutcome)}
{
}

void NumberService::serve(AccountId account)
{
    const std::shared_ptr<const Credential> credential = credentialFor(account);
    if (!credential)
        return;
    NumberLane &lane = m_desk.lanes.of(account);
    const std::vector<CampaignRun *> runs = runsInTurn(account);
    tuneLane(lane, runs, *credential);
    m_probe.serve(account, credential);
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
            if (m_desk.trouble.isPresent())
                return;
            hasProgress |= claimAhead(*run, lane, active);
        }
        while (!m_desk.trouble.isPresent() && sendOne(ready, lane, account, credential))
            hasProgress = true;
    }
}

std::vector<AccountId> NumberService::beginTurn(std::vector<AccountId> accounts)
{
    m_isCrowded = false;
    const auto lastPost = [this](AccountId account) {
        const auto known = m_lastPost.find(account);
        return known == m_lastPost.end() ? MonotonicTime::min() : known->second;
    };
    std::stable_sort(accounts.begin(), accounts.end(),
                     [&](AccountId a, AccountId b) { return lastPost(a) < lastPost(b); });
    return accounts;
}

void NumberService::forgetFlights()
{
    ++m_session;
    m_inFlight = 0;
}

std::shared_ptr<const Credential> NumberService::credentialFor(AccountId account)
{
    const Result<std::shared_ptr<const Credential>> credential =
        m_desk.ports.credentials.credentialFor(account);
    if (credential)
        return *credential;
    const Error &error = credential.error();
    m_desk.reactions.push_back({
        m_roll.sendingRunsOf(account).front()->campaign.id,
        {CampaignReaction::Reach::Account,
                                                      CampaignEvent::Pause,
                                                      {error.code.isEmpty() ? u"no_token"_s : error.code, error.message,
          tr("Give the access key in Settings, then resume.")}}
    });
    return nullptr;
}

/// The sending campaigns of a number, beginning with the one whose turn it is.
std::vector<CampaignRun *> NumberService::runsInTurn(AccountId account)
{
    std::vector<CampaignRun *> runs = m_roll.sendingRunsOf(account);
    const CampaignId last = m_lastServed[account];
    const auto next = std::find_if(runs.begin(), runs.end(),
                                   [&](const CampaignRun *run) { return run->campaign.id > last; });
    std::rotate(runs.begin(), next, runs.end());
    return runs;
}

void NumberService::tuneLane(NumberLane &lane, const std::vector<CampaignRun *> &runs,
                             const Credential &credential)
{
    int wish = 0;
    for (const CampaignRun *run : runs)
        wish = std::max(wish, static_cast<int>(run->campaign.settings.rate.perSecond(std::nullopt)));
    const int nominal = m_desk.nominalFor(credential, wish);
    lane.setNominal(nominal, m_desk.ports.clock.monotonic());
    for (CampaignRun *run : runs)
        run->pacer.setLimit(limitOf(run->campaign.settings.rate, nominal));
}

bool NumberService::mayStartSoon(NumberLane &lane)
{
    const MonotonicTime now = m_desk.ports.clock.monotonic();
    const std::optional<MonotonicTime> start = lane.nextStart(now);
    if (start && lane.isProbing())
        m_desk.wake.want(*start);
    return lane.trouble().isEmpty() || (start && *start <= now + kClaimAhead);
}

/// Whether anything but pacing keeps a campaign from sending.
bool NumberService::isReady(CampaignRun &run, const std::shared_ptr<const Credential> &credential)
{
    if (!run.messageTemplate) {
        m_desk.pause(run.campaign.id,
                     {u"template"_s, tr("The template of this campaign is missing."),
                      tr("Duplicate the campaign and choose the template again.")});
        return false;
    }
    if (run.heldUntil > m_desk.ports.clock.monotonic()) {
        m_desk.wake.want(run.heldUntil);
        return false;
    }
    if (isLimited(run))
        return false;
    return passesGate(run) && m_headerMedia.isSendable(run, credential);
}

/// False while the send window is closed. Claims made for other countries than the present ones are given
/// back.
bool NumberService::passesGate(CampaignRun &run)
{
    const MonotonicTime now = m_desk.ports.clock.monotonic();
    if (run.gate.needsRegions()
        && (run.regionsReadAt == MonotonicTime::min() || now - run.regionsReadAt >= kRegionsInterval)) {
        Result<std::vector<QString>> regions = m_desk.ports.ledger.pendingRegions(run.campaign.id);
        if (!regions) {
            m_desk.trouble.note(regions.error());
            return false;
        }
        run.regionsReadAt = now;
        run.gate.setRegions(*std::move(regions));
    }
    const WindowGate::View &view = run.gate.viewAt(m_desk.ports.clock.now());
    if (!view.isOpen || view.regions != run.claimedRegions) {
        giveBackClaims(run);
        run.claimedRegions = view.regions;
        run.cameShort = false;
    }
    return view.isOpen;
}

/// Whether there may be somebody to claim: not while the last claim came short and no backoff has ended.
bool NumberService::mayClaimAgain(CampaignRun &run)
{
    if (!run.cameShort)
        return true;
    if (!run.retryAt)
        return false;
    if (*run.retryAt > m_desk.ledgerClock.now()) {
        m_desk.wake.want(m_desk.ledgerClock.monotonicAt(*run.retryAt));
        return false;
    }
    run.retryAt.reset();
    run.cameShort = false;
    return true;
}

/// Keeps about a tenth of a second of messages claimed. True if something was claimed.
bool NumberService::claimAhead(CampaignRun &run, NumberLane &lane, int activeRuns)
{
    if (!run.isSending() || !mayClaimAgain(run))
        return false;
    const MonotonicTime now = m_desk.ports.clock.monotonic();
    const std::optional<MonotonicTime> laneStart = lane.nextStart(now);
    if (!laneStart)
        return false;
    const MonotonicTime start = std::max(*laneStart, run.pacer.nextStart());
    if (start > now + kClaimAhead) {
        if (run.claims.empty())
            m_desk.wake.want(start - kClaimAhead);
        return false;
    }
    const double perSecond =
        std::min(run.pacer.limit().perSecond(), lane.pacer().limit().perSecond() / activeRuns);
    constexpr double kClaimAheadSeconds = std::chrono::duration<double>{kClaimAhead}.count();
    const int target = lane.isProbing() ? 1 : std::max(1, static_cast<int>(perSecond * kClaimAheadSeconds));
    const auto waiting = static_cast<int>(run.claims.size());
    if (waiting * 8 > target)
        return false;
    if (!run.claims.empty() && m_desk.handOver.isUnderWay(now)) // there is time until the next turn
        return false;
    const int room = roomFor(run.campaign.accountId);
    m_isCrowded |= room <= 0;
    const int wanted = std::min(target, room) - waiting;
    return wanted > 0 && m_desk.handOver.mayWriteNow() && takeClaims(run, wanted);
}

bool NumberService::takeClaims(CampaignRun &run, int wanted)
{
    const Result<ClaimResult> claimed = m_desk.ports.ledger.claim(
        {run.campaign.id, wanted, m_desk.ledgerClock.now(), run.claimedRegions,
         dayBegin(m_desk.ports.clock.now(), zoneOf(run.campaign.settings.window, m_desk.options.zone)),
         m_desk.book.answers(), toDateTime(m_desk.ledgerClock.now()).toTimeZone(m_desk.options.zone).date()});
    if (!claimed) {
        if (claimed.error().kind == ErrorKind::NotFound)
            m_roll.noteDeleted(run.campaign.id);
        else
            m_desk.trouble.note(claimed.error());
        return false;
    }
    reachFaultPoint(FaultPoint::AfterClaim);
    m_desk.trouble.noteWritten();
    m_roll.noteSettled(m_desk.book.forgetAnswers());
    if (claimed->state != CampaignState::Sending) { // paused or cancelled a moment ago
        m_roll.mustRefresh();
        m_desk.wake.wantNow();
        return false;
    }
    run.claims.insert(run.claims.end(), claimed->claims.begin(), claimed->claims.end());
    run.hasNews |= !claimed->claims.empty() || claimed->keptOut > 0 || claimed->moved > 0;
    if (claimed->stop) {
        if (run.claims.empty()) // else what was claimed leaves first
            stopFor(run, *claimed->stop);
    } else if (static_cast<int>(claimed->claims.size()) + claimed->keptOut < wanted) {
        run.cameShort = true;
        run.isBacklogStale = true;
    }
    if (claimed->keptOut > 0)
        m_desk.wake.wantNow();
    return !claimed->claims.empty();
}

bool NumberService::isLimited(CampaignRun &run)
{
    if (!run.limitedUntil)
        return false;
    if (*run.limitedUntil > m_desk.ledgerClock.now()) {
        m_desk.wake.want(m_desk.ledgerClock.monotonicAt(*run.limitedUntil));
        return true;
    }
    run.limitedUntil.reset();
    return false;
}

void NumberService::stopFor(CampaignRun &run, const ClaimStop &stop)
{
    switch (stop.kind) {
    case ClaimStop::Kind::MessagingLimit:
    case ClaimStop::Kind::DayIsFull: holdFor(run, stop); break;
    case ClaimStop::Kind::BudgetUsedUp:
    case ClaimStop::Kind::NoPrice: keepBudget(run, stop); break;
    }
}

/// Pauses; but not while answers are on their way, because whoever is refused leaves room for others.
void NumberService::keepBudget(CampaignRun &run, const ClaimStop &stop)
{
    const QString budget = shownMoney(stop.budget.amount, stop.budget.currency);
    const QString country = stop.region.isEmpty()
        ? tr("an unknown country")
        : QLocale::territoryToString(QLocale::codeToTerritory(stop.region));
    const StateReason reason = stop.kind == ClaimStop::Kind::BudgetUsedUp
        ? StateReason{u"budget"_s,
                      tr("The budget of %1 is used up: one more message might pass it.").arg(budget),
                      tr("Raise the budget, then resume. Nobody is left out.")}
        : StateReason{
            u"budget"_s,
            tr("No rate card tells what a message to %1 costs, so the budget of %2 could not be kept.")
                .arg(country, budget),
            tr("Import the rate card in Settings, or take the budget away, then resume.")};
    if (run.inFlight == 0 && !m_desk.book.holds(run.campaign.id)) {
        m_desk.pause(run.campaign.id, reason);
        m_desk.wake.wantNow();
        return;
    }
    run.limitedBy = reason;
    run.limitedUntil = m_desk.ledgerClock.now() + kShortestLimitWait;
    m_desk.wake.want(m_desk.ledgerClock.monotonicAt(*run.limitedUntil));
}

void NumberService::holdFor(CampaignRun &run, const ClaimStop &stop)
{
    const UtcTime now = m_desk.ledgerClock.now();
    const QTimeZone zone = zoneOf(run.campaign.settings.window, m_desk.options.zone);
    const UtcTime until = std::max(stop.until.value_or(nextDayBegin(now, zone)), now + kShortestLimitWait);
    run.limitedUntil = until;
    m_desk.wake.want(m_desk.ledgerClock.monotonicAt(until));
    const QString when =
        QLocale{}.toString(toDateTime(until).toTimeZone(m_desk.options.zone), QLocale::ShortFormat);
    const QString limit = QLocale{}.toString(stop.limit);
    switch (stop.kind) {
    case ClaimStop::Kind::MessagingLimit:
        run.limitedBy = {
            u"messaging_limit"_s,
            tr("Meta lets your business write to %1 people in 24 hours, and so many were written "
               "to. Sending goes on at %2.")
                .arg(limit, when),
            tr("It goes on by itself. Nobody is left out.")};
        break;
    case ClaimStop::Kind::DayIsFull:
        run.limitedBy = {u"per_day"_s,
                         tr("Today's %1 people are sent to. Sending goes on at %2.").arg(limit, when),
                         tr("It goes on by itself on the next day.")};
        break;
    case ClaimStop::Kind::BudgetUsedUp:
    case ClaimStop::Kind::NoPrice: Q_UNREACHABLE();
    }
}

/// Posts the next message of the number, if one may leave now.
bool NumberService::sendOne(const std::vector<CampaignRun *> &runs, NumberLane &lane, AccountId account,
                            const std::shared_ptr<const Credential> &credential)
{
    const bool hasClaims =
        std::any_of(runs.begin(), runs.end(), [](const CampaignRun *run) { return !run->claims.empty(); });
    if (!hasClaims || m_desk.handOver.isWriteWaiting())
        return false;
    if (roomFor(account) <= 0) { // an answer makes room, wakes us
        m_isCrowded = true;
        return false;
    }
    const MonotonicTime now = m_desk.ports.clock.monotonic();
    const std::optional<MonotonicTime> laneStart = lane.nextStart(now);
    if (!laneStart)
        return false;
    if (*laneStart > now) {
        m_desk.wake.want(lane.pacer().gathered(*laneStart));
        return false;
    }
    CampaignRun *next = nextInTurn(runs, m_lastServed[account], now);
    if (!next)
        return false;
    const WindowGate::View &view = next->gate.viewAt(m_desk.ports.clock.now());
    if (!view.isOpen || view.regions != next->claimedRegions) { // changed this very moment
        m_desk.wake.wantNow();
        return false;
    }
    m_lastServed[account] = next->campaign.id;
    post(*next, lane, credential);
    return true;
}

/// The first one behind the last served that has something to send and may.
CampaignRun *NumberService::nextInTurn(const std::vector<CampaignRun *> &runs, CampaignId last,
                                       MonotonicTime now)
{
    CampaignRun *next = nullptr;
    for (CampaignRun *run : runs) {
        if (run->claims.empty() || !run->isSending())
            continue;
        if (run->pacer.nextStart() > now) {
            m_desk.wake.want(run->pacer.wakeForStart());
            continue;
        }
        const bool isBehind = run->campaign.id > last;
        const bool foundBehind = next && next->campaign.id > last;
        if (!next || (isBehind && (!foundBehind || run->campaign.id < next->campaign.id))
            || (!isBehind && !foundBehind && run->campaign.id < next->campaign.id))
            next = run;
    }
    return next;
}

void NumberService::post(CampaignRun &run, NumberLane &lane,
                         const std::shared_ptr<const Credential> &credential)
{
    const Claim claim = std::move(run.claims.front());
    run.claims.pop_front();
    HeaderMedia media = run.headerMedia;
    if (media.kind == HeaderMedia::Kind::File) {
        media.kind = HeaderMedia::Kind::Id;
        media.value = media.mediaId;
    }
    const MonotonicTime now = m_desk.ports.clock.monotonic();
    m_desk.handOver.notePosted(now);
    run.pacer.noteStart(now);
    lane.noteStart(now);
    m_lastPost[run.campaign.accountId] = now;
    run.meter.note(now);
    ++run.inFlight;
    ++m_inFlight;
    const Flight flight{claim.attempt, claim.recipient, claim.campaign, claim.tryNumber, now};
    m_desk.ports.gateway.send(
        {claim.attempt, credential, claim.to, run.messageTemplate, claim.variables, media},
        [this, flight, session = m_session,
         sender = QPointer<Sender>{&m_desk.sender}](const SendOutcome &outcome) {
            if (sender)
                takeAnswer(flight, session, outcome);
        });
}

void NumberService::takeAnswer(const Flight &flight, int session, const SendOutcome &outcome)
{
    reachFaultPoint(FaultPoint::AfterAnswer);
    CampaignRun *run = m_roll.find(flight.campaign);
    if (!run || session != m_session) // stopped meanwhile, and given up
        return;
    --run->inFlight;
    --m_inFlight;
    m_onOutcome(flight, outcome);
}

/// How many more messages a number may have under way: while others send too, they keep as many connections
/// again as they use, and a few at least.
int NumberService::roomFor(AccountId account)
{
    constexpr auto kSendsToo = 10s;
    constexpr int kLeastShare = 10; // a tenth
    const int free = m_desk.ports.gateway.freeSlots();
    const MonotonicTime now = m_desk.ports.clock.monotonic();
    const int own = m_desk.lanes.of(account).inFlight();
    int others = 0;
    int numbers = 1;
    for (const auto &[number, lastPost] : m_lastPost) {
        if (number == account || now - lastPost > kSendsToo)
            continue;
        ++numbers;
        others += m_desk.lanes.of(number).inFlight();
    }
    if (numbers == 1)
        return free;
    const int all = free + own + others;
    const int kept = std::clamp(2 * others, all / kLeastShare, all - all / numbers);
    return std::min(free, all - kept - own);
}

void NumberService::giveBackClaims(CampaignRun &run)
{
    run.giveBackClaims(m_desk.book, m_desk.ports.clock.monotonic());
}
