#include "app/deliveryeventscontroller.h"

#include "app/pacedread.h"
#include "app/windowwords.h"
#include "widgets/controls/dialogs.h"
#include "widgets/shell/mainwindow.h"
#include "workspace/accountservice.h"
#include "workspace/backgrounddesk.h"
#include "workspace/changewatch.h"
#include "workspace/credentialvault.h"
#include "workspace/session.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace {

constexpr auto kBetweenReads = 1s;
constexpr auto kTimesGrowOld = 20s;
constexpr auto kNoteReceivingEvery = 5min;

DeliveryEventsView::Listening listeningOf(EventReceiver::State state)
{
    switch (state) {
    case EventReceiver::State::Off: return DeliveryEventsView::Listening::Off;
    case EventReceiver::State::Starting: return DeliveryEventsView::Listening::Starting;
    case EventReceiver::State::Listening: return DeliveryEventsView::Listening::On;
    case EventReceiver::State::Failed: return DeliveryEventsView::Listening::Failed;
    }
    Q_UNREACHABLE();
}

qint64 refusedOf(const WebhookTraffic *traffic)
{
    qint64 refused = 0;
    for (const WebhookFate fate : WebhookTraffic::kAll) {
        if (traffic && fate != WebhookFate::Stored && fate != WebhookFate::AskedForAgain)
            refused += traffic->of(fate);
    }
    return refused;
}

} // namespace

struct DeliveryEventsController::Reading
{
    ListeningChoice choice;
    std::vector<KnownAccount> accounts;
    std::optional<UtcTime> checkedAt;
    std::optional<UtcTime> lastEvent;
    std::vector<BlindPeriod> blindPeriods;
};

DeliveryEventsController::DeliveryEventsController(const Workbench &bench, DeliveryEventsPanel &panel,
                                                   QObject *parent)
    : QObject{parent}
    , m_bench{bench}
    , m_panel{panel}
    , m_receiver{bench.workspace, bench.vault, bench.clock}
    , m_reading{new PacedRead{kBetweenReads, [this](auto ended) { read(std::move(ended)); }, this}}
{
    m_view.isPractice = bench.workspace.isPractice();
    connect(&bench.changes, &ChangeWatch::changed, m_reading, &PacedRead::request);
    connect(&m_receiver, &EventReceiver::changed, this, [this] {
        if (m_receiver.state() == EventReceiver::State::Listening)
            noteReceiving();
        show();
    });
    connect(&m_receiver, &EventReceiver::eventsArrived, m_reading, &PacedRead::request);
    connect(&m_receiver, &EventReceiver::handshakeAnswered, this, &DeliveryEventsController::noteCheck);
    connect(&panel, &DeliveryEventsPanel::listenRequested, this, &DeliveryEventsController::listen);
    connect(&panel, &DeliveryEventsPanel::addressChanged, this,
            [this](const QString &host, int port, const QString &publicAddress) {
                choose({m_choice.isOn, host, static_cast<quint16>(port), publicAddress});
            });
    connect(&panel, &DeliveryEventsPanel::subscribeRequested, this, &DeliveryEventsController::subscribe);
    connect(&panel, &DeliveryEventsPanel::accountRequested, this,
            &DeliveryEventsController::accountRequested);
    connect(&m_timesTimer, &QTimer::timeout, this, &DeliveryEventsController::show);
    m_timesTimer.start(kTimesGrowOld);
    connect(&m_receivingTimer, &QTimer::timeout, this, &DeliveryEventsController::noteReceiving);
    m_receivingTimer.start(kNoteReceivingEvery);
    show();
}

void DeliveryEventsController::load()
{
    m_mustStart = true;
    m_askedFor = {};
    m_reading->request();
}

void DeliveryEventsController::read(std::function<void()> ended)
{
    m_bench.desk.run(
        this,
        [](Session &session) -> Result<Reading> {
            Reading reading;
            const Result<ListeningChoice> choice = readListeningChoice(session.settings());
            if (!choice)
                return choice.error();
            Result<std::vector<KnownAccount>> accounts = session.accountDesk().list();
            if (!accounts)
                return accounts.error();
            const Result<std::optional<UtcTime>> checked = lastHandshake(session.settings());
            if (!checked)
                return checked.error();
            const Result<std::optional<UtcTime>> arrival = session.deliveries().lastArrival();
            if (!arrival)
                return arrival.error();
            Result<std::vector<BlindPeriod>> blind = session.settings().blindPeriods();
            if (!blind)
                return blind.error();
            return Reading{*choice, *std::move(accounts), *checked, *arrival, *std::move(blind)};
        },
        [this, ended = std::move(ended)](const Result<Reading> &reading) {
            if (reading)
                take(*reading);
            ended();
        });
}

void DeliveryEventsController::take(const Reading &reading)
{
    const bool isOther = reading.choice != m_choice || reading.accounts.size() != m_accounts.size();
    if (m_choicesBeingStored == 0) // else what was read is older than what a person sees
        m_choice = reading.choice;
    m_accounts = reading.accounts;
    m_view.checkedAt = reading.checkedAt;
    m_view.lastEvent = reading.lastEvent;
    m_view.blind.reset();
    if (!reading.blindPeriods.empty())
        m_view.blind = {reading.blindPeriods.back().from, reading.blindPeriods.back().to};
    if (m_bench.workspace.isPractice()) {
        show();
        return;
    }
    if (isOther || m_mustStart) {
        m_mustStart = false;
        if (m_choice.isOn && !m_accounts.empty())
            m_receiver.start(m_choice, m_accounts);
        else
            m_receiver.stop();
    }
    askSubscription();
    show();
}

void DeliveryEventsController::listen(bool isWanted)
{
    ListeningChoice choice = m_choice;
    choice.isOn = isWanted;
    choose(choice);
}

void DeliveryEventsController::choose(const ListeningChoice &choice)
{
    m_choice = choice; // what is chosen next adds to it
    ++m_choicesBeingStored;
    m_bench.desk.run(
        this, [choice](Session &session) { return storeListeningChoice(session.settings(), choice); },
        [this](const Result<> &stored) {
            --m_choicesBeingStored;
            if (stored)
                load();
            else
                tellError(&m_bench.window, tr("The settings were not saved"), inWindowWords(stored.error()));
        });
}

void DeliveryEventsController::noteCheck()
{
    m_bench.desk.run(
        this, [](Session &session) { return noteHandshake(session.settings(), session.clock().now()); },
        [this](const Result<> &) { m_reading->request(); });
}

void DeliveryEventsController::noteReceiving()
{
    // What cannot be stored is not received: Meta tries again, and gives up in the end.
    if (m_receiver.state() != EventReceiver::State::Listening || m_receiver.problem())
        return;
    m_bench.desk.run(
        this, [](Session &session) { return session.settings().noteReceiving(session.clock().now()); },
        [this](const Result<std::optional<BlindPeriod>> &) { m_reading->request(); });
}

/// Asks Meta once for the account in use, and only where events are wanted.
void DeliveryEventsController::askSubscription()
{
    const auto inUse = std::find_if(m_accounts.begin(), m_accounts.end(),
                                    [](const KnownAccount &account) { return account.isInUse; });
    if (!m_choice.isOn || inUse == m_accounts.end() || inUse->account.id == m_askedFor)
        return;
    m_askedFor = inUse->account.id;
    m_view.apps.reset();
    m_view.subscriptionProblem.reset();
    m_bench.accounts.fetchSubscribedApps(
        *inUse, [self = QPointer<DeliveryEventsController>{this}, id = inUse->account.id](const auto &apps) {
            if (self)
                self->takeSubscription(id, apps);
        });
}

void DeliveryEventsController::subscribe()
{
    const auto inUse = std::find_if(m_accounts.begin(), m_accounts.end(),
                                    [](const KnownAccount &account) { return account.isInUse; });
    if (inUse == m_accounts.end())
        return;
    m_askedFor = inUse->account.id;
    m_view.isSubscribing = true;
    m_view.subscriptionProblem.reset();
    show();
    m_bench.accounts.subscribeApp(
        *inUse, [self = QPointer<DeliveryEventsController>{this}, id = inUse->account.id](const auto &apps) {
            if (self)
                self->takeSubscription(id, apps);
        });
}

void DeliveryEventsController::takeSubscription(AccountId account, const Result<QStringList> &apps)
{
    if (account != m_askedFor)
        return;
    m_view.isSubscribing = false;
    if (apps)
        m_view.apps = *apps;
    else
        m_view.subscriptionProblem = inWindowWords(apps.error());
    show();
}

void DeliveryEventsController::show()
{
    m_view.hasAccount = !m_accounts.empty();
    m_view.listening = listeningOf(m_receiver.state());
    m_view.problem = m_receiver.problem();
    m_view.host = m_choice.host;
    m_view.port = m_choice.port;
    m_view.publicAddress = m_choice.publicAddress;
    m_view.verifyToken = QString::fromLatin1(m_receiver.verifyToken());
    m_view.refused = refusedOf(m_receiver.traffic());
    m_panel.setView(m_view);
    emit receivingChanged(m_receiver.state(), m_receiver.problem());
}
