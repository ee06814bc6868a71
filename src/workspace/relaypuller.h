#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "domain/deliveryevent.h"
#include "storage/deliverystore.h"
#include "storage/settingstore.h"
#include "webhooks/relayclient.h"
#include "workspace/workspace.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>
#include <vector>

class Database;
class DeliveryIntake;

/// What is fetched, from where, and how patiently.
struct RelayPulling
{
    RelayAccess access;
    std::vector<QByteArray> appSecrets; ///< every body must be signed under one of them here too
    bool isFollowing = true; ///< false: ends when nothing waits any more, or at the first failure
    /// Bodies that are not signed under these secrets are left out for good instead of holding up what comes
    /// after them: only on a person's word.
    bool dropsUnsigned = false;
    std::chrono::milliseconds firstRetry{1'000};
    std::chrono::milliseconds longestRetry{60'000};
};

/// What a relay says of itself when it answers.
struct RelayNews
{
    qint64 waiting = 0; ///< still there for this desktop
    std::optional<UtcTime> handshakeAt;
    std::optional<UtcTime> arrivedAt;
};

/// Fetches delivery events from a relay into a workspace: a body is acknowledged only once its events are on
/// disk, and one that comes twice changes nothing. A copied or restored workspace fetches nothing before a
/// person has armed it. Tries again by itself, ever more seldom. Lives on one thread with an event loop and
/// works there, with a database connection of its own.
class RelayPuller final : public QObject
{
    Q_OBJECT

public:
    RelayPuller(Workspace workspace, const Clock &clock, QObject *parent = nullptr);
    ~RelayPuller() override;

    /// One that runs begins anew.
    void start(const RelayPulling &pulling);
    /// What is on disk and not acknowledged comes again next time, and changes nothing then.
    void stop();
    /// The app secrets are these now; what waits for one of them is tried at once.
    void setAppSecrets(const std::vector<QByteArray> &secrets);
    /// Without waiting for the next try.
    void tryNow();
    /// How long until it asks again; nothing: it waits for no time.
    std::optional<std::chrono::milliseconds> nextTry() const;

    /// Since the start: bodies that were applied, and those left out for good.
    qint64 taken() const { return m_taken; }
    qint64 leftOut() const { return m_leftOut; }

signals:
    void eventsApplied(const std::vector<AppliedEvent> &events);
    /// The relay answered, and what it gave is on disk.
    void answered(const RelayNews &news);
    /// It tries again by itself, unless it fetches once only: then it has ended. "wrong_signature": a body
    /// that was not signed here under a known secret waits, and all behind it.
    void failed(const Error &error);
    /// The relay had no room for that many bodies and gave them up before they were fetched.
    void bodiesDropped(qint64 bodies);
    /// Events of that time will not come any more.
    void periodLost(const BlindPeriod &period);
    /// Nothing waits any more; only where it fetches once.
    void finished();

private:
    Result<> open();
    void ask();
    void take(const RelayBatch &batch, std::chrono::seconds wait);
    Result<> takeSome(const RelayBatch &batch, size_t &next, qint64 &last);
    ArrivedBody readBody(const QString &queue, const RelayBody &body) const;
    Result<> store(const std::vector<ArrivedBody> &bodies, qint64 &last);
    void tell(const std::vector<AppliedEvent> &applied);
    void acknowledge(const RelayBatch &batch, qint64 upTo, const Result<> &taken);
    void goOn(const RelayBatch &batch, std::chrono::seconds wait);
    Result<> noteLosses(const RelayBatch &batch);
    Result<> noteLost(UtcTime until);
    Result<> noteReceiving(const RelayBatch &batch);
    std::chrono::milliseconds pauseAfter(const Error &error, std::chrono::seconds asked);
    void fail(const Error &error, std::chrono::seconds wait = {});

    const Workspace m_workspace;
    const Clock &m_clock;
    RelayPulling m_pulling;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<DeliveryIntake> m_intake;
    std::unique_ptr<RelayClient> m_client;
    QTimer m_next;
    int m_failures = 0; ///< in a row
    int m_wrongKeys = 0; ///< so often the relay did not know the key, since the start
    qint64 m_taken = 0;
    qint64 m_leftOut = 0;
    std::optional<MonotonicTime> m_notedAt; ///< that events are received
};
