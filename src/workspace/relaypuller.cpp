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
// A wrong key stays wrong, and asking with it again and again makes the relay deaf for our address.
constexpr auto kWrongKeyWait = 5min;

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

void RelayPuller::tryNow()
{
    if (m_next.isActive())
        m_next.start(0ms);
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
    for (const RelayBody &body : batch.bodies) {
        taken = takeBody(batch.queue, body);
        if (!taken)
            break;
        last = body.number;
    }
    if (last > 0)
        acknowledge(batch, last, taken);
    else if (!taken)
        fail(taken.error());
    else
        goOn(batch, wait);
}

Result<> RelayPuller::takeBody(const QString &queue, const RelayBody &body)
{
    if (!isSignedByAny(m_pulling.appSecrets, body.body, body.signature)) {
        if (!m_pulling.dropsUnsigned)
            return wrongSignature();
        ++m_leftOut;
        return Done{};
    }
    const UtcTime receivedAt = std::min(body.receivedAt, m_clock.now());
    const Result<std::vector<DeliveryEvent>> events = parseWebhook(body.body, receivedAt);
    const Result<std::vector<AppliedEvent>> applied =
        m_intake->take(body.body, events ? *events : unreadableWebhook(events.error(), receivedAt),
                       receivedAt, RelayOrigin{queue, body.number});
    if (!applied)
        return applied.error();
    ++m_taken;
    if (!applied->empty())
        emit eventsApplied(*applied);
    return Done{};
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
    m_failures = 0;
    SettingStore settings{*m_database};
    if (const Result<qint64> dropped = noteDropped(settings, batch.queue, batch.dropped); !dropped)
        return fail(dropped.error());
    else if (*dropped > 0)
        emit bodiesDropped(*dropped);
    if (batch.waiting == 0)
        noteReceiving(batch);
    emit answered({batch.waiting, batch.handshakeAt, batch.arrivedAt});
    if (!m_client)
        return;
    if (m_pulling.isFollowing || batch.waiting > 0)
        m_next.start(std::chrono::milliseconds{wait});
    else
        emit finished();
}

/// All that the relay has received is here: nothing was missed as far back as it goes.
void RelayPuller::noteReceiving(const RelayBatch &batch)
{
    const MonotonicTime now = m_clock.monotonic();
    if (m_notedAt && now - *m_notedAt < kNoteReceivingEvery)
        return;
    const Result<std::optional<BlindPeriod>> lost = SettingStore{*m_database}.noteReceivingSince(
        std::min(batch.receivingSince, m_clock.now()), m_clock.now());
    if (!lost)
        return; // a busy database: the next answer brings us here again
    m_notedAt = now;
    if (*lost)
        emit periodLost(**lost);
}

void RelayPuller::fail(const Error &error, std::chrono::seconds wait)
{
    emit failed(error);
    if (!m_client || !m_pulling.isFollowing)
        return;
    const auto doubled = m_pulling.firstRetry * (1 << std::min(m_failures++, kMostDoublings));
    auto pause = std::min<std::chrono::milliseconds>(doubled, m_pulling.longestRetry);
    // Half of it by chance, so that the desktops of an agency do not come all at once.
    pause = pause / 2
        + std::chrono::milliseconds{QRandomGenerator::global()->bounded(qint64(pause.count()) / 2 + 1)};
    if (error.code == "wrong_key"_L1)
        wait = std::max<std::chrono::seconds>(wait, kWrongKeyWait);
    m_next.start(std::max<std::chrono::milliseconds>(pause, wait));
}
