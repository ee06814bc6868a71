#include "workspace/world.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

// "I pressed Ctrl+C while it counted, and it printed half of the figures as if they were all."
TEST(AnalyticsDeskTest, aLookThatNobodyWaitsForHasNoFigures)
{
    World world;
    AnalyticsDesk &desk = world.session().analyticsDesk();
    AnalyticsRequest request;
    request.filter.tag = u"vip"_s;
    CancelToken cancel;
    cancel.cancel();

    const Result<AnalyticsAnswer> cancelled = desk.look(request, cancel);
    const Result<AnalyticsAnswer> whole = desk.look({});

    ASSERT_TRUE(cancelled);
    EXPECT_TRUE(cancelled->wasCancelled);
    ASSERT_TRUE(whole);
    EXPECT_FALSE(whole->wasCancelled);
}
