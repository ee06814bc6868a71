#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <optional>

class Database;
struct Campaign;

/// Whether delivery events reach this workspace, number by number: those of one app say nothing about the
/// numbers of another.
class DeliveryEvidence
{
public:
    explicit DeliveryEvidence(Database &database)
        : m_database{database}
    {
    }

    /// When an event came that tells of a message of the campaign's number, since the campaign began: of this
    /// campaign, another one or a single message. Nothing: none came.
    Result<std::optional<UtcTime>> eventSince(const Campaign &campaign);

private:
    Database &m_database;
};
