#include "cli/command.h"
#include "cli/commandcontext.h"
#include "cli/contactselection.h"
#include "cli/jsonforms.h"
#include "cli/options.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace {

constexpr int kPage = 1000;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(SuppressionCommands)
};

Result<> listNumbers(const Arguments &arguments, CommandContext &context)
{
    const Result<qint64> limit = readCount(arguments, u"limit"_s, 0);
    if (!limit)
        return limit.error();
    const Result<Session *> session = context.session();
    if (!session)
        return session.error();
    SuppressionStore &numbers = (*session)->suppressions();
    QString after = arguments.value(u"after"_s);
    std::vector<std::vector<Cell>> rows;
    qint64 left = *limit > 0 ? *limit : std::numeric_limits<qint64>::max();
    while (left > 0) {
        const int atMost = static_cast<int>(std::min<qint64>(left, kPage));
        const Result<std::vector<SuppressedNumber>> page = numbers.page(atMost, after);
        if (!page)
            return page.error();
        for (const SuppressedNumber &number : *page) {
            if (context.isJson())
                context.terminal().json({
                    {u"phone"_s,    number.phone.e164()      },
                    {u"name"_s,     textOrNull(number.name)  },
                    {u"source"_s,   number.source            },
                    {u"added_at"_s, toIsoText(number.addedAt)},
                    {u"cursor"_s,   number.phone.e164()      },
                });
            else
                rows.push_back({number.phone.e164(), number.name, number.source, toIsoText(number.addedAt)});
        }
        left -= static_cast<qint64>(page->size());
        if (page->size() < static_cast<size_t>(atMost))
            break;
        after = page->back().phone.e164();
    }
    if (context.isJson())
        return Done{};
    const Result<qint64> erased = numbers.erasedPeople();
    if (!erased)
        return erased.error();
    if (rows.empty())
        context.terminal().message(Words::tr("No number is on the suppression list."));
    context.terminal().table({Words::tr("Phone"), Words::tr("Name"), Words::tr("Source"), Words::tr("Since")},
                             rows);
    if (*erased > 0)
        context.terminal().message(
            Words::tr("%n erased person(s) get nothing either; only hashes are kept of them.", nullptr,
                      static_cast<int>(*erased)));
    return Done{};
}

Result<std::vector<PhoneNumber>> readNumbers(const Arguments &arguments)
{
    std::vector<PhoneNumber> phones;
    for (const QString &given : arguments.positionalsFrom(0)) {
        const Result<PhoneNumber> phone = readExactPhone(given);
        if (!phone)
            return phone.error();
        phones.push_back(*phone);
    }
    return phones;
}

void sayChanged(CommandContext &context, qint64 changed, const QString &sentence)
{
    if (context.isJson())
        context.terminal().json({
            {u"changed"_s, changed}
        });
    else
        context.terminal().line(sentence);
}

Result<> addNumbers(const Arguments &arguments, CommandContext &context)
{
    const Result<std::vector<PhoneNumber>> phones = readNumbers(arguments);
    if (!phones)
        return phones.error();
    const QString source = arguments.value(u"source"_s, u"person"_s).trimmed();
    if (SuppressionStore::isReserved(source))
        return usageError(
            Words::tr("“%1” is a word that Fanfare itself uses. Say it in other words.").arg(source));
    const Result<Session *> session = context.session();
    if (!session)
        return session.error();
    int changed = 0;
    for (const PhoneNumber &phone : *phones) {
        const Result<bool> added = (*session)->suppressions().add(phone, source, (*session)->clock().now());
        if (!added)
            return added.error();
        changed += *added ? 1 : 0;
    }
    sayChanged(context, changed,
               Words::tr("%n number(s) added. Nobody writes to them any more.", nullptr, changed));
    return Done{};
}

Result<> removeNumbers(const Arguments &arguments, CommandContext &context)
{
    const Result<std::vector<PhoneNumber>> phones = readNumbers(arguments);
    if (!phones)
        return phones.error();
    const Result<Session *> session = context.session();
    if (!session)
        return session.error();
    for (const PhoneNumber &phone : *phones) {
        if (const Result<> removed = (*session)->suppressions().remove(phone); !removed)
            return removed;
    }
    const int changed = static_cast<int>(phones->size());
    sayChanged(context, changed, Words::tr("%n number(s) may be written to again.", nullptr, changed));
    return Done{};
}

} // namespace

std::vector<Command> suppressionCommands()
{
    return {
        Command(u"suppression list"_s, Words::tr("The numbers that nobody writes to, and why."))
            .option(u"limit"_s, u"N"_s, Words::tr("So many at most; else all."))
            .option(u"after"_s, u"CURSOR"_s, Words::tr("Those after this one."))
            .does(listNumbers),
        Command(u"suppression add"_s,
                Words::tr("Nobody writes to these numbers any more, whatever they come from."))
            .takesSeveral(u"PHONE"_s)
            .option(u"source"_s, u"TEXT"_s, Words::tr("Why, in your words."))
            .does(addNumbers),
        Command(u"suppression remove"_s, Words::tr("Takes numbers off the list that a person put there."))
            .takesSeveral(u"PHONE"_s)
            .notes(Words::tr("Who asked for it, by an answer or in WhatsApp, who was erased, and whose "
                             "contact was merged into another one comes back by a new opt-in only: contact "
                             "opt-in."))
            .does(removeNumbers),
    };
}
