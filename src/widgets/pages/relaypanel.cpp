#include "widgets/pages/relaypanel.h"

#include "presentation/wording.h"
#include "widgets/controls/banner.h"
#include "widgets/controls/button.h"
#include "widgets/controls/card.h"
#include "widgets/controls/formfield.h"
#include "widgets/controls/setupstep.h"
#include "widgets/controls/textlabel.h"
#include "widgets/pages/receptioncard.h"
#include "widgets/pages/settingssection.h"

#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

Tone toneOf(RelayView::Light light)
{
    switch (light) {
    case RelayView::Light::NotYet:
    case RelayView::Light::Waiting: return Tone::Gray;
    case RelayView::Light::Done: return Tone::Green;
    case RelayView::Light::Wrong: return Tone::Red;
    }
    Q_UNREACHABLE();
}

} // namespace

RelayPanel::RelayPanel(const Clock &clock, QWidget *parent)
    : QWidget{parent}
    , m_clock{clock}
    , m_stop{new Button{tr("Stop using the relay"), ButtonKind::Outlined}}
    , m_state{new ReceptionCard{m_stop}}
    , m_dropped{new Banner}
    , m_address{new QLineEdit}
    , m_addressField{new FormField{tr("Address of the relay"), m_address}}
    , m_key{new QLineEdit}
    , m_connect{new Button{tr("Connect"), ButtonKind::Primary}}
    , m_callback{new QLineEdit}
    , m_token{new QLineEdit}
    , m_check{new Button{tr("Check again"), ButtonKind::Outlined}}
{
    QVBoxLayout *column =
        beginSection(this, tr("Relay"),
                     tr("A small server of your own takes delivery events and answers while this computer is "
                        "off, and keeps them until Fanfare has fetched them. Nothing is lost in between."));
    m_stop->setObjectName(u"relayStop"_s);
    m_form = buildForm();
    m_setUp = buildSteps();
    addCards(column, {m_state, m_dropped, m_form, m_setUp});
    column->addStretch();
    connect(m_connect, &Button::clicked, this,
            [this] { emit connectRequested(m_address->text(), m_key->text().trimmed()); });
    connect(m_stop, &Button::clicked, this, [this] {
        const bool needsSecret = m_view.problem && m_view.problem->code == "no_app_secret"_L1;
        if (!m_view.hasAccount || needsSecret)
            emit accountRequested();
        else
            emit disconnectRequested();
    });
    connect(m_check, &Button::clicked, this, &RelayPanel::checkRequested);
    const auto enableConnect = [this] {
        m_connect->setEnabled(!m_address->text().trimmed().isEmpty() && !m_key->text().trimmed().isEmpty());
    };
    connect(m_address, &QLineEdit::textChanged, this, enableConnect);
    connect(m_key, &QLineEdit::textChanged, this, enableConnect);
    enableConnect();
    setView({});
}

QWidget *RelayPanel::buildForm()
{
    auto *card = new Card{20};
    card->column()->setSpacing(12);
    card->column()->addWidget(new TextLabel{tr("Connect to your relay"), TypeRole::CardTitle});
    m_address->setObjectName(u"relayAddress"_s);
    m_address->setPlaceholderText(u"https://relay.example.org"_s);
    m_key->setObjectName(u"relayKey"_s);
    m_key->setEchoMode(QLineEdit::Password);
    auto *key = new FormField{tr("Key"), m_key};
    key->setHint(
        tr("The relay makes one for each computer: fanfare-cli relay key add NAME. It is kept in the "
           "keychain of this computer."));
    m_addressField->setHint(tr("The guide in packaging/relay sets one up in a quarter of an hour."));
    m_connect->setObjectName(u"relayConnect"_s);
    card->column()->addWidget(m_addressField);
    card->column()->addWidget(key);
    card->column()->addWidget(m_connect, 0, Qt::AlignLeading);
    return card;
}

QWidget *RelayPanel::buildSteps()
{
    m_steps = new SetupSteps{
        {tr("The relay answers"), tr("The connection is encrypted and trusted"),
         tr("The relay knows this computer's key"), tr("Meta has checked the address"),
         tr("The first event has come")}
    };
    m_callback->setObjectName(u"relayCallback"_s);
    m_token->setObjectName(u"relayVerifyToken"_s);
    addCallbackFields(m_steps->step(RelayView::Handshake), m_callback, m_token);
    m_check->setObjectName(u"relayCheck"_s);
    m_steps->step(RelayView::FirstEvent).addButton(m_check);
    return m_steps;
}

void RelayPanel::setView(const RelayView &view)
{
    m_view = view;
    const bool isUsed = !view.address.isEmpty();
    // A key that was revoked is replaced by another one.
    const bool needsKey = !isUsed || view.lights[RelayView::KeyKnown] == RelayView::Light::Wrong;
    if (isUsed && needsKey && m_form->isHidden())
        m_address->setText(view.address);
    m_form->setVisible(!view.isPractice && view.hasAccount && needsKey);
    m_setUp->setVisible(!view.isPractice && view.hasAccount && isUsed);
    if (!needsKey)
        m_key->clear(); // it is in the keychain now
    m_addressField->setProblem(view.addressProblem ? view.addressProblem->message : QString{});
    m_callback->setText(isUsed ? view.address + u"/webhook"_s : QString{});
    m_token->setText(view.verifyToken);
    m_dropped->setVisible(view.dropped > 0);
    if (view.dropped > 0)
        m_dropped->setMessage(
            Tone::Amber,
            tr("The relay gave up %Ln events before they were fetched.", nullptr, int(view.dropped)),
            tr("It keeps only so much for so long. What became of messages in that time stays unknown."));
    m_check->setEnabled(!view.isChecking);
    m_check->setText(view.isChecking ? tr("Checking…") : tr("Check again"));
    showState();
    showSteps();
}

void RelayPanel::showState()
{
    m_stop->setVisible(!m_view.isPractice && (!m_view.hasAccount || !m_view.address.isEmpty()));
    m_stop->setText(tr("Stop using the relay"));
    if (m_state->sayWhyNot(m_view.isPractice, m_view.hasAccount))
        return;
    switch (m_view.receiving) {
    case RelayView::Receiving::Off:
        return m_state->say(
            Tone::Gray, tr("No relay is used."),
            tr("While this computer is off, nobody takes delivery events for it. Meta tries for seven "
               "days."));
    case RelayView::Receiving::Connecting:
        return m_state->say(Tone::Gray, tr("Connecting to the relay…"), {});
    case RelayView::Receiving::On:
        return m_state->say(Tone::Green, tr("Fanfare fetches its events from the relay."),
                            m_view.arrivedAt
                                ? tr("Last one: %1.").arg(relativeText(*m_view.arrivedAt, m_clock.now()))
                                : tr("None has come yet."));
    case RelayView::Receiving::Failed:
        m_state->say(Tone::Red, tr("Nothing can be fetched from the relay at this moment."),
                     m_view.problem ? m_view.problem->message : QString{});
        if (m_view.problem && m_view.problem->code == "no_app_secret"_L1)
            m_stop->setText(tr("Give the app secret"));
        return;
    }
}

void RelayPanel::showSteps()
{
    const UtcTime now = m_clock.now();
    const std::array<QString, RelayView::StepCount> undone{
        tr("Looks for the relay at %1.").arg(m_view.address),
        tr("Only a certificate that this computer trusts keeps the key and your customers' answers private."),
        tr("The relay keeps what comes for each computer until that one has fetched it."),
        tr("In Meta's App Dashboard, open WhatsApp, Configuration, and paste these. Meta checks the address "
           "when you save."),
        tr("Send a test message from a campaign's last step; its delivery is the first event.")};
    const std::array<QString, RelayView::StepCount> done{
        m_view.address, tr("Nobody on the way can read or change what is fetched."),
        tr("Every computer of yours has its own key, and its own place."),
        m_view.handshakeAt ? tr("Received: %1.").arg(relativeText(*m_view.handshakeAt, now))
                           : tr("Meta knows it: it posts there."),
        m_view.arrivedAt ? tr("Last one: %1.").arg(relativeText(*m_view.arrivedAt, now)) : QString{}};
    for (size_t step = 0; step < m_view.lights.size(); ++step) {
        const RelayView::Light light = m_view.lights[step];
        QString words = light == RelayView::Light::Done ? done[step] : undone[step];
        if (light == RelayView::Light::Wrong && m_view.stepProblem)
            words = m_view.stepProblem->message;
        m_steps->step(static_cast<int>(step)).set(toneOf(light), words);
    }
}
