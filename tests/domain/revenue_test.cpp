#include "domain/revenue.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using ::testing::ElementsAre;

namespace {

CampaignCost cost(qint64 millionths, const QString &currency = u"EUR"_s)
{
    CampaignCost cost;
    cost.currency = currency;
    cost.amount = Money{millionths};
    cost.charged = 1;
    return cost;
}

RevenueSum revenue(qint64 millionths, const QString &currency = u"EUR"_s)
{
    return {currency, Money{millionths}, 1};
}

} // namespace

TEST(RevenueTest, theReturnIsRevenueLessCostOverCost)
{
    EXPECT_DOUBLE_EQ(*CampaignReturn({revenue(150)}, cost(100)).roi(), 0.5);
    EXPECT_DOUBLE_EQ(*CampaignReturn({revenue(50)}, cost(100)).roi(), -0.5);
}

TEST(RevenueTest, itIsUnknownWhereAnythingOfItIs)
{
    CampaignCost partly = cost(100);
    partly.unpriced = 1;

    EXPECT_EQ(CampaignReturn({}, cost(100)).roi(), std::nullopt) << "nothing was recorded";
    EXPECT_EQ(CampaignReturn({revenue(150)}, std::nullopt).roi(), std::nullopt);
    EXPECT_EQ(CampaignReturn({revenue(150)}, cost(0)).roi(), std::nullopt);
    EXPECT_EQ(CampaignReturn({revenue(150)}, partly).roi(), std::nullopt);
    EXPECT_EQ(CampaignReturn({revenue(150, u"USD"_s)}, cost(100)).roi(), std::nullopt);
    EXPECT_EQ(CampaignReturn({revenue(150), revenue(1, u"USD"_s)}, cost(100)).roi(), std::nullopt);
}

TEST(RevenueTest, severalCampaignsAreSummedUp)
{
    const CampaignReturn sum = sumOf(std::vector<CampaignReturn>{
        {{revenue(150)}, cost(100)},
        {{revenue(250)}, cost(100)},
        {{},             cost(200)}
    });

    EXPECT_THAT(sum.revenue, ElementsAre(RevenueSum{u"EUR"_s, Money{400}, 2}));
    EXPECT_DOUBLE_EQ(*sum.roi(), 0.0);
    EXPECT_EQ(sumOf(std::vector<CampaignReturn>{
                        {{revenue(150)}, cost(100)   },
                        {{},             std::nullopt}
    })
                  .roi(),
              std::nullopt);
}
