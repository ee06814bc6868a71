#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "domain/contact.h"
#include "domain/segmentrule.h"
#include "storage/campaignstore.h"
#include "storage/segmentpeople.h"

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

/// Who meets a rule now.
struct SegmentPeople
{
    qint64 all = 0;
    qint64 suppressed = 0; ///< of them: nobody writes to these
    std::vector<Contact> first; ///< in the order in which they came

    friend bool operator==(const SegmentPeople &, const SegmentPeople &) = default;
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
    /// Another name, also for the campaigns that are repeated for it. Refused with the code
    /// "segment_exists"; BadInput with "no_name"; NotFound with "no_segment".
    Result<> rename(const QString &name, const QString &newName, UtcTime now);
    /// What was made from it stays. NotFound with the code "no_segment".
    Result<> remove(const QString &name);

    /// Looks up what nearly every count needs, so that the first one for a person who begins to write a rule
    /// is as quick as those that follow.
    Result<> getReady(UtcTime now);
    /// How many meet the rule now: tens of milliseconds at a million contacts.
    Result<qint64> people(const SegmentRule &rule, UtcTime now);
    /// The same with the first ones of them, at most so many, for a person who is writing the rule.
    Result<SegmentPeople> look(const SegmentRule &rule, UtcTime now, size_t atMost);

private:
    Database &m_database;
    SegmentMemory m_memory;
};

/// Those people of an earlier campaign as a rule: who reads later joins "read" later.
SegmentRule ruleFor(FollowUpGroup group, CampaignId campaign);
