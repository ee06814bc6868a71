#include "workspace/world.h"

#include "storage/database.h"
#include "storage/sql.h"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

TEST(CampaignDeskTest, aDraftInPracticeGoesAtTwentyASecondAtAnyHour)
{
    World world;

    const Result<Campaign> draft = world.session().campaignDesk().newDraft();

    ASSERT_TRUE(draft);
    EXPECT_TRUE(draft->accountId.isValid());
    EXPECT_EQ(draft->settings.rate, SendRate::standard());
    EXPECT_TRUE(draft->settings.window.isAlwaysOpen());
}

TEST(CampaignDeskTest, aRealDraftBeginsGently)
{
    World world{Workspace::Purpose::Real};

    const Result<Campaign> draft = world.session().campaignDesk().newDraft();

    ASSERT_TRUE(draft);
    EXPECT_FALSE(draft->accountId.isValid());
    EXPECT_EQ(draft->settings.rate, SendRate::gentle());
    EXPECT_EQ(draft->settings.window.hoursText(), u"09:00-21:00"_s);
}

TEST(CampaignDeskTest, sendingFreezesTheTemplateAndCommits)
{
    World world;
    const CampaignId id = world.draft(5);

    const Result<Campaign> sent = world.session().campaignDesk().send(id, true);

    ASSERT_TRUE(sent) << qPrintable(sent.error().message);
    EXPECT_EQ(sent->state, CampaignState::Sending);
    ASSERT_TRUE(sent->frozenTemplate);
    EXPECT_EQ(sent->frozenTemplate->name, u"tour_package_marketing"_s);
    EXPECT_EQ(world.load(id).state, CampaignState::Sending);
}

TEST(CampaignDeskTest, whatIsNotReadyStaysADraftAndSaysWhy)
{
    World world;
    const CampaignId id = world.draft(0);

    const Result<Campaign> sent = world.session().campaignDesk().send(id, true);

    ASSERT_FALSE(sent);
    EXPECT_EQ(sent.error().kind, ErrorKind::Refused);
    EXPECT_EQ(sent.error().code, u"not_ready"_s);
    EXPECT_EQ(world.load(id).state, CampaignState::Draft);
}

TEST(CampaignDeskTest, aRealCampaignWithoutATokenIsRefusedByItsOwnCode)
{
    World world{Workspace::Purpose::Real};
    Account account;
    account.phoneNumberId = u"1"_s;
    account.wabaId = u"2"_s;
    const Result<KnownAccount> known = world.session().accountDesk().put(account);
    ASSERT_TRUE(known);
    ASSERT_TRUE(known->isInUse);
    const CampaignId id = world.draft(3);

    const Result<Campaign> sent = world.session().campaignDesk().send(id, false);

    ASSERT_FALSE(sent);
    EXPECT_EQ(sent.error().code, u"no_token"_s);
}

TEST(CampaignDeskTest, onlyADraftOrAScheduledOneIsSent)
{
    World world;
    const CampaignId id = world.draft(3);
    ASSERT_TRUE(world.session().campaignDesk().send(id, true));
    ASSERT_TRUE(world.session().campaigns().cancel(id, world.clock().now()));

    const Result<Campaign> again = world.session().campaignDesk().send(id, true);

    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, u"wrong_state"_s);
}

TEST(CampaignDeskTest, aScheduleIsInTheFuture)
{
    World world;
    const CampaignId id = world.draft(3);

    EXPECT_FALSE(world.session().campaignDesk().schedule(id, world.clock().now()));
    const Result<Campaign> scheduled = world.session().campaignDesk().schedule(id, world.clock().now() + 1h);

    ASSERT_TRUE(scheduled);
    EXPECT_EQ(scheduled->state, CampaignState::Scheduled);
    EXPECT_EQ(scheduled->scheduledFor, world.clock().now() + 1h);
}

TEST(CampaignDeskTest, theCheckCountsAndEstimates)
{
    World world;
    const CampaignId id = world.draft(60);

    const Result<CampaignCheck> check = world.session().campaignDesk().check(id, true);

    ASSERT_TRUE(check);
    EXPECT_TRUE(isReady(check->checks));
    EXPECT_EQ(check->people, 60);
    ASSERT_TRUE(check->estimate);
    EXPECT_NEAR(static_cast<double>(check->estimate->duration.count()), 3, 1);
}

TEST(CampaignDeskTest, aTestMessageFillsEveryVariable)
{
    World world;
    const PhoneNumber mine = *PhoneNumber::fromE164(u"+34600999999");

    const Result<DirectMessage> withPeople = world.session().campaignDesk().testMessage(world.draft(1), mine);
    const Result<DirectMessage> without = world.session().campaignDesk().testMessage(world.draft(0), mine);

    ASSERT_TRUE(withPeople && without);
    EXPECT_EQ(withPeople->variables.value(u"1"_s), u"Lisbon"_s);
    for (const TemplateVariable &variable : without->messageTemplate.variables())
        EXPECT_FALSE(without->variables.value(variable.key).isEmpty());
}

TEST(CampaignDeskTest, aCopyIsADraftWithTheSamePeople)
{
    World world;
    const CampaignId id = world.draft(4);
    ASSERT_TRUE(world.session().campaignDesk().send(id, true));

    const Result<CampaignId> copy = world.session().campaignDesk().duplicate(id);

    ASSERT_TRUE(copy);
    const Campaign campaign = world.load(*copy);
    EXPECT_EQ(campaign.state, CampaignState::Draft);
    EXPECT_EQ(campaign.counts.of(RecipientStatus::Pending), 4);
    EXPECT_NE(campaign.name, world.load(id).name);
}

// "While it sends, the figures on my screen never contradict one another."
TEST(CampaignDeskTest, statisticsAreOfOneMoment)
{
    World world;
    const CampaignId id = world.draft(1);
    ASSERT_TRUE(execute(world.session().database(),
                        u"INSERT INTO campaign_minute (campaign_id, minute, sent) VALUES (?, 29916720, 0)"_s,
                        {id.value}));
    std::atomic<bool> isOver = false;
    std::thread sending{[&] {
        const Result<std::unique_ptr<Session>> another = Session::open(world.workspace());
        ASSERT_TRUE(another);
        Database &database = (*another)->database();
        while (!isOver) {
            EXPECT_TRUE(inTransaction(database, [&]() -> Result<> {
                const Result<int> counted =
                    execute(database, u"UPDATE campaign_counts SET reached_sent = reached_sent + 1"_s);
                const Result<int> timed = execute(database, u"UPDATE campaign_minute SET sent = sent + 1"_s);
                return counted && timed ? Result<>{Done{}} : (counted ? timed : counted).error();
            }));
        }
    }};

    int contradictions = 0;
    for (int look = 0; look < 400; ++look) {
        const Result<CampaignStatistics> statistics = world.session().campaignDesk().statistics(id);
        ASSERT_TRUE(statistics);
        const int inHours = statistics->perHour.empty() ? 0 : statistics->perHour.front().sent;
        contradictions +=
            statistics->figures.reached.sent == inHours && statistics->campaign.reached.sent == inHours ? 0
                                                                                                        : 1;
    }
    isOver = true;
    sending.join();

    EXPECT_EQ(contradictions, 0);
}
