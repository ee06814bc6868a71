#include "workspace/world.h"

#include "domain/schedule.h"
#include "storage/suppressions.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A practice workspace in which a campaign to five people is repeated every day.
class RecurrenceDeskTest : public testing::Test
{
protected:
    RecurrenceDeskTest()
        : pattern{world.draft(5)}
    {
    }

    RecurrenceDesk &desk() { return world.session().recurrenceDesk(); }

    Recurrence repeatDaily(OccurrenceAction action)
    {
        const Result<Recurrence> set =
            desk().repeat(pattern, {RecurrenceRule::Every::Day, 1, 1, 600, u"Europe/Madrid"_s}, action);
        EXPECT_TRUE(set) << qPrintable(set.error().message);
        return *set;
    }

    void moveTo(UtcTime time) { world.clock().jumpWallClock(time - world.clock().now()); }

    std::vector<CampaignId> makeDue()
    {
        const Result<std::vector<CampaignId>> made = desk().makeDue();
        EXPECT_TRUE(made) << qPrintable(made.error().message);
        return *made;
    }

    World world;
    CampaignId pattern;
};

} // namespace

TEST_F(RecurrenceDeskTest, whenItsTimeComesADraftIsMadeOnce)
{
    const Recurrence daily = repeatDaily(OccurrenceAction::Draft);
    EXPECT_TRUE(makeDue().empty());

    moveTo(daily.nextAt);
    const std::vector<CampaignId> made = makeDue();

    ASSERT_EQ(made.size(), 1u);
    const Campaign draft = world.load(made.front());
    EXPECT_EQ(draft.state, CampaignState::Draft);
    EXPECT_EQ(draft.counts.total(), 5);
    EXPECT_TRUE(draft.name.startsWith(world.load(pattern).name));
    EXPECT_TRUE(makeDue().empty());
}

TEST_F(RecurrenceDeskTest, orItIsSentWithThePeopleWhoHaveNotOptedOut)
{
    const Recurrence daily = repeatDaily(OccurrenceAction::Send);
    RecipientQuery everybody;
    everybody.campaign = pattern;
    const PhoneNumber leaver = world.session().recipients().page(everybody, 1, std::nullopt)->front().phone;
    ASSERT_TRUE(world.session().contacts().optOut(leaver, u"a call"_s, world.clock().now()));

    moveTo(daily.nextAt + 1min);
    const std::vector<CampaignId> made = makeDue();

    ASSERT_EQ(made.size(), 1u);
    const Campaign campaign = world.load(made.front());
    EXPECT_EQ(campaign.state, CampaignState::Scheduled);
    EXPECT_EQ(campaign.scheduledFor, daily.nextAt);
    EXPECT_EQ(campaign.counts.total(), 4);
}

TEST_F(RecurrenceDeskTest, ofManyMissedTimesOneIsMadeAndItsTimeSaysSo)
{
    const Recurrence daily = repeatDaily(OccurrenceAction::Send);

    moveTo(daily.nextAt + 5 * 24h + 8h);
    const std::vector<CampaignId> made = makeDue();

    ASSERT_EQ(made.size(), 1u);
    const Campaign campaign = world.load(made.front());
    EXPECT_TRUE(isMissed(*campaign.scheduledFor, world.clock().now())) << "so the engine asks";
    EXPECT_GT(world.session().recurrences().find(pattern)->value().nextAt, world.clock().now());
}

TEST_F(RecurrenceDeskTest, whatACrashLeftHalfMadeIsGoneOnWith)
{
    const Recurrence daily = repeatDaily(OccurrenceAction::Send);
    moveTo(daily.nextAt);
    // As far as the first transaction.
    const auto begun = world.session().recurrences().begin(daily, {daily.nextAt, 0, daily.nextAt + 24h},
                                                           u"Half made"_s, world.clock().now());
    ASSERT_TRUE(begun && *begun);
    const Result<Campaign> tooEarly = world.session().campaignDesk().send((*begun)->campaign, true);
    EXPECT_EQ(tooEarly.error().code, u"still_filling"_s);

    const std::vector<CampaignId> made = makeDue();

    ASSERT_EQ(made.size(), 1u);
    EXPECT_EQ(made.front(), (*begun)->campaign);
    EXPECT_EQ(world.load(made.front()).state, CampaignState::Scheduled);
    EXPECT_EQ(world.load(made.front()).counts.total(), 5);
    EXPECT_TRUE(makeDue().empty());
}

TEST_F(RecurrenceDeskTest, whatCannotBeSentStaysADraftAndSaysWhy)
{
    const CampaignId empty = world.draft(0);
    const Result<Recurrence> daily =
        desk().repeat(empty, {RecurrenceRule::Every::Day, 1, 1, 600, {}}, OccurrenceAction::Send);
    ASSERT_TRUE(daily);

    moveTo(daily->nextAt);
    const std::vector<CampaignId> made = makeDue();

    ASSERT_EQ(made.size(), 1u);
    EXPECT_EQ(world.load(made.front()).state, CampaignState::Draft);
    EXPECT_FALSE(world.session().recurrences().find(empty)->value().problem.isEmpty());
}

TEST_F(RecurrenceDeskTest, aRuleWithoutDaysOrWithAnUnknownZoneIsRefused)
{
    const Result<Recurrence> dayless =
        desk().repeat(pattern, {RecurrenceRule::Every::Week, 0, 1, 600, {}}, OccurrenceAction::Draft);
    const Result<Recurrence> nowhere = desk().repeat(
        pattern, {RecurrenceRule::Every::Day, 1, 1, 600, u"Mars/Olympus"_s}, OccurrenceAction::Draft);

    EXPECT_EQ(dayless.error().code, u"bad_recurrence"_s);
    EXPECT_EQ(nowhere.error().code, u"bad_recurrence"_s);
}

TEST_F(RecurrenceDeskTest, itGoesToWhoIsInTheSegmentThen)
{
    Session &session = world.session();
    const auto addVip = [&](const QString &phone) {
        ASSERT_TRUE(session.contacts().put(
            *PhoneNumber::fromE164(phone), u"ES"_s,
            {
                .attributes = {{u"1"_s, u"Goa"_s}, {u"2"_s, u"9"_s}},
                  .addedTags = {u"vip"_s                 }
        },
            world.clock().now()));
    };
    addVip(u"+34600000901"_s);
    ASSERT_TRUE(
        session.segments().create(u"VIPs"_s, *SegmentRule::fromText(u"tag = vip"_s), world.clock().now()));
    const Result<Recurrence> daily =
        desk().repeat(pattern, {RecurrenceRule::Every::Day, 1, 1, 600, u"Europe/Madrid"_s},
                      OccurrenceAction::Send, RecurringAudience::ofSegment(u"VIPs"_s));
    ASSERT_TRUE(daily);
    addVip(u"+34600000902"_s);
    addVip(u"+34600000903"_s);
    ASSERT_TRUE(session.contacts().optOut(*PhoneNumber::fromE164(u"+34600000903"_s), u"a call"_s,
                                          world.clock().now()));

    moveTo(daily->nextAt);
    const std::vector<CampaignId> made = makeDue();

    ASSERT_EQ(made.size(), 1u);
    EXPECT_EQ(world.load(made.front()).state, CampaignState::Scheduled);
    EXPECT_EQ(world.load(made.front()).counts.total(), 2);
    EXPECT_EQ((*session.recurrences().find(pattern))->audience.segment, u"VIPs"_s);
}

TEST_F(RecurrenceDeskTest, withoutItsSegmentTheDraftStaysEmptyAndSaysWhy)
{
    ASSERT_TRUE(world.session().segments().create(u"VIPs"_s, SegmentRule::everybody(), world.clock().now()));
    const Result<Recurrence> daily =
        desk().repeat(pattern, {RecurrenceRule::Every::Day, 1, 1, 600, u"Europe/Madrid"_s},
                      OccurrenceAction::Send, RecurringAudience::ofSegment(u"VIPs"_s));
    ASSERT_TRUE(daily);
    ASSERT_TRUE(world.session().segments().remove(u"VIPs"_s));

    moveTo(daily->nextAt);
    const std::vector<CampaignId> made = makeDue();

    ASSERT_EQ(made.size(), 1u);
    EXPECT_EQ(world.load(made.front()).state, CampaignState::Draft);
    EXPECT_EQ(world.load(made.front()).counts.total(), 0);
    EXPECT_FALSE((*world.session().recurrences().find(pattern))->problem.isEmpty());
}
