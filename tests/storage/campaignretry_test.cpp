#include "storage/campaignstoretest.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST_F(CampaignStoreTest, aRetryTakesWhatMayBeRetriedAndReopens)
{
    const CampaignId id = m_workspace.sendingWith(3);
    const std::vector<Claim> claims = claim(id, 3);
    valueOf(m_ledger.settle({refused(claims[0], 131026, RecipientStatus::Failed, at(11)), // not on WhatsApp
                             refused(claims[1], 131049, RecipientStatus::Failed, at(11)), // not before a day
                             refused(claims[2], 130429, RecipientStatus::Failed, at(11))}));
    valueOf(m_ledger.change(id, CampaignEvent::Finish, {}, at(12)));

    const RetryOffer before = valueOf(m_campaigns.retryOffer(id, at(20)));
    const RetryOffer retried = valueOf(m_campaigns.retryFailed(id, at(20)));

    EXPECT_EQ(before, retried);
    EXPECT_EQ(retried.people(), 2);
    EXPECT_EQ(retried.held, 1);
    EXPECT_EQ(retried.heldUntil, at(11 + 24 * 3600));
    ASSERT_THAT(retried.left, SizeIs(1));
    EXPECT_EQ(retried.left[0].code, u"131026"_s);
    EXPECT_EQ(retried.left[0].people, 1);
    EXPECT_EQ(m_workspace.campaign(id).state, CampaignState::Sending);
    EXPECT_EQ(m_workspace.campaign(id).completedAt, std::nullopt);
    EXPECT_EQ(m_workspace.person(id, 1).progress.status, RecipientStatus::Failed);
    EXPECT_EQ(m_workspace.person(id, 2).notBefore, at(11 + 24 * 3600));
    EXPECT_EQ(m_workspace.person(id, 3).notBefore, std::nullopt);
    EXPECT_EQ(m_workspace.person(id, 3).error, std::nullopt);
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
    EXPECT_EQ(valueOf(m_campaigns.retryFailed(id, at(22))).people(), 0);
}

TEST_F(CampaignStoreTest, aRetryWaitsAsLongAsTheLastAnswerAskedFor)
{
    const CampaignId id = m_workspace.sendingWith(2);
    const std::vector<Claim> claims = claim(id, 2);
    Settlement asked = refused(claims[0], 130429, RecipientStatus::Failed, at(11));
    asked.notBefore = at(600);
    Settlement over = refused(claims[1], 130429, RecipientStatus::Failed, at(11));
    over.notBefore = at(15);
    valueOf(m_ledger.settle({asked, over}));

    const RetryOffer retried = valueOf(m_campaigns.retryFailed(id, at(20)));

    EXPECT_EQ(retried.people(), 2);
    EXPECT_EQ(retried.held, 1);
    EXPECT_EQ(retried.heldUntil, at(600));
    EXPECT_EQ(m_workspace.person(id, 1).notBefore, at(600));
    EXPECT_EQ(m_workspace.person(id, 2).notBefore, std::nullopt);
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
}

TEST_F(CampaignStoreTest, whoFailedForTheAccountOrTheTemplateIsNotTriedAgainByARetry)
{
    const CampaignId id = m_workspace.sendingWith(2);
    const std::vector<Claim> claims = claim(id, 2);
    valueOf(m_ledger.settle(
        {accepted(claims[0], u"wamid.1"_s, at(11)), accepted(claims[1], u"wamid.2"_s, at(11))}));
    MessageStatusEvent unpaid = statusEvent(u"wamid.1"_s, DeliveryStatus::Failed, at(12));
    unpaid.errorCode = 131042;
    MessageStatusEvent dropped = statusEvent(u"wamid.2"_s, DeliveryStatus::Failed, at(12));
    dropped.errorCode = 132015;
    valueOf(m_deliveries.apply("{}", {unpaid, dropped}, at(12)));

    const RetryOffer retried = valueOf(m_campaigns.retryFailed(id, at(20)));

    EXPECT_THAT(retried.offered, IsEmpty());
    EXPECT_EQ(retried.peopleLeft(), 2);
    EXPECT_EQ(m_workspace.campaign(id).counts.of(RecipientStatus::Failed), 2);
}

TEST_F(CampaignStoreTest, aRetryOfACancelledCampaignIsRefusedAsAWhole)
{
    const CampaignId id = m_workspace.sendingWith(1);
    const Claim claimed = claim(id, 1).front();
    valueOf(m_ledger.settle({refused(claimed, 130429, RecipientStatus::Failed, at(11))}));
    valueOf(m_campaigns.cancel(id, at(12)));

    EXPECT_EQ(m_campaigns.retryFailed(id, at(20)).error().code, u"wrong_state"_s);

    EXPECT_EQ(m_workspace.person(id, 1).progress.status, RecipientStatus::Failed);
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
}

TEST_F(CampaignStoreTest, unconfirmedPeopleAreSettledOnAPersonsWord)
{
    const CampaignId id = m_workspace.sendingWith(3);
    const std::vector<Claim> early = claim(id, 2, 10);
    const std::vector<Claim> late = claim(id, 1, 500);
    valueOf(
        m_ledger.settle({unknown(early[0], at(70)), unknown(early[1], at(70)), unknown(late[0], at(560))}));

    EXPECT_EQ(valueOf(m_campaigns.resolveUnconfirmed(id, Resolution::Accept, 10min, at(700))), 2);
    const Recipient accepted = m_workspace.person(id, 1);
    EXPECT_EQ(accepted.progress.status, RecipientStatus::Sent);
    EXPECT_EQ(accepted.progress.sentAt, std::nullopt) << "nobody knows when";
    EXPECT_EQ(m_workspace.campaign(id).reached.sent, 2);
    EXPECT_EQ(m_workspace.person(id, 3).progress.status, RecipientStatus::Unconfirmed);

    EXPECT_EQ(valueOf(m_campaigns.resolveUnconfirmed(id, Resolution::Resend, 0min, at(701))), 1);
    EXPECT_EQ(claim(id, 5, 702).front().attemptNumber, 2);
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
}
