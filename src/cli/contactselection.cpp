#include "cli/contactselection.h"

#include "cli/options.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(ContactSelection)
};

} // namespace

const std::vector<OptionSpec> &contactSelectionSpecs()
{
    static const std::vector<OptionSpec> specs{
        valueOption(u"tag"_s, u"TAG"_s, Words::tr("Only those who have it.")),
        valueOption(u"segment"_s, u"NAME"_s, Words::tr("Only those who are in it now.")),
        valueOption(u"where"_s, u"RULE"_s,
                    Words::tr("Only those who meet it now; the rules of segment create.")),
        valueOption(u"search"_s, u"TEXT"_s, Words::tr("A part of the number or the name.")),
    };
    return specs;
}

bool hasContactSelection(const Arguments &arguments)
{
    const std::vector<OptionSpec> &specs = contactSelectionSpecs();
    return std::any_of(specs.begin(), specs.end(),
                       [&](const OptionSpec &spec) { return arguments.has(spec.name); });
}

Result<ContactQuery> readContactSelection(const Arguments &arguments, Session &session)
{
    ContactQuery query;
    query.search = arguments.value(u"search"_s);
    std::vector<SegmentRule> rules;
    if (arguments.has(u"tag"_s))
        rules.push_back(
            SegmentRule::of({.subject = SegmentCondition::Subject::Tag, .value = arguments.value(u"tag"_s)}));
    if (arguments.has(u"segment"_s)) {
        Result<Segment> segment = session.segments().load(arguments.value(u"segment"_s));
        if (!segment)
            return segment.error();
        rules.push_back(std::move(segment->rule));
    }
    if (arguments.has(u"where"_s)) {
        Result<SegmentRule> rule = SegmentRule::fromText(arguments.value(u"where"_s));
        if (!rule)
            return rule.error();
        rules.push_back(*std::move(rule));
    }
    query.rule = rules.size() == 1 ? rules.front() : SegmentRule::all(std::move(rules));
    return query;
}

Result<std::vector<ContactId>> readPeople(const Arguments &arguments, Session &session)
{
    const QStringList given = arguments.positionalsFrom(0);
    if (given.isEmpty() == !hasContactSelection(arguments))
        return usageError(
            Words::tr("Say whom: their numbers, or --tag, --segment, --where or --search, and not both."));
    if (given.isEmpty()) {
        const Result<ContactQuery> query = readContactSelection(arguments, session);
        if (!query)
            return query.error();
        return session.contacts().keys(*query, session.clock().now());
    }
    std::vector<ContactId> people;
    for (const QString &text : given) {
        const Result<Contact> contact = readContact(text, session);
        if (!contact)
            return contact.error();
        people.push_back(contact->id);
    }
    return people;
}

Error noContactError(const PhoneNumber &phone)
{
    return {ErrorKind::NotFound, Words::tr("There is no contact %1.").arg(phone.e164()), u"no_contact"_s, {}};
}

Result<Contact> readContact(const QString &text, Session &session)
{
    const Result<PhoneNumber> phone = readExactPhone(text);
    if (!phone)
        return phone.error();
    Result<std::optional<Contact>> found = session.contacts().find(*phone);
    if (!found)
        return found.error();
    if (!*found)
        return noContactError(*phone);
    return std::move(**found);
}

Result<PhoneNumber> readExactPhone(const QString &text)
{
    if (const std::optional<PhoneNumber> exact = PhoneNumber::fromE164(text.trimmed()))
        return *exact;
    return readPhone(text);
}
