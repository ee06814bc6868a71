#pragma once

#include "base/result.h"
#include "domain/deliveryevent.h"

#include <vector>

class Database;

/// Troubles that delivery events told and that nobody has drawn the consequences of yet.
struct UnansweredTroubles
{
    std::vector<AppliedEvent> events; ///< each campaign with each code once
    qint64 upTo = 0; ///< for noteAnswered()
};

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
    Result<UnansweredTroubles> unanswered();
    /// Later ones stay unanswered, also those that another program stored meanwhile.
    Result<> noteAnswered(const UnansweredTroubles &troubles);

private:
    Database &m_database;
};
