#include "workspace/deliveryintake.h"

#include "engine/deliveryreactions.h"
#include "exchange/phoneparser.h"
#include "storage/database.h"
#include "storage/deliverytroubles.h"
#include "storage/sql.h"
#include "workspace/troubleanswering.h"

#include <algorithm>

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
    std::unique_ptr<DeliveryIntake> intake{
        new DeliveryIntake{*std::move(database), clock}
    };
    if (const Result<> reacted = intake->react(); !reacted)
        return reacted.error();
    return intake;
}

DeliveryIntake::DeliveryIntake(std::unique_ptr<Database> database, const Clock &clock)
    : m_database{std::move(database)}
    , m_deliveries{*m_database}
    , m_clock{clock}
{
}

DeliveryIntake::~DeliveryIntake() = default;

Result<std::vector<AppliedEvent>> DeliveryIntake::take(const QByteArray &rawBody,
                                                       const std::vector<DeliveryEvent> &events,
                                                       UtcTime receivedAt,
                                                       const std::optional<RelayOrigin> &origin)
{
    Result<std::vector<AppliedEvent>> applied =
        m_deliveries.apply(rawBody, withRegions(events), receivedAt, origin);
    if (!applied && applied.error().code == QLatin1StringView{kNotStorable})
        applied = m_deliveries.putAside(rawBody, applied.error(), receivedAt, origin);
    if (!applied)
        return applied;
    if (m_observer)
        m_observer({*applied});
    if (const Result<> reacted = reactTo(*applied); !reacted)
        return reacted.error();
    return applied;
}

Result<std::vector<std::vector<AppliedEvent>>> DeliveryIntake::takeAll(std::vector<ArrivedBody> bodies)
{
    for (ArrivedBody &body : bodies)
        body.events = withRegions(std::move(body.events));
    Result<std::vector<std::vector<AppliedEvent>>> applied = m_deliveries.applyAll(bodies);
    if (!applied)
        return applied;
    if (m_observer)
        m_observer(*applied);
    std::vector<AppliedEvent> all;
    for (const std::vector<AppliedEvent> &ofBody : *applied)
        all.insert(all.end(), ofBody.begin(), ofBody.end());
    if (const Result<> reacted = reactTo(all); !reacted)
        return reacted.error();
    return applied;
}

Result<> DeliveryIntake::reactTo(const std::vector<AppliedEvent> &applied)
{
    const Result<bool> haveLate = DeliveryTroubles{*m_database}.haveLate();
    if (!haveLate)
        return haveLate.error();
    m_isBehind =
        m_isBehind || *haveLate || std::any_of(applied.begin(), applied.end(), &DeliveryReactions::reactsTo);
    return m_isBehind ? react() : Result<>{Done{}};
}

/// What is due is read from the disk: a body that is told again because its reaction failed has no new
/// events.
Result<> DeliveryIntake::react()
{
    m_isBehind = true;
    if (const Result<> answered = answerTroubles(*m_database, m_clock); !answered)
        return answered;
    m_isBehind = false;
    return Done{};
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
