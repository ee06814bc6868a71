#include "workspace/eventreceiver.h"

#include "storage/settingstore.h"
#include "webhooks/listeningthread.h"
#include "webhooks/webhooksignature.h"
#include "workspace/credentialvault.h"
#include "workspace/deliveryintake.h"

#include <QPointer>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kTryAgain = 3s;
constexpr auto kAskKeychainAgain = 30s;

const QString kIsOn = u"listening"_s;
const QString kHost = u"listening_host"_s;
const QString kPort = u"listening_port"_s;
const QString kPublicAddress = u"listening_public_address"_s;
const QString kHandshake = u"listening_checked_at"_s;

} // namespace

Result<ListeningChoice> readListeningChoice(SettingStore &settings)
{
    ListeningChoice choice;
    for (const QString &key : {kIsOn, kHost, kPort, kPublicAddress}) {
        const Result<std::optional<QString>> value = settings.value(key);
        if (!value)
            return value.error();
        if (!*value)
            continue;
        if (key == kIsOn)
            choice.isOn = **value == "1"_L1;
        else if (key == kHost)
            choice.host = **value;
        else if (key == kPort)
            choice.port = (*value)->toUShort();
        else
            choice.publicAddress = **value;
    }
    return choice;
}

Result<> storeListeningChoice(SettingStore &settings, const ListeningChoice &choice)
{
    for (const auto &[key, value] : {
             std::pair{kIsOn,          choice.isOn ? u"1"_s : u"0"_s},
             std::pair{kHost,          choice.host                  },
             std::pair{kPort,          QString::number(choice.port) },
             std::pair{kPublicAddress, choice.publicAddress         }
    }) {
        if (const Result<> stored = settings.setValue(key, value); !stored)
            return stored;
    }
    return Done{};
}

Result<std::optional<UtcTime>> lastHandshake(SettingStore &settings)
{
    const Result<std::optional<QString>> value = settings.value(kHandshake);
    if (!value)
        return value.error();
    if (!*value)
        return std::optional<UtcTime>{};
    return std::optional{fromMilliseconds((*value)->toLongLong())};
}

Result<> noteHandshake(SettingStore &settings, UtcTime at)
{
    return settings.setValue(kHandshake, QString::number(toMilliseconds(at)));
}

EventReceiver::EventReceiver(const Workspace &workspace, CredentialVault &vault, const Clock &clock,
                             QObject *parent)
    : QObject{parent}
    , m_workspace{workspace}
    , m_vault{vault}
    , m_clock{clock}
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, [this] { start(m_choice, m_accounts); });
}

EventReceiver::~EventReceiver() = default;

void EventReceiver::start(const ListeningChoice &choice, const std::vector<KnownAccount> &accounts)
{
    m_choice = choice;
    m_accounts = accounts;
    // The secret of the account in use comes first: the verify token is made from it.
    std::stable_sort(m_accounts.begin(), m_accounts.end(),
                     [](const KnownAccount &a, const KnownAccount &b) { return a.isInUse > b.isInUse; });
    m_retry.stop();
    if (m_state != State::Failed) // a repeated failure is one failure
        setState(State::Starting);
    m_vault.findAppSecrets(m_accounts,
                           [self = QPointer<EventReceiver>{this},
                            start = ++m_start](const Result<std::vector<QByteArray>> &secrets) {
                               if (!self || self->m_start != start)
                                   return;
                               if (secrets)
                                   self->listen(*secrets);
                               else
                                   self->waitForKeychain(secrets.error());
                           });
}

void EventReceiver::stop()
{
    ++m_start;
    m_retry.stop();
    m_url.clear();
    m_problem.reset();
    if (m_thread)
        m_thread->stopListening();
    setState(State::Off);
}

const WebhookTraffic *EventReceiver::traffic() const
{
    return m_thread ? &m_thread->traffic() : nullptr;
}

void EventReceiver::listen(const std::vector<QByteArray> &appSecrets)
{
    if (appSecrets.empty()) {
        m_verifyToken.clear();
        if (m_thread)
            m_thread->stopListening();
        fail({ErrorKind::Refused,
              tr("The app secret is not known. Without it, anybody could make up delivery events."),
              u"no_app_secret"_s,
              {}});
        return;
    }
    if (!m_thread) {
        m_thread = std::make_unique<ListeningThread>(m_clock, [workspace = m_workspace, &clock = m_clock] {
            return makeWebhookSink(workspace, clock);
        });
        connect(m_thread.get(), &ListeningThread::listening, this, [this](quint16, const QString &url) {
            if (m_state == State::Off)
                return;
            m_retry.stop();
            m_problem.reset();
            m_url = url;
            setState(State::Listening);
        });
        connect(m_thread.get(), &ListeningThread::failed, this, [this](const Error &error) {
            if (m_state == State::Off)
                return;
            fail(error);
            m_retry.start(kTryAgain);
        });
        connect(m_thread.get(), &ListeningThread::eventsApplied, this, [this] {
            setProblem({});
            emit eventsArrived();
        });
        connect(m_thread.get(), &ListeningThread::notStored, this, &EventReceiver::setProblem);
        connect(m_thread.get(), &ListeningThread::handshakeAnswered, this, &EventReceiver::handshakeAnswered);
    }
    m_verifyToken = verifyTokenFor(appSecrets.front());
    WebhookListenerOptions options;
    options.host = m_choice.host;
    options.port = m_choice.port;
    options.verifyToken = m_verifyToken;
    options.appSecrets = appSecrets;
    m_thread->listen(options);
}

/// One that listens already goes on with the secrets that it has.
void EventReceiver::waitForKeychain(const Error &error)
{
    if (m_state == State::Starting && !m_url.isEmpty())
        setState(State::Listening);
    else
        fail(error);
    m_retry.start(kAskKeychainAgain);
}

void EventReceiver::fail(const Error &error)
{
    m_url.clear();
    m_problem = error;
    setState(State::Failed);
}

void EventReceiver::setProblem(const std::optional<Error> &problem)
{
    if (m_state != State::Listening || (!problem && !m_problem))
        return;
    m_problem = problem;
    emit changed();
}

void EventReceiver::setState(State state)
{
    m_state = state;
    emit changed();
}
