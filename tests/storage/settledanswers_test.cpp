#include "storage/sendledgertest.h"

#include "storage/accountstore.h"
#include "storage/contactstore.h"
#include "storage/deliverystore.h"
#include "storage/recipientstore.h"

#include <QFile>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST_F(SendLedgerTest, anAcceptedMessageIsSentWithItsTimeAndId)
{
    const CampaignId campaign = m_workspace.sendingWith(1);
    const Claim claimed = claim(campaign, 1).front();

    valueOf(m_ledger.settle({accepted(claimed, u"wamid.1"_s, at(11))}));

    const Recipient person = m_workspace.person(campaign, 1);
    EXPECT_EQ(person.progress.status, RecipientStatus::Sent);
    EXPECT_EQ(person.progress.sentAt, at(11));
    EXPECT_EQ(person.messageId, u"wamid.1"_s);
    EXPECT_EQ(person.attempts, 1);
    EXPECT_EQ(m_workspace.campaign(campaign).reached.sent, 1);
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
}

TEST_F(SendLedgerTest, settlingTwiceChangesNothing)
{
    const CampaignId campaign = m_workspace.sendingWith(1);
    const Claim claimed = claim(campaign, 1).front();
    valueOf(m_ledger.settle({accepted(claimed, u"wamid.1"_s, at(11))}));
    const Recipient before = m_workspace.person(campaign, 1);

    valueOf(m_ledger.settle({accepted(claimed, u"wamid.1"_s, at(20)), unknown(claimed, at(21)),
                             refused(claimed, 131026, RecipientStatus::Failed, at(22))}));

    EXPECT_EQ(m_workspace.person(campaign, 1), before);
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
}

TEST_F(SendLedgerTest, aRefusalFailsWithItsReason)
{
    const CampaignId campaign = m_workspace.sendingWith(1);
    const Claim claimed = claim(campaign, 1).front();

    valueOf(m_ledger.settle({refused(claimed, 131026, RecipientStatus::Failed, at(11))}));

    const Recipient person = m_workspace.person(campaign, 1);
    EXPECT_EQ(person.progress.status, RecipientStatus::Failed);
    EXPECT_EQ(person.progress.failedAt, at(11));
    ASSERT_TRUE(person.error);
    EXPECT_EQ(person.error->code, u"131026"_s);
    EXPECT_FALSE(person.error->message.isEmpty());
    EXPECT_EQ(m_workspace.campaign(campaign).reached.sent, 0);
}

TEST_F(SendLedgerTest, aRefusalThatSuppressesKeepsThePersonOutEverywhere)
{
    const CampaignId campaign = m_workspace.sendingWith(1);
    const Claim claimed = claim(campaign, 1).front();
    Settlement settlement = refused(claimed, 131050, RecipientStatus::Failed, at(11));
    settlement.suppress = true;

    valueOf(m_ledger.settle({settlement}));

    EXPECT_TRUE(valueOf(ContactStore{m_workspace.database()}.isSuppressed(phoneOf(1))));
    const auto contact = valueOf(ContactStore{m_workspace.database()}.find(phoneOf(1)));
    EXPECT_EQ(contact->optedOutAt, at(11));
    EXPECT_EQ(statusOf(campaign, 1), RecipientStatus::Failed);
}

TEST_F(SendLedgerTest, aBackoffHoldsAPersonBackAndThenComesFirst)
{
    const CampaignId campaign = m_workspace.sendingWith(4);
    const std::vector<Claim> claims = claim(campaign, 2);
    Settlement waiting = refused(claims[1], 130429, RecipientStatus::Pending, at(11));
    waiting.notBefore = at(60);

    valueOf(m_ledger.settle({accepted(claims[0], u"wamid.1"_s, at(11)), waiting}));

    const Backlog backlog = valueOf(m_ledger.backlog(campaign, at(12)));
    EXPECT_EQ(backlog.ready, 2);
    EXPECT_EQ(backlog.waiting, 1);
    EXPECT_EQ(backlog.sending, 0);
    EXPECT_EQ(backlog.earliestNotBefore, at(60));
    EXPECT_EQ(claim(campaign, 1, 59).front().to, phoneOf(3));
    const Claim again = claim(campaign, 1, 60).front();
    EXPECT_EQ(again.to, phoneOf(2));
    EXPECT_EQ(again.attemptNumber, 2);
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
}

TEST_F(SendLedgerTest, aPersonWhoIsTriedAgainOnRequestGetsTheirTriesAnew)
{
    const CampaignId campaign = m_workspace.sendingWith(2);
    std::vector<Claim> claims = claim(campaign, 2);
    valueOf(m_ledger.settle(
        {refused(claims[0], 131000, RecipientStatus::Failed, at(11)), unknown(claims[1], at(11))}));
    valueOf(m_campaigns.retryFailed(campaign, at(12)));
    valueOf(m_campaigns.resolveUnconfirmed(campaign, Resolution::Resend, 0ms, at(12)));

    claims = claim(campaign, 2, 13);

    ASSERT_THAT(claims, SizeIs(2));
    EXPECT_EQ(claims[0].attemptNumber, 2);
    EXPECT_EQ(claims[0].tryNumber, 1);
    EXPECT_EQ(claims[1].attemptNumber, 2);
    EXPECT_EQ(claims[1].tryNumber, 1);
}

TEST_F(SendLedgerTest, marketingThatWhatsAppHeldBackKeepsThatPersonFromAllMarketingForADay)
{
    const CampaignId first = m_workspace.sendingWith(1);
    const Claim refusedByWhatsApp = claim(first, 1).front();
    valueOf(m_ledger.settle({accepted(refusedByWhatsApp, u"wamid.1"_s, at(11))}));
    MessageStatusEvent failed = statusEvent(u"wamid.1"_s, DeliveryStatus::Failed, at(12));
    failed.errorCode = 131049;
    valueOf(DeliveryStore{m_workspace.database()}.apply("{}", {failed}, at(12)));
    const CampaignId second = m_workspace.sendingWith(2);

    const ClaimResult soon = valueOf(m_ledger.claim({second, 5, at(20), std::nullopt}));

    ASSERT_THAT(soon.claims, SizeIs(1));
    EXPECT_EQ(soon.claims[0].to, phoneOf(2));
    EXPECT_EQ(soon.heldBack, 1);
    EXPECT_EQ(statusOf(second, 1), RecipientStatus::Pending);
    EXPECT_EQ(m_workspace.person(second, 1).error->code, u"131049"_s);
    EXPECT_EQ(valueOf(m_ledger.backlog(second, at(20))).earliestNotBefore, at(12 + 24 * 3600));
    EXPECT_THAT(claim(second, 5, 12 + 24 * 3600 - 1), IsEmpty());
    EXPECT_THAT(claim(second, 5, 12 + 24 * 3600), SizeIs(1));
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
}

TEST_F(SendLedgerTest, aHeldPersonGetsWhatIsNoMarketingAndAnythingOnceTheyWrote)
{
    const CampaignId first = m_workspace.sendingWith(2);
    for (const Claim &claimed : claim(first, 2))
        valueOf(m_ledger.settle({refused(claimed, 131049, RecipientStatus::Failed, at(11))}));
    InboundMessageEvent written;
    written.messageId = u"wamid.in"_s;
    written.fromPhone = phoneOf(2).e164();
    written.phoneNumberId =
        valueOf(AccountStore{m_workspace.database()}.load(m_workspace.account())).phoneNumberId;
    written.type = u"text"_s;
    written.text = u"Hello"_s;
    written.at = at(15);
    valueOf(DeliveryStore{m_workspace.database()}.apply("{}", {written}, at(15)));
    const CampaignId marketing = m_workspace.sendingWith(2);
    const CampaignId utility = m_workspace.draftWith(1);
    MessageTemplate receipt = tourTemplate();
    receipt.category = u"UTILITY"_s;
    valueOf(m_campaigns.send(utility, receipt, at(16)));

    const std::vector<Claim> answered = claim(marketing, 5, 20);

    ASSERT_THAT(answered, SizeIs(1));
    EXPECT_EQ(answered[0].to, phoneOf(2));
    EXPECT_THAT(claim(utility, 5, 20), SizeIs(1));
}

TEST_F(SendLedgerTest, whatWasGivenBackWasNeverTried)
{
    const CampaignId campaign = m_workspace.sendingWith(3);
    const std::vector<Claim> claims = claim(campaign, 3);

    valueOf(m_ledger.giveBack(campaign, {claims[0].attempt, claims[2].attempt, {u"nobody"_s}}, at(11)));

    EXPECT_EQ(statusOf(campaign, 1), RecipientStatus::Pending);
    EXPECT_EQ(statusOf(campaign, 2), RecipientStatus::Sending);
    EXPECT_EQ(m_workspace.person(campaign, 1).attempts, 0);
    EXPECT_EQ(claim(campaign, 5, 12).front().attemptNumber, 1);
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
}

TEST_F(SendLedgerTest, aCrashLeavesUnansweredClaimsUnconfirmedAndNeverSendsThemAgain)
{
    const CampaignId campaign = m_workspace.sendingWith(10);
    const std::vector<Claim> claims = claim(campaign, 6);
    valueOf(m_ledger.settle({accepted(claims[0], u"wamid.1"_s, at(11))}));
    const QString crashed = m_workspace.file(u"crashed.db"_s);
    ASSERT_TRUE(QFile::copy(m_workspace.path(), crashed)); // as the disk is at the moment of the crash
    ASSERT_TRUE(QFile::copy(m_workspace.path() + u"-wal"_s, crashed + u"-wal"_s));
    const auto reopened = valueOf(Database::open(crashed));
    SqliteSendLedger ledger{*reopened};

    const int inDoubt = valueOf(ledger.markInterrupted(at(100)));

    EXPECT_EQ(inDoubt, 5);
    const Campaign after = valueOf(ledger.campaign(campaign));
    EXPECT_EQ(after.state, CampaignState::Sending);
    EXPECT_EQ(after.counts.of(RecipientStatus::Unconfirmed), 5);
    EXPECT_EQ(after.counts.of(RecipientStatus::Sent), 1);
    const ClaimResult next = valueOf(ledger.claim({campaign, 100, at(101), std::nullopt}));
    ASSERT_THAT(next.claims, SizeIs(4));
    EXPECT_EQ(next.claims.front().to, phoneOf(7));
    EXPECT_EQ(valueOf(ledger.backlog(campaign, at(102))).ready, 0);
    const auto person = valueOf(RecipientStore{*reopened}.find(campaign, phoneOf(3)));
    EXPECT_EQ(person->error->code, u"unconfirmed"_s);
}

TEST_F(SendLedgerTest, markingInterruptedTwiceFindsNothingMore)
{
    const CampaignId campaign = m_workspace.sendingWith(3);
    claim(campaign, 3);

    EXPECT_EQ(valueOf(m_ledger.markInterrupted(at(20))), 3);
    EXPECT_EQ(valueOf(m_ledger.markInterrupted(at(21))), 0);

    EXPECT_THAT(m_workspace.problems(), IsEmpty());
    EXPECT_THAT(activity(campaign), SizeIs(3)); // drafted, started, interrupted
}

TEST_F(SendLedgerTest, aLateAnswerSettlesWhatWasUnconfirmed)
{
    const CampaignId campaign = m_workspace.sendingWith(2);
    const std::vector<Claim> claims = claim(campaign, 2);
    valueOf(m_ledger.settle({unknown(claims[0], at(70)), unknown(claims[1], at(70))}));

    valueOf(m_ledger.settle({accepted(claims[0], u"wamid.1"_s, at(80)),
                             refused(claims[1], 131026, RecipientStatus::Failed, at(80))}));

    EXPECT_EQ(statusOf(campaign, 1), RecipientStatus::Sent);
    EXPECT_EQ(m_workspace.person(campaign, 1).error, std::nullopt);
    EXPECT_EQ(statusOf(campaign, 2), RecipientStatus::Failed);
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
}

TEST_F(SendLedgerTest, anAttemptProvenByAnEventDoesNotBecomeUnconfirmed)
{
    const CampaignId campaign = m_workspace.sendingWith(1);
    const Claim claimed = claim(campaign, 1).front();
    valueOf(DeliveryStore{m_workspace.database()}.apply(
        "{}", {statusEvent(u"wamid.1"_s, DeliveryStatus::Delivered, at(12), claimed.attempt.value)}, at(13)));

    valueOf(m_ledger.settle({unknown(claimed, at(70))}));

    const Recipient person = m_workspace.person(campaign, 1);
    EXPECT_EQ(person.progress.status, RecipientStatus::Delivered);
    EXPECT_EQ(person.messageId, u"wamid.1"_s);
    EXPECT_EQ(person.error, std::nullopt);
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
}

TEST_F(SendLedgerTest, eventsThatCameBeforeTheAnswerAreAppliedWithIt)
{
    const CampaignId campaign = m_workspace.sendingWith(1);
    const Claim claimed = claim(campaign, 1).front();
    DeliveryStore deliveries{m_workspace.database()};
    const auto early =
        valueOf(deliveries.apply("{}", {statusEvent(u"wamid.1"_s, DeliveryStatus::Read, at(12))}, at(12)));
    ASSERT_FALSE(early.front().applied);

    valueOf(m_ledger.settle({accepted(claimed, u"wamid.1"_s, at(11))}));

    const Recipient person = m_workspace.person(campaign, 1);
    EXPECT_EQ(person.progress.status, RecipientStatus::Read);
    EXPECT_EQ(person.progress.sentAt, at(11));
    EXPECT_EQ(person.progress.readAt, at(12));
    const auto again =
        valueOf(deliveries.apply("{}", {statusEvent(u"wamid.1"_s, DeliveryStatus::Read, at(12))}, at(13)));
    EXPECT_FALSE(again.front().applied);
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
}
