#include "storage/deliverytest.h"
#include "storage/revenuestore.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

class RevenueStoreTest : public DeliveryTest
{
protected:
    std::optional<CampaignId> campaignBefore(const PhoneNumber &phone, int second)
    {
        const auto message = valueOf(m_revenue.messageBefore(phone, at(second)));
        return message ? std::optional{message->campaign} : std::nullopt;
    }

    RevenueStore m_revenue{m_workspace.database()};
};

// "She booked under the number that she had when I wrote to her, and has another one by now."
TEST_F(RevenueStoreTest, aBookingUnderANumberThatSomebodyHadThenIsTheirs)
{
    const CampaignId campaign = sentTo(2);
    apply(movedFrom(1, 500));

    EXPECT_EQ(campaignBefore(phoneOf(1), 100), campaign);
    EXPECT_EQ(campaignBefore(newPhoneOf(1), 600), campaign);
    EXPECT_EQ(campaignBefore(phoneOf(1), 600), std::nullopt) << "somebody else's by then";
    EXPECT_EQ(campaignBefore(phoneOf(2), 600), campaign);
    EXPECT_EQ(campaignBefore(phoneOf(2), 5), std::nullopt) << "before it was sent";
}
