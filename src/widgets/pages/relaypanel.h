#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <QWidget>

#include <array>
#include <optional>

class Banner;
class Button;
class FormField;
class QLineEdit;
class ReceptionCard;
class SetupSteps;

/// What there is to know about the relay of a workspace.
struct RelayView
{
    enum class Receiving { Off, Connecting, On, Failed };
    enum class Light { NotYet, Done, Wrong, Waiting };
    enum Step { Reachable, Trusted, KeyKnown, Handshake, FirstEvent, StepCount };

    bool isPractice = false; ///< events arrive by themselves then
    bool hasAccount = false;
    Receiving receiving = Receiving::Off;
    std::optional<Error> problem; ///< why nothing is fetched
    QString address; ///< empty: none is used
    std::optional<Error> addressProblem; ///< of what the person wrote
    QString verifyToken; ///< empty: no app secret is known
    std::array<Light, StepCount> lights{};
    std::optional<Error> stepProblem; ///< of the one that is wrong
    std::optional<UtcTime> handshakeAt;
    std::optional<UtcTime> arrivedAt;
    bool isChecking = false;
    qint64 dropped = 0; ///< bodies that the relay gave up before they were fetched
};

/// The section of the settings in which a person connects the workspace to a relay, and sees step by step how
/// far it is set up.
class RelayPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit RelayPanel(const Clock &clock, QWidget *parent = nullptr);

    void setView(const RelayView &view);

signals:
    void connectRequested(const QString &address, const QString &key);
    void disconnectRequested();
    void checkRequested();
    /// Where the app secret is given.
    void accountRequested();

private:
    QWidget *buildForm();
    QWidget *buildSteps();
    void showState();
    void showSteps();

    const Clock &m_clock;
    RelayView m_view;
    Button *m_stop;
    ReceptionCard *m_state;
    Banner *m_dropped;
    QLineEdit *m_address;
    FormField *m_addressField;
    QLineEdit *m_key;
    Button *m_connect;
    QLineEdit *m_callback;
    QLineEdit *m_token;
    Button *m_check;
    SetupSteps *m_steps;
    QWidget *m_form;
    QWidget *m_setUp;
};
