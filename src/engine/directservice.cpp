#include "engine/directservice.h"

#include "base/faultpoint.h"
#include "domain/ports/credentialsource.h"
#include "domain/ports/headermediaresolver.h"
#include "domain/ports/messagegateway.h"
#include "engine/campaignroll.h"
#include "engine/graphprobe.h"
#include "engine/senderdesk.h"

#include <QPointer>

#include <algorithm>

using namespace std::chrono_literals;

namespace {
constexpr auto kLookInterval = 250ms; // for requests of other processes
}

DirectService::DirectService(SenderDesk &desk, CampaignRoll &roll, GraphProbe &probe)
    : m_desk{desk}
    , m_roll{roll}
    , m_probe{probe}
{
}

void DirectService::serve()
{
    if (!look())
        return;
    std::set<AccountId> closed;
    std::set<PhoneNumber> waitedFor;
    std::vector<WaitingDirect> left;
    const auto leave = [&](const WaitingDirect &waiting) {
        waitedFor.insert(waiting.to);
        left.push_back(waiting);
    };
    for (const WaitingDirect &waiting : m_waiting) {
        const bool isBehind = waitedFor.contains(waiting.to) && !waiting.isOver;
        if (isBehind || closed.contains(waiting.account) || m_desk.trouble.isPresent()) {
            leave(waiting);
            continue;
        }
        const Turn turn = serveOne(waiting);
        if (turn != Turn::Over)
            leave(waiting);
        else
            m_uploads.erase(waiting.id);
        if (turn == Turn::NotNowNorOthersOfTheNumber)
            closed.insert(waiting.account);
    }
    m_waiting = std::move(left);
}

bool DirectService::isAtRest() const
{
    return m_waiting.empty() && m_inFlight == 0 && m_answers.empty();
}

bool DirectService::writeAnswers(bool isUrgent)
{
    if (m_answers.empty() || (!isUrgent && !m_desk.handOver.mayWriteNow()))
        return true;
    while (!m_answers.empty()) {
        if (const Result<> settled = m_desk.ports.directs.settleDirect(m_answers.front()); !settled) {
            m_desk.trouble.note(settled.error());
            return false;
        }
        m_desk.trouble.noteWritten();
        m_answers.erase(m_answers.begin());
    }
    return true;
}

void DirectService::forgetFlights()
{
    ++m_session;
    m_inFlight = 0;
    m_answers.clear();
    m_waiting.clear();
    m_uploads.clear();
    m_lookAt = MonotonicTime::min();
}

bool DirectService::look()
{
    const MonotonicTime now = m_desk.ports.clock.monotonic();
    if (now >= m_lookAt) {
        Result<std::vector<WaitingDirect>> waiting =
            m_desk.ports.directs.waitingDirects(m_desk.ports.clock.now());
        if (!waiting) {
            m_desk.trouble.note(waiting.error());
            return false;
        }
        m_waiting = *std::move(waiting);
        m_lookAt = now + kLookInterval;
        std::erase_if(m_uploads, [this](const auto &upload) { // withdrawn, or expired, meanwhile
            return std::none_of(m_waiting.begin(), m_waiting.end(),
                                [&](const WaitingDirect &one) { return one.id == upload.first; });
        });
    }
    m_desk.wake.want(m_lookAt);
    return true;
}

DirectService::Turn DirectService::serveOne(const WaitingDirect &waiting)
{
    if (waiting.isOver)
        return claimAndPost(waiting, {}, nullptr);
    const Result<std::shared_ptr<const Credential>> credential =
        m_desk.ports.credentials.credentialFor(waiting.account);
    if (!credential) // who sends only its own leaves those of others to them
        return m_desk.options.isForDirectsOnly ? Turn::NotNow : decline(waiting, credential.error());
    if (!isUploaded(waiting, *credential)) {
        const auto upload = m_uploads.find(waiting.id);
        return upload->second ? decline(waiting, upload->second->error()) : Turn::NotNow;
    }
    NumberLane &lane = m_desk.lanes.of(waiting.account);
    if (m_roll.sendingRunsOf(waiting.account).empty())
        lane.setNominal(m_desk.nominalFor(**credential), m_desk.ports.clock.monotonic());
    m_probe.serve(waiting.account, *credential);
    const Place place = placeOn(lane, waiting.account);
    if (!place.start || m_desk.ports.gateway.freeSlots() <= 0) // an answer makes room, wakes us
        return Turn::NotNowNorOthersOfTheNumber;
    if (*place.start > m_desk.ports.clock.monotonic()) {
        m_desk.wake.want(*place.start);
        return Turn::NotNowNorOthersOfTheNumber;
    }
    return claimAndPost(waiting, *credential, place.instead);
}

DirectService::Turn DirectService::decline(const WaitingDirect &waiting, const Error &why)
{
    const Result<> declined = m_desk.ports.directs.declineDirect(waiting.id, why, m_desk.ports.clock.now());
    if (!declined) {
        m_desk.trouble.note(declined.error());
        return Turn::NotNow;
    }
    return Turn::Over;
}

/// False while the header file is on its way to Meta, and when it could not be brought there.
bool DirectService::isUploaded(const WaitingDirect &waiting,
                               const std::shared_ptr<const Credential> &credential)
{
    if (waiting.headerMedia.kind != HeaderMedia::Kind::File)
        return true;
    const auto [upload, isNew] = m_uploads.try_emplace(waiting.id);
    if (isNew) {
        m_desk.ports.headerMedia.upload(waiting.headerMedia, credential,
                                        [this, id = waiting.id, sender = QPointer<Sender>{&m_desk.sender}](
                                            const Result<HeaderMedia> &media) {
                                            if (!sender)
                                                return;
                                            if (const auto asked = m_uploads.find(id);
                                                asked != m_uploads.end())
                                                asked->second.emplace(media);
                                            m_desk.wake.wantNow();
                                            m_desk.wake.arm();
                                        });
    }
    return upload->second && *upload->second;
}

/// A campaign with a rate a second gives its next place, so that the number keeps to that rate too. One with
/// a rate a minute may be far from its next place, and nobody waits for that.
DirectService::Place DirectService::placeOn(NumberLane &lane, AccountId account)
{
    Place place{lane.nextStart(m_desk.ports.clock.monotonic()), nullptr};
    for (CampaignRun *run : m_roll.sendingRunsOf(account)) {
        const bool isEarlier = !place.instead || run->pacer.nextStart() < place.instead->pacer.nextStart();
        if (run->pacer.limit().span <= 1s && isEarlier)
            place.instead = run;
    }
    if (place.start && place.instead)
        place.start = std::max(*place.start, place.instead->pacer.nextStart());
    return place;
}

DirectService::Turn DirectService::claimAndPost(const WaitingDirect &waiting,
                                                const std::shared_ptr<const Credential> &credential,
                                                CampaignRun *instead)
{
    if (!m_desk.handOver.mayWriteNow())
        return Turn::NotNowNorOthersOfTheNumber;
    Result<std::optional<DirectClaim>> claim =
        m_desk.ports.directs.claimDirect(waiting.id, m_desk.ports.clock.now());
    if (!claim) {
        m_desk.trouble.note(claim.error());
        return Turn::NotNow;
    }
    reachFaultPoint(FaultPoint::AfterClaim);
    m_desk.trouble.noteWritten();
    if (!*claim)
        return Turn::Over;
    HeaderMedia &media = (*claim)->message.headerMedia;
    if (media.kind == HeaderMedia::Kind::File) {
        media.kind = HeaderMedia::Kind::Id;
        media.value = (**m_uploads.at(waiting.id)).mediaId;
    }
    if (instead)
        instead->pacer.noteStart(m_desk.ports.clock.monotonic());
    post(**claim, credential);
    return Turn::Over;
}

void DirectService::post(const DirectClaim &claim, const std::shared_ptr<const Credential> &credential)
{
    const MonotonicTime now = m_desk.ports.clock.monotonic();
    m_desk.handOver.notePosted(now);
    m_desk.lanes.of(claim.message.account).noteStart(now);
    ++m_inFlight;
    const DirectMessage &message = claim.message;
    const auto freeForm = message.freeForm ? std::make_shared<const FreeForm>(*message.freeForm) : nullptr;
    const auto messageTemplate =
        freeForm ? nullptr : std::make_shared<const MessageTemplate>(message.messageTemplate);
    m_desk.ports.gateway.send({claim.attempt, credential, message.to, messageTemplate, message.variables,
                               message.headerMedia, freeForm},
                              [this, claim, now, session = m_session,
                               sender = QPointer<Sender>{&m_desk.sender}](const SendOutcome &outcome) {
                                  if (sender)
                                      takeAnswer(claim, now, session, outcome);
                              });
}

void DirectService::takeAnswer(const DirectClaim &claim, MonotonicTime startedAt, int session,
                               const SendOutcome &outcome)
{
    reachFaultPoint(FaultPoint::AfterAnswer);
    if (session != m_session) // stopped meanwhile, and given up
        return;
    --m_inFlight;
    NumberLane &lane = m_desk.lanes.of(claim.message.account);
    const MonotonicTime now = m_desk.ports.clock.monotonic();
    if (const auto *notSent = std::get_if<NotSent>(&outcome))
        lane.noteNotSent(notSent->why, startedAt, now);
    else
        lane.noteAnswered(now);
    const Verdict verdict = judge(outcome, 1, 0, 0);
    if (verdict.stranger)
        lane.noteForeign(*verdict.stranger, startedAt, now);
    slowDown(verdict, lane, startedAt);
    m_answers.push_back({claim.id, outcome, m_desk.ports.clock.now()});
    m_desk.wake.wantNow();
    m_desk.wake.arm();
}

/// What the answer means for the number. What it means for a campaign, the campaign's own answers say.
void DirectService::slowDown(const Verdict &verdict, NumberLane &lane, MonotonicTime startedAt)
{
    const MonotonicTime now = m_desk.ports.clock.monotonic();
    const StateReason reason = verdict.error
        ? StateReason{verdict.error->code, verdict.error->message, verdict.error->advice}
        : StateReason{};
    switch (verdict.slowdown) {
    case Verdict::Slowdown::None:
        if (!verdict.isGivenBack)
            lane.noteWorking(startedAt);
        break;
    case Verdict::Slowdown::SlowNumber: lane.noteTooFast(verdict.askedToWait, reason, startedAt, now); break;
    case Verdict::Slowdown::SlowNumberIfMany: lane.noteFailing(startedAt, now); break;
    case Verdict::Slowdown::HoldNumber: lane.hold(verdict.askedToWait, reason, startedAt, now); break;
    case Verdict::Slowdown::HoldCampaign: break;
    }
}
