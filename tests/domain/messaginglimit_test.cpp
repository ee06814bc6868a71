#include "domain/messaginglimit.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

TEST(MessagingLimitTest, metasWordsAreNumbersOfPeople)
{
    EXPECT_EQ(messagingLimitFrom(u"TIER_250"_s), (MessagingLimit{250}));
    EXPECT_EQ(messagingLimitFrom(u"TIER_2K"_s), (MessagingLimit{2'000}));
    EXPECT_EQ(messagingLimitFrom(u"TIER_100K"_s), (MessagingLimit{100'000}));
    EXPECT_EQ(messagingLimitFrom(u"TIER_1M"_s), (MessagingLimit{1'000'000}));
}

TEST(MessagingLimitTest, unlimitedIsNoNumber)
{
    EXPECT_TRUE(messagingLimitFrom(u"TIER_UNLIMITED"_s)->isUnlimited());
}

TEST(MessagingLimitTest, otherTextsAreNoLimit)
{
    for (const QString &text :
         {u""_s, u"250"_s, u"TIER_"_s, u"TIER_K"_s, u"TIER_-5"_s, u"TIER_NOT_SET"_s, u"TIER_5000K"_s})
        EXPECT_FALSE(messagingLimitFrom(text)) << text.toStdString();
}
