#include "cli/webhookservice.h"

#include "cli/commandcontext.h"
#include "cli/jsonforms.h"
#include "workspace/deliveryintake.h"

#include <QJsonObject>
#include <QLocale>

#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kNoteReceivingEvery = 5min;

} // namespace

WebhookService::WebhookService(CommandContext &context, std::shared_ptr<MetaConnection> meta,
                               WebhookListenerOptions options)
    : QObject{&context}
    , m_context{context}
    , m_meta{std::move(meta)}
    , m_options{std::move(options)}
    , m_secrets{m_meta}
{
    const Session &session = m_meta->session();
    m_listener = std::make_unique<ListeningThread>(
        session.clock(), [workspace = session.workspace(), &clock = session.clock()] {
            return makeWebhookSink(workspace, clock);
        });
    m_courier = std::make_unique<InboxCourier>(session.workspace(), m_meta->vault());
    connect(m_listener.get(), &ListeningThread::listening, m_courier.get(), &InboxCourier::start);
    connect(m_listener.get(), &ListeningThread::eventsApplied, m_courier.get(), &InboxCourier::look);
    connect(m_listener.get(), &ListeningThread::listening, this, &WebhookService::sayListening);
    connect(m_listener.get(), &ListeningThread::failed, this,
            [this](const Error &error) { m_context.fail(error); });
    connect(m_listener.get(), &ListeningThread::eventsApplied, this, &WebhookService::sayApplied);
    connect(m_listener.get(), &ListeningThread::notStored, this,
            [this](const Error &error) { m_context.terminal().offerMessage(error.message); });
    connect(&m_receivingTimer, &QTimer::timeout, this, &WebhookService::noteReceiving);
    connect(&m_secrets, &SecretsWatch::found, this, &WebhookService::listenWith);
    connect(&m_secrets, &SecretsWatch::failed, this, [this](const Error &error) {
        if (m_secrets.isFollowing())
            m_context.terminal().offerMessage(error.message);
        else // there may be a secret, and nobody may be believed without it
            m_context.fail(error);
    });
    connect(&m_context, &CommandContext::interrupted, this, [this] {
        m_secrets.stop();
        m_listener->stopAndTell();
        sayStopped();
        m_listener.reset();
        m_context.finish(ExitCode::Interrupted);
    });
}

void WebhookService::start()
{
    m_secrets.look();
}

/// One that listens already with these secrets goes on undisturbed.
void WebhookService::listenWith(const FoundAppSecrets &secrets)
{
    if (m_secrets.isFollowing() && secrets.secrets == m_options.appSecrets)
        return;
    m_options.appSecrets = secrets.secrets;
    m_options.needsAppSecret = !m_meta->session().workspace().isPractice();
    if (secrets.secrets.empty() && m_options.needsAppSecret)
        m_context.terminal().message(
            tr("No app secret is known, and without one anybody could make up events. Until one is, Meta is "
               "asked to send them again later. Set FANFARE_APP_SECRET, or add it to the account."));
    else
        sayWithout(secrets.without);
    m_listener->listen(m_options);
}

void WebhookService::sayWithout(const std::vector<Account> &accounts)
{
    for (const Account &account : accounts)
        m_context.terminal().message(
            tr("The app secret of %1 is not known. Its events are refused, unless it "
               "belongs to the same app as another number.")
                .arg(shownNameOf(account)));
}

void WebhookService::sayListening(quint16 port, const QString &url)
{
    if (m_secrets.isFollowing()) // with other secrets now
        return;
    m_options.port = port;
    m_secrets.follow();
    if (m_context.isJson())
        m_context.terminal().jsonState({
            {u"listening"_s, url}
        });
    else
        m_context.terminal().line(tr("Listening at %1").arg(url));
    noteReceiving();
    m_receivingTimer.start(kNoteReceivingEvery);
}

void WebhookService::noteReceiving()
{
    Session &session = m_meta->session();
    const Result<std::optional<BlindPeriod>> lost = session.settings().noteReceiving(session.clock().now());
    if (!lost) {
        m_context.terminal().offerMessage(lost.error().message);
    } else if (*lost) {
        const auto shown = [&session](UtcTime at) {
            return QLocale{}.toString(toDateTime(at).toTimeZone(session.timeZone()), QLocale::ShortFormat);
        };
        m_context.terminal().offerMessage(
            tr("Nobody received delivery events from %1 to %2, and Meta does not try to tell them any more. "
               "What became of messages in that time stays unknown.")
                .arg(shown((*lost)->from), shown((*lost)->to)));
    }
}

/// Everything is stored by now. A reader that has fallen far behind is told later how much it missed.
void WebhookService::sayApplied(const std::vector<AppliedEvent> &events)
{
    if (m_leftOutUnsaid > 0 && offerLeftOut())
        m_leftOutUnsaid = 0;
    if (m_leftOutUnsaid == 0 && offerLine(events))
        return;
    m_leftOut += static_cast<qint64>(events.size());
    m_leftOutUnsaid += static_cast<qint64>(events.size());
}

bool WebhookService::offerLine(const std::vector<AppliedEvent> &events)
{
    if (m_context.isJson())
        return m_context.terminal().offerJson({
            {u"events"_s, appliedJson(events)}
        });
    QStringList lines;
    for (const AppliedEvent &event : events)
        lines << event.kind + u": "_s + (event.why.isEmpty() && event.applied ? tr("applied") : event.why);
    return lines.isEmpty() || m_context.terminal().offerMessage(lines.join(u'\n'));
}

bool WebhookService::offerLeftOut()
{
    if (m_context.isJson())
        return m_context.terminal().offerJson({
            {u"event"_s,  u"left_out"_s  },
            {u"events"_s, m_leftOutUnsaid}
        });
    return m_context.terminal().offerMessage(
        tr("%n event(s) were stored and are not listed here, because the output was not read.", nullptr,
           static_cast<int>(m_leftOutUnsaid)));
}

void WebhookService::sayStopped()
{
    const WebhookTraffic &traffic = m_listener->traffic();
    if (m_context.isJson()) {
        m_context.terminal().jsonState({
            {u"event"_s,    u"stopped"_s                   },
            {u"stored"_s,   traffic.of(WebhookFate::Stored)},
            {u"refused"_s,  refusedJson(traffic)           },
            {u"left_out"_s, m_leftOut                      }
        });
        return;
    }
    if (m_leftOutUnsaid > 0)
        offerLeftOut();
    //: %1: how many of Meta's posts were stored, %2: how many requests were refused
    m_context.terminal().message(
        tr("Stored: %1. Refused: %2.")
            .arg(QLocale{}.toString(traffic.of(WebhookFate::Stored)), QLocale{}.toString(traffic.refused())));
}
