#include "analyticsbenchmark.h"

#include "storage/database.h"
#include "storage/sql.h"
#include "workspace/analyticsdesk.h"
#include "workspace/session.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int kRounds = 5;
constexpr int kCampaigns = 200;
constexpr int kPeopleOfACampaign = 25'000;
constexpr int kTagged = 100'000;
constexpr qint64 kNow = 1'795'000'000'000;

/// The clock of a computer at the end of that year.
class EndOfYear final : public Clock
{
public:
    UtcTime now() const override { return fromMilliseconds(kNow); }
    MonotonicTime monotonic() const override { return {}; }
};

/// Campaigns of 25,000, each over ten hours and fifty countries, with what was charged for each under prices
/// that fall. Of the people are there who failed (30 of 1,000), who opted out (3 of 1,000), and those with a
/// tag.
Result<> fill(Database &database)
{
    const auto numbers = [](int count) {
        return u"WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < %1) "_s.arg(count
                                                                                                      - 1);
    };
    const QString columns =
        u"INSERT INTO recipient (campaign_id, contact_id, phone, region, name, variables, status, "
        "sent_at, delivered_at, failed_at, error_code, error_message) "_s;
    const QStringList script{
        u"INSERT INTO contact (id, phone, region, name, created_at) "_s + numbers(kTagged)
            + u"SELECT 10 + i, '+9190' || printf('%08d', i), 'IN', '', 0 FROM n"_s,
        u"INSERT INTO tag (id, name) VALUES (1, 'vip')"_s,
        u"INSERT INTO contact_tag SELECT 1, id FROM contact WHERE id >= 10"_s,
        u"INSERT INTO campaign (id, name, state, rate, window_from, window_to, window_days, max_retries, "
        u"brake, "
        "created_at, started_at, template_name, language) "_s
            + numbers(kCampaigns)
            + uR"(SELECT 1000 + i, 'Week ' || i, 'completed', 'max', 0, 1440, 127, 0, 'off', 0,
                  %1 - (i + 1) * 157680000, 'offer_' || (i % 10), 'en' FROM n)"_s.arg(kNow),
        u"INSERT INTO campaign_quarter (campaign_id, quarter, place, tried, sent, delivered, read, responded) "_s
            + numbers(2000)
            + uR"(SELECT c.id, c.started_at / 900000 + n.i / 50, char(65 + n.i % 25) || char(65 + n.i % 50 / 25),
                  13, 12 + (n.i % 2), 12, 5 + n.i % 7, n.i % 3 FROM campaign c, n)"_s,
        columns + numbers(750) + uR"(SELECT c.id, 10 + n.i, 'f' || n.i, 'IN', '', '{}', 'failed', NULL, NULL,
                  c.started_at + n.i * 40000, 131000 + n.i % 12, 'A reason.' FROM campaign c, n)"_s,
        columns + numbers(75)
            + uR"(SELECT c.id, 10 + n.i, 'o' || n.i, 'IN', '', '{}', 'delivered', c.started_at + n.i * 400000,
                  c.started_at + n.i * 400000 + 3000, NULL, '', '' FROM campaign c, n)"_s,
        columns + numbers(kTagged)
            + uR"(SELECT 1000 + n.i % 200, 10 + n.i, 't' || n.i, 'IN', '', '{}', 'delivered',
                  c.started_at + n.i * 300, c.started_at + n.i * 300 + 3000, NULL, '', ''
                  FROM n JOIN campaign c ON c.id = 1000 + n.i % 200)"_s,
        uR"(INSERT INTO campaign_failure (campaign_id, quarter, place, code, people)
            SELECT campaign_id, left_at / 900000, place, error_code, count(*) FROM recipient
            WHERE status = 'failed' GROUP BY 1, 2, 3, 4)"_s,
        uR"(INSERT INTO campaign_charge (campaign_id, quarter, region, price, messages)
            SELECT campaign_id, quarter, place, 'utility/regular', delivered FROM campaign_quarter)"_s,
        u"INSERT INTO rate_card (id, currency, effective, file_name, imported_at) "
        "VALUES (1, 'USD', '2020-01-01', 'rates.csv', 0)"_s,
        uR"(INSERT INTO rate (card_id, market, category, first, price)
            SELECT 1, m.value, 'utility', t.value, 20000 - t.value / 100
            FROM json_each('["North America", "Rest of Africa", "Rest of Western Europe", "Other"]') m,
                json_each('[1, 100001, 1000001]') t)"_s,
        u"INSERT INTO opt_out SELECT id, sent_at + 60000 FROM recipient WHERE phone LIKE 'o%'"_s,
    };
    return inTransaction(database, [&]() -> Result<> {
        for (const QString &sql : script) {
            if (const Result<int> done = execute(database, sql); !done)
                return done.error();
        }
        return Done{};
    });
}

/// The median, in milliseconds.
Result<double> timeOf(Session &session, const AnalyticsRequest &request, int sent)
{
    std::vector<double> times;
    for (int round = 0; round < kRounds; ++round) {
        QElapsedTimer timer;
        timer.start();
        const Result<AnalyticsAnswer> answer = session.analyticsDesk().look(request);
        if (!answer)
            return answer.error();
        if (answer->figures.total.sent != sent)
            return Error{ErrorKind::Internal,
                         u"The figures are wrong: %1 sent."_s.arg(answer->figures.total.sent),
                         u"benchmark"_s,
                         {}};
        times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    std::nth_element(times.begin(), times.begin() + kRounds / 2, times.end());
    return times[kRounds / 2];
}

} // namespace

Result<std::vector<Measurement>> measureAnalytics()
{
    const QTemporaryDir folder{QCoreApplication::applicationDirPath() + u"/analytics-XXXXXX"_s};
    const EndOfYear clock;
    const Result<Workspace> workspace =
        Workspace::create(folder.filePath(u"workspace"_s), Workspace::Purpose::Real, clock);
    if (!workspace)
        return workspace.error();
    const Result<std::unique_ptr<Session>> session = Session::open(*workspace, clock);
    if (!session)
        return session.error();
    if (const Result<> filled = fill((*session)->database()); !filled)
        return filled.error();

    AnalyticsRequest year;
    year.to = toDateTime(clock.now()).date();
    year.from = year.to->addDays(-366);
    AnalyticsRequest ofTemplate = year;
    ofTemplate.filter.usedTemplate = TemplateKey{u"offer_1"_s, u"en"_s};
    AnalyticsRequest ofTag = year;
    ofTag.filter.tag = u"vip"_s;
    const int sent = kCampaigns * kPeopleOfACampaign;
    const Result<double> all = timeOf(**session, year, sent);
    const Result<double> one = timeOf(**session, ofTemplate, sent / 10);
    // Those with the tag are also those who opted out.
    const Result<double> tagged = timeOf(**session, ofTag, kTagged + kCampaigns * 75);
    for (const Result<double> *time : {&all, &one, &tagged}) {
        if (!*time)
            return time->error();
    }
    const QString subject = u"Analytics of a year of 5,000,000 people"_s;
    return std::vector<Measurement>{
        {subject, u"ms, everything"_s,                      *all,    {}},
        {subject, u"ms, one of ten templates"_s,            *one,    {}},
        {subject, u"ms, a tag of %1 people"_s.arg(kTagged), *tagged, {}},
    };
}
