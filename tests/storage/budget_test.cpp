#include "storage/campaignstore.h"
#include "storage/coststore.h"
#include "storage/deliverystore.h"
#include "storage/ratecardstore.h"
#include "storage/sql.h"
#include "storage/sqlitesendledger.h"
#include "storage/templatestore.h"
#include "storage/temporaryworkspace.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

namespace {

constexpr qint64 kPrice = 100'000; // 0.10 for India
const QDate kDay{2026, 11, 18};

/// People in India, each of whom costs 0.10.
class BudgetTest : public ::testing::Test
{
protected:
    BudgetTest()
    {
        const RateCard card{
            u"USD"_s,
            QDate{2026, 10,                                                       1},
            {Rate{u"India"_s, PriceCategory::Marketing, 1, Money{kPrice}},
                  Rate{u"India"_s, PriceCategory::Utility, 1, Money{kPrice / 4}}}
        };
        valueOf(RateCardStore{m_workspace.database()}.put(card, at(0)));
    }

    CampaignId sendingWithin(int people, qint64 messages)
    {
        const CampaignId id = m_workspace.sendingWith(people);
        setBudget(id, messages);
        return id;
    }

    void setBudget(CampaignId id, qint64 messages)
    {
        valueOf(m_campaigns.setBudget(id, Budget{Money{messages * kPrice}, u"USD"_s}, kDay, at(5)));
    }

    ClaimResult claim(CampaignId campaign, int count)
    {
        ClaimRequest request;
        request.campaign = campaign;
        request.count = count;
        request.now = at(10);
        request.day = kDay;
        return valueOf(m_ledger.claim(request));
    }

    qint64 reserved(CampaignId campaign)
    {
        return valueOf(firstInteger(m_workspace.database(),
                                    u"SELECT reserved FROM campaign_counts WHERE campaign_id = ?"_s,
                                    {campaign.value}))
            / kPrice;
    }

    /// India for this price from a day on.
    void putCard(const QString &currency, QDate day, qint64 price)
    {
        valueOf(RateCardStore{m_workspace.database()}.put(
            {currency, day, {Rate{u"India"_s, PriceCategory::Marketing, 1, Money{price}}}}, at(0)));
    }

    static MessageStatusEvent delivered(const QString &messageId, UtcTime when)
    {
        MessageStatusEvent event = statusEvent(messageId, DeliveryStatus::Delivered, when);
        event.pricingCategory = u"marketing"_s;
        event.pricingType = u"regular"_s;
        return event;
    }

    void apply(const MessageStatusEvent &event)
    {
        valueOf(DeliveryStore{m_workspace.database()}.apply("{}", {event}, at(100)));
    }

    TemporaryWorkspace m_workspace;
    SqliteSendLedger m_ledger{m_workspace.database()};
    CampaignStore m_campaigns{m_workspace.database()};
};

} // namespace

// "I said 0.30. The fourth message must not leave."
TEST_F(BudgetTest, nobodyIsClaimedBeyondTheBudget)
{
    const CampaignId campaign = sendingWithin(10, 3);

    const ClaimResult first = claim(campaign, 10);
    const ClaimResult second = claim(campaign, 10);

    EXPECT_THAT(first.claims, SizeIs(3));
    ASSERT_TRUE(first.stop);
    EXPECT_EQ(first.stop->kind, ClaimStop::Kind::BudgetUsedUp);
    EXPECT_THAT(second.claims, IsEmpty());
    EXPECT_TRUE(second.stop);
    EXPECT_EQ(reserved(campaign), 3);
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
}

TEST_F(BudgetTest, whoeverIsRefusedLeavesRoomAndWhoIsInDoubtDoesNot)
{
    const CampaignId campaign = sendingWithin(10, 4);
    const std::vector<Claim> claims = claim(campaign, 4).claims;

    valueOf(m_ledger.settle({accepted(claims[0], u"wamid.1"_s, at(11)),
                             refused(claims[1], 131026, RecipientStatus::Failed, at(11)),
                             unknown(claims[2], at(11))}));
    valueOf(m_ledger.giveBack(campaign, {claims[3].attempt}, at(11)));

    EXPECT_EQ(reserved(campaign), 2);
    EXPECT_THAT(claim(campaign, 10).claims, SizeIs(2));
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
}

TEST_F(BudgetTest, whatWasNotDeliveredOrFreeLeavesRoom)
{
    const CampaignId campaign = sendingWithin(10, 3);
    const std::vector<Claim> claims = claim(campaign, 3).claims;
    valueOf(
        m_ledger.settle({accepted(claims[0], u"wamid.1"_s, at(11)), accepted(claims[1], u"wamid.2"_s, at(11)),
                         accepted(claims[2], u"wamid.3"_s, at(11))}));
    MessageStatusEvent free = statusEvent(u"wamid.1"_s, DeliveryStatus::Delivered, at(12));
    free.pricingCategory = u"marketing"_s;
    free.pricingType = u"free_entry_point"_s;
    MessageStatusEvent charged = statusEvent(u"wamid.2"_s, DeliveryStatus::Delivered, at(12));
    charged.pricingCategory = u"marketing"_s;
    charged.pricingType = u"regular"_s;
    MessageStatusEvent failed = statusEvent(u"wamid.3"_s, DeliveryStatus::Failed, at(12));
    failed.errorCode = 131026;

    apply(free);
    apply(charged);
    apply(failed);
    apply(charged);

    EXPECT_EQ(reserved(campaign), 1);
    EXPECT_THAT(claim(campaign, 10).claims, SizeIs(2));
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
}

TEST_F(BudgetTest, aCrashKeepsWhatMayHaveLeftReserved)
{
    const CampaignId campaign = sendingWithin(10, 3);
    claim(campaign, 2);

    EXPECT_EQ(valueOf(m_ledger.markInterrupted(at(20))), 2);

    EXPECT_EQ(reserved(campaign), 2);
    EXPECT_THAT(claim(campaign, 10).claims, SizeIs(1));
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
}

TEST_F(BudgetTest, aHigherBudgetLetsItGoOn)
{
    const CampaignId campaign = sendingWithin(10, 2);
    claim(campaign, 10);

    setBudget(campaign, 5);

    EXPECT_THAT(claim(campaign, 10).claims, SizeIs(3));
    EXPECT_EQ(m_workspace.campaign(campaign).settings.budget->amount.millionths, 5 * kPrice);
}

// "It runs already, and now I want a limit."
TEST_F(BudgetTest, aBudgetThatComesLaterCountsWhatWasSent)
{
    const CampaignId campaign = m_workspace.sendingWith(10);
    const std::vector<Claim> claims = claim(campaign, 3).claims;
    valueOf(m_ledger.settle({refused(claims[0], 131026, RecipientStatus::Failed, at(11))}));
    EXPECT_EQ(reserved(campaign), 0);

    setBudget(campaign, 4);

    EXPECT_EQ(reserved(campaign), 2);
    EXPECT_THAT(claim(campaign, 10).claims, SizeIs(2));
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
}

TEST_F(BudgetTest, withoutAPriceNothingLeavesUnderABudget)
{
    const CampaignId campaign = m_workspace.sendingWith(2);
    valueOf(m_campaigns.setBudget(campaign, Budget{Money{1'000'000}, u"EUR"_s}, kDay, at(5)));

    const ClaimResult result = claim(campaign, 2);

    EXPECT_THAT(result.claims, IsEmpty());
    ASSERT_TRUE(result.stop);
    EXPECT_EQ(result.stop->kind, ClaimStop::Kind::NoPrice);
    EXPECT_EQ(result.stop->region, u"IN"_s);
    claim(m_workspace.sendingWith(1), 1);
}

// "It left on the last of the month and arrived on the first, when it was dearer: my budget was passed."
TEST_F(BudgetTest, aPriceThatRisesBeforeTheMessageArrivesIsReservedAtOnce)
{
    putCard(u"USD"_s, kDay.addDays(13), 2 * kPrice);
    const CampaignId campaign = sendingWithin(10, 4);

    EXPECT_THAT(claim(campaign, 10).claims, SizeIs(2));
    EXPECT_EQ(reserved(campaign), 4);
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
}

// "I imported the new prices while it was sending."
TEST_F(BudgetTest, aDearerCardCountsForWhatIsOnItsWayButNotForWhatArrivedBefore)
{
    const CampaignId campaign = sendingWithin(10, 6);
    const std::vector<Claim> claims = claim(campaign, 3).claims;
    valueOf(
        m_ledger.settle({accepted(claims[0], u"wamid.1"_s, at(11)), accepted(claims[1], u"wamid.2"_s, at(11)),
                         refused(claims[2], 131026, RecipientStatus::Failed, at(11))}));
    apply(delivered(u"wamid.1"_s, at(12)));
    ASSERT_EQ(reserved(campaign), 2);

    putCard(u"USD"_s, kDay.addDays(13), 3 * kPrice);

    EXPECT_EQ(reserved(campaign), 1 + 3);
    EXPECT_THAT(claim(campaign, 10).claims, IsEmpty()) << "one more may cost three, and two are left";
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
    putCard(u"EUR"_s, kDay.addDays(13), 9 * kPrice);
    EXPECT_EQ(reserved(campaign), 4) << "another currency";
}

TEST_F(BudgetTest, aCorrectedCardCountsForWhatWasDeliveredUnderIt)
{
    const CampaignId campaign = sendingWithin(10, 6);
    const std::vector<Claim> claims = claim(campaign, 1).claims;
    valueOf(m_ledger.settle({accepted(claims[0], u"wamid.1"_s, at(11))}));
    apply(delivered(u"wamid.1"_s, at(12)));

    putCard(u"USD"_s, {2026, 10, 1}, 2 * kPrice);

    EXPECT_EQ(reserved(campaign), 2);
    putCard(u"USD"_s, {2026, 10, 1}, kPrice);
    EXPECT_EQ(reserved(campaign), 2) << "what is reserved is never less than it may have cost";
}

// "It failed, I changed the budget to euros, and then Meta said that it had arrived after all."
TEST_F(BudgetTest, whatFailedIsReservedInTheNewCurrencyWhereItTurnsOutToBeDelivered)
{
    putCard(u"EUR"_s, {2026, 10, 1}, 5 * kPrice);
    const CampaignId campaign = sendingWithin(10, 10);
    const std::vector<Claim> claims = claim(campaign, 1).claims;
    valueOf(m_ledger.settle({accepted(claims[0], u"wamid.1"_s, at(11))}));
    MessageStatusEvent failed = statusEvent(u"wamid.1"_s, DeliveryStatus::Failed, at(12));
    failed.errorCode = 131026;
    apply(failed);
    ASSERT_EQ(reserved(campaign), 0);
    valueOf(m_campaigns.setBudget(campaign, Budget{Money{10 * kPrice}, u"EUR"_s}, kDay, at(13)));

    apply(delivered(u"wamid.1"_s, at(14)));

    EXPECT_EQ(reserved(campaign), 5);
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
}

// "Nobody knew whether it had arrived, I sent it again, and both arrived."
TEST_F(BudgetTest, aMessageThatMetaChargesForStaysReservedWhateverIsToldOfIt)
{
    const CampaignId campaign = sendingWithin(1, 5);
    const Claim first = claim(campaign, 1).claims.front();
    valueOf(m_ledger.settle({unknown(first, at(11))}));
    valueOf(m_campaigns.resolveUnconfirmed(campaign, Resolution::Resend, 0s, at(11)));
    ASSERT_THAT(claim(campaign, 1).claims, SizeIs(1));
    MessageStatusEvent arrived = delivered(u"wamid.1"_s, at(12));
    arrived.attemptId = first.attempt.value;
    MessageStatusEvent failed = statusEvent(u"wamid.1"_s, DeliveryStatus::Failed, at(13));
    failed.errorCode = 131026;

    apply(arrived);
    apply(failed);

    EXPECT_EQ(reserved(campaign), 2);
    EXPECT_THAT(valueOf(CostStore{m_workspace.database()}.charges({campaign})), SizeIs(1));
}

// Meta made a marketing template of a utility one: what it costs from now on counts.
TEST_F(BudgetTest, theDearerCategoryCountsWhereMetaChangedIt)
{
    MessageTemplate tour = tourTemplate();
    tour.category = u"MARKETING"_s;
    valueOf(TemplateStore{m_workspace.database()}.sync(m_workspace.account(), {tour}, at(1)));
    const CampaignId campaign = m_workspace.draftWith(10);
    tour.category = u"UTILITY"_s;
    valueOf(m_campaigns.send(campaign, tour, at(1)));
    setBudget(campaign, 1);

    EXPECT_THAT(claim(campaign, 10).claims, SizeIs(1)) << "as marketing, not four as utility";
}

TEST_F(BudgetTest, theBudgetOfACampaignThatIsOverStays)
{
    const CampaignId campaign = m_workspace.sendingWith(1);
    valueOf(m_campaigns.cancel(campaign, at(5)));

    EXPECT_EQ(m_campaigns.setBudget(campaign, Budget{Money{1}, u"USD"_s}, kDay, at(6)).error().code,
              u"not_editable"_s);
}

TEST_F(BudgetTest, chargesAreCountedByCountryAndTime)
{
    const CampaignId campaign = m_workspace.sendingWith(3);
    const std::vector<Claim> claims = claim(campaign, 3).claims;
    valueOf(m_ledger.settle(
        {accepted(claims[0], u"wamid.1"_s, at(11)), accepted(claims[1], u"wamid.2"_s, at(11))}));
    MessageStatusEvent read = statusEvent(u"wamid.1"_s, DeliveryStatus::Read, at(12) + 1h);
    read.pricingCategory = u"MARKETING"_s;
    read.pricingType = u"regular"_s;
    MessageStatusEvent delivered = read;
    delivered.status = DeliveryStatus::Delivered;
    delivered.statusWord = u"delivered"_s;
    delivered.at = at(12);

    apply(read);
    apply(delivered); // told late: it was charged for then

    const qint64 quarter = toMilliseconds(at(12)) / kQuarterMilliseconds;
    EXPECT_THAT(valueOf(CostStore{m_workspace.database()}.charges({campaign})),
                ElementsAre(ChargedMessages{campaign, quarter, u"IN"_s, u"marketing"_s, u"regular"_s, 1}));
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
    EXPECT_THAT(valueOf(CostStore{m_workspace.database()}.chargesOfBusiness(m_workspace.account(), quarter,
                                                                            quarter + 1)),
                SizeIs(1));
}

TEST_F(BudgetTest, peopleToPayAreCountedByTheCountryThatMetaChargesFor)
{
    const CampaignId campaign = m_workspace.draftWith(2);
    NewRecipient puertoRico = newPerson(3);
    puertoRico.phone = *PhoneNumber::fromE164(u"+17875550142"_s);
    puertoRico.region = u"US"_s;
    NewRecipient jersey = newPerson(4);
    jersey.phone = *PhoneNumber::fromE164(u"+447797000001"_s);
    jersey.region = u"JE"_s;
    valueOf(m_campaigns.addRecipients(campaign, {puertoRico, jersey}, at(0)));

    EXPECT_THAT(
        valueOf(CostStore{m_workspace.database()}.peopleToPay(campaign)),
        ElementsAre(PeopleOfRegion{u"IN"_s, 2}, PeopleOfRegion{u"GB"_s, 1}, PeopleOfRegion{u"PR"_s, 1}));
}

// "I deleted last week's campaign, and this week's became dearer."
TEST_F(BudgetTest, theMonthOfTheBusinessKeepsWhatADeletedCampaignWasChargedFor)
{
    const CampaignId campaign = sendingWithin(2, 2);
    const std::vector<Claim> claims = claim(campaign, 2).claims;
    valueOf(m_ledger.settle(
        {accepted(claims[0], u"wamid.1"_s, at(11)), accepted(claims[1], u"wamid.2"_s, at(11))}));
    apply(delivered(u"wamid.1"_s, at(12)));
    valueOf(m_campaigns.cancel(campaign, at(20)));
    const qint64 quarter = toMilliseconds(at(12)) / kQuarterMilliseconds;

    valueOf(m_campaigns.remove(campaign));

    EXPECT_THAT(valueOf(CostStore{m_workspace.database()}.chargesOfBusiness(m_workspace.account(), quarter,
                                                                            quarter + 1)),
                ElementsAre(ChargedMessages{{}, quarter, u"IN"_s, u"marketing"_s, u"regular"_s, 1}));
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
}
