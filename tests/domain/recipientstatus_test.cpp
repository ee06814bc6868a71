#include "domain/recipientstatus.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <vector>

using enum RecipientStatus;

namespace {

UtcTime at(int second)
{
    return fromMilliseconds(1'795'000'000'000 + second * 1000);
}

struct TimedEvent
{
    DeliveryStatus status;
    UtcTime time;

    friend auto operator<=>(const TimedEvent &, const TimedEvent &) = default;
};

DeliveryProgress afterAll(DeliveryProgress progress, const std::vector<TimedEvent> &events)
{
    for (const TimedEvent &event : events)
        progress = afterDelivery(progress, event.status, event.time);
    return progress;
}

} // namespace

TEST(RecipientStatusTest, everyStatusHasAWordOfItsOwnThatReadsBack)
{
    std::set<QString> words;
    for (const RecipientStatus status : kRecipientStatuses) {
        words.insert(toWord(status));
        EXPECT_EQ(recipientStatusFromWord(toWord(status)), status);
    }
    EXPECT_EQ(words.size(), kRecipientStatuses.size());
}

TEST(AfterDeliveryTest, everyStatusMovesAsTheTableSays)
{
    struct Row
    {
        RecipientStatus before;
        std::array<RecipientStatus, 5> after; // of the events sent, delivered, read, responded, failed
    };
    const std::array rows{
        Row{Pending,     {Sent, Delivered, Read, Responded, Failed}             },
        Row{Sending,     {Sent, Delivered, Read, Responded, Failed}             },
        Row{Unconfirmed, {Sent, Delivered, Read, Responded, Failed}             },
        Row{OptedOut,    {Sent, Delivered, Read, Responded, Failed}             },
        Row{Skipped,     {Sent, Delivered, Read, Responded, Failed}             },
        Row{Sent,        {Sent, Delivered, Read, Responded, Failed}             },
        Row{Failed,      {Failed, Delivered, Read, Responded, Failed}           },
        Row{Delivered,   {Delivered, Delivered, Read, Responded, Delivered}     },
        Row{Read,        {Read, Read, Read, Responded, Read}                    },
        Row{Responded,   {Responded, Responded, Responded, Responded, Responded}},
    };
    ASSERT_EQ(rows.size(), kRecipientStatuses.size());
    constexpr std::array kEvents{DeliveryStatus::Sent, DeliveryStatus::Delivered, DeliveryStatus::Read,
                                 DeliveryStatus::Responded, DeliveryStatus::Failed};
    for (const Row &row : rows) {
        for (size_t i = 0; i < kEvents.size(); ++i) {
            const DeliveryProgress after = afterDelivery({.status = row.before}, kEvents[i], at(1));
            EXPECT_EQ(after.status, row.after[i]) << toWord(row.before).toStdString() << " event " << i;
        }
    }
}

TEST(AfterDeliveryTest, eventsInAnyOrderAndAnyNumberGiveTheSameResult)
{
    const std::vector<std::vector<TimedEvent>> stories{
        {{DeliveryStatus::Sent, at(1)},
         {DeliveryStatus::Delivered, at(2)},
         {DeliveryStatus::Read, at(3)},
         {DeliveryStatus::Responded, at(4)},
         {DeliveryStatus::Read, at(5)}},
        {{DeliveryStatus::Sent, at(1)},       {DeliveryStatus::Failed, at(2)},       {DeliveryStatus::Failed, at(3)}         },
        {{DeliveryStatus::Sent, at(4)},    {DeliveryStatus::Failed, at(2)},{DeliveryStatus::Delivered, at(3)}},
        {{DeliveryStatus::Failed, at(2)}, {DeliveryStatus::Delivered, at(3)}   },
        {{DeliveryStatus::Delivered, at(2)},                                   {DeliveryStatus::Sent, at(3)},{DeliveryStatus::Sent, at(1)}             },
    };
    for (const DeliveryProgress &start : {
             DeliveryProgress{.status = Unconfirmed},
             DeliveryProgress{ .status = Sent,      .sentAt = at(0)}
    }) {
        for (std::vector<TimedEvent> story : stories) {
            std::sort(story.begin(), story.end());
            const DeliveryProgress expected = afterAll(start, story);
            do {
                const DeliveryProgress once = afterAll(start, story);
                EXPECT_EQ(once, expected);
                EXPECT_EQ(afterAll(once, story), expected);
            } while (std::next_permutation(story.begin(), story.end()));
        }
    }
}

TEST(AfterDeliveryTest, aLateDeliveredFillsInItsTimeAndChangesNoStatus)
{
    const DeliveryProgress read{.status = Read, .sentAt = at(1), .readAt = at(9)};

    const DeliveryProgress after = afterDelivery(read, DeliveryStatus::Delivered, at(5));

    EXPECT_EQ(after.status, Read);
    EXPECT_EQ(after.deliveredAt, at(5));
    EXPECT_EQ(after.readAt, at(9));
}

TEST(AfterDeliveryTest, aTimeThatMetaNeverGaveStaysEmpty)
{
    const DeliveryProgress after = afterDelivery({.status = Unconfirmed}, DeliveryStatus::Read, at(5));

    EXPECT_EQ(after.sentAt, std::nullopt);
    EXPECT_EQ(after.deliveredAt, std::nullopt);
    EXPECT_EQ(reachedBy(after), (Reached{.sent = true, .delivered = true, .read = true, .responded = false}));
}

TEST(AfterDeliveryTest, aMessageThatFailedAfterALostAnswerCountsAsSent)
{
    const DeliveryProgress after = afterDelivery({.status = Unconfirmed}, DeliveryStatus::Failed, at(5));

    EXPECT_EQ(after.status, Failed);
    EXPECT_EQ(after.failedAt, at(5));
    EXPECT_TRUE(reachedBy(after).sent);
    EXPECT_FALSE(reachedBy(after).delivered);
}

TEST(ReachedByTest, aRefusedPersonReachedNothingAndAResponderEverything)
{
    EXPECT_EQ(reachedBy({.status = Failed, .failedAt = at(1)}), Reached{});
    EXPECT_EQ(reachedBy({.status = Responded, .respondedAt = at(1)}),
              (Reached{.sent = true, .delivered = true, .read = true, .responded = true}));
}
