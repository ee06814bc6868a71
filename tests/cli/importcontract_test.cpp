#include "cli/cliworld.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace {

/// A practice workspace with a draft.
class ImportContractTest : public testing::Test
{
protected:
    ImportContractTest()
    {
        world.json({u"workspace"_s, u"init"_s, u"--practice"_s});
        draft = create({}).json()[u"id"_s].toInteger();
    }

    CliResult create(const QStringList &options) const
    {
        return world.json(QStringList{u"campaign"_s, u"create"_s, u"--name"_s, u"Winter"_s, u"--template"_s,
                                      u"tour_package_marketing"_s, u"--language"_s, u"en_US"_s}
                          + options);
    }

    CliResult import(const QString &file, const QStringList &options = {}) const
    {
        return world.json(QStringList{u"campaign"_s, u"import"_s, QString::number(draft), file, u"--map"_s,
                                      u"1=package"_s, u"2=price"_s}
                          + options);
    }

    int people() const { return world.campaign(draft)[u"counts"_s][u"total"_s].toInt(); }

    CliWorld world;
    qint64 draft = 0;
};

} // namespace

TEST_F(ImportContractTest, theResultHasItsFieldsAndAddsUp)
{
    const QString file = world.writeFile(u"a.csv"_s,
                                         "name,phone,package,price\n"
                                         "Ana,+34600000101,Lisbon,419\n"
                                         "Ana again,+34 600 000 101,Lisbon,419\n"
                                         "\n"
                                         "Bad,9.19979E+11,Lisbon,419\n"
                                         "None,,Lisbon,419\n"
                                         "No price,+34600000102,Lisbon,\n");

    const CliResult imported = import(file);

    EXPECT_EQ(imported.exitCode, 0);
    const QJsonObject result = imported.json();
    EXPECT_EQ(result.keys(),
              (QStringList{u"accepted"_s, u"by_reason"_s, u"duplicates"_s, u"opted_out"_s, u"rejected"_s,
                           u"rejects"_s, u"rows"_s, u"seconds"_s}));
    EXPECT_EQ(result[u"rows"_s].toInt(), 5);
    EXPECT_EQ(result[u"accepted"_s].toInt(), 1);
    EXPECT_EQ(result[u"duplicates"_s].toInt(), 1);
    EXPECT_EQ(result[u"rejected"_s].toInt(), 3);
    EXPECT_EQ(result[u"by_reason"_s].toObject(),
              (QJsonObject{
                  {u"precision_lost"_s,   1},
                  {u"empty_phone"_s,      1},
                  {u"missing_variable"_s, 1}
    }));
    EXPECT_EQ(result[u"rejects"_s][0].toObject().keys(), (QStringList{u"reason"_s, u"row"_s, u"value"_s}));
    EXPECT_EQ(result[u"rejects"_s][0][u"row"_s].toInt(), 5);
    EXPECT_EQ(people(), 1);
}

TEST_F(ImportContractTest, aFileThatCannotBeUsedIsBadInputAndStoresNothing)
{
    QDir{}.mkpath(world.path(u"folder"_s));
    const QString empty = world.writeFile(u"empty.csv"_s, {});
    const QString binary = world.writeFile(u"binary.csv"_s,
                                           QByteArray("\x7f"
                                                      "ELF\0\0\0\1\2\3\0\0",
                                                      12)
                                               + QByteArray(5000, '\0'));

    for (const QString &file :
         {empty, binary, world.path(u"folder"_s), world.path(u"absent.csv"_s), u"/proc/self/mem"_s}) {
        const CliResult failed = import(file);
        EXPECT_EQ(failed.exitCode, 3) << qPrintable(file);
        EXPECT_FALSE(failed.json()[u"error"_s][u"message"_s].toString().isEmpty());
    }
    EXPECT_EQ(people(), 0);
}

TEST_F(ImportContractTest, aFailedCreateLeavesNoDraftBehind)
{
    const CliResult failed = create({u"--recipients"_s, world.path(u"absent.csv"_s)});

    EXPECT_EQ(failed.exitCode, 3);
    EXPECT_EQ(world.json({u"campaign"_s, u"list"_s}).lines().size(), 1);
}

TEST_F(ImportContractTest, aDryRunStoresNothing)
{
    const CliResult dry = import(world.writePeople(20), {u"--dry-run"_s});
    const CliResult dryCreate = create({u"--recipients"_s, world.writePeople(20), u"--map"_s, u"1=package"_s,
                                        u"--map"_s, u"2=price"_s, u"--dry-run"_s});

    EXPECT_EQ(dry.json()[u"accepted"_s].toInt(), 20);
    EXPECT_EQ(people(), 0);
    EXPECT_TRUE(dryCreate.json()[u"id"_s].isNull());
    EXPECT_EQ(dryCreate.json()[u"import"_s][u"accepted"_s].toInt(), 20);
    EXPECT_EQ(world.json({u"campaign"_s, u"list"_s}).lines().size(), 1);
}

TEST_F(ImportContractTest, refusedRowsCanBeSavedWithTheirReasons)
{
    const QString file =
        world.writeFile(u"a.csv"_s, "phone;package;price\n123;Lisbon;1\n+34600000101;Lisbon;1\n");
    const QString rejects = world.path(u"rejects.csv"_s);

    import(file, {u"--rejects"_s, rejects});

    const QByteArray written = world.readFile(rejects);
    EXPECT_TRUE(written.contains("missing_country"));
    EXPECT_FALSE(written.contains("+34600000101"));
}

TEST_F(ImportContractTest, peopleWhoOptedOutAreCountedAndKeptOut)
{
    world.json({u"contact"_s, u"opt-out"_s, u"+34600000003"_s});

    const QJsonObject result = import(world.writePeople(10)).json();

    EXPECT_EQ(result[u"opted_out"_s].toInt(), 1);
    EXPECT_EQ(result[u"accepted"_s].toInt(), 9);
    const QJsonObject contact = world.json({u"contact"_s, u"show"_s, u"+34600000003"_s}).json();
    EXPECT_EQ(contact[u"suppressed"_s], true);
    for (const QString &field :
         {u"phone"_s, u"user_id"_s, u"name"_s, u"attributes"_s, u"tags"_s, u"opted_in_at"_s,
          u"opt_in_source"_s, u"opted_out_at"_s, u"opt_out_source"_s, u"cursor"_s})
        EXPECT_TRUE(contact.contains(field)) << qPrintable(field);
}

TEST_F(ImportContractTest, aSecondImportFindsItsPeopleThereAlready)
{
    import(world.writePeople(10));

    const QJsonObject result = import(world.writePeople(12)).json();

    EXPECT_EQ(result[u"duplicates"_s].toInt(), 10);
    EXPECT_EQ(result[u"accepted"_s].toInt(), 2);
    EXPECT_EQ(people(), 12);
}

TEST_F(ImportContractTest, attributesOfACampaignsFileGoIntoTheContactBookAndFillOnlyGaps)
{
    world.json({u"contact"_s, u"import"_s, world.writeFile(u"book.csv"_s, "phone,City\n+34600000101,Faro\n"),
                u"--map"_s, u"attr:City=City"_s});

    const CliResult imported = import(world.writeFile(u"a.csv"_s,
                                                      "name,phone,package,price,City,Age\n"
                                                      "Ana,+34600000101,Lisbon,419,Porto,41\n"
                                                      "Rui,+34600000102,Lisbon,419,Braga,\n"),
                                      {u"attr:City=City"_s, u"attr:Age=Age"_s});

    EXPECT_EQ(imported.json()[u"accepted"_s].toInt(), 2) << imported.err.constData();
    const auto attributes = [this](const QString &phone) {
        return world.json({u"contact"_s, u"show"_s, phone}).json()[u"attributes"_s].toObject();
    };
    EXPECT_EQ(attributes(u"+34600000101"_s),
              (QJsonObject{
                  {u"City"_s, u"Faro"_s},
                  {u"Age"_s,  u"41"_s  }
    }));
    EXPECT_EQ(attributes(u"+34600000102"_s),
              (QJsonObject{
                  {u"City"_s, u"Braga"_s}
    }));
}

TEST_F(ImportContractTest, onePersonCanBeAddedAndRemoved)
{
    const QString id = QString::number(draft);

    const CliResult added =
        world.json({u"campaign"_s, u"add"_s, id, u"--phone"_s, u"+34 600 000 101"_s, u"--name"_s, u"Ana"_s,
                    u"--var"_s, u"1=Lisbon"_s, u"--var"_s, u"2=419"_s});
    const CliResult wrong = world.json({u"campaign"_s, u"add"_s, id, u"--phone"_s, u"12"_s});
    const CliResult unknown =
        world.json({u"campaign"_s, u"add"_s, id, u"--phone"_s, u"+34600000102"_s, u"--var"_s, u"9=x"_s});
    EXPECT_EQ(people(), 1);
    const CliResult removed = world.json({u"campaign"_s, u"remove"_s, id, u"+34600000101"_s});

    EXPECT_EQ(added.exitCode, 0);
    EXPECT_EQ(wrong.exitCode, 3);
    EXPECT_EQ(unknown.exitCode, 3);
    EXPECT_EQ(removed.json()[u"removed"_s].toInt(), 1);
    EXPECT_EQ(people(), 0);
}

// Into the contact book

TEST_F(ImportContractTest, theContactBookTakesAFileWithTagsConsentAndAttributes)
{
    const QString file = world.writeFile(u"leads.csv"_s,
                                         "Full name;Mobile;City\n"
                                         "Jos\xc3\xa9;+34 611 223 344;M\xc3\xa1laga\n"
                                         "Jos\xc3\xa9 again;0034611223344;Lisbon\n"
                                         "Nobody;12;Faro\n");

    const CliResult imported =
        world.json({u"contact"_s, u"import"_s, file, u"--map"_s, u"attr:City=City"_s, u"--tag"_s, u"leads"_s,
                    u"--opt-in-source"_s, u"web form"_s, u"--opted-in-at"_s, u"2026-01-02T03:04:05Z"_s});

    EXPECT_EQ(imported.exitCode, 0);
    const QJsonObject result = imported.json();
    EXPECT_EQ(result.keys(),
              (QStringList{u"accepted"_s, u"by_reason"_s, u"duplicates"_s, u"opted_out"_s, u"rejected"_s,
                           u"rejects"_s, u"rows"_s, u"seconds"_s}));
    EXPECT_EQ(result[u"rows"_s].toInt(), 3);
    EXPECT_EQ(result[u"accepted"_s].toInt(), 1);
    EXPECT_EQ(result[u"duplicates"_s].toInt(), 1);
    EXPECT_EQ(result[u"rejected"_s].toInt(), 1);
    const QJsonObject contact = world.json({u"contact"_s, u"show"_s, u"+34611223344"_s}).json();
    EXPECT_EQ(contact[u"name"_s], QString::fromUtf8("Jos\xc3\xa9"));
    EXPECT_EQ(contact[u"attributes"_s][u"City"_s], QString::fromUtf8("M\xc3\xa1laga"));
    EXPECT_EQ(contact[u"tags"_s].toArray(), QJsonArray{u"leads"_s});
    EXPECT_EQ(contact[u"opted_in_at"_s], u"2026-01-02T03:04:05.000Z"_s);
    EXPECT_EQ(contact[u"opt_in_source"_s], u"web form"_s);
}

TEST_F(ImportContractTest, whoOptedOutIsCountedAndNotBroughtBackByTheBook)
{
    world.json({u"contact"_s, u"opt-out"_s, u"+34600000003"_s});

    const QJsonObject result =
        world.json({u"contact"_s, u"import"_s, world.writePeople(10), u"--opt-in-source"_s, u"bought list"_s})
            .json();

    EXPECT_EQ(result[u"opted_out"_s].toInt(), 1);
    EXPECT_EQ(result[u"accepted"_s].toInt(), 9);
    const QJsonObject contact = world.json({u"contact"_s, u"show"_s, u"+34600000003"_s}).json();
    EXPECT_EQ(contact[u"suppressed"_s], true);
    EXPECT_TRUE(contact[u"opted_in_at"_s].isNull());
}

TEST_F(ImportContractTest, aDryRunOfTheBookStoresNobody)
{
    const qsizetype before = world.json({u"contact"_s, u"list"_s}).lines().size();

    const CliResult dry = world.json({u"contact"_s, u"import"_s, world.writePeople(20), u"--dry-run"_s});

    EXPECT_EQ(dry.json()[u"accepted"_s].toInt(), 20);
    EXPECT_EQ(world.json({u"contact"_s, u"list"_s}).lines().size(), before);
}

// "I mended the two bad rows in the file you saved. Take it as it is."
TEST_F(ImportContractTest, theFileOfRefusedRowsIsImportedAgainOnceMended)
{
    const QString file = world.writeFile(u"a.csv"_s, "phone,name\n123,Ana\n+34600000101,Bea\n");
    const QString rejects = world.path(u"rejects.csv"_s);
    world.json({u"contact"_s, u"import"_s, file, u"--rejects"_s, rejects});
    QByteArray mended = world.readFile(rejects);
    ASSERT_TRUE(mended.contains("missing_country")) << mended.constData();
    mended.replace("123", "+34600000102");

    const CliResult again = world.json({u"contact"_s, u"import"_s, world.writeFile(u"mended.csv"_s, mended)});

    EXPECT_EQ(again.json()[u"accepted"_s].toInt(), 1);
    EXPECT_EQ(again.json()[u"rows"_s].toInt(), 1);
    EXPECT_EQ(world.json({u"contact"_s, u"show"_s, u"+34600000102"_s}).json()[u"name"_s], u"Ana"_s);
}

TEST_F(ImportContractTest, whatTheBookDoesWithThoseItKnowsIsChosen)
{
    const auto import = [&](const QByteArray &name, const QStringList &options) {
        return world.json(QStringList{u"contact"_s, u"import"_s,
                                      world.writeFile(u"a.csv"_s, "phone,name\n+34600000101," + name + "\n")}
                          + options);
    };
    const auto name = [&] {
        return world.json({u"contact"_s, u"show"_s, u"+34600000101"_s}).json()[u"name"_s].toString();
    };
    import("Ana", {});

    EXPECT_EQ(import("Bea", {}).json()[u"accepted"_s].toInt(), 1);
    EXPECT_EQ(name(), u"Ana"_s);
    import("Bea", {u"--known"_s, u"overwrite"_s});
    EXPECT_EQ(name(), u"Bea"_s);
    EXPECT_EQ(import("Cleo", {u"--known"_s, u"perhaps"_s}).exitCode, 2);
    EXPECT_EQ(name(), u"Bea"_s);
}

TEST_F(ImportContractTest, aTimeOfOptInNeedsItsSource)
{
    const CliResult refused = world.json(
        {u"contact"_s, u"import"_s, world.writePeople(1), u"--opted-in-at"_s, u"2026-01-02T03:04:05Z"_s});

    EXPECT_EQ(refused.exitCode, 2);
}

TEST_F(ImportContractTest, aFileThatTheBookCannotUseIsBadInput)
{
    for (const QString &file : {world.writeFile(u"empty.csv"_s, {}), world.path(u"absent.csv"_s)})
        EXPECT_EQ(world.json({u"contact"_s, u"import"_s, file}).exitCode, 3) << qPrintable(file);
}
