#include "storage/accountstore.h"
#include "storage/campaignstore.h"
#include "storage/deliverystore.h"
#include "storage/temporaryworkspace.h"

#include <gtest/gtest.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

class AccountChangesTest : public ::testing::Test
{
protected:
    Account account() { return valueOf(m_accounts.list()).front(); }

    AccountEvent event(int second, AccountEvent::Effect effect = AccountEvent::Effect::None)
    {
        AccountEvent event;
        event.field = u"account_update"_s;
        event.wabaId = account().wabaId;
        event.summary = u"what Meta said at %1"_s.arg(second);
        event.effect = effect;
        event.at = at(second);
        return event;
    }

    AppliedEvent apply(const AccountEvent &event)
    {
        return valueOf(m_deliveries.apply("{}", {event}, at(1000))).front();
    }

    TemporaryWorkspace m_workspace;
    AccountStore m_accounts{m_workspace.database()};
    DeliveryStore m_deliveries{m_workspace.database()};
};

} // namespace

TEST_F(AccountChangesTest, aRestrictedAccountPausesItsCampaignsAndSaysWhy)
{
    const CampaignId sending = m_workspace.sendingWith(2);

    const AppliedEvent applied = apply(event(10, AccountEvent::Effect::Blocks));

    EXPECT_EQ(applied.kind, u"account"_s);
    EXPECT_TRUE(applied.applied);
    const Campaign paused = m_workspace.campaign(sending);
    EXPECT_EQ(paused.state, CampaignState::Paused);
    EXPECT_TRUE(paused.reason.message.contains(u"what Meta said at 10"_s));
    EXPECT_FALSE(paused.reason.advice.isEmpty());
    EXPECT_EQ(paused.counts.of(RecipientStatus::Failed), 0);
}

TEST_F(AccountChangesTest, aLiftedRestrictionIsToldAndNothingStartsByItself)
{
    const CampaignId sending = m_workspace.sendingWith(2);
    apply(event(10, AccountEvent::Effect::Blocks));

    apply(event(20, AccountEvent::Effect::Lifts));

    EXPECT_EQ(m_workspace.campaign(sending).state, CampaignState::Paused);
}

TEST_F(AccountChangesTest, aRestrictionPausesInWhateverOrderItIsTold)
{
    const CampaignId sending = m_workspace.sendingWith(2);

    apply(event(20, AccountEvent::Effect::Lifts));
    apply(event(10, AccountEvent::Effect::Blocks));

    EXPECT_EQ(m_workspace.campaign(sending).state, CampaignState::Paused);
}

TEST_F(AccountChangesTest, theLatestMessagingLimitCountsInAnyOrder)
{
    AccountEvent older = event(10);
    older.messagingLimit = MessagingLimit{250};
    AccountEvent newer = event(20);
    newer.field = u"business_capability_update"_s;
    newer.messagingLimit = MessagingLimit{2'000};

    apply(newer);
    apply(older);

    EXPECT_EQ(account().messagingLimit, 2'000);
}

TEST_F(AccountChangesTest, anUnlimitedAccountHasNoLimit)
{
    AccountEvent limited = event(10);
    limited.messagingLimit = MessagingLimit{250};
    apply(limited);
    AccountEvent unlimited = event(20);
    unlimited.messagingLimit = MessagingLimit{};
    apply(unlimited);

    EXPECT_EQ(account().messagingLimit, std::nullopt);
}

TEST_F(AccountChangesTest, whatIsToldAgainIsKnown)
{
    AccountEvent limited = event(10);
    limited.messagingLimit = MessagingLimit{250};

    EXPECT_TRUE(apply(limited).applied);
    EXPECT_FALSE(apply(limited).applied);
}

TEST_F(AccountChangesTest, aNumberThatIsNotConnectedHereConcernsNobody)
{
    const CampaignId sending = m_workspace.sendingWith(1);
    AccountEvent other = event(10, AccountEvent::Effect::Blocks);
    other.displayPhone = u"+39 02 0000"_s;

    EXPECT_FALSE(apply(other).applied);
    other.displayPhone.clear();
    other.wabaId = u"another"_s;
    EXPECT_FALSE(apply(other).applied);
    EXPECT_EQ(m_workspace.campaign(sending).state, CampaignState::Sending);
}
