#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "domain/deliveryevent.h"
#include "domain/ids.h"
#include "domain/relay.h"

#include <optional>
#include <vector>

class Database;

/// One message in or out, outside the recipients' own rows.
struct StoredMessage
{
    qint64 id = 0;
    bool isInbound = true;
    QString phone; ///< E.164, or empty where Meta withheld it
    QString userId;
    QString type;
    QString text;
    UtcTime at;
    QString messageId;
    QString inReplyTo;
    std::optional<CampaignId> campaign;
    bool isOptOut = false;
};

/// A body that Meta posted, and what it tells.
struct ArrivedBody
{
    QByteArray raw;
    std::vector<DeliveryEvent> events;
    UtcTime receivedAt;
    std::optional<RelayOrigin> origin; ///< where a relay took it in
};

/// Which messages, oldest first.
struct MessageQuery
{
    QString phone; ///< empty: everybody
    std::optional<CampaignId> campaign;
    int limit = 0; ///< 0: all
    qint64 after = 0; ///< the last one already seen
};

/// Applies what Meta reports about messages, in any order and any number of times with the same result.
/// Events of messages that nobody knows yet are kept and applied when the message becomes known.
class DeliveryStore
{
public:
    explicit DeliveryStore(Database &database)
        : m_database{database}
    {
    }

    /// Stores the body as it came and applies its events, all in one transaction; one verdict an event, in
    /// order. Once this returned a value, the sender of the body may be told 200.
    /// A body that came through a relay says from where: the second time it changes nothing, and no event of
    /// it is told.
    Result<std::vector<AppliedEvent>> apply(const QByteArray &rawBody,
                                            const std::vector<DeliveryEvent> &events, UtcTime now,
                                            const std::optional<RelayOrigin> &origin = {});

    /// The same for several bodies in their order, in one transaction: all or none. The verdicts by body.
    Result<std::vector<std::vector<AppliedEvent>>> applyAll(const std::vector<ArrivedBody> &bodies);

    /// Keeps a body that cannot be applied for good, whole, with the reason; nothing of it is applied.
    Result<std::vector<AppliedEvent>> putAside(const QByteArray &rawBody, const Error &why, UtcTime now,
                                               const std::optional<RelayOrigin> &origin = {});

    Result<std::vector<StoredMessage>> messages(const MessageQuery &query = {});

    /// When the last body arrived; nothing if none ever did.
    Result<std::optional<UtcTime>> lastArrival();

private:
    Database &m_database;
};
