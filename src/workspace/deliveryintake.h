#pragma once

#include "base/result.h"
#include "domain/deliveryevent.h"
#include "storage/deliverystore.h"
#include "webhooks/webhooklistener.h"
#include "workspace/workspace.h"

#include <functional>
#include <memory>
#include <utility>
#include <vector>

class Clock;

/// Takes in what Meta reports, on the thread that made it: stores a body, applies its events, and pauses what
/// they show to be in trouble. A pause that a crash or a full disk kept from being made is made up for when
/// the next one opens, or with the next body.
class DeliveryIntake
{
public:
    using Observer = std::function<void(const std::vector<std::vector<AppliedEvent>> &)>;

    /// Fails also where a pause that is due cannot be made.
    static Result<std::unique_ptr<DeliveryIntake>> open(const Workspace &workspace, const Clock &clock);
    static Result<std::unique_ptr<DeliveryIntake>> open(const QString &databasePath, const Clock &clock);
    ~DeliveryIntake();

    /// Once it returned a value, everything is on disk. A body that can never be stored is put aside instead,
    /// whole, so that it does not hold up those behind it.
    Result<std::vector<AppliedEvent>> take(const QByteArray &rawBody,
                                           const std::vector<DeliveryEvent> &events, UtcTime receivedAt,
                                           const std::optional<RelayOrigin> &origin = {});

    /// The same for several at once, in their order: all or none. What was applied, by body.
    Result<std::vector<std::vector<AppliedEvent>>> takeAll(std::vector<ArrivedBody> bodies);

    /// Whoever wants to know what was applied as soon as it is on disk, by body: also where a pause that it
    /// asks for fails after it.
    void setObserver(Observer observer) { m_observer = std::move(observer); }

    /// What the bodies ask for is not done yet, though they are on disk.
    bool isBehind() const { return m_isBehind; }
    /// Does what is left of that.
    Result<> catchUp() { return m_isBehind ? react() : Result<>{Done{}}; }

private:
    DeliveryIntake(std::unique_ptr<Database> database, const Clock &clock);
    Result<> reactTo(const std::vector<AppliedEvent> &applied);
    Result<> react();

    std::unique_ptr<Database> m_database;
    DeliveryStore m_deliveries;
    const Clock &m_clock;
    Observer m_observer;
    bool m_isBehind = false; ///< something was applied, and what it asks for is not done yet
};

/// A webhook listener's sink into this workspace; for the listening thread, with a connection of its own.
Result<WebhookSink> makeWebhookSink(const Workspace &workspace, const Clock &clock);
