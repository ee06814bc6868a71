#include "storage/campaignfigures.h"

#include "storage/campaigntally.h"
#include "storage/manyfates.h"
#include "storage/migrations.h"
#include "storage/recipientstore.h"
#include "storage/sql.h"
#include "storage/workspacecheck.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

namespace {

/// One person as the database holds them, read past everything that computes.
struct RawPerson
{
    QString status;
    QString code;
    std::array<std::optional<qint64>, 5> times; ///< sent, delivered, read, responded, failed

    bool got(size_t step) const { return times[step].has_value(); }
};

/// A middle value by sorting all of them, three digits kept by writing them down.
qint64 valueAt(std::vector<qint64> delays, double share)
{
    std::sort(delays.begin(), delays.end());
    const qint64 delay = delays[static_cast<size_t>(static_cast<double>(delays.size() - 1) * share + 1e-9)];
    QString digits = QString::number(delay);
    for (qsizetype i = 3; i < digits.size(); ++i)
        digits[i] = u'0';
    return digits.toLongLong();
}

} // namespace

class CampaignFiguresTest : public ManyFatesTest
{
protected:
    std::vector<RawPerson> rawPeople(const std::vector<CampaignId> &campaigns)
    {
        std::vector<RawPerson> people;
        for (const CampaignId id : campaigns) {
            valueOf(forEachRow(m_workspace.database(),
                               uR"(SELECT status, error_code, sent_at, delivered_at, read_at, responded_at,
                                          failed_at FROM recipient WHERE campaign_id = ?)"_s,
                               {id.value}, [&](const Row &row) {
                                   RawPerson person{row.text(0), row.text(1), {}};
                                   for (int step = 0; step < 5; ++step) {
                                       if (!row.isNull(step + 2))
                                           person.times[static_cast<size_t>(step)] = row.integer(step + 2);
                                   }
                                   people.push_back(person);
                               }));
        }
        return people;
    }

    CampaignFigures m_figures{m_workspace.database()};
};

TEST_F(CampaignFiguresTest, everyFigureOfSeveralCampaignsIsWhatTheRawRowsGive)
{
    const std::vector<CampaignId> campaigns{campaignOf(120, 7), campaignOf(80, 8)};
    const std::vector<RawPerson> people = rawPeople(campaigns);

    const FigureSet figures = valueOf(m_figures.figures(campaigns));

    std::map<QString, int> byStatus;
    std::map<QString, int> byCode;
    std::array<std::vector<qint64>, 3> delays;
    ReachedCounts reached;
    for (const RawPerson &person : people) {
        ++byStatus[person.status];
        if (person.status == "failed"_L1)
            ++byCode[person.code];
        const bool hasAnswered = person.got(3) || person.status == "responded"_L1;
        const bool hasRead = hasAnswered || person.got(2) || person.status == "read"_L1;
        reached.responded += hasAnswered;
        const bool wasDelivered = hasRead || person.got(1) || person.status == "delivered"_L1;
        reached.read += hasRead;
        reached.delivered += wasDelivered;
        reached.sent += wasDelivered || person.got(0) || person.status == "sent"_L1;
        for (size_t step = 0; step < delays.size(); ++step) {
            if (person.got(0) && person.got(step + 1))
                delays[step].push_back(std::max<qint64>(0, *person.times[step + 1] - *person.times[0]));
        }
    }
    ASSERT_EQ(people.size(), 200u);
    EXPECT_EQ(figures.counts.total(), 200);
    for (const RecipientStatus status : kRecipientStatuses)
        EXPECT_EQ(figures.counts.of(status), byStatus[toWord(status)]) << qPrintable(toWord(status));
    EXPECT_EQ(figures.reached, reached);
    ASSERT_EQ(figures.errors.size(), byCode.size());
    for (const ErrorCount &error : figures.errors)
        EXPECT_EQ(error.count, byCode[error.code]) << qPrintable(error.code);
    const std::array times{figures.times.toDeliver, figures.times.toRead, figures.times.toRespond};
    for (size_t step = 0; step < times.size(); ++step) {
        ASSERT_TRUE(times[step]);
        EXPECT_EQ(times[step]->people, static_cast<int>(delays[step].size()));
        EXPECT_EQ(times[step]->quarter.count(), valueAt(delays[step], 0.25));
        EXPECT_EQ(times[step]->median.count(), valueAt(delays[step], 0.5));
        EXPECT_EQ(times[step]->threeQuarters.count(), valueAt(delays[step], 0.75));
        EXPECT_EQ(times[step]->ninety.count(), valueAt(delays[step], 0.9));
    }
    EXPECT_GT(reached.responded, 10);
    EXPECT_THAT(figures.prices, ElementsAre(PricedMessages{u"marketing"_s, u"regular"_s, reached.delivered}));
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
}

TEST_F(CampaignFiguresTest, theTimeLineOfSeveralCampaignsAddsUpToThePeople)
{
    const std::vector<CampaignId> campaigns{campaignOf(60, 3), campaignOf(40, 4)};
    const std::vector<RawPerson> people = rawPeople(campaigns);

    const auto hours = valueOf(m_figures.timeLine(campaigns, 60min));
    const auto soFar = peopleSoFar(hours, 60min);

    std::map<qint64, std::array<int, 5>> byHour;
    for (const RawPerson &person : people) {
        for (size_t step = 0; step < 5; ++step) {
            if (person.got(step))
                ++byHour[*person.times[step] / 3'600'000][step];
        }
    }
    ASSERT_EQ(hours.size(), byHour.size());
    for (const TimeLinePoint &hour : hours) {
        const auto &counted = byHour[toMilliseconds(hour.start) / 3'600'000];
        EXPECT_THAT((std::array{hour.sent, hour.delivered, hour.read, hour.responded, hour.failed}),
                    ::testing::ElementsAreArray(counted));
    }
    const auto all = [&](size_t step) {
        return std::count_if(people.begin(), people.end(),
                             [step](const RawPerson &one) { return one.got(step); });
    };
    EXPECT_EQ(soFar.back().sent, all(0));
    EXPECT_EQ(soFar.back().read, all(2));
}

TEST_F(CampaignFiguresTest, thePeopleBehindEachNumberAreAsManyAsItSays)
{
    const CampaignId id = campaignOf(120, 11);
    const FigureSet figures = valueOf(m_figures.figures({id}));
    RecipientStore recipients{m_workspace.database()};
    const auto listed = [&](const RecipientQuery &query) {
        EXPECT_EQ(valueOf(recipients.count(query)), static_cast<int>(valueOf(recipients.keys(query)).size()));
        return static_cast<int>(valueOf(recipients.page(query, 0, std::nullopt)).size());
    };
    using enum RecipientStatus;

    EXPECT_EQ(listed({.campaign = id, .status = Sent, .isAtLeast = true}), figures.reached.sent);
    EXPECT_EQ(listed({.campaign = id, .status = Delivered, .isAtLeast = true}), figures.reached.delivered);
    EXPECT_EQ(listed({.campaign = id, .status = Read, .isAtLeast = true}), figures.reached.read);
    for (const ErrorCount &error : figures.errors)
        EXPECT_EQ(listed({.campaign = id, .status = Failed, .errorCode = error.code}), error.count);
}

TEST_F(CampaignFiguresTest, aMessageIsPricedOnceAndOnlyWhenItIsDelivered)
{
    const CampaignId id = m_workspace.sendingWith(2);
    const std::vector<Claim> claims = claim(id, 2, 10);
    valueOf(m_ledger.settle(
        {accepted(claims[0], u"wamid.a"_s, at(11)), accepted(claims[1], u"wamid.b"_s, at(11))}));

    tell(u"wamid.a"_s, DeliveryStatus::Sent, at(12));
    EXPECT_THAT(valueOf(m_figures.prices({id})), IsEmpty());
    tell(u"wamid.a"_s, DeliveryStatus::Read, at(20));
    tell(u"wamid.a"_s, DeliveryStatus::Delivered, at(13));

    EXPECT_THAT(valueOf(m_figures.prices({id})),
                ElementsAre(PricedMessages{u"marketing"_s, u"regular"_s, 1}));
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
}

TEST_F(CampaignFiguresTest, aPriceThatCameBeforeTheAnswerCounts)
{
    const CampaignId id = m_workspace.sendingWith(1);
    const std::vector<Claim> claims = claim(id, 1, 10);
    tell(u"wamid.early"_s, DeliveryStatus::Delivered, at(11));

    valueOf(m_ledger.settle({accepted(claims[0], u"wamid.early"_s, at(12))}));

    EXPECT_EQ(chargedMessages(valueOf(m_figures.prices({id}))), 1);
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
}

TEST_F(CampaignFiguresTest, thePeriodOfAReportTakesCampaignsByWhenTheyBegan)
{
    const CampaignId id = m_workspace.sendingWith(1);
    const UtcTime began = *m_workspace.campaign(id).startedAt;
    m_workspace.draftWith(1);

    EXPECT_THAT(valueOf(m_figures.startedBetween(began, began + 1ms)), SizeIs(1));
    EXPECT_THAT(valueOf(m_figures.startedBetween(began - 1h, began)), IsEmpty());
}

// Prices told before they were counted are kept as Meta wrote them then.
TEST_F(CampaignFiguresTest, aPriceIsTheSameInCapitalsAndInSmallLetters)
{
    const CampaignId id = m_workspace.sendingWith(3);
    valueOf(execute(m_workspace.database(), uR"(INSERT INTO campaign_price (campaign_id, price, messages)
        SELECT ?, v.column1, v.column2 FROM (VALUES ('MARKETING/regular', 2), ('marketing/regular', 1),
                                                    ('SERVICE/FREE_ENTRY_POINT', 1)) v)"_s,
                    {id.value}));

    const std::vector<PricedMessages> prices = valueOf(m_figures.prices({id}));

    EXPECT_THAT(prices,
                ElementsAre(PricedMessages{u"marketing"_s, u"regular"_s, 3},
                            PricedMessages{u"service"_s, u"free_entry_point"_s, 1}));
    EXPECT_EQ(chargedMessages(prices), 3);
}

TEST_F(CampaignFiguresTest, theCheckFindsTimesAndPricesThatDifferFromTheRows)
{
    const CampaignId id = campaignOf(40, 5);
    valueOf(execute(m_workspace.database(), u"UPDATE campaign_delay SET people = people + 1"_s));
    valueOf(execute(m_workspace.database(), u"UPDATE campaign_price SET messages = 0"_s));

    EXPECT_THAT(m_workspace.problems(), SizeIs(2)) << id.value;
}

TEST_F(CampaignFiguresTest, anOlderDatabaseGetsItsFiguresFromItsRows)
{
    const CampaignId id = campaignOf(120, 9);
    const FigureSet before = valueOf(m_figures.figures({id}));
    for (const QString &undo : {u"DROP INDEX recipient_failed"_s, u"DROP TABLE campaign_delay"_s,
                                u"DROP TABLE campaign_price"_s, u"ALTER TABLE attempt DROP COLUMN price"_s})
        valueOf(execute(m_workspace.database(), undo));

    constexpr int kFigures = 16;
    const auto step = std::find_if(workspaceMigrations().begin(), workspaceMigrations().end(),
                                   [](const Migration &one) { return one.version == kFigures; });
    ASSERT_NE(step, workspaceMigrations().end());
    for (const QString &statement : step->statements)
        valueOf(execute(m_workspace.database(), statement));

    EXPECT_EQ(valueOf(m_figures.figures({id})), before);
    EXPECT_THAT(valueOf(counterProblems(m_workspace.database())), IsEmpty());
}

TEST(KeptDelayTest, threeDigitsCount)
{
    const auto kept = [](qint64 delay) { return keptDelay(UtcTime{}, fromMilliseconds(delay)); };

    EXPECT_EQ(kept(-5), 0);
    EXPECT_EQ(kept(999), 999);
    EXPECT_EQ(kept(4'217), 4'210);
    EXPECT_EQ(kept(86'399'999), 86'300'000);
    EXPECT_EQ(kept(98'765'432'100), 98'760'000'000);
}
