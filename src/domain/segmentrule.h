#pragma once

#include "base/result.h"
#include "domain/ids.h"

#include <QString>

#include <vector>

/// One question about a contact.
struct SegmentCondition
{
    enum class Subject {
        Anywhere, ///< name or number
        Name,
        Phone,
        Country, ///< ISO 3166 code of the number
        Tag,
        Attribute, ///< `name` says which
        OptedIn, ///< agreed, and not opted out since
        OptedOut, ///< on the suppression list
        FirstSeen, ///< when the contact was made
        LastMessaged, ///< the last message that Meta accepted
        Sent, ///< Meta accepted the message of `campaign`
        Received,
        Read,
        Answered,
        Unread, ///< Meta accepted it, and no sign that it was read
        Unanswered, ///< read it, and did not answer
        Failed,
        Retriable, ///< failed for a reason that may be over by now
        Clicked, ///< pressed a button under the message
    };
    enum class Test {
        Holds, ///< of subjects that are true or not, and "is known" of an attribute
        Is, ///< texts without regard to case
        Contains,
        StartsWith,
        Less, ///< numbers
        AtMost,
        Greater,
        AtLeast,
        Before, ///< days, "2026-11-25"
        After,
        WithinDays, ///< the last `value` days
    };

    Subject subject = Subject::Tag;
    Test test = Test::Is;
    QString name; ///< of the attribute
    QString value;
    CampaignId campaign;

    friend bool operator==(const SegmentCondition &, const SegmentCondition &) = default;
};

/// Which contacts: a condition, or several rules joined. A value; written and read as one line of text such
/// as `tag = vip and not (country = IN or attr:Visits < 3) and read campaign 12`.
struct SegmentRule
{
    enum class Join {
        One, ///< `condition`
        All, ///< every one of `parts`; of none: everybody
        Any, ///< at least one of `parts`; of none: nobody
    };

    Join join = Join::All;
    bool isNegated = false;
    SegmentCondition condition;
    std::vector<SegmentRule> parts;

    static SegmentRule everybody() { return {}; }
    static SegmentRule of(SegmentCondition condition);
    static SegmentRule all(std::vector<SegmentRule> parts);
    static SegmentRule any(std::vector<SegmentRule> parts);
    SegmentRule negated() const;

    bool isEverybody() const { return join == Join::All && parts.empty() && !isNegated; }

    /// As `fromText` reads it; empty for everybody.
    QString text() const;
    /// BadInput with the code "bad_rule" where it is not one; the message says what is wrong and where.
    static Result<SegmentRule> fromText(const QString &text);

    friend bool operator==(const SegmentRule &, const SegmentRule &) = default;
};
