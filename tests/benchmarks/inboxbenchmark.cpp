#include "inboxbenchmark.h"

#include "mediantime.h"

#include "storage/database.h"
#include "storage/inboxstore.h"
#include "storage/sql.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <functional>

using namespace Qt::StringLiterals;

namespace {

constexpr int kFew = 100;
constexpr int kShown = 50; ///< rows of a list, and messages of a conversation
constexpr int kFirst = 300; ///< people that the window asks for at once
const UtcTime kNow = fromMilliseconds(1'795'000'000'000);

struct Step
{
    QString what;
    std::function<Result<>(InboxStore &)> take;
};

template <typename T>
Result<> withoutValue(const Result<T> &result)
{
    return result ? Result<>{Done{}} : result.error();
}

Step firstOf(const QString &what, const InboxQuery &query)
{
    return {what, [query](InboxStore &inbox) -> Result<> {
                Result<std::vector<ConversationId>> keys = inbox.firstKeys(query, kNow, kFirst);
                if (!keys)
                    return keys.error();
                keys->resize(std::min<size_t>(keys->size(), kShown));
                return withoutValue(inbox.rows(*keys));
            }};
}

Step wholeOf(const QString &what, const InboxQuery &query)
{
    return {what, [query](InboxStore &inbox) { return withoutValue(inbox.keys(query, kNow)); }};
}

std::vector<Step> steps()
{
    InboxQuery unread;
    unread.filter = InboxQuery::Filter::Unread;
    const auto search = [](const QString &words) {
        InboxQuery query;
        query.search = words;
        return query;
    };
    const Step conversation{u"ms: a conversation"_s,
                            [](InboxStore &inbox) { return withoutValue(inbox.thread({1}, kShown)); }};
    const Step counts{u"ms: the counts of all filters"_s,
                      [](InboxStore &inbox) { return withoutValue(inbox.counts(kNow)); }};
    return {firstOf(u"ms: the list, as far as it is seen"_s, {}),
            firstOf(u"ms: those not read, as far as they are seen"_s, unread),
            firstOf(u"ms: a search for words of one message"_s, search(u"room 77 still"_s)),
            firstOf(u"ms: a search for a word of every message"_s, search(u"morning"_s)),
            firstOf(u"ms: a search for two letters"_s, search(u"go"_s)),
            firstOf(u"ms: a search for a number"_s, search(u"+91 90100 00001"_s)),
            conversation,
            counts,
            wholeOf(u"ms: the whole list, to be scrolled"_s, {}),
            wholeOf(u"ms: the whole list of a word of every message"_s, search(u"morning"_s))};
}

Result<> fill(Database &database, int messages)
{
    return inTransaction(database, [&] {
        return withoutValue(execute(database, uR"(
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
            INSERT INTO message (direction, message_id, phone, type, profile_name, text, text_key, at, is_read)
            SELECT 'in', 'wamid.' || i, '+9190' || (10000000 + i * 7919 % ?), 'text', 'Person ' || i, 't',
                   'good morning, is room ' || i || ' still free for ' || (i * 31 % 17) || ' nights', i * 1000,
                   i % 3 > 0
            FROM n)"_s,
                                    {messages, messages / 4}));
    });
}

/// What each step takes in an inbox of so many messages.
Result<std::vector<double>> timesWith(int messages)
{
    const QTemporaryDir folder{QCoreApplication::applicationDirPath() + u"/inbox-XXXXXX"_s};
    const Result<std::unique_ptr<Database>> database = Database::create(folder.filePath(u"fanfare.db"_s));
    if (!database)
        return database.error();
    if (const Result<> filled = fill(**database, messages); !filled)
        return filled.error();
    InboxStore inbox{**database};
    std::vector<double> times;
    for (const Step &step : steps()) {
        const Result<double> time = medianTimeOf([&] { return step.take(inbox); });
        if (!time)
            return time.error();
        times.push_back(*time);
    }
    return times;
}

} // namespace

Result<std::vector<Measurement>> measureInbox(int messages)
{
    const Result<std::vector<double>> few = timesWith(kFew);
    if (!few)
        return few.error();
    const Result<std::vector<double>> many = timesWith(messages);
    if (!many)
        return many.error();
    std::vector<Measurement> measurements;
    const std::vector<Step> all = steps();
    for (size_t step = 0; step < all.size(); ++step)
        measurements.push_back({
            u"The inbox, %1 messages"_s.arg(messages), all[step].what, (*many)[step],
            Measurement::Reference{u"%1 messages"_s.arg(kFew), (*few)[step]}
        });
    return measurements;
}
