#include "workspace/relayreceiver.h"

#include "webhooks/webhooksignature.h"
#include "workspace/credentialvault.h"

#include <QPointer>
#include <QSslCertificate>

using namespace Qt::StringLiterals;

/// Lives on the fetching thread, where the puller and its database connection are made and destroyed.
class RelayReceiver::Runner final : public QObject
{
    Q_OBJECT

public:
    Runner(Workspace workspace, const Clock &clock)
        : m_workspace{std::move(workspace)}
        , m_clock{clock}
    {
    }

    /// `start`: by which number its signals are told from those of an earlier one.
    void fetch(const RelayPulling &pulling, int start)
    {
        m_puller = std::make_unique<RelayPuller>(m_workspace, m_clock);
        connect(m_puller.get(), &RelayPuller::answered, this, [this, start] { emit answered(start); });
        connect(m_puller.get(), &RelayPuller::failed, this,
                [this, start](const Error &error) { emit failed(error, start); });
        connect(m_puller.get(), &RelayPuller::eventsApplied, this, &Runner::eventsArrived);
        connect(m_puller.get(), &RelayPuller::bodiesDropped, this, &Runner::bodiesDropped);
        m_puller->start(pulling);
    }

    void stop() { m_puller.reset(); }

signals:
    void answered(int start);
    void failed(const Error &error, int start);
    void eventsArrived();
    void bodiesDropped(qint64 bodies);

private:
    const Workspace m_workspace;
    const Clock &m_clock;
    std::unique_ptr<RelayPuller> m_puller;
};

RelayReceiver::RelayReceiver(const Workspace &workspace, CredentialVault &vault, const Clock &clock,
                             std::chrono::milliseconds keychainRetry, QObject *parent)
    : QObject{parent}
    , m_workspace{workspace}
    , m_vault{vault}
    , m_clock{clock}
    , m_keychainRetry{keychainRetry}
    , m_runner{new Runner{workspace, clock}}
{
    m_runner->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_runner, &QObject::deleteLater);
    connect(m_runner, &Runner::answered, this, [this](int start) {
        if (start != m_fetch)
            return;
        m_problem.reset();
        if (m_state != State::Receiving)
            setState(State::Receiving);
    });
    connect(m_runner, &Runner::failed, this, [this](const Error &error, int start) {
        if (start == m_fetch)
            fail(error);
    });
    connect(m_runner, &Runner::eventsArrived, this, &RelayReceiver::eventsArrived);
    connect(m_runner, &Runner::bodiesDropped, this, [this](qint64 bodies) {
        m_dropped += bodies;
        emit changed();
    });
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &RelayReceiver::findSecrets);
    m_thread.setObjectName(u"fetching"_s);
    m_thread.start();
}

RelayReceiver::~RelayReceiver()
{
    m_thread.quit();
    m_thread.wait();
}

void RelayReceiver::start(const RelayChoice &choice, const std::vector<KnownAccount> &accounts)
{
    if (choice != m_choice)
        stopFetching();
    m_choice = choice;
    m_accounts = accounts;
    if (!m_isFetching && m_state != State::Failed) // a repeated failure is one failure
        setState(State::Connecting);
    findSecrets();
}

void RelayReceiver::stop()
{
    ++m_question;
    m_retry.stop();
    m_problem.reset();
    stopFetching();
    setState(State::Off);
}

void RelayReceiver::findSecrets()
{
    m_retry.stop();
    m_vault.findAppSecrets(m_accounts,
                           [self = QPointer<RelayReceiver>{this},
                            question = ++m_question](const Result<FoundAppSecrets> &found) {
                               if (!self || self->m_question != question)
                                   return;
                               if (!found)
                                   return self->waitForKeychain(found.error());
                               const QByteArray &inUse = found->ofAccountInUse;
                               self->m_verifyToken = inUse.isEmpty() ? QByteArray{} : verifyTokenFor(inUse);
                               self->findKey(found->secrets);
                           });
}

void RelayReceiver::findKey(const std::vector<QByteArray> &appSecrets)
{
    m_vault.findRelayKey(m_choice.keyEntry(),
                         [self = QPointer<RelayReceiver>{this}, question = m_question,
                          appSecrets](const Result<QByteArray> &key) {
                             if (!self || self->m_question != question)
                                 return;
                             if (key)
                                 self->fetch(*key, appSecrets);
                             else if (key.error().code == "keychain_locked"_L1)
                                 self->waitForKeychain(key.error());
                             else
                                 self->giveUp(key.error());
                         });
}

void RelayReceiver::fetch(const QByteArray &key, const std::vector<QByteArray> &appSecrets)
{
    const Result<QUrl> url = readRelayAddress(m_choice.address);
    if (!url)
        return giveUp(url.error());
    if (appSecrets.empty()) {
        return giveUp({ErrorKind::Refused,
                       tr("The app secret is not known. Without it, anybody could make up delivery events."),
                       u"no_app_secret"_s,
                       {}});
    }
    RelayPulling pulling;
    pulling.access = {*url, key, QSslCertificate::fromData(m_choice.certificate)};
    pulling.appSecrets = appSecrets;
    m_isFetching = true;
    QMetaObject::invokeMethod(
        m_runner, [runner = m_runner, pulling, start = ++m_fetch] { runner->fetch(pulling, start); });
}

/// One that fetches already goes on with the secrets that it has.
void RelayReceiver::waitForKeychain(const Error &error)
{
    if (!m_isFetching)
        fail(error);
    m_retry.start(m_keychainRetry);
}

void RelayReceiver::stopFetching()
{
    ++m_fetch;
    m_isFetching = false;
    QMetaObject::invokeMethod(m_runner, [runner = m_runner] { runner->stop(); });
}

void RelayReceiver::giveUp(const Error &error)
{
    stopFetching();
    fail(error);
}

void RelayReceiver::fail(const Error &error)
{
    m_problem = error;
    setState(State::Failed);
}

void RelayReceiver::setState(State state)
{
    m_state = state;
    emit changed();
}

#include "relayreceiver.moc"
