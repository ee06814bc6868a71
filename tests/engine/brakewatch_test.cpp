#include "engine/brakewatch.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace {

void note(BrakeWatch &watch, int accepted, int refused)
{
    // Spread out, and with two codes in turn, so that only the share decides.
    for (int i = 0; i < accepted + refused; ++i) {
        if ((i + 1) * refused / (accepted + refused) > i * refused / (accepted + refused))
            watch.noteRefused(131026 + i % 2, u"No."_s);
        else
            watch.noteAccepted();
    }
}

} // namespace

TEST(BrakeWatchTest, pullsWhenMoreThanThirtyPercentWereRefused)
{
    BrakeWatch watch{SafetyBrake{}};
    note(watch, 140, 60);
    EXPECT_FALSE(watch.tripped());

    watch.noteRefused(131026, u"No."_s);
    watch.noteRefused(131047, u"No."_s);
    watch.noteRefused(131026, u"No."_s);

    ASSERT_TRUE(watch.tripped());
    EXPECT_EQ(watch.tripped()->code, u"brake"_s);
    EXPECT_FALSE(watch.tripped()->message.isEmpty());
}

TEST(BrakeWatchTest, judgesNobodyBeforeAHundredAnswers)
{
    BrakeWatch watch{SafetyBrake{}};
    note(watch, 49, 50);
    EXPECT_FALSE(watch.tripped());

    watch.noteAccepted();

    EXPECT_TRUE(watch.tripped());
}

TEST(BrakeWatchTest, forgetsWhatIsLongerAgoThanItsWindow)
{
    BrakeWatch watch{SafetyBrake{}};
    note(watch, 45, 45);
    note(watch, 155, 0);

    EXPECT_FALSE(watch.tripped());
}

TEST(BrakeWatchTest, pullsAtFiftyEqualRefusalsInARow)
{
    BrakeWatch watch{SafetyBrake{}};
    for (int i = 0; i < 49; ++i)
        watch.noteRefused(131026, u"Not on WhatsApp."_s);
    EXPECT_FALSE(watch.tripped());

    watch.noteRefused(131026, u"Not on WhatsApp."_s);

    ASSERT_TRUE(watch.tripped());
    EXPECT_TRUE(watch.tripped()->message.contains(u"Not on WhatsApp."_s));
}

TEST(BrakeWatchTest, anAnswerOfAnotherKindBreaksTheRow)
{
    BrakeWatch watch{SafetyBrake{}};
    for (int i = 0; i < 98; ++i) {
        if (i == 49)
            watch.noteAccepted();
        else
            watch.noteRefused(131026, u"No."_s);
    }

    EXPECT_FALSE(watch.tripped());
}

TEST(BrakeWatchTest, aBrakeThatIsOffNeverPulls)
{
    BrakeWatch watch{SafetyBrake{.isOn = false}};
    for (int i = 0; i < 500; ++i)
        watch.noteRefused(131026, u"No."_s);

    EXPECT_FALSE(watch.tripped());
}
