#include "cli/cliworld.h"

#include <gtest/gtest.h>

#include <QJsonArray>
#include <QSet>

using namespace Qt::StringLiterals;

namespace {

/// A number at the simulator, and a test of two packages: four fifths take part, 400 people each.
class AbTestContractTest : public testing::Test
{
protected:
    static constexpr int kPeople = 1000;

    void connect()
    {
        world.startSimulator({u"--limit"_s, u"0"_s});
        world.connect();
    }

    QStringList createWords(const QStringList &options) const
    {
        return QStringList{u"campaign"_s,   u"create"_s,     u"--name"_s,
                           u"Winter"_s,     u"--template"_s, u"tour_package_marketing"_s,
                           u"--language"_s, u"en_US"_s,      u"--rate"_s,
                           u"1000/s"_s,     u"--window"_s,   u"00:00-24:00"_s}
        + options;
    }

    QStringList people(int count = kPeople) const
    {
        return {u"--recipients"_s, world.writePeople(count), u"--map"_s, u"1=package"_s, u"--map"_s,
                u"2=price"_s};
    }

    CliResult createTest(const QStringList &options = {}) const
    {
        return world.json(createWords(people()
                                      + QStringList{u"--variant"_s, u""_s, u"--variant"_s, u"var.1=Porto"_s,
                                                    u"--test-people"_s, u"80"_s, u"--seed"_s, u"11"_s}
                                      + options));
    }

    QJsonObject show(qint64 id) const
    {
        return world.json({u"campaign"_s, u"abtest"_s, u"show"_s, QString::number(id)}).json();
    }

    QStringList recipientsOf(qint64 campaign) const
    {
        QStringList phones;
        for (const QJsonObject &line :
             world.json({u"campaign"_s, u"recipients"_s, QString::number(campaign)}).lines())
            phones << line[u"phone"_s].toString();
        return phones;
    }

    CliResult send(qint64 id) const
    {
        return world.json({u"campaign"_s, u"send"_s, QString::number(id), u"--wait"_s});
    }

    CliWorld world;
};

} // namespace

TEST_F(AbTestContractTest, createWithVersionsMakesADraftThatIsATest)
{
    world.json({u"workspace"_s, u"init"_s, u"--practice"_s});

    const CliResult created = createTest({u"--winner-by"_s, u"responded"_s, u"--winner-after"_s, u"4h"_s});
    const qint64 id = created.json()[u"id"_s].toInteger();
    const QJsonObject test = show(id);

    EXPECT_EQ(created.exitCode, 0) << created.out.constData();
    EXPECT_EQ(created.json()[u"status"_s], u"draft"_s);
    EXPECT_EQ(created.json()[u"ab_test"_s][u"seed"_s], 11);
    EXPECT_EQ(test.keys(),
              (QStringList{u"best"_s, u"campaign_ids"_s, u"decided_at"_s, u"decided_by"_s, u"decides_at"_s,
                           u"name"_s, u"rest"_s, u"rest_id"_s, u"rest_percent"_s, u"seed"_s, u"state"_s,
                           u"verdict"_s, u"versions"_s, u"why"_s, u"winner"_s, u"winner_after_seconds"_s,
                           u"winner_by"_s}));
    EXPECT_EQ(test[u"state"_s], u"draft"_s);
    EXPECT_EQ(test[u"winner_by"_s], u"responded"_s);
    EXPECT_EQ(test[u"winner_after_seconds"_s], 4 * 3600);
    EXPECT_EQ(test[u"rest_percent"_s], 20);
    EXPECT_EQ(test[u"versions"_s].toArray().size(), 2);
    EXPECT_EQ(test[u"versions"_s][0].toObject().keys(),
              (QStringList{u"at"_s, u"campaign_id"_s, u"enough"_s, u"interval"_s, u"language"_s, u"letter"_s,
                           u"part"_s, u"people"_s, u"probability_best"_s, u"rate"_s, u"status"_s,
                           u"template"_s, u"whole"_s}));
    EXPECT_EQ(world.campaign(id)[u"ab_test"_s][u"letter"_s], u"A"_s);
}

TEST_F(AbTestContractTest, aTestIsChangedAndTakenBackInADraft)
{
    world.json({u"workspace"_s, u"init"_s, u"--practice"_s});
    const QString id = QString::number(createTest().json()[u"id"_s].toInteger());

    const CliResult changed = world.json({u"campaign"_s, u"update"_s, id, u"--winner-after"_s, u"2h"_s});
    EXPECT_EQ(changed.json()[u"ab_test"_s][u"winner_after_seconds"_s], 7200);
    EXPECT_EQ(changed.json()[u"ab_test"_s][u"seed"_s], 11) << "the seed stays";

    const CliResult none = world.json({u"campaign"_s, u"update"_s, id, u"--variant"_s, u"off"_s});
    EXPECT_FALSE(none.json().contains(u"ab_test"_s));
    EXPECT_EQ(world.json({u"campaign"_s, u"abtest"_s, u"show"_s, id}).errorKind(), u"no_test"_s);
    EXPECT_EQ(world.json({u"campaign"_s, u"abtest"_s, u"show"_s, id}).exitCode, 4);
}

TEST_F(AbTestContractTest, wrongVersionsAreRefusedBeforeAnythingIsStored)
{
    world.json({u"workspace"_s, u"init"_s, u"--practice"_s});
    const auto create = [&](const QStringList &options) { return world.json(createWords(options)); };

    EXPECT_EQ(create({u"--variant"_s, u"var.1=Porto"_s}).exitCode, 2) << "one is no test";
    EXPECT_EQ(create({u"--variant"_s, u"var.1=A"_s, u"--variant"_s, u"var.1=A"_s}).exitCode, 2);
    EXPECT_EQ(create({u"--variant"_s, u""_s, u"--variant"_s, u"colour=red"_s}).exitCode, 2);
    EXPECT_EQ(
        create({u"--variant"_s, u""_s, u"--variant"_s, u"var.1=A"_s, u"--winner-by"_s, u"clicks"_s}).exitCode,
        2);
    EXPECT_EQ(create({u"--seed"_s, u"5"_s}).exitCode, 2) << "without versions";
    EXPECT_EQ(create({u"--variant"_s, u""_s, u"--variant"_s, u"template=no_such"_s}).exitCode, 4);
    EXPECT_TRUE(world.json({u"campaign"_s, u"list"_s}).lines().isEmpty());
}

TEST_F(AbTestContractTest, aTrialRefusesTheVersionsThatTheCommandWouldRefuse)
{
    world.json({u"workspace"_s, u"init"_s, u"--practice"_s});
    const QStringList unknown{u"--variant"_s, u""_s, u"--variant"_s, u"template=no_such"_s};
    const QString id = QString::number(createTest().json()[u"id"_s].toInteger());
    const QJsonObject before = show(id.toLongLong());
    const auto tryUpdate = [&](const QStringList &options) {
        return world.json(QStringList{u"campaign"_s, u"update"_s, id, u"--dry-run"_s} + options);
    };

    EXPECT_EQ(world.json(createWords(people(5) + QStringList{u"--dry-run"_s} + unknown)).exitCode, 4);
    EXPECT_EQ(tryUpdate(unknown).exitCode, 4);
    EXPECT_EQ(tryUpdate({u"--variant"_s, u"var.1=A"_s}).exitCode, 2) << "one is no test";
    EXPECT_EQ(tryUpdate({u"--winner-by"_s, u"clicks"_s}).exitCode, 2);
    EXPECT_EQ(tryUpdate({u"--winner-after"_s, u"2h"_s}).exitCode, 0);
    EXPECT_EQ(show(id.toLongLong()), before);
    EXPECT_EQ(world.json({u"campaign"_s, u"list"_s}).lines().size(), 1);

    world.json({u"campaign"_s, u"send"_s, id});
    const CliResult sent = tryUpdate({u"--variant"_s, u"off"_s});
    EXPECT_NE(sent.exitCode, 0);
    EXPECT_EQ(sent.errorKind(),
              world.json({u"campaign"_s, u"update"_s, id, u"--variant"_s, u"off"_s}).errorKind());
}

// "The file was wrong, so nothing was changed: my test is as it was."
TEST_F(AbTestContractTest, whatAFailedUpdateChangedOfATestIsTakenBack)
{
    world.json({u"workspace"_s, u"init"_s, u"--practice"_s});
    const qint64 test = createTest({u"--winner-after"_s, u"4h"_s}).json()[u"id"_s].toInteger();
    const QJsonObject before = show(test);
    const qint64 single = world.json(createWords(people(5))).json()[u"id"_s].toInteger();
    const auto updateWithoutFile = [&](qint64 id, const QStringList &options) {
        return world
            .json(QStringList{u"campaign"_s, u"update"_s, QString::number(id), u"--recipients"_s,
                              world.path(u"no-such-file.csv"_s)}
                  + options)
            .exitCode;
    };

    EXPECT_NE(updateWithoutFile(test, {u"--variant"_s, u""_s, u"--variant"_s, u"var.1=Faro"_s}), 0);
    EXPECT_EQ(show(test), before);
    EXPECT_NE(updateWithoutFile(test, {u"--variant"_s, u"off"_s}), 0);
    EXPECT_EQ(show(test), before);
    EXPECT_NE(updateWithoutFile(single, {u"--variant"_s, u""_s, u"--variant"_s, u"var.1=Faro"_s}), 0);
    EXPECT_EQ(world.json({u"campaign"_s, u"abtest"_s, u"show"_s, QString::number(single)}).errorKind(),
              u"no_test"_s);
}

TEST_F(AbTestContractTest, theWinnerGoesToTheRestAndNobodyGetsTwoMessages)
{
    connect();
    const qint64 id = createTest({u"--winner-after"_s, u"1s"_s}).json()[u"id"_s].toInteger();

    const CliResult sent = send(id);
    const QJsonObject running = show(id);
    const qint64 b = running[u"versions"_s][1][u"campaign_id"_s].toInteger();
    const qint64 rest = running[u"rest"_s][u"campaign_id"_s].toInteger();

    EXPECT_EQ(sent.exitCode, 0) << sent.out.constData();
    EXPECT_EQ(world.campaign(b)[u"status"_s], u"completed"_s) << "all versions are waited for";
    EXPECT_EQ(running[u"state"_s], u"running"_s);
    EXPECT_EQ(world.posted().size(), 800);
    EXPECT_EQ(world.json({u"campaign"_s, u"send"_s, QString::number(rest)}).errorKind(),
              u"waits_for_winner"_s);

    world.reportDelivered(id, 100);
    world.reportDelivered(b, 300);
    EXPECT_EQ(show(id)[u"verdict"_s], u"clear"_s);
    world.json({u"campaign"_s, u"run"_s, u"--until-idle"_s});

    const QJsonObject decided = show(id);
    EXPECT_EQ(decided[u"state"_s], u"decided"_s);
    EXPECT_EQ(decided[u"winner"_s], u"B"_s);
    EXPECT_EQ(decided[u"decided_by"_s], u"rule"_s);
    EXPECT_EQ(world.campaign(rest)[u"status"_s], u"completed"_s);
    EXPECT_EQ(world.campaign(rest)[u"fixed_values"_s][u"1"_s], u"Porto"_s);
    QSet<QString> reached;
    for (const PostedTo &message : world.posted())
        reached.insert(message.to);
    EXPECT_EQ(world.posted().size(), kPeople);
    EXPECT_EQ(reached.size(), kPeople) << "everybody once";
    EXPECT_TRUE(world.json({u"workspace"_s, u"check"_s}).json()[u"ok"_s].toBool());
    EXPECT_EQ(world.json({u"campaign"_s, u"abtest"_s, u"choose"_s, QString::number(id), u"A"_s}).errorKind(),
              u"wrong_state"_s);
}

TEST_F(AbTestContractTest, whereChanceDecidesAPersonIsAsked)
{
    connect();
    const qint64 id = createTest({u"--winner-after"_s, u"1s"_s}).json()[u"id"_s].toInteger();
    send(id);
    const QJsonObject running = show(id);
    const qint64 rest = running[u"rest"_s][u"campaign_id"_s].toInteger();
    world.reportDelivered(id, 200);
    world.reportDelivered(running[u"versions"_s][1][u"campaign_id"_s].toInteger(), 210);

    world.json({u"campaign"_s, u"run"_s, u"--until-idle"_s});

    EXPECT_EQ(show(id)[u"state"_s], u"asking"_s);
    EXPECT_TRUE(show(id)[u"best"_s].isNull());
    EXPECT_FALSE(show(id)[u"why"_s].toString().isEmpty());
    EXPECT_EQ(world.posted().size(), 800);

    const CliResult chosen =
        world.json({u"campaign"_s, u"abtest"_s, u"choose"_s, QString::number(rest), u"a"_s});
    EXPECT_EQ(chosen.json()[u"id"_s].toInteger(), rest);
    EXPECT_EQ(chosen.json()[u"status"_s], u"sending"_s);
    EXPECT_EQ(show(id)[u"decided_by"_s], u"person"_s);
    world.json({u"campaign"_s, u"run"_s, u"--until-idle"_s});
    EXPECT_EQ(world.posted().size(), kPeople);
}

TEST_F(AbTestContractTest, theSameSeedDrawsTheSamePeopleAgain)
{
    world.json({u"workspace"_s, u"init"_s, u"--practice"_s});
    QList<QStringList> drawn;
    for (int round = 0; round < 2; ++round) {
        const qint64 id = createTest().json()[u"id"_s].toInteger();
        world.json({u"campaign"_s, u"send"_s, QString::number(id)});
        drawn << recipientsOf(show(id)[u"versions"_s][1][u"campaign_id"_s].toInteger());
    }

    EXPECT_EQ(drawn[0].size(), 400);
    EXPECT_EQ(drawn[0], drawn[1]);
}

TEST_F(AbTestContractTest, theWordsForPeopleTellTheVersionsAndTheirUncertainty)
{
    world.json({u"workspace"_s, u"init"_s, u"--practice"_s});
    const QString id = QString::number(createTest().json()[u"id"_s].toInteger());
    world.json({u"campaign"_s, u"send"_s, id});

    const QString words = QString::fromUtf8(
        world.run({u"--workspace"_s, world.workspace(), u"campaign"_s, u"abtest"_s, u"show"_s, id}).out);

    EXPECT_TRUE(words.contains(u"needs about 400"_s)) << qPrintable(words);
    EXPECT_TRUE(words.contains(u"seed 11"_s)) << qPrintable(words);
}
