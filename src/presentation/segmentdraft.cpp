#include "presentation/segmentdraft.h"

#include <QCoreApplication>
#include <QDate>

#include <algorithm>
#include <array>

namespace {

using Kind = SegmentTopic::Kind;
using Subject = SegmentCondition::Subject;
using Test = SegmentCondition::Test;
using Join = SegmentRule::Join;

struct Draft
{
    Q_DECLARE_TR_FUNCTIONS(SegmentDraft)
};

/// What may be asked of texts: names, numbers and attributes alike.
std::vector<SegmentVerb> textVerbs(Subject subject)
{
    return {
        {Draft::tr("is"),               subject, Test::Is,         false, SegmentValue::Text},
        {Draft::tr("is not"),           subject, Test::Is,         true,  SegmentValue::Text},
        {Draft::tr("contains"),         subject, Test::Contains,   false, SegmentValue::Text},
        {Draft::tr("does not contain"), subject, Test::Contains,   true,  SegmentValue::Text},
        {Draft::tr("begins with"),      subject, Test::StartsWith, false, SegmentValue::Text},
    };
}

std::vector<SegmentVerb> numberVerbs()
{
    constexpr Subject kSubject = Subject::Attribute;
    return {
        {Draft::tr("is"),           kSubject, Test::Is,      false, SegmentValue::Number},
        {Draft::tr("is not"),       kSubject, Test::Is,      true,  SegmentValue::Number},
        {Draft::tr("is less than"), kSubject, Test::Less,    false, SegmentValue::Number},
        {Draft::tr("is at most"),   kSubject, Test::AtMost,  false, SegmentValue::Number},
        {Draft::tr("is at least"),  kSubject, Test::AtLeast, false, SegmentValue::Number},
        {Draft::tr("is more than"), kSubject, Test::Greater, false, SegmentValue::Number},
    };
}

std::vector<SegmentVerb> dateVerbs()
{
    constexpr Subject kSubject = Subject::Attribute;
    return {
        {Draft::tr("is before"),                    kSubject, Test::Before,     false, SegmentValue::Day },
        {Draft::tr("is the day"),                   kSubject, Test::StartsWith, false, SegmentValue::Day },
        {Draft::tr("is after"),                     kSubject, Test::After,      false, SegmentValue::Day },
        {Draft::tr("was in the last … days"),     kSubject, Test::WithinDays, false, SegmentValue::Days},
        {Draft::tr("was not in the last … days"), kSubject, Test::WithinDays, true,  SegmentValue::Days},
    };
}

std::vector<SegmentVerb> knownVerbs()
{
    return {
        {Draft::tr("is known"),     Subject::Attribute, Test::Holds, false, SegmentValue::None},
        {Draft::tr("is not known"), Subject::Attribute, Test::Holds, true,  SegmentValue::None},
    };
}

std::vector<SegmentVerb> campaignVerbs()
{
    const auto verb = [](const QString &text, Subject subject, bool isNegated = false) {
        return SegmentVerb{text, subject, Test::Holds, isNegated, SegmentValue::Campaign};
    };
    return {
        verb(Draft::tr("was sent"), Subject::Sent),
        verb(Draft::tr("was not sent"), Subject::Sent, true),
        verb(Draft::tr("received"), Subject::Received),
        verb(Draft::tr("read"), Subject::Read),
        verb(Draft::tr("was sent and did not read"), Subject::Unread),
        verb(Draft::tr("responded to"), Subject::Answered),
        verb(Draft::tr("read and did not respond to"), Subject::Unanswered),
        verb(Draft::tr("pressed an answer button of"), Subject::Clicked),
        verb(Draft::tr("could not be reached by"), Subject::Failed),
        verb(Draft::tr("could not be reached then, and may be now, by"), Subject::Retriable),
    };
}

void append(std::vector<SegmentVerb> &verbs, const std::vector<SegmentVerb> &more)
{
    for (const SegmentVerb &verb : more) {
        const bool isThere = std::any_of(verbs.begin(), verbs.end(), [&](const SegmentVerb &known) {
            return known.test == verb.test && known.isNegated == verb.isNegated;
        });
        if (!isThere)
            verbs.push_back(verb);
    }
}

/// All that may be asked of an attribute, what its type suggests first.
std::vector<SegmentVerb> everyVerb(const SegmentTopic &topic)
{
    std::vector<SegmentVerb> verbs = verbsFor(topic);
    if (topic.kind == Kind::Attribute) {
        append(verbs, textVerbs(Subject::Attribute));
        append(verbs, numberVerbs());
        append(verbs, dateVerbs());
    }
    return verbs;
}

bool isOffered(const SegmentRule &line)
{
    const std::vector<SegmentVerb> verbs = everyVerb(topicOf(line.condition, {}));
    return std::any_of(verbs.begin(), verbs.end(), [&](const SegmentVerb &verb) { return verb.says(line); });
}

std::optional<SegmentValue> valueOf(const SegmentRule &line)
{
    for (const SegmentVerb &verb : everyVerb(topicOf(line.condition, {}))) {
        if (verb.says(line))
            return verb.value;
    }
    return std::nullopt;
}

bool isWrittenAs(SegmentValue kind, const SegmentCondition &condition)
{
    const QString value = condition.value.trimmed();
    switch (kind) {
    case SegmentValue::None: return true;
    case SegmentValue::Text:
    case SegmentValue::Tag:
    case SegmentValue::Country: return !value.isEmpty();
    case SegmentValue::Number: {
        bool isNumber = false;
        value.toDouble(&isNumber);
        return isNumber;
    }
    case SegmentValue::Day: return QDate::fromString(value, Qt::ISODate).isValid();
    case SegmentValue::Days: return value.toInt() > 0;
    case SegmentValue::Campaign: return condition.campaign.isValid();
    }
    Q_UNREACHABLE();
}

/// The rule without unwritten lines; nothing where nothing is left.
std::optional<SegmentRule> written(const SegmentRule &rule)
{
    if (rule.join == Join::One)
        return isWritten(rule) ? std::optional{rule} : std::nullopt;
    SegmentRule kept = rule;
    kept.parts.clear();
    for (const SegmentRule &part : rule.parts) {
        if (std::optional<SegmentRule> left = written(part))
            kept.parts.push_back(std::move(*left));
    }
    const bool lostAll = kept.parts.empty() && !rule.parts.empty();
    return lostAll ? std::nullopt : std::optional{kept};
}

} // namespace

QString SegmentTopic::text() const
{
    switch (kind) {
    case Kind::Tag: return Draft::tr("Tag");
    case Kind::Country: return Draft::tr("Country");
    case Kind::Consent: return Draft::tr("Consent");
    case Kind::FirstSeen: return Draft::tr("In the contacts");
    case Kind::LastMessage: return Draft::tr("Any campaign");
    case Kind::Campaign: return Draft::tr("One campaign");
    case Kind::Name: return Draft::tr("Name");
    case Kind::Phone: return Draft::tr("Phone number");
    case Kind::Anywhere: return Draft::tr("Name or number");
    case Kind::Attribute: return attribute.name;
    }
    Q_UNREACHABLE();
}

bool SegmentVerb::says(const SegmentRule &line) const
{
    return line.join == Join::One && line.isNegated == isNegated && line.condition.subject == subject
        && line.condition.test == test;
}

std::vector<SegmentTopic> segmentTopics(const SegmentFacts &facts)
{
    std::vector<SegmentTopic> topics;
    for (const Kind kind : {Kind::Tag, Kind::Country, Kind::Consent, Kind::Campaign, Kind::LastMessage,
                            Kind::FirstSeen, Kind::Name, Kind::Phone, Kind::Anywhere})
        topics.push_back({kind, {}});
    for (const Attribute &attribute : facts.attributes)
        topics.push_back({Kind::Attribute, attribute});
    return topics;
}

SegmentTopic topicOf(const SegmentCondition &condition, const SegmentFacts &facts)
{
    switch (condition.subject) {
    case Subject::Anywhere: return {Kind::Anywhere, {}};
    case Subject::Name: return {Kind::Name, {}};
    case Subject::Phone: return {Kind::Phone, {}};
    case Subject::Country: return {Kind::Country, {}};
    case Subject::Tag: return {Kind::Tag, {}};
    case Subject::OptedIn:
    case Subject::OptedOut: return {Kind::Consent, {}};
    case Subject::FirstSeen: return {Kind::FirstSeen, {}};
    case Subject::LastMessaged: return {Kind::LastMessage, {}};
    case Subject::Sent:
    case Subject::Received:
    case Subject::Read:
    case Subject::Answered:
    case Subject::Unread:
    case Subject::Unanswered:
    case Subject::Failed:
    case Subject::Retriable:
    case Subject::Clicked: return {Kind::Campaign, {}};
    case Subject::Attribute: break;
    }
    const auto known =
        std::find_if(facts.attributes.begin(), facts.attributes.end(),
                     [&](const Attribute &attribute) { return attribute.name == condition.name; });
    return {
        Kind::Attribute,
        known == facts.attributes.end() ? Attribute{condition.name, AttributeType::Text}
            : *known
    };
}

std::vector<SegmentVerb> verbsFor(const SegmentTopic &topic)
{
    switch (topic.kind) {
    case Kind::Tag:
        return {
            {Draft::tr("is"),     Subject::Tag, Test::Is, false, SegmentValue::Tag},
            {Draft::tr("is not"), Subject::Tag, Test::Is, true,  SegmentValue::Tag},
        };
    case Kind::Country:
        return {
            {Draft::tr("is"),     Subject::Country, Test::Is, false, SegmentValue::Country},
            {Draft::tr("is not"), Subject::Country, Test::Is, true,  SegmentValue::Country},
        };
    case Kind::Consent:
        return {
            {Draft::tr("agreed to messages"),        Subject::OptedIn,  Test::Holds, false, SegmentValue::None},
            {Draft::tr("did not agree to messages"), Subject::OptedIn,  Test::Holds, true,  SegmentValue::None},
            {Draft::tr("opted out"),                 Subject::OptedOut, Test::Holds, false, SegmentValue::None},
            {Draft::tr("did not opt out"),           Subject::OptedOut, Test::Holds, true,  SegmentValue::None},
        };
    case Kind::FirstSeen:
        return {
            {Draft::tr("for less than … days"), Subject::FirstSeen, Test::WithinDays, false,
             SegmentValue::Days                                                                                 },
            {Draft::tr("for more than … days"), Subject::FirstSeen, Test::WithinDays, true,
             SegmentValue::Days                                                                                 },
            {Draft::tr("since before"),           Subject::FirstSeen, Test::Before,     false, SegmentValue::Day},
            {Draft::tr("since after"),            Subject::FirstSeen, Test::After,      false, SegmentValue::Day},
        };
    case Kind::LastMessage:
        return {
            {Draft::tr("was not sent in the last … days"), Subject::LastMessaged, Test::WithinDays, true,
             SegmentValue::Days                                                                                                },
            {Draft::tr("was sent in the last … days"),     Subject::LastMessaged, Test::WithinDays, false,
             SegmentValue::Days                                                                                                },
            {Draft::tr("was sent at some time"),             Subject::LastMessaged, Test::Holds,      false,
             SegmentValue::None                                                                                                },
            {Draft::tr("was never sent"),                    Subject::LastMessaged, Test::Holds,      true,  SegmentValue::None},
            {Draft::tr("was last sent before"),              Subject::LastMessaged, Test::Before,     false,
             SegmentValue::Day                                                                                                 },
            {Draft::tr("was last sent after"),               Subject::LastMessaged, Test::After,      false, SegmentValue::Day },
        };
    case Kind::Campaign: return campaignVerbs();
    case Kind::Name: return textVerbs(Subject::Name);
    case Kind::Phone: return textVerbs(Subject::Phone);
    case Kind::Anywhere: return textVerbs(Subject::Anywhere);
    case Kind::Attribute: break;
    }
    std::vector<SegmentVerb> verbs;
    switch (topic.attribute.type) {
    case AttributeType::Text: verbs = textVerbs(Subject::Attribute); break;
    case AttributeType::Number: verbs = numberVerbs(); break;
    case AttributeType::Date: verbs = dateVerbs(); break;
    }
    const std::vector<SegmentVerb> known = knownVerbs();
    verbs.insert(verbs.end(), known.begin(), known.end());
    return verbs;
}

std::vector<SegmentVerb> verbsFor(const SegmentTopic &topic, const SegmentRule &line)
{
    std::vector<SegmentVerb> verbs = verbsFor(topic);
    const auto says = [&](const SegmentVerb &verb) { return verb.says(line); };
    if (std::any_of(verbs.begin(), verbs.end(), says))
        return verbs;
    const std::vector<SegmentVerb> all = everyVerb(topic);
    const auto found = std::find_if(all.begin(), all.end(), says);
    if (found != all.end())
        verbs.push_back(*found);
    return verbs;
}

SegmentRule lineFor(const SegmentTopic &topic, const SegmentVerb &verb, const SegmentRule &before)
{
    SegmentCondition condition;
    condition.subject = verb.subject;
    condition.test = verb.test;
    condition.name = topic.kind == Kind::Attribute ? topic.attribute.name : QString{};
    condition.value = before.condition.value;
    condition.campaign = before.condition.campaign;
    SegmentRule line = SegmentRule::of(condition);
    line.isNegated = verb.isNegated;
    const bool isSameKind = valueOf(before) == verb.value;
    const bool fitsAnyway = verb.value != SegmentValue::Days && verb.value != SegmentValue::Tag
        && verb.value != SegmentValue::Country && isWrittenAs(verb.value, condition);
    if (!isSameKind && !fitsAnyway)
        line.condition.value.clear();
    if (verb.value != SegmentValue::Campaign)
        line.condition.campaign = {};
    return line;
}

QString joinText(SegmentJoin join)
{
    switch (join) {
    case SegmentJoin::All: return Draft::tr("All of these are true");
    case SegmentJoin::Any: return Draft::tr("At least one of these is true");
    case SegmentJoin::None: return Draft::tr("None of these is true");
    case SegmentJoin::NotAll: return Draft::tr("Not all of these are true");
    }
    Q_UNREACHABLE();
}

SegmentJoin joinOf(const SegmentRule &group)
{
    if (group.join == Join::Any)
        return group.isNegated ? SegmentJoin::None : SegmentJoin::Any;
    return group.isNegated ? SegmentJoin::NotAll : SegmentJoin::All;
}

SegmentRule groupOf(SegmentJoin join, std::vector<SegmentRule> parts)
{
    const bool isAny = join == SegmentJoin::Any || join == SegmentJoin::None;
    SegmentRule group = isAny ? SegmentRule::any(std::move(parts)) : SegmentRule::all(std::move(parts));
    group.isNegated = join == SegmentJoin::None || join == SegmentJoin::NotAll;
    return group;
}

SegmentRule asGroup(const SegmentRule &rule)
{
    const auto part = [](const SegmentRule &one) {
        if (one.join != Join::One)
            return asGroup(one);
        if (isOffered(one) || !one.isNegated)
            return one;
        return groupOf(SegmentJoin::None, {one.negated()});
    };
    if (rule.join == Join::One)
        return groupOf(SegmentJoin::All, {part(rule)});
    std::vector<SegmentRule> parts;
    for (const SegmentRule &each : rule.parts)
        parts.push_back(part(each));
    return groupOf(joinOf(rule), std::move(parts));
}

bool meanTheSame(const SegmentRule &one, const SegmentRule &other)
{
    // The words have no brackets around one line.
    const auto words = [](const SegmentRule &rule) {
        const Result<SegmentRule> read = SegmentRule::fromText(rule.text());
        return read ? read->text() : rule.text();
    };
    return words(one) == words(other);
}

bool isWritten(const SegmentRule &line)
{
    return isWrittenAs(valueOf(line).value_or(SegmentValue::Text), line.condition);
}

int unwrittenLines(const SegmentRule &rule)
{
    if (rule.join == Join::One)
        return isWritten(rule) ? 0 : 1;
    int lines = 0;
    for (const SegmentRule &part : rule.parts)
        lines += unwrittenLines(part);
    return lines;
}

SegmentRule writtenPart(const SegmentRule &rule)
{
    return written(rule).value_or(SegmentRule::everybody());
}
