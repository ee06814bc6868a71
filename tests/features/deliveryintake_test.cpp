#include "ownstatefolder.h"
#include "storage/sql.h"
#include "storage/sqlitesendledger.h"
#include "workspace/credentialcache.h"
#include "workspace/deliveryintake.h"
#include "workspace/senderports.h"
#include "workspace/session.h"

#include <gtest/gtest.h>

#include <stdexcept>

using namespace Qt::StringLiterals;

namespace {

template <typename T>
T valueOf(Result<T> result)
{
    if (!result)
        throw std::runtime_error{result.error().message.toStdString()};
    return std::move(*result);
}

class DeliveryIntakeTest : public testing::Test
{
protected:
    DeliveryIntakeTest()
    {
        Account account;
        account.phoneNumberId = u"1"_s;
        account.wabaId = u"2"_s;
        account.apiBase = u"http://127.0.0.1:1"_s;
        account.graphVersion = u"v25.0"_s;
        Campaign campaign;
        campaign.accountId = valueOf(session->accounts().put(account));
        campaign.name = u"Summer"_s;
        id = valueOf(session->campaigns().create(campaign, clock.now()));
        valueOf(session->campaigns().addRecipients(
            id,
            {
                {*PhoneNumber::fromE164(u"+919000000001"_s), u"IN"_s, {}, {}}
        },
            clock.now()));
        valueOf(session->campaigns().send(id, MessageTemplate{.name = u"hello"_s, .body = u"Hello"_s},
                                          clock.now()));
    }

    /// Somebody was written to, and Meta says that the account cannot pay.
    MessageStatusEvent unpaid()
    {
        SqliteSendLedger ledger{session->database()};
        const Claim claim = valueOf(ledger.claim({id, 1, clock.now(), std::nullopt})).claims.front();
        MessageStatusEvent event;
        event.messageId = u"wamid.1"_s;
        event.attemptId = claim.attempt.value;
        event.statusWord = u"failed"_s;
        event.status = DeliveryStatus::Failed;
        event.errorCode = 131042; // about the account
        event.at = clock.now();
        return event;
    }

    /// The same without our own word in it, so that nobody knows whose message it was until an answer comes.
    MessageStatusEvent unpaidStranger()
    {
        MessageStatusEvent event = unpaid();
        attempt = {std::exchange(event.attemptId, QString{})};
        return event;
    }

    /// Meta's answer to the request, as the sending thread writes it.
    void answerComes()
    {
        const OwnedPorts ports = valueOf(senderPorts(workspace, std::make_shared<CredentialCache>())());
        valueOf(ports.ledger->settle({answer()}));
    }

    Settlement answer()
    {
        Settlement settlement;
        settlement.attempt = attempt;
        settlement.campaign = id;
        settlement.outcome = Accepted{u"wamid.1"_s, {}, {}, {}};
        settlement.at = clock.now();
        return settlement;
    }

    CampaignState state() { return valueOf(session->campaigns().load(id)).state; }

    OwnStateFolder folder;
    SystemClock clock;
    Workspace workspace = valueOf(Workspace::create(folder.file(u"ws"_s), Workspace::Purpose::Real, clock));
    std::unique_ptr<Session> session = valueOf(Session::open(workspace, clock));
    std::unique_ptr<DeliveryIntake> intake = valueOf(DeliveryIntake::open(workspace, clock));
    CampaignId id;
    AttemptId attempt;
};

} // namespace

TEST_F(DeliveryIntakeTest, aReactionThatFailedIsMadeUpForWhenTheBodyIsToldAgain)
{
    const MessageStatusEvent event = unpaid();
    valueOf(execute(session->database(),
                    u"CREATE TRIGGER broken BEFORE UPDATE ON campaign "
                    "BEGIN SELECT RAISE(ABORT, 'no'); END"_s));
    EXPECT_FALSE(intake->take("{}", {event}, clock.now())) << "or nobody would tell it again";
    valueOf(execute(session->database(), u"DROP TRIGGER broken"_s));

    const std::vector<AppliedEvent> again = valueOf(intake->take("{}", {event}, clock.now()));

    EXPECT_FALSE(again.front().applied);
    EXPECT_EQ(state(), CampaignState::Paused);
}

TEST_F(DeliveryIntakeTest, aCrashBetweenTheEventAndItsReactionLosesNoPause)
{
    // What was stored when the program died.
    valueOf(DeliveryStore{session->database()}.apply("{}", {unpaid()}, clock.now()));
    ASSERT_EQ(state(), CampaignState::Sending);

    intake = valueOf(DeliveryIntake::open(workspace, clock));

    EXPECT_EQ(state(), CampaignState::Paused);
}

TEST_F(DeliveryIntakeTest, aPersonWhoResumedIsNotOverruledByWhatWasAnsweredBefore)
{
    valueOf(intake->take("{}", {unpaid()}, clock.now()));
    ASSERT_EQ(state(), CampaignState::Paused);
    valueOf(session->campaigns().resume(id, clock.now()));

    intake = valueOf(DeliveryIntake::open(workspace, clock));
    valueOf(intake->take("{}", {}, clock.now()));

    EXPECT_EQ(state(), CampaignState::Sending);
}

TEST_F(DeliveryIntakeTest, eventsFromBeforeReactionsWereRememberedPauseNothing)
{
    valueOf(execute(session->database(), u"DELETE FROM setting WHERE key = 'troubles_answered_up_to'"_s));
    valueOf(DeliveryStore{session->database()}.apply("{}", {unpaid()}, clock.now()));

    intake = valueOf(DeliveryIntake::open(workspace, clock));

    EXPECT_EQ(state(), CampaignState::Sending);
}

TEST_F(DeliveryIntakeTest, aTroubleThatIsToldBeforeItsMessageIsKnownPausesOnceTheAnswerNamesIt)
{
    valueOf(intake->take("{}", {unpaidStranger()}, clock.now()));
    ASSERT_EQ(state(), CampaignState::Sending);

    answerComes();

    EXPECT_EQ(state(), CampaignState::Paused);
}

TEST_F(DeliveryIntakeTest, soItDoesOnceAnotherEventNamesTheMessage)
{
    MessageStatusEvent sent = unpaidStranger();
    valueOf(intake->take("{}", {sent}, clock.now()));
    sent.attemptId = attempt.value;
    sent.statusWord = u"sent"_s;
    sent.status = DeliveryStatus::Sent;
    sent.errorCode = 0;

    valueOf(intake->take("{}", {sent}, clock.now()));

    EXPECT_EQ(state(), CampaignState::Paused);
}

TEST_F(DeliveryIntakeTest, aTroubleOfTheDayBeforeYesterdayPausesNothingWhenItsMessageBecomesKnown)
{
    MessageStatusEvent old = unpaidStranger();
    old.at = clock.now() - std::chrono::hours{48};
    valueOf(intake->take("{}", {old}, clock.now()));

    answerComes();

    EXPECT_EQ(state(), CampaignState::Sending);
}

TEST_F(DeliveryIntakeTest, aLateTroubleIsAnsweredOnce)
{
    valueOf(intake->take("{}", {unpaidStranger()}, clock.now()));
    answerComes();
    ASSERT_EQ(state(), CampaignState::Paused);
    valueOf(session->campaigns().resume(id, clock.now()));

    intake = valueOf(DeliveryIntake::open(workspace, clock));
    valueOf(intake->take("{}", {}, clock.now()));

    EXPECT_EQ(state(), CampaignState::Sending);
}

TEST_F(DeliveryIntakeTest, aCrashBeforeALateTroubleWasAnsweredLosesNoPause)
{
    valueOf(intake->take("{}", {unpaidStranger()}, clock.now()));
    valueOf(SqliteSendLedger{session->database()}.settle({answer()})); // and then the program died
    ASSERT_EQ(state(), CampaignState::Sending);

    intake = valueOf(DeliveryIntake::open(workspace, clock));

    EXPECT_EQ(state(), CampaignState::Paused);
}
