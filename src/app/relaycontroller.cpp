#include "app/relaycontroller.h"

#include "app/pacedread.h"
#include "app/windowwords.h"
#include "widgets/controls/dialogs.h"
#include "widgets/shell/mainwindow.h"
#include "workspace/backgrounddesk.h"
#include "workspace/changewatch.h"
#include "workspace/credentialvault.h"
#include "workspace/session.h"

#include <QPointer>
#include <QSslCertificate>

#include <algorithm>

using namespace std::chrono_literals;

namespace {

constexpr auto kBetweenReads = 1s;
constexpr auto kLookAgain = 5s; // while somebody waits for Meta's check or the first event

RelayView::Receiving receivingOf(RelayReceiver::State state)
{
    switch (state) {
    case RelayReceiver::State::Off: return RelayView::Receiving::Off;
    case RelayReceiver::State::Connecting: return RelayView::Receiving::Connecting;
    case RelayReceiver::State::Receiving: return RelayView::Receiving::On;
    case RelayReceiver::State::Failed: return RelayView::Receiving::Failed;
    }
    Q_UNREACHABLE();
}

RelayView::Light lightOf(RelayStepState state)
{
    switch (state) {
    case RelayStepState::Passed: return RelayView::Light::Done;
    case RelayStepState::Failed: return RelayView::Light::Wrong;
    case RelayStepState::Awaited: return RelayView::Light::Waiting;
    case RelayStepState::NotReached: return RelayView::Light::NotYet;
    }
    Q_UNREACHABLE();
}

} // namespace

struct RelayController::Reading
{
    RelayChoice choice;
    ReceptionBasis basis;
};

RelayController::RelayController(const Workbench &bench, RelayPanel &panel, QObject *parent)
    : QObject{parent}
    , m_bench{bench}
    , m_panel{panel}
    , m_receiver{bench.workspace, bench.vault, bench.clock}
    , m_reading{new PacedRead{kBetweenReads, [this](auto ended) { read(std::move(ended)); }, this}}
{
    m_view.isPractice = bench.workspace.isPractice();
    connect(&bench.changes, &ChangeWatch::changed, m_reading, &PacedRead::request);
    connect(&m_receiver, &RelayReceiver::changed, this, &RelayController::noteReceiver);
    connect(&m_receiver, &RelayReceiver::eventsArrived, this, [this] {
        // Many may come at once; one check tells of all of them.
        if (m_view.lights[RelayView::FirstEvent] != RelayView::Light::Done && !m_view.isChecking)
            check();
    });
    connect(&m_check, &RelayCheck::found, this, &RelayController::takeFindings);
    connect(&panel, &RelayPanel::connectRequested, this, &RelayController::connectTo);
    connect(&panel, &RelayPanel::disconnectRequested, this, &RelayController::askToDisconnect);
    connect(&panel, &RelayPanel::checkRequested, this, &RelayController::check);
    connect(&panel, &RelayPanel::accountRequested, this, &RelayController::accountRequested);
    connect(&m_lookTimer, &QTimer::timeout, this, &RelayController::lookAgain);
    m_lookTimer.start(kLookAgain);
    show();
}

void RelayController::load()
{
    m_fetching.reset();
    m_reading->request();
}

void RelayController::read(std::function<void()> ended)
{
    m_bench.desk.run(
        this,
        [](Session &session) -> Result<Reading> {
            const Result<RelayChoice> choice = readRelayChoice(session.settings());
            if (!choice)
                return choice.error();
            Result<ReceptionBasis> basis = ReceptionBasis::read(session);
            if (!basis)
                return basis.error();
            return Reading{*choice, *std::move(basis)};
        },
        [this, ended = std::move(ended)](const Result<Reading> &reading) {
            if (reading)
                take(*reading);
            ended();
        });
}

void RelayController::take(const Reading &reading)
{
    m_choice = reading.choice;
    m_accounts = reading.basis.accounts();
    if (!m_bench.workspace.isPractice())
        fetch(reading);
    show();
}

/// Starts or stops the receiver, unless it does already what is wanted with the secrets that there are.
void RelayController::fetch(const Reading &reading)
{
    Fetching wanted{reading.choice, reading.basis};
    if (m_fetching == wanted)
        return;
    m_fetching = std::move(wanted);
    m_view.lights = {};
    m_view.stepProblem.reset();
    if (m_choice.isOn() && !m_accounts.empty()) {
        m_receiver.start(m_choice, m_accounts);
        check();
    } else {
        m_receiver.stop();
    }
}

void RelayController::connectTo(const QString &address, const QString &key)
{
    const Result<QUrl> url = readRelayAddress(address);
    m_view.addressProblem = url ? std::nullopt : std::optional{url.error()};
    if (!url)
        return show();
    m_bench.desk.run(
        this, [](Session &session) { return readRelayChoice(session.settings()); },
        [this, shown = url->toString(), key = key.toUtf8()](const Result<RelayChoice> &before) {
            if (!before)
                return tellNotStored(before.error());
            RelayChoice choice = *before;
            choice.address = shown;
            if (shown != before->address)
                choice.certificate.clear();
            keepKey(choice, key);
        });
}

void RelayController::keepKey(const RelayChoice &choice, const QByteArray &key)
{
    m_bench.vault.keepRelayKey(
        choice.keyEntry(), key, [self = QPointer<RelayController>{this}, choice](const ResolvedSecret &kept) {
            if (!self)
                return;
            if (kept.problem) // it is kept for this run only
                tellError(&self->m_bench.window, tr("The key was not saved"), inWindowWords(*kept.problem));
            self->store(choice);
        });
}

void RelayController::tellNotStored(const Error &error)
{
    tellError(&m_bench.window, tr("The settings were not saved"), inWindowWords(error));
}

void RelayController::askToDisconnect()
{
    auto *question = askBeforeLosing(
        &m_bench.window, tr("Stop using the relay?"),
        tr("The key is forgotten on this computer; for another time the relay has to make a new one. What "
           "waits at the relay stays there."),
        tr("Stop using it"), tr("Keep it"));
    connect(question, &QDialog::accepted, this, [this] {
        m_bench.vault.forgetRelayKey(m_choice.keyEntry(), [](const Result<> &) {});
        store({});
    });
}

void RelayController::store(const RelayChoice &choice)
{
    m_bench.desk.run(
        this, [choice](Session &session) { return storeRelayChoice(session.settings(), choice); },
        [this](const Result<> &stored) {
            if (stored)
                load();
            else
                tellNotStored(stored.error());
        });
}

void RelayController::check()
{
    const Result<QUrl> url = readRelayAddress(m_choice.address);
    if (!url)
        return;
    m_view.isChecking = true;
    show();
    m_bench.vault.findRelaySecret(
        m_choice.keyEntry(),
        [self = QPointer<RelayController>{this}, url = *url, choice = m_choice](const ResolvedSecret &key) {
            if (self)
                self->m_check.start(
                    {url, key.secret, QSslCertificate::fromData(choice.certificate), choice.workspace});
        });
}

/// While somebody looks and something is still missing. A wrong key stays wrong, and asking with it again and
/// again would make the relay deaf for this address.
void RelayController::lookAgain()
{
    const bool isComplete = m_view.lights[RelayView::FirstEvent] == RelayView::Light::Done;
    const bool isKeyWrong = m_view.lights[RelayView::KeyKnown] == RelayView::Light::Wrong;
    if (m_choice.isOn() && m_panel.isVisible() && !isComplete && !isKeyWrong && !m_view.isChecking)
        check();
}

void RelayController::takeFindings(const RelayFindings &findings)
{
    m_view.isChecking = false;
    for (const RelayStep step : RelayFindings::kSteps)
        m_view.lights[size_t(step)] = lightOf(findings.of(step));
    m_view.stepProblem = findings.problem;
    m_view.handshakeAt = findings.handshakeAt;
    m_view.arrivedAt = findings.arrivedAt;
    show();
}

void RelayController::noteReceiver()
{
    const RelayReceiver::State state = m_receiver.state();
    const bool hasTurned = state != m_lastState
        && (state == RelayReceiver::State::Receiving || state == RelayReceiver::State::Failed);
    m_lastState = state;
    if (hasTurned && m_choice.isOn())
        check();
    show();
}

void RelayController::show()
{
    m_view.hasAccount = !m_accounts.empty();
    m_view.receiving = receivingOf(m_receiver.state());
    m_view.problem.reset();
    if (m_receiver.problem())
        m_view.problem = inWindowWords(*m_receiver.problem());
    m_view.address = m_choice.address;
    m_view.verifyToken = QString::fromLatin1(m_receiver.verifyToken());
    m_view.dropped = m_receiver.dropped();
    m_panel.setView(m_view);
    emit receivingChanged(m_receiver.state(), m_receiver.problem());
}
