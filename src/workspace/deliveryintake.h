#pragma once

#include "base/result.h"
#include "domain/deliveryevent.h"
#include "storage/deliverystore.h"
#include "webhooks/webhooklistener.h"
#include "workspace/workspace.h"

#include <memory>
#include <vector>

class Clock;

/// Takes in what Meta reports, on the thread that made it: stores a body, applies its events, and pauses what
/// they show to be in trouble. A pause that a crash or a full disk kept from being made is made up for when
/// the next one opens, or with the next body.
class DeliveryIntake
{
public:
    /// Fails also where a pause that is due cannot be made.
    static Result<std::unique_ptr<DeliveryIntake>> open(const Workspace &workspace, const Clock &clock);
    static Result<std::unique_ptr<DeliveryIntake>> open(const QString &databasePath, const Clock &clock);
    ~DeliveryIntake();

    /// Once it returned a value, everything is on disk.
    Result<std::vector<AppliedEvent>> take(const QByteArray &rawBody,
                                           const std::vector<DeliveryEvent> &events, UtcTime receivedAt,
                                           const std::optional<RelayOrigin> &origin = {});

    /// The same for several at once, in their order: all or none. What was applied, by body.
    Result<std::vector<std::vector<AppliedEvent>>> takeAll(std::vector<ArrivedBody> bodies);

private:
    DeliveryIntake(std::unique_ptr<Database> database, const Clock &clock);
    Result<> reactTo(const std::vector<AppliedEvent> &applied);
    Result<> react();

    std::unique_ptr<Database> m_database;
    DeliveryStore m_deliveries;
    const Clock &m_clock;
    bool m_isBehind = false; ///< something was applied, and what it asks for is not done yet
};

/// A webhook listener's sink into this workspace; for the listening thread, with a connection of its own.
Result<WebhookSink> makeWebhookSink(const Workspace &workspace, const Clock &clock);
