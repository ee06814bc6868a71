#include "storage/analyticsstore.h"

#include "storage/contactmerge.h"
#include "storage/contactstore.h"
#include "storage/draftpeople.h"
#include "storage/manyfates.h"
#include "storage/migrations.h"
#include "storage/sql.h"
#include "storage/workspacecheck.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using ::testing::IsEmpty;
using ::testing::SizeIs;

namespace {

struct RawPerson
{
    qint64 contact = 0;
    qint64 campaign = 0;
    QString status;
    QString code;
    std::array<std::optional<qint64>, 5> times; ///< sent, delivered, read, responded, failed

    bool got(size_t step) const { return times[step].has_value(); }
};

const Migration &migrationNamed(const QString &name)
{
    return *std::find_if(workspaceMigrations().begin(), workspaceMigrations().end(),
                         [&](const Migration &each) { return each.fileName.endsWith(name); });
}

} // namespace

class AnalyticsStoreTest : public ManyFatesTest
{
protected:
    static AnalyticsQuestion wholeTime()
    {
        AnalyticsQuestion question;
        const QDate first = toDateTime(at(0)).date();
        question.days = {first.addDays(-2), first.addDays(12)};
        question.zone = QTimeZone::utc();
        question.now = at(0) + 24h * 30;
        return question;
    }

    Analytics figures(const AnalyticsQuestion &question = wholeTime())
    {
        return analyse(facts(question), question);
    }

    AnalyticsFacts facts(const AnalyticsQuestion &question = wholeTime())
    {
        return valueOf(AnalyticsStore{m_workspace.database()}.facts(
            {question.begin(), question.end(), question.filter.tag, m_workspace.account()}));
    }

    std::vector<RawPerson> everybody()
    {
        std::vector<RawPerson> people;
        valueOf(
            forEachRow(m_workspace.database(),
                       uR"(SELECT contact_id, campaign_id, status, error_code, sent_at, delivered_at, read_at,
                                      responded_at, failed_at FROM recipient)"_s,
                       {}, [&](const Row &row) {
                           RawPerson person{row.integer(0), row.integer(1), row.text(2), row.text(3), {}};
                           for (int step = 0; step < 5; ++step) {
                               if (!row.isNull(step + 4))
                                   person.times[static_cast<size_t>(step)] = row.integer(step + 4);
                           }
                           people.push_back(person);
                       }));
        return people;
    }

    /// Counted one by one, in words of our own.
    static StepCounts countedByHand(const std::vector<RawPerson> &people)
    {
        StepCounts counts;
        for (const RawPerson &person : people) {
            const bool answered = person.got(3) || person.status == "responded"_L1;
            const bool read = answered || person.got(2) || person.status == "read"_L1;
            const bool delivered = read || person.got(1) || person.status == "delivered"_L1;
            const bool sent = delivered || person.got(0) || person.status == "sent"_L1;
            const bool failed = person.status == "failed"_L1;
            counts.responded += answered;
            counts.read += read;
            counts.delivered += delivered;
            counts.sent += sent;
            counts.failed += failed;
            counts.tried += sent || failed;
        }
        return counts;
    }

    void saysStop(int person, UtcTime when)
    {
        InboundMessageEvent event;
        event.messageId = u"stop.%1"_s.arg(person);
        event.fromPhone = phoneOf(person).e164();
        event.type = u"text"_s;
        event.text = u"STOP"_s;
        event.at = when;
        valueOf(m_deliveries.apply("{}", {event}, when));
    }

    CampaignId sentTo(int people, const QString &messages, int second = 10)
    {
        const CampaignId id = m_workspace.sendingWith(people);
        int number = 0;
        for (const Claim &claimed : claim(id, people, second))
            valueOf(
                m_ledger.settle({accepted(claimed, messages + QString::number(++number), at(second + 1))}));
        return id;
    }
};

TEST_F(AnalyticsStoreTest, everyFigureIsWhatTheRawRowsGive)
{
    const std::vector<CampaignId> campaigns{campaignOf(120, 7), campaignOf(80, 8)};
    const std::vector<RawPerson> people = everybody();

    const Analytics all = figures();

    const StepCounts counted = countedByHand(people);
    EXPECT_EQ(all.total, counted);
    EXPECT_GT(counted.responded, 10);
    EXPECT_GT(counted.failed, 10);
    std::map<QString, int> byCode;
    std::map<qint64, StepCounts> byDay;
    for (const RawPerson &person : people) {
        byCode[person.code] += person.status == "failed"_L1;
        qint64 left = 0;
        for (size_t step = 5; step-- > 0;)
            left = person.times[step].value_or(left);
        byDay[left / 86'400'000] += countedByHand({person});
    }
    std::erase_if(byCode, [](const auto &entry) { return entry.second == 0; });
    ASSERT_EQ(all.reasons.size(), byCode.size());
    for (const FailureReason &reason : all.reasons) {
        EXPECT_EQ(reason.people, byCode[reason.words.code]) << qPrintable(reason.words.code);
        EXPECT_FALSE(reason.words.message.isEmpty());
    }
    for (const TrendPoint &point : all.trend) {
        const qint64 day = QDate{1970, 1, 1}.daysTo(point.days.from);
        EXPECT_EQ(point.counts, byDay[day]) << qPrintable(point.days.from.toString(Qt::ISODate));
    }
    EXPECT_EQ(all.campaigns.size(), campaigns.size());
    int inHours = 0;
    for (const auto &day : all.heat.hours) {
        for (const Share &hour : day)
            inHours += hour.whole;
    }
    EXPECT_EQ(inHours, counted.delivered) << "India has one clock";
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
}

TEST_F(AnalyticsStoreTest, whatIsTriedAgainIsNoLongerCountedAsFailed)
{
    const CampaignId id = m_workspace.sendingWith(1);
    const Claim first = claim(id, 1, 10).front();
    valueOf(m_ledger.settle({refused(first, 131049, RecipientStatus::Failed, at(11))}));
    ASSERT_EQ(figures().total.failed, 1);

    valueOf(execute(m_workspace.database(),
                    u"UPDATE recipient SET status = 'pending', failed_at = NULL, error_code = ''"_s));

    EXPECT_EQ(figures().total, StepCounts{});
    EXPECT_THAT(figures().reasons, IsEmpty());
    EXPECT_THAT(facts().failures, IsEmpty());
}

TEST_F(AnalyticsStoreTest, aStopCountsForTheLastMessageOfTheWeekBefore)
{
    const CampaignId earlier = sentTo(3, u"wamid.a"_s, 10);
    const CampaignId later = sentTo(2, u"wamid.b"_s, 3600);

    saysStop(1, at(7200)); // got both
    saysStop(3, at(30)); // the first only
    saysStop(2, at(3600) + 24h * 8); // too late to be because of it

    std::map<CampaignId, int> byCampaign;
    for (const ComparedCampaign &each : figures().campaigns)
        byCampaign[each.campaign.id] = each.counts.optedOut;
    EXPECT_EQ(byCampaign[earlier], 1);
    EXPECT_EQ(byCampaign[later], 1);
    EXPECT_EQ(figures().total.optedOut, 2);
}

// "150 % of those who got my message opted out."
TEST_F(AnalyticsStoreTest, whoNeverGotTheMessageDidNotOptOutBecauseOfIt)
{
    const CampaignId earlier = sentTo(2, u"wamid.a"_s, 10);
    tell(u"wamid.a1"_s, DeliveryStatus::Delivered, at(12));
    sentTo(2, u"wamid.b"_s, 3600);

    tell(u"wamid.b1"_s, DeliveryStatus::Failed, at(3700), 131050); // had stopped marketing
    tell(u"wamid.b2"_s, DeliveryStatus::Failed, at(3700), 131050); // and nothing else had reached them

    EXPECT_EQ(figures().total.optedOut, 1);
    ASSERT_THAT(figures().campaigns, SizeIs(2));
    EXPECT_EQ(figures().campaigns[1].campaign.id, earlier);
    EXPECT_EQ(figures().campaigns[1].counts.optedOut, 1);
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
}

// "She wrote STOP once. I merged her two numbers, and two had opted out."
TEST_F(AnalyticsStoreTest, aMergeDoesNotCountAnOptOutTwice)
{
    sentTo(2, u"wamid.a"_s);
    tell(u"wamid.a1"_s, DeliveryStatus::Delivered, at(12));
    tell(u"wamid.a2"_s, DeliveryStatus::Delivered, at(13));
    saysStop(1, at(3600));
    ASSERT_EQ(figures().total.optedOut, 1);

    valueOf(ContactMerge{m_workspace.database()}.merge(phoneOf(2), {phoneOf(1)}, at(4000)));

    EXPECT_EQ(figures().total.optedOut, 1);
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
}

TEST_F(AnalyticsStoreTest, theCheckFindsOptOutsThatAreNotCountedOrCountedWrongly)
{
    sentTo(2, u"wamid.a"_s);
    saysStop(1, at(3600));
    ASSERT_THAT(m_workspace.problems(), IsEmpty());

    valueOf(execute(m_workspace.database(), u"UPDATE opt_out SET at = at - 3600000"_s));
    EXPECT_THAT(m_workspace.problems(), SizeIs(1));
    valueOf(execute(m_workspace.database(), u"DELETE FROM opt_out"_s));
    EXPECT_THAT(m_workspace.problems(), SizeIs(1));
}

// "I broke the deletion off, and the check said that my figures were wrong."
TEST_F(AnalyticsStoreTest, peopleWhoAreDeletedTakeTheirFiguresAlong)
{
    const CampaignId id = campaignOf(60, 5);
    valueOf(m_campaigns.cancel(id, at(400'000)));

    valueOf(inTransaction(m_workspace.database(),
                          [&] { return deletePeople(m_workspace.database(), id, u"r.id % 2 = 0"_s, {}); }));

    EXPECT_EQ(figures().total, countedByHand(everybody()));
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
}

TEST_F(AnalyticsStoreTest, onlyPeopleWithTheTagAreCountedWhereOneIsAskedFor)
{
    campaignOf(120, 7);
    ContactStore contacts{m_workspace.database()};
    const std::vector<RawPerson> people = everybody();
    std::vector<RawPerson> tagged;
    for (const RawPerson &person : people) {
        if (person.contact % 3 != 0)
            continue;
        tagged.push_back(person);
        valueOf(contacts.tag({ContactId{person.contact}}, u"vip"_s));
    }
    AnalyticsQuestion question = wholeTime();
    question.filter.tag = u"vip"_s;

    const Analytics found = figures(question);

    EXPECT_EQ(found.total, countedByHand(tagged));
    EXPECT_EQ(found.total.tried > 20, true);
    EXPECT_EQ(found.busiestDay, figures().busiestDay) << "the limit knows no tags";
    question.filter.tag = u"nobody"_s;
    EXPECT_EQ(figures(question).total, StepCounts{});
}

TEST_F(AnalyticsStoreTest, theUseOfTheLimitIsThatOfTheWholePortfolio)
{
    valueOf(execute(m_workspace.database(), u"UPDATE account SET messaging_limit = 250"_s));
    sentTo(30, u"wamid.a"_s);

    const Analytics all = figures();

    EXPECT_EQ(all.messagingLimit, 250);
    EXPECT_EQ(all.busiestDay, 30);
}

TEST_F(AnalyticsStoreTest, theCheckFindsFiguresThatDifferFromThePeople)
{
    campaignOf(60, 5);
    valueOf(execute(m_workspace.database(), u"UPDATE campaign_quarter SET read = read + 1"_s));
    valueOf(execute(m_workspace.database(), u"UPDATE campaign_failure SET people = people + 1"_s));

    EXPECT_THAT(m_workspace.problems(), SizeIs(2));
}

TEST_F(AnalyticsStoreTest, aDatabaseFromBeforeFillsItselfIn)
{
    campaignOf(120, 9);
    sentTo(4, u"wamid.x"_s);
    saysStop(2, at(3600));
    const StepCounts before = figures().total;
    ASSERT_EQ(before.optedOut, 1);
    for (const QString &undo :
         {u"DROP TRIGGER recipient_figures"_s, u"DROP TRIGGER recipient_figures_deleted"_s,
          u"DROP TRIGGER contact_opts_out"_s, u"DROP TABLE campaign_quarter"_s,
          u"DROP TABLE campaign_failure"_s, u"DROP TABLE opt_out"_s,
          u"ALTER TABLE recipient DROP COLUMN left_at"_s,
          u"ALTER TABLE recipient DROP COLUMN steps_reached"_s})
        valueOf(execute(m_workspace.database(), undo));

    for (const QString &statement : migrationNamed(u"_analytics.sql"_s).statements)
        valueOf(execute(m_workspace.database(), statement));

    EXPECT_EQ(figures().total, before);
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
}
