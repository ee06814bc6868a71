#pragma once

#include "base/cancel.h"
#include "base/clock.h"
#include "base/result.h"
#include "domain/segmentrule.h"
#include "storage/campaignstore.h"

#include <QStringList>

#include <optional>

class Database;

/// Whom a draft is to go to: everybody in the contact book who meets a rule.
struct AudienceRule
{
    SegmentRule rule;
    QString name; ///< of the segment or tag, when it was chosen

    friend bool operator==(const AudienceRule &, const AudienceRule &) = default;
};

/// Drafts whose people come from the contact book by a rule. Such a draft follows its rule until it is sent
/// or scheduled; from then on its people are fixed.
class RuleAudience
{
public:
    explicit RuleAudience(Database &database)
        : m_database{database}
    {
    }

    /// From now on the draft follows this rule, instead of another one.
    Result<> follow(CampaignId draft, const AudienceRule &audience);
    Result<std::optional<AudienceRule>> of(CampaignId draft);

    // A person decides about the people of a draft; inside a transaction, and without effect where no rule is
    // followed.
    /// From now on the rule means everybody but these, so that they do not come back by it.
    Result<> leaveOut(CampaignId draft, const std::vector<PhoneNumber> &people);
    Result<> stopFollowing(CampaignId draft);

    /// Brings a draft that follows a rule up to date: takes out who came by it and does not meet it any more,
    /// and puts in who meets it now, with the attributes called like one of `variables` as their values;
    /// those who are in get the values that they lack.
    /// Nobody is taken out who came another way. Nothing happens where no rule is followed. Cancelled, it may
    /// be done again.
    Result<AddedPeople> refresh(CampaignId draft, const QStringList &variables, UtcTime now,
                                const CancelToken &cancel = {});

    /// Puts everybody in who meets the rule now, for good; may be done again after an interruption.
    Result<AddedPeople> add(CampaignId draft, const SegmentRule &rule, const QStringList &variables,
                            UtcTime now, const CancelToken &cancel = {});

private:
    /// Gives those who came by the rule the values that they lack: the draft got another template since.
    Result<> fillIn(CampaignId draft, const QStringList &variables, const CancelToken &cancel);
    Result<AddedPeople> addPeople(CampaignId draft, const std::vector<ContactId> &people, CameBy cameBy,
                                  const QStringList &variables, UtcTime now, const CancelToken &cancel);

    Database &m_database;
};
