#pragma once

#include "app/workbench.h"
#include "base/result.h"
#include "widgets/pages/deliveryeventspanel.h"
#include "workspace/accountdesk.h"
#include "workspace/eventreceiver.h"
#include "workspace/receptionbasis.h"

#include <QObject>
#include <QTimer>

#include <optional>
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
    /// `withoutSecret`: see EventReceiver.
    void receivingChanged(EventReceiver::State state, const std::optional<Error> &problem,
                          const QStringList &withoutSecret);
    void accountRequested();

private:
    struct Reading;
    /// What the receiver has to start anew for.
    struct Reception
    {
        bool isOn = false;
        QString host;
        quint16 port = 0;
        ReceptionBasis basis;

        friend bool operator==(const Reception &, const Reception &) = default;
    };

    void read(std::function<void()> ended);
    void take(const Reading &reading);
    void listen(bool isWanted);
    void receive(const Reading &reading);
    void choose(const ListeningChoice &choice);
    void forgetChoice(const Error &problem);
    void noteBlindPeriodSeen();
    void noteCheck();
    void noteReceiving();
    void askSubscription();
    void subscribe();
    void takeSubscription(int question, const Result<QStringList> &apps);
    const KnownAccount *accountInUse() const;
    void show();

    Workbench m_bench;
    DeliveryEventsPanel &m_panel;
    EventReceiver m_receiver;
    PacedRead *m_reading;
    QTimer m_timesTimer;
    QTimer m_receivingTimer;
    ListeningChoice m_choice; ///< as a person sees it
    ListeningChoice m_storedChoice;
    int m_choicesBeingStored = 0;
    std::optional<Reception>
        m_reception; ///< what the receiver was told last; nothing: it has to be told anew
    std::vector<KnownAccount> m_accounts;
    DeliveryEventsView m_view;
    AccountId m_askedFor; ///< whose subscription is known, or being asked for
    bool m_mustAsk = true; ///< whatever is known of it may have changed
    int m_question = 0; ///< counts, so that a late answer to an earlier one is not heard
};
