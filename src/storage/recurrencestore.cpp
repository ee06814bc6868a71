#include "storage/recurrencestore.h"

#include "storage/campaignrows.h"
#include "storage/database.h"
#include "storage/sql.h"

#include <QCoreApplication>
#include <QLocale>

#include <utility>

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(RecurrenceStore)
};

QString forPeople(UtcTime time)
{
    return QLocale{}.toString(toDateTime(time).toLocalTime(), QLocale::ShortFormat);
}

Recurrence recurrenceFrom(const Row &row)
{
    Recurrence recurrence;
    recurrence.pattern = {row.integer(0)};
    recurrence.rule.every = everyFromWord(row.text(1)).value_or(RecurrenceRule::Every::Week);
    recurrence.rule.days = static_cast<quint8>(row.number(2));
    recurrence.rule.dayOfMonth = row.number(3);
    recurrence.rule.minute = row.number(4);
    recurrence.rule.timeZone = row.text(5);
    recurrence.action = occurrenceActionFromWord(row.text(6)).value_or(OccurrenceAction::Draft);
    recurrence.audience = RecurringAudience::parse(row.text(7)).value_or(RecurringAudience{});
    recurrence.nextAt = row.time(8);
    recurrence.problem = row.text(9);
    return recurrence;
}

Result<std::vector<Recurrence>> read(Database &database, const QString &condition, const QVariantList &values)
{
    std::vector<Recurrence> found;
    const Result<> done = forEachRow(
        database,
        uR"(SELECT campaign_id, every, days, day_of_month, minute, time_zone, action, audience, next_at,
                             problem FROM recurrence )"_s
            + condition + u" ORDER BY next_at, campaign_id"_s,
        values, [&](const Row &row) { found.push_back(recurrenceFrom(row)); });
    if (!done)
        return done.error();
    return found;
}

Occurrence occurrenceFrom(const Row &row)
{
    return {{row.integer(0)},
            row.time(1),
            {row.integer(2)},
            occurrenceActionFromWord(row.text(3)).value_or(OccurrenceAction::Draft),
            RecurringAudience::parse(row.text(4)).value_or(RecurringAudience{})};
}

} // namespace

Result<> RecurrenceStore::set(const Recurrence &recurrence, UtcTime now)
{
    return inTransaction(m_database, [&]() -> Result<> {
        if (const Result<Campaign> known = loadCampaign(m_database, recurrence.pattern); !known)
            return known.error();
        const Result<int> stored = execute(
            m_database, uR"(INSERT OR REPLACE INTO recurrence (campaign_id, every, days, day_of_month, minute,
                                time_zone, action, audience, next_at, problem)
                            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?))"_s,
            {recurrence.pattern.value, toWord(recurrence.rule.every), recurrence.rule.days,
             recurrence.rule.dayOfMonth, recurrence.rule.minute, recurrence.rule.timeZone,
             toWord(recurrence.action), recurrence.audience.text(), toMilliseconds(recurrence.nextAt),
             recurrence.problem});
        if (!stored)
            return stored.error();
        return noteActivity(
            m_database, recurrence.pattern,
            Words::tr("It is repeated from now on, next on %1.").arg(forPeople(recurrence.nextAt)), now);
    });
}

Result<bool> RecurrenceStore::stop(CampaignId pattern, UtcTime now)
{
    return inTransaction(m_database, [&]() -> Result<bool> {
        const Result<int> stopped =
            execute(m_database, u"DELETE FROM recurrence WHERE campaign_id = ?"_s, {pattern.value});
        if (!stopped)
            return stopped.error();
        if (*stopped == 0)
            return false;
        const Result<> noted =
            noteActivity(m_database, pattern, Words::tr("It is not repeated any more."), now);
        if (!noted)
            return noted.error();
        return true;
    });
}

Result<std::optional<Recurrence>> RecurrenceStore::find(CampaignId pattern)
{
    const Result<std::vector<Recurrence>> found =
        read(m_database, u"WHERE campaign_id = ?"_s, {pattern.value});
    if (!found)
        return found.error();
    return found->empty() ? std::optional<Recurrence>{} : std::optional{found->front()};
}

Result<std::vector<Recurrence>> RecurrenceStore::list()
{
    return read(m_database, {}, {});
}

Result<std::vector<Recurrence>> RecurrenceStore::due(UtcTime now)
{
    return read(m_database, u"WHERE next_at <= ?"_s, {toMilliseconds(now)});
}

Result<std::optional<Occurrence>> RecurrenceStore::begin(const Recurrence &seen, const DueOccurrence &due,
                                                         const QString &name, UtcTime now)
{
    return inTransaction(m_database, [&]() -> Result<std::optional<Occurrence>> {
        const Result<int> advanced =
            execute(m_database, u"UPDATE recurrence SET next_at = ? WHERE campaign_id = ? AND next_at = ?"_s,
                    {toMilliseconds(due.next), seen.pattern.value, toMilliseconds(seen.nextAt)});
        if (!advanced)
            return advanced.error();
        if (*advanced == 0)
            return std::optional<Occurrence>{};
        const Result<qint64> known =
            firstInteger(m_database, u"SELECT count(*) FROM occurrence WHERE pattern_id = ? AND due_at = ?"_s,
                         {seen.pattern.value, toMilliseconds(due.due)});
        if (!known)
            return known.error();
        if (*known > 0) // set anew after this time was made
            return std::optional<Occurrence>{};
        Result<Campaign> draft = loadCampaign(m_database, seen.pattern);
        if (!draft)
            return draft.error();
        const QString patternName = std::exchange(draft->name, name);
        const Result<CampaignId> id = insertDraft(m_database, *draft, now);
        if (!id)
            return id.error();
        const Occurrence occurrence{seen.pattern, due.due, *id, seen.action, seen.audience};
        const Result<qint64> stored = insert(
            m_database,
            uR"(INSERT INTO occurrence (pattern_id, due_at, campaign_id, action, audience) VALUES (?, ?, ?, ?, ?))"_s,
            {occurrence.pattern.value, toMilliseconds(occurrence.due), id->value, toWord(occurrence.action),
             occurrence.audience.text()});
        if (!stored)
            return stored.error();
        if (due.skipped > 0) {
            const QString what =
                Words::tr("%n earlier time(s) had passed while Fanfare was not running and were "
                          "left out.",
                          nullptr, due.skipped);
            if (const Result<> noted = noteActivity(m_database, seen.pattern, what, now); !noted)
                return noted.error();
        }
        const Result<> noted = noteActivity(
            m_database, *id, Words::tr("Made from “%1”, which is repeated.").arg(patternName), now);
        if (!noted)
            return noted.error();
        return std::optional{occurrence};
    });
}

Result<bool> RecurrenceStore::complete(const Occurrence &occurrence, const QString &problem, UtcTime now)
{
    return inTransaction(m_database, [&]() -> Result<bool> {
        const Result<int> completed = execute(
            m_database,
            u"UPDATE occurrence SET is_complete = 1 WHERE pattern_id = ? AND due_at = ? AND is_complete = 0"_s,
            {occurrence.pattern.value, toMilliseconds(occurrence.due)});
        if (!completed)
            return completed.error();
        if (*completed == 0)
            return false;
        const Result<int> noted =
            execute(m_database, u"UPDATE recurrence SET problem = ? WHERE campaign_id = ?"_s,
                    {problem, occurrence.pattern.value});
        if (!noted)
            return noted.error();
        if (problem.isEmpty())
            return true;
        for (const CampaignId id : {occurrence.campaign, occurrence.pattern}) {
            const Result<> told =
                noteActivity(m_database, id, Words::tr("Made, but not sent: %1").arg(problem), now);
            if (!told)
                return told.error();
        }
        return true;
    });
}

Result<std::vector<Occurrence>> RecurrenceStore::incomplete()
{
    std::vector<Occurrence> found;
    const Result<> done =
        forEachRow(m_database, uR"(SELECT pattern_id, due_at, campaign_id, action, audience FROM occurrence
                        WHERE is_complete = 0 ORDER BY due_at)"_s,
                   {}, [&](const Row &row) { found.push_back(occurrenceFrom(row)); });
    if (!done)
        return done.error();
    return found;
}

Result<bool> RecurrenceStore::isIncomplete(CampaignId campaign)
{
    const Result<qint64> found = firstInteger(
        m_database, u"SELECT count(*) FROM occurrence WHERE campaign_id = ? AND is_complete = 0"_s,
        {campaign.value});
    if (!found)
        return found.error();
    return *found > 0;
}

Result<std::optional<CampaignId>> RecurrenceStore::patternOf(CampaignId campaign)
{
    return firstRow(m_database, u"SELECT pattern_id FROM occurrence WHERE campaign_id = ?"_s,
                    {campaign.value}, [](const Row &row) { return CampaignId{row.integer(0)}; });
}
