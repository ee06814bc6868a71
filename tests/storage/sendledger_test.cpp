#include "storage/accountstore.h"
#include "storage/activitystore.h"
#include "storage/campaignstore.h"
#include "storage/contactstore.h"
#include "storage/deliverystore.h"
#include "storage/recipientstore.h"
#include "storage/sqlitehandle.h"
#include "storage/sqlitesendledger.h"
#include "storage/temporaryworkspace.h"

#include <QFile>
#include <QSet>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sqlite3.h>

#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

namespace {

class SendLedgerTest : public ::testing::Test
{
protected:
    std::vector<Claim> claim(CampaignId campaign, int count, int second = 10)
    {
        return valueOf(m_ledger.claim({campaign, count, at(second), std::nullopt})).claims;
    }

    std::vector<QString> activity(CampaignId campaign)
    {
        std::vector<QString> lines;
        for (const Activity &line : valueOf(ActivityStore{m_workspace.database()}.since(campaign)))
            lines.push_back(line.what);
        return lines;
    }

    RecipientStatus statusOf(CampaignId campaign, int number)
    {
        return m_workspace.person(campaign, number).progress.status;
    }

    /// How often a statement of the connection had to be prepared once more.
    int repreparations()
    {
        sqlite3 *handle = valueOf(sqliteHandle(m_workspace.database()));
        int count = 0;
        for (sqlite3_stmt *statement = sqlite3_next_stmt(handle, nullptr); statement;
             statement = sqlite3_next_stmt(handle, statement))
            count += sqlite3_stmt_status(statement, SQLITE_STMTSTATUS_REPREPARE, 0);
        return count;
    }

    TemporaryWorkspace m_workspace;
    SqliteSendLedger m_ledger{m_workspace.database()};
    CampaignStore m_campaigns{m_workspace.database()};
};

} // namespace

TEST_F(SendLedgerTest, peopleAreClaimedInTheOrderInWhichTheyWereAdded)
{
    const CampaignId campaign = m_workspace.sendingWith(5);

    const std::vector<Claim> first = claim(campaign, 2);
    const std::vector<Claim> second = claim(campaign, 10);

    ASSERT_THAT(first, SizeIs(2));
    ASSERT_THAT(second, SizeIs(3));
    EXPECT_EQ(first[0].to, phoneOf(1));
    EXPECT_EQ(first[1].to, phoneOf(2));
    EXPECT_EQ(second[2].to, phoneOf(5));
    EXPECT_EQ(first[0].attemptNumber, 1);
    EXPECT_EQ(first[0].variables.value(u"2"_s), u"1"_s);
    EXPECT_NE(first[0].attempt, first[1].attempt);
    EXPECT_EQ(m_workspace.campaign(campaign).counts.of(RecipientStatus::Sending), 5);
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
}

TEST_F(SendLedgerTest, noMessageCostsPreparingAStatementAgain)
{
    if (!valueOf(sqliteHandle(m_workspace.database())))
        GTEST_SKIP() << "Qt brings a SQLite of its own, which cannot be asked.";
    const CampaignId campaign = m_workspace.sendingWith(20);
    const auto sendTwo = [&](int from) {
        const std::vector<Claim> claims = claim(campaign, 2);
        valueOf(m_ledger.settle({accepted(claims[0], u"wamid.%1"_s.arg(from), at(11)),
                                 accepted(claims[1], u"wamid.%1"_s.arg(from + 1), at(11))}));
    };
    sendTwo(1);
    const int before = repreparations();

    for (int number = 3; number <= 19; number += 2)
        sendTwo(number);

    EXPECT_EQ(repreparations(), before);
}

TEST_F(SendLedgerTest, defaultsStandInForEmptyValues)
{
    const CampaignId campaign = m_workspace.draftWith(0);
    Campaign edited = m_workspace.campaign(campaign);
    edited.settings.defaults = {
        {u"1"_s, u"Goa"_s },
        {u"2"_s, u"9999"_s}
    };
    valueOf(m_campaigns.update(edited));
    NewRecipient person = newPerson(1);
    person.variables = {
        {u"1"_s, u""_s    },
        {u"2"_s, u"5000"_s}
    };
    valueOf(m_campaigns.addRecipients(campaign, {person}, at(0)));
    valueOf(m_campaigns.send(campaign, tourTemplate(), at(1)));

    const std::vector<Claim> claims = claim(campaign, 1);

    const Variables filled{
        {u"1"_s, u"Goa"_s },
        {u"2"_s, u"5000"_s}
    };
    ASSERT_THAT(claims, SizeIs(1));
    EXPECT_EQ(claims[0].variables, filled);
    EXPECT_EQ(m_workspace.person(campaign, 1).variables, filled);
}

TEST_F(SendLedgerTest, twoConnectionsNeverClaimTheSamePerson)
{
    constexpr int kPeople = 300;
    const CampaignId campaign = m_workspace.sendingWith(kPeople);
    std::vector<std::vector<Claim>> claimed(3);

    std::vector<std::thread> threads;
    for (std::vector<Claim> &mine : claimed)
        threads.emplace_back([this, campaign, &mine] {
            const auto connection = m_workspace.secondConnection();
            SqliteSendLedger ledger{*connection};
            for (;;) {
                const ClaimResult result = valueOf(ledger.claim({campaign, 7, at(10), std::nullopt}));
                if (result.claims.empty())
                    return;
                mine.insert(mine.end(), result.claims.begin(), result.claims.end());
            }
        });
    for (std::thread &thread : threads)
        thread.join();

    QSet<PhoneNumber> phones;
    size_t claims = 0;
    for (const std::vector<Claim> &mine : claimed) {
        claims += mine.size();
        for (const Claim &one : mine)
            phones.insert(one.to);
    }
    EXPECT_EQ(claims, kPeople);
    EXPECT_EQ(phones.size(), kPeople);
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
}

TEST_F(SendLedgerTest, aPauseByAnotherConnectionStopsTheNextClaim)
{
    const CampaignId campaign = m_workspace.sendingWith(5);
    claim(campaign, 1);
    const auto other = m_workspace.secondConnection();
    const qint64 before = m_ledger.outsideChangeStamp();

    valueOf(CampaignStore{*other}.pause(campaign, at(11)));
    const ClaimResult result = valueOf(m_ledger.claim({campaign, 5, at(12), std::nullopt}));

    EXPECT_NE(m_ledger.outsideChangeStamp(), before);
    EXPECT_EQ(result.state, CampaignState::Paused);
    EXPECT_THAT(result.claims, IsEmpty());
}

#ifndef Q_OS_WIN
TEST_F(SendLedgerTest, nobodyIsClaimedWhereTheDatabaseIsNotAtItsPlaceAnyMoreAndAnswersAreWrittenAllTheSame)
{
    const CampaignId campaign = m_workspace.sendingWith(3);
    const Claim first = claim(campaign, 1).front();
    const QString elsewhere = m_workspace.file(u"elsewhere.db"_s);
    const auto claimError = [&] {
        const Result<ClaimResult> refused = m_ledger.claim({campaign, 1, at(20), std::nullopt});
        return refused ? QString{} : refused.error().code;
    };

    ASSERT_TRUE(QFile::rename(m_workspace.path(), elsewhere));
    EXPECT_EQ(claimError(), u"database_moved"_s) << "moved or deleted";
    ASSERT_TRUE(QFile::copy(elsewhere, m_workspace.path()));
    EXPECT_EQ(claimError(), u"database_moved"_s) << "a copy stands in its place";
    valueOf(m_ledger.settle({accepted(first, u"wamid.1"_s, at(21))}));

    ASSERT_TRUE(QFile::remove(m_workspace.path()));
    ASSERT_TRUE(QFile::rename(elsewhere, m_workspace.path()));
    EXPECT_EQ(claimError(), QString{});
    EXPECT_EQ(m_workspace.campaign(campaign).counts.of(RecipientStatus::Sent), 1);
    EXPECT_EQ(m_workspace.campaign(campaign).counts.of(RecipientStatus::Sending), 1);
    EXPECT_EQ(m_workspace.campaign(campaign).counts.of(RecipientStatus::Pending), 1);
}
#endif

TEST_F(SendLedgerTest, answersAreSettledTogetherWithTheNextClaim)
{
    const CampaignId campaign = m_workspace.sendingWith(3);
    const std::vector<Claim> claims = claim(campaign, 2);
    const std::vector answers{accepted(claims[0], u"wamid.1"_s, at(11)),
                              refused(claims[1], 131050, RecipientStatus::Failed, at(11))};

    const ClaimResult result =
        valueOf(m_ledger.claim({campaign, 2, at(12), std::nullopt, std::nullopt, answers}));

    EXPECT_THAT(result.claims, SizeIs(1));
    EXPECT_EQ(statusOf(campaign, 1), RecipientStatus::Sent);
    EXPECT_EQ(statusOf(campaign, 2), RecipientStatus::Failed);
    EXPECT_EQ(statusOf(campaign, 3), RecipientStatus::Sending);
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
}

TEST_F(SendLedgerTest, twoAnswersForOnePersonAreSettledOneAfterTheOther)
{
    const CampaignId campaign = m_workspace.sendingWith(2);
    const std::vector<Claim> claims = claim(campaign, 2);

    valueOf(m_ledger.settle({unknown(claims[0], at(11)), accepted(claims[1], u"wamid.2"_s, at(11)),
                             accepted(claims[0], u"wamid.1"_s, at(12))}));

    EXPECT_EQ(statusOf(campaign, 1), RecipientStatus::Sent);
    EXPECT_EQ(statusOf(campaign, 2), RecipientStatus::Sent);
    EXPECT_EQ(m_workspace.campaign(campaign).counts.of(RecipientStatus::Sent), 2);
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
}

TEST_F(SendLedgerTest, answersAreSettledEvenWhereNobodyMayBeClaimedAnyMore)
{
    const CampaignId campaign = m_workspace.sendingWith(3);
    const std::vector answers{accepted(claim(campaign, 1)[0], u"wamid.1"_s, at(11))};
    valueOf(m_campaigns.pause(campaign, at(12)));

    const ClaimResult result =
        valueOf(m_ledger.claim({campaign, 2, at(13), std::nullopt, std::nullopt, answers}));

    EXPECT_THAT(result.claims, IsEmpty());
    EXPECT_EQ(result.state, CampaignState::Paused);
    EXPECT_EQ(statusOf(campaign, 1), RecipientStatus::Sent);
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
}

TEST_F(SendLedgerTest, aClaimThatFailsSettlesNothing)
{
    const CampaignId campaign = m_workspace.sendingWith(3);
    const std::vector answers{accepted(claim(campaign, 1)[0], u"wamid.1"_s, at(11))};

    const Result<ClaimResult> failed =
        m_ledger.claim({CampaignId{campaign.value + 1}, 2, at(12), std::nullopt, std::nullopt, answers});

    EXPECT_FALSE(failed);
    EXPECT_EQ(statusOf(campaign, 1), RecipientStatus::Sending);
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
}

TEST_F(SendLedgerTest, suppressedPeopleAreKeptOutWhileRunning)
{
    const CampaignId campaign = m_workspace.sendingWith(4);
    valueOf(ContactStore{m_workspace.database()}.optOut(phoneOf(2), u"phoned us"_s, at(5)));

    const ClaimResult result = valueOf(m_ledger.claim({campaign, 3, at(10), std::nullopt}));

    EXPECT_EQ(result.keptOut, 1);
    ASSERT_THAT(result.claims, SizeIs(3));
    EXPECT_EQ(result.claims[1].to, phoneOf(3));
    EXPECT_EQ(statusOf(campaign, 2), RecipientStatus::OptedOut);
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
}

TEST_F(SendLedgerTest, onlyPeopleOfTheRegionsAskedForAreClaimed)
{
    const CampaignId campaign = m_workspace.draftWith(3);
    std::vector<NewRecipient> others;
    for (int number = 4; number <= 6; ++number) {
        others.push_back(newPerson(number));
        others.back().region = number == 5 ? u""_s : u"ES"_s;
    }
    valueOf(m_campaigns.addRecipients(campaign, others, at(0)));
    valueOf(m_campaigns.send(campaign, tourTemplate(), at(1)));
    EXPECT_THAT(valueOf(m_ledger.pendingRegions(campaign)), ElementsAre(u""_s, u"ES"_s, u"IN"_s));

    const ClaimResult result = valueOf(m_ledger.claim({
        campaign, 3, at(10), std::vector<QString>{u"ES"_s, u""_s}
    }));

    ASSERT_THAT(result.claims, SizeIs(3));
    EXPECT_EQ(result.claims[0].to, phoneOf(4));
    EXPECT_EQ(result.claims[1].to, phoneOf(5));
    EXPECT_EQ(result.claims[2].to, phoneOf(6));
    EXPECT_THAT(valueOf(m_ledger.pendingRegions(campaign)), ElementsAre(u"IN"_s));
}

TEST_F(SendLedgerTest, aPersonWithATimeZoneOfTheirOwnIsClaimedByItAndNotByTheCountry)
{
    const CampaignId draft = m_workspace.draftWith(1);
    NewRecipient islander = newPerson(2);
    islander.timeZone = u"Indian/Maldives"_s;
    valueOf(m_campaigns.addRecipients(draft, {islander}, at(0)));
    const CampaignId campaign = valueOf(m_campaigns.duplicate(draft, u"Again"_s, at(1)));
    valueOf(m_campaigns.send(campaign, tourTemplate(), at(2)));
    EXPECT_THAT(valueOf(m_ledger.pendingRegions(campaign)), ElementsAre(u"IN"_s, u"Indian/Maldives"_s));

    const ClaimResult ofCountry =
        valueOf(m_ledger.claim({campaign, 3, at(10), std::vector<QString>{u"IN"_s}}));
    const ClaimResult ofZone =
        valueOf(m_ledger.claim({campaign, 3, at(10), std::vector<QString>{u"Indian/Maldives"_s}}));

    ASSERT_THAT(ofCountry.claims, SizeIs(1));
    EXPECT_EQ(ofCountry.claims[0].to, phoneOf(1));
    ASSERT_THAT(ofZone.claims, SizeIs(1));
    EXPECT_EQ(ofZone.claims[0].to, phoneOf(2));
}

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

TEST_F(SendLedgerTest, statesFollowTheTableAndTheLogTellsInWords)
{
    const CampaignId campaign = m_workspace.sendingWith(0);
    const StateReason reason{u"190"_s, u"The key has expired."_s, u"Paste a new one."_s};

    EXPECT_EQ(valueOf(m_ledger.change(campaign, CampaignEvent::Schedule, {}, at(2))), CampaignState::Sending);
    EXPECT_EQ(valueOf(m_ledger.change(campaign, CampaignEvent::Pause, reason, at(3))), CampaignState::Paused);
    EXPECT_EQ(m_workspace.campaign(campaign).reason, reason);
    EXPECT_EQ(valueOf(m_ledger.change(campaign, CampaignEvent::Resume, {}, at(4))), CampaignState::Sending);
    EXPECT_TRUE(m_workspace.campaign(campaign).reason.isEmpty());
    valueOf(m_ledger.note(campaign, u"The rate was lowered."_s, at(5)));
    EXPECT_EQ(valueOf(m_ledger.change(campaign, CampaignEvent::Finish, {}, at(6))), CampaignState::Completed);
    EXPECT_EQ(m_workspace.campaign(campaign).completedAt, at(6));

    EXPECT_THAT(activity(campaign),
                ElementsAre(u"Drafted."_s, u"Sending started."_s, u"Paused: The key has expired."_s,
                            u"Resumed by a person."_s, u"The rate was lowered."_s, u"Completed."_s));
}

TEST_F(SendLedgerTest, aCampaignWithPeopleLeftIsNotFinished)
{
    const CampaignId campaign = m_workspace.sendingWith(2);
    const std::vector<Claim> claims = claim(campaign, 2);
    const auto finish = [&] { return valueOf(m_ledger.change(campaign, CampaignEvent::Finish, {}, at(20))); };

    valueOf(m_ledger.settle({accepted(claims[0], u"wamid.1"_s, at(11))}));
    EXPECT_EQ(finish(), CampaignState::Sending) << "one is still on its way";
    valueOf(m_ledger.settle({unknown(claims[1], at(12))}));
    valueOf(m_campaigns.resolveUnconfirmed(campaign, Resolution::Resend, 0ms, at(13)));
    EXPECT_EQ(finish(), CampaignState::Sending) << "a person brought one back a moment before";

    valueOf(m_ledger.settle({accepted(claim(campaign, 1).front(), u"wamid.2"_s, at(14))}));
    EXPECT_EQ(finish(), CampaignState::Completed);
}

TEST_F(SendLedgerTest, nothingIsStartedThatWasNotArmed)
{
    const CampaignId campaign = m_workspace.draftWith(1);

    EXPECT_EQ(valueOf(m_ledger.change(campaign, CampaignEvent::Start, {}, at(2))), CampaignState::Draft);

    EXPECT_EQ(m_workspace.campaign(campaign).state, CampaignState::Draft);
}

TEST_F(SendLedgerTest, aCampaignThatWasMovedToALaterTimeAMomentAgoIsNotStarted)
{
    const CampaignId campaign = m_workspace.draftWith(1);
    valueOf(m_campaigns.schedule(campaign, tourTemplate(), at(500), at(1)));
    valueOf(m_campaigns.schedule(campaign, tourTemplate(), at(9000), at(499)));

    EXPECT_EQ(valueOf(m_ledger.change(campaign, CampaignEvent::Start, {}, at(500))),
              CampaignState::Scheduled);
    EXPECT_EQ(valueOf(m_ledger.change(campaign, CampaignEvent::Start, {}, at(9000))), CampaignState::Sending);
}

TEST_F(SendLedgerTest, trouleWithAnAccountPausesAllItsCampaignsAndNoOther)
{
    const CampaignId sending = m_workspace.sendingWith(1);
    const CampaignId scheduled = m_workspace.draftWith(1);
    valueOf(m_campaigns.schedule(scheduled, tourTemplate(), at(500), at(1)));
    const CampaignId draft = m_workspace.draftWith(1);
    const AccountId other =
        valueOf(AccountStore{m_workspace.database()}.put({.phoneNumberId = u"1002"_s, .wabaId = u"2002"_s}));
    const CampaignId ofOther = m_workspace.draftWith(1);
    Campaign moved = m_workspace.campaign(ofOther);
    moved.accountId = other;
    valueOf(m_campaigns.update(moved));
    valueOf(m_campaigns.send(ofOther, tourTemplate(), at(1)));

    const auto changed = valueOf(m_ledger.changeAll(m_workspace.account(), CampaignEvent::Pause,
                                                    {u"token"_s, u"No key."_s, {}}, at(9)));

    EXPECT_THAT(changed, ElementsAre(sending, scheduled));
    EXPECT_EQ(m_workspace.campaign(sending).state, CampaignState::Paused);
    EXPECT_EQ(m_workspace.campaign(draft).state, CampaignState::Draft);
    EXPECT_EQ(m_workspace.campaign(ofOther).state, CampaignState::Sending);
}

TEST_F(SendLedgerTest, aCampaignWhoseAccountWasRemovedCanStillBePaused)
{
    const CampaignId campaign = m_workspace.sendingWith(1);
    valueOf(m_ledger.change(campaign, CampaignEvent::Fail, {u"131031"_s, {}, {}}, at(1)));
    valueOf(AccountStore{m_workspace.database()}.remove(m_workspace.account()));
    valueOf(m_campaigns.resume(campaign, at(2)));
    const AccountId nobody = m_workspace.campaign(campaign).accountId;

    const auto changed =
        valueOf(m_ledger.changeAll(nobody, CampaignEvent::Pause, {u"no_token"_s, {}, {}}, at(3)));

    EXPECT_THAT(changed, ElementsAre(campaign));
    EXPECT_EQ(m_workspace.campaign(campaign).state, CampaignState::Paused);
}

TEST_F(SendLedgerTest, liveCampaignsCarryTheirFrozenTemplate)
{
    const CampaignId sending = m_workspace.sendingWith(1);
    const CampaignId paused = m_workspace.sendingWith(1);
    valueOf(m_campaigns.pause(paused, at(5)));
    const CampaignId held = m_workspace.sendingWith(1);
    valueOf(m_ledger.change(held, CampaignEvent::Pause, {u"network"_s, u"No network."_s, {}}, at(5)));
    m_workspace.draftWith(1);

    const std::vector<Campaign> live = valueOf(m_ledger.liveCampaigns());

    ASSERT_THAT(live, SizeIs(2));
    EXPECT_EQ(live[0].id, sending);
    EXPECT_EQ(live[1].id, held);
    MessageTemplate frozen = tourTemplate();
    EXPECT_EQ(live[0].frozenTemplate, frozen);
}

TEST_F(SendLedgerTest, uniquePeopleOfTheLastDayAreCountedOnceWhateverHappensToTheCampaign)
{
    AccountStore accounts{m_workspace.database()};
    const CampaignId first = m_workspace.sendingWith(3);
    const CampaignId second = m_workspace.sendingWith(2);
    for (const Claim &claimed : claim(first, 3))
        valueOf(m_ledger.settle({accepted(claimed, u"a"_s + claimed.attempt.value, at(20))}));
    for (const Claim &claimed : claim(second, 2))
        valueOf(m_ledger.settle({accepted(claimed, u"b"_s + claimed.attempt.value, at(40))}));
    valueOf(m_campaigns.cancel(first, at(41)));
    valueOf(m_campaigns.remove(first));

    EXPECT_EQ(valueOf(accounts.peopleCountedSince(m_workspace.account(), at(0))), 3);
    EXPECT_EQ(valueOf(accounts.peopleCountedSince(m_workspace.account(), at(30))), 2);
    EXPECT_EQ(valueOf(accounts.peopleCountedSince(m_workspace.account(), at(41))), 0);
}

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
