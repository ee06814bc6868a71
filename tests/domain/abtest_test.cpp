#include "domain/abtest.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using ::testing::ElementsAre;

namespace {

PhoneNumber phone(qint64 number)
{
    return PhoneNumber::fromE164(u"+%1"_s.arg(number)).value();
}

AbTestTerms termsOf(int variants, int restPercent)
{
    AbTestTerms terms;
    terms.restPercent = restPercent;
    for (int index = 0; index < variants; ++index)
        terms.variants.push_back({.templateName = u"template_%1"_s.arg(index)});
    return terms;
}

Campaign versionIn(CampaignState state, std::optional<UtcTime> startedAt = {}, int pending = 0)
{
    Campaign version;
    version.state = state;
    version.startedAt = startedAt;
    version.counts.set(RecipientStatus::Pending, pending);
    return version;
}

UtcTime at(int minutes)
{
    return UtcTime{} + std::chrono::minutes{minutes};
}

} // namespace

TEST(AbTestTest, peopleAreDividedInEqualPartsAndTheRestIsRoundedDown)
{
    EXPECT_EQ(abSizes(1000, termsOf(2, 0)),
              (AbSizes{
                  {500, 500},
                  0
    }));
    EXPECT_EQ(abSizes(1000, termsOf(3, 80)),
              (AbSizes{
                  {67, 67, 66},
                  800
    }));
    EXPECT_EQ(abSizes(7, termsOf(4, 50)),
              (AbSizes{
                  {1, 1, 1, 1},
                  3
    }));
    EXPECT_EQ(abSizes(1'000'000'000, termsOf(2, 90)),
              (AbSizes{
                  {50'000'000, 50'000'000},
                  900'000'000
    }));
}

// Worked out with another program; splitmix64's first number for 0 is the published e220a8397b1dcdaf.
TEST(AbTestTest, theSameSeedAndTheSamePeopleGiveTheSameDraw)
{
    EXPECT_EQ(placeInDraw(42, phone(34600000001)), 0xd18c5b01516a1186u);
    EXPECT_EQ(placeInDraw(42, phone(919000000001)), 0xe13f8b1ffd195856u);

    std::vector<int> people(12);
    for (int i = 0; i < 12; ++i)
        people[static_cast<size_t>(i)] = i + 1;
    std::sort(people.begin(), people.end(), [](int a, int b) {
        return placeInDraw(7, phone(919000000000 + a)) < placeInDraw(7, phone(919000000000 + b));
    });
    EXPECT_THAT(people, ElementsAre(1, 10, 6, 12, 11, 9, 5, 7, 2, 4, 3, 8));
}

TEST(AbTestTest, aDrawIsFairToNumbersThatFollowEachOther)
{
    constexpr int kPeople = 20'000;
    std::set<quint64> places;
    int firstHalf = 0;
    for (int i = 0; i < kPeople; ++i) {
        const quint64 place = placeInDraw(1, phone(34600000000 + i));
        places.insert(place);
        firstHalf += place < (quint64{1} << 63);
    }

    EXPECT_EQ(places.size(), size_t{kPeople}) << "nobody shares a place";
    EXPECT_NEAR(firstHalf, kPeople / 2, 4 * 71) << "four standard deviations";
}

TEST(AbTestTest, anotherSeedIsAnotherDraw)
{
    int same = 0;
    for (int i = 0; i < 1000; ++i)
        same +=
            (placeInDraw(1, phone(34600000000 + i)) >> 63) == (placeInDraw(2, phone(34600000000 + i)) >> 63);

    EXPECT_NEAR(same, 500, 4 * 16);
}

TEST(AbTestTest, aClearWinnerIsBestAloneAndOfEnoughPeople)
{
    const AbResult clear = judge({
        {200, 500},
        {300, 500}
    });
    const AbResult overlapping = judge({
        {200, 500},
        {215, 500}
    });
    const AbResult few = judge({
        {20,  384},
        {300, 500}
    });
    const AbResult equal = judge({
        {200, 500},
        {200, 500}
    });
    const AbResult secondIsNear = judge({
        {300, 500},
        {100, 500},
        {290, 500}
    });

    EXPECT_EQ(clear.verdict, AbResult::Verdict::Clear);
    EXPECT_EQ(clear.best, 1);
    EXPECT_GT(clear.chances[1], 0.999);
    EXPECT_EQ(overlapping.verdict, AbResult::Verdict::WithinChance);
    EXPECT_EQ(few.verdict, AbResult::Verdict::TooFew);
    EXPECT_EQ(equal.verdict, AbResult::Verdict::WithinChance);
    EXPECT_EQ(secondIsNear.verdict, AbResult::Verdict::WithinChance);
}

TEST(AbTestTest, intervalsThatTouchOverlap)
{
    // 0.3580 to 0.4435 and 0.4444 to 0.5317 do not touch; with one reader less of the second they do.
    EXPECT_EQ(judge({
                        {200, 500},
                        {244, 500}
    })
                  .verdict,
              AbResult::Verdict::Clear);
    EXPECT_EQ(judge({
                        {200, 500},
                        {243, 500}
    })
                  .verdict,
              AbResult::Verdict::WithinChance);
}

TEST(AbTestTest, aMeasureIsTheShareOfTheContract)
{
    const ReachedCounts reached{.sent = 100, .delivered = 90, .read = 40, .responded = 7};

    EXPECT_EQ(shareOf(AbMeasure::Delivered, reached), (Share{90, 100}));
    EXPECT_EQ(shareOf(AbMeasure::Read, reached), (Share{40, 90}));
    EXPECT_EQ(shareOf(AbMeasure::Responded, reached), (Share{7, 90}));
}

TEST(AbTestTest, theWinnerIsDueSoLongAfterTheLastVersionBegan)
{
    AbTestTerms terms = termsOf(2, 50);
    terms.decideAfter = 4h;
    const Campaign early = versionIn(CampaignState::Completed, at(0));
    const Campaign late = versionIn(CampaignState::Sending, at(30), 10);
    const Campaign waiting = versionIn(CampaignState::Scheduled);

    EXPECT_EQ(decisionTime(terms, {early, late}), at(30 + 240));
    EXPECT_EQ(decisionTime(terms, {early, waiting}), std::nullopt);
    EXPECT_EQ(decisionTime(terms, {early, versionIn(CampaignState::Cancelled)}), at(240));
    terms.decideAfter.reset();
    EXPECT_EQ(decisionTime(terms, {early, late}), std::nullopt) << "a person decides";
}

TEST(AbTestTest, aVersionIsSentWhenNobodyOfItIsLeft)
{
    EXPECT_FALSE(isSent(versionIn(CampaignState::Draft)));
    EXPECT_FALSE(isSent(versionIn(CampaignState::Sending, at(0), 1)));
    EXPECT_FALSE(isSent(versionIn(CampaignState::Paused, at(0), 1)));
    EXPECT_FALSE(isSent(versionIn(CampaignState::Paused))) << "missed its time";
    EXPECT_TRUE(isSent(versionIn(CampaignState::Completed, at(0))));
    EXPECT_TRUE(isSent(versionIn(CampaignState::Cancelled)));
}

TEST(AbTestTest, theRestGetsAVersionAtItsTimeOfDay)
{
    const QTimeZone madrid{"Europe/Madrid"};
    const auto local = [&](QDate day, QTime time) { return fromDateTime(QDateTime{day, time, madrid}); };
    const UtcTime own = local({2026, 3, 27}, {18, 0});

    EXPECT_EQ(nextSameTimeOfDay(own, local({2026, 3, 28}, {10, 0}), madrid), local({2026, 3, 28}, {18, 0}));
    EXPECT_EQ(nextSameTimeOfDay(own, local({2026, 3, 28}, {18, 0}), madrid), local({2026, 3, 29}, {18, 0}))
        << "across the change to summer time";
}

TEST(AbTestTest, aTestHasTwoToFourDifferentVersions)
{
    EXPECT_FALSE(termsOf(1, 0).problem().isEmpty());
    EXPECT_FALSE(termsOf(5, 0).problem().isEmpty());
    EXPECT_FALSE(termsOf(2, 95).problem().isEmpty());
    AbTestTerms same = termsOf(3, 50);
    EXPECT_TRUE(same.problem().isEmpty());
    same.variants[2] = same.variants[0];
    EXPECT_FALSE(same.problem().isEmpty());
}

TEST(AbTestTest, aVersionIsAsTheCampaignButForWhatItBrings)
{
    Campaign campaign;
    campaign.templateName = u"summer"_s;
    campaign.language = u"es"_s;
    campaign.settings.defaults = {
        {u"1"_s, u"Goa"_s},
        {u"2"_s, u"9"_s  }
    };
    AbVariant variant;
    variant.language = u"en"_s;
    variant.fixedValues = {
        {u"2"_s, u"8"_s}
    };

    const Campaign version = variant.applyTo(campaign);

    EXPECT_EQ(version.templateName, u"summer"_s);
    EXPECT_EQ(version.language, u"en"_s);
    EXPECT_EQ(version.settings.defaults, campaign.settings.defaults);
    EXPECT_EQ(version.settings.fixedValues,
              (Variables{
                  {u"2"_s, u"8"_s}
    }));
}

TEST(AbTestTest, aDecisionIsMadeOnce)
{
    EXPECT_EQ(nextState(AbTestState::Running, AbTestEvent::Choose), AbTestState::Decided);
    EXPECT_EQ(nextState(AbTestState::Asking, AbTestEvent::Choose), AbTestState::Decided);
    EXPECT_EQ(nextState(AbTestState::Decided, AbTestEvent::Choose), std::nullopt);
    EXPECT_EQ(nextState(AbTestState::Dividing, AbTestEvent::Choose), std::nullopt);
    EXPECT_EQ(nextState(AbTestState::Asking, AbTestEvent::Ask), std::nullopt);
}
