#pragma once

#include "app/workbench.h"
#include "base/result.h"
#include "domain/account.h"
#include "domain/campaign.h"
#include "workspace/accountdesk.h"
#include "workspace/eventreceiver.h"
#include "workspace/relayreceiver.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <optional>

class PacedRead;

/// The status bar: who sends, whether Meta answers, whether delivery events arrive, and the last 24 hours.
class StatusController : public QObject
{
    Q_OBJECT

public:
    StatusController(const Workbench &bench, QObject *parent);

public slots:
    /// Reads the database again; asks Meta only now and then.
    void refresh();
    /// Asks Meta now.
    void askMeta();
    void showWaiting(CampaignId campaign, const StateReason &reason);
    /// Whether delivery events are received here.
    void showReceiving(EventReceiver::State state, const std::optional<Error> &problem,
                       const QStringList &withoutSecret);
    /// Whether they are fetched from a relay.
    void showRelay(RelayReceiver::State state, const std::optional<Error> &problem);

signals:
    void accountRead(bool hasAccount);
    /// What Meta said about the number was stored.
    void reportStored();

private:
    struct Reading;

    void read(std::function<void()> ended);
    void show();
    void showAccount();
    void showMeta();
    void showDeliveryEvents();
    void showDailyUse();
    void noteAnswer(const KnownAccount &account, const Result<NumberReport> &report,
                    std::chrono::milliseconds took);

    Workbench m_bench;
    PacedRead *m_reading;
    QTimer m_timesTimer;
    QTimer m_metaTimer;
    std::optional<KnownAccount> m_account;
    std::optional<UtcTime> m_lastArrival;
    int m_messagedPeople = 0;
    bool m_wasRead = false;
    bool m_isAsking = false;
    std::optional<std::chrono::milliseconds> m_answeredIn; ///< Meta's last answer
    std::optional<Error> m_metaProblem;
    EventReceiver::State m_receiving = EventReceiver::State::Off;
    std::optional<Error> m_receivingProblem;
    QStringList m_withoutSecret; ///< numbers whose events are refused
    RelayReceiver::State m_relay = RelayReceiver::State::Off;
    std::optional<Error> m_relayProblem;
    bool m_isOffline = false; ///< the engine cannot reach Meta
};
