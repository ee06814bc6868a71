#include "storage/sendledgertest.h"

#include "storage/accountstore.h"
#include "storage/deliverystore.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using ::testing::IsEmpty;
using ::testing::SizeIs;

namespace {

class MessagingLimitTest : public SendLedgerTest
{
protected:
    MessagingLimitTest() { limitTo(3); }

    void limitTo(int people)
    {
        NumberReport report;
        report.messagingLimit = people;
        valueOf(m_accounts.storeReport(m_workspace.account(), report, at(0)));
    }

    void accept(CampaignId campaign, int count, int second)
    {
        for (const Claim &claimed : claim(campaign, count, second))
            valueOf(m_ledger.settle({accepted(claimed, u"wamid.%1"_s.arg(++m_messages), at(second))}));
    }

    ClaimResult ask(CampaignId campaign, int count, int second)
    {
        return valueOf(m_ledger.claim({campaign, count, at(second), std::nullopt, at(0)}));
    }

    AccountStore m_accounts{m_workspace.database()};
    int m_messages = 0;
};

} // namespace

TEST_F(MessagingLimitTest, claimsStopAtTheLimitAndGoOnAsTheDayPasses)
{
    const CampaignId campaign = m_workspace.sendingWith(5);

    const ClaimResult first = ask(campaign, 5, 10);
    ASSERT_THAT(first.claims, SizeIs(3));
    const ClaimResult inFlight = ask(campaign, 5, 11);
    for (int i = 0; i < 3; ++i)
        valueOf(m_ledger.settle({accepted(first.claims[size_t(i)], u"wamid.%1"_s.arg(i), at(12 + i))}));
    const ClaimResult full = ask(campaign, 5, 20);

    EXPECT_THAT(inFlight.claims, IsEmpty());
    ASSERT_TRUE(inFlight.stop);
    EXPECT_EQ(inFlight.stop->until, at(11) + 1min) << "who is under way may be refused and leave a place";
    EXPECT_THAT(full.claims, IsEmpty());
    ASSERT_TRUE(full.stop);
    EXPECT_EQ(full.stop->kind, ClaimStop::Kind::MessagingLimit);
    EXPECT_EQ(full.stop->limit, 3);
    EXPECT_EQ(full.stop->until, at(12 + 24 * 3600) + 1ms);
    EXPECT_THAT(ask(campaign, 5, 24 * 3600 + 13).claims, SizeIs(1));
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
}

TEST_F(MessagingLimitTest, theNumbersOfABusinessShareIt)
{
    const AccountId other = valueOf(m_accounts.put(
        {.phoneNumberId = u"1009"_s, .wabaId = valueOf(m_accounts.load(m_workspace.account())).wabaId}));
    const CampaignId ofOther = m_workspace.draftWith(2);
    Campaign moved = m_workspace.campaign(ofOther);
    moved.accountId = other;
    valueOf(m_campaigns.update(moved));
    valueOf(m_campaigns.send(ofOther, tourTemplate(), at(1)));
    accept(ofOther, 2, 5);

    const CampaignId campaign = m_workspace.sendingWith(5);

    EXPECT_THAT(ask(campaign, 5, 10).claims, SizeIs(3)) << "the two who count already, and one more";
    EXPECT_EQ(valueOf(m_accounts.peopleCountedSince(m_workspace.account(), at(0))), 2);
}

TEST_F(MessagingLimitTest, onePersonWrittenToFromTwoNumbersCountsOnce)
{
    const AccountId other = valueOf(m_accounts.put(
        {.phoneNumberId = u"1009"_s, .wabaId = valueOf(m_accounts.load(m_workspace.account())).wabaId}));
    accept(m_workspace.sendingWith(1), 1, 5);
    const CampaignId ofOther = m_workspace.draftWith(1);
    Campaign moved = m_workspace.campaign(ofOther);
    moved.accountId = other;
    valueOf(m_campaigns.update(moved));
    valueOf(m_campaigns.send(ofOther, tourTemplate(), at(6)));
    accept(ofOther, 1, 7);

    EXPECT_EQ(valueOf(m_accounts.peopleCountedSince(other, at(0))), 1);
}

TEST_F(MessagingLimitTest, whoWroteToThatNumberWithinADayDoesNotCount)
{
    InboundMessageEvent written;
    written.messageId = u"wamid.in"_s;
    written.fromPhone = phoneOf(1).e164();
    written.phoneNumberId = valueOf(m_accounts.load(m_workspace.account())).phoneNumberId;
    written.type = u"text"_s;
    written.at = at(1);
    valueOf(DeliveryStore{m_workspace.database()}.apply("{}", {written}, at(1)));

    accept(m_workspace.sendingWith(2), 2, 10);

    EXPECT_EQ(valueOf(m_accounts.peopleCountedSince(m_workspace.account(), at(0))), 1);
}

TEST_F(MessagingLimitTest, whoWasWrittenToWithinADayTakesNoFurtherPlace)
{
    accept(m_workspace.sendingWith(3), 3, 10);
    const CampaignId again = m_workspace.sendingWith(5); // the same three and two more

    const ClaimResult known = ask(again, 2, 20);
    const ClaimResult rest = ask(again, 5, 21);

    EXPECT_THAT(known.claims, SizeIs(2));
    EXPECT_FALSE(known.stop) << "there may be more who are known";
    ASSERT_THAT(rest.claims, SizeIs(1));
    ASSERT_TRUE(rest.stop);
    EXPECT_EQ(rest.stop->until, at(10 + 24 * 3600) + 1ms);
    EXPECT_EQ(known.claims[0].to, phoneOf(1));
    EXPECT_EQ(known.claims[1].to, phoneOf(2));
    EXPECT_EQ(rest.claims[0].to, phoneOf(3));
    EXPECT_EQ(valueOf(m_accounts.peopleCountedSince(m_workspace.account(), at(0))), 3);
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
}

TEST_F(MessagingLimitTest, whoIsWrittenToASecondTimeKeepsNoPlaceFromAStranger)
{
    accept(m_workspace.sendingWith(2), 2, 10);
    const CampaignId again = m_workspace.sendingWith(3);

    const ClaimResult all = ask(again, 3, 20);

    EXPECT_THAT(all.claims, SizeIs(3));
    EXPECT_FALSE(all.stop);
}

TEST_F(MessagingLimitTest, aListTellsHowManyOfItTakeNoFurtherPlace)
{
    accept(m_workspace.sendingWith(3), 3, 10);
    const CampaignId draft = m_workspace.draftWith(5);

    EXPECT_EQ(valueOf(m_accounts.peopleCountedAmong(draft, m_workspace.account(), at(0))), 3);
    EXPECT_EQ(valueOf(m_accounts.peopleCountedAmong(draft, m_workspace.account(), at(10))), 0);
}

TEST_F(MessagingLimitTest, whoMayHaveGotAMessageCounts)
{
    const CampaignId campaign = m_workspace.sendingWith(2);
    const std::vector<Claim> claims = claim(campaign, 2);
    valueOf(m_ledger.settle({unknown(claims[0], at(11))}));
    valueOf(m_ledger.markInterrupted(at(12)));

    EXPECT_EQ(valueOf(m_accounts.peopleCountedSince(m_workspace.account(), at(0))), 2);
}

TEST_F(MessagingLimitTest, whatWasRefusedOrGivenBackLeavesItsPlaceToOthers)
{
    const CampaignId campaign = m_workspace.sendingWith(6);
    const std::vector<Claim> claims = ask(campaign, 3, 10).claims;
    valueOf(m_ledger.settle({refused(claims[0], 131026, RecipientStatus::Failed, at(11))}));
    valueOf(m_ledger.giveBack(campaign, {claims[1].attempt}, at(11)));

    EXPECT_THAT(ask(campaign, 5, 12).claims, SizeIs(2));
}

TEST_F(MessagingLimitTest, aRaisedLimitCountsAtOnce)
{
    const CampaignId campaign = m_workspace.sendingWith(6);
    accept(campaign, 3, 10);
    ASSERT_TRUE(ask(campaign, 5, 11).stop);

    limitTo(5);

    EXPECT_THAT(ask(campaign, 5, 12).claims, SizeIs(2));
}

TEST_F(MessagingLimitTest, aCampaignSpreadOverDaysSendsToSoManyPeopleOnEach)
{
    limitTo(1000);
    const CampaignId campaign = m_workspace.draftWith(5);
    Campaign edited = m_workspace.campaign(campaign);
    edited.settings.perDay = 2;
    valueOf(m_campaigns.update(edited));
    valueOf(m_campaigns.send(campaign, tourTemplate(), at(1)));
    EXPECT_EQ(m_workspace.campaign(campaign).settings.perDay, 2);

    for (const Claim &claimed : ask(campaign, 5, 60).claims)
        valueOf(m_ledger.settle({accepted(claimed, u"wamid.%1"_s.arg(++m_messages), at(60))}));
    const ClaimResult sameDay = ask(campaign, 5, 120);
    const ClaimResult nextDay =
        valueOf(m_ledger.claim({campaign, 5, at(24 * 3600 + 60), std::nullopt, at(24 * 3600)}));

    EXPECT_THAT(sameDay.claims, IsEmpty());
    ASSERT_TRUE(sameDay.stop);
    EXPECT_EQ(sameDay.stop->kind, ClaimStop::Kind::DayIsFull);
    EXPECT_THAT(nextDay.claims, SizeIs(2));
}

TEST_F(MessagingLimitTest, whoMayHaveGotAMessageTakesAPlaceOfTheCampaignsDay)
{
    limitTo(1000);
    const CampaignId campaign = m_workspace.draftWith(5);
    Campaign edited = m_workspace.campaign(campaign);
    edited.settings.perDay = 3;
    valueOf(m_campaigns.update(edited));
    valueOf(m_campaigns.send(campaign, tourTemplate(), at(1)));
    const std::vector<Claim> claims = ask(campaign, 2, 60).claims;
    ASSERT_THAT(claims, SizeIs(2));
    valueOf(m_ledger.settle({unknown(claims[0], at(61)), unknown(claims[1], at(61))}));

    const ClaimResult sameDay = ask(campaign, 5, 62);

    EXPECT_THAT(sameDay.claims, SizeIs(1));
    ASSERT_TRUE(sameDay.stop);
    EXPECT_EQ(sameDay.stop->kind, ClaimStop::Kind::DayIsFull);
}

TEST_F(MessagingLimitTest, theLimitsOfANumberAreToldToTheSender)
{
    valueOf(m_accounts.setOwnLimit(m_workspace.account(), 40));

    const std::vector<NumberLimits> limits = valueOf(m_ledger.numberLimits());

    ASSERT_THAT(limits, SizeIs(1));
    EXPECT_EQ(limits[0], (NumberLimits{m_workspace.account(), std::nullopt, 40, 3}));
    EXPECT_EQ(valueOf(m_accounts.load(m_workspace.account())).ownLimitPerSecond, 40);
    valueOf(m_accounts.setOwnLimit(m_workspace.account(), std::nullopt));
    EXPECT_EQ(valueOf(m_accounts.load(m_workspace.account())).ownLimitPerSecond, std::nullopt);
}
