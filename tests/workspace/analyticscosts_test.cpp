#include "workspace/world.h"

#include "storage/sql.h"
#include "storage/sqlitesendledger.h"
#include "storage/temporaryworkspace.h"
#include "storage/workspacecheck.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using ::testing::IsEmpty;

namespace {

/// A price that Meta told, as the database has it.
struct RawPrice
{
    qint64 campaign = 0;
    qint64 contact = 0;
    QString phone;
    QString price;
    QDateTime at;
};

/// By country and category: messages and millionths.
using Sums = std::map<std::pair<QString, QString>, std::pair<int, qint64>>;

/// Campaigns to Spain, India and France over two months, in which prices change and fall.
class AnalyticsCostsTest : public ::testing::Test
{
protected:
    AnalyticsCostsTest()
    {
        const auto rate = [](const QString &market, PriceCategory category, qint64 first, qint64 price) {
            return Rate{market, category, first, Money{price}};
        };
        const std::vector<Rate> summer{rate(u"Spain"_s, PriceCategory::Marketing, 1, 60'000)};
        const std::vector<Rate> autumn{rate(u"Spain"_s, PriceCategory::Marketing, 1, 61'500),
                                       rate(u"India"_s, PriceCategory::Marketing, 1, 9'900),
                                       rate(u"India"_s, PriceCategory::Utility, 1, 20'000),
                                       rate(u"India"_s, PriceCategory::Utility, 4, 10'000)};
        for (const auto &[day, rates] : {
                 std::pair{QDate{2026, 7, 1},  summer},
                 std::pair{QDate{2026, 10, 1}, autumn}
        })
            valueOf(m_world.session().rateCards().put(RateCard{u"USD"_s, day, rates}, m_world.clock().now()));
        valueOf(m_world.session().settings().setValue(u"time_zone"_s, u"UTC"_s));
    }

    Database &database() { return m_world.session().database(); }

    /// Everybody's message is delivered, one each nine hours from `first` on, which no quarter of an hour has
    /// two of.
    CampaignId delivered(int people, const QString &templateName, UtcTime first)
    {
        Campaign campaign = valueOf(m_world.session().campaignDesk().newDraft());
        campaign.name = templateName;
        campaign.templateName = templateName;
        campaign.language = u"en_US"_s;
        CampaignStore &campaigns = m_world.session().campaigns();
        const CampaignId id = valueOf(campaigns.create(campaign, m_world.clock().now()));
        std::vector<NewRecipient> recipients;
        for (int person = 0; person < people; ++person)
            recipients.push_back(recipientOf(person));
        valueOf(campaigns.addRecipients(id, recipients, m_world.clock().now()));
        valueOf(campaigns.send(id, tourTemplate(), m_world.clock().now()));
        SqliteSendLedger ledger{database()};
        int number = 0;
        for (const Claim &claim : valueOf(ledger.claim({id, people, first, std::nullopt})).claims) {
            const QString messageId = u"wamid.%1.%2"_s.arg(id.value).arg(++number);
            valueOf(ledger.settle({accepted(claim, messageId, first)}));
            MessageStatusEvent event = statusEvent(messageId, DeliveryStatus::Delivered, first + number * 9h);
            event.pricingCategory = number % 4 == 0 ? u"utility"_s : u"marketing"_s;
            event.pricingType = number % 7 == 0 ? u"free_customer_service"_s : u"regular"_s;
            valueOf(m_world.session().deliveries().apply("{}", {event}, event.at));
        }
        return id;
    }

    static NewRecipient recipientOf(int person)
    {
        const QString number = QString::number(person).rightJustified(3, u'0');
        const std::array countries{
            std::pair{u"+34600000"_s,  u"ES"_s},
            std::pair{u"+919000000"_s, u"IN"_s},
            std::pair{u"+33612345"_s,  u"FR"_s}
        };
        const auto &[prefix, region] = countries[static_cast<size_t>(person) % countries.size()];
        return {*PhoneNumber::fromE164(prefix + number), region, u"Person %1"_s.arg(person), {}};
    }

    std::vector<RawPrice> rawPrices()
    {
        std::vector<RawPrice> prices;
        valueOf(forEachRow(database(), uR"(SELECT r.campaign_id, r.contact_id, r.phone, a.price, a.priced_at
                               FROM attempt a JOIN recipient r ON r.id = a.recipient_id
                               WHERE a.price <> '' ORDER BY a.priced_at)"_s,
                           {}, [&](const Row &row) {
                               prices.push_back(
                                   {row.integer(0), row.integer(1), row.text(2), row.text(3),
                                    QDateTime::fromMSecsSinceEpoch(row.integer(4), QTimeZone::utc())});
                           }));
        return prices;
    }

    /// Computed one by one, in words of our own, of those that `isWanted`.
    Sums byHand(const std::function<bool(const RawPrice &)> &isWanted)
    {
        Sums sums;
        std::map<QString, int> utilityOfMonth;
        for (const RawPrice &raw : rawPrices()) {
            if (!raw.price.endsWith(u"/regular"_s) || raw.phone.startsWith(u"+33"_s))
                continue; // free, or on no card
            const bool isSpain = raw.phone.startsWith(u"+34"_s);
            const bool isUtility = raw.price.startsWith(u"utility"_s);
            const bool isAutumn = raw.at.date() >= QDate{2026, 10, 1};
            if (isSpain ? isUtility : !isAutumn)
                continue; // on no card
            qint64 price = isSpain ? (isAutumn ? 61'500 : 60'000) : 9'900;
            if (isUtility)
                price = ++utilityOfMonth[raw.at.toString(u"yyyy-MM"_s)] <= 3 ? 20'000 : 10'000;
            if (!isWanted(raw))
                continue;
            auto &[messages, amount] =
                sums[{isSpain ? u"ES"_s : u"IN"_s, isUtility ? u"utility"_s : u"marketing"_s}];
            ++messages;
            amount += price;
        }
        return sums;
    }

    /// What the page shows.
    Sums shown(const AnalyticsRequest &request)
    {
        Sums sums;
        const AnalyticsAnswer answer = valueOf(m_world.session().analyticsDesk().look(request));
        for (const CampaignCost &cost : answer.figures.costs) {
            EXPECT_EQ(cost.currency, u"USD"_s);
            for (const CostShare &share : cost.shares)
                sums[{share.region, share.category}] = {share.messages, share.amount.millionths};
        }
        return sums;
    }

    static AnalyticsRequest autumn()
    {
        AnalyticsRequest request;
        request.from = QDate{2026, 9, 1};
        request.to = QDate{2026, 12, 31};
        return request;
    }

    World m_world;
    const UtcTime m_start = fromDateTime(QDateTime{
        {2026, 9, 20},
        {6,    0    },
        QTimeZone::utc()
    });
};

} // namespace

TEST_F(AnalyticsCostsTest, costsByCountryAndCategoryAreWhatTheRawRowsGive)
{
    delivered(90, u"tour_package_marketing"_s, m_start);
    delivered(80, u"hello_world"_s, m_start + 20min);

    const Sums all = byHand([](const RawPrice &) { return true; });

    ASSERT_EQ(all.size(), 3u);
    EXPECT_EQ(shown(autumn()), all);
    EXPECT_THAT(valueOf(counterProblems(database())), IsEmpty());
}

TEST_F(AnalyticsCostsTest, eachFilterLeavesWhatTheRawRowsGiveAndTheMonthStillCounts)
{
    delivered(90, u"tour_package_marketing"_s, m_start);
    const CampaignId second = delivered(80, u"hello_world"_s, m_start + 20min);
    std::vector<ContactId> tagged;
    for (const RawPrice &raw : rawPrices()) {
        if (raw.contact % 4 == 0)
            tagged.push_back({raw.contact});
    }
    valueOf(m_world.session().contacts().tag(tagged, u"vip"_s));

    AnalyticsRequest ofTemplate = autumn();
    ofTemplate.filter.usedTemplate = TemplateKey{u"hello_world"_s, u"en_US"_s};
    AnalyticsRequest ofTag = autumn();
    ofTag.filter.tag = u"vip"_s;
    AnalyticsRequest ofDays = autumn();
    ofDays.from = QDate{2026, 10, 5};
    ofDays.to = QDate{2026, 10, 9};

    EXPECT_EQ(shown(ofTemplate), byHand([&](const RawPrice &raw) { return raw.campaign == second.value; }));
    EXPECT_EQ(shown(ofTag), byHand([](const RawPrice &raw) { return raw.contact % 4 == 0; }));
    EXPECT_FALSE(shown(ofTag).empty());
    EXPECT_EQ(shown(ofDays), byHand([](const RawPrice &raw) {
                  return raw.at.date() >= QDate{2026, 10, 5} && raw.at.date() <= QDate{2026, 10, 9};
              }))
        << "the first three of the month were before";
}

TEST_F(AnalyticsCostsTest, thePageAndTheCampaignsTellTheSameSum)
{
    const CampaignId first = delivered(90, u"tour_package_marketing"_s, m_start);
    const CampaignId second = delivered(80, u"hello_world"_s, m_start + 20min);
    const auto costs =
        valueOf(m_world.session().costDesk().costs({m_world.load(first), m_world.load(second)}));

    const AnalyticsAnswer answer = valueOf(m_world.session().analyticsDesk().look(autumn()));

    ASSERT_EQ(answer.figures.costs.size(), 1u);
    EXPECT_EQ(answer.figures.costs.front(), sumOf({costs.at(first), costs.at(second)}));
}

TEST_F(AnalyticsCostsTest, messagesOfADeletedCampaignStillCountForThePricesOfTheMonth)
{
    const CampaignId first = delivered(90, u"tour_package_marketing"_s, m_start);
    const CampaignId second = delivered(80, u"hello_world"_s, m_start + 20min);
    const Sums ofSecond = byHand([&](const RawPrice &raw) { return raw.campaign == second.value; });
    CampaignStore &campaigns = m_world.session().campaigns();
    if (m_world.load(first).state == CampaignState::Sending)
        valueOf(campaigns.cancel(first, m_world.clock().now()));
    valueOf(campaigns.remove(first));

    EXPECT_EQ(shown(autumn()), ofSecond);
    EXPECT_THAT(valueOf(counterProblems(database())), IsEmpty());
}

TEST_F(AnalyticsCostsTest, withoutARateCardTheMessagesAreCountedAndTheirPriceIsNotKnown)
{
    valueOf(execute(database(), u"DELETE FROM rate_card"_s));
    delivered(10, u"hello_world"_s, m_start);

    const AnalyticsAnswer answer = valueOf(m_world.session().analyticsDesk().look(autumn()));

    ASSERT_EQ(answer.figures.costs.size(), 1u);
    EXPECT_EQ(answer.figures.costs.front().currency, QString{});
    EXPECT_EQ(answer.figures.costs.front().unpriced, 9);
    EXPECT_EQ(answer.figures.costs.front().free, 1);
    EXPECT_EQ(answer.figures.costs.front().known(), std::nullopt);
}
