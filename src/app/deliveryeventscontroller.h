#pragma once

#include "app/workbench.h"
#include "base/result.h"
#include "widgets/pages/deliveryeventspanel.h"
#include "workspace/accountdesk.h"
#include "workspace/eventreceiver.h"

#include <QObject>
#include <QTimer>

#include <vector>

class PacedRead;

/// Receives delivery events while the workspace is open, if a person wants that, and leads them through what
/// there is to do at Meta.
class DeliveryEventsController : public QObject
{
    Q_OBJECT

public:
    DeliveryEventsController(const Workbench &bench, DeliveryEventsPanel &panel, QObject *parent);

public slots:
    /// Reads what was chosen, the numbers and their app secrets anew, and receives accordingly.
    void load();

signals:
    void receivingChanged(EventReceiver::State state, const std::optional<Error> &problem);
    void accountRequested();

private:
    struct Reading;

    void read(std::function<void()> ended);
    void take(const Reading &reading);
    void listen(bool isWanted);
    void choose(const ListeningChoice &choice);
    void noteCheck();
    void noteReceiving();
    void askSubscription();
    void subscribe();
    void takeSubscription(AccountId account, const Result<QStringList> &apps);
    void show();

    Workbench m_bench;
    DeliveryEventsPanel &m_panel;
    EventReceiver m_receiver;
    PacedRead *m_reading;
    QTimer m_timesTimer;
    QTimer m_receivingTimer;
    ListeningChoice m_choice;
    int m_choicesBeingStored = 0;
    std::vector<KnownAccount> m_accounts;
    DeliveryEventsView m_view;
    AccountId m_askedFor; ///< whose subscription is known, or being asked for
    bool m_mustStart = true; ///< the receiver has not been told of the latest choice or secrets
};
