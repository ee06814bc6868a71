#include "simulator/simulator.h"

#include "http/httpserver.h"
#include "simulator/delayline.h"
#include "simulator/graphapi.h"
#include "simulator/webhooksender.h"

#include <QRandomGenerator>

#include <atomic>

using namespace Qt::StringLiterals;

namespace {

// The largest document WhatsApp takes, and the form around it.
constexpr qint64 kMostBodyBytes = 101LL << 20;

QString randomToken()
{
    static constexpr char16_t kLetters[] = u"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    QString token = u"EAAG"_s;
    for (int i = 0; i < 60; ++i)
        token += QChar{kLetters[QRandomGenerator::system()->bounded(int(std::size(kLetters)) - 1)]};
    return token;
}

} // namespace

/// A simulator between start and stop.
class Simulator::Running
{
public:
    Running(const Clock &clock, const SimulatorOptions &options)
        : m_options{options}
        , m_token{options.token.isEmpty() ? randomToken() : options.token}
        , m_api{clock, options, m_token}
        , m_jitter{options.seed.value_or(0), "jitter"}
        , m_webhooks{{.phoneNumberId = options.phoneNumberId, .wabaId = options.wabaId}, options.appSecret}
    {
        if (!options.webhookUrl.isEmpty())
            m_webhooks.setUrl(options.webhookUrl);
    }

    ~Running() { m_server.stop(); }

    Result<> start()
    {
        if (!m_options.journalFile.isEmpty()) {
            if (const Result<> opened = m_journal.open(m_options.journalFile); !opened)
                return opened.error();
        }
        HttpServerOptions serverOptions;
        serverOptions.host = m_options.host;
        serverOptions.port = m_options.port;
        serverOptions.certificate = m_options.certificate;
        serverOptions.privateKey = m_options.privateKey;
        serverOptions.maxBodyBytes = kMostBodyBytes;
        return m_server.start(serverOptions,
                              [this](const HttpRequest &request, const HttpResponder &responder) {
                                  handle(request, responder);
                              });
    }

    QString url() const { return m_server.url(); }
    QString token() const { return m_token; }
    const SimulatorOptions &options() const { return m_options; }
    qint64 acceptedMessageCount() const { return m_acceptedCount; }
    GraphApi &api() { return m_api; }
    const Journal &journal() const { return m_journal; }
    WebhookSender &webhooks() { return m_webhooks; }

private:
    void handle(const HttpRequest &request, const HttpResponder &responder)
    {
        HandledRequest handled = m_api.handle(request);
        if (handled.accepted)
            ++m_acceptedCount;
        const JournalEntry written = m_journal.add(handled.entry);
        if (m_options.onRequest)
            m_options.onRequest(written);
        if (handled.accepted)
            m_webhooks.schedule(std::move(handled.accepted), std::move(handled.events));

        const std::chrono::milliseconds delay = handled.extraDelay + nextLatency();
        if (delay <= std::chrono::milliseconds{0}) {
            answer(handled.response, responder);
            return;
        }
        m_delays.after(delay,
                       [response = std::move(handled.response), responder] { answer(response, responder); });
    }

    static void answer(const std::optional<HttpResponse> &response, const HttpResponder &responder)
    {
        if (response)
            responder.respond(*response);
        else
            responder.closeWithoutAnswer();
    }

    std::chrono::milliseconds nextLatency()
    {
        const std::chrono::milliseconds zero{0};
        if (m_options.jitter <= zero)
            return m_options.latency;
        return std::max(
            zero,
            m_jitter.between(m_options.latency - m_options.jitter, m_options.latency + m_options.jitter));
    }

    const SimulatorOptions m_options;
    const QString m_token;
    GraphApi m_api;
    Journal m_journal;
    SeededRandom m_jitter; ///< used by the server's thread alone
    std::atomic<qint64> m_acceptedCount{0};
    WebhookSender m_webhooks;
    HttpServer m_server;
    DelayLine m_delays;
};

Simulator::Simulator(const Clock &clock)
    : m_clock{clock}
{
}

Simulator::~Simulator() = default;

Result<> Simulator::start(const SimulatorOptions &options)
{
    stop();
    auto running = std::make_unique<Running>(m_clock, options);
    if (const Result<> started = running->start(); !started)
        return started.error();
    m_running = std::move(running);
    return Done{};
}

void Simulator::stop()
{
    m_running.reset();
}

QString Simulator::url() const
{
    return m_running ? m_running->url() : QString{};
}

QString Simulator::token() const
{
    return m_running ? m_running->token() : QString{};
}

QString Simulator::phoneNumberId() const
{
    return m_running ? m_running->options().phoneNumberId : QString{};
}

QString Simulator::wabaId() const
{
    return m_running ? m_running->options().wabaId : QString{};
}

void Simulator::setWebhookUrl(const QUrl &url)
{
    if (m_running)
        m_running->webhooks().setUrl(url);
}

void Simulator::setFaults(std::vector<Fault> faults)
{
    if (m_running)
        m_running->api().setFaults(std::move(faults));
}

bool Simulator::setTemplateStatus(const QString &name, const QString &language, const QString &status)
{
    return m_running && m_running->api().setTemplateStatus(name, language, status);
}

qint64 Simulator::acceptedMessageCount() const
{
    return m_running ? m_running->acceptedMessageCount() : 0;
}

std::vector<JournalEntry> Simulator::journal() const
{
    return m_running ? m_running->journal().entries() : std::vector<JournalEntry>{};
}
