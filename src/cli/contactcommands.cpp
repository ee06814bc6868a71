#include "base/interruption.h"
#include "cli/command.h"
#include "cli/commandcontext.h"
#include "cli/contactselection.h"
#include "cli/exitcode.h"
#include "cli/importrun.h"
#include "cli/jsonforms.h"
#include "cli/options.h"
#include "workspace/backup.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QLocale>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kPage = 1000;
constexpr auto kIndexedBetweenWords = 200ms;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(ContactCommands)
};

QString consentOf(const Contact &contact)
{
    if (contact.isSuppressed)
        return Words::tr("opted out");
    return contact.optedInAt ? Words::tr("opted in") : Words::tr("unknown");
}

Result<> listContacts(const Arguments &arguments, CommandContext &context)
{
    const Result<Session *> session = context.session();
    if (!session)
        return session.error();
    const Result<qint64> limit = readCount(arguments, u"limit"_s, 0);
    if (!limit)
        return limit.error();
    const Result<ContactQuery> query = readContactSelection(arguments, **session);
    if (!query)
        return query.error();
    std::optional<ContactId> after;
    if (arguments.has(u"after"_s)) {
        bool isNumber = false;
        after = ContactId{arguments.value(u"after"_s).toLongLong(&isNumber)};
        if (!isNumber)
            return usageError(Words::tr("“%1” is not a cursor.").arg(arguments.value(u"after"_s)));
    }
    std::vector<std::vector<Cell>> rows;
    qint64 left = *limit > 0 ? *limit : std::numeric_limits<qint64>::max();
    while (left > 0) {
        const int atMost = static_cast<int>(std::min<qint64>(left, kPage));
        const Result<std::vector<Contact>> page =
            (*session)->contacts().page(*query, (*session)->clock().now(), atMost, after);
        if (!page)
            return page.error();
        for (const Contact &contact : *page) {
            if (context.isJson())
                context.terminal().json(contactJson(contact));
            else
                rows.push_back({
                    contact.phone.e164(), contact.name,
                    Cell{consentOf(contact), contact.isSuppressed ? Tone::Bad : Tone::Plain}
                });
        }
        left -= static_cast<qint64>(page->size());
        if (page->size() < static_cast<size_t>(atMost))
            break;
        after = page->back().id;
    }
    context.terminal().table({Words::tr("Phone"), Words::tr("Name"), Words::tr("Consent")}, rows);
    return Done{};
}

Result<> showContact(const Arguments &arguments, CommandContext &context)
{
    const Result<Session *> session = context.session();
    if (!session)
        return session.error();
    const Result<PhoneNumber> phone = readPhone(arguments.positional(0));
    if (!phone)
        return phone.error();
    const Result<std::optional<Contact>> found = (*session)->contacts().find(*phone);
    if (!found)
        return found.error();
    if (!*found)
        return noContactError(*phone);
    const Contact &contact = **found;
    if (context.isJson()) {
        context.terminal().json(contactJson(contact));
        return Done{};
    }
    context.terminal().facts({
        {Words::tr("Phone"),   contact.phone.e164()},
        {Words::tr("Name"),    contact.name        },
        {Words::tr("Country"), contact.region      },
        {Words::tr("Consent"), consentOf(contact)  },
    });
    return Done{};
}

Result<std::vector<PhoneNumber>> readPhones(const Arguments &arguments)
{
    std::vector<PhoneNumber> phones;
    for (const QString &given : arguments.positionalsFrom(0)) {
        const Result<PhoneNumber> phone = readPhone(given);
        if (!phone)
            return phone.error();
        phones.push_back(*phone);
    }
    return phones;
}

Result<> changeConsent(CommandContext &context, const std::vector<PhoneNumber> &phones,
                       const std::function<Result<>(ContactStore &, const PhoneNumber &, UtcTime)> &change)
{
    const Result<Session *> session = context.session();
    if (!session)
        return session.error();
    for (const PhoneNumber &phone : phones) {
        if (const Result<> changed = change((*session)->contacts(), phone, (*session)->clock().now());
            !changed)
            return changed;
    }
    if (context.isJson())
        context.terminal().json({
            {u"changed"_s, static_cast<qint64>(phones.size())}
        });
    else
        context.terminal().line(QCoreApplication::translate("ContactCommands", "%n contact(s) changed.",
                                                            nullptr, static_cast<int>(phones.size())));
    return Done{};
}

Result<> optOut(const Arguments &arguments, CommandContext &context)
{
    const Result<std::vector<PhoneNumber>> phones = readPhones(arguments);
    if (!phones)
        return phones.error();
    return changeConsent(context, *phones, [](ContactStore &contacts, const PhoneNumber &phone, UtcTime now) {
        return contacts.optOut(phone, u"person"_s, now);
    });
}

Result<> optIn(const Arguments &arguments, CommandContext &context)
{
    const Result<PhoneNumber> phone = readPhone(arguments.positional(0));
    if (!phone)
        return phone.error();
    return changeConsent(
        context, {*phone},
        [source = arguments.value(u"source"_s)](ContactStore &contacts, const PhoneNumber &who, UtcTime now) {
            return contacts.optIn(who, {.at = now, .source = source}, now);
        });
}

Result<> eraseContact(const Arguments &arguments, CommandContext &context)
{
    const Result<PhoneNumber> phone = readPhone(arguments.positional(0));
    if (!phone)
        return phone.error();
    const Result<Session *> session = context.session();
    if (!session)
        return session.error();
    const Result<ErasureOutcome> erased = (*session)->contactDesk().erase({*phone});
    if (!erased)
        return erased.error();
    if (context.isJson())
        context.terminal().json({
            {u"changed"_s,    erased->people.wereKnown() ? 1 : 0            },
            {u"contacts"_s,   static_cast<qint64>(erased->people.contacts)  },
            {u"recipients"_s, static_cast<qint64>(erased->people.recipients)},
            {u"messages"_s,   static_cast<qint64>(erased->people.messages)  },
            {u"complete"_s,   erased->isComplete                            },
        });
    else
        context.terminal().line(
            erased->people.wereKnown()
                ? Words::tr("The person is erased. Nobody can write to the number any more.")
                : Words::tr("Nothing was known of the number. Nobody can write to it any more."));
    const QString folder = (*session)->workspace().path();
    if (const QStringList kept = keptBackups(folder); !kept.isEmpty())
        context.terminal().message(
            Words::tr("What was kept before a restore still holds the person. Delete it "
                      "when you do not need it any more: %1 in %2")
                .arg(kept.join(u", "_s), folder));
    if (!erased->isComplete)
        context.terminal().message(
            Words::tr("Unused parts of the database file still hold traces, because a campaign is sending or "
                      "another program reads it. Fanfare removes them as soon as nothing is sent; or erase "
                      "the number again then."));
    return Done{};
}

/// Copies who came to where searches find them quickly. Everybody is stored and found without it, so it may
/// fail or be interrupted.
void catchUpIndex(CommandContext &context, Session &session)
{
    QElapsedTimer timer;
    timer.start();
    const Result<qint64> all = session.contactDesk().behindIndex();
    for (bool isLeft = all && *all > 0; isLeft && !Interruption::wasRequested();) {
        const Result<bool> more = session.contactDesk().catchUpIndex(kIndexedBetweenWords);
        const Result<qint64> behind = session.contactDesk().behindIndex();
        isLeft = more && *more && behind;
        if (isLeft)
            context.terminal().progressBar(Words::tr("Preparing searches"),
                                           1 - double(*behind) / double(*all),
                                           QLocale{}.toString(*all - *behind));
    }
    context.terminal().clearProgressBar();
    if (timer.elapsed() >= 1000)
        context.terminal().message(Words::tr("Searches are ready after %1 s.")
                                       .arg(QLocale{}.toString(timer.elapsed() / 1000.0, 'f', 1)));
}

void importContacts(const Arguments &arguments, CommandContext &context)
{
    const Result<Session *> session = context.session();
    if (!session)
        return context.fail(session.error());
    const Result<ImportReport> report =
        runContactImport(arguments, context, **session, arguments.positional(0));
    if (!report)
        return context.fail(report.error());
    if (report->summary.wasCancelled)
        return context.finish(ExitCode::Interrupted);
    if (context.isJson())
        context.terminal().json(importJson(report->summary));
    else
        sayImport(context, report->summary);
    if (!arguments.has(u"dry-run"_s) && !arguments.has(u"no-index"_s))
        catchUpIndex(context, **session);
    context.finish(ExitCode::Done);
}

/// Those whom the command names or picks; without a word of them, everybody.
Result<std::vector<ContactId>> readPeopleOrAll(const Arguments &arguments, Session &session)
{
    if (arguments.positionalsFrom(0).isEmpty() && !hasContactSelection(arguments))
        return session.contacts().keys({}, session.clock().now());
    return readPeople(arguments, session);
}

void exportContacts(const Arguments &arguments, CommandContext &context)
{
    const Result<Session *> session = context.session();
    if (!session)
        return context.fail(session.error());
    const Result<std::vector<ContactId>> people = readPeopleOrAll(arguments, **session);
    if (!people)
        return context.fail(people.error());
    const QString path = arguments.value(u"output"_s);
    CancelToken cancel;
    const auto progress = [&](qint64 done, qint64 total) {
        if (Interruption::wasRequested())
            cancel.cancel();
        context.terminal().progressBar(Words::tr("Writing"),
                                       static_cast<double>(done) / static_cast<double>(total),
                                       QLocale{}.toString(done));
    };
    const Result<std::optional<qint64>> rows =
        (*session)->contactDesk().writeCsv(*people, path, cancel, progress);
    context.terminal().clearProgressBar();
    if (!rows)
        return context.fail(rows.error());
    if (!*rows)
        return context.finish(ExitCode::Interrupted);
    if (context.isJson())
        context.terminal().json({
            {u"path"_s, QFileInfo{path}.absoluteFilePath()},
            {u"rows"_s, **rows                            }
        });
    else
        context.terminal().line(Words::tr("%1: %2 people").arg(path, QLocale{}.toString(**rows)));
    context.finish(ExitCode::Done);
}

} // namespace

std::vector<Command> contactCommands()
{
    return {
        Command(u"contact import"_s, Words::tr("Puts the people of a file into the contact book."))
            .takes(u"FILE"_s)
            .options(contactImportOptionSpecs())
            .options(importOptionSpecs())
            .starts(importContacts),
        Command(u"contact list"_s, Words::tr("The people in the contact book."))
            .options(contactSelectionSpecs())
            .option(u"limit"_s, u"N"_s, Words::tr("So many at most; else all."))
            .option(u"after"_s, u"CURSOR"_s, Words::tr("Those after this one."))
            .does(listContacts),
        Command(u"contact export"_s, Words::tr("Writes people of the contact book into a CSV file."))
            .takesSeveral(u"PHONE"_s, false)
            .options(contactSelectionSpecs())
            .requiredOption(u"output"_s, u"FILE"_s,
                            Words::tr("Where to. The file appears whole or not at all."))
            .notes(Words::tr("Everybody, if no number and no option picks some. The file has consent, tags "
                             "and attributes, and contact import reads it again; what a spreadsheet would "
                             "run as a formula begins with an apostrophe."))
            .starts(exportContacts),
        Command(u"contact show"_s, Words::tr("One person.")).takes(u"PHONE"_s).does(showContact),
        Command(u"contact opt-out"_s, Words::tr("Nobody writes to these numbers any more."))
            .takesSeveral(u"PHONE"_s)
            .does(optOut),
        Command(u"contact opt-in"_s, Words::tr("The person agreed to get messages."))
            .takes(u"PHONE"_s)
            .requiredOption(u"source"_s, u"TEXT"_s, Words::tr("How and where the person agreed."))
            .does(optIn),
        Command(
            u"contact erase"_s,
            Words::tr("Erases a person: a keyed hash of the number stays, so that nobody writes to it again, "
                      "and nothing else."))
            .takes(u"PHONE"_s)
            .notes(
                Words::tr("What campaigns counted stays counted. Backups and files that you saved elsewhere "
                          "are not changed. Only a new opt-in lets the number in again."))
            .does(eraseContact),
    };
}
