#include "domain/sendrate.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

TEST(SendRateTest, readsWhatPeopleWriteAndSaysItBack)
{
    for (const QString &text : {u"10/min"_s, u"20/s"_s, u"max"_s, u"100000/s"_s}) {
        ASSERT_TRUE(SendRate::parse(text)) << text.toStdString();
        EXPECT_EQ(SendRate::parse(text)->text(), text);
    }
}

TEST(SendRateTest, refusesWhatIsNoRate)
{
    for (const QStringView text :
         {u"", u"10", u"/s", u"0/s", u"-1/s", u"+5/s", u"100001/s", u"1.5/s", u"10/h", u"MAX", u"10/"})
        EXPECT_FALSE(SendRate::parse(text)) << text.toString().toStdString();
}

TEST(SendRateTest, theLowerOfWishAndReportedThroughputHolds)
{
    EXPECT_DOUBLE_EQ(SendRate(SendRate::Unit::PerSecond, 200).perSecond(80), 80);
    EXPECT_DOUBLE_EQ(SendRate(SendRate::Unit::PerSecond, 20).perSecond(80), 20);
    EXPECT_DOUBLE_EQ(SendRate(SendRate::Unit::PerMinute, 30).perSecond(80), 0.5);
    EXPECT_DOUBLE_EQ(SendRate::max().perSecond(1000), 1000);
}

TEST(SendRateTest, withoutAReportARateIsObeyedAsGivenAndMaxMeansEighty)
{
    EXPECT_DOUBLE_EQ(SendRate(SendRate::Unit::PerSecond, 200).perSecond(std::nullopt), 200);
    EXPECT_DOUBLE_EQ(SendRate::max().perSecond(std::nullopt), 80);
    EXPECT_DOUBLE_EQ(SendRate::max().perSecond(0), 80);
}
