#pragma once

#include "base/result.h"
#include "domain/deliveryevent.h"
#include "storage/deliverystore.h"
#include "storage/sqlitesendledger.h"
#include "webhooks/webhooklistener.h"
#include "workspace/workspace.h"

#include <memory>
#include <vector>

class Clock;

/// Takes in what Meta reports, on the thread that made it: stores a body, applies its events, and pauses what
/// they show to be in trouble.
class DeliveryIntake
{
public:
    static Result<std::unique_ptr<DeliveryIntake>> open(const Workspace &workspace, const Clock &clock);
    static Result<std::unique_ptr<DeliveryIntake>> open(const QString &databasePath, const Clock &clock);
    ~DeliveryIntake();

    /// Once it returned a value, everything is on disk.
    Result<std::vector<AppliedEvent>> take(const QByteArray &rawBody,
                                           const std::vector<DeliveryEvent> &events, UtcTime receivedAt);

private:
    DeliveryIntake(std::unique_ptr<Database> database, const Clock &clock);

    std::unique_ptr<Database> m_database;
    DeliveryStore m_deliveries;
    SqliteSendLedger m_ledger;
    const Clock &m_clock;
    std::vector<AppliedEvent> m_unanswered; ///< applied, but what they ask for is not done yet
};

/// A webhook listener's sink into this workspace; for the listening thread, with a connection of its own.
Result<WebhookSink> makeWebhookSink(const Workspace &workspace, const Clock &clock);
