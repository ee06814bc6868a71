#include "cli/cliworld.h"

#include <gtest/gtest.h>

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace {

/// As Meta publishes it.
const QByteArray kCard =
    "\"Cost per message in USD, effective October 1, 2026\",,,,,,\n"
    "Market,Currency,Marketing,Utility,Authentication,Authentication-International,Service\n"
    "Spain,$US,0.0615,0.0200,0.0200,n/a,0.0200\n"
    "India,$US,0.0118,0.0014,0.0014,0.0280,0.0014\n"
    "Atlantis,$US,0.0118,0.0014,0.0014,0.0280,0.0014\n";

class CostContractTest : public testing::Test
{
protected:
    CostContractTest() { world.json({u"workspace"_s, u"init"_s, u"--practice"_s}); }

    QString cardFile() const { return world.writeFile(u"USD_rates.csv"_s, kCard); }

    /// Two in Spain, one in France, one in Puerto Rico.
    QString people() const
    {
        return world.writeFile(u"people.csv"_s,
                               "phone,name,package,price\n+34600000274,Marta,Goa,1\n+34600000275,Ana,Goa,1\n"
                               "+33612345678,Luc,Goa,1\n+17875550142,Rosa,Goa,1\n");
    }

    QJsonObject check(qint64 campaign) const
    {
        return world.json({u"campaign"_s, u"check"_s, QString::number(campaign)}).json();
    }

    static QString levelOf(const QJsonObject &check, const QString &id)
    {
        for (const QJsonValue &line : check[u"checks"_s].toArray()) {
            if (line[u"id"_s] == id)
                return line[u"level"_s].toString();
        }
        return {};
    }

    /// A test message of the campaign to this number, which Meta says is delivered and charged.
    void chargeTestMessage(qint64 campaign, const QString &digits) const
    {
        const QString messageId =
            world.json({u"campaign"_s, u"test"_s, QString::number(campaign), u"--to"_s, u'+' + digits})
                .json()[u"message_id"_s]
                .toString();
        const QString body =
            uR"({"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{
            "messaging_product":"whatsapp","metadata":{"phone_number_id":"1"},"statuses":[{"id":"%1",
            "status":"delivered","timestamp":"%2","recipient_id":"%3",
            "pricing":{"type":"regular","category":"marketing"}}]}}]}]})"_s.arg(
                messageId, QString::number(QDateTime::currentSecsSinceEpoch()), digits);
        world.json(
            {u"webhook"_s, u"ingest"_s, world.writeFile(u"told.json"_s, body.toUtf8()), u"--unsigned"_s});
    }

    CliWorld world;
};

} // namespace

TEST_F(CostContractTest, aRateCardIsImportedAndShown)
{
    const CliResult import = world.json({u"rates"_s, u"import"_s, cardFile()});

    EXPECT_EQ(import.exitCode, 0);
    EXPECT_EQ(import.json()[u"currency"_s], u"USD"_s);
    EXPECT_EQ(import.json()[u"effective"_s], u"2026-10-01"_s);
    EXPECT_EQ(import.json()[u"rows"_s].toInt(), 3);
    EXPECT_EQ(import.json()[u"used"_s].toInt(), 2);
    EXPECT_EQ(import.json()[u"rejects"_s][0][u"reason"_s], u"unknown_market"_s);
    const QJsonValue card = world.json({u"rates"_s, u"show"_s}).json()[u"cards"_s][0];
    EXPECT_EQ(card[u"currency"_s], u"USD"_s);
    EXPECT_EQ(card[u"file"_s], u"USD_rates.csv"_s);
    EXPECT_EQ(card[u"rates"_s].toArray().size(), 9);
    EXPECT_DOUBLE_EQ(card[u"rates"_s][0][u"price"_s].toDouble(), 0.0615);
}

TEST_F(CostContractTest, whatTheFileDoesNotSayHasToBeSaid)
{
    const QString bare = world.writeFile(u"bare.csv"_s, "Market,Marketing\nSpain,0.0615\n");

    EXPECT_EQ(world.json({u"rates"_s, u"import"_s, bare}).exitCode, 3);
    EXPECT_EQ(world.json({u"rates"_s, u"import"_s, bare}).errorKind(), u"no_currency"_s);
    EXPECT_EQ(world.json({u"rates"_s, u"import"_s, bare, u"--currency"_s, u"EUR"_s}).errorKind(),
              u"no_day"_s);
    EXPECT_EQ(world
                  .json({u"rates"_s, u"import"_s, bare, u"--currency"_s, u"EUR"_s, u"--effective"_s,
                         u"2026-10-01"_s})
                  .exitCode,
              0);
    EXPECT_EQ(world.json({u"rates"_s, u"import"_s, people()}).errorKind(), u"no_rates"_s);
    EXPECT_EQ(world.json({u"rates"_s, u"import"_s, bare, u"--effective"_s, u"soon"_s}).exitCode, 2);
}

TEST_F(CostContractTest, theCheckEstimatesTheCostAndSaysWhereItCannot)
{
    const qint64 campaign = world.createCampaign(people(), u"20/s"_s);
    EXPECT_TRUE(check(campaign)[u"estimate"_s][u"cost"_s].isNull());
    EXPECT_EQ(levelOf(check(campaign), u"cost"_s), QString{}) << "many do without";

    world.json({u"rates"_s, u"import"_s, cardFile()});

    const QJsonObject checked = check(campaign);
    const QJsonValue cost = checked[u"estimate"_s][u"cost"_s];
    EXPECT_EQ(cost[u"currency"_s], u"USD"_s);
    EXPECT_DOUBLE_EQ(cost[u"amount"_s].toDouble(), 0.123);
    EXPECT_EQ(cost[u"people_without_price"_s].toInt(), 2);
    EXPECT_EQ(cost[u"countries"_s].toArray().size(), 3);
    EXPECT_EQ(levelOf(checked, u"cost"_s), u"warn"_s);
    EXPECT_TRUE(checked[u"ready"_s].toBool());
}

TEST_F(CostContractTest, aBudgetNeedsARateCardThatPricesEverybody)
{
    const qint64 campaign = world.createCampaign(people(), u"20/s"_s);
    const QString id = QString::number(campaign);
    EXPECT_EQ(world.json({u"campaign"_s, u"update"_s, id, u"--budget"_s, u"5"_s}).errorKind(),
              u"no_rate_card"_s);
    world.json({u"rates"_s, u"import"_s, cardFile()});

    EXPECT_EQ(world.json({u"campaign"_s, u"update"_s, id, u"--budget"_s, u"lots"_s}).exitCode, 2);
    EXPECT_EQ(world.json({u"campaign"_s, u"update"_s, id, u"--budget"_s, u"5"_s}).exitCode, 0);

    EXPECT_EQ(world.campaign(campaign)[u"budget"_s][u"currency"_s], u"USD"_s);
    EXPECT_EQ(levelOf(check(campaign), u"budget"_s), u"block"_s);
    world.json({u"campaign"_s, u"remove"_s, id, u"+33612345678"_s, u"+17875550142"_s});
    EXPECT_EQ(levelOf(check(campaign), u"budget"_s), u"pass"_s);
    world.json({u"campaign"_s, u"update"_s, id, u"--budget"_s, u"0.10"_s});
    EXPECT_EQ(levelOf(check(campaign), u"budget"_s), u"warn"_s);
    world.json({u"campaign"_s, u"update"_s, id, u"--budget"_s, u"off"_s});
    EXPECT_TRUE(world.campaign(campaign)[u"budget"_s].isNull());
}

// "The budget was in dollars. I raised it, and it was in euros."
TEST_F(CostContractTest, aHigherBudgetStaysInItsCurrencyWhateverCardWasImportedSince)
{
    world.json({u"rates"_s, u"import"_s, cardFile()});
    const qint64 campaign = world.createCampaign(people(), u"20/s"_s);
    const QString id = QString::number(campaign);
    world.json({u"campaign"_s, u"update"_s, id, u"--budget"_s, u"5"_s});
    const QString euros =
        world.writeFile(u"EUR_rates.csv"_s, "Market,Currency,Marketing\nSpain,EUR,0.0515\n");
    world.json({u"rates"_s, u"import"_s, euros, u"--effective"_s, u"2026-10-01"_s});

    world.json({u"campaign"_s, u"update"_s, id, u"--budget"_s, u"9"_s});

    EXPECT_EQ(world.campaign(campaign)[u"budget"_s][u"currency"_s], u"USD"_s);
    world.json({u"campaign"_s, u"update"_s, id, u"--budget"_s, u"9 EUR"_s});
    EXPECT_EQ(world.campaign(campaign)[u"budget"_s][u"currency"_s], u"EUR"_s);
}

// "It stops at the budget, and goes on when I give it more."
TEST_F(CostContractTest, aCampaignPausesAtItsBudgetAndGoesOnWithMore)
{
    world.json({u"rates"_s, u"import"_s, cardFile()});
    const qint64 campaign = world.createCampaign(world.writePeople(6), u"20/s"_s);
    const QString id = QString::number(campaign);
    world.json({u"campaign"_s, u"update"_s, id, u"--budget"_s, u"0.20"_s});

    const CliResult stopped = world.json({u"campaign"_s, u"send"_s, id, u"--wait"_s});

    EXPECT_EQ(stopped.exitCode, 5);
    EXPECT_EQ(world.campaign(campaign)[u"reason"_s][u"code"_s], u"budget"_s);
    EXPECT_EQ(world.campaign(campaign)[u"reached"_s][u"sent"_s].toInt(), 3) << "0.0615 each";
    EXPECT_EQ(world.count(campaign, u"pending"_s), 3);
    EXPECT_EQ(
        world.json({u"campaign"_s, u"update"_s, id, u"--budget"_s, u"1"_s, u"--name"_s, u"x"_s}).exitCode, 5);
    EXPECT_EQ(world.json({u"campaign"_s, u"update"_s, id, u"--budget"_s, u"1"_s}).exitCode, 0);
    world.json({u"campaign"_s, u"resume"_s, id});
    world.json({u"campaign"_s, u"run"_s, u"--until-idle"_s});
    EXPECT_EQ(world.campaign(campaign)[u"reached"_s][u"sent"_s].toInt(), 6);
    EXPECT_TRUE(world.json({u"workspace"_s, u"check"_s}).json()[u"ok"_s].toBool());
}

TEST_F(CostContractTest, statisticsTellWhatItCostAndWhyThatDiffersFromTheEstimate)
{
    world.json({u"rates"_s, u"import"_s, cardFile()});
    const qint64 campaign = world.createCampaign(world.writePeople(3), u"20/s"_s);
    const QString id = QString::number(campaign);
    world.json({u"campaign"_s, u"send"_s, id, u"--wait"_s});

    const QJsonValue cost = world.json({u"campaign"_s, u"stats"_s, id}).json()[u"cost"_s];

    EXPECT_EQ(cost[u"currency"_s], u"USD"_s);
    EXPECT_DOUBLE_EQ(cost[u"estimated"_s][u"amount"_s].toDouble(), 0.1845);
    const int charged = cost[u"charged"_s].toInt();
    EXPECT_EQ(charged, world.campaign(campaign)[u"reached"_s][u"delivered"_s].toInt());
    EXPECT_EQ(charged == 3, cost[u"difference"_s].toArray().isEmpty());
    if (charged > 0) {
        EXPECT_NEAR(cost[u"amount"_s].toDouble(), charged * 0.0615, 1e-9);
        EXPECT_EQ(cost[u"shares"_s][0][u"country"_s], u"ES"_s);
    } else {
        EXPECT_TRUE(cost[u"amount"_s].isNull());
    }
}

TEST_F(CostContractTest, analyticsTellTheCostByCountryAndCategory)
{
    world.json({u"rates"_s, u"import"_s, cardFile()});
    const qint64 campaign = world.createCampaign(world.writePeople(3), u"20/s"_s);
    world.json({u"campaign"_s, u"send"_s, QString::number(campaign), u"--wait"_s});
    const QJsonObject stats = world.json({u"campaign"_s, u"stats"_s, QString::number(campaign)}).json();

    const QString tomorrow = QDate::currentDate().addDays(1).toString(Qt::ISODate);
    const QJsonArray costs =
        world.json({u"analytics"_s, u"show"_s, u"--to"_s, tomorrow}).json()[u"costs"_s].toArray();

    if (stats[u"cost"_s][u"charged"_s].toInt() == 0)
        GTEST_SKIP() << "nobody got it";
    ASSERT_EQ(costs.size(), 1);
    for (const QString &figure :
         {u"currency"_s, u"amount"_s, u"charged"_s, u"free"_s, u"unpriced"_s, u"shares"_s})
        EXPECT_EQ(costs[0][figure], stats[u"cost"_s][figure]) << figure.toStdString();
}

// "Since October answers cost money too: what did November cost in all?"
TEST_F(CostContractTest, theMonthOfTheAccountHasWhatIsInNoCampaign)
{
    const qint64 campaign = world.createCampaign(people(), u"20/s"_s);
    EXPECT_TRUE(world.json({u"account"_s, u"costs"_s}).json()[u"cost"_s].isNull());
    world.json({u"rates"_s, u"import"_s, cardFile()});

    chargeTestMessage(campaign, u"34600000999"_s);

    const QJsonObject month = world.json({u"account"_s, u"costs"_s}).json();
    EXPECT_EQ(month[u"outside"_s][u"charged"_s].toInt(), 1) << QJsonDocument{month}.toJson().constData();
    EXPECT_DOUBLE_EQ(month[u"outside"_s][u"amount"_s].toDouble(), 0.0615);
    EXPECT_EQ(month[u"cost"_s][u"shares"_s][0][u"country"_s], u"ES"_s);
    EXPECT_EQ(month[u"campaigns"_s][u"charged"_s].toInt(), 0);
    const QJsonObject before = world.json({u"account"_s, u"costs"_s, u"--month"_s, u"2026-01"_s}).json();
    EXPECT_EQ(before[u"cost"_s][u"charged"_s].toInt(), 0);
    EXPECT_EQ(before[u"month"_s], u"2026-01"_s);
    EXPECT_EQ(world.json({u"account"_s, u"costs"_s, u"--month"_s, u"May"_s}).exitCode, 2);
    EXPECT_TRUE(world.json({u"workspace"_s, u"check"_s}).json()[u"ok"_s].toBool());
}

// "It said answers cost 0.00, and Meta charged for one in a country that my card does not have."
TEST_F(CostContractTest, aPartOfTheMonthWithoutAPriceClaimsNoAmount)
{
    const qint64 campaign = world.createCampaign(people(), u"20/s"_s);
    world.json({u"rates"_s, u"import"_s, cardFile()});

    chargeTestMessage(campaign, u"33612345999"_s);
    const QString words =
        QString::fromUtf8(world.run({u"--workspace"_s, world.workspace(), u"account"_s, u"costs"_s}).out);

    EXPECT_EQ(world.json({u"account"_s, u"costs"_s}).json()[u"outside"_s][u"unpriced"_s], 1);
    EXPECT_EQ(words.count(u"a part that no rate card tells"_s), 2) << qPrintable(words);
}

// "Who booked within a week of my message counts for it; the same file twice counts once."
TEST_F(CostContractTest, bookingsAreGivenToTheCampaignThatReachedThePerson)
{
    world.json({u"rates"_s, u"import"_s, cardFile()});
    const qint64 campaign = world.createCampaign(world.writePeople(3), u"20/s"_s);
    world.json({u"campaign"_s, u"send"_s, QString::number(campaign), u"--wait"_s});
    const QString today = QDateTime::currentDateTimeUtc().addSecs(3600).toString(Qt::ISODate);
    const QString later = QDateTime::currentDateTimeUtc().addDays(9).toString(Qt::ISODate);
    const QString bookings = world.writeFile(
        u"bookings.csv"_s,
        u"Phone,Amount,Date\n+34600000000,120.50,%1\n+34600000000,120.50,%1\n+34600000001,80,%2\n"
        "+34699999999,80,%1\ncall me,80,%1\n"_s.arg(today, later)
            .toUtf8());

    const QJsonObject first = world.json({u"revenue"_s, u"import"_s, bookings}).json();
    const QJsonObject trial = world.json({u"revenue"_s, u"import"_s, bookings, u"--dry-run"_s}).json();
    const QJsonObject again = world.json({u"revenue"_s, u"import"_s, bookings}).json();
    const QJsonObject wider =
        world.json({u"revenue"_s, u"import"_s, bookings, u"--within"_s, u"14d"_s}).json();

    EXPECT_EQ(first[u"rows"_s].toInt(), 5);
    EXPECT_EQ(first[u"matched"_s].toInt(), 2) << "two equal bookings of one day are two";
    EXPECT_EQ(first[u"by_reason"_s][u"outside_window"_s].toInt(), 1);
    EXPECT_EQ(first[u"by_reason"_s][u"no_message"_s].toInt(), 1);
    EXPECT_EQ(first[u"by_reason"_s][u"not_a_number"_s].toInt(), 1);
    EXPECT_EQ(trial[u"matched"_s].toInt(), 0) << "what would happen is what happens";
    EXPECT_EQ(trial[u"duplicates"_s].toInt(), 2);
    EXPECT_EQ(again[u"matched"_s].toInt(), 0);
    EXPECT_EQ(again[u"duplicates"_s].toInt(), 2);
    EXPECT_EQ(wider[u"matched"_s].toInt(), 1);
    const QJsonValue of =
        world.json({u"campaign"_s, u"stats"_s, QString::number(campaign)}).json()[u"return"_s];
    EXPECT_DOUBLE_EQ(of[u"revenue"_s][0][u"amount"_s].toDouble(), 321.0);
    EXPECT_EQ(of[u"revenue"_s][0][u"currency"_s], u"USD"_s);
}

// "I took the column of the phone numbers for the amounts, and no figure could be read any more."
TEST_F(CostContractTest, amountsThatTogetherCannotBeCountedAreRefusedWhole)
{
    world.json({u"rates"_s, u"import"_s, cardFile()});
    const qint64 campaign = world.createCampaign(world.writePeople(1), u"20/s"_s);
    const QString id = QString::number(campaign);
    world.json({u"campaign"_s, u"send"_s, id, u"--wait"_s});
    const QString today = QDateTime::currentDateTimeUtc().addSecs(3600).toString(Qt::ISODate);
    QByteArray rows = "Phone,Amount,Date,Reference\n";
    for (int row = 0; row < 12; ++row)
        rows += u"+34600000000,919000000001,%1,%2\n"_s.arg(today).arg(row).toUtf8();

    const CliResult refused = world.json({u"revenue"_s, u"import"_s, world.writeFile(u"wrong.csv"_s, rows)});

    EXPECT_EQ(refused.exitCode, 3);
    EXPECT_EQ(refused.errorKind(), u"too_large"_s);
    EXPECT_EQ(world.json({u"revenue"_s, u"show"_s}).json()[u"campaigns"_s].toArray().size(), 0);
    EXPECT_EQ(world.json({u"campaign"_s, u"stats"_s, id}).exitCode, 0);
}

TEST_F(CostContractTest, revenueIsRecordedByHandAndShownByCampaignAndTemplate)
{
    world.json({u"rates"_s, u"import"_s, cardFile()});
    const qint64 campaign = world.createCampaign(world.writePeople(3), u"20/s"_s);
    const QString id = QString::number(campaign);
    world.json({u"campaign"_s, u"send"_s, id, u"--wait"_s});

    EXPECT_EQ(world.json({u"revenue"_s, u"add"_s, id, u"--amount"_s, u"lots"_s}).exitCode, 3);
    EXPECT_EQ(world.json({u"revenue"_s, u"add"_s, id, u"--amount"_s, u"5"_s, u"--phone"_s, u"+34699999999"_s})
                  .exitCode,
              4);
    EXPECT_EQ(world.json({u"revenue"_s, u"add"_s, u"99"_s, u"--amount"_s, u"5"_s}).exitCode, 4);
    const CliResult added = world.json({u"revenue"_s, u"add"_s, id, u"--amount"_s, u"10"_s, u"--phone"_s,
                                        u"+34600000000"_s, u"--at"_s, u"2026-11-20T10:00:00Z"_s});

    EXPECT_EQ(added.exitCode, 0);
    EXPECT_DOUBLE_EQ(added.json()[u"revenue"_s][0][u"amount"_s].toDouble(), 10);
    const QJsonObject shown = world.json({u"revenue"_s, u"show"_s}).json();
    EXPECT_EQ(shown[u"campaigns"_s][0][u"id"_s].toInteger(), campaign);
    EXPECT_EQ(shown[u"templates"_s][0][u"template"_s], u"tour_package_marketing"_s);
    const double delivered = world.campaign(campaign)[u"reached"_s][u"delivered"_s].toInt();
    const QJsonValue roi = shown[u"templates"_s][0][u"roi"_s];
    if (delivered > 0)
        EXPECT_NEAR(roi.toDouble(), (10 - delivered * 0.0615) / (delivered * 0.0615), 1e-6);
    else
        EXPECT_TRUE(roi.isNull());
}
