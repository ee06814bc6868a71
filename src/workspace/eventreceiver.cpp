#include "workspace/eventreceiver.h"

#include "storage/settingstore.h"
#include "webhooks/listeningthread.h"
#include "webhooks/webhooksignature.h"
#include "workspace/deliveryintake.h"

#include <QHash>
#include <QPointer>

using namespace Qt::StringLiterals;

namespace {

const QString kIsOn = u"listening"_s;
const QString kHost = u"listening_host"_s;
const QString kPort = u"listening_port"_s;
const QString kPublicAddress = u"listening_public_address"_s;
const QString kPublicSince = u"listening_public_since"_s;
const QString kHandshake = u"listening_checked_at"_s; // the time, and the public address that was checked

Result<QString> publicAddressIn(SettingStore &settings)
{
    const Result<std::optional<QString>> address = settings.value(kPublicAddress);
    if (!address)
        return address.error();
    return address->value_or(QString{});
}

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

Result<> storeListeningChoice(SettingStore &settings, const ListeningChoice &choice, UtcTime now)
{
    const Result<QString> before = publicAddressIn(settings);
    if (!before)
        return before.error();
    QHash<QString, QString> values{
        {kIsOn,          choice.isOn ? u"1"_s : u"0"_s},
        {kHost,          choice.host                  },
        {kPort,          QString::number(choice.port) },
        {kPublicAddress, choice.publicAddress         }
    };
    if (choice.publicAddress != *before)
        values.insert(kPublicSince, QString::number(toMilliseconds(now)));
    return settings.setValues(values);
}

Result<std::optional<UtcTime>> publicAddressSince(SettingStore &settings)
{
    const Result<std::optional<QString>> value = settings.value(kPublicSince);
    if (!value)
        return value.error();
    return *value ? std::optional{fromMilliseconds((*value)->toLongLong())} : std::nullopt;
}

Result<std::optional<UtcTime>> lastHandshake(SettingStore &settings)
{
    const Result<std::optional<QString>> value = settings.value(kHandshake);
    if (!value)
        return value.error();
    const Result<QString> address = publicAddressIn(settings);
    if (!address)
        return address.error();
    if (!*value || (*value)->section(u' ', 1) != *address)
        return std::optional<UtcTime>{};
    return std::optional{fromMilliseconds((*value)->section(u' ', 0, 0).toLongLong())};
}

Result<> noteHandshake(SettingStore &settings, UtcTime at)
{
    const Result<QString> address = publicAddressIn(settings);
    if (!address)
        return address.error();
    return settings.setValue(kHandshake, QString::number(toMilliseconds(at)) + u' ' + *address);
}

EventReceiver::EventReceiver(const Workspace &workspace, CredentialVault &vault, const Clock &clock,
                             QObject *parent)
    : EventReceiver{workspace, vault, clock, Waits{}, parent}
{
}

EventReceiver::EventReceiver(const Workspace &workspace, CredentialVault &vault, const Clock &clock,
                             Waits waits, QObject *parent)
    : QObject{parent}
    , m_workspace{workspace}
    , m_vault{vault}
    , m_clock{clock}
    , m_waits{waits}
{
    m_retry.setSingleShot(true);
    // A port that is taken says nothing new about secrets.
    connect(&m_retry, &QTimer::timeout, this, [this] { m_areSecretsFound ? listen() : findSecrets(); });
}

EventReceiver::~EventReceiver() = default;

void EventReceiver::start(const ListeningChoice &choice, const std::vector<KnownAccount> &accounts)
{
    m_choice = choice;
    m_accounts = accounts;
    m_order = 0;
    if (m_state != State::Failed) // a repeated failure is one failure
        setState(State::Starting);
    findSecrets();
}

void EventReceiver::stop()
{
    ++m_start;
    m_retry.stop();
    if (m_thread && m_state != State::Off)
        m_order = m_thread->stopListening(); // it is off when that is answered
    else
        beOff();
}

const WebhookTraffic *EventReceiver::traffic() const
{
    return m_thread ? &m_thread->traffic() : nullptr;
}

void EventReceiver::findSecrets()
{
    m_retry.stop();
    m_areSecretsFound = false;
    m_vault.findAppSecrets(
        m_accounts,
        [self = QPointer<EventReceiver>{this}, start = ++m_start](const Result<FoundAppSecrets> &found) {
            if (!self || self->m_start != start)
                return;
            if (found)
                self->takeSecrets(*found);
            else
                self->waitForKeychain(found.error());
        });
}

void EventReceiver::takeSecrets(const FoundAppSecrets &found)
{
    m_verifyToken = found.ofAccountInUse.isEmpty() ? QByteArray{} : verifyTokenFor(found.ofAccountInUse);
    m_withoutSecret.clear();
    m_appSecrets = found.secrets;
    if (found.secrets.empty()) {
        if (m_thread)
            m_thread->stopListening();
        fail({ErrorKind::Refused,
              tr("The app secret is not known. Without it, anybody could make up delivery events."),
              u"no_app_secret"_s,
              {}});
        return;
    }
    for (const Account &account : found.without)
        m_withoutSecret << shownNameOf(account);
    m_areSecretsFound = true;
    listen();
}

void EventReceiver::makeThread()
{
    m_thread = std::make_unique<ListeningThread>(
        m_clock, [workspace = m_workspace, &clock = m_clock] { return makeWebhookSink(workspace, clock); });
    connect(m_thread.get(), &ListeningThread::listening, this,
            [this](quint16, const QString &url, int order) {
                if (order != m_order)
                    return;
                m_problem.reset();
                m_url = url;
                setState(State::Listening);
            });
    connect(m_thread.get(), &ListeningThread::failed, this, [this](const Error &error, int order) {
        if (order != m_order)
            return;
        fail(error);
        m_retry.start(m_waits.takenPort);
    });
    connect(m_thread.get(), &ListeningThread::stopped, this, [this](int order) {
        if (order == m_order)
            beOff();
    });
    connect(m_thread.get(), &ListeningThread::eventsApplied, this, [this] {
        setProblem({});
        emit eventsArrived();
    });
    connect(m_thread.get(), &ListeningThread::notStored, this, &EventReceiver::setProblem);
    connect(m_thread.get(), &ListeningThread::handshakeAnswered, this, &EventReceiver::handshakeAnswered);
}

void EventReceiver::listen()
{
    if (!m_thread)
        makeThread();
    WebhookListenerOptions options;
    options.host = m_choice.host;
    options.port = m_choice.port;
    options.verifyToken = m_verifyToken;
    options.appSecrets = m_appSecrets;
    m_listened = m_choice;
    m_order = m_thread->listen(options);
}

/// One that listens already goes on with the secrets that it has, where it is wanted now.
void EventReceiver::waitForKeychain(const Error &error)
{
    if (m_url.isEmpty())
        fail(error);
    else if (m_listened.host != m_choice.host || m_listened.port != m_choice.port)
        listen();
    else if (m_order == 0) // else its answer tells
        setState(State::Listening);
    m_retry.start(m_waits.lockedKeychain);
}

void EventReceiver::beOff()
{
    m_url.clear();
    m_problem.reset();
    setState(State::Off);
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
