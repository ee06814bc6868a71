#include "cli/cliworld.h"

#include <gtest/gtest.h>

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace {

const QStringList kSetAccount{u"account"_s,         u"set"_s,       u"--phone-number-id"_s,
                              u"418700231459906"_s, u"--waba-id"_s, u"396150742286113"_s};

} // namespace

TEST(AccountContractTest, withoutAKeychainTheAccountIsStoredAndSaysSo)
{
    CliWorld world;
    world.json({u"workspace"_s, u"init"_s});

    const CliResult set = world.json(kSetAccount + QStringList{u"--token-stdin"_s}, "secret-token\n");

    EXPECT_EQ(set.exitCode, 0);
    EXPECT_EQ(set.json(),
              (QJsonObject{
                  {u"account_id"_s, 1        },
                  {u"secret"_s,     u"none"_s}
    }));
    EXPECT_FALSE(world.readFile(world.workspace() + u"/fanfare.sqlite"_s).contains("secret-token"));
    EXPECT_FALSE(world.readFile(world.workspace() + u"/fanfare.sqlite-wal"_s).contains("secret-token"));
}

TEST(AccountContractTest, theEnvironmentComesFirst)
{
    CliWorld world;
    world.json({u"workspace"_s, u"init"_s});
    world.setEnvironment(u"FANFARE_TOKEN"_s, u"from-the-environment"_s);

    EXPECT_EQ(world.json(kSetAccount).json()[u"secret"_s], u"environment"_s);
}

TEST(AccountContractTest, aKnownNumberIsUpdatedAndKeepsItsId)
{
    CliWorld world;
    world.json({u"workspace"_s, u"init"_s});
    world.json(kSetAccount + QStringList{u"--name"_s, u"Sales"_s});

    const CliResult again = world.json(kSetAccount + QStringList{u"--api-base"_s, u"http://127.0.0.1:9/"_s});

    EXPECT_EQ(again.json()[u"account_id"_s], 1);
    const QJsonArray accounts = world.json({u"account"_s, u"list"_s}).json()[u"accounts"_s].toArray();
    ASSERT_EQ(accounts.size(), 1);
    EXPECT_EQ(accounts[0][u"name"_s], u"Sales"_s);
    EXPECT_EQ(accounts[0][u"api_base"_s], u"http://127.0.0.1:9"_s);
    EXPECT_EQ(accounts[0][u"in_use"_s], true);
}

TEST(AccountContractTest, aNumberIsSlowedByAPersonAndSetFree)
{
    CliWorld world;
    world.json({u"workspace"_s, u"init"_s});
    world.json(kSetAccount);
    const auto limit = [&] {
        return world.json({u"account"_s, u"list"_s}).json()[u"accounts"_s][0][u"limit_per_second"_s];
    };

    EXPECT_EQ(limit(), QJsonValue::Null);
    EXPECT_EQ(world.json({u"account"_s, u"limit"_s, u"1"_s, u"20/s"_s}).exitCode, 0);
    EXPECT_EQ(limit(), 20);
    EXPECT_EQ(world.json({u"account"_s, u"limit"_s, u"1"_s, u"5/min"_s}).exitCode, 2);
    EXPECT_EQ(world.json({u"account"_s, u"limit"_s, u"7"_s, u"20/s"_s}).exitCode, 4);
    EXPECT_EQ(limit(), 20);
    EXPECT_EQ(world.json({u"account"_s, u"limit"_s, u"1"_s, u"max"_s}).exitCode, 0);
    EXPECT_EQ(limit(), QJsonValue::Null);
}

TEST(AccountContractTest, whatNeedsATokenNamesTheVariable)
{
    CliWorld world;
    world.json({u"workspace"_s, u"init"_s});
    world.json(kSetAccount);

    for (const QStringList &words : {
             QStringList{u"account"_s,  u"check"_s},
             QStringList{u"template"_s, u"sync"_s }
    }) {
        const CliResult refused = world.json(words);
        EXPECT_EQ(refused.exitCode, 5);
        EXPECT_EQ(refused.errorKind(), u"no_token"_s);
        EXPECT_TRUE(refused.out.contains("FANFARE_TOKEN"));
    }
}

TEST(AccountContractTest, wrongIdsAndAddressesAreUsage)
{
    CliWorld world;
    world.json({u"workspace"_s, u"init"_s});

    EXPECT_EQ(
        world.json({u"account"_s, u"set"_s, u"--phone-number-id"_s, u"+34 600"_s, u"--waba-id"_s, u"1"_s})
            .exitCode,
        2);
    EXPECT_EQ(world.json(kSetAccount + QStringList{u"--api-base"_s, u"not an address"_s}).exitCode, 2);
    EXPECT_EQ(world.json({u"account"_s, u"use"_s, u"5"_s}).exitCode, 4);
    EXPECT_EQ(world.json({u"account"_s, u"check"_s}).exitCode, 4);
}

TEST(AccountContractTest, checkSaysWhoWeAre)
{
    CliWorld world;
    world.startSimulator();
    world.connect();

    const CliResult check = world.json({u"account"_s, u"check"_s});

    EXPECT_EQ(check.exitCode, 0);
    for (const QString &field : {u"display_phone_number"_s, u"verified_name"_s, u"quality_rating"_s,
                                 u"throughput_per_second"_s, u"messaging_limit"_s})
        EXPECT_TRUE(check.json().contains(field)) << qPrintable(field);
    EXPECT_FALSE(check.json()[u"display_phone_number"_s].toString().isEmpty());
}

TEST(AccountContractTest, aWrongTokenOrAnAbsentServerIsANetworkError)
{
    CliWorld world;
    world.startSimulator();
    world.connect();
    world.setEnvironment(u"FANFARE_TOKEN"_s, u"wrong"_s);
    EXPECT_EQ(world.json({u"account"_s, u"check"_s}).exitCode, 6);

    world.json(kSetAccount + QStringList{u"--api-base"_s, u"http://127.0.0.1:1"_s});
    EXPECT_EQ(world.json({u"account"_s, u"check"_s}).exitCode, 6);
}

TEST(AccountContractTest, templatesAreMirroredListedShownAndPreviewed)
{
    CliWorld world;
    world.startSimulator();
    world.connect();

    const QJsonObject sync = world.json({u"template"_s, u"sync"_s}).json();
    const QJsonArray templates = world.json({u"template"_s, u"list"_s}).json()[u"templates"_s].toArray();
    const CliResult preview =
        world.json({u"template"_s, u"preview"_s, u"tour_package_marketing"_s, u"--language"_s, u"en_US"_s,
                    u"--var"_s, u"1=Lisbon"_s, u"--var"_s, u"2=419 EUR"_s});
    const CliResult unknown =
        world.json({u"template"_s, u"show"_s, u"nothing"_s, u"--language"_s, u"en_US"_s});

    EXPECT_EQ(sync,
              (QJsonObject{
                  {u"added"_s,   0},
                  {u"updated"_s, 0},
                  {u"removed"_s, 0},
                  {u"total"_s,   8}
    }));
    EXPECT_EQ(templates.size(), 8);
    EXPECT_EQ(preview.json().keys(), (QStringList{u"body"_s, u"buttons"_s, u"footer"_s, u"header"_s}));
    EXPECT_TRUE(preview.json()[u"body"_s].toString().contains("Lisbon"_L1));
    EXPECT_EQ(preview.json()[u"buttons"_s].toArray().size(), 2);
    EXPECT_EQ(unknown.exitCode, 4);
}

TEST(AccountContractTest, insightsTellMetasOwnTotalsAndStatsLabelThem)
{
    CliWorld world;
    world.startSimulator();
    world.connect();
    const qint64 id = world.createCampaign(world.writePeople(3), u"20/s"_s);
    world.json({u"campaign"_s, u"send"_s, QString::number(id), u"--wait"_s});

    const CliResult told = world.json({u"account"_s, u"insights"_s});
    const QJsonObject stats = world.json({u"campaign"_s, u"stats"_s, QString::number(id)}).json();
    const CliResult shown =
        world.run({u"--workspace"_s, world.workspace(), u"campaign"_s, u"stats"_s, QString::number(id)});

    EXPECT_EQ(told.exitCode, 0) << told.out.constData();
    EXPECT_TRUE(told.json()[u"enabled"_s].toBool());
    EXPECT_FALSE(told.json()[u"totals_at"_s].isNull());
    EXPECT_EQ(stats[u"delivery"_s], u"unknown"_s) << "no event has come";
    EXPECT_EQ(stats[u"meta_totals"_s][u"sent"_s].toInt(), 3);
    EXPECT_FALSE(stats[u"meta_totals"_s][u"told_at"_s].toString().isEmpty());
    EXPECT_EQ(stats[u"reached"_s][u"delivered"_s].toInt(), 0) << "no person is taken to have got it";
    EXPECT_TRUE(shown.out.contains("Accepted by Meta; delivery unknown"));
    EXPECT_TRUE(shown.out.contains("Meta's own totals for the template"));
    EXPECT_FALSE(told.out.contains(world.simulator()[u"token"_s].toString().toUtf8()));
}
