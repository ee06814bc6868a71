#include "senderworld.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using enum RecipientStatus;

class SenderMediaTest : public testing::Test
{
protected:
    Campaign withHeaderFile() const
    {
        Campaign campaign = SenderWorld::campaign();
        campaign.frozenTemplate =
            MessageTemplate{.status = u"APPROVED"_s, .headerFormat = HeaderFormat::Image, .body = u"Hi"_s};
        campaign.settings.headerMedia = HeaderMedia::fromText(u"/pictures/a.jpg"_s);
        return campaign;
    }

    SenderWorld world;
};

TEST_F(SenderMediaTest, theHeaderFileIsUploadedOnceBeforeTheFirstClaim)
{
    const CampaignId id = world.ledger.add(withHeaderFile(), 20);
    world.start();
    world.run(5s);
    EXPECT_EQ(world.headerMedia.asked, 1);
    EXPECT_EQ(world.ledger.countOf(id, Pending), 20);
    EXPECT_EQ(world.idleCount, 0);

    world.headerMedia.succeed(u"4711"_s);
    ASSERT_TRUE(world.runUntil([&] { return world.ledger.stateOf(id) == CampaignState::Completed; }, 5s));

    EXPECT_EQ(world.headerMedia.asked, 1);
    for (const FakeGateway::Entry &entry : world.gateway.journal()) {
        EXPECT_EQ(entry.headerMedia.kind, HeaderMedia::Kind::Id);
        EXPECT_EQ(entry.headerMedia.value, u"4711"_s);
    }
}

TEST_F(SenderMediaTest, anUploadIsUsedForTwentyNineDaysAndNotLonger)
{
    Campaign fresh = withHeaderFile();
    fresh.settings.headerMedia.mediaId = u"1"_s;
    fresh.settings.headerMedia.uploadedAt = world.clock.now() - std::chrono::days{28};
    Campaign old = fresh;
    old.settings.headerMedia.uploadedAt = world.clock.now() - std::chrono::days{29};
    const CampaignId usable = world.ledger.add(fresh, 5);
    const CampaignId expired = world.ledger.add(old, 5);
    world.start();
    world.run(5s);

    EXPECT_EQ(world.headerMedia.asked, 1);
    EXPECT_EQ(world.ledger.countOf(usable, Sent), 5);
    EXPECT_EQ(world.ledger.countOf(expired, Pending), 5);
}

TEST_F(SenderMediaTest, anUploadThatTheNetworkStoppedIsTriedAgain)
{
    const CampaignId id = world.ledger.add(withHeaderFile(), 5);
    world.start();
    world.run(1s);
    world.headerMedia.fail(ErrorKind::Network);
    world.run(200ms);
    EXPECT_EQ(world.waits.back().second.code, u"header_media"_s);

    world.run(2s);
    EXPECT_EQ(world.headerMedia.asked, 2);
    world.headerMedia.succeed(u"4711"_s);

    EXPECT_TRUE(world.runUntil([&] { return world.ledger.stateOf(id) == CampaignState::Completed; }, 5s));
}

TEST_F(SenderMediaTest, aFileThatCannotBeUsedPausesTheCampaign)
{
    const CampaignId id = world.ledger.add(withHeaderFile(), 5);
    world.start();
    world.run(1s);
    world.headerMedia.fail(ErrorKind::BadInput);
    world.run(1s);

    EXPECT_EQ(world.ledger.stateOf(id), CampaignState::Paused);
    EXPECT_EQ(world.ledger.stored(id).reason.code, u"header_media"_s);
}
