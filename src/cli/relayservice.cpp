#include "cli/relayservice.h"

#include "cli/commandcontext.h"
#include "cli/jsonforms.h"
#include "webhooks/webhooksignature.h"

#include <QCoreApplication>
#include <QJsonObject>
#include <QLocale>
#include <QStorageInfo>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kTellArrivalsEvery = 10s;

const Clock &systemClock()
{
    static const SystemClock clock;
    return clock;
}

} // namespace

RelayService::RelayService(CommandContext &context, QString dataFolder, const RelayBounds &bounds,
                           RelayServerOptions options)
    : QObject{&context}
    , m_context{context}
    , m_dataFolder{std::move(dataFolder)}
    , m_bounds{bounds}
    , m_options{std::move(options)}
{
    m_options.version = QCoreApplication::applicationVersion();
    m_options.freeBytes = [folder = m_dataFolder] { return QStorageInfo{folder}.bytesAvailable(); };
    m_arrivedTimer.setInterval(kTellArrivalsEvery);
    m_arrivedTimer.setSingleShot(true);
    connect(&m_arrivedTimer, &QTimer::timeout, this, &RelayService::sayArrived);
    connect(&m_context, &CommandContext::interrupted, this, [this] {
        if (m_server)
            m_server->stop();
        sayStopped();
        m_context.finish(ExitCode::Interrupted);
    });
}

void RelayService::start(const std::vector<QByteArray> &appSecrets)
{
    m_options.appSecrets = appSecrets;
    if (m_options.verifyToken.isEmpty() && !appSecrets.empty())
        m_options.verifyToken = verifyTokenFor(appSecrets.front());
    Result<std::unique_ptr<SqliteRelayQueue>> queue = SqliteRelayQueue::openOrCreate(m_dataFolder, m_bounds);
    if (!queue)
        return m_context.fail(queue.error());
    m_queue = *std::move(queue);
    m_server = std::make_unique<RelayServer>(systemClock(), *m_queue, m_traffic);
    connect(m_server.get(), &RelayServer::stored, this, [this](int bodies, qint64 bytes) {
        m_arrivedBodies += bodies;
        m_arrivedBytes += bytes;
        if (!m_arrivedTimer.isActive())
            m_arrivedTimer.start();
    });
    connect(m_server.get(), &RelayServer::notStored, this, [this](int bodies, const Error &error) {
        say(u"not_stored"_s,
            {
                {u"bodies"_s, bodies    },
                {u"code"_s,   error.code}
        },
            error.message);
    });
    connect(m_server.get(), &RelayServer::handshakeAnswered, this,
            [this] { say(u"handshake"_s, {}, tr("Meta has checked the address.")); });
    connect(m_server.get(), &RelayServer::pulled, this, [this](const QString &desktop, int bodies) {
        say(u"pulled"_s,
            {
                {u"desktop"_s, desktop},
                {u"bodies"_s,  bodies }
        },
            //: %1: name of a desktop
            tr("%1 fetched %n event bodies.", nullptr, bodies).arg(desktop));
    });
    connect(m_server.get(), &RelayServer::wrongKey, this, [this](const QByteArray &address) {
        say(u"wrong_key"_s,
            {
                {u"address"_s, QString::fromLatin1(address)}
        },
            tr("A wrong key came from %1.").arg(QString::fromLatin1(address)));
    });
    if (const Result<> listening = m_server->listen(m_options); !listening)
        return m_context.fail(listening.error());
    if (m_context.isJson()) {
        m_context.terminal().jsonState({
            {u"listening"_s, m_server->url() + u"/webhook"_s}
        });
    } else {
        m_context.terminal().line(tr("Listening at %1").arg(m_server->url() + u"/webhook"_s));
    }
}

/// Left out where nobody reads for long: serving goes on.
void RelayService::say(const QString &event, const QJsonObject &facts, const QString &words)
{
    if (!m_context.isJson()) {
        m_context.terminal().offerMessage(words);
        return;
    }
    QJsonObject line{
        {u"at"_s,    toIsoText(systemClock().now())},
        {u"event"_s, event                         }
    };
    for (auto fact = facts.begin(); fact != facts.end(); ++fact)
        line.insert(fact.key(), fact.value());
    m_context.terminal().offerJson(line);
}

void RelayService::sayArrived()
{
    if (m_arrivedBodies == 0)
        return;
    say(u"stored"_s,
        {
            {u"bodies"_s, m_arrivedBodies},
            {u"bytes"_s,  m_arrivedBytes }
    },
        tr("%n event bodies were stored.", nullptr, int(m_arrivedBodies)));
    m_arrivedBodies = 0;
    m_arrivedBytes = 0;
}

void RelayService::sayStopped()
{
    sayArrived();
    const auto stored = m_traffic.of(WebhookFate::Stored);
    if (m_context.isJson()) {
        m_context.terminal().jsonState({
            {u"event"_s,   u"stopped"_s          },
            {u"stored"_s,  stored                },
            {u"refused"_s, refusedJson(m_traffic)}
        });
        return;
    }
    //: %1: how many of Meta's posts were stored, %2: how many requests were refused
    m_context.terminal().message(
        tr("Stored: %1. Refused: %2.")
            .arg(QLocale{}.toString(stored), QLocale{}.toString(m_traffic.refused())));
}
