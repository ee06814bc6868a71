#include "simulator/deliveryplan.h"
#include "simulator/seededrandom.h"

#include <gtest/gtest.h>

#include <map>

using Kind = PlannedEvent::Kind;
using namespace Qt::StringLiterals;

namespace {

const PostedMessage kMarketing{
    .type = u"template"_s,
    .isTemplate = true,
    .category = u"marketing"_s,
    .language = u"en_US"_s,
    .quickReplies = {{u"Tell me more"_s, u"MORE:1"_s}, {u"Stop promotions"_s, u"STOP:1"_s}}
};

std::vector<PlannedEvent> plan(int person, const PostedMessage &message = kMarketing)
{
    const QByteArray waId = "9198" + QByteArray::number(10'000'000 + person);
    SeededRandom random{42, waId};
    return planDelivery(message, {.waId = waId}, {}, random);
}

} // namespace

TEST(DeliveryPlanTest, keepsTheSharesOfItsBehaviour)
{
    constexpr int kPeople = 20'000;
    std::map<Kind, int> counts;
    std::map<int, int> failures;
    for (int person = 0; person < kPeople; ++person) {
        std::map<Kind, int> seen;
        for (const PlannedEvent &event : plan(person)) {
            ++seen[event.kind];
            if (event.kind == Kind::Failed)
                ++failures[event.code];
        }
        for (const auto &[kind, count] : seen)
            ++counts[kind];
    }

    EXPECT_NEAR(counts[Kind::Failed] / double(kPeople), 0.03, 0.005);
    EXPECT_NEAR(counts[Kind::Read] / double(kPeople), 0.55, 0.02);
    const int replies = counts[Kind::TextReply] + counts[Kind::ButtonReply] + counts[Kind::StopPreference];
    EXPECT_NEAR(replies / double(kPeople), 0.04, 0.006);
    EXPECT_GT(counts[Kind::ButtonReply], 0);
    EXPECT_GT(counts[Kind::StopPreference], 0);
    EXPECT_LT(counts[Kind::Delivered], counts[Kind::Sent]);
    EXPECT_GT(failures[131026], failures[131050]);
    EXPECT_GT(failures[131049], 0);
    EXPECT_GT(failures[131050], 0);
}

TEST(DeliveryPlanTest, theSameSeedGivesAPersonTheSameFate)
{
    for (int person = 0; person < 100; ++person) {
        const std::vector<PlannedEvent> first = plan(person);
        const std::vector<PlannedEvent> second = plan(person);
        ASSERT_EQ(first.size(), second.size());
        for (std::size_t i = 0; i < first.size(); ++i) {
            EXPECT_EQ(first[i].kind, second[i].kind);
            EXPECT_EQ(first[i].after, second[i].after);
        }
    }
}

TEST(DeliveryPlanTest, aFailedMessageHasNoOtherEvent)
{
    for (int person = 0; person < 5000; ++person) {
        const std::vector<PlannedEvent> events = plan(person);
        if (events.front().kind == Kind::Failed) {
            ASSERT_EQ(events.size(), 1u);
        }
    }
}

TEST(DeliveryPlanTest, utilityMessagesNeverFailForMarketingReasons)
{
    PostedMessage utility = kMarketing;
    utility.category = u"utility"_s;
    for (int person = 0; person < 5000; ++person) {
        for (const PlannedEvent &event : plan(person, utility)) {
            EXPECT_NE(event.code, 131049);
            EXPECT_NE(event.code, 131050);
            EXPECT_NE(event.kind, Kind::StopPreference);
        }
    }
}

TEST(DeliveryPlanTest, marketingToTheUnitedStatesIsNotDelivered)
{
    SeededRandom random{1};

    const std::vector<PlannedEvent> events = planDelivery(kMarketing, {.waId = "12125550142"}, {}, random);

    ASSERT_EQ(events.size(), 1u);
    EXPECT_EQ(events.front().code, 131049);
    EXPECT_TRUE(isUnitedStatesNumber("12125550142"));
    EXPECT_FALSE(isUnitedStatesNumber("14165550142")); // Toronto
    EXPECT_FALSE(isUnitedStatesNumber("18765550142")); // Jamaica
    EXPECT_FALSE(isUnitedStatesNumber("919812340001"));
}

TEST(DeliveryPlanTest, aFreeAnswerNeedsAnOpenWindow)
{
    const PostedMessage text{.type = u"text"_s, .category = u"service"_s};
    SeededRandom random{1};

    const std::vector<PlannedEvent> closed = planDelivery(text, {.waId = "919812340001"}, {}, random);
    const std::vector<PlannedEvent> open =
        planDelivery(text, {.waId = "919812340001", .hasOpenWindow = true}, {.failures = {}}, random);

    EXPECT_EQ(closed.front().code, 131047);
    EXPECT_NE(open.front().kind, Kind::Failed);
}

TEST(DeliveryPlanTest, marketingToSomeoneWhoStoppedItFails)
{
    SeededRandom random{1};

    const auto events =
        planDelivery(kMarketing, {.waId = "919812340001", .hasStoppedMarketing = true}, {}, random);

    EXPECT_EQ(events.front().code, 131050);
}
