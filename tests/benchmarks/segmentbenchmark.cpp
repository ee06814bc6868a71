#include "segmentbenchmark.h"

#include "mediantime.h"

#include "storage/contactindex.h"
#include "storage/database.h"
#include "storage/segmentstore.h"
#include "storage/sql.h"

#include <QCoreApplication>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace {

constexpr size_t kShown = 50;
constexpr qint64 kNow = 1'795'000'000'000;
constexpr qint64 kDay = 86'400'000;

/// Every tenth has a tag, every twentieth opted out, a third agreed; all have three attributes and got a
/// campaign, which some read and few answered.
Result<> fill(Database &database, int people)
{
    const QString numbers =
        u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1) "_s.arg(people);
    const QString phone = u"'+9190' || printf('%08d', i)"_s;
    const QString now = QString::number(kNow);
    const QString day = QString::number(kDay);
    return inTransaction(database, [&]() -> Result<> {
        for (
            const QString &sql :
            {u"INSERT INTO contact (id, phone, region, name, attributes, created_at, opted_in_at) "_s
                 + numbers + u"SELECT i, "_s + phone
                 + uR"(, CASE i % 3 WHEN 0 THEN 'ES' ELSE 'IN' END, 'Person ' || (i * 7919 % 1000003),
                      json_object('City', CASE i % 5 WHEN 0 THEN 'Goa' WHEN 1 THEN 'Kerala' ELSE 'Pune' END,
                                  'Trips', CAST(i % 12 AS TEXT),
                                  'Birthday', date(i % 20000 * 86400, 'unixepoch')), )"_s
                 + now + u" - i % 900 * "_s + day + u", CASE WHEN i % 3 = 0 THEN "_s + now
                 + u" - i % 300 * "_s + day + u" END FROM n"_s,
             u"INSERT INTO tag (id, name) VALUES (1, 'vip')"_s,
             u"INSERT INTO contact_tag "_s + numbers + u"SELECT 1, i FROM n WHERE i % 10 = 0"_s,
             u"INSERT INTO suppression (phone, source, added_at) "_s + numbers + u"SELECT "_s + phone
                 + u", 'reply', "_s + now + u" FROM n WHERE i % 20 = 0"_s,
             u"INSERT INTO campaign (id, name, state, rate, window_from, window_to, window_days, "
             u"max_retries, "
             "brake, created_at) VALUES (1, 'Goa', 'completed', 'max', 0, 1440, 127, 0, 'off', 0)"_s,
             u"INSERT INTO recipient (id, campaign_id, contact_id, phone, region, name, variables, status) "_s
                 + numbers + u"SELECT i, 1, i, "_s + phone
                 + uR"(, 'IN', '', '{}', CASE WHEN i % 25 = 0 THEN 'responded' WHEN i % 3 = 0 THEN 'read'
                      WHEN i % 50 = 1 THEN 'failed' ELSE 'delivered' END FROM n)"_s,
             u"INSERT INTO account (id, phone_number_id, waba_id, name, api_base, graph_version) "
             "VALUES (1, '1', '2', 'A', '', '')"_s,
             u"INSERT INTO messaged (contact_id, account_id, recipient_id, last_at) "_s + numbers
                 + u"SELECT i, 1, i, "_s + now + u" - i % 60 * "_s + day + u" FROM n"_s}) {
            if (const Result<int> done = execute(database, sql); !done)
                return done.error();
        }
        return Done{};
    });
}

} // namespace

Result<std::vector<Measurement>> measureSegments(int people)
{
    const QTemporaryDir folder{QCoreApplication::applicationDirPath() + u"/segments-XXXXXX"_s};
    const Result<std::unique_ptr<Database>> database = Database::create(folder.filePath(u"fanfare.db"_s));
    if (!database)
        return database.error();
    if (const Result<> filled = fill(**database, people); !filled)
        return filled.error();
    if (const Result<> indexed = ContactIndex{**database}.catchUp(); !indexed)
        return indexed.error();

    const QString subject = u"Counting a segment while it is typed, %1 contacts"_s.arg(people);
    const Result<double> scan = medianTimeOf([&] {
        return firstInteger(
            **database, u"SELECT count(*) FROM contact WHERE json_extract(attributes, '$.City') = 'Goa'"_s,
            {});
    });
    if (!scan)
        return scan.error();
    std::vector<Measurement> measurements;
    for (const QString &text :
         {u"tag = vip"_s, u"country = ES"_s, u"opted in"_s, u"not opted out"_s, u"attr:City = Goa"_s,
          u"attr:City contains o"_s, u"attr:Trips >= 6"_s, u"attr:Birthday before 1990-01-01"_s,
          u"name contains \"son 123\""_s, u"name contains 12"_s, u"phone starts 9190001"_s,
          u"first-seen within 90 days"_s, u"not messaged within 30 days"_s, u"read campaign 1"_s,
          u"unread campaign 1"_s,
          u"opted in and (attr:City = Goa or tag = vip) and not messaged within 30 days and not answered "
          "campaign 1"_s}) {
        const Result<SegmentRule> rule = SegmentRule::fromText(text);
        if (!rule)
            return rule.error();
        // As in the builder that has just been opened: nothing of this rule has been asked before.
        std::optional<SegmentStore> opened;
        const Result<double> time =
            medianTimeOf([&] { return opened->look(*rule, fromMilliseconds(kNow), kShown); },
                         [&] { return opened.emplace(**database).getReady(fromMilliseconds(kNow)); });
        if (!time)
            return time.error();
        measurements.push_back({
            subject, u"ms: "_s + text, *time, Measurement::Reference{u"reading all of them"_s, *scan}
        });
    }
    SegmentStore segments{**database};
    int days = 30;
    const auto typed = medianTimeOf([&] { // one more letter in the last field
        const Result<SegmentRule> rule = SegmentRule::fromText(
            u"opted in and (attr:City = Goa or tag = vip) and not messaged within %1 days"_s.arg(days++));
        return rule ? segments.look(*rule, fromMilliseconds(kNow), kShown)
                    : Result<SegmentPeople>{rule.error()};
    });
    if (!typed)
        return typed.error();
    measurements.push_back({
        subject,
        u"ms: opted in and (attr:City = Goa or tag = vip) and not messaged within … days, a letter more"_s,
        *typed, Measurement::Reference{u"reading all of them"_s, *scan}
    });
    return measurements;
}
