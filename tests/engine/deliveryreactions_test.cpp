#include "engine/deliveryreactions.h"

#include "senderworld.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace {

AppliedEvent failedWith(int code, CampaignId campaign, bool applied = true)
{
    return {u"status"_s, applied, {}, campaign.value, code};
}

} // namespace

class DeliveryReactionsTest : public testing::Test
{
protected:
    FakeClock clock;
    FakeLedger ledger;
    DeliveryReactions reactions{ledger, clock};
    CampaignId first = ledger.add(SenderWorld::campaign(), 3);
    CampaignId second = ledger.add(SenderWorld::campaign(), 3);
};

TEST_F(DeliveryReactionsTest, accountTroubleOfOneMessagePausesAllCampaignsOfTheAccount)
{
    const auto changed = reactions.reactTo({failedWith(131042, first), failedWith(131042, first)});

    ASSERT_TRUE(changed);
    EXPECT_EQ(*changed, (std::vector{first, second}));
    EXPECT_EQ(ledger.stateOf(second), CampaignState::Paused);
    EXPECT_EQ(ledger.stored(second).reason.code, u"131042"_s);
}

TEST_F(DeliveryReactionsTest, aDisabledTemplateEndsItsCampaignOnly)
{
    const auto changed = reactions.reactTo({failedWith(132016, first)});

    ASSERT_TRUE(changed);
    EXPECT_EQ(*changed, std::vector{first});
    EXPECT_EQ(ledger.stateOf(first), CampaignState::Failed);
    EXPECT_EQ(ledger.stateOf(second), CampaignState::Sending);
}

TEST_F(DeliveryReactionsTest, troubleOfOnePersonAndPassingTroubleChangeNothing)
{
    const auto changed =
        reactions.reactTo({failedWith(131026, first), failedWith(131049, first), failedWith(131050, first),
                           failedWith(131000, first), failedWith(0, first), failedWith(131042, CampaignId{}),
                           failedWith(131042, first, false)});

    ASSERT_TRUE(changed);
    EXPECT_TRUE(changed->empty());
    EXPECT_EQ(ledger.stateOf(first), CampaignState::Sending);
}

TEST(DeliveryReactionsTableTest, aFailedEventOfEveryRowReachesAsFarAsItsActionSays)
{
    for (qsizetype i = 0; i < errorEntryCount(); ++i) {
        const ErrorEntry &entry = errorEntryAt(i);
        if (entry.code == 0 || entry.subcode != 0) // an event has no subcode, and 0 stands for no error
            continue;
        SCOPED_TRACE(entry.name);
        FakeClock clock;
        FakeLedger ledger;
        DeliveryReactions reactions{ledger, clock};
        const CampaignId struck = ledger.add(SenderWorld::campaign(), 3);
        const CampaignId beside = ledger.add(SenderWorld::campaign(), 3);
        CampaignState ofStruck = CampaignState::Sending;
        CampaignState ofBeside = CampaignState::Sending;
        if (entry.action == ErrorAction::PauseCampaign || entry.action == ErrorAction::FixConfig)
            ofStruck = CampaignState::Paused;
        else if (entry.action == ErrorAction::StopCampaign)
            ofStruck = CampaignState::Failed;
        const bool concernsAll = entry.action == ErrorAction::FixConfig || entry.scope == ErrorScope::Account
            || entry.scope == ErrorScope::App;
        if (ofStruck != CampaignState::Sending && concernsAll)
            ofBeside = CampaignState::Paused;

        ASSERT_TRUE(reactions.reactTo({failedWith(entry.code, struck)}));

        EXPECT_EQ(ledger.stateOf(struck), ofStruck);
        EXPECT_EQ(ledger.stateOf(beside), ofBeside);
        for (const CampaignId id : {struck, beside})
            EXPECT_EQ(ledger.countOf(id, RecipientStatus::Pending), 3) << "nobody waiting is touched";
    }
}

TEST_F(DeliveryReactionsTest, aDeletedCampaignKeepsNobodyElseFromPausing)
{
    ledger.deleteByOthers(first);

    const auto changed = reactions.reactTo({failedWith(131042, first), failedWith(131042, second)});

    ASSERT_TRUE(changed);
    EXPECT_EQ(*changed, std::vector{second});
}

TEST_F(DeliveryReactionsTest, aPausedCampaignIsNotPausedTwice)
{
    static_cast<void>(reactions.reactTo({failedWith(132015, first)}));

    const auto changed = reactions.reactTo({failedWith(132015, first)});

    ASSERT_TRUE(changed);
    EXPECT_TRUE(changed->empty());
}
