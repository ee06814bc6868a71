#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "domain/segmentrule.h"
#include "storage/campaignstore.h"

#include <vector>

class Database;

/// A rule that somebody keeps under a name: the people who meet it change as they do.
struct Segment
{
    QString name;
    SegmentRule rule;
    UtcTime createdAt;
    UtcTime changedAt;

    friend bool operator==(const Segment &, const Segment &) = default;
};

/// Keeps segments. Names are the same in upper and lower case.
class SegmentStore
{
public:
    explicit SegmentStore(Database &database)
        : m_database{database}
    {
    }

    /// Refused with the code "segment_exists"; BadInput with "no_name".
    Result<Segment> create(const QString &name, const SegmentRule &rule, UtcTime now);
    /// Another rule for it, from now on. NotFound with the code "no_segment".
    Result<> change(const QString &name, const SegmentRule &rule, UtcTime now);
    /// NotFound with the code "no_segment".
    Result<Segment> load(const QString &name);
    /// By name.
    Result<std::vector<Segment>> list();
    /// What was made from it stays. NotFound with the code "no_segment".
    Result<> remove(const QString &name);

    /// How many meet the rule now: tens of milliseconds at a million contacts.
    Result<qint64> people(const SegmentRule &rule, UtcTime now);

private:
    Database &m_database;
};

/// Those people of an earlier campaign as a rule: who reads later joins "read" later.
SegmentRule ruleFor(FollowUpGroup group, CampaignId campaign);
