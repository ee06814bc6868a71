#pragma once

#include "domain/attribute.h"
#include "domain/contact.h"
#include "domain/segmentrule.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

// A rule as a person writes it: groups of lines, each of a topic, a verb and a value.

/// A campaign that a rule can speak of.
struct SegmentCampaign
{
    CampaignId id;
    QString name;

    friend bool operator==(const SegmentCampaign &, const SegmentCampaign &) = default;
};

/// What of this workspace rules can speak of.
struct SegmentFacts
{
    QStringList tags;
    std::vector<Attribute> attributes;
    std::vector<SegmentCampaign> campaigns; ///< the latest first
    QStringList countries; ///< ISO 3166 codes

    friend bool operator==(const SegmentFacts &, const SegmentFacts &) = default;
};

/// What a line is about.
struct SegmentTopic
{
    enum class Kind {
        Tag,
        Country,
        Consent,
        FirstSeen,
        LastMessage,
        Campaign,
        Name,
        Phone,
        Anywhere,
        Attribute
    };

    Kind kind = Kind::Tag;
    Attribute attribute; ///< with Attribute

    QString text() const;
    friend bool operator==(const SegmentTopic &, const SegmentTopic &) = default;
};

/// What has to be given behind a verb.
enum class SegmentValue { None, Text, Number, Day, Days, Tag, Country, Campaign };

/// What a line says of its topic: "is", "was not messaged in the last … days".
struct SegmentVerb
{
    QString text;
    SegmentCondition::Subject subject = SegmentCondition::Subject::Tag;
    SegmentCondition::Test test = SegmentCondition::Test::Is;
    bool isNegated = false;
    SegmentValue value = SegmentValue::Text;

    /// Whether the line that holds this rule says so.
    bool says(const SegmentRule &line) const;
};

/// In the order in which they are offered.
std::vector<SegmentTopic> segmentTopics(const SegmentFacts &facts);
SegmentTopic topicOf(const SegmentCondition &condition, const SegmentFacts &facts);
std::vector<SegmentVerb> verbsFor(const SegmentTopic &topic);
/// The same, and behind them the one of this line where it is not among them.
std::vector<SegmentVerb> verbsFor(const SegmentTopic &topic, const SegmentRule &line);

/// A new line of this topic and verb, with what can be kept of an earlier one.
SegmentRule lineFor(const SegmentTopic &topic, const SegmentVerb &verb, const SegmentRule &before);

/// How the lines of a group are joined.
enum class SegmentJoin { All, Any, None, NotAll };

QString joinText(SegmentJoin join);
SegmentJoin joinOf(const SegmentRule &group);
SegmentRule groupOf(SegmentJoin join, std::vector<SegmentRule> parts);

/// The same rule as one group of lines and groups, so that each line has a verb that is offered.
SegmentRule asGroup(const SegmentRule &rule);

/// Whether two rules differ in their grouping at most: a group of one line is that line.
bool meanTheSame(const SegmentRule &one, const SegmentRule &other);

/// A line whose value is there and of its kind.
bool isWritten(const SegmentRule &line);
/// Lines that are not written yet, in all groups.
int unwrittenLines(const SegmentRule &rule);
/// The rule without the lines that are not written yet, and without groups that hold nothing else.
SegmentRule writtenPart(const SegmentRule &rule);

/// People who meet a rule now, as the builder shows them.
struct SegmentAudience
{
    qint64 people = 0;
    qint64 suppressed = 0; ///< of them
    std::vector<Contact> first;

    friend bool operator==(const SegmentAudience &, const SegmentAudience &) = default;
};
