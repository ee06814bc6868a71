#include "workspace/deliveryintake.h"

#include "engine/deliveryreactions.h"
#include "exchange/phoneparser.h"
#include "storage/database.h"

#include <algorithm>
#include <iterator>

namespace {

/// Where people's new numbers are from, which storage cannot tell.
std::vector<DeliveryEvent> withRegions(std::vector<DeliveryEvent> events)
{
    for (DeliveryEvent &event : events) {
        if (auto *change = std::get_if<PersonChangeEvent>(&event); change && !change->newPhone.isEmpty())
            change->newRegion = PhoneParser::regionOf(change->newPhone);
    }
    return events;
}

} // namespace

Result<std::unique_ptr<DeliveryIntake>> DeliveryIntake::open(const Workspace &workspace, const Clock &clock)
{
    return open(workspace.databasePath(), clock);
}

Result<std::unique_ptr<DeliveryIntake>> DeliveryIntake::open(const QString &databasePath, const Clock &clock)
{
    Result<std::unique_ptr<Database>> database = Database::open(databasePath);
    if (!database)
        return database.error();
    return std::unique_ptr<DeliveryIntake>{
        new DeliveryIntake{*std::move(database), clock}
    };
}

DeliveryIntake::DeliveryIntake(std::unique_ptr<Database> database, const Clock &clock)
    : m_database{std::move(database)}
    , m_deliveries{*m_database}
    , m_ledger{*m_database}
    , m_clock{clock}
{
}

DeliveryIntake::~DeliveryIntake() = default;

Result<std::vector<AppliedEvent>>
DeliveryIntake::take(const QByteArray &rawBody, const std::vector<DeliveryEvent> &events, UtcTime receivedAt)
{
    Result<std::vector<AppliedEvent>> applied = m_deliveries.apply(rawBody, withRegions(events), receivedAt);
    if (!applied)
        return applied;
    // A body that is told again because the reaction failed has no new events.
    std::copy_if(applied->begin(), applied->end(), std::back_inserter(m_unanswered),
                 [](const AppliedEvent &event) { return event.errorCode != 0; });
    if (const Result<std::vector<CampaignId>> reacted =
            DeliveryReactions{m_ledger, m_clock}.reactTo(m_unanswered);
        !reacted)
        return reacted.error();
    m_unanswered.clear();
    return applied;
}

Result<WebhookSink> makeWebhookSink(const Workspace &workspace, const Clock &clock)
{
    Result<std::unique_ptr<DeliveryIntake>> opened = DeliveryIntake::open(workspace, clock);
    if (!opened)
        return opened.error();
    return WebhookSink{
        [intake = std::shared_ptr<DeliveryIntake>{*std::move(opened)}](const ReceivedWebhook &webhook) {
            return intake->take(webhook.rawBody, webhook.events, webhook.receivedAt);
        }};
}
