#include "workspace/enginehost.h"

#include "storage/database.h"
#include "webhooks/listeningthread.h"
#include "workspace/armedstate.h"
#include "workspace/backgrounddesk.h"
#include "workspace/changewatch.h"
#include "workspace/credentialvault.h"
#include "workspace/deliveryintake.h"
#include "workspace/insightswatch.h"
#include "workspace/senderports.h"
#include "workspace/session.h"
#include "workspace/templatewatch.h"

#include <QLoggingCategory>
#include <QPointer>
#include <QUrl>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Q_LOGGING_CATEGORY(lcWorkspace, "fanfare.workspace")

/// The sender awaits answers for ten seconds and then has to write them.
constexpr auto kLongestStop = 12s;

constexpr auto kLookForRecurring = 5s;
constexpr auto kGenerationLife = 10s; // while messages leave

// A single message leaves from another program: in a moment the lock is free.
constexpr auto kLookForFreeLock = 50ms;
constexpr auto kLongestSingleMessage = 60s;

void warnOfGeneration(const Error &error)
{
    qCWarning(lcWorkspace) << "the generation could not be advanced:" << error.detail;
}

} // namespace

EngineHost::EngineHost(Workspace workspace, CredentialVault &vault, QString program, QObject *parent)
    : QObject{parent}
    , m_workspace{std::move(workspace)}
    , m_vault{vault}
    , m_program{std::move(program)}
{
    connect(&m_recurringTimer, &QTimer::timeout, this, &EngineHost::lookForRecurring);
    m_lockTimer.setSingleShot(true);
    connect(&m_lockTimer, &QTimer::timeout, this, &EngineHost::begin);
}

EngineHost::~EngineHost()
{
    end();
}

void EngineHost::start()
{
    if (m_phase != Phase::Off)
        return;
    m_phase = Phase::Starting;
    m_sinceStart.start();
    m_sinceGeneration.invalidate();
    begin();
}

void EngineHost::begin()
{
    if (const Result<> prepared = prepare(); !prepared) {
        const bool isFreeSoon = prepared.error().code == "message_leaving"_L1
            && m_sinceStart.elapsed() < std::chrono::milliseconds{kLongestSingleMessage}.count();
        if (isFreeSoon)
            m_lockTimer.start(kLookForFreeLock);
        else
            fail(prepared.error());
        return;
    }
    takeGeneration(EngineState::Running, [this](const Result<> &taken) {
        if (m_phase != Phase::Starting)
            return;
        if (!taken) {
            fail(taken.error());
            return;
        }
        resolveCredentials([this] {
            // First, so that the engine is not taken for idle while something is still being made.
            makeRecurring([this] {
                if (m_workspace.isPractice())
                    listenToPractice();
                else
                    startSending();
            });
        });
    });
}

void EngineHost::wake()
{
    if (m_sending)
        m_sending->wake();
}

void EngineHost::stop()
{
    switch (m_phase) {
    case Phase::Off:
    case Phase::Stopping: return;
    case Phase::Starting:
        m_phase = Phase::Stopping;
        noteStopped();
        return;
    case Phase::Running:
        m_phase = Phase::Stopping;
        m_making.cancel();
        m_sending->stop();
        return;
    }
}

void EngineHost::stopAndWait()
{
    const bool canWait = m_phase == Phase::Running && !m_workspace.isPractice();
    if (!canWait) {
        stop();
        return;
    }
    m_phase = Phase::Stopping;
    if (!m_sending->stopAndWait(kLongestStop))
        qCWarning(lcWorkspace) << "the last answers did not come in time";
}

Result<> EngineHost::prepare()
{
    Result<std::unique_ptr<Session>> session = Session::open(m_workspace);
    if (!session)
        return session.error();
    m_session = *std::move(session);
    Result<std::unique_ptr<EngineLock>> lock =
        EngineLock::acquire(m_workspace.path(), m_program, m_session->clock().now());
    if (!lock)
        return lock.error();
    m_lock = *std::move(lock);
    if (const Result<> safe = requireOwnDisk(m_workspace); !safe)
        return safe;
    if (const Result<> armed = requireArmed(m_workspace, m_session->database()); !armed)
        return armed;
    if (m_workspace.isPractice()) {
        if (const Result<PracticeWorld *> world = m_vault.practiceWorld(); !world)
            return world.error();
    }
    return Done{};
}

void EngineHost::resolveCredentials(std::function<void()> next)
{
    if (const Result<QString> stamp = m_session->accountDesk().secretsStamp())
        m_secretsStamp = *stamp;
    Result<std::vector<KnownAccount>> accounts = m_session->accountDesk().list();
    if (!accounts) {
        fail(accounts.error());
        return;
    }
    resolveAll(*std::move(accounts), std::move(next));
}

void EngineHost::resolveAll(std::vector<KnownAccount> accounts, std::function<void()> next)
{
    if (accounts.empty()) {
        next();
        return;
    }
    const KnownAccount account = accounts.back();
    accounts.pop_back();
    // An account without a token does not keep the others from sending: its campaigns pause with that reason.
    m_vault.resolve(account,
                    [self = QPointer<EngineHost>{this}, accounts = std::move(accounts),
                     next = std::move(next)](const Result<std::shared_ptr<const Credential>> &) {
                        if (self && self->m_phase != Phase::Off)
                            self->resolveAll(accounts, next);
                    });
}

void EngineHost::lookForNewSecrets()
{
    const Result<QString> stamp = m_session->accountDesk().secretsStamp();
    if (stamp && *stamp != m_secretsStamp)
        resolveCredentials([this] { wake(); });
}

void EngineHost::listenToPractice()
{
    m_listener = std::make_unique<ListeningThread>(
        m_session->clock(),
        [workspace = m_workspace, &clock = m_session->clock()] { return makeWebhookSink(workspace, clock); });
    // Queued: ending destroys the thread that told us.
    connect(m_listener.get(), &ListeningThread::failed, this, &EngineHost::fail, Qt::QueuedConnection);
    connect(m_listener.get(), &ListeningThread::listening, this, [this](quint16 port) {
        const Result<PracticeWorld *> world = m_vault.practiceWorld();
        if (!world) {
            fail(world.error());
            return;
        }
        (*world)->reportTo(QUrl{u"http://127.0.0.1:%1/webhook"_s.arg(port)});
        startSending();
    });
    const Result<PracticeWorld *> world = m_vault.practiceWorld();
    if (!world) {
        fail(world.error());
        return;
    }
    WebhookListenerOptions options;
    options.appSecrets = {(*world)->appSecret()};
    m_listener->listen(options);
}

void EngineHost::startSending()
{
    SenderOptions options;
    options.zone = m_session->timeZone();
    options.isAlwaysOpen = m_workspace.isPractice();
    m_sending = std::make_unique<SendingThread>(senderPorts(m_workspace, m_vault.cache()), options);
    connect(m_sending.get(), &SendingThread::failed, this, &EngineHost::fail, Qt::QueuedConnection);
    connect(m_sending.get(), &SendingThread::foundInterrupted, this, &EngineHost::foundInterrupted);
    connect(m_sending.get(), &SendingThread::progressed, this, [this](const ProgressReport &report) {
        if (report.perSecond > 0)
            renewGeneration();
        emit progressed(report);
    });
    connect(m_sending.get(), &SendingThread::stateChanged, this, &EngineHost::stateChanged);
    connect(m_sending.get(), &SendingThread::waiting, this, &EngineHost::waiting);
    connect(m_sending.get(), &SendingThread::becameIdle, this, &EngineHost::becameIdle);
    connect(m_sending.get(), &SendingThread::stopped, this, &EngineHost::noteStopped, Qt::QueuedConnection);
    m_watch = std::make_unique<ChangeWatch>(m_workspace);
    connect(m_watch.get(), &ChangeWatch::changed, this, &EngineHost::lookForNewSecrets);
    m_phase = Phase::Running;
    emit started();
    m_sending->start();
    m_recurringTimer.start(kLookForRecurring);
    m_templates = std::make_unique<TemplateWatch>(*m_session, *m_desk, m_vault);
    connect(m_templates.get(), &TemplateWatch::updated, this, &EngineHost::wake);
    m_templates->start();
    m_insights = std::make_unique<InsightsWatch>(desk(), m_vault);
    m_insights->start();
}

/// Makes the campaigns whose time has come again and decides the tests that are due; then `next`.
void EngineHost::makeRecurring(std::function<void()> next)
{
    m_isMaking = true;
    m_making = desk().runLong(
        this,
        [sending = m_sending ? ContactDesk::Sending::MayBe : ContactDesk::Sending::HasNotBegun](
            Session &session, const CancelToken &cancel) {
            if (const Result<> clean = session.contactDesk().cleanUpAfterErasures(sending); !clean)
                qCWarning(lcWorkspace)
                    << "traces of erased people are still to be cleaned:" << clean.error().detail;
            if (const Result<std::vector<CampaignId>> decided = session.abTestDesk().decideDue(); !decided)
                qCWarning(lcWorkspace) << "tests could not be decided:" << decided.error().detail;
            return session.recurrenceDesk().makeDue(cancel);
        },
        [this, next = std::move(next)](const Result<std::vector<CampaignId>> &made) {
            m_isMaking = false;
            if (!made)
                qCWarning(lcWorkspace) << "what is due again could not be made:" << made.error().detail;
            next();
        });
}

void EngineHost::lookForRecurring()
{
    if (!m_isMaking && m_phase == Phase::Running)
        makeRecurring([this] { wake(); });
}

void EngineHost::end()
{
    m_phase = Phase::Off;
    m_making.cancel();
    m_lockTimer.stop();
    m_recurringTimer.stop();
    m_templates.reset();
    m_insights.reset();
    m_desk.reset();
    m_isMaking = false;
    m_watch.reset();
    m_sending.reset();
    m_listener.reset();
    m_session.reset();
    m_lock.reset();
}

void EngineHost::noteStopped()
{
    if (m_phase == Phase::Off)
        return;
    m_lockTimer.stop();
    m_recurringTimer.stop();
    m_templates.reset();
    m_insights.reset();
    m_making.cancel();
    const auto tell = [this] {
        end();
        emit stopped();
    };
    if (!m_lock) {
        tell();
        return;
    }
    // What is still being written is awaited here too, because end() would hold up this thread with it.
    desk().runLong(
        this, [](Session &, const CancelToken &) -> Result<> { return Done{}; },
        [this, tell](const Result<> &) {
            // A copy of the database from before the end must not send again what was sent since.
            takeGeneration(EngineState::Ended, [tell](const Result<> &taken) {
                if (!taken)
                    warnOfGeneration(taken.error());
                tell();
            });
        });
}

/// While messages leave: should this engine die, a copy of the database from before must not send them again.
void EngineHost::renewGeneration()
{
    const bool isYoung = m_sinceGeneration.isValid()
        && std::chrono::milliseconds{m_sinceGeneration.elapsed()} < kGenerationLife;
    if (isYoung || m_workspace.isPractice())
        return;
    m_sinceGeneration.start();
    takeGeneration(EngineState::Running, [](const Result<> &taken) {
        if (!taken)
            warnOfGeneration(taken.error());
    });
}

/// Away from this thread: where another program is writing, it waits for it.
void EngineHost::takeGeneration(EngineState state, std::function<void(const Result<> &)> done)
{
    desk().run(
        this,
        [workspace = m_workspace, state](Session &session) {
            return advanceGeneration(workspace, session.database(), state);
        },
        std::move(done));
}

BackgroundDesk &EngineHost::desk()
{
    if (!m_desk)
        m_desk = std::make_unique<BackgroundDesk>(m_workspace);
    return *m_desk;
}

void EngineHost::fail(const Error &error)
{
    if (m_phase == Phase::Off)
        return;
    end();
    emit failed(error);
}
