#include "cli/command.h"
#include "cli/commandcontext.h"
#include "cli/contactselection.h"
#include "cli/jsonforms.h"
#include "cli/options.h"
#include "exchange/phoneparser.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(ContactEditCommands)
};

/// What --name, --attr, --tag and --untag say.
Result<ContactEdit> readEdit(const Arguments &arguments)
{
    ContactEdit edit;
    if (arguments.has(u"name"_s))
        edit.name = arguments.value(u"name"_s).trimmed();
    const Result<QMap<QString, QString>> attributes = readPairs(arguments.values(u"attr"_s), u"attr"_s);
    if (!attributes)
        return attributes.error();
    edit.attributes = *attributes;
    for (const auto &[option, tags] : {
             std::pair{u"tag"_s,   &edit.addedTags  },
             std::pair{u"untag"_s, &edit.removedTags}
    }) {
        for (const QString &tag : arguments.values(option)) {
            if (tag.trimmed().isEmpty())
                return usageError(Words::tr("A tag is empty."));
            *tags << tag.trimmed();
        }
    }
    return edit;
}

void sayContact(CommandContext &context, const Contact &contact, const QString &sentence)
{
    if (context.isJson())
        context.terminal().json(contactJson(contact));
    else
        context.terminal().line(sentence);
}

Result<> addContact(const Arguments &arguments, CommandContext &context)
{
    const Result<PhoneNumber> phone =
        readPhone(arguments.positional(0), arguments.value(u"default-country"_s));
    if (!phone)
        return phone.error();
    const Result<ContactEdit> edit = readEdit(arguments);
    if (!edit)
        return edit.error();
    const Result<Session *> session = context.session();
    if (!session)
        return session.error();
    ContactStore &contacts = (*session)->contacts();
    const Result<std::optional<Contact>> known = contacts.find(*phone);
    if (!known)
        return known.error();
    if (*known)
        return Error{ErrorKind::Refused,
                     Words::tr("There is a contact %1 already. To change it: contact set").arg(phone->e164()),
                     u"contact_exists"_s,
                     {}};
    const UtcTime now = (*session)->clock().now();
    const Result<Contact> made = contacts.put(*phone, PhoneParser::regionOf(phone->e164()), *edit, now);
    if (!made)
        return made.error();
    if (!arguments.has(u"opt-in-source"_s)) {
        sayContact(context, *made, Words::tr("%1 is in the contact book.").arg(phone->e164()));
        return Done{};
    }
    const Result<> agreed =
        contacts.optIn(*phone, {.at = now, .source = arguments.value(u"opt-in-source"_s)}, now);
    if (!agreed)
        return agreed;
    const Result<std::optional<Contact>> stored = contacts.find(*phone);
    if (!stored)
        return stored.error();
    sayContact(context, stored->value_or(*made), Words::tr("%1 is in the contact book.").arg(phone->e164()));
    return Done{};
}

Result<> setContact(const Arguments &arguments, CommandContext &context)
{
    const Result<ContactEdit> edit = readEdit(arguments);
    if (!edit)
        return edit.error();
    const bool saysNothing =
        !edit->name && edit->attributes.isEmpty() && edit->addedTags.isEmpty() && edit->removedTags.isEmpty();
    if (saysNothing)
        return usageError(Words::tr("Say what to set: --name, --attr, --tag or --untag."));
    const Result<Session *> session = context.session();
    if (!session)
        return session.error();
    const Result<Contact> contact = readContact(arguments.positional(0), **session);
    if (!contact)
        return contact.error();
    const Result<Contact> changed = (*session)->contacts().edit(contact->id, *edit);
    if (!changed)
        return changed.error();
    sayContact(context, *changed, Words::tr("%1 is changed.").arg(changed->phone.e164()));
    return Done{};
}

Result<> tagContacts(const Arguments &arguments, CommandContext &context)
{
    const QStringList added = arguments.values(u"add"_s);
    const QStringList removed = arguments.values(u"remove"_s);
    if (added.isEmpty() && removed.isEmpty())
        return usageError(Words::tr("Say --add TAG or --remove TAG."));
    for (const QString &tag : added + removed) {
        if (tag.trimmed().isEmpty())
            return usageError(Words::tr("A tag is empty."));
    }
    const Result<Session *> session = context.session();
    if (!session)
        return session.error();
    const Result<std::vector<ContactId>> people = readPeople(arguments, **session);
    if (!people)
        return people.error();
    qint64 changed = 0;
    for (const QString &tag : added) {
        const Result<int> tagged = (*session)->contacts().tag(*people, tag);
        if (!tagged)
            return tagged.error();
        changed += *tagged;
    }
    for (const QString &tag : removed) {
        const Result<int> untagged = (*session)->contacts().untag(*people, tag);
        if (!untagged)
            return untagged.error();
        changed += *untagged;
    }
    if (context.isJson())
        context.terminal().json({
            {u"people"_s,  static_cast<qint64>(people->size())},
            {u"changed"_s, changed                            },
        });
    else
        context.terminal().line(Words::tr("%n tag(s) added or removed.", nullptr, static_cast<int>(changed)));
    return Done{};
}

QString kindWord(ContactEvent::Kind kind)
{
    switch (kind) {
    case ContactEvent::Kind::Message: return u"campaign"_s;
    case ContactEvent::Kind::Reply: return u"in"_s;
    case ContactEvent::Kind::Letter: return u"out"_s;
    }
    Q_UNREACHABLE();
}

Result<> showHistory(const Arguments &arguments, CommandContext &context)
{
    const Result<qint64> limit = readCount(arguments, u"limit"_s, 0);
    if (!limit)
        return limit.error();
    const Result<Session *> session = context.session();
    if (!session)
        return session.error();
    const Result<Contact> contact = readContact(arguments.positional(0), **session);
    if (!contact)
        return contact.error();
    const Result<std::vector<ContactEvent>> events =
        (*session)->contacts().history(contact->id, static_cast<int>(*limit));
    if (!events)
        return events.error();
    std::vector<std::vector<Cell>> rows;
    for (const ContactEvent &event : *events) {
        if (context.isJson())
            context.terminal().json({
                {u"kind"_s,        kindWord(event.kind)                                           },
                {u"at"_s,          toIsoText(event.at)                                            },
                {u"text"_s,        event.text                                                     },
                {u"campaign_id"_s,
                 event.campaign ? QJsonValue{event.campaign->value} : QJsonValue{QJsonValue::Null}},
                {u"campaign"_s,    textOrNull(event.campaignName)                                 },
                {u"status"_s,      textOrNull(event.status)                                       },
                {u"opt_out"_s,     event.isOptOut                                                 },
            });
        else
            rows.push_back({toIsoText(event.at), kindWord(event.kind), event.status, event.text});
    }
    if (!context.isJson() && rows.empty())
        context.terminal().message(Words::tr("Nothing has passed between you and this person yet."));
    context.terminal().table({Words::tr("When"), Words::tr("What"), Words::tr("Status"), Words::tr("Text")},
                             rows);
    return Done{};
}

QString reasonText(DuplicateReason reason)
{
    switch (reason) {
    case DuplicateReason::SameUser: return Words::tr("WhatsApp knows them as one person");
    case DuplicateReason::SameNumber: return Words::tr("one number, written in two ways");
    case DuplicateReason::SameNameAndAddress: return Words::tr("the same name and e-mail address");
    }
    Q_UNREACHABLE();
}

Result<> listDuplicates(const Arguments &, CommandContext &context)
{
    const Result<Session *> session = context.session();
    if (!session)
        return session.error();
    const Result<std::vector<DuplicateGroup>> groups = (*session)->contactDesk().duplicates();
    if (!groups)
        return groups.error();
    std::vector<std::vector<Cell>> rows;
    for (const DuplicateGroup &group : *groups) {
        QJsonArray contacts;
        QStringList phones;
        for (const Contact &contact : group.contacts) {
            contacts.append(contactJson(contact));
            phones << contact.phone.e164();
        }
        QJsonArray reasons;
        QStringList why;
        for (const DuplicateReason reason : group.reasons) {
            reasons.append(toWord(reason));
            why << reasonText(reason);
        }
        if (context.isJson())
            context.terminal().json({
                {u"contacts"_s, contacts},
                {u"reasons"_s,  reasons },
            });
        else
            rows.push_back({phones.join(u' '), group.contacts.front().name, why.join(u", "_s)});
    }
    if (context.isJson())
        return Done{};
    if (rows.empty())
        context.terminal().message(Words::tr("No two contacts look like the same person."));
    context.terminal().table({Words::tr("Numbers"), Words::tr("Name"), Words::tr("Why")}, rows);
    if (!rows.empty())
        context.terminal().message(
            Words::tr("To make one of them: contact merge, with the number to keep first."));
    return Done{};
}

Result<> mergeContacts(const Arguments &arguments, CommandContext &context)
{
    std::vector<PhoneNumber> phones;
    for (const QString &given : arguments.positionalsFrom(0)) {
        const Result<PhoneNumber> phone = readExactPhone(given);
        if (!phone)
            return phone.error();
        phones.push_back(*phone);
    }
    const PhoneNumber keep = phones.front();
    phones.erase(phones.begin());
    const Result<Session *> session = context.session();
    if (!session)
        return session.error();
    const Result<MergeOutcome> outcome = (*session)->contactDesk().merge(keep, phones);
    if (!outcome)
        return outcome.error();
    if (context.isJson()) {
        QJsonObject document = contactJson(outcome->contact);
        document.insert(u"merged"_s, outcome->merged);
        document.insert(u"moved"_s, outcome->moved);
        document.insert(u"skipped"_s, outcome->skipped);
        context.terminal().json(document);
        return Done{};
    }
    context.terminal().line(Words::tr("%n contact(s) were merged into %1.", nullptr, outcome->merged)
                                .arg(outcome->contact.phone.e164()));
    if (outcome->moved > 0)
        context.terminal().line(
            Words::tr("%n message(s) not sent yet go to this number now.", nullptr, outcome->moved));
    if (outcome->skipped > 0)
        context.terminal().line(
            Words::tr("%n message(s) not sent yet are left out, because this number gets the same campaign.",
                      nullptr, outcome->skipped));
    if (outcome->contact.isSuppressed)
        context.terminal().line(Words::tr("One of them had opted out, so nobody writes to any of them."));
    return Done{};
}

std::vector<OptionSpec> editOptionSpecs()
{
    return {
        valueOption(u"name"_s, u"TEXT"_s, Words::tr("The person's name.")),
        repeatableOption(u"attr"_s, u"NAME=VALUE"_s,
                         Words::tr("An attribute of your own; an empty value takes it away.")),
        repeatableOption(u"tag"_s, u"TAG"_s, Words::tr("A tag for the person.")),
    };
}

} // namespace

std::vector<Command> contactEditCommands()
{
    const QString phone = u"PHONE"_s;
    return {
        Command(u"contact add"_s, Words::tr("Puts one person into the contact book."))
            .takes(phone)
            .options(editOptionSpecs())
            .option(u"opt-in-source"_s, u"TEXT"_s,
                    Words::tr("The person agreed to get messages: how and where."))
            .option(u"default-country"_s, u"CC"_s, Words::tr("Of a number without its country code."))
            .does(addContact),
        Command(u"contact set"_s, Words::tr("Changes what is known of a person."))
            .takes(phone)
            .options(editOptionSpecs())
            .repeatableOption(u"untag"_s, u"TAG"_s, Words::tr("Takes a tag away."))
            .does(setContact),
        Command(u"contact tag"_s, Words::tr("Tags people, or takes tags away."))
            .takesSeveral(phone, false)
            .repeatableOption(u"add"_s, u"TAG"_s, Words::tr("The tag that they get."))
            .repeatableOption(u"remove"_s, u"TAG"_s, Words::tr("The tag that they lose."))
            .options(contactSelectionSpecs())
            .does(tagContacts),
        Command(u"contact history"_s, Words::tr("What passed between you and a person, the latest first."))
            .takes(phone)
            .option(u"limit"_s, u"N"_s, Words::tr("So many at most; else all."))
            .does(showHistory),
        Command(u"contact duplicates"_s, Words::tr("Contacts that may be the same person, and why."))
            .notes(Words::tr("The number to keep stands first. Reads the whole contact book: some seconds "
                             "where it holds a million people."))
            .does(listDuplicates),
        Command(u"contact merge"_s, Words::tr("Makes one contact of several that are the same person."))
            .takes(u"KEEP"_s)
            .takesSeveral(u"OTHER"_s)
            .notes(Words::tr(
                "The kept contact gets what it lacks: name, attributes, tags, an opt-in. If one of them has "
                "opted out, nobody writes to any of them. What was sent stays as it was. Nobody is written "
                "to at the other numbers any more; they are on the suppression list as “merged”."))
            .does(mergeContacts),
    };
}
