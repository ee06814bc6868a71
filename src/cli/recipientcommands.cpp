#include "cli/campaignview.h"
#include "cli/command.h"
#include "cli/commandcontext.h"
#include "cli/importrun.h"
#include "cli/jsonforms.h"
#include "cli/namedcampaign.h"
#include "cli/options.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

constexpr int kPage = 1000;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(CampaignCommands)
};

Result<> addPerson(Session &session, const Campaign &campaign, const Arguments &arguments,
                   CommandContext &context)
{
    const Result<PhoneNumber> phone =
        readPhone(arguments.value(u"phone"_s), arguments.value(u"default-country"_s));
    if (!phone)
        return phone.error();
    const Result<Variables> variables = readPairs(arguments.values(u"var"_s), u"var"_s);
    if (!variables)
        return variables.error();
    if (const Result<MessageTemplate> chosen = session.campaignDesk().templateOf(campaign)) {
        QStringList keys;
        for (const TemplateVariable &variable : chosen->variables())
            keys << variable.key;
        for (auto given = variables->begin(); given != variables->end(); ++given) {
            if (!keys.contains(given.key()))
                return Error{ErrorKind::BadInput,
                             Words::tr("The template has no variable “%1”. It has: %2")
                                 .arg(given.key(), keys.join(u", "_s)),
                             u"unknown_variable"_s,
                             {}};
        }
    }
    const NewRecipient person{*phone, PhoneParser::regionOf(phone->e164()), arguments.value(u"name"_s),
                              *variables};
    const Result<std::vector<AddVerdict>> verdicts =
        session.campaigns().addRecipients(campaign.id, {person}, session.clock().now());
    if (!verdicts)
        return verdicts.error();
    if (verdicts->front() == AddVerdict::OptedOut)
        return Error{
            ErrorKind::Refused, Words::tr("%1 has opted out.").arg(phone->e164()), u"opted_out"_s, {}};
    const bool isAdded = verdicts->front() == AddVerdict::Added;
    if (context.isJson())
        context.terminal().json({
            {u"id"_s,     campaign.id.value     },
            {u"status"_s, toWord(campaign.state)},
            {u"phone"_s,  phone->e164()         },
            {u"added"_s,  isAdded               },
        });
    else
        context.terminal().line(isAdded ? Words::tr("%1 is added.").arg(phone->e164())
                                        : Words::tr("%1 is in the campaign already.").arg(phone->e164()));
    return Done{};
}

void importPeople(Session &session, const Campaign &campaign, const Arguments &arguments,
                  CommandContext &context)
{
    const Result<ImportReport> report =
        runImport(arguments, context, session, campaign, arguments.positional(1));
    if (!report)
        return context.fail(report.error());
    if (report->summary.wasCancelled)
        return context.finish(ExitCode::Interrupted);
    if (context.isJson())
        context.terminal().json(importJson(report->summary));
    else
        sayImport(context, report->summary);
    context.finish(ExitCode::Done);
}

Result<> removePeople(Session &session, const Campaign &campaign, const Arguments &arguments,
                      CommandContext &context)
{
    std::vector<PhoneNumber> phones;
    for (const QString &given : arguments.positionalsFrom(1)) {
        const Result<PhoneNumber> phone = readPhone(given, arguments.value(u"default-country"_s));
        if (!phone)
            return phone.error();
        phones.push_back(*phone);
    }
    const Result<int> removed = session.campaigns().removeRecipients(campaign.id, phones);
    if (!removed)
        return removed.error();
    if (context.isJson())
        context.terminal().json({
            {u"id"_s,      campaign.id.value     },
            {u"status"_s,  toWord(campaign.state)},
            {u"removed"_s, *removed              },
        });
    else
        context.terminal().line(
            QCoreApplication::translate("CampaignCommands", "%n person(s) removed.", nullptr, *removed));
    return Done{};
}

Result<> listRecipients(Session &session, const Campaign &campaign, const Arguments &arguments,
                        CommandContext &context)
{
    const Result<qint64> limit = readCount(arguments, u"limit"_s, std::numeric_limits<qint64>::max());
    if (!limit)
        return limit.error();
    RecipientQuery query;
    query.campaign = campaign.id;
    query.search = arguments.value(u"search"_s);
    if (arguments.has(u"status"_s)) {
        query.status = recipientStatusFromWord(arguments.value(u"status"_s));
        if (!query.status)
            return usageError(
                Words::tr("“%1” is not the status of a recipient.").arg(arguments.value(u"status"_s)));
    }
    std::optional<RecipientId> after;
    if (arguments.has(u"after"_s)) {
        bool isNumber = false;
        after = RecipientId{arguments.value(u"after"_s).toLongLong(&isNumber)};
        if (!isNumber)
            return usageError(Words::tr("“%1” is not a cursor.").arg(arguments.value(u"after"_s)));
    }
    std::vector<std::vector<Cell>> rows;
    for (qint64 left = *limit; left > 0;) {
        const int size = static_cast<int>(std::min<qint64>(left, kPage));
        const Result<std::vector<Recipient>> page = session.recipients().page(query, size, after);
        if (!page)
            return page.error();
        for (const Recipient &person : *page) {
            if (context.isJson())
                context.terminal().json(recipientJson(person));
            else
                rows.push_back({
                    person.phone.e164(), person.name,
                    Cell{toWord(person.progress.status), toneOf(person.progress.status)},
                    Cell::number(person.attempts), shownTime(person.progress.sentAt),
                    shownTime(person.progress.deliveredAt), shownTime(person.progress.readAt),
                    person.error ? person.error->message : person.response
                });
        }
        left -= static_cast<qint64>(page->size());
        if (page->size() < static_cast<size_t>(size))
            break;
        after = page->back().id;
    }
    context.terminal().table({Words::tr("Phone"), Words::tr("Name"), Words::tr("Status"), Words::tr("Tries"),
                              Words::tr("Sent"), Words::tr("Delivered"), Words::tr("Read"),
                              Words::tr("Remark")},
                             rows);
    return Done{};
}

} // namespace

std::vector<Command> recipientCommands()
{
    const QString countryHelp = Words::tr("Country of numbers without a country code: ES, IN …");
    const QString id = u"ID"_s;
    return {
        Command(u"campaign add"_s, Words::tr("Adds a person to a draft."))
            .takes(id)
            .requiredOption(u"phone"_s, u"PHONE"_s, Words::tr("With its country code."))
            .option(u"name"_s, u"NAME"_s, Words::tr("The person's name."))
            .repeatableOption(u"var"_s, u"KEY=VALUE"_s, Words::tr("A variable's value."))
            .option(u"default-country"_s, u"CC"_s, countryHelp)
            .does(withCampaign(addPerson)),
        Command(u"campaign import"_s, Words::tr("Adds the people of a file to a draft: CSV, XLSX or vCard."))
            .takes(id)
            .takes(u"FILE"_s)
            .options(importOptionSpecs())
            .starts(withCampaign(importPeople)),
        Command(u"campaign remove"_s, Words::tr("Takes people out of a draft."))
            .takes(id)
            .takesSeveral(u"PHONE"_s)
            .option(u"default-country"_s, u"CC"_s, countryHelp)
            .does(withCampaign(removePeople)),
        Command(u"campaign recipients"_s, Words::tr("The people of a campaign and what became of each."))
            .takes(id)
            .option(u"status"_s, u"STATUS"_s, Words::tr("Only those: sent, failed, unconfirmed …"))
            .option(u"search"_s, u"TEXT"_s, Words::tr("A part of the number or the name."))
            .option(u"limit"_s, u"N"_s, Words::tr("So many at most; else all."))
            .option(u"after"_s, u"CURSOR"_s, Words::tr("Those after this one."))
            .does(withCampaign(listRecipients)),
    };
}
