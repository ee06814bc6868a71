#include "storage/accountstore.h"
#include "storage/activitystore.h"
#include "storage/campaignstore.h"
#include "storage/contactstore.h"
#include "storage/coststore.h"
#include "storage/deliverystore.h"
#include "storage/directmessagestore.h"
#include "storage/erasure.h"
#include "storage/sql.h"
#include "storage/sqlitesendledger.h"
#include "storage/temporaryworkspace.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using State = DirectMessageState;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

namespace {

class DirectMessageStoreTest : public ::testing::Test
{
protected:
    DirectMessage testOf(CampaignId campaign, int number = 77) const
    {
        return {
            m_workspace.account(),
            campaign,
            phoneOf(number),
            tourTemplate(),
            {{u"1"_s, u"Goa"_s}, {u"2"_s, u"9999"_s}},
            {                  }
        };
    }

    DirectMessageId ask(int second = 10, int number = 77)
    {
        return valueOf(m_directs.ask(testOf(m_campaign, number), at(second)));
    }

    DirectClaim claim(DirectMessageId id, int second = 11)
    {
        const std::optional<DirectClaim> claimed = valueOf(m_directs.claimDirect(id, at(second)));
        EXPECT_TRUE(claimed);
        return claimed.value_or(DirectClaim{});
    }

    void settle(DirectMessageId id, const SendOutcome &outcome, int second = 12)
    {
        valueOf(m_directs.settleDirect({id, outcome, at(second)}));
    }

    DirectMessageState stateOf(DirectMessageId id) { return valueOf(m_directs.report(id)).state; }

    AppliedEvent apply(const DeliveryEvent &event)
    {
        return valueOf(DeliveryStore{m_workspace.database()}.apply("{}", {event}, at(1000))).front();
    }

    QStringList log()
    {
        QStringList lines;
        for (const Activity &line : valueOf(ActivityStore{m_workspace.database()}.since(m_campaign)))
            lines << line.what;
        return lines;
    }

    int counted()
    {
        return valueOf(AccountStore{m_workspace.database()}.peopleCountedSince(m_workspace.account(), at(0)));
    }

    TemporaryWorkspace m_workspace;
    DirectMessageStore m_directs{m_workspace.database()};
    CampaignId m_campaign = m_workspace.draftWith(1);
};

MessageStatusEvent failedEvent(const QString &messageId, int code, const QString &attempt)
{
    MessageStatusEvent event = statusEvent(messageId, DeliveryStatus::Failed, at(20), attempt);
    event.errorCode = code;
    return event;
}

} // namespace

TEST_F(DirectMessageStoreTest, whatWasAskedForIsClaimedOnceAndWhole)
{
    const DirectMessageId id = ask();
    const std::unique_ptr<Database> otherProcess = m_workspace.secondConnection();
    DirectMessageStore other{*otherProcess};

    const std::vector<WaitingDirect> waiting = valueOf(other.waitingDirects(at(11)));
    const DirectClaim claimed = valueOf(other.claimDirect(id, at(11))).value_or(DirectClaim{});
    const std::optional<DirectClaim> again = valueOf(m_directs.claimDirect(id, at(11)));

    ASSERT_THAT(waiting, SizeIs(1));
    EXPECT_EQ(waiting.front().account, m_workspace.account());
    EXPECT_FALSE(waiting.front().isOver);
    EXPECT_EQ(claimed.message.to, phoneOf(77));
    EXPECT_EQ(claimed.message.messageTemplate, tourTemplate());
    EXPECT_EQ(claimed.message.variables.value(u"2"_s), u"9999"_s);
    EXPECT_TRUE(claimed.attempt.isValid());
    EXPECT_FALSE(again);
    EXPECT_THAT(valueOf(m_directs.waitingDirects(at(11))), IsEmpty());
    EXPECT_EQ(stateOf(id), State::Sending);
}

#ifndef Q_OS_WIN
TEST_F(DirectMessageStoreTest, nothingIsClaimedWhereTheDatabaseIsNotAtItsPlaceAnyMore)
{
    const DirectMessageId id = ask();
    const QString elsewhere = m_workspace.file(u"elsewhere.db"_s);
    ASSERT_TRUE(QFile::rename(m_workspace.path(), elsewhere));

    const Result<std::optional<DirectClaim>> claim = m_directs.claimDirect(id, at(11));

    EXPECT_EQ(claim ? QString{} : claim.error().code, u"database_moved"_s);
    EXPECT_EQ(stateOf(id), State::Waiting);
    ASSERT_TRUE(QFile::rename(elsewhere, m_workspace.path()));
}
#endif

TEST_F(DirectMessageStoreTest, itKeepsNothingOfTheMessageOnceItCannotBeSentAgain)
{
    const DirectMessageId id = ask();

    claim(id);

    EXPECT_EQ(valueOf(firstInteger(m_workspace.database(),
                                   u"SELECT length(content) FROM direct_message WHERE id = ?"_s, {id.value})),
              0);
}

TEST_F(DirectMessageStoreTest, whatWaitsBehindAFileHasTheTimeThatTheFileHas)
{
    DirectMessage withFile = testOf(m_campaign);
    withFile.messageTemplate.headerFormat = HeaderFormat::Document;
    withFile.headerMedia = HeaderMedia::fromText(m_workspace.file(u"plan.pdf"_s));
    const auto patienceOf = [&](DirectMessageId id) { return valueOf(m_directs.report(id)).patience; };
    const DirectMessageId alone = ask();

    const DirectMessageId file = valueOf(m_directs.ask(withFile, at(10)));
    const DirectMessageId behind = ask();
    const DirectMessageId toAnother = ask(10, 78);
    const DirectMessageId daysLater = ask(3 * 24 * 3600);

    EXPECT_EQ(patienceOf(behind), patienceOf(file) + patienceOf(alone));
    EXPECT_EQ(patienceOf(toAnother), patienceOf(alone));
    EXPECT_EQ(patienceOf(daysLater), patienceOf(alone));
}

TEST_F(DirectMessageStoreTest, eachOfTheOutcomesIsReportedAsItWas)
{
    const DirectMessageId acceptedOne = ask();
    const DirectMessageId refusedOne = ask();
    const DirectMessageId unsent = ask();
    const DirectMessageId inDoubt = ask();
    for (const DirectMessageId id : {acceptedOne, refusedOne, unsent, inDoubt})
        claim(id);

    settle(acceptedOne, Accepted{u"wamid.A"_s, u"accepted"_s, {}});
    settle(refusedOne, Refused{.code = 100, .subcode = 33, .details = u"no"_s});
    settle(unsent, NotSent{u"no route"_s});
    settle(inDoubt, Unknown{u"reset"_s});

    EXPECT_EQ(std::get<Accepted>(*valueOf(m_directs.report(acceptedOne)).outcome).messageId, u"wamid.A"_s);
    EXPECT_EQ(std::get<Refused>(*valueOf(m_directs.report(refusedOne)).outcome).subcode, 33);
    EXPECT_EQ(std::get<NotSent>(*valueOf(m_directs.report(unsent)).outcome).why, u"no route"_s);
    EXPECT_EQ(std::get<Unknown>(*valueOf(m_directs.report(inDoubt)).outcome).why, u"reset"_s);
    EXPECT_EQ(stateOf(inDoubt), State::Unconfirmed);
}

TEST_F(DirectMessageStoreTest, whatNobodyTookUpInTimeIsNeverSentAndTheCampaignsLogSaysSo)
{
    const DirectMessageId id = ask(10);

    const std::vector<WaitingDirect> hoursLater = valueOf(m_directs.waitingDirects(at(3 * 3600)));
    const std::optional<DirectClaim> claimed = valueOf(m_directs.claimDirect(id, at(3 * 3600)));

    ASSERT_THAT(hoursLater, SizeIs(1));
    EXPECT_TRUE(hoursLater.front().isOver);
    EXPECT_FALSE(claimed);
    EXPECT_EQ(stateOf(id), State::Expired);
    EXPECT_TRUE(log().last().contains(u"was not sent"_s)) << qPrintable(log().last());
}

TEST_F(DirectMessageStoreTest, aClockThatWasSetBackDoesNotMakeAnOldRequestYoung)
{
    const DirectMessageId id = ask(3 * 3600);

    const std::optional<DirectClaim> claimed = valueOf(m_directs.claimDirect(id, at(10)));

    EXPECT_FALSE(claimed);
    EXPECT_EQ(stateOf(id), State::Expired);
}

TEST_F(DirectMessageStoreTest, aWithdrawnOneIsNotSentAndAClaimedOneCannotBeWithdrawn)
{
    const DirectMessageId withdrawn = ask();
    const DirectMessageId claimed = ask();
    claim(claimed);

    EXPECT_TRUE(valueOf(m_directs.withdraw(withdrawn, at(11))));
    EXPECT_FALSE(valueOf(m_directs.withdraw(claimed, at(11))));

    EXPECT_FALSE(valueOf(m_directs.claimDirect(withdrawn, at(12))));
    EXPECT_EQ(stateOf(claimed), State::Sending);
}

TEST_F(DirectMessageStoreTest, whoOptedOutGetsNoTestEither)
{
    ContactStore contacts{m_workspace.database()};
    const DirectMessageId waiting = ask();
    valueOf(contacts.optOut({phoneOf(77)}, u"asked on the phone"_s, at(11)));

    const std::optional<DirectClaim> claimed = valueOf(m_directs.claimDirect(waiting, at(12)));
    const Result<DirectMessageId> asked = m_directs.ask(testOf(m_campaign), at(12));

    EXPECT_FALSE(claimed);
    EXPECT_EQ(valueOf(m_directs.report(waiting)).declined->code, u"opted_out"_s);
    ASSERT_FALSE(asked);
    EXPECT_EQ(asked.error().kind, ErrorKind::Refused);
    EXPECT_EQ(asked.error().code, u"opted_out"_s);
}

TEST_F(DirectMessageStoreTest, aCrashLeavesItUnconfirmedAndItIsNotClaimedAgain)
{
    const DirectMessageId id = ask();
    const DirectMessageId untouched = ask();
    claim(id);

    EXPECT_EQ(valueOf(m_directs.markDirectsInterrupted(at(15))), 1);

    EXPECT_EQ(stateOf(id), State::Unconfirmed);
    EXPECT_EQ(stateOf(untouched), State::Waiting);
    EXPECT_FALSE(valueOf(m_directs.claimDirect(id, at(16))));
    EXPECT_TRUE(log().last().contains(u"not sent again"_s)) << qPrintable(log().last());
    EXPECT_EQ(valueOf(m_directs.markDirectsInterrupted(at(17))), 0);
}

TEST_F(DirectMessageStoreTest, aDeliveryEventWithItsAttemptSettlesOneInDoubt)
{
    const DirectMessageId arrived = ask();
    const DirectMessageId failed = ask();
    const AttemptId attempt = claim(arrived).attempt;
    const AttemptId other = claim(failed).attempt;
    valueOf(m_directs.markDirectsInterrupted(at(15)));

    const AppliedEvent delivered =
        apply(statusEvent(u"wamid.D"_s, DeliveryStatus::Delivered, at(16), attempt.value));
    const AppliedEvent repeated =
        apply(statusEvent(u"wamid.D"_s, DeliveryStatus::Delivered, at(16), attempt.value));
    const AppliedEvent read = apply(statusEvent(u"wamid.D"_s, DeliveryStatus::Read, at(17), attempt.value));
    apply(failedEvent(u"wamid.F"_s, 131026, other.value));

    EXPECT_TRUE(delivered.applied);
    EXPECT_FALSE(repeated.applied);
    EXPECT_TRUE(read.applied);
    EXPECT_EQ(stateOf(arrived), State::Accepted);
    EXPECT_EQ(std::get<Accepted>(*valueOf(m_directs.report(arrived)).outcome).messageId, u"wamid.D"_s);
    EXPECT_EQ(stateOf(failed), State::Failed);
    EXPECT_EQ(std::get<Refused>(*valueOf(m_directs.report(failed)).outcome).code, 131026);
}

TEST_F(DirectMessageStoreTest, anEventThatComesBeforeTheAnswerIsNotLostAndTheAnswerChangesNothing)
{
    const DirectMessageId id = ask();
    const DirectMessageId other = ask();
    const AttemptId attempt = claim(id).attempt;
    claim(other);

    apply(failedEvent(u"wamid.1"_s, 131026, attempt.value));
    settle(id, Accepted{u"wamid.1"_s, {}, {}});
    apply(failedEvent(u"wamid.2"_s, 131026, {})); // without the attempt: nobody knows yet whose it is
    settle(other, Accepted{u"wamid.2"_s, {}, {}});

    EXPECT_EQ(stateOf(id), State::Failed);
    EXPECT_EQ(stateOf(other), State::Failed);
}

TEST_F(DirectMessageStoreTest, aRefusalThatMeansAnOptOutSuppressesThePerson)
{
    const DirectMessageId id = ask();
    claim(id);

    settle(id, Refused{.code = 131050});

    EXPECT_EQ(m_directs.ask(testOf(m_campaign), at(20)).error().code, u"opted_out"_s);
}

TEST_F(DirectMessageStoreTest, whoeverMayHaveGotItCountsOnceAgainstTheMessagingLimit)
{
    const DirectMessageId first = ask(10, 77);
    const DirectMessageId second = ask(10, 77);
    const DirectMessageId unsent = ask(10, 78);
    for (const DirectMessageId id : {first, second, unsent})
        claim(id);
    EXPECT_EQ(counted(), 2);

    settle(first, Accepted{u"wamid.1"_s, {}, {}});
    settle(second, Unknown{u"reset"_s});
    settle(unsent, NotSent{u"no route"_s});

    EXPECT_EQ(counted(), 1);
}

TEST_F(DirectMessageStoreTest, whoGetsATestAndACampaignsMessageCountsOnce)
{
    SqliteSendLedger ledger{m_workspace.database()};
    const CampaignId campaign = m_workspace.sendingWith(1);
    const Claim claimed = valueOf(ledger.claim({campaign, 1, at(10), std::nullopt})).claims.front();
    valueOf(ledger.settle({accepted(claimed, u"wamid.c"_s, at(11))}));
    const DirectMessageId id = ask(12, 1);

    claim(id, 13);

    EXPECT_EQ(counted(), 1);
}

TEST_F(DirectMessageStoreTest, aTestTakesAPlaceOfTheMessagingLimitAtOnce)
{
    NumberReport report;
    report.messagingLimit = 3;
    valueOf(AccountStore{m_workspace.database()}.storeReport(m_workspace.account(), report, at(0)));
    SqliteSendLedger ledger{m_workspace.database()};
    const CampaignId campaign = m_workspace.sendingWith(5);
    EXPECT_THAT(valueOf(ledger.claim({campaign, 1, at(10), std::nullopt})).claims, SizeIs(1));

    claim(ask(10, 77), 11);

    EXPECT_THAT(valueOf(ledger.claim({campaign, 5, at(12), std::nullopt})).claims, SizeIs(1));
}

TEST_F(DirectMessageStoreTest, whoIsErasedIsForgottenHereTooAndGetsNothingThatWaits)
{
    const DirectMessageId arrived = ask(10, 77);
    claim(arrived);
    settle(arrived, Accepted{u"wamid.1"_s, {}, {}});
    const DirectMessageId waiting = ask(12, 77);

    valueOf(Erasure{m_workspace.database()}.erase({phoneOf(77)}, at(13)));

    EXPECT_FALSE(valueOf(m_directs.claimDirect(waiting, at(14))));
    EXPECT_EQ(valueOf(firstInteger(m_workspace.database(),
                                   u"SELECT count(*) FROM direct_message "
                                   "WHERE phone LIKE '+%' OR message_id <> '' "
                                   "OR content <> ''"_s)),
              0);
    EXPECT_EQ(counted(), 1);
}

TEST_F(DirectMessageStoreTest, whoWroteToUsBeforeDoesNotCount)
{
    InboundMessageEvent written;
    written.messageId = u"wamid.in"_s;
    written.fromPhone = phoneOf(77).e164();
    written.type = u"text"_s;
    written.text = u"Hello"_s;
    written.phoneNumberId = u"1001"_s;
    written.at = at(5);
    apply(written);

    claim(ask(10, 77));

    EXPECT_EQ(counted(), 0);
}

// "Since October an answer costs money, and my month did not know of it."
TEST_F(DirectMessageStoreTest, whatMetaChargesForOutsideCampaignsIsTheAccountsAndNoCampaigns)
{
    DirectMessage message = testOf(m_campaign);
    message.region = u"IN"_s;
    const DirectMessageId early = valueOf(m_directs.ask(message, at(10)));
    const DirectMessageId late = valueOf(m_directs.ask(message, at(10)));
    claim(early);
    claim(late);
    const auto arrived = [](const QString &messageId, DeliveryStatus status, UtcTime when) {
        MessageStatusEvent event = statusEvent(messageId, status, when);
        event.pricingCategory = u"SERVICE"_s;
        event.pricingType = u"regular"_s;
        return event;
    };

    settle(early, Accepted{u"wamid.early"_s, {}, {}});
    apply(arrived(u"wamid.early"_s, DeliveryStatus::Read, at(12) + 1h));
    apply(arrived(u"wamid.early"_s, DeliveryStatus::Delivered, at(12))); // told late
    apply(arrived(u"wamid.late"_s, DeliveryStatus::Delivered, at(13))); // before the answer to the request
    settle(late, Accepted{u"wamid.late"_s, {}, {}}, 14);

    CostStore costs{m_workspace.database()};
    const qint64 quarter = toMilliseconds(at(12)) / kQuarterMilliseconds;
    EXPECT_THAT(valueOf(costs.chargesOfBusiness(m_workspace.account(), quarter, quarter + 100)),
                ElementsAre(ChargedMessages{{}, quarter, u"IN"_s, u"service"_s, u"regular"_s, 2}));
    EXPECT_THAT(valueOf(costs.charges({m_campaign})), IsEmpty());
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
    valueOf(execute(m_workspace.database(), u"UPDATE account_charge SET messages = 3"_s));
    EXPECT_THAT(m_workspace.problems(), SizeIs(1));
}
