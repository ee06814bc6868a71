#include "storage/sqlitesendledger.h"
#include "storage/temporaryworkspace.h"
#include "storage/workspacecheck.h"
#include "workspace/world.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using ::testing::IsEmpty;
using ::testing::SizeIs;

namespace {

/// A practice workspace with a test of two prices: 400 people get each, and 200 the winner, four hours later.
class AbTestDeskTest : public testing::Test
{
protected:
    static constexpr int kEach = 400;
    static constexpr int kRest = 200;

    AbTestDeskTest()
        : m_draft{m_world.draft(2 * kEach + kRest)}
    {
        m_terms.seed = 5;
        m_terms.decideAfter = 4h;
        m_terms.restPercent = 20;
        m_terms.variants = {{}, {.templateName = u"hello_world"_s}};
    }

    AbTestDesk &desk() { return session().abTestDesk(); }
    Session &session() { return m_world.session(); }

    void define() { require(desk().define(m_draft, m_terms)); }

    AbTest start()
    {
        define();
        require(session().campaignDesk().send(m_draft, true));
        return outcome().test;
    }

    AbOutcome outcome() { return require(desk().outcome(m_draft)); }

    /// Everybody gets it, and so many read it.
    void send(CampaignId campaign, int readers)
    {
        SqliteSendLedger ledger{session().database()};
        const UtcTime now = m_world.clock().now();
        const ClaimResult claimed = require(ledger.claim({campaign, 10'000, now, std::nullopt}));
        std::vector<Settlement> answers;
        std::vector<DeliveryEvent> events;
        for (const Claim &claim : claimed.claims) {
            const QString id = u"wamid.%1"_s.arg(claim.recipient.value);
            answers.push_back(accepted(claim, id, now));
            const bool isReader = static_cast<int>(events.size()) < readers;
            events.emplace_back(
                statusEvent(id, isReader ? DeliveryStatus::Read : DeliveryStatus::Delivered, now));
        }
        require(ledger.settle(answers));
        require(session().deliveries().apply("{}", events, now));
        require(ledger.change(campaign, CampaignEvent::Finish, {}, now));
    }

    void wait(std::chrono::milliseconds time) { m_world.clock().advance(time); }

    std::vector<CampaignId> decideDue() { return require(desk().decideDue()); }

    template <typename T>
    static T require(const Result<T> &result)
    {
        if (!result)
            throw std::runtime_error{
                (result.error().message + u" / "_s + result.error().detail).toStdString()};
        return *result;
    }

    World m_world;
    CampaignId m_draft;
    AbTestTerms m_terms;
};

} // namespace

TEST_F(AbTestDeskTest, sendingATestDividesItsPeopleAndSendsEveryVersion)
{
    const AbTest test = start();

    const AbOutcome present = outcome();
    EXPECT_EQ(test.state, AbTestState::Running);
    EXPECT_EQ(present.sizes,
              (AbSizes{
                  {kEach, kEach},
                  kRest
    }));
    EXPECT_EQ(present.versions[0]->state, CampaignState::Sending);
    EXPECT_EQ(present.versions[1]->state, CampaignState::Sending);
    EXPECT_EQ(present.versions[1]->frozenTemplate->name, u"hello_world"_s);
    EXPECT_EQ(present.rest->state, CampaignState::Draft);
    EXPECT_THAT(require(counterProblems(session().database())), IsEmpty());
}

TEST_F(AbTestDeskTest, aClearWinnerIsSentToTheRestWhenItsTimeHasComeAndOnce)
{
    const AbTest test = start();
    send(test.campaigns[0], 100);
    send(test.campaigns[1], 250);

    wait(3h);
    EXPECT_THAT(decideDue(), IsEmpty()) << "too early";
    wait(1h);
    const std::vector<CampaignId> armed = decideDue();

    ASSERT_THAT(armed, SizeIs(1));
    EXPECT_EQ(armed.front(), test.rest);
    EXPECT_EQ(m_world.load(test.rest).state, CampaignState::Sending);
    EXPECT_EQ(m_world.load(test.rest).templateName, u"hello_world"_s);
    EXPECT_EQ(outcome().test.winner, 1);
    EXPECT_FALSE(outcome().test.isByPerson);
    EXPECT_THAT(decideDue(), IsEmpty());
    EXPECT_EQ(require(session().campaigns().load(test.rest)).counts.total(), kRest);
}

TEST_F(AbTestDeskTest, whereIntervalsOverlapNobodyIsSentToAndAPersonIsAsked)
{
    const AbTest test = start();
    send(test.campaigns[0], 180);
    send(test.campaigns[1], 200);

    wait(4h);
    EXPECT_THAT(decideDue(), IsEmpty());

    EXPECT_EQ(outcome().test.state, AbTestState::Asking);
    EXPECT_FALSE(outcome().test.why.isEmpty());
    EXPECT_EQ(m_world.load(test.rest).state, CampaignState::Draft);
    require(desk().choose(test.rest, 0, true));
    EXPECT_EQ(m_world.load(test.rest).state, CampaignState::Sending);
    EXPECT_EQ(m_world.load(test.rest).templateName, u"tour_package_marketing"_s);
    EXPECT_TRUE(outcome().test.isByPerson);
}

TEST_F(AbTestDeskTest, ofTooFewPeopleThereIsNoWinner)
{
    m_terms.restPercent = 30; // 350 each
    const AbTest test = start();
    send(test.campaigns[0], 0);
    send(test.campaigns[1], 350);

    wait(4h);
    EXPECT_THAT(decideDue(), IsEmpty());

    EXPECT_EQ(outcome().result.verdict, AbResult::Verdict::TooFew);
    EXPECT_EQ(outcome().test.state, AbTestState::Asking);
}

TEST_F(AbTestDeskTest, aVersionThatIsStillSentIsWaitedFor)
{
    const AbTest test = start();
    send(test.campaigns[0], 100);

    wait(5h);
    EXPECT_THAT(decideDue(), IsEmpty());
    EXPECT_EQ(outcome().test.state, AbTestState::Running);

    send(test.campaigns[1], 300);
    EXPECT_THAT(decideDue(), SizeIs(1));
}

TEST_F(AbTestDeskTest, aPersonMayChooseAtAnyTimeAndNotTwice)
{
    const AbTest test = start();

    require(desk().choose(m_draft, 1, true));
    const Result<Campaign> again = desk().choose(m_draft, 0, true);

    EXPECT_EQ(again.error().code, u"wrong_state"_s);
    EXPECT_EQ(m_world.load(test.rest).templateName, u"hello_world"_s);
}

TEST_F(AbTestDeskTest, theRestIsNotSentWithoutAWinner)
{
    const AbTest test = start();

    EXPECT_EQ(session().campaignDesk().send(test.rest, true).error().code, u"waits_for_winner"_s);
    EXPECT_EQ(session().campaignDesk().schedule(test.rest, m_world.clock().now() + 1h).error().code,
              u"waits_for_winner"_s);
    EXPECT_EQ(m_world.load(test.rest).state, CampaignState::Draft);
}

TEST_F(AbTestDeskTest, versionsMayBeSentAtDifferentTimesAndTheRestAtThatOfTheWinner)
{
    const UtcTime evening = m_world.clock().now() + 8h;
    m_terms.variants = {{}, {.startAt = evening}};
    const AbTest test = start();

    EXPECT_EQ(m_world.load(test.campaigns[0]).state, CampaignState::Sending);
    EXPECT_EQ(m_world.load(test.campaigns[1]).state, CampaignState::Scheduled);
    EXPECT_EQ(m_world.load(test.campaigns[1]).scheduledFor, evening);
    send(test.campaigns[0], 100);
    wait(6h);
    EXPECT_THAT(decideDue(), IsEmpty()) << "the other has not begun";

    wait(2h);
    require(SqliteSendLedger{session().database()}.change(test.campaigns[1], CampaignEvent::Start, {},
                                                          m_world.clock().now()));
    send(test.campaigns[1], 300);
    wait(4h);
    EXPECT_THAT(decideDue(), SizeIs(1));
    EXPECT_EQ(m_world.load(test.rest).state, CampaignState::Scheduled);
    EXPECT_EQ(m_world.load(test.rest).scheduledFor, evening + 24h);
}

TEST_F(AbTestDeskTest, aTestCanBeScheduledAsAWhole)
{
    define();
    const UtcTime tomorrow = m_world.clock().now() + 24h;

    require(session().campaignDesk().schedule(m_draft, tomorrow));

    const AbOutcome present = outcome();
    EXPECT_EQ(present.versions[0]->scheduledFor, tomorrow);
    EXPECT_EQ(present.versions[1]->scheduledFor, tomorrow);
}

TEST_F(AbTestDeskTest, whatABrokenVersionLacksIsFoundBeforeAnybodyIsDivided)
{
    m_terms.variants[1] = {.templateName = u"weekend_flash_sale"_s}; // paused by Meta
    define();

    const Result<Campaign> sent = session().campaignDesk().send(m_draft, true);
    const CampaignCheck check = require(session().campaignDesk().check(m_draft, true));

    EXPECT_EQ(sent.error().code, u"not_ready"_s);
    EXPECT_TRUE(sent.error().message.contains(u"Version B"_s)) << qPrintable(sent.error().message);
    EXPECT_EQ(outcome().test.state, AbTestState::Draft);
    EXPECT_THAT(require(session().campaigns().list()), SizeIs(1));
    EXPECT_FALSE(isReady(check.checks));
}

TEST_F(AbTestDeskTest, everybodyNeedsTheValuesOfEveryVersion)
{
    m_terms.variants[1] = {.templateName = u"departure_reminder"_s, .language = u"hi"_s}; // has a third value
    define();

    EXPECT_EQ(session().campaignDesk().send(m_draft, true).error().code, u"not_ready"_s);
    m_terms.variants[1].fixedValues = {
        {u"3"_s, u"2"_s}
    };
    define();
    EXPECT_TRUE(session().campaignDesk().send(m_draft, true));
}

TEST_F(AbTestDeskTest, theCheckSaysWhenTheVersionsAreTooSmallToTell)
{
    define();
    const auto lineOf = [&] {
        const CampaignCheck check = require(session().campaignDesk().check(m_draft, true));
        for (const PreflightCheck &line : check.checks) {
            if (line.id == "ab_test"_L1)
                return line;
        }
        return PreflightCheck{};
    };
    EXPECT_EQ(lineOf().level, CheckLevel::Pass);

    m_terms.restPercent = 80;
    define();

    EXPECT_EQ(lineOf().level, CheckLevel::Warn);
    EXPECT_TRUE(lineOf().message.contains(u"100 people"_s)) << qPrintable(lineOf().message);
}

TEST_F(AbTestDeskTest, aDivisionThatACrashCutShortIsGoneOnWith)
{
    define();
    require(session().abTests().beginDividing(outcome().test.id, m_world.clock().now()));
    ASSERT_EQ(outcome().test.state, AbTestState::Dividing);

    require(session().campaignDesk().send(m_draft, true));

    EXPECT_EQ(outcome().test.state, AbTestState::Running);
    EXPECT_EQ(outcome().sizes,
              (AbSizes{
                  {kEach, kEach},
                  kRest
    }));
    EXPECT_THAT(require(counterProblems(session().database())), IsEmpty());
}

TEST_F(AbTestDeskTest, whereTheWinnersTemplateIsNotUsableAnyMoreAPersonIsAsked)
{
    const AbTest test = start();
    send(test.campaigns[0], 100);
    send(test.campaigns[1], 250);
    MessageTemplate paused = require(session().campaignDesk().templateOf(m_world.load(test.campaigns[1])));
    paused.status = u"PAUSED"_s;
    const AccountId account = m_world.load(test.rest).accountId;
    std::vector<MessageTemplate> all = require(session().templates().list(account));
    for (MessageTemplate &one : all)
        one = one.name == paused.name ? paused : one;
    require(session().templates().sync(account, all, m_world.clock().now()));

    wait(4h);
    EXPECT_THAT(decideDue(), IsEmpty());

    EXPECT_EQ(outcome().test.state, AbTestState::Asking);
    EXPECT_EQ(m_world.load(test.rest).state, CampaignState::Draft);
}

TEST_F(AbTestDeskTest, onAPersonsWordNothingIsDecidedByItself)
{
    m_terms.decideAfter.reset();
    const AbTest test = start();
    send(test.campaigns[0], 0);
    send(test.campaigns[1], kEach);

    wait(24h * 365);

    EXPECT_THAT(decideDue(), IsEmpty());
    EXPECT_EQ(outcome().test.state, AbTestState::Running);
}

TEST_F(AbTestDeskTest, aCopyOfATestIsATest)
{
    define();

    const CampaignId copy = require(session().campaignDesk().duplicate(m_draft));

    EXPECT_EQ(require(desk().outcome(copy)).test.terms, m_terms);
}

// "My computer crashed while it divided them, and version B's time was over when I came back."
TEST_F(AbTestDeskTest, aTestWhoseDivisionWasCutShortIsSentThoughAVersionsTimeIsOver)
{
    m_terms.variants[1].startAt = m_world.clock().now() + 1h;
    define();
    require(session().abTests().beginDividing(outcome().test.id, m_world.clock().now()));
    wait(2h);

    require(session().campaignDesk().send(m_draft, true));

    const AbTest test = outcome().test;
    EXPECT_EQ(test.state, AbTestState::Running);
    for (const CampaignId version : test.campaigns)
        EXPECT_EQ(m_world.load(version).state, CampaignState::Sending);
    EXPECT_THAT(require(counterProblems(session().database())), IsEmpty());
}
