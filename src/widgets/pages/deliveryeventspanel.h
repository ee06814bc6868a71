#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <QStringList>
#include <QWidget>

#include <optional>
#include <utility>

class Banner;
class Button;
class Clock;
class FormField;
class QLineEdit;
class QSpinBox;
class ReceptionCard;
class SetupSteps;

/// What there is to know about receiving delivery events on this computer.
struct DeliveryEventsView
{
    enum class Listening { Off, Starting, On, Failed };

    bool isPractice = false; ///< they arrive by themselves then
    bool hasAccount = false;
    Listening listening = Listening::Off;
    std::optional<Error> problem; ///< why it does not listen, or what came is not stored
    QString host;
    int port = 0;
    QString publicAddress; ///< "https://events.example.org"; empty: not told yet
    QString verifyToken; ///< empty: the app secret of the number in use is not known
    QStringList withoutSecret; ///< numbers whose app secret is not known while that of another one is
    std::optional<UtcTime> checkedAt; ///< the public address, by Meta, with the right verify token
    std::optional<UtcTime> addressSince; ///< when the public address was changed last; nothing: never
    std::optional<UtcTime> lastEvent;
    std::optional<QStringList> apps; ///< that Meta tells the events; nothing: not asked
    std::optional<Error> subscriptionProblem;
    bool isSubscribing = false;
    QString relay; ///< from which they are fetched; empty: none is used
    std::optional<std::pair<UtcTime, UtcTime>>
        blind; ///< the latest time whose events nobody received, not seen yet
    qint64 refused = 0; ///< requests since the window was opened
    qint64 putAside = 0; ///< bodies that cannot be stored, and are kept
    qint64 ofOtherNumbers = 0; ///< events that were left to other workspaces
};

/// The section of the settings in which a person has delivery events received here: what to do at Meta step
/// by step, each with a light that says how far it is.
class DeliveryEventsPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit DeliveryEventsPanel(const Clock &clock, QWidget *parent = nullptr);
    ~DeliveryEventsPanel() override;

    /// What a person is typing stays.
    void setView(const DeliveryEventsView &view);
    /// Shows the address of the view also where a person has just typed another one.
    void restoreAddress();

signals:
    void listenRequested(bool isWanted);
    /// By the person, when they leave a field.
    void addressChanged(const QString &host, int port, const QString &publicAddress);
    void subscribeRequested();
    void blindPeriodSeen();
    /// Where the app secret is given.
    void accountRequested();

private:
    enum StepNumber { Reachable, Told, Checked, Subscribed, Arriving };

    QWidget *buildSetUp();
    QWidget *buildAddress();
    void showState();
    void showSteps();
    void showLeftOut();
    void noteAddress();

    const Clock &m_clock;
    DeliveryEventsView m_view;
    Button *m_switch;
    ReceptionCard *m_state;
    Banner *m_blind;
    Banner *m_leftOut;
    QWidget *m_setUp;
    QWidget *m_address;
    SetupSteps *m_steps = nullptr;
    QLineEdit *m_publicAddress;
    FormField *m_publicField;
    QLineEdit *m_callback;
    QLineEdit *m_token;
    QLineEdit *m_host;
    QSpinBox *m_port;
    Button *m_subscribe;
};
