#include "storage/sendledgertest.h"

#include "storage/accountstore.h"
#include "storage/contactstore.h"
#include "storage/sqlitehandle.h"

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

/// How often a statement of the connection had to be prepared once more.
int repreparations(Database &database)
{
    sqlite3 *handle = valueOf(sqliteHandle(database));
    int count = 0;
    for (sqlite3_stmt *statement = sqlite3_next_stmt(handle, nullptr); statement;
         statement = sqlite3_next_stmt(handle, statement))
        count += sqlite3_stmt_status(statement, SQLITE_STMTSTATUS_REPREPARE, 0);
    return count;
}

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
    const int before = repreparations(m_workspace.database());

    for (int number = 3; number <= 19; number += 2)
        sendTwo(number);

    EXPECT_EQ(repreparations(m_workspace.database()), before);
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
