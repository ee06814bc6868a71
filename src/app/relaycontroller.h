#pragma once

#include "app/workbench.h"
#include "base/result.h"
#include "widgets/pages/relaypanel.h"
#include "workspace/accountdesk.h"
#include "workspace/receptionbasis.h"
#include "workspace/relaycheck.h"
#include "workspace/relayreceiver.h"

#include <QObject>
#include <QTimer>

#include <optional>
#include <vector>

class PacedRead;

/// Fetches from the workspace's relay while it is open, and leads a person through connecting one.
class RelayController final : public QObject
{
    Q_OBJECT

public:
    RelayController(const Workbench &bench, RelayPanel &panel, QObject *parent);

public slots:
    /// Reads what was chosen, the numbers and their app secrets anew, and fetches accordingly.
    void load();

signals:
    void receivingChanged(RelayReceiver::State state, const std::optional<Error> &problem);
    void accountRequested();

private:
    struct Reading;
    /// What the receiver has to start anew for.
    struct Fetching
    {
        RelayChoice choice;
        ReceptionBasis basis;

        friend bool operator==(const Fetching &, const Fetching &) = default;
    };

    void read(std::function<void()> ended);
    void take(const Reading &reading);
    void fetch(const Reading &reading);
    void connectTo(const QString &address, const QString &key);
    void askToDisconnect();
    void keepKey(const RelayChoice &choice, const QByteArray &key);
    void store(const RelayChoice &choice);
    void tellNotStored(const Error &error);
    void check();
    void lookAgain();
    void takeFindings(const RelayFindings &findings);
    void noteReceiver();
    void show();

    Workbench m_bench;
    RelayPanel &m_panel;
    RelayReceiver m_receiver;
    RelayCheck m_check;
    PacedRead *m_reading;
    QTimer m_lookTimer;
    RelayChoice m_choice;
    std::vector<KnownAccount> m_accounts;
    RelayView m_view;
    RelayReceiver::State m_lastState = RelayReceiver::State::Off;
    std::optional<Fetching> m_fetching; ///< what the receiver was told last; nothing: it has to be told anew
};
