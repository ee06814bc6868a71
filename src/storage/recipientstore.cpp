#include "storage/recipientstore.h"

#include "storage/database.h"
#include "storage/phonepart.h"
#include "storage/recipientrows.h"
#include "storage/sql.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

QString selectRecipients()
{
    return u"SELECT %1 FROM recipient r JOIN campaign c ON c.id = r.campaign_id "_s.arg(recipientColumns());
}

/// A WHERE clause with its values, built up.
struct Condition
{
    QString sql;
    QVariantList values;

    void add(const QString &clause, const QVariantList &bound)
    {
        sql += (sql.isEmpty() ? u"WHERE "_s : u" AND "_s) + clause;
        values += bound;
    }
};

/// The steps of the funnel, in order.
constexpr std::array kSteps{RecipientStatus::Sent, RecipientStatus::Delivered, RecipientStatus::Read,
                            RecipientStatus::Responded};

bool isStep(std::optional<RecipientStatus> status)
{
    return status && std::find(kSteps.begin(), kSteps.end(), *status) != kSteps.end();
}

/// As reachedBy() has it: each step implies those before it.
QString gotAtLeast(RecipientStatus step)
{
    QStringList statuses;
    QStringList times;
    for (auto each = std::find(kSteps.begin(), kSteps.end(), step); each != kSteps.end(); ++each) {
        statuses << u"'%1'"_s.arg(toWord(*each));
        times << u"r.%1_at IS NOT NULL"_s.arg(toWord(*each));
    }
    return u"(r.status IN (%1) OR %2)"_s.arg(statuses.join(u", "_s), times.join(u" OR "_s));
}

Condition conditionFor(const RecipientQuery &query)
{
    Condition condition;
    condition.add(u"r.campaign_id = ?"_s, {query.campaign.value});
    if (query.isAtLeast && isStep(query.status))
        condition.add(gotAtLeast(*query.status), {});
    else if (query.status)
        condition.add(u"r.status = ?"_s, {toWord(*query.status)});
    if (!query.errorCode.isEmpty())
        condition.add(u"r.error_code = ?"_s, {query.errorCode});
    const QString search = query.search.trimmed();
    if (search.isEmpty())
        return condition;
    const QString part = phonePart(search);
    if (part.size() > 1 && part.startsWith(u'+')) {
        // From the beginning of the number: a range of the index instead of everybody.
        condition.add(u"r.phone >= ? AND r.phone < ?"_s, {part, part + u':'}); // ':' follows '9'
    } else if (!part.isEmpty()) {
        condition.add(uR"((r.phone LIKE ? ESCAPE '\' OR r.name LIKE ? ESCAPE '\'))"_s,
                      {likePattern(part), likePattern(search)});
    } else {
        condition.add(uR"(r.name LIKE ? ESCAPE '\')"_s, {likePattern(search)});
    }
    return condition;
}

QString orderColumn(RecipientQuery::Order order)
{
    using enum RecipientQuery::Order;
    switch (order) {
    case Added: return u"r.id"_s;
    case Phone: return u"r.phone"_s;
    case Name: return u"r.name COLLATE NOCASE"_s;
    case Status: return u"r.status"_s;
    case SentAt: return u"r.sent_at"_s;
    case DeliveredAt: return u"r.delivered_at"_s;
    case ReadAt: return u"r.read_at"_s;
    case RespondedAt: return u"r.responded_at"_s;
    case Attempts: return u"r.attempts"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

Result<Recipient> RecipientStore::load(RecipientId id)
{
    Result<std::vector<Recipient>> found = rows({id});
    if (!found)
        return found.error();
    if (found->empty())
        return Error{ErrorKind::NotFound,
                     QCoreApplication::translate("Storage", "This person is not in the campaign any more."),
                     u"no_recipient"_s,
                     {}};
    return std::move(found->front());
}

Result<std::optional<Recipient>> RecipientStore::find(CampaignId campaign, const PhoneNumber &phone)
{
    return firstRow(m_database, selectRecipients() + u"WHERE r.campaign_id = ? AND r.phone = ?"_s,
                    {campaign.value, phone.e164()}, recipientFrom);
}

Result<std::vector<Recipient>> RecipientStore::page(const RecipientQuery &query, int limit,
                                                    std::optional<RecipientId> after)
{
    Condition condition = conditionFor(query);
    condition.add(u"r.id > ?"_s, {after.value_or(RecipientId{}).value});
    condition.values << (limit > 0 ? limit : -1);
    std::vector<Recipient> people;
    const Result<> read =
        forEachRow(m_database, selectRecipients() + condition.sql + u" ORDER BY r.id LIMIT ?"_s,
                   condition.values, [&](const Row &row) { people.push_back(recipientFrom(row)); });
    if (!read)
        return read.error();
    return people;
}

Result<std::vector<RecipientId>> RecipientStore::keys(const RecipientQuery &query, const CancelToken &cancel)
{
    const Condition condition = conditionFor(query);
    const QString direction = query.isDescending ? u" DESC"_s : u""_s;
    const bool isByAge = query.order == RecipientQuery::Order::Added;
    QString sql = u"SELECT r.id FROM recipient r "_s + condition.sql;
    if (!isByAge)
        sql += u" ORDER BY "_s + orderColumn(query.order) + direction + u", r.id"_s;

    std::vector<RecipientId> ids;
    Statement statement{m_database, sql};
    if (const Result<> ran = statement.run(condition.values); !ran)
        return ran.error();
    while (!cancel.isCancelled() && statement.next())
        ids.push_back({statement.row().integer(0)});
    if (const Result<> ended = statement.end(); !ended)
        return ended.error();
    if (isByAge) { // several times quicker than letting SQLite sort
        std::sort(ids.begin(), ids.end());
        if (query.isDescending)
            std::reverse(ids.begin(), ids.end());
    }
    return ids;
}

Result<std::vector<Recipient>> RecipientStore::rows(const std::vector<RecipientId> &ids)
{
    std::vector<Recipient> people;
    people.reserve(ids.size());
    for (const RecipientId id : ids) {
        auto found =
            firstRow(m_database, selectRecipients() + u"WHERE r.id = ?"_s, {id.value}, recipientFrom);
        if (!found)
            return found.error();
        if (*found)
            people.push_back(std::move(**found));
    }
    return people;
}

Result<int> RecipientStore::count(const RecipientQuery &query, const CancelToken &cancel)
{
    if (query.search.trimmed().isEmpty() && query.errorCode.isEmpty()) {
        const QString reached = query.isAtLeast && isStep(query.status) ? u"reached_"_s : QString{};
        const QString column = query.status ? reached + toWord(*query.status)
                                            : u"pending + sending + sent + delivered + read + responded "
                                              "+ failed + opted_out + skipped + unconfirmed"_s;
        const Result<qint64> counted =
            firstInteger(m_database, u"SELECT %1 FROM campaign_counts WHERE campaign_id = ?"_s.arg(column),
                         {query.campaign.value});
        if (!counted)
            return counted.error();
        return static_cast<int>(*counted);
    }
    RecipientQuery inAnyOrder = query;
    inAnyOrder.order = RecipientQuery::Order::Added;
    const Result<std::vector<RecipientId>> found = keys(inAnyOrder, cancel);
    if (!found)
        return found.error();
    return static_cast<int>(found->size());
}

Result<int> RecipientStore::forEach(const RecipientQuery &query,
                                    const std::function<bool(const Recipient &)> &take,
                                    const CancelToken &cancel)
{
    const Condition condition = conditionFor(query);
    Statement statement{m_database, selectRecipients() + condition.sql + u" ORDER BY r.id"_s};
    if (const Result<> ran = statement.run(condition.values); !ran)
        return ran.error();
    int taken = 0;
    while (!cancel.isCancelled() && statement.next()) {
        ++taken;
        if (!take(recipientFrom(statement.row())))
            break;
    }
    if (const Result<> ended = statement.end(); !ended)
        return ended.error();
    return taken;
}
