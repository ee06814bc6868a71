#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "domain/deliveryevent.h"

#include <chrono>
#include <vector>

class Database;

/// Troubles that delivery events told and that nobody has drawn the consequences of yet.
struct UnansweredTroubles
{
    std::vector<AppliedEvent> events; ///< each campaign with each code once, or twice where one had waited
    // For noteAnswered():
    qint64 upTo = 0;
    std::vector<qint64> late;
};

/// Trouble that waited longer than this for its message to be known pauses nothing any more: it has passed,
/// or messages after it told it too.
inline constexpr std::chrono::hours kLateTroubleCounts{24};

/// Remembers an event that had to wait and told trouble when it was applied: nobody has drawn consequences of
/// it, although those of later events may be drawn. Inside a transaction.
Result<> noteLateTrouble(Database &database, qint64 event);

/// Remembers up to which delivery event consequences were drawn for campaigns, so that neither a crash after
/// an event was stored nor a failure loses one. The events themselves are kept by DeliveryStore.
class DeliveryTroubles
{
public:
    explicit DeliveryTroubles(Database &database)
        : m_database{database}
    {
    }

    /// Events of the time before anybody remembered count as answered.
    Result<> begin();
    Result<UnansweredTroubles> unanswered(UtcTime now);
    /// Whether one is among them that had to wait for its message. Cheap.
    Result<bool> haveLate();
    /// Later ones stay unanswered, also those that another program stored meanwhile.
    Result<> noteAnswered(const UnansweredTroubles &troubles);

private:
    Database &m_database;
};
