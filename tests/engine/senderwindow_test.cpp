#include "senderworld.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using enum RecipientStatus;

TEST(SenderWindowTest, theWindowClosesInTheMiddleOfARunAndOpensAgainTheNextDay)
{
    SenderWorld world;
    setTime(world, "2026-11-18T19:59:50Z"); // ten seconds before 21:00 in Berlin
    Campaign campaign = SenderWorld::campaign();
    campaign.settings.window = *SendingWindow::parseHours(u"09:00-21:00");
    const CampaignId id = world.ledger.add(campaign, 400);
    world.start();

    world.run(30s);
    const size_t posted = world.gateway.journal().size();
    EXPECT_NEAR(static_cast<double>(posted), 192, 4);
    EXPECT_LT(world.gateway.journal().back().wallTime, utc("2026-11-18T20:00:00Z"));
    EXPECT_EQ(world.ledger.openClaims(), 0);
    EXPECT_EQ(world.waits.back().second.code, u"window"_s);
    EXPECT_EQ(world.idleCount, 1);

    ASSERT_TRUE(world.runUntil([&] { return world.ledger.stateOf(id) == CampaignState::Completed; }, 13h));
    EXPECT_GE(world.gateway.journal()[posted].wallTime, utc("2026-11-19T08:00:00Z"));
    EXPECT_LT(world.gateway.journal()[posted].wallTime, utc("2026-11-19T08:00:01Z"));
    EXPECT_EQ(world.writtenTwice(), 0);
}

TEST(SenderWindowTest, theWindowFollowsTheClockChange)
{
    SenderWorld world;
    setTime(world, "2026-03-28T22:00:00Z");
    Campaign campaign = SenderWorld::campaign();
    campaign.settings.window = *SendingWindow::parseHours(u"09:00-21:00");
    world.ledger.add(campaign, 1);
    world.start();

    world.runUntil([&] { return !world.gateway.journal().empty(); }, 24h);

    ASSERT_FALSE(world.gateway.journal().empty());
    EXPECT_GE(world.gateway.journal().front().wallTime, utc("2026-03-29T07:00:00Z"));
    EXPECT_LT(world.gateway.journal().front().wallTime, utc("2026-03-29T07:00:01Z"));
}

TEST(SenderWindowTest, aCampaignWhoseLastPersonWasSentAtClosingTimeCompletes)
{
    SenderWorld world;
    setTime(world, "2026-11-18T19:59:59Z");
    Campaign campaign = SenderWorld::campaign(SendRate::gentle());
    campaign.settings.window = *SendingWindow::parseHours(u"09:00-21:00");
    const CampaignId id = world.ledger.add(campaign, 1);
    world.start();

    EXPECT_TRUE(world.runUntil([&] { return world.ledger.stateOf(id) == CampaignState::Completed; }, 10s));
}

TEST(SenderWindowTest, inTheRecipientsOwnZonesEachCountryWaitsForItsMorning)
{
    SenderWorld world;
    setTime(world, "2026-11-18T10:00:00Z"); // 15:30 in India, 11:00 in Spain, 05:00 in New York
    Campaign campaign = SenderWorld::campaign();
    campaign.settings.window = *SendingWindow::parseHours(u"09:00-21:00");
    campaign.settings.window.timeZone = u"recipient"_s;
    const CampaignId id = world.ledger.add(campaign, 30);
    for (int i = 0; i < 10; ++i)
        world.ledger.person(id, i).region = u"US"_s;
    for (int i = 10; i < 20; ++i)
        world.ledger.person(id, i).region = u"IN"_s;
    world.start();

    world.run(1min);
    EXPECT_EQ(world.gateway.journal().size(), 20u);
    EXPECT_EQ(world.idleCount, 1);

    ASSERT_TRUE(world.runUntil([&] { return world.ledger.stateOf(id) == CampaignState::Completed; }, 12h));
    // 09:00 in Honolulu, which is 14:00 in New York.
    EXPECT_GE(world.gateway.journal()[20].wallTime, utc("2026-11-18T19:00:00Z"));
    EXPECT_LT(world.gateway.journal()[20].wallTime, utc("2026-11-18T19:00:01Z"));
}

TEST(SenderWindowTest, aPersonsOwnZoneGoesBeforeTheirCountry)
{
    SenderWorld world;
    setTime(world, "2026-11-18T15:00:00Z"); // 10:00 in New York, 05:00 in Honolulu
    Campaign campaign = SenderWorld::campaign();
    campaign.settings.window = *SendingWindow::parseHours(u"09:00-21:00");
    campaign.settings.window.timeZone = u"recipient"_s;
    const CampaignId id = world.ledger.add(campaign, 20);
    for (int i = 0; i < 20; ++i)
        world.ledger.person(id, i).region = i < 10 ? u"US"_s : u"America/New_York"_s;
    world.start();

    world.run(1min);

    EXPECT_EQ(world.gateway.journal().size(), 10u);
}

TEST(SenderWindowTest, whoComesBackFromACountryInTheNightWaitsForItsMorning)
{
    SenderWorld world;
    setTime(world, "2026-11-18T15:25:00Z"); // 20:55 in India, 16:25 in Spain
    Campaign campaign = SenderWorld::campaign(perSecond(1));
    campaign.settings.window = *SendingWindow::parseHours(u"09:00-21:00");
    campaign.settings.window.timeZone = u"recipient"_s;
    const CampaignId id = world.ledger.add(campaign, 2000);
    for (int i = 0; i < 5; ++i)
        world.ledger.person(id, i).region = u"IN"_s;
    world.gateway.outcome = [&](const OutgoingMessage &message) -> std::optional<SendOutcome> {
        const bool isIndian = message.to == world.ledger.person(id, 0).phone;
        return isIndian && world.clock.now() < utc("2026-11-18T15:26:00Z")
            ? refusal(131026)
            : SendOutcome{Accepted{.messageId = u"wamid.1"_s}};
    };
    world.start();
    world.run(10min); // 21:05 in India, and only people in Spain are left
    ASSERT_EQ(world.ledger.person(id, 0).status, Failed);
    const size_t before = world.gateway.journal().size();

    world.ledger.resendByOthers(id, Failed);
    world.run(5min);

    EXPECT_GT(world.gateway.journal().size(), before + 200);
    EXPECT_EQ(world.ledger.person(id, 0).status, Pending) << "it is night there";
    ASSERT_TRUE(world.runUntil([&] { return world.ledger.stateOf(id) == CampaignState::Completed; }, 13h));
    EXPECT_GE(world.gateway.journal().back().wallTime, utc("2026-11-19T03:30:00Z"));
}

TEST(SenderWindowTest, whoseMessageDidNotLeaveIsNotForgottenWhileAnotherCountrySleeps)
{
    SenderWorld world;
    setTime(world, "2026-11-18T10:00:00Z"); // 15:30 in India, 05:00 in New York
    Campaign campaign = SenderWorld::campaign();
    campaign.settings.window = *SendingWindow::parseHours(u"09:00-21:00");
    campaign.settings.window.timeZone = u"recipient"_s;
    const CampaignId id = world.ledger.add(campaign, 20, u"IN"_s);
    for (int i = 0; i < 10; ++i)
        world.ledger.person(id, i).region = u"US"_s;
    int posted = 0;
    world.gateway.outcome = [&](const OutgoingMessage &) -> std::optional<SendOutcome> {
        return ++posted == 10 ? SendOutcome{NotSent{u"The connection was closed."_s}}
                              : SendOutcome{Accepted{.messageId = u"wamid.1"_s}};
    };
    world.start();

    world.run(1min);

    EXPECT_EQ(world.ledger.countOf(id, Sent), 10);
    EXPECT_EQ(world.idleCount, 1);
}

TEST(SenderWindowTest, aPracticeWorkspaceIsAlwaysOpen)
{
    SenderWorld world;
    world.options.isAlwaysOpen = true;
    setTime(world, "2026-11-18T02:00:00Z");
    Campaign campaign = SenderWorld::campaign();
    campaign.settings.window = *SendingWindow::parseHours(u"09:00-21:00");
    campaign.settings.window.timeZone = u"recipient"_s;
    const CampaignId id = world.ledger.add(campaign, 20);
    world.start();

    EXPECT_TRUE(world.runUntil([&] { return world.ledger.stateOf(id) == CampaignState::Completed; }, 10s));
}
