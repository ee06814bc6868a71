#include "cli/relaypullrun.h"

#include "cli/commandcontext.h"
#include "cli/jsonforms.h"

#include <QLocale>

#include <utility>

using namespace Qt::StringLiterals;

Result<RelayAccess> accessOf(const RelayChoice &choice)
{
    if (!choice.isOn())
        return Error{ErrorKind::Refused,
                     RelayPullRun::tr("This workspace is not connected to a relay. See: fanfare-cli relay "
                                      "connect --help"),
                     u"no_relay"_s,
                     {}};
    const Result<QUrl> url = readRelayAddress(choice.address);
    if (!url)
        return url.error();
    return RelayAccess{*url, {}, QSslCertificate::fromData(choice.certificate), choice.workspace};
}

RelayPullRun::RelayPullRun(CommandContext &context, std::shared_ptr<MetaConnection> meta, bool isFollowing,
                           bool dropsUnsigned)
    : QObject{&context}
    , m_context{context}
    , m_meta{std::move(meta)}
    , m_puller{m_meta->session().workspace(), m_meta->session().clock()}
    , m_secrets{m_meta}
{
    m_pulling.isFollowing = isFollowing;
    m_pulling.dropsUnsigned = dropsUnsigned;
    connect(&m_puller, &RelayPuller::eventsApplied, this, &RelayPullRun::sayEvents);
    connect(&m_puller, &RelayPuller::answered, this, &RelayPullRun::sayAnswered);
    connect(&m_puller, &RelayPuller::failed, this, &RelayPullRun::sayTrouble);
    connect(&m_puller, &RelayPuller::finished, this, [this] { end(u"finished"_s, ExitCode::Done); });
    connect(&m_puller, &RelayPuller::bodiesDropped, this, [this](qint64 bodies) {
        m_context.terminal().message(
            tr("The relay gave up %n event bodies before they were fetched. What became of messages in that "
               "time stays unknown.",
               nullptr, int(bodies)));
    });
    connect(&m_puller, &RelayPuller::periodLost, this, [this](const BlindPeriod &lost) {
        const auto shown = [this](UtcTime at) {
            return QLocale{}.toString(toDateTime(at).toTimeZone(m_meta->session().timeZone()),
                                      QLocale::ShortFormat);
        };
        m_context.terminal().message(
            tr("Nobody received delivery events from %1 to %2, and Meta does not try "
               "to tell them any more.")
                .arg(shown(lost.from), shown(lost.to)));
    });
    connect(&m_secrets, &SecretsWatch::found, this, [this](const FoundAppSecrets &secrets) {
        m_areSecretsKnown = true;
        m_pulling.appSecrets = secrets.secrets;
        findKey();
    });
    connect(&m_secrets, &SecretsWatch::failed, this, &RelayPullRun::sayTrouble);
    connect(&m_context, &CommandContext::interrupted, this, [this] {
        m_secrets.stop();
        m_changes.reset();
        ++m_question;
        m_puller.stop();
        end(u"stopped"_s, ExitCode::Interrupted);
    });
}

void RelayPullRun::start(const RelayChoice &choice)
{
    const Result<RelayAccess> access = accessOf(choice);
    if (!access)
        return m_context.fail(access.error());
    m_choice = choice;
    m_pulling.access = *access;
    if (m_pulling.isFollowing) {
        m_secrets.follow();
        m_changes = std::make_unique<ChangeWatch>(m_meta->session().workspace());
        connect(m_changes.get(), &ChangeWatch::changed, this, &RelayPullRun::lookAtChoice);
    }
    m_secrets.look();
}

/// Another program on this workspace may have connected it to another relay, or to none.
void RelayPullRun::lookAtChoice()
{
    const Result<RelayChoice> choice = readRelayChoice(m_meta->session().settings());
    if (!choice)
        return sayTrouble(choice.error());
    if (*choice != m_choice)
        useChoice(*choice);
}

void RelayPullRun::useChoice(const RelayChoice &choice)
{
    m_choice = choice;
    const Result<RelayAccess> access = accessOf(choice);
    if (!access)
        return lack(access.error());
    m_pulling.access = *access;
    findKey();
}

void RelayPullRun::findKey()
{
    if (!m_areSecretsKnown || !m_choice.isOn())
        return;
    m_meta->vault().findRelayKey(m_choice.keyEntry(),
                                 [this, question = ++m_question](const Result<QByteArray> &key) {
                                     if (question != m_question)
                                         return;
                                     if (key)
                                         fetch(*key);
                                     else
                                         lack(key.error());
                                 });
}

/// One that fetches already from there goes on, with the secrets as they are now.
void RelayPullRun::fetch(const QByteArray &key)
{
    if (m_pulling.appSecrets.empty()) {
        return lack({ErrorKind::Refused,
                     tr("The app secret is not known. Without it, anybody could make up delivery events."),
                     u"no_app_secret"_s,
                     {}});
    }
    m_pulling.access.key = key;
    if (m_isFetching && std::exchange(m_fetched, m_pulling.access) == m_pulling.access)
        m_puller.setAppSecrets(m_pulling.appSecrets);
    else
        fetchAnew();
}

void RelayPullRun::fetchAnew()
{
    if (m_pulling.isFollowing && !m_courier) { // files that people sent come as their messages do
        m_courier = std::make_unique<InboxCourier>(m_meta->session().workspace(), m_meta->vault());
        connect(&m_puller, &RelayPuller::eventsApplied, m_courier.get(), &InboxCourier::look);
        m_courier->start();
    }
    m_isFetching = true;
    m_fetched = m_pulling.access;
    m_isConnected = false;
    m_taken += m_puller.taken();
    m_leftOut += m_puller.leftOut();
    m_puller.start(m_pulling);
}

/// Without it nothing can be fetched.
void RelayPullRun::lack(const Error &error)
{
    m_isFetching = false;
    m_puller.stop();
    sayTrouble(error);
}

/// Everything is stored by now; a reader that is far behind misses the lines.
void RelayPullRun::sayEvents(const std::vector<AppliedEvent> &events)
{
    if (m_context.isJson()) {
        m_context.terminal().offerJson({
            {u"events"_s, appliedJson(events)}
        });
        return;
    }
    for (const AppliedEvent &event : events)
        m_context.terminal().offerMessage(
            event.kind + u": "_s + (event.why.isEmpty() && event.applied ? tr("applied") : event.why));
}

void RelayPullRun::sayAnswered(const RelayNews &news)
{
    m_trouble.clear();
    if (m_isConnected || !m_pulling.isFollowing)
        return;
    m_isConnected = true;
    if (m_context.isJson()) {
        m_context.terminal().jsonState({
            {u"event"_s,   u"connected"_s},
            {u"waiting"_s, news.waiting  }
        });
    } else {
        m_context.terminal().line(tr("Connected to the relay."));
    }
}

/// A repeated trouble is one trouble.
void RelayPullRun::sayTrouble(const Error &error)
{
    if (!m_pulling.isFollowing)
        return m_context.fail(error);
    if (m_trouble == error.code)
        return;
    m_trouble = error.code;
    m_isConnected = false;
    if (m_context.isJson()) {
        m_context.terminal().jsonState({
            {u"event"_s,   u"trouble"_s },
            {u"code"_s,    error.code   },
            {u"message"_s, error.message}
        });
    } else {
        m_context.terminal().message(error.message);
    }
}

void RelayPullRun::end(const QString &event, ExitCode code)
{
    const qint64 taken = m_taken + m_puller.taken();
    const qint64 leftOut = m_leftOut + m_puller.leftOut();
    if (m_context.isJson()) {
        m_context.terminal().jsonState({
            {u"event"_s,    event  },
            {u"bodies"_s,   taken  },
            {u"left_out"_s, leftOut}
        });
    } else {
        m_context.terminal().line(tr("%n event bodies were fetched.", nullptr, int(taken)));
        if (leftOut > 0)
            m_context.terminal().line(
                tr("%n were left out, because they were not signed.", nullptr, int(leftOut)));
    }
    m_context.finish(code);
}
