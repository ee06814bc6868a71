#include "storage/inboxstore.h"

#include "domain/namekey.h"
#include "storage/database.h"
#include "storage/inboxthread.h"
#include "storage/phonepart.h"
#include "storage/sql.h"
#include "storage/trigrams.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <limits>

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Inbox)
};

Error noConversation()
{
    return {ErrorKind::NotFound,
            Words::tr("There is no conversation with this person."),
            u"no_conversation"_s,
            {}};
}

/// A condition on a conversation called c, with its values.
struct Condition
{
    QStringList clauses;
    QVariantList values;

    void add(const QString &clause, const QVariantList &bound = {})
    {
        clauses << u'(' + clause + u')';
        values += bound;
    }
    QString where() const { return clauses.isEmpty() ? QString{} : u" WHERE "_s + clauses.join(u" AND "_s); }
};

const QString kIsStopped = u"EXISTS (SELECT 1 FROM suppression s WHERE s.phone = c.person)"_s;

void addFilter(Condition &condition, InboxQuery::Filter filter, UtcTime now)
{
    switch (filter) {
    case InboxQuery::Filter::All: break;
    case InboxQuery::Filter::Unread: condition.add(u"c.unread > 0"_s); break;
    case InboxQuery::Filter::Unanswered: condition.add(u"c.last_in_id > c.last_out_id"_s); break;
    case InboxQuery::Filter::WindowClosing:
        condition.add(
            u"c.last_in_at > ? AND c.last_in_at <= ?"_s,
            {toMilliseconds(now - kServiceWindow), toMilliseconds(now - kServiceWindow + kClosingWindow)});
        break;
    case InboxQuery::Filter::OptOuts: condition.add(kIsStopped); break;
    }
}

/// The numbers of people with such a name whom the index of the contact book has not copied yet, as JSON.
Result<QString> unindexedPeople(Database &database, const QString &key)
{
    QJsonArray phones;
    const Result<> read = forEachRow(database, uR"(
        SELECT name, phone FROM contact WHERE id > (SELECT indexed_to FROM contact_index)
        UNION ALL SELECT k.name, k.phone FROM contact_stale s JOIN contact k ON k.id = s.contact_id)"_s,
                                     {}, [&](const Row &row) {
                                         if (nameKey(row.text(0)).contains(key))
                                             phones.append(row.text(1));
                                     });
    if (!read)
        return read.error();
    return QString::fromUtf8(QJsonDocument{phones}.toJson(QJsonDocument::Compact));
}

/// What a search means for one conversation: found from an index, or seen when one looks at it.
struct Search
{
    enum class Way {
        FromIndexes, ///< finds few among many
        OneByOne, ///< finds the first of many
    };

    Search(Database &searched, const QString &searchedText, Way chosenWay)
        : database{searched}
        , text{searchedText}
        , key{nameKey(searchedText)}
        , trigrams{trigramQuery(key)}
        , way{chosenWay}
    {
    }

    /// A condition on the conversation called c, and the ids of all that it is true for.
    void add(const QString &condition, const QString &ids, const QVariantList &bound)
    {
        clauses << (way == Way::OneByOne ? condition : ids);
        values += bound;
    }
    void add(const QString &condition, const QVariantList &bound)
    {
        add(condition, u"SELECT c.id FROM conversation c WHERE "_s + condition, bound);
    }
    QString condition() const
    {
        return way == Way::OneByOne ? clauses.join(u" OR "_s)
                                    : u"c.id IN (%1)"_s.arg(clauses.join(u" UNION ALL "_s));
    }

    Database &database;
    QString text;
    QString key; ///< without case and accents
    QString trigrams; ///< empty: too short for the indexes
    Way way;
    QStringList clauses;
    QVariantList values;
};

void addTexts(Search &search)
{
    if (search.trigrams.isEmpty())
        search.add(u"EXISTS (SELECT 1 FROM message m WHERE m.id = c.last_id AND instr(m.text_key, ?) > 0)"_s,
                   {search.key});
    else if (search.way == Search::Way::OneByOne)
        search.add(
            u"EXISTS (SELECT 1 FROM message m WHERE m.conversation_id = c.id AND instr(m.text_key, ?) > 0)"_s,
            {search.key});
    else
        search.add({},
                   uR"(SELECT m.conversation_id FROM message m WHERE instr(m.text_key, ?) > 0 AND m.id IN (
                       SELECT rowid FROM message_search WHERE message_search MATCH ?))"_s,
                   {search.key, search.trigrams});
}

/// Names of the contact book.
Result<> addNames(Search &search)
{
    if (search.trigrams.isEmpty()) { // too short for the index: the people of the list, one by one
        search.add(
            uR"(EXISTS (SELECT 1 FROM contact k WHERE k.phone = c.person AND k.name LIKE ? ESCAPE '\'))"_s,
            {likePattern(search.text)});
        return Done{};
    }
    const Result<QString> unindexed = unindexedPeople(search.database, search.key);
    if (!unindexed)
        return unindexed.error();
    if (search.way == Search::Way::OneByOne)
        search.add(uR"(EXISTS (SELECT 1 FROM contact k JOIN contact_fact f ON f.contact_id = k.id
                       WHERE k.phone = c.person AND instr(f.name_key, ?) > 0))"_s,
                   {search.key});
    else
        search.add({}, uR"(SELECT c.id FROM conversation c WHERE c.person IN (SELECT phone FROM contact_fact
                       WHERE instr(name_key, ?) > 0 AND contact_id IN (
                           SELECT rowid FROM contact_search WHERE contact_search MATCH ?)))"_s,
                   {search.key, search.trigrams});
    search.add(u"c.person IN (SELECT value FROM json_each(?))"_s, {*unindexed});
    return Done{};
}

Result<> addSearch(Database &database, Condition &condition, const QString &text, Search::Way way)
{
    if (text.isEmpty())
        return Done{};
    Search search{database, text, way};
    addTexts(search);
    if (const Result<> added = addNames(search); !added)
        return added;
    search.add(u"c.profile_key <> '' AND instr(c.profile_key, ?) > 0"_s, {search.key});
    if (const QString part = phonePart(text); !part.isEmpty())
        search.add(uR"(c.person LIKE ? ESCAPE '\')"_s, {likePattern(part)});
    condition.add(search.condition(), search.values);
    return Done{};
}

/// Whether so much fits that its first ones are found faster by looking at one conversation after the other.
Result<bool> isCommon(Database &database, const QString &text)
{
    constexpr int kMany = 20'000;
    const QString trigrams = trigramQuery(nameKey(text));
    if (trigrams.isEmpty())
        return true;
    for (const QString &index : {u"message_search"_s, u"contact_search"_s}) {
        const Result<qint64> fitting = firstInteger(
            database, u"SELECT count(*) FROM (SELECT 1 FROM %1 WHERE %1 MATCH ? LIMIT ?)"_s.arg(index),
            {trigrams, kMany});
        if (!fitting)
            return fitting.error();
        if (*fitting == kMany)
            return true;
    }
    return false;
}

Result<Condition> conditionFor(Database &database, const InboxQuery &query, UtcTime now, Search::Way way)
{
    Condition condition;
    addFilter(condition, query.filter, now);
    if (query.campaign)
        condition.add(u"c.id IN (SELECT conversation_id FROM message WHERE campaign_id = ?)"_s,
                      {query.campaign->value});
    if (const Result<> added = addSearch(database, condition, query.search.trimmed(), way); !added)
        return added.error();
    return condition;
}

const QString kSelectConversations = uR"(
    SELECT c.id, c.person, coalesce(nullif(k.name, ''), c.profile_name), k.id, c.draft, m.type, m.text,
           m.direction = 'in', c.last_at, c.last_in_at, c.unread, c.last_in_id > c.last_out_id, )"_s
    + kIsStopped + uR"(, g.id, g.name, a.id
    FROM conversation c
    LEFT JOIN contact k ON k.phone = c.person AND k.id > 0
    LEFT JOIN message m ON m.id = c.last_id
    LEFT JOIN campaign g ON g.id = (SELECT i.campaign_id FROM message i WHERE i.conversation_id = c.id
        AND i.direction = 'in' AND i.type <> 'system' ORDER BY i.at DESC LIMIT 1)
    LEFT JOIN account a ON a.phone_number_id = (SELECT i.phone_number_id FROM message i
        WHERE i.conversation_id = c.id AND i.direction = 'in' AND i.type <> 'system' ORDER BY i.at DESC LIMIT 1)
)"_s;

Conversation conversationFrom(const Row &row)
{
    Conversation conversation;
    conversation.id = {row.integer(0)};
    const QString person = row.text(1);
    (person.startsWith(u'+') ? conversation.phone : conversation.userId) = person;
    conversation.name = row.text(2);
    if (!row.isNull(3))
        conversation.contact = ContactId{row.integer(3)};
    conversation.draft = row.text(4);
    conversation.lastType = row.text(5);
    conversation.lastText = row.text(6);
    conversation.isLastInbound = row.isTrue(7);
    conversation.lastAt = row.time(8);
    if (row.integer(9) != 0)
        conversation.lastInboundAt = row.time(9);
    conversation.unread = row.number(10);
    conversation.isUnanswered = row.isTrue(11);
    conversation.isStopped = row.isTrue(12);
    if (!row.isNull(13))
        conversation.campaign = CampaignId{row.integer(13)};
    conversation.campaignName = row.text(14);
    if (!row.isNull(15))
        conversation.account = AccountId{row.integer(15)};
    return conversation;
}

Result<std::optional<Conversation>> findBy(Database &database, const QString &condition,
                                           const QVariant &value)
{
    return firstRow(database, kSelectConversations + u"WHERE "_s + condition, {value}, conversationFrom);
}

Result<> refresh(Database &database, ConversationId id)
{
    const Result<int> refreshed = execute(
        database, u"INSERT INTO conversation_refresh SELECT id FROM conversation WHERE id = ?"_s, {id.value});
    if (!refreshed)
        return refreshed.error();
    return Done{};
}

/// The latest first.
Result<std::vector<ConversationId>> idsWith(Database &database, const Condition &condition,
                                            std::optional<int> count, const CancelToken &cancel)
{
    std::vector<ConversationId> ids;
    Statement statement{database,
                        u"SELECT c.id FROM conversation c"_s + condition.where()
                            + u" ORDER BY c.last_at DESC, c.id DESC LIMIT ?"_s};
    if (const Result<> ran = statement.run(condition.values + QVariantList{count.value_or(-1)}); !ran)
        return ran.error();
    while (!cancel.isCancelled() && statement.next())
        ids.push_back({statement.row().integer(0)});
    if (const Result<> ended = statement.end(); !ended)
        return ended.error();
    return ids;
}

} // namespace

Result<std::vector<ConversationId>> InboxStore::keys(const InboxQuery &query, UtcTime now,
                                                     const CancelToken &cancel)
{
    const Result<Condition> condition = conditionFor(m_database, query, now, Search::Way::FromIndexes);
    return condition ? idsWith(m_database, *condition, std::nullopt, cancel) : condition.error();
}

Result<std::vector<ConversationId>> InboxStore::firstKeys(const InboxQuery &query, UtcTime now, int count)
{
    const Result<bool> isInMany =
        query.search.trimmed().isEmpty() ? Result<bool>{false} : isCommon(m_database, query.search.trimmed());
    if (!isInMany)
        return isInMany.error();
    const Result<Condition> condition =
        conditionFor(m_database, query, now, *isInMany ? Search::Way::OneByOne : Search::Way::FromIndexes);
    return condition ? idsWith(m_database, *condition, count, {}) : condition.error();
}

Result<std::vector<Conversation>> InboxStore::rows(const std::vector<ConversationId> &ids)
{
    std::vector<Conversation> conversations;
    conversations.reserve(ids.size());
    for (const ConversationId id : ids) {
        Result<std::optional<Conversation>> found = findBy(m_database, u"c.id = ?"_s, id.value);
        if (!found)
            return found.error();
        if (*found)
            conversations.push_back(std::move(**found));
    }
    return conversations;
}

Result<InboxCounts> InboxStore::counts(UtcTime now)
{
    InboxCounts counts;
    using Filter = InboxQuery::Filter;
    for (const auto &[filter, count] : {
             std::pair{Filter::All,           &counts.all          },
             {Filter::Unread,        &counts.unread       },
             {Filter::Unanswered,    &counts.unanswered   },
             {Filter::WindowClosing, &counts.windowClosing}
    }) {
        Condition condition;
        addFilter(condition, filter, now);
        const Result<qint64> counted = firstInteger(
            m_database, u"SELECT count(*) FROM conversation c"_s + condition.where(), condition.values);
        if (!counted)
            return counted.error();
        *count = *counted;
    }
    // From the shorter of the two lists.
    const Result<qint64> stopped = firstInteger(
        m_database, u"SELECT count(*) FROM suppression s CROSS JOIN conversation c ON c.person = s.phone"_s);
    if (!stopped)
        return stopped.error();
    counts.optOuts = *stopped;
    return counts;
}

Result<Conversation> InboxStore::load(ConversationId id)
{
    Result<std::optional<Conversation>> found = findBy(m_database, u"c.id = ?"_s, id.value);
    if (!found)
        return found.error();
    if (!*found)
        return noConversation();
    return std::move(**found);
}

Result<std::optional<Conversation>> InboxStore::find(const PhoneNumber &phone)
{
    return findBy(m_database, u"c.person = ?"_s, phone.e164());
}

Result<std::vector<ThreadItem>> InboxStore::thread(ConversationId id, int limit,
                                                   const std::optional<ThreadPlace> &before)
{
    return inSnapshot(m_database, [&] { return readThread(m_database, id, limit, before); });
}

Result<> InboxStore::markRead(ConversationId id, std::optional<MessageId> upTo)
{
    const qint64 last = upTo ? upTo->value : std::numeric_limits<qint64>::max();
    return inTransaction(m_database, [&]() -> Result<> {
        const Result<int> told = execute(m_database, uR"(
            UPDATE conversation SET read_to_tell = coalesce((SELECT message_id FROM message
                WHERE conversation_id = ? AND direction = 'in' AND type <> 'system' AND is_read = 0 AND id <= ?
                ORDER BY at DESC, id DESC LIMIT 1), read_to_tell) WHERE id = ?)"_s,
                                         {id.value, last, id.value});
        if (!told)
            return told.error();
        const Result<int> read = execute(m_database, uR"(UPDATE message SET is_read = 1
            WHERE conversation_id = ? AND direction = 'in' AND type <> 'system' AND is_read = 0 AND id <= ?)"_s,
                                         {id.value, last});
        return read ? refresh(m_database, id) : read.error();
    });
}

Result<> InboxStore::markUnread(ConversationId id)
{
    return inTransaction(m_database, [&]() -> Result<> {
        const Result<int> unread = execute(m_database, uR"(UPDATE message SET is_read = 0 WHERE id = (
            SELECT id FROM message WHERE conversation_id = ? AND direction = 'in' AND type <> 'system'
            ORDER BY at DESC, id DESC LIMIT 1))"_s,
                                           {id.value});
        return unread ? refresh(m_database, id) : unread.error();
    });
}

Result<std::vector<ReadToTell>> InboxStore::readsToTell(int limit, std::optional<ConversationId> only)
{
    QString condition;
    QVariantList values;
    if (only) {
        condition = u"AND c.id = ?"_s;
        values << only->value;
    }
    // From each account in turn: one without a token must not keep the others back.
    std::vector<ReadToTell> reads;
    const Result<> read = forEachRow(m_database, uR"(
        SELECT conversation, account, message_id FROM (
            SELECT c.id AS conversation, a.id AS account, c.read_to_tell AS message_id,
                   row_number() OVER (PARTITION BY a.id ORDER BY c.id) AS place
            FROM conversation c JOIN message m ON m.message_id = c.read_to_tell
            JOIN account a ON a.phone_number_id = m.phone_number_id
            WHERE c.read_to_tell <> '' %1)
        ORDER BY place, conversation LIMIT ?)"_s.arg(condition),
                                     values << limit, [&](const Row &row) {
                                         reads.push_back({{row.integer(0)}, {row.integer(1)}, row.text(2)});
                                     });
    if (!read)
        return read.error();
    return reads;
}

Result<> InboxStore::noteReadTold(const ReadToTell &told)
{
    const Result<int> noted =
        execute(m_database, u"UPDATE conversation SET read_to_tell = '' WHERE id = ? AND read_to_tell = ?"_s,
                {told.conversation.value, told.messageId});
    if (!noted)
        return noted.error();
    return Done{};
}

Result<> InboxStore::setDraft(ConversationId id, const QString &text)
{
    const Result<int> stored =
        execute(m_database, u"UPDATE conversation SET draft = ? WHERE id = ? AND draft <> ?"_s,
                {text, id.value, text});
    if (!stored)
        return stored.error();
    return Done{};
}

Result<std::vector<QuickAnswer>> InboxStore::quickAnswers()
{
    std::vector<QuickAnswer> answers;
    const Result<> read = forEachRow(m_database, u"SELECT id, name, text FROM quick_answer ORDER BY name"_s,
                                     {}, [&](const Row &row) {
                                         answers.push_back({row.integer(0), row.text(1), row.text(2)});
                                     });
    if (!read)
        return read.error();
    return answers;
}

Result<QuickAnswer> InboxStore::putQuickAnswer(const QuickAnswer &answer)
{
    return inTransaction(m_database, [&]() -> Result<QuickAnswer> {
        const Result<qint64> taken =
            firstInteger(m_database, u"SELECT count(*) FROM quick_answer WHERE name = ? AND id <> ?"_s,
                         {answer.name, answer.id});
        if (!taken)
            return taken.error();
        if (*taken > 0)
            return Error{ErrorKind::Refused,
                         Words::tr("There is a quick answer of this name already."),
                         u"name_taken"_s,
                         {}};
        QuickAnswer stored = answer;
        if (answer.id == 0) {
            const Result<qint64> id =
                insert(m_database, u"INSERT INTO quick_answer (name, text) VALUES (?, ?)"_s,
                       {answer.name, answer.text});
            if (!id)
                return id.error();
            stored.id = *id;
            return stored;
        }
        const Result<int> changed =
            execute(m_database, u"UPDATE quick_answer SET name = ?, text = ? WHERE id = ?"_s,
                    {answer.name, answer.text, answer.id});
        if (!changed)
            return changed.error();
        return stored;
    });
}

Result<> InboxStore::removeQuickAnswer(qint64 id)
{
    const Result<int> removed = execute(m_database, u"DELETE FROM quick_answer WHERE id = ?"_s, {id});
    if (!removed)
        return removed.error();
    return Done{};
}
