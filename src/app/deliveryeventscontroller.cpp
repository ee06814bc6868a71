#include "app/deliveryeventscontroller.h"

#include "app/pacedread.h"
#include "app/windowwords.h"
#include "storage/leftoutevents.h"
#include "widgets/controls/dialogs.h"
#include "widgets/shell/mainwindow.h"
#include "workspace/accountservice.h"
#include "workspace/backgrounddesk.h"
#include "workspace/changewatch.h"
#include "workspace/credentialvault.h"
#include "workspace/relaychoice.h"
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
    ReceptionBasis basis;
    std::optional<UtcTime> checkedAt;
    std::optional<UtcTime> addressSince;
    std::optional<UtcTime> lastEvent;
    std::optional<BlindPeriod> blindPeriod;
    QString relay;
    LeftOutCounts leftOut;
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
    connect(&panel, &DeliveryEventsPanel::blindPeriodSeen, this,
            &DeliveryEventsController::noteBlindPeriodSeen);
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
    m_reception.reset();
    m_mustAsk = true;
    m_reading->request();
}

void DeliveryEventsController::read(std::function<void()> ended)
{
    m_bench.desk.run(
        this,
        [](Session &session) -> Result<Reading> {
            const Result<ListeningChoice> choice = readListeningChoice(session.settings());
            if (!choice)
                return choice.error();
            Result<ReceptionBasis> basis = ReceptionBasis::read(session);
            if (!basis)
                return basis.error();
            const Result<std::optional<UtcTime>> checked = lastHandshake(session.settings());
            if (!checked)
                return checked.error();
            const Result<std::optional<UtcTime>> since = publicAddressSince(session.settings());
            if (!since)
                return since.error();
            const Result<std::optional<UtcTime>> arrival = session.deliveries().lastArrival();
            if (!arrival)
                return arrival.error();
            const Result<std::optional<BlindPeriod>> blind = session.settings().unseenBlindPeriod();
            if (!blind)
                return blind.error();
            const Result<RelayChoice> relay = readRelayChoice(session.settings());
            if (!relay)
                return relay.error();
            const Result<LeftOutCounts> leftOut = LeftOutEvents{session.database()}.counts();
            if (!leftOut)
                return leftOut.error();
            return Reading{*choice, *std::move(basis), *checked, *since, *arrival,
                           *blind,  relay->address,    *leftOut};
        },
        [this, ended = std::move(ended)](const Result<Reading> &reading) {
            if (reading)
                take(*reading);
            ended();
        });
}

void DeliveryEventsController::take(const Reading &reading)
{
    m_storedChoice = reading.choice;
    if (m_choicesBeingStored == 0) // else what was read is older than what a person sees
        m_choice = reading.choice;
    m_accounts = reading.basis.accounts();
    m_view.checkedAt = reading.checkedAt;
    m_view.addressSince = reading.addressSince;
    m_view.lastEvent = reading.lastEvent;
    m_view.relay = reading.relay;
    m_view.putAside = reading.leftOut.putAside;
    m_view.ofOtherNumbers = reading.leftOut.ofOtherNumbers;
    m_view.blind.reset();
    if (reading.blindPeriod)
        m_view.blind = {reading.blindPeriod->from, reading.blindPeriod->to};
    if (!m_bench.workspace.isPractice()) {
        receive(reading);
        askSubscription();
    }
    show();
}

/// Starts or stops the receiver, unless it does already what is wanted with the secrets that there are.
void DeliveryEventsController::receive(const Reading &reading)
{
    const ListeningChoice &choice = reading.choice;
    Reception wanted{choice.isOn, choice.host, choice.port, reading.basis};
    if (m_reception == wanted)
        return;
    m_reception = std::move(wanted);
    if (choice.isOn && !m_accounts.empty())
        m_receiver.start(choice, m_accounts);
    else
        m_receiver.stop();
}

void DeliveryEventsController::listen(bool isWanted)
{
    ListeningChoice choice = m_choice;
    choice.isOn = isWanted;
    m_mustAsk = m_mustAsk || isWanted;
    choose(choice);
}

void DeliveryEventsController::choose(const ListeningChoice &choice)
{
    m_choice = choice; // what is chosen next adds to it
    ++m_choicesBeingStored;
    m_bench.desk.run(
        this,
        [choice](Session &session) {
            return storeListeningChoice(session.settings(), choice, session.clock().now());
        },
        [this, choice](const Result<> &stored) {
            --m_choicesBeingStored;
            if (stored)
                m_storedChoice = choice;
            else
                forgetChoice(stored.error());
            m_reading->request();
        });
    show();
}

/// A person sees what holds, not what they wanted.
void DeliveryEventsController::forgetChoice(const Error &problem)
{
    if (m_choicesBeingStored == 0) {
        m_choice = m_storedChoice;
        show();
        m_panel.restoreAddress();
    }
    tellError(&m_bench.window, tr("The settings were not saved"), inWindowWords(problem));
}

void DeliveryEventsController::noteBlindPeriodSeen()
{
    if (!m_view.blind)
        return;
    const BlindPeriod seen{m_view.blind->first, m_view.blind->second};
    m_bench.desk.run(
        this, [seen](Session &session) { return session.settings().noteBlindPeriodSeen(seen); },
        [this](const Result<> &noted) {
            if (!noted)
                tellError(&m_bench.window, tr("The settings were not saved"), inWindowWords(noted.error()));
            m_reading->request();
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
    // What waits at a relay is older than what comes here: it is told from there that nothing was missed.
    if (!m_view.relay.isEmpty())
        return;
    m_bench.desk.run(
        this, [](Session &session) { return session.settings().noteReceiving(session.clock().now()); },
        [this](const Result<std::optional<BlindPeriod>> &) { m_reading->request(); });
}

/// Asks Meta once for the account in use, and only where events are wanted. Connecting answers it too.
void DeliveryEventsController::askSubscription()
{
    const KnownAccount *inUse = accountInUse();
    if (m_view.isSubscribing || !m_choice.isOn || !inUse || (!m_mustAsk && inUse->account.id == m_askedFor))
        return;
    m_mustAsk = false;
    if (inUse->account.id != m_askedFor) {
        m_view.apps.reset();
        m_view.subscriptionProblem.reset();
    }
    m_askedFor = inUse->account.id;
    m_bench.accounts.fetchSubscribedApps(
        *inUse, [self = QPointer<DeliveryEventsController>{this}, question = ++m_question](const auto &apps) {
            if (self)
                self->takeSubscription(question, apps);
        });
}

void DeliveryEventsController::subscribe()
{
    const KnownAccount *inUse = accountInUse();
    if (!inUse || m_view.isSubscribing)
        return;
    m_askedFor = inUse->account.id;
    m_view.isSubscribing = true;
    m_view.subscriptionProblem.reset();
    show();
    m_bench.accounts.subscribeApp(
        *inUse, [self = QPointer<DeliveryEventsController>{this}, question = ++m_question](const auto &apps) {
            if (self)
                self->takeSubscription(question, apps);
        });
}

void DeliveryEventsController::takeSubscription(int question, const Result<QStringList> &apps)
{
    if (question != m_question)
        return;
    m_view.isSubscribing = false;
    const KnownAccount *inUse = accountInUse();
    if (inUse && inUse->account.id == m_askedFor) {
        m_view.subscriptionProblem.reset();
        if (apps)
            m_view.apps = *apps;
        else
            m_view.subscriptionProblem = inWindowWords(apps.error());
    }
    askSubscription(); // another number is in use by now
    show();
}

const KnownAccount *DeliveryEventsController::accountInUse() const
{
    const auto inUse = std::find_if(m_accounts.begin(), m_accounts.end(),
                                    [](const KnownAccount &account) { return account.isInUse; });
    return inUse == m_accounts.end() ? nullptr : &*inUse;
}

void DeliveryEventsController::show()
{
    m_view.hasAccount = !m_accounts.empty();
    m_view.listening = listeningOf(m_receiver.state());
    m_view.problem = m_receiver.problem();
    m_view.host = m_choice.host;
    m_view.port = m_choice.port;
    m_view.publicAddress = m_choice.publicAddress;
    m_view.withoutSecret = m_receiver.withoutSecret();
    m_view.verifyToken = QString::fromLatin1(m_receiver.verifyToken());
    m_view.refused = refusedOf(m_receiver.traffic());
    m_panel.setView(m_view);
    emit receivingChanged(m_receiver.state(), m_receiver.problem(), m_receiver.withoutSecret());
}
