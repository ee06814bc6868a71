#include "workspace/relaypuller.h"

#include "storage/database.h"
#include "webhooks/relayserver.h"
#include "webhooks/webhookparser.h"
#include "webhooks/webhooksignature.h"
#include "workspace/armedstate.h"
#include "workspace/deliveryintake.h"
#include "workspace/relaychoice.h"

#include <QRandomGenerator>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kPatience = 45s; // shorter than what proxies on the way bear
constexpr auto kNoteReceivingEvery = 60s;
constexpr int kMostDoublings = 16;
// In one transaction: while it is written, everybody else who writes has to wait.
constexpr size_t kBodiesAtOnce = 100;
constexpr qint64 kBytesAtOnce = 512 * 1024;
// A wrong key stays wrong, and asking with it again and again makes the relay deaf for our address, behind
// which other desktops may be. Beyond the longest wait the relay has forgotten the tries before.
constexpr auto kWrongKeyWait = std::chrono::minutes{5};
constexpr auto kLongestWrongKeyWait = std::chrono::minutes{180};
constexpr int kWrongKeyDoublings = 6;

Error wrongSignature()
{
    return {ErrorKind::Refused,
            RelayPuller::tr("The relay has events that are not signed with an app secret known here. Nothing "
                            "was lost: they wait until the secret is set in Settings."),
            u"wrong_signature"_s,
            {}};
}

} // namespace

RelayPuller::RelayPuller(Workspace workspace, const Clock &clock, QObject *parent)
    : QObject{parent}
    , m_workspace{std::move(workspace)}
    , m_clock{clock}
{
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &RelayPuller::ask);
}

RelayPuller::~RelayPuller() = default;

void RelayPuller::start(const RelayPulling &pulling)
{
    stop();
    m_pulling = pulling;
    m_failures = 0;
    m_wrongKeys = 0;
    m_taken = 0;
    m_leftOut = 0;
    m_notedAt.reset();
    m_client = std::make_unique<RelayClient>(pulling.access);
    m_next.start(0ms);
}

void RelayPuller::stop()
{
    m_next.stop();
    if (m_client)
        m_client.release()->deleteLater(); // it may be the one that is telling us something
}

void RelayPuller::setAppSecrets(const std::vector<QByteArray> &secrets)
{
    m_pulling.appSecrets = secrets;
    tryNow();
}

void RelayPuller::tryNow()
{
    if (m_next.isActive())
        m_next.start(0ms);
}

std::optional<std::chrono::milliseconds> RelayPuller::nextTry() const
{
    return m_next.isActive() ? std::optional{m_next.remainingTimeAsDuration()} : std::nullopt;
}

Result<> RelayPuller::open()
{
    if (m_intake)
        return Done{};
    Result<std::unique_ptr<Database>> database = Database::open(m_workspace.databasePath());
    if (!database)
        return database.error();
    Result<std::unique_ptr<DeliveryIntake>> intake = DeliveryIntake::open(m_workspace, m_clock);
    if (!intake)
        return intake.error();
    m_database = *std::move(database);
    m_intake = *std::move(intake);
    m_intake->setObserver([this](const std::vector<std::vector<AppliedEvent>> &bodies) {
        for (const std::vector<AppliedEvent> &applied : bodies)
            tell(applied);
    });
    return Done{};
}

void RelayPuller::ask()
{
    if (const Result<> opened = open(); !opened) {
        fail(opened.error());
        return;
    }
    // A copy would take away, by its acknowledgements, what the original has not fetched yet.
    if (const Result<> armed = requireArmed(m_workspace, *m_database); !armed) {
        fail(armed.error());
        return;
    }
    const Result<std::optional<WorkspaceIdentity>> identity = SettingStore{*m_database}.identity();
    if (!identity) {
        fail(identity.error());
        return;
    }
    m_client->setWorkspace(*identity ? (*identity)->id : QString{});
    // After a failure it is told at once that all is well again.
    const auto patience = m_pulling.isFollowing && m_failures == 0 && m_notedAt ? kPatience : 0s;
    m_client->pull(
        patience, RelayServer::kMostBodies,
        [this, client = m_client.get()](const Result<RelayBatch> &batch, std::chrono::seconds wait) {
            if (client != m_client.get())
                return;
            if (batch)
                take(*batch, wait);
            else
                fail(batch.error(), wait);
        });
}

void RelayPuller::take(const RelayBatch &batch, std::chrono::seconds wait)
{
    qint64 last = 0;
    Result<> taken = Done{};
    for (size_t next = 0; taken && next < batch.bodies.size();)
        taken = takeSome(batch, next, last);
    if (last > 0)
        acknowledge(batch, last, taken);
    else if (!taken)
        fail(taken.error());
    else
        goOn(batch, wait);
}

/// As many bodies from `next` on as go into one short transaction; `last` is then the number of the last one
/// that is on disk, or was left out.
Result<> RelayPuller::takeSome(const RelayBatch &batch, size_t &next, qint64 &last)
{
    std::vector<ArrivedBody> arrived;
    qint64 bytes = 0;
    qint64 leftOut = 0;
    qint64 reached = last;
    Result<> readable = Done{};
    for (; next < batch.bodies.size() && arrived.size() < kBodiesAtOnce && bytes < kBytesAtOnce; ++next) {
        const RelayBody &body = batch.bodies[next];
        if (isSignedByAny(m_pulling.appSecrets, body.body, body.signature)) {
            arrived.push_back(readBody(batch.queue, body));
            bytes += body.body.size();
        } else if (m_pulling.dropsUnsigned) {
            ++leftOut;
        } else {
            readable = wrongSignature();
            break;
        }
        reached = body.number;
    }
    if (const Result<> stored = store(arrived, last); !stored)
        return stored;
    m_leftOut += leftOut;
    last = reached;
    return readable;
}

ArrivedBody RelayPuller::readBody(const QString &queue, const RelayBody &body) const
{
    const UtcTime receivedAt = std::min(body.receivedAt, m_clock.now());
    const Result<std::vector<DeliveryEvent>> events = parseWebhook(body.body, receivedAt);
    return {
        body.body, events ? *events : unreadableWebhook(events.error(), receivedAt), receivedAt,
        RelayOrigin{queue, body.number}
    };
}

/// Together, or where one of them does not go in, as many as do. What the intake told of is on disk, also
/// where what it asks for failed then.
Result<> RelayPuller::store(const std::vector<ArrivedBody> &bodies, qint64 &last)
{
    if (bodies.empty())
        return Done{};
    const qint64 before = m_taken;
    const auto together = m_intake->takeAll(bodies);
    if (m_taken > before) {
        last = bodies.back().origin->number;
        return together ? Result<>{Done{}} : together.error();
    }
    if (together.error().kind == ErrorKind::Busy)
        return together.error();
    for (const ArrivedBody &body : bodies) {
        const qint64 taken = m_taken;
        const auto applied = m_intake->take(body.raw, body.events, body.receivedAt, body.origin);
        if (m_taken > taken)
            last = body.origin->number;
        if (!applied)
            return applied.error();
    }
    return Done{};
}

void RelayPuller::tell(const std::vector<AppliedEvent> &applied)
{
    ++m_taken;
    if (!applied.empty())
        emit eventsApplied(applied);
}

void RelayPuller::acknowledge(const RelayBatch &batch, qint64 upTo, const Result<> &taken)
{
    if (!m_client) // whoever was told of the events has stopped us
        return;
    m_client->acknowledge(upTo,
                          [this, batch, taken, client = m_client.get()](const Result<> &acknowledged,
                                                                        std::chrono::seconds wait) {
                              if (client != m_client.get())
                                  return;
                              if (!acknowledged)
                                  fail(acknowledged.error(), wait);
                              else if (!taken)
                                  fail(taken.error());
                              else
                                  goOn(batch, wait);
                          });
}

void RelayPuller::goOn(const RelayBatch &batch, std::chrono::seconds wait)
{
    if (const Result<> noted = noteLosses(batch); !noted)
        return fail(noted.error());
    if (const Result<> noted = batch.waiting == 0 ? noteReceiving(batch) : Result<>{Done{}}; !noted)
        return fail(noted.error());
    if (const Result<> caughtUp = m_intake->catchUp(); !caughtUp)
        return fail(caughtUp.error());
    m_failures = 0;
    emit answered({batch.waiting, batch.handshakeAt, batch.arrivedAt});
    if (!m_client)
        return;
    if (m_pulling.isFollowing || batch.waiting > 0)
        m_next.start(std::chrono::milliseconds{wait});
    else
        emit finished();
}

/// What the relay gave up, and what had gone before it knew this desktop, will not come.
Result<> RelayPuller::noteLosses(const RelayBatch &batch)
{
    SettingStore settings{*m_database};
    const Result<qint64> dropped = noteDropped(settings, batch.queue, batch.dropped);
    if (!dropped)
        return dropped.error();
    if (*dropped > 0) {
        emit bodiesDropped(*dropped);
        if (const Result<> noted = noteLost(batch.droppedUntil.value_or(m_clock.now())); !noted)
            return noted;
    }
    return !m_notedAt && batch.missedUntil ? noteLost(*batch.missedUntil) : Result<>{Done{}};
}

/// From the last moment on at which all was here.
Result<> RelayPuller::noteLost(UtcTime until)
{
    const Result<std::optional<BlindPeriod>> lost =
        SettingStore{*m_database}.noteNotReceived(std::min(until, m_clock.now()));
    if (!lost)
        return lost.error();
    if (*lost)
        emit periodLost(**lost);
    return Done{};
}

/// All that the relay has received is here: nothing was missed as far back as it goes.
Result<> RelayPuller::noteReceiving(const RelayBatch &batch)
{
    const MonotonicTime now = m_clock.monotonic();
    if (m_notedAt && now - *m_notedAt < kNoteReceivingEvery)
        return Done{};
    const Result<std::optional<BlindPeriod>> lost = SettingStore{*m_database}.noteReceivingSince(
        std::min(batch.receivingSince, m_clock.now()), m_clock.now());
    // While somebody else writes: the next answer brings us here again.
    if (!lost && lost.error().kind == ErrorKind::Busy)
        return Done{};
    if (!lost)
        return lost.error();
    m_notedAt = now;
    if (*lost)
        emit periodLost(**lost);
    return Done{};
}

void RelayPuller::fail(const Error &error, std::chrono::seconds wait)
{
    emit failed(error);
    if (!m_client || !m_pulling.isFollowing)
        return;
    m_next.start(pauseAfter(error, wait));
}

std::chrono::milliseconds RelayPuller::pauseAfter(const Error &error, std::chrono::seconds asked)
{
    const auto doubled = m_pulling.firstRetry * (1 << std::min(m_failures++, kMostDoublings));
    auto pause = std::min<std::chrono::milliseconds>(doubled, m_pulling.longestRetry);
    // Half of it by chance, so that the desktops of an agency do not come all at once.
    pause = pause / 2
        + std::chrono::milliseconds{QRandomGenerator::global()->bounded(qint64(pause.count()) / 2 + 1)};
    if (error.code == "wrong_key"_L1) {
        const auto wait = kWrongKeyWait * (1 << std::min(m_wrongKeys++, kWrongKeyDoublings));
        pause = std::max<std::chrono::milliseconds>(pause, std::min(wait, kLongestWrongKeyWait));
    } else if (error.code == "key_in_use"_L1) {
        pause = std::max<std::chrono::milliseconds>(pause, kWrongKeyWait);
    }
    return std::max<std::chrono::milliseconds>(pause, asked);
}
