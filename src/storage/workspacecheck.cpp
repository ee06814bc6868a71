#include "storage/workspacecheck.h"

#include "domain/ids.h"
#include "domain/recipientstatus.h"
#include "storage/abtestcheck.h"
#include "storage/campaigntally.h"
#include "storage/database.h"
#include "storage/sql.h"

#include <QCoreApplication>

#include <array>
#include <map>

using namespace Qt::StringLiterals;

namespace {

constexpr size_t kSteps = 5; // sent, delivered, read, responded, failed

class Words
{
    Q_DECLARE_TR_FUNCTIONS(WorkspaceCheck)
};

std::array<QString, 4> reachedNames()
{
    return {u"reached.sent"_s, u"reached.delivered"_s, u"reached.read"_s, u"reached.responded"_s};
}

/// The counters of one campaign by name.
using Counters = std::map<QString, qint64>;
using CountersByCampaign = std::map<qint64, Counters>;

Result<CountersByCampaign> storedCounters(Database &database)
{
    CountersByCampaign counters;
    const Result<> read = forEachRow(
        database,
        uR"(SELECT c.id, n.pending, n.sending, n.sent, n.delivered, n.read, n.responded, n.failed, n.opted_out,
                   n.skipped, n.unconfirmed, n.reached_sent, n.reached_delivered, n.reached_read,
                   n.reached_responded
            FROM campaign c LEFT JOIN campaign_counts n ON n.campaign_id = c.id)"_s,
        {}, [&](const Row &row) {
            Counters &ofCampaign = counters[row.integer(0)];
            int column = 1;
            for (const RecipientStatus status : kRecipientStatuses)
                ofCampaign[toWord(status)] = row.integer(column++);
            for (const QString &name : reachedNames())
                ofCampaign[name] = row.integer(column++);
        });
    if (!read)
        return read.error();
    return counters;
}

/// The same, counted from the rows.
Result<CountersByCampaign> countedCounters(Database &database)
{
    CountersByCampaign counters;
    const Result<> read = forEachRow(
        database,
        uR"(SELECT campaign_id, status, min(sent_at), min(delivered_at), min(read_at), min(responded_at), count(*)
            FROM recipient GROUP BY campaign_id, status, sent_at IS NULL, delivered_at IS NULL,
                read_at IS NULL, responded_at IS NULL)"_s,
        {}, [&](const Row &row) {
            const qint64 people = row.integer(6);
            Counters &ofCampaign = counters[row.integer(0)];
            ofCampaign[row.text(1)] += people;
            const DeliveryProgress progress{
                recipientStatusFromWord(row.text(1)).value_or(RecipientStatus::Skipped),
                row.optionalTime(2),
                row.optionalTime(3),
                row.optionalTime(4),
                row.optionalTime(5),
                {}};
            const Reached reached = reachedBy(progress);
            const std::array steps{reached.sent, reached.delivered, reached.read, reached.responded};
            for (size_t step = 0; step < steps.size(); ++step)
                ofCampaign[reachedNames()[step]] += steps[step] ? people : 0;
        });
    if (!read)
        return read.error();
    return counters;
}

using Minute = std::pair<qint64, qint64>; // campaign, minute
using TimeLine = std::map<Minute, std::array<qint64, kSteps>>;

Result<TimeLine> storedTimeLine(Database &database)
{
    TimeLine line;
    const Result<> read = forEachRow(
        database,
        u"SELECT campaign_id, minute, sent, delivered, read, responded, failed FROM campaign_minute"_s, {},
        [&](const Row &row) {
            std::array<qint64, kSteps> steps{};
            for (size_t step = 0; step < kSteps; ++step)
                steps[step] = row.integer(static_cast<int>(step) + 2);
            if (steps != std::array<qint64, kSteps>{})
                line[{row.integer(0), row.integer(1)}] = steps;
        });
    if (!read)
        return read.error();
    return line;
}

/// How many of a campaign, by what they are counted under.
using Entries = std::map<std::pair<qint64, QString>, qint64>;

QString delayName(const QString &step, qint64 delay)
{
    return step + u'/' + QString::number(delay);
}

Result<Entries> storedDelays(Database &database)
{
    Entries delays;
    const Result<> read = forEachRow(
        database, u"SELECT campaign_id, step, delay, people FROM campaign_delay WHERE people <> 0"_s, {},
        [&](const Row &row) {
            delays[{row.integer(0), delayName(row.text(1), row.integer(2))}] = row.integer(3);
        });
    if (!read)
        return read.error();
    return delays;
}

Result<Entries> countedDelays(Database &database)
{
    Entries delays;
    for (const QString &step : {u"delivered"_s, u"read"_s, u"responded"_s}) {
        const QString sql = uR"(SELECT campaign_id, %1_at - sent_at, count(*) FROM recipient
                                WHERE sent_at IS NOT NULL AND %1_at IS NOT NULL GROUP BY 1, 2)"_s.arg(step);
        const Result<> read = forEachRow(database, sql, {}, [&](const Row &row) {
            const qint64 kept = keptDelay(UtcTime{}, fromMilliseconds(row.integer(1)));
            delays[{row.integer(0), delayName(step, kept)}] += row.integer(2);
        });
        if (!read)
            return read.error();
    }
    return delays;
}

Result<Entries> entriesOf(Database &database, const QString &sql)
{
    Entries entries;
    const Result<> read = forEachRow(database, sql, {}, [&](const Row &row) {
        entries[{row.integer(0), row.text(1)}] = row.integer(2);
    });
    if (!read)
        return read.error();
    return entries;
}

/// How many entries differ, by campaign.
std::map<qint64, int> differences(Entries stored, const Entries &counted)
{
    std::map<qint64, int> wrong;
    for (const auto &[name, people] : counted) {
        if (stored[name] != people)
            ++wrong[name.first];
    }
    for (const auto &[name, people] : stored) {
        if (people != 0 && !counted.contains(name))
            ++wrong[name.first];
    }
    return wrong;
}

/// Figures that are kept, how to count them again, and what to say where they differ.
struct KeptFigures
{
    QString kept;
    QString counted;
    const char *sentence;
};

const KeptFigures kPriceFigures{
    u"SELECT campaign_id, price, messages FROM campaign_price WHERE messages <> 0"_s,
    uR"(SELECT r.campaign_id, a.price, count(*)
        FROM attempt a JOIN recipient r ON r.id = a.recipient_id WHERE a.price <> '' GROUP BY 1, 2)"_s,
    QT_TRANSLATE_NOOP("WorkspaceCheck", "Campaign %1: the prices differ from the messages in %2 entries.")};

const KeptFigures kFailureFigures{
    uR"(SELECT campaign_id, quarter || '/' || place || '/' || code, people FROM campaign_failure
        WHERE people <> 0)"_s,
    uR"(SELECT campaign_id, (left_at / 900000) || '/' || place || '/' || error_code, count(*) FROM recipient
        WHERE left_at IS NOT NULL AND status = 'failed' GROUP BY 1, 2)"_s,
    QT_TRANSLATE_NOOP("WorkspaceCheck",
                      "Campaign %1: the failures by the hour differ from the people in %2 entries.")};

/// People by the quarter of an hour in which their message left: an entry for each step.
KeptFigures quarterFigures()
{
    const QString kept =
        u"SELECT campaign_id, '%1/' || quarter || '/' || place, %1 FROM campaign_quarter WHERE %1 <> 0"_s;
    const QString counted = uR"(SELECT campaign_id, '%1/' || (left_at / 900000) || '/' || place, count(*)
        FROM recipient WHERE left_at IS NOT NULL AND %2 GROUP BY 1, 2)"_s;
    const std::array steps{
        std::pair{u"tried"_s,     u"(steps_reached > 0 OR status = 'failed')"_s},
        std::pair{u"sent"_s,      u"steps_reached >= 1"_s                      },
        std::pair{u"delivered"_s, u"steps_reached >= 2"_s                      },
        std::pair{u"read"_s,      u"steps_reached >= 3"_s                      },
        std::pair{u"responded"_s, u"steps_reached >= 4"_s                      },
    };
    QStringList keptOfSteps;
    QStringList countedOfSteps;
    for (const auto &[step, condition] : steps) {
        keptOfSteps << kept.arg(step);
        countedOfSteps << counted.arg(step, condition);
    }
    return {keptOfSteps.join(u" UNION ALL "_s), countedOfSteps.join(u" UNION ALL "_s),
            QT_TRANSLATE_NOOP("WorkspaceCheck",
                              "Campaign %1: the figures by the hour differ from the people in %2 entries.")};
}

Result<> addDifferences(Database &database, std::vector<QString> &problems, const KeptFigures &figures)
{
    const Result<Entries> kept = entriesOf(database, figures.kept);
    const Result<Entries> counted = entriesOf(database, figures.counted);
    if (!kept || !counted)
        return kept ? counted.error() : kept.error();
    for (const auto &[campaign, entries] : differences(*kept, *counted))
        problems.push_back(
            Words::tr(figures.sentence).arg(QString::number(campaign), QString::number(entries)));
    return Done{};
}

/// What is charged for and what is reserved of budgets, against the messages.
Result<> addCostProblems(Database &database, std::vector<QString> &problems)
{
    // Whose number was erased cannot be told any more, so countries are left out.
    const Result<Entries> keptCharges = entriesOf(
        database,
        u"SELECT campaign_id, quarter || '/' || price, sum(messages) FROM campaign_charge GROUP BY 1, 2"_s);
    const Result<Entries> charges =
        entriesOf(database, uR"(SELECT r.campaign_id, (a.priced_at / 900000) || '/' || a.price, count(*)
        FROM attempt a JOIN recipient r ON r.id = a.recipient_id WHERE a.price <> '' GROUP BY 1, 2)"_s);
    if (!keptCharges || !charges)
        return keptCharges ? charges.error() : keptCharges.error();
    for (const auto &[campaign, entries] : differences(*keptCharges, *charges))
        problems.push_back(
            Words::tr("Campaign %1: what Meta charges for differs from the messages in %2 entries.")
                .arg(QString::number(campaign), QString::number(entries)));
    const Result<Entries> keptReserved =
        entriesOf(database, u"SELECT campaign_id, '', reserved FROM campaign_counts WHERE reserved <> 0"_s);
    const Result<Entries> reserved = entriesOf(database, uR"(SELECT r.campaign_id, '', sum(a.reserved)
        FROM attempt a JOIN recipient r ON r.id = a.recipient_id
        WHERE a.reserved <> 0 AND a.outcome NOT IN ('refused', 'not_sent', 'given_back', 'failed') GROUP BY 1)"_s);
    if (!keptReserved || !reserved)
        return keptReserved ? reserved.error() : keptReserved.error();
    for (const auto &[campaign, entries] : differences(*keptReserved, *reserved))
        problems.push_back(Words::tr("Campaign %1: what is reserved of its budget differs from the messages.")
                               .arg(QString::number(campaign)));
    return Done{};
}

/// What is charged for outside campaigns.
Result<> addAccountProblems(Database &database, std::vector<QString> &problems)
{
    const Result<Entries> kept = entriesOf(
        database,
        uR"(SELECT account_id, quarter || '/' || region || '/' || price, messages FROM account_charge
                      WHERE origin = 'direct' AND messages <> 0)"_s);
    const Result<Entries> counted = entriesOf(
        database, uR"(SELECT account_id, (priced_at / 900000) || '/' || region || '/' || price, count(*)
                      FROM direct_message WHERE price <> '' GROUP BY 1, 2)"_s);
    if (!kept || !counted)
        return kept ? counted.error() : kept.error();
    for (const auto &[account, entries] : differences(*kept, *counted))
        problems.push_back(Words::tr("Account %1: what Meta charges for outside campaigns differs from the "
                                     "messages in %2 entries.")
                               .arg(QString::number(account), QString::number(entries)));
    return Done{};
}

/// An answer that asked for no more, from somebody to whom the last message had left before, has to be
/// counted for one of their messages. Asked only where no merge, deletion or other wish lies in between.
const QString kUncountedOptOuts = uR"(SELECT r.campaign_id, '', count(*)
    FROM message m JOIN contact c ON c.phone = m.phone AND c.opted_out_at = m.at AND c.opt_out_source = 'reply'
        JOIN messaged l ON l.contact_id = c.id AND l.last_at = (SELECT max(last_at) FROM messaged WHERE contact_id = c.id)
        JOIN recipient r ON r.id = l.recipient_id AND r.contact_id = c.id AND r.steps_reached > 0
        JOIN attempt a ON a.id = r.current_attempt AND a.outcome = 'accepted'
    WHERE m.direction = 'in' AND m.is_opt_out = 1 AND m.phone <> ''
        AND l.last_at < m.at AND a.answered_at < m.at AND r.left_at < m.at AND r.left_at >= m.at - 604800000
        AND NOT EXISTS (SELECT 1 FROM merged_number n WHERE n.contact_id = c.id)
        AND NOT EXISTS (SELECT 1 FROM recipient o JOIN opt_out w ON w.recipient_id = o.id
                        WHERE o.contact_id = c.id AND w.at BETWEEN m.at - 604800000 AND m.at)
    GROUP BY 1)"_s;

/// And none for a message that left afterwards, at the only time somebody tried to send it.
const QString kWrongOptOuts = uR"(SELECT r.campaign_id, '', count(*)
    FROM opt_out o JOIN recipient r ON r.id = o.recipient_id
    WHERE r.attempts = 1 AND r.left_at >= o.at + 1000 GROUP BY 1)"_s;

Result<> addOptOutProblems(Database &database, std::vector<QString> &problems)
{
    const Result<Entries> uncounted = entriesOf(database, kUncountedOptOuts);
    const Result<Entries> wrong = entriesOf(database, kWrongOptOuts);
    if (!uncounted || !wrong)
        return uncounted ? wrong.error() : uncounted.error();
    for (const auto &[campaign, people] : *uncounted)
        problems.push_back(Words::tr("Campaign %1: %2 people opted out and are not counted so.")
                               .arg(QString::number(campaign.first), QString::number(people)));
    for (const auto &[campaign, people] : *wrong)
        problems.push_back(Words::tr("Campaign %1: %2 people count as opted out who had done so before.")
                               .arg(QString::number(campaign.first), QString::number(people)));
    return Done{};
}

/// What is kept for figures, against the people and their messages.
Result<> addFigureProblems(Database &database, std::vector<QString> &problems)
{
    const Result<Entries> keptDelays = storedDelays(database);
    const Result<Entries> delays = countedDelays(database);
    if (!keptDelays || !delays)
        return keptDelays ? delays.error() : keptDelays.error();
    for (const auto &[campaign, entries] : differences(*keptDelays, *delays))
        problems.push_back(
            Words::tr("Campaign %1: the times people took differ from the people in %2 entries.")
                .arg(QString::number(campaign), QString::number(entries)));
    if (const Result<> looked = addDifferences(database, problems, kPriceFigures); !looked)
        return looked;
    if (const Result<> looked = addDifferences(database, problems, quarterFigures()); !looked)
        return looked;
    if (const Result<> looked = addDifferences(database, problems, kFailureFigures); !looked)
        return looked;
    if (const Result<> looked = addOptOutProblems(database, problems); !looked)
        return looked;
    if (const Result<> looked = addAccountProblems(database, problems); !looked)
        return looked;
    return addCostProblems(database, problems);
}

/// Conversations that are not what their messages make them.
Result<> addInboxProblems(Database &database, std::vector<QString> &problems)
{
    const Result<qint64> wrong = firstInteger(database, uR"(
        SELECT count(*) FROM conversation c WHERE
            (last_id, last_at) IS NOT (SELECT id, at FROM message WHERE conversation_id = c.id
                                       ORDER BY at DESC, id DESC LIMIT 1)
            OR last_in_at <> coalesce((SELECT max(at) FROM message WHERE conversation_id = c.id
                                       AND direction = 'in' AND type <> 'system'), 0)
            OR last_in_id <> coalesce((SELECT max(id) FROM message WHERE conversation_id = c.id
                                       AND direction = 'in' AND type <> 'system'), 0)
            OR last_out_id <> coalesce((SELECT max(m.id) FROM message m LEFT JOIN direct_message d ON d.id = m.direct_id
                WHERE m.conversation_id = c.id AND m.direction = 'out'
                    AND (d.state IS NULL OR d.state IN ('waiting', 'sending', 'accepted', 'unconfirmed'))), 0)
            OR unread <> (SELECT count(*) FROM message WHERE conversation_id = c.id AND direction = 'in'
                          AND type <> 'system' AND is_read = 0))"_s);
    const Result<qint64> lost = firstInteger(database, uR"(
        SELECT count(*) FROM message m LEFT JOIN conversation c ON c.id = m.conversation_id
        WHERE c.person IS NOT nullif(CASE m.phone WHEN '' THEN m.user_id ELSE m.phone END, ''))"_s);
    if (!wrong || !lost)
        return wrong ? lost.error() : wrong.error();
    if (*wrong > 0)
        problems.push_back(Words::tr("Inbox: %1 conversations differ from their messages.").arg(*wrong));
    if (*lost > 0)
        problems.push_back(
            Words::tr("Inbox: %1 messages are not in the conversation of their person.").arg(*lost));
    return Done{};
}

Result<TimeLine> countedTimeLine(Database &database)
{
    TimeLine line;
    const std::array columns{u"sent_at"_s, u"delivered_at"_s, u"read_at"_s, u"responded_at"_s,
                             u"failed_at"_s};
    for (size_t step = 0; step < kSteps; ++step) {
        const QString sql = u"SELECT campaign_id, %1 / 60000, count(*) FROM recipient WHERE %1 IS NOT NULL "
                            "GROUP BY 1, 2"_s.arg(columns[step]);
        const Result<> read = forEachRow(database, sql, {}, [&](const Row &row) {
            line[{row.integer(0), row.integer(1)}][step] += row.integer(2);
        });
        if (!read)
            return read.error();
    }
    return line;
}

} // namespace

Result<ContentCounts> countContents(Database &database)
{
    const auto counts =
        firstRow(database, uR"(SELECT (SELECT count(*) FROM account), (SELECT count(*) FROM template),
                   (SELECT count(*) FROM contact), (SELECT count(*) FROM campaign),
                   (SELECT count(*) FROM recipient), (SELECT count(*) FROM message),
                   (SELECT count(*) FROM delivery_event))"_s,
                 {}, [](const Row &row) {
                     return ContentCounts{row.integer(0), row.integer(1), row.integer(2), row.integer(3),
                                          row.integer(4), row.integer(5), row.integer(6)};
                 });
    if (!counts)
        return counts.error();
    return counts->value_or(ContentCounts{});
}

Result<std::vector<QString>> counterProblems(Database &database)
{
    return inSnapshot(database, [&]() -> Result<std::vector<QString>> {
        std::vector<QString> problems;
        const Result<CountersByCampaign> stored = storedCounters(database);
        if (!stored)
            return stored.error();
        const Result<CountersByCampaign> counted = countedCounters(database);
        if (!counted)
            return counted.error();
        const auto compare = [&](qint64 campaign, const QString &name, qint64 counter, qint64 rows) {
            if (counter != rows)
                problems.push_back(Words::tr("Campaign %1: the counter “%2” says %3, but there are %4.")
                                       .arg(QString::number(campaign), name, QString::number(counter),
                                            QString::number(rows)));
        };
        for (const auto &[campaign, counters] : *stored) {
            const auto found = counted->find(campaign);
            const Counters rows = found == counted->end() ? Counters{} : found->second;
            for (const auto &[name, counter] : counters) {
                const auto row = rows.find(name);
                compare(campaign, name, counter, row == rows.end() ? 0 : row->second);
            }
            for (const auto &[name, people] : rows) {
                if (!counters.contains(name))
                    problems.push_back(Words::tr("Campaign %1: %2 people have the unknown status “%3”.")
                                           .arg(QString::number(campaign), QString::number(people), name));
            }
        }

        Result<TimeLine> storedLine = storedTimeLine(database);
        if (!storedLine)
            return storedLine.error();
        const Result<TimeLine> countedLine = countedTimeLine(database);
        if (!countedLine)
            return countedLine.error();
        std::map<qint64, int> wrongMinutes;
        for (const auto &[minute, steps] : *countedLine) {
            if ((*storedLine)[minute] != steps)
                ++wrongMinutes[minute.first];
        }
        for (const auto &[minute, steps] : *storedLine) {
            if (!countedLine->contains(minute))
                ++wrongMinutes[minute.first];
        }
        for (const auto &[campaign, minutes] : wrongMinutes)
            problems.push_back(Words::tr("Campaign %1: the time line differs from the people in %2 minutes.")
                                   .arg(QString::number(campaign), QString::number(minutes)));
        if (const Result<> looked = addInboxProblems(database, problems); !looked)
            return looked.error();
        if (const Result<> looked = addFigureProblems(database, problems); !looked)
            return looked.error();
        if (const Result<> looked = addTestProblems(database, problems); !looked)
            return looked.error();
        return problems;
    });
}
