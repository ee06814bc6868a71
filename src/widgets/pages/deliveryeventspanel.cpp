#include "widgets/pages/deliveryeventspanel.h"

#include "presentation/wording.h"
#include "widgets/controls/banner.h"
#include "widgets/controls/button.h"
#include "widgets/controls/card.h"
#include "widgets/controls/formfield.h"
#include "widgets/controls/setupstep.h"
#include "widgets/controls/textlabel.h"
#include "widgets/pages/receptioncard.h"
#include "widgets/pages/settingssection.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr auto kPath = "/webhook"_L1;
/// What Fanfare understands of what Meta can tell.
const QString kFields = u"messages, message_template_status_update, message_template_quality_update, "
                        "template_category_update, phone_number_quality_update, account_update, "
                        "account_alerts, business_capability_update, user_preferences"_s;

/// "https://events.example.org/" as it is kept: without a slash or our own path behind it.
QString tidied(const QString &address)
{
    QString text = address.trimmed();
    const auto cutSlashes = [&text] {
        while (text.endsWith(u'/'))
            text.chop(1);
    };
    cutSlashes();
    if (text.endsWith(kPath))
        text.chop(kPath.size());
    cutSlashes();
    return text;
}

bool isPublicAddress(const QString &address)
{
    const QUrl url{address, QUrl::StrictMode};
    return url.isValid() && url.scheme() == "https"_L1 && !url.host().isEmpty() && url.userInfo().isEmpty()
        && !url.hasQuery();
}

} // namespace

DeliveryEventsPanel::DeliveryEventsPanel(const Clock &clock, QWidget *parent)
    : QWidget{parent}
    , m_clock{clock}
    , m_switch{new Button{{}, ButtonKind::Primary}}
    , m_state{new ReceptionCard{m_switch}}
    , m_blind{new Banner}
    , m_leftOut{new Banner}
    , m_publicAddress{new QLineEdit}
    , m_callback{new QLineEdit}
    , m_token{new QLineEdit}
    , m_host{new QLineEdit}
    , m_port{new QSpinBox}
    , m_subscribe{new Button{tr("Connect the account"), ButtonKind::Outlined, u"link"_s}}
{
    QVBoxLayout *column = beginSection(this, tr("Delivery events"),
                                       tr("Meta answers a message with “accepted”. Who got, read and "
                                          "answered it, Meta tells afterwards, and "
                                          "only to an address that it can reach."));
    m_setUp = buildSetUp();
    m_address = buildAddress();
    addCards(column, {m_state, m_blind, m_leftOut, m_setUp, m_address});
    column->addStretch();

    m_switch->setObjectName(u"listenSwitch"_s);
    m_subscribe->setObjectName(u"subscribeButton"_s);
    connect(m_switch, &Button::clicked, this, [this] {
        const bool needsSecret = m_view.problem && m_view.problem->code == "no_app_secret"_L1;
        if (!m_view.hasAccount || needsSecret)
            emit accountRequested();
        else
            emit listenRequested(m_view.listening == DeliveryEventsView::Listening::Off);
    });
    connect(m_subscribe, &Button::clicked, this, &DeliveryEventsPanel::subscribeRequested);
    auto *seen = new Button{tr("I have seen it"), ButtonKind::Outlined};
    seen->setObjectName(u"blindSeenButton"_s);
    connect(seen, &Button::clicked, this, &DeliveryEventsPanel::blindPeriodSeen);
    m_blind->addAction(seen);
    for (QLineEdit *field : {m_publicAddress, m_host})
        connect(field, &QLineEdit::editingFinished, this, &DeliveryEventsPanel::noteAddress);
    connect(m_port, &QSpinBox::editingFinished, this, &DeliveryEventsPanel::noteAddress);
    setView({});
}

DeliveryEventsPanel::~DeliveryEventsPanel()
{
    // A field that goes while it has the focus says once more that it was left.
    for (QWidget *field : std::initializer_list<QWidget *>{m_publicAddress, m_host, m_port})
        disconnect(field, nullptr, this, nullptr);
}

QWidget *DeliveryEventsPanel::buildSetUp()
{
    m_steps = new SetupSteps{
        {tr("Let Meta reach this computer"), tr("Tell Meta the address"), tr("Wait for Meta's check"),
         tr("Connect the account"), tr("See the first event arrive")}
    };
    m_publicField = new FormField{tr("Public address"), m_publicAddress};
    m_publicAddress->setPlaceholderText(u"https://events.example.org"_s);
    m_publicAddress->setObjectName(u"publicAddress"_s);
    m_callback->setPlaceholderText(tr("Once the public address is there"));
    m_callback->setObjectName(u"callbackUrl"_s);
    m_token->setObjectName(u"verifyToken"_s);
    auto *fields =
        new TextLabel{tr("Webhook fields: %1").arg(kFields), TypeRole::Label, TextLabel::Ink::Text2};
    fields->setWordWrap(true);
    fields->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_steps->step(Reachable).add(m_publicField);
    addCallbackFields(m_steps->step(Told), m_callback, m_token);
    m_steps->step(Told).add(fields);
    m_steps->step(Subscribed).addButton(m_subscribe);
    return m_steps;
}

QWidget *DeliveryEventsPanel::buildAddress()
{
    auto *card = new Card{20};
    card->column()->setSpacing(12);
    card->column()->addWidget(new TextLabel{tr("Where Fanfare listens"), TypeRole::CardTitle});
    m_host->setObjectName(u"listenHost"_s);
    m_port->setObjectName(u"listenPort"_s);
    m_port->setRange(1, 65535);
    m_port->setGroupSeparatorShown(false);
    m_port->setMinimumHeight(32);
    auto *host = new FormField{tr("Address on this computer"), m_host};
    host->setHint(tr("127.0.0.1 is right for a tunnel or a reverse proxy on this computer."));
    auto *row = new QHBoxLayout;
    row->setSpacing(16);
    row->addWidget(host, 2, Qt::AlignTop);
    row->addWidget(new FormField{tr("Port"), m_port}, 1, Qt::AlignTop);
    card->column()->addLayout(row);
    return card;
}

void DeliveryEventsPanel::setView(const DeliveryEventsView &view)
{
    m_view = view;
    const auto fill = [](QLineEdit *edit, const QString &text) {
        if (!edit->hasFocus() && edit->text() != text) // nobody loses what they are typing
            edit->setText(text);
    };
    fill(m_publicAddress, view.publicAddress);
    fill(m_host, view.host);
    if (!m_port->hasFocus()) {
        const QSignalBlocker quiet{m_port};
        m_port->setValue(view.port);
    }
    m_callback->setText(isPublicAddress(view.publicAddress) ? view.publicAddress + kPath : QString{});
    m_token->setText(view.verifyToken);
    m_token->setPlaceholderText(view.withoutSecret.isEmpty() ? tr("Once Fanfare receives")
                                                             : tr("Once its app secret is known"));
    m_setUp->setVisible(!view.isPractice && view.hasAccount);
    m_address->setVisible(!view.isPractice && view.hasAccount);
    m_blind->setVisible(view.blind.has_value());
    if (view.blind)
        m_blind->setMessage(
            Tone::Amber,
            tr("Nobody received the delivery events from %1 to %2.")
                .arg(momentText(view.blind->first), momentText(view.blind->second)),
            tr("Meta tries for seven days only. What became of messages in that time stays unknown."));
    showLeftOut();
    showState();
    showSteps();
}

void DeliveryEventsPanel::showLeftOut()
{
    m_leftOut->setVisible(m_view.putAside > 0 || m_view.ofOtherNumbers > 0);
    const QString ofOthers =
        tr("%Ln event(s) were of other numbers of the same Meta app, and nothing of them "
           "is kept here.",
           nullptr, static_cast<int>(m_view.ofOtherNumbers));
    if (m_view.putAside == 0)
        return m_leftOut->setMessage(Tone::Gray, tr("Only events of this workspace's numbers are taken."),
                                     ofOthers);
    const QString kept =
        tr("They are kept whole, and what came after them was taken. “fanfare-cli webhook left-out” lists "
           "them with the reason.");
    m_leftOut->setMessage(Tone::Amber,
                          tr("%Ln delivery event message(s) cannot be stored, and were put aside.", nullptr,
                             static_cast<int>(m_view.putAside)),
                          m_view.ofOtherNumbers > 0 ? kept + u' ' + ofOthers : kept);
}

void DeliveryEventsPanel::restoreAddress()
{
    m_publicAddress->setText(m_view.publicAddress);
    m_host->setText(m_view.host);
    const QSignalBlocker quiet{m_port};
    m_port->setValue(m_view.port);
}

void DeliveryEventsPanel::showState()
{
    using Listening = DeliveryEventsView::Listening;
    m_switch->setVisible(!m_view.isPractice);
    m_switch->setText(tr("Receive delivery events"));
    m_switch->setKind(ButtonKind::Primary);
    if (m_state->sayWhyNot(m_view.isPractice, m_view.hasAccount))
        return;
    switch (m_view.listening) {
    case Listening::Off:
        if (!m_view.relay.isEmpty()) {
            m_switch->setKind(ButtonKind::Outlined);
            return m_state->say(
                Tone::Gray, tr("Delivery events come through the relay."),
                tr("Fanfare fetches them from %1. This computer need not be reached.").arg(m_view.relay));
        }
        return m_state->say(
            Tone::Gray, tr("Fanfare does not receive delivery events."),
            tr("Messages leave all the same. They are shown as accepted by Meta; whether they arrived "
               "is not known."));
    case Listening::Starting: m_state->say(Tone::Gray, tr("Starting…"), {}); break;
    case Listening::On: {
        if (m_view.problem) {
            m_state->say(Tone::Red, tr("Delivery events arrive, but cannot be stored."),
                         m_view.problem->message + u' ' + tr("Meta sends them again."));
            break;
        }
        const QString refused = m_view.refused > 0
            ? tr("%Ln requests of others were refused since this window was opened.", nullptr,
                 static_cast<int>(m_view.refused))
            : QString{};
        const QString last = m_view.lastEvent
            ? tr("Last one: %1.").arg(relativeText(*m_view.lastEvent, m_clock.now()))
            : tr("None has come yet.");
        if (m_view.withoutSecret.isEmpty())
            m_state->say(Tone::Green, tr("Fanfare receives delivery events."), last + u' ' + refused);
        else
            m_state->say(
                Tone::Amber, tr("Fanfare does not receive the events of every number."),
                tr("The app secret of %1 is not known. Give it under Accounts; until then its events are "
                   "refused, unless it belongs to the same app as another number.")
                        .arg(QLocale{}.createSeparatedList(m_view.withoutSecret))
                    + u' ' + last + u' ' + refused);
        break;
    }
    case Listening::Failed:
        m_state->say(Tone::Red, tr("Delivery events cannot arrive."),
                     m_view.problem ? m_view.problem->message : QString{});
        if (m_view.problem && m_view.problem->code == "no_app_secret"_L1) {
            m_switch->setText(tr("Give the app secret"));
            return;
        }
        break;
    }
    m_switch->setText(tr("Stop receiving"));
    m_switch->setKind(ButtonKind::Outlined);
}

void DeliveryEventsPanel::showSteps()
{
    const UtcTime now = m_clock.now();
    const QString local = u"http://%1:%2"_s.arg(
        m_view.host.contains(u':') ? u'[' + m_view.host + u']' : m_view.host, QString::number(m_view.port));
    const bool isAddress = isPublicAddress(m_view.publicAddress);
    m_steps->step(Reachable).set(
        isAddress                            ? Tone::Green
            : m_view.publicAddress.isEmpty() ? Tone::Gray
                                             : Tone::Amber,
        tr("Give a tunnel or a reverse proxy a public https address that leads to %1, and write it here.")
            .arg(local));
    m_publicField->setProblem(
        m_view.publicAddress.isEmpty() || isAddress
            ? QString{}
            : tr("Meta needs an address that begins with https:// and has no more than a name and a path."));
    m_steps->step(Told).set(
        m_view.checkedAt ? Tone::Green : Tone::Gray,
        tr("In Meta's App Dashboard, open WhatsApp, Configuration, and paste these. Subscribe to "
           "the webhook fields below."));
    m_steps->step(Checked).set(
        m_view.checkedAt ? Tone::Green : Tone::Gray,
        m_view.checkedAt ? tr("Received: %1.").arg(relativeText(*m_view.checkedAt, now))
                         : tr("Waiting for Meta's check… It comes when you save the address there, while "
                              "Fanfare receives."));
    if (m_view.subscriptionProblem)
        m_steps->step(Subscribed).set(Tone::Red, m_view.subscriptionProblem->message);
    else if (!m_view.apps || m_view.apps->isEmpty())
        m_steps->step(Subscribed)
            .set(Tone::Gray,
                 tr("Meta tells events only to apps that are connected to the "
                    "WhatsApp account. This connects the app of your access key."));
    else
        m_steps->step(Subscribed)
            .set(Tone::Green,
                 tr("Meta tells the events of this account to: %1.").arg(m_view.apps->join(u", "_s)));
    m_subscribe->setVisible(!m_view.apps || m_view.apps->isEmpty() || m_view.subscriptionProblem);
    m_subscribe->setEnabled(!m_view.isSubscribing);
    m_subscribe->setText(m_view.isSubscribing ? tr("Asking Meta…") : tr("Connect the account"));
    const bool hasArrived =
        m_view.lastEvent && (!m_view.addressSince || *m_view.lastEvent >= *m_view.addressSince);
    m_steps->step(Arriving).set(
        hasArrived ? Tone::Green : Tone::Gray,
        hasArrived ? tr("Last one: %1.").arg(relativeText(*m_view.lastEvent, now))
                   : tr("Send a test message from a campaign's last step; its delivery is the "
                        "first event."));
}

void DeliveryEventsPanel::noteAddress()
{
    const QString publicAddress = tidied(m_publicAddress->text());
    const QString host = m_host->text().trimmed();
    if (publicAddress == m_view.publicAddress && host == m_view.host && m_port->value() == m_view.port)
        return;
    emit addressChanged(host.isEmpty() ? u"127.0.0.1"_s : host, m_port->value(), publicAddress);
}
