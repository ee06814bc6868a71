#include "cli/cliworld.h"

#include <gtest/gtest.h>

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace {

/// A practice workspace with three contacts, two of whom have the tag "vip".
class AudienceContractTest : public testing::Test
{
protected:
    AudienceContractTest()
    {
        world.json({u"workspace"_s, u"init"_s, u"--practice"_s});
        import("Ana,+34600000101,Lisbon,419\nBea,+34600000102,Lisbon,420\n", {u"--tag"_s, u"vip"_s});
        import("Cid,+34600000103,Porto,421\n", {});
    }

    void import(const QByteArray &rows, const QStringList &options)
    {
        const QString file = world.writeFile(u"people.csv"_s, "name,phone,city,price\n" + rows);
        world.json(QStringList{u"contact"_s, u"import"_s, file, u"--map"_s, u"attr:1=city"_s, u"--map"_s,
                               u"attr:2=price"_s}
                   + options);
    }

    QStringList listed(const QStringList &options) const
    {
        QStringList phones;
        for (const QJsonObject &contact : world.json(QStringList{u"contact"_s, u"list"_s} + options).lines())
            phones << contact[u"phone"_s].toString();
        return phones;
    }

    CliResult create(const QStringList &options) const
    {
        return world.json(QStringList{u"campaign"_s, u"create"_s, u"--name"_s, u"Winter"_s, u"--template"_s,
                                      u"tour_package_marketing"_s, u"--language"_s, u"en_US"_s}
                          + options);
    }

    int people(qint64 id) const { return world.campaign(id)[u"counts"_s][u"total"_s].toInt(); }

    CliWorld world;
};

} // namespace

TEST_F(AudienceContractTest, contactsAreListedByTagSegmentAndSearch)
{
    world.json({u"segment"_s, u"create"_s, u"Portugal"_s, u"--rule"_s, u"attr:1 = Porto or name = Ana"_s});

    EXPECT_EQ(listed({u"--tag"_s, u"VIP"_s}), (QStringList{u"+34600000101"_s, u"+34600000102"_s}));
    EXPECT_EQ(listed({u"--segment"_s, u"Portugal"_s}), (QStringList{u"+34600000101"_s, u"+34600000103"_s}));
    EXPECT_EQ(listed({u"--segment"_s, u"Portugal"_s, u"--tag"_s, u"vip"_s}), QStringList{u"+34600000101"_s});
    EXPECT_EQ(listed({u"--tag"_s, u"vip"_s, u"--search"_s, u"0102"_s}), QStringList{u"+34600000102"_s});
    EXPECT_EQ(listed({u"--tag"_s, u"nobody"_s}), QStringList{});
    EXPECT_EQ(world.json({u"contact"_s, u"list"_s, u"--segment"_s, u"gone"_s}).exitCode, 4);
}

TEST_F(AudienceContractTest, pagesOfATagFollowEachOther)
{
    const QList<QJsonObject> first =
        world.json({u"contact"_s, u"list"_s, u"--tag"_s, u"vip"_s, u"--limit"_s, u"1"_s}).lines();
    ASSERT_EQ(first.size(), 1);

    EXPECT_EQ(listed({u"--tag"_s, u"vip"_s, u"--after"_s, first.front()[u"cursor"_s].toString()}),
              QStringList{u"+34600000102"_s});
}

TEST_F(AudienceContractTest, segmentsAreMadeListedShownAndDeleted)
{
    const CliResult made =
        world.json({u"segment"_s, u"create"_s, u"VIPs"_s, u"--rule"_s, u"tag = vip and not name = Ana"_s});

    EXPECT_EQ(made.exitCode, 0) << made.out.toStdString();
    EXPECT_EQ(made.json()[u"name"_s], u"VIPs"_s);
    EXPECT_EQ(made.json()[u"rule"_s], u"tag = vip and not name = Ana"_s);
    EXPECT_EQ(made.json()[u"people"_s], 1);
    EXPECT_EQ(world.json({u"segment"_s, u"create"_s, u"vips"_s, u"--rule"_s, u"tag = x"_s}).exitCode, 5);
    EXPECT_EQ(world.json({u"segment"_s, u"create"_s, u"Bad"_s, u"--rule"_s, u"fly = high"_s}).exitCode, 3);
    EXPECT_EQ(world.json({u"segment"_s, u"create"_s, u"None"_s}).exitCode, 2);
    EXPECT_EQ(world.json({u"segment"_s, u"list"_s}).lines().size(), 1);
    EXPECT_EQ(world.json({u"segment"_s, u"show"_s, u"VIPs"_s}).json()[u"people"_s], 1);
    EXPECT_EQ(world.json({u"segment"_s, u"delete"_s, u"VIPs"_s}).exitCode, 0);
    EXPECT_EQ(world.json({u"segment"_s, u"show"_s, u"VIPs"_s}).exitCode, 4);
}

TEST_F(AudienceContractTest, aCampaignGoesToWhoIsInTheSegmentWhenItIsSent)
{
    world.json({u"segment"_s, u"create"_s, u"VIPs"_s, u"--rule"_s, u"tag = vip"_s});
    const CliResult created = create({u"--from-segment"_s, u"VIPs"_s});
    ASSERT_EQ(created.exitCode, 0) << created.out.toStdString();
    EXPECT_EQ(created.json()[u"import"_s][u"accepted"_s], 2);
    const qint64 id = created.json()[u"id"_s].toInteger();
    import("Dot,+34600000104,Faro,422\n", {u"--tag"_s, u"vip"_s});
    world.json({u"contact"_s, u"opt-out"_s, u"+34600000101"_s});

    const CliResult scheduled =
        world.json({u"campaign"_s, u"schedule"_s, QString::number(id), u"2099-01-01T10:00:00Z"_s});

    EXPECT_EQ(scheduled.exitCode, 0) << scheduled.out.toStdString();
    EXPECT_EQ(people(id), 3);
    EXPECT_EQ(world.count(id, u"pending"_s), 2);
    EXPECT_EQ(world.count(id, u"opted_out"_s), 1);
    import("Eve,+34600000105,Faro,423\n", {u"--tag"_s, u"vip"_s});
    EXPECT_EQ(people(id), 3) << "from then on they are fixed";
    const QJsonObject dot =
        world.json({u"campaign"_s, u"recipients"_s, QString::number(id), u"--search"_s, u"0104"_s}).json();
    EXPECT_EQ(dot[u"variables"_s][u"1"_s], u"Faro"_s);
}

TEST_F(AudienceContractTest, aTagIsAnAudienceToo)
{
    const CliResult created = create({u"--from-tag"_s, u"vip"_s});

    EXPECT_EQ(created.json()[u"import"_s][u"accepted"_s], 2);
    EXPECT_EQ(create({u"--from-segment"_s, u"gone"_s}).exitCode, 4);
    EXPECT_EQ(create({u"--from-tag"_s, u"vip"_s, u"--from-segment"_s, u"x"_s}).exitCode, 2);
    EXPECT_EQ(world.json({u"campaign"_s, u"list"_s}).lines().size(), 1)
        << "nothing is left of the wrong ones";
}

TEST_F(AudienceContractTest, aRecurringCampaignTakesItsPeopleFromASegment)
{
    world.json({u"segment"_s, u"create"_s, u"VIPs"_s, u"--rule"_s, u"tag = vip"_s});
    const QString id = QString::number(create({}).json()[u"id"_s].toInteger());

    const CliResult set = world.json({u"campaign"_s, u"recurring"_s, u"set"_s, id, u"--every"_s, u"day"_s,
                                      u"--at"_s, u"10:00"_s, u"--from-segment"_s, u"vips"_s});

    EXPECT_EQ(set.exitCode, 0) << set.out.toStdString();
    EXPECT_EQ(set.json()[u"audience"_s], u"segment VIPs"_s);
}
