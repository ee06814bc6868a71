#include "domain/analytics.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

using namespace Qt::StringLiterals;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

namespace {

Quarter quarterAt(const char *utc)
{
    return QDateTime::fromString(QString::fromLatin1(utc), Qt::ISODate).toSecsSinceEpoch() / kQuarterSeconds;
}

UtcTime momentAt(const char *utc)
{
    return fromDateTime(QDateTime::fromString(QString::fromLatin1(utc), Qt::ISODate));
}

StepCounts counts(int sent, int delivered, int read, int responded = 0)
{
    StepCounts all;
    all.tried = sent;
    all.sent = sent;
    all.delivered = delivered;
    all.read = read;
    all.responded = responded;
    return all;
}

/// Two campaigns with two templates, people in India and Spain, in November 2026.
AnalyticsFacts twoCampaigns()
{
    AnalyticsFacts facts;
    facts.campaigns = {
        {{7}, u"Diwali"_s, {1}, u"diwali"_s, u"en"_s, momentAt("2026-11-02T09:00:00Z")},
        {{8}, u"Lisboa"_s, {2}, u"puente"_s, u"es"_s, momentAt("2026-11-10T09:00:00Z")}
    };
    facts.places = {u"IN"_s, u"Europe/Madrid"_s};
    facts.reasons = {
        {u"131026"_s, u"Not reachable on WhatsApp."_s, u"Check the number."_s},
        {u"131049"_s, u"Held back by Meta."_s,         {}                    }
    };
    facts.cells = {
        {0, 0, quarterAt("2026-11-02T09:15:00Z"), counts(100, 90,                                60)        }, // Mon 14:45 in India
        {0, 0, quarterAt("2026-11-02T09:30:00Z"), counts(200, 180,                               90,          5)}, // Mon 15:00
        {1, 1,  quarterAt("2026-11-10T18:00:00Z"),                                  counts(50,          50, 40)}, // Tue 19:00 in Spain
    };
    facts.failures = {
        {0, 0, quarterAt("2026-11-02T09:15:00Z"), 0, 10},
        {0, 0, quarterAt("2026-11-02T09:30:00Z"), 1, 4 },
        {1, 1, quarterAt("2026-11-10T18:00:00Z"), 0, 1 },
    };
    return facts;
}

/// Delivered on a day at noon.
PricedCharge charge(qint64 campaign, const char *utc, const QString &region, const QString &category,
                    int messages, std::optional<qint64> millionths, const QString &currency = u"USD"_s)
{
    const QString type = category.startsWith(u"free"_s) ? category : u"regular"_s;
    std::optional<Money> amount;
    if (millionths)
        amount = Money{*millionths};
    return {
        {{campaign}, quarterAt(utc), region, category, type, messages},
        currency, amount
    };
}

AnalyticsQuestion november()
{
    AnalyticsQuestion question;
    question.days = {
        {2026, 11, 1 },
        {2026, 11, 30}
    };
    question.zone = QTimeZone{"Europe/London"};
    question.now = momentAt("2026-11-12T12:00:00Z");
    return question;
}

} // namespace

TEST(AnalyticsTest, totalsAddUpOverCampaignsAndReasons)
{
    const Analytics figures = analyse(twoCampaigns(), november());

    EXPECT_EQ(figures.total.sent, 350);
    EXPECT_EQ(figures.total.delivered, 320);
    EXPECT_EQ(figures.total.read, 190);
    EXPECT_EQ(figures.total.responded, 5);
    EXPECT_EQ(figures.total.failed, 15);
    ASSERT_THAT(figures.reasons, SizeIs(2));
    EXPECT_EQ(figures.reasons[0].words.code, u"131026"_s);
    EXPECT_EQ(figures.reasons[0].people, 11);
    EXPECT_EQ(figures.reasons[1].people, 4);
}

TEST(AnalyticsTest, stepsBeginOnMondaysAndFirstsAndEndWithThePeriod)
{
    AnalyticsQuestion question = november();
    question.step = TrendStep::Week;

    const std::vector<TrendPoint> weeks = analyse(twoCampaigns(), question).trend;

    ASSERT_THAT(weeks, SizeIs(6));
    EXPECT_EQ(weeks[0].days,
              (DayRange{
                  {2026, 11, 1},
                  {2026, 11, 1}
    }))
        << "a Sunday";
    EXPECT_EQ(weeks[1].days,
              (DayRange{
                  {2026, 11, 2},
                  {2026, 11, 8}
    }));
    EXPECT_EQ(weeks[1].counts.sent, 300);
    EXPECT_EQ(weeks[1].counts.failed, 14);
    EXPECT_TRUE(weeks[1].isOver);
    EXPECT_EQ(weeks[2].counts.sent, 50);
    EXPECT_FALSE(weeks[2].isOver);
    EXPECT_EQ(weeks[3].counts, StepCounts{});

    question.step = TrendStep::Month;
    EXPECT_THAT(analyse(twoCampaigns(), question).trend, SizeIs(1));
    question.step = TrendStep::Day;
    EXPECT_THAT(analyse(twoCampaigns(), question).trend, SizeIs(30));
}

TEST(AnalyticsTest, daysBeginAtMidnightOfTheZoneThatIsAskedFor)
{
    AnalyticsFacts facts = twoCampaigns();
    facts.cells = {
        {0, 0, quarterAt("2026-10-31T18:15:00Z"), counts(1, 0, 0)}, // 23:45 on the last of October in India
        {0, 0, quarterAt("2026-10-31T18:30:00Z"), counts(2, 0, 0)}, // midnight
        {0, 0, quarterAt("2026-11-30T18:15:00Z"), counts(4, 0, 0)},
        {0, 0, quarterAt("2026-11-30T18:30:00Z"), counts(8, 0, 0)}  // December
    };
    AnalyticsQuestion question = november();
    question.zone = QTimeZone{"Asia/Kolkata"};

    const Analytics figures = analyse(facts, question);

    EXPECT_EQ(figures.total.sent, 6);
    EXPECT_EQ(figures.trend.front().counts.sent, 2);
    EXPECT_EQ(figures.trend.back().counts.sent, 4);
}

TEST(AnalyticsTest, hoursAreThoseOfPeoplesOwnClocks)
{
    const HeatMap heat = analyse(twoCampaigns(), november()).heat;

    EXPECT_EQ(heat.at({0, 14}), (Share{60, 90}));
    EXPECT_EQ(heat.at({0, 15}), (Share{90, 180}));
    EXPECT_EQ(heat.at({1, 19}), (Share{40, 50}));
    EXPECT_EQ(heat.withoutClock, 0);
    EXPECT_EQ(heat.best, (HeatSlot{1, 19}));
    EXPECT_TRUE(heat.isBestWithinChance) << "40 of 50 against 60 of 90";
}

TEST(AnalyticsTest, anHourWithFewerThanFiftyIsNeverTheBestAndPeopleWithoutClockAreCounted)
{
    AnalyticsFacts facts = twoCampaigns();
    facts.places.push_back(u"US"_s);
    facts.cells.push_back({1, 1, quarterAt("2026-11-13T10:00:00Z"), counts(49, 49, 49)});
    facts.cells.push_back({1, 2, quarterAt("2026-11-13T10:00:00Z"), counts(30, 20, 10)});

    const HeatMap heat = analyse(facts, november()).heat;

    EXPECT_EQ(heat.best, (HeatSlot{1, 19}));
    EXPECT_EQ(heat.withoutClock, 20);
}

TEST(AnalyticsTest, aMarkFiltersEverythingButItsOwnFigure)
{
    AnalyticsQuestion question = november();
    question.filter.usedTemplate = TemplateKey{u"puente"_s, u"es"_s};

    const Analytics byTemplate = analyse(twoCampaigns(), question);

    EXPECT_EQ(byTemplate.total.sent, 50);
    EXPECT_EQ(byTemplate.heat.at({0, 15}).whole, 0);
    EXPECT_THAT(byTemplate.reasons, SizeIs(1));
    EXPECT_THAT(byTemplate.campaigns, SizeIs(1));
    ASSERT_THAT(byTemplate.templates, SizeIs(2)) << "the others stay to be chosen";

    question.filter = {};
    question.filter.slot = HeatSlot{0, 15};
    const Analytics bySlot = analyse(twoCampaigns(), question);
    EXPECT_EQ(bySlot.total.sent, 200);
    EXPECT_EQ(bySlot.total.failed, 4);
    EXPECT_THAT(bySlot.templates, SizeIs(1));
    EXPECT_EQ(bySlot.heat.at({1, 19}).whole, 50);

    question.filter = {};
    question.filter.period = DayRange{
        {2026, 11, 10},
        {2026, 11, 10}
    };
    const Analytics byDay = analyse(twoCampaigns(), question);
    EXPECT_EQ(byDay.total.sent, 50);
    EXPECT_EQ(byDay.trend[1].counts.sent, 300);

    question.filter = {};
    question.filter.account = AccountId{1};
    EXPECT_THAT(analyse(twoCampaigns(), question).campaigns, SizeIs(1));
}

TEST(AnalyticsTest, aReasonLeavesTheCampaignsInWhichItHappenedAndCountsAloneAsFailed)
{
    AnalyticsQuestion question = november();
    question.filter.failureCode = u"131049"_s;

    const Analytics figures = analyse(twoCampaigns(), question);

    EXPECT_EQ(figures.total.failed, 4);
    EXPECT_EQ(figures.total.sent, 300);
    ASSERT_THAT(figures.campaigns, SizeIs(1));
    EXPECT_EQ(figures.campaigns[0].campaign.name, u"Diwali"_s);
    EXPECT_THAT(figures.reasons, SizeIs(2)) << "the others stay to be chosen";
}

TEST(AnalyticsTest, theBestReadTemplateComesFirstAndTheLatestCampaign)
{
    const Analytics figures = analyse(twoCampaigns(), november());

    ASSERT_THAT(figures.templates, SizeIs(2));
    EXPECT_EQ(figures.templates[0].key.name, u"puente"_s);
    EXPECT_EQ(figures.templates[0].counts.readShare(), (Share{40, 50}));
    EXPECT_EQ(figures.campaigns[0].campaign.name, u"Lisboa"_s);
}

// "One of my colleagues read the test, and it was the best template of the year."
TEST(AnalyticsTest, aTemplateOfTooFewPeopleNeverStandsAboveOneThatTellsSomething)
{
    AnalyticsFacts facts = twoCampaigns();
    facts.cells = {
        {0, 0, quarterAt("2026-11-02T09:15:00Z"), counts(500, 400, 120)},
        {1, 1, quarterAt("2026-11-10T18:00:00Z"), counts(1,   1,   1)  },
    };

    const Analytics figures = analyse(facts, november());

    ASSERT_THAT(figures.templates, SizeIs(2));
    EXPECT_EQ(figures.templates[0].key.name, u"diwali"_s);
    EXPECT_EQ(figures.templates[1].key.name, u"puente"_s);
}

TEST(AnalyticsTest, theLimitIsUsedOverAnyTwentyFourHours)
{
    AnalyticsFacts facts = twoCampaigns();
    facts.messagingLimit = 1000;
    facts.written = {
        {quarterAt("2026-11-02T20:00:00Z"), 300},
        {quarterAt("2026-11-03T10:00:00Z"), 400},
        {quarterAt("2026-11-03T19:45:00Z"), 50 },
        {quarterAt("2026-11-03T20:00:00Z"), 10 },
    };

    const Analytics figures = analyse(facts, november());

    EXPECT_EQ(figures.busiestDay, 750);
    EXPECT_EQ(figures.trend[1].busiestDay, 300);
    EXPECT_EQ(figures.trend[2].busiestDay, 750);
    EXPECT_EQ(figures.messagingLimit, 1000);
}

TEST(AnalyticsTest, theOptOutLightKnowsWhatChanceDoes)
{
    EXPECT_EQ(optOutLight({0, 0}), OptOutLight::TooFew);
    EXPECT_EQ(optOutLight({2, 100}), OptOutLight::TooFew);
    EXPECT_EQ(optOutLight({10, 100}), OptOutLight::Alarm) << "that many are too many for sure";
    EXPECT_EQ(optOutLight({1, 1000}), OptOutLight::Calm);
    EXPECT_EQ(optOutLight({12, 1000}), OptOutLight::Watch);
    EXPECT_EQ(optOutLight({300, 10'000}), OptOutLight::Alarm);
}

TEST(AnalyticsTest, aPeriodWithoutAnythingHasEmptySteps)
{
    const Analytics figures = analyse({}, november());

    EXPECT_EQ(figures.total, StepCounts{});
    EXPECT_THAT(figures.trend, SizeIs(30));
    EXPECT_THAT(figures.templates, IsEmpty());
    EXPECT_EQ(figures.heat.best, std::nullopt);
}

TEST(AnalyticsTest, costsAreThoseOfTheDaysOnWhichMetaDeliveredByCountryAndCategory)
{
    AnalyticsFacts facts = twoCampaigns();
    facts.charges = {
        charge(7, "2026-11-02T12:00:00Z", u"IN"_s, u"marketing"_s, 90, 891'000),
        charge(7, "2026-11-09T12:00:00Z", u"IN"_s, u"utility"_s, 10, 14'000),
        charge(8, "2026-11-10T12:00:00Z", u"ES"_s, u"marketing"_s, 50, 3'075'000),
        charge(8, "2026-11-10T12:15:00Z", u"ES"_s, u"marketing"_s, 2, 123'000),
        charge(8, "2026-11-10T12:15:00Z", u"ES"_s, u"free_entry_point"_s, 3, std::nullopt),
        charge(8, "2026-11-10T12:15:00Z", u"AQ"_s, u"marketing"_s, 1, std::nullopt),
        charge(8, "2026-12-01T12:15:00Z", u"ES"_s, u"marketing"_s, 1, 61'500), // after the period
        charge(9, "2026-11-10T12:15:00Z", u"ES"_s, u"marketing"_s, 1, 61'500), // of no campaign that is known
    };

    const Analytics figures = analyse(facts, november());

    ASSERT_THAT(figures.costs, SizeIs(1));
    const CampaignCost &cost = figures.costs.front();
    EXPECT_EQ(cost.currency, u"USD"_s);
    EXPECT_EQ(cost.amount.millionths, 891'000 + 14'000 + 3'075'000 + 123'000);
    EXPECT_EQ(cost.charged, 152);
    EXPECT_EQ(cost.free, 3);
    EXPECT_EQ(cost.unpriced, 1);
    EXPECT_THAT(cost.shares,
                ElementsAre(CostShare{u"ES"_s, u"marketing"_s, 52, Money{3'198'000}},
                            CostShare{u"IN"_s, u"marketing"_s, 90, Money{891'000}},
                            CostShare{u"IN"_s, u"utility"_s, 10, Money{14'000}}));
}

TEST(AnalyticsTest, costsGoByEveryFilterButTheHour)
{
    AnalyticsFacts facts = twoCampaigns();
    facts.charges = {
        charge(7, "2026-11-02T12:00:00Z", u"IN"_s, u"marketing"_s, 90, 891'000),
        charge(8, "2026-11-10T12:00:00Z", u"ES"_s, u"marketing"_s, 50, 3'075'000, u"EUR"_s),
    };
    const auto costs = [&](const std::function<void(AnalyticsFilter &)> &set) {
        AnalyticsQuestion question = november();
        set(question.filter);
        std::vector<QString> words;
        for (const CampaignCost &cost : analyse(facts, question).costs)
            words.push_back(plainText(cost.amount) + cost.currency);
        return words;
    };

    EXPECT_THAT(costs([](AnalyticsFilter &) {}), ElementsAre(u"0.891USD"_s, u"3.075EUR"_s));
    EXPECT_THAT(costs([](AnalyticsFilter &filter) { filter.account = AccountId{2}; }),
                ElementsAre(u"3.075EUR"_s));
    EXPECT_THAT(costs([](AnalyticsFilter &filter) {
                    filter.usedTemplate = {u"diwali"_s, {}};
                }),
                ElementsAre(u"0.891USD"_s));
    EXPECT_THAT(costs([](AnalyticsFilter &filter) { filter.campaign = CampaignId{8}; }),
                ElementsAre(u"3.075EUR"_s));
    EXPECT_THAT(costs([](AnalyticsFilter &filter) {
                    filter.period = {
                        {2026, 11, 2},
                        {2026, 11, 8}
                    };
                }),
                ElementsAre(u"0.891USD"_s));
    EXPECT_THAT(costs([](AnalyticsFilter &filter) { filter.failureCode = u"131049"_s; }),
                ElementsAre(u"0.891USD"_s));
    EXPECT_THAT(costs([](AnalyticsFilter &filter) { filter.slot = {0, 3}; }), SizeIs(2));
}
