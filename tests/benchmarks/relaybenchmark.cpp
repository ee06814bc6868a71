#include "relaybenchmark.h"

#include "webhookposting.h"

#include "base/clock.h"
#include "storage/relayqueue.h"
#include "storage/sql.h"
#include "webhooks/relayserver.h"
#include "workspace/relaypuller.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTemporaryDir>
#include <QThread>

#include <memory>
#include <optional>

using namespace Qt::StringLiterals;

namespace {

constexpr int kConnections = 32; // Meta posts on many at once

const SystemClock &theClock()
{
    static const SystemClock clock;
    return clock;
}

/// What becomes of one message each.
std::vector<QByteArray> requests(int posts)
{
    std::vector<QByteArray> all;
    for (int number = 0; number < posts; ++number) {
        all.push_back(signedPost(
            uR"({"object":"whatsapp_business_account","entry":[{"id":"2001","changes":[{"field":"messages",)"
            uR"("value":{"messaging_product":"whatsapp","metadata":{"phone_number_id":"1001"},)"
            uR"("statuses":[{"id":"wamid.%1","status":"delivered","timestamp":"1795000000",)"
            uR"("recipient_id":"34600000001"}]}}]}]})"_s.arg(number)
                .toUtf8()));
    }
    return all;
}

Result<Workspace> makeWorkspace(const QTemporaryDir &folder, const QString &name)
{
    return Workspace::create(folder.filePath(name), Workspace::Purpose::Real, theClock());
}

Result<qint64> storedPosts(const Workspace &workspace)
{
    const Result<std::unique_ptr<Database>> database = Database::open(workspace.databasePath());
    if (!database)
        return database.error();
    return firstInteger(**database, u"SELECT count(*) FROM webhook_post"_s);
}

/// A relay on a thread of its own, as its program has it to itself.
class ServingRelay
{
public:
    static Result<std::unique_ptr<ServingRelay>> start(const QString &folder)
    {
        Result<std::unique_ptr<SqliteRelayQueue>> queue = SqliteRelayQueue::openOrCreate(folder);
        if (!queue)
            return queue.error();
        const Result<QByteArray> key = (*queue)->addDesktop(u"Benchmark"_s, theClock().now());
        if (!key)
            return key.error();
        std::unique_ptr<ServingRelay> relay{
            new ServingRelay{folder, *key}
        };
        if (!relay->m_problem)
            return relay;
        return *relay->m_problem;
    }

    ~ServingRelay()
    {
        QMetaObject::invokeMethod(
            &m_context,
            [this] {
                m_server.reset();
                m_queue.reset();
            },
            Qt::BlockingQueuedConnection);
        m_thread.quit();
        m_thread.wait();
    }

    quint16 port() const { return m_port; }
    const QByteArray &key() const { return m_key; }

private:
    ServingRelay(const QString &folder, const QByteArray &key)
        : m_key{key}
    {
        m_context.moveToThread(&m_thread);
        m_thread.start();
        QMetaObject::invokeMethod(
            &m_context, [this, folder] { serve(folder); }, Qt::BlockingQueuedConnection);
    }

    void serve(const QString &folder)
    {
        Result<std::unique_ptr<SqliteRelayQueue>> queue = SqliteRelayQueue::open(folder);
        if (!queue) {
            m_problem = queue.error();
            return;
        }
        m_queue = *std::move(queue);
        m_server = std::make_unique<RelayServer>(theClock(), *m_queue, m_traffic);
        if (const Result<> listening = m_server->listen({.appSecrets = {kPostingSecret}}); !listening)
            m_problem = listening.error();
        m_port = m_server->port();
    }

    const QByteArray m_key;
    QThread m_thread;
    QObject m_context;
    WebhookTraffic m_traffic;
    std::unique_ptr<SqliteRelayQueue> m_queue;
    std::unique_ptr<RelayServer> m_server;
    std::optional<Error> m_problem;
    quint16 m_port = 0;
};

/// Fetches all that waits, on this thread. Seconds.
Result<double> pullAll(const Workspace &workspace, const ServingRelay &relay)
{
    RelayPuller puller{workspace, theClock()};
    QEventLoop loop;
    std::optional<Error> problem;
    QObject::connect(&puller, &RelayPuller::finished, &loop, &QEventLoop::quit);
    QObject::connect(&puller, &RelayPuller::failed, &loop, [&](const Error &error) {
        problem = error;
        loop.quit();
    });
    RelayPulling pulling;
    pulling.access = {QUrl{u"http://127.0.0.1:%1"_s.arg(relay.port())}, relay.key(), {}};
    pulling.appSecrets = {kPostingSecret};
    pulling.isFollowing = false;
    QElapsedTimer timer;
    timer.start();
    puller.start(pulling);
    loop.exec();
    if (problem)
        return *problem;
    return double(timer.nsecsElapsed()) / 1e9;
}

} // namespace

Result<std::vector<Measurement>> measureRelay(int posts)
{
    const QTemporaryDir folder{QCoreApplication::applicationDirPath() + u"/benchmark-XXXXXX"_s};
    const std::vector<QByteArray> all = requests(posts);
    const Result<Workspace> direct = makeWorkspace(folder, u"direct"_s);
    if (!direct)
        return direct.error();
    Result<double> plain = 0.0;
    {
        const Listening listening{intoDatabase(direct->databasePath())};
        plain = postAll(listening.port(), all, kConnections);
    }
    if (!plain)
        return plain.error();

    const Result<std::unique_ptr<ServingRelay>> relay = ServingRelay::start(folder.filePath(u"relay"_s));
    if (!relay)
        return relay.error();
    const Result<double> in = postAll((*relay)->port(), all, kConnections);
    if (!in)
        return in.error();
    const Result<Workspace> behind = makeWorkspace(folder, u"behind"_s);
    if (!behind)
        return behind.error();
    const Result<double> out = pullAll(*behind, **relay);
    if (!out)
        return out.error();

    for (const Workspace &workspace : {*direct, *behind}) {
        const Result<qint64> stored = storedPosts(workspace);
        if (!stored)
            return stored.error();
        if (*stored != posts)
            return lostEvents();
    }
    const QString subject = u"%1 posts of one event, %2 connections"_s.arg(posts).arg(kConnections);
    const Measurement::Reference listener{u"the plain listener, into a workspace"_s, posts / *plain};
    return std::vector<Measurement>{
        {subject, u"events/s into the relay, on disk"_s,             posts / *in,  listener},
        {subject, u"events/s out of it into a workspace, on disk"_s, posts / *out, listener},
    };
}
