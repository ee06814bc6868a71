#include "cli/cliworld.h"
#include "workspace/session.h"

#include <gtest/gtest.h>

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace {

class ContactContractTest : public testing::Test
{
protected:
    ContactContractTest() { world.json({u"workspace"_s, u"init"_s, u"--practice"_s}); }

    QJsonObject contact(const QString &phone) const
    {
        return world.json({u"contact"_s, u"show"_s, phone}).json();
    }
    /// People whom searches have to look for one by one.
    qint64 behindIndex() const
    {
        const Result<Workspace> workspace = Workspace::open(world.workspace());
        const Result<std::unique_ptr<Session>> session = Session::open(*workspace);
        return *(*session)->contactDesk().behindIndex();
    }
    bool isSuppressed(const QString &phone) const
    {
        for (const QJsonObject &line : world.json({u"suppression"_s, u"list"_s}).lines()) {
            if (line[u"phone"_s] == phone)
                return true;
        }
        return false;
    }
    /// A draft to the people of a file; its number as text.
    QString draftTo(const QByteArray &rows) const
    {
        const QString file = world.writeFile(u"people.csv"_s, "name,phone,city,price\n" + rows);
        const CliResult made =
            world.json({u"campaign"_s, u"create"_s, u"--name"_s, u"Winter"_s, u"--template"_s,
                        u"tour_package_marketing"_s, u"--language"_s, u"en_US"_s, u"--recipients"_s, file,
                        u"--map"_s, u"1=city"_s, u"2=price"_s});
        EXPECT_EQ(made.exitCode, 0) << made.out.toStdString();
        return QString::number(made.json()[u"id"_s].toInteger());
    }

    CliWorld world;
};

const QString kAna = u"+34611000101"_s;
const QString kBea = u"+34611000102"_s;

} // namespace

TEST_F(ContactContractTest, aPersonIsAddedChangedAndShown)
{
    const CliResult added =
        world.json({u"contact"_s, u"add"_s, u"611 000 101"_s, u"--default-country"_s, u"ES"_s, u"--name"_s,
                    u"Ana"_s, u"--attr"_s, u"City=Lisbon"_s, u"--attr"_s, u"Trips=3"_s, u"--tag"_s,
                    u"patron"_s, u"--opt-in-source"_s, u"fair"_s});

    EXPECT_EQ(added.exitCode, 0) << added.out.toStdString();
    EXPECT_EQ(added.json()[u"phone"_s], kAna);
    EXPECT_EQ(added.json()[u"attributes"_s],
              (QJsonObject{
                  {u"City"_s,  u"Lisbon"_s},
                  {u"Trips"_s, u"3"_s     }
    }));
    EXPECT_EQ(added.json()[u"tags"_s], QJsonArray{u"patron"_s});
    EXPECT_EQ(added.json()[u"opt_in_source"_s], u"fair"_s);
    EXPECT_EQ(world.json({u"contact"_s, u"add"_s, kAna}).exitCode, 5);
    EXPECT_EQ(world.json({u"contact"_s, u"add"_s, kAna}).errorKind(), u"contact_exists"_s);
    EXPECT_EQ(world.json({u"contact"_s, u"add"_s, u"none"_s}).exitCode, 3);

    const CliResult changed = world.json({u"contact"_s, u"set"_s, kAna, u"--name"_s, u"Ana B."_s, u"--attr"_s,
                                          u"Trips="_s, u"--tag"_s, u"gold"_s, u"--untag"_s, u"patron"_s});

    EXPECT_EQ(changed.exitCode, 0) << changed.out.toStdString();
    EXPECT_EQ(changed.json(), contact(kAna));
    EXPECT_EQ(contact(kAna)[u"name"_s], u"Ana B."_s);
    EXPECT_EQ(contact(kAna)[u"attributes"_s],
              (QJsonObject{
                  {u"City"_s, u"Lisbon"_s}
    }));
    EXPECT_EQ(contact(kAna)[u"tags"_s], QJsonArray{u"gold"_s});
    EXPECT_EQ(world.json({u"contact"_s, u"set"_s, kBea, u"--name"_s, u"B"_s}).exitCode, 4);
    EXPECT_EQ(world.json({u"contact"_s, u"set"_s, kAna}).exitCode, 2);
}

TEST_F(ContactContractTest, peopleAreTaggedByNumberOrByRule)
{
    for (const QString &phone : {kAna, kBea})
        world.json({u"contact"_s, u"add"_s, phone, u"--attr"_s, u"City=Braga"_s});

    const CliResult one = world.json({u"contact"_s, u"tag"_s, kAna, u"--add"_s, u"patron"_s});
    const CliResult all = world.json({u"contact"_s, u"tag"_s, u"--where"_s, u"attr:City = braga"_s,
                                      u"--add"_s, u"patron"_s, u"--add"_s, u"north"_s});
    const CliResult off =
        world.json({u"contact"_s, u"tag"_s, u"--tag"_s, u"patron"_s, u"--remove"_s, u"patron"_s});

    EXPECT_EQ(one.json()[u"changed"_s], 1);
    EXPECT_EQ(all.json()[u"people"_s], 2);
    EXPECT_EQ(all.json()[u"changed"_s], 3) << "one had it already";
    EXPECT_EQ(off.json()[u"changed"_s], 2);
    EXPECT_EQ(contact(kAna)[u"tags"_s], QJsonArray{u"north"_s});
    EXPECT_EQ(world.json({u"contact"_s, u"tag"_s, u"--add"_s, u"x"_s}).exitCode, 2) << "whom?";
    EXPECT_EQ(world.json({u"contact"_s, u"tag"_s, kAna}).exitCode, 2) << "what?";
    EXPECT_EQ(world.json({u"contact"_s, u"tag"_s, u"+34611000199"_s, u"--add"_s, u"x"_s}).exitCode, 4);
}

TEST_F(ContactContractTest, afterAnImportSearchesAreReadyAndFindTheSameMeanwhile)
{
    QByteArray rows = "name,phone\n";
    for (int i = 0; i < 2500; ++i)
        rows += "Person " + QByteArray::number(i) + ",+34622" + QByteArray::number(100'000 + i) + '\n';
    const QStringList importing{u"contact"_s, u"import"_s, world.writeFile(u"people.csv"_s, rows)};
    const QStringList searching{u"contact"_s, u"list"_s, u"--search"_s, u"son 17"_s};
    const qint64 before = behindIndex();

    const CliResult stored = world.json(importing + QStringList{u"--no-index"_s});
    EXPECT_EQ(stored.json()[u"accepted"_s], 2500) << stored.out.toStdString();
    EXPECT_EQ(behindIndex(), before + 2500);
    const CliResult meanwhile = world.json(searching);
    const CliResult again = world.json(importing);

    EXPECT_EQ(again.exitCode, 0);
    EXPECT_EQ(again.json()[u"accepted"_s], 2500) << again.out.toStdString();
    EXPECT_EQ(behindIndex(), 0);
    EXPECT_EQ(meanwhile.lines().size(), 1 + 10 + 100);
    EXPECT_EQ(world.json(searching).out, meanwhile.out);
}

TEST_F(ContactContractTest, theHistoryTellsWhatPassedBetweenUs)
{
    draftTo("Ana,+34611000101,Lisbon,419\n");

    const QList<QJsonObject> events = world.json({u"contact"_s, u"history"_s, kAna}).lines();

    ASSERT_EQ(events.size(), 1);
    EXPECT_EQ(events.front()[u"kind"_s], u"campaign"_s);
    EXPECT_EQ(events.front()[u"campaign"_s], u"Winter"_s);
    EXPECT_EQ(events.front()[u"status"_s], u"pending"_s);
    EXPECT_EQ(events.front()[u"opt_out"_s], false);
    EXPECT_EQ(world.json({u"contact"_s, u"history"_s, kBea}).exitCode, 4);
}

TEST_F(ContactContractTest, thePeopleWhoAreChosenAreSavedAsAFile)
{
    world.json({u"contact"_s, u"add"_s, kAna, u"--name"_s, u"Ana"_s, u"--tag"_s, u"patron"_s, u"--attr"_s,
                u"City=Cádiz, Spain"_s, u"--opt-in-source"_s, u"fair"_s});
    world.json({u"contact"_s, u"add"_s, kBea, u"--name"_s, u"Bea"_s});
    const qint64 all = world.json({u"contact"_s, u"list"_s}).lines().size();
    const QString file = world.path(u"people.csv"_s);
    const QStringList saving{u"contact"_s, u"export"_s, u"--output"_s, file};

    const CliResult everybody = world.json(saving);
    const CliResult tagged = world.json(saving + QStringList{u"--tag"_s, u"patron"_s});

    EXPECT_EQ(everybody.exitCode, 0) << everybody.out.toStdString();
    EXPECT_EQ(everybody.json()[u"rows"_s], all);
    EXPECT_EQ(tagged.json(),
              (QJsonObject{
                  {u"path"_s, file},
                  {u"rows"_s, 1   }
    }));
    const QByteArray written = world.readFile(file);
    EXPECT_TRUE(written.startsWith("phone,name,tags,country,opted_in_at,opt_in_source,")) << written.data();
    EXPECT_TRUE(written.contains("\r\n+34611000101,Ana,patron,ES,")) << written.data();
    EXPECT_TRUE(written.contains(",\"Cádiz, Spain\"")) << written.data();
    EXPECT_EQ(world.json(saving + QStringList{kBea, kAna}).json()[u"rows"_s], 2);
    EXPECT_TRUE(world.readFile(file).contains("\r\n+34611000102,Bea,"));
}

TEST_F(ContactContractTest, aSavedFileRunsNoFormulaAndIsReadAgainAsItWas)
{
    const QString formula = u"=HYPERLINK(\"http://example.com\";\"Click\")"_s;
    world.json({u"contact"_s, u"add"_s, kAna, u"--name"_s, formula, u"--attr"_s, u"Note=@SUM(A1)"_s});
    world.json({u"contact"_s, u"add"_s, kBea, u"--name"_s, u"Bea \"B\" आशा"_s});
    const QString file = world.path(u"people.csv"_s);

    EXPECT_EQ(world.json({u"contact"_s, u"export"_s, kAna, kBea, u"--output"_s, file}).exitCode, 0);

    const QByteArray written = world.readFile(file);
    EXPECT_TRUE(written.contains(",\"'=HYPERLINK(")) << written.data();
    EXPECT_TRUE(written.contains(",'@SUM(A1)")) << written.data();
    const QStringList other{u"--workspace"_s, world.path(u"other"_s), u"--json"_s};
    world.run(other + QStringList{u"workspace"_s, u"init"_s});
    const CliResult imported =
        world.run(other + QStringList{u"contact"_s, u"import"_s, file, u"--map"_s, u"attr:Note=Note"_s});
    EXPECT_EQ(imported.json()[u"accepted"_s], 2) << imported.out.toStdString();
    const QList<QJsonObject> people = world.run(other + QStringList{u"contact"_s, u"list"_s}).lines();
    ASSERT_EQ(people.size(), 2);
    EXPECT_EQ(people[0][u"phone"_s], kAna);
    EXPECT_EQ(people[0][u"name"_s], formula);
    EXPECT_EQ(people[0][u"attributes"_s][u"Note"_s], u"@SUM(A1)"_s);
    EXPECT_EQ(people[1][u"phone"_s], kBea);
    EXPECT_EQ(people[1][u"name"_s], u"Bea \"B\" आशा"_s);
}

TEST_F(ContactContractTest, anExportThatCannotBeDoneSaysWhyAndLeavesTheOldFile)
{
    world.json({u"contact"_s, u"add"_s, kAna});
    const QString file = world.writeFile(u"people.csv"_s, "kept");

    const CliResult nobody = world.json({u"contact"_s, u"export"_s, kAna, kBea, u"--output"_s, file});
    const CliResult nowhere =
        world.json({u"contact"_s, u"export"_s, u"--output"_s, world.path(u"gone/people.csv"_s)});

    EXPECT_EQ(nobody.exitCode, 4);
    EXPECT_EQ(nobody.errorKind(), u"no_contact"_s);
    EXPECT_EQ(world.readFile(file), "kept");
    EXPECT_EQ(nowhere.exitCode, 3);
    EXPECT_EQ(nowhere.errorKind(), u"not_writable"_s);
    EXPECT_EQ(world.json({u"contact"_s, u"export"_s}).exitCode, 2) << "where to?";
    EXPECT_EQ(world.json({u"contact"_s, u"export"_s, kAna, u"--tag"_s, u"x"_s, u"--output"_s, file}).exitCode,
              2)
        << "not both";
    EXPECT_EQ(
        world.json({u"contact"_s, u"export"_s, u"--segment"_s, u"gone"_s, u"--output"_s, file}).exitCode, 4);
}

TEST_F(ContactContractTest, theSuppressionListStandsAboveEverything)
{
    const CliResult added =
        world.json({u"suppression"_s, u"add"_s, kAna, kBea, u"--source"_s, u"phoned us"_s});

    EXPECT_EQ(added.json()[u"changed"_s], 2);
    const QList<QJsonObject> list = world.json({u"suppression"_s, u"list"_s}).lines();
    ASSERT_EQ(list.size(), 2);
    EXPECT_EQ(list.front()[u"phone"_s], kAna);
    EXPECT_EQ(list.front()[u"source"_s], u"phoned us"_s);
    EXPECT_EQ(world.json({u"suppression"_s, u"list"_s, u"--after"_s, kAna}).lines().size(), 1);
    const QString draft = draftTo("Ana,+34611000101,Lisbon,419\nCid,+34611000103,Porto,421\n");
    EXPECT_EQ(world.campaign(draft.toLongLong())[u"counts"_s][u"total"_s], 1);
    EXPECT_EQ(world.json({u"suppression"_s, u"remove"_s, kAna}).exitCode, 0);
    EXPECT_FALSE(isSuppressed(kAna));
    EXPECT_EQ(world.json({u"suppression"_s, u"remove"_s, kAna}).exitCode, 4);
    EXPECT_EQ(world.json({u"suppression"_s, u"add"_s, kAna, u"--source"_s, u"reply"_s}).exitCode, 2)
        << "that word is ours";
    world.json({u"contact"_s, u"erase"_s, kAna});
    EXPECT_EQ(world.json({u"suppression"_s, u"remove"_s, kAna}).errorKind(), u"erased"_s);
}

TEST_F(ContactContractTest, twoSpellingsOfOnePersonAreFoundAndMerged)
{
    world.json({u"contact"_s, u"add"_s, kAna, u"--name"_s, u"Inés Gil"_s, u"--attr"_s,
                u"Mail=ines@example.com"_s, u"--tag"_s, u"patron"_s});
    world.json({u"contact"_s, u"add"_s, kBea, u"--name"_s, u"ines gil"_s, u"--attr"_s,
                u"E-mail=INES@example.com"_s, u"--attr"_s, u"City=Lima"_s});
    const QString draft = draftTo("Ines,+34611000102,Lisbon,419\n");

    const QList<QJsonObject> found = world.json({u"contact"_s, u"duplicates"_s}).lines();
    ASSERT_EQ(found.size(), 1);
    EXPECT_EQ(found.front()[u"reasons"_s], QJsonArray{u"same_name_and_email"_s});
    EXPECT_EQ(found.front()[u"contacts"_s].toArray().size(), 2);
    const CliResult merged = world.json({u"contact"_s, u"merge"_s, kAna, kBea});

    EXPECT_EQ(merged.exitCode, 0) << merged.out.toStdString();
    EXPECT_EQ(merged.json()[u"phone"_s], kAna);
    EXPECT_EQ(merged.json()[u"merged"_s], 1);
    EXPECT_EQ(merged.json()[u"moved"_s], 1);
    EXPECT_EQ(merged.json()[u"attributes"_s][u"City"_s], u"Lima"_s);
    EXPECT_EQ(world.json({u"contact"_s, u"show"_s, kBea}).exitCode, 4);
    EXPECT_TRUE(isSuppressed(kBea));
    EXPECT_EQ(world.json({u"suppression"_s, u"remove"_s, kBea}).errorKind(), u"merged"_s);
    EXPECT_EQ(world.json({u"campaign"_s, u"recipients"_s, draft}).lines().front()[u"phone"_s], kAna);
    EXPECT_EQ(world.json({u"workspace"_s, u"check"_s}).json()[u"ok"_s], true);
    EXPECT_EQ(world.json({u"contact"_s, u"duplicates"_s}).lines().size(), 0);
    EXPECT_EQ(world.json({u"contact"_s, u"merge"_s, kAna, kBea}).exitCode, 4);
    EXPECT_EQ(world.json({u"contact"_s, u"merge"_s, kAna, kAna}).exitCode, 3);
    EXPECT_EQ(world.json({u"contact"_s, u"merge"_s, kAna}).exitCode, 2);
}

TEST_F(ContactContractTest, aSegmentGetsAnotherRuleAndAnotherName)
{
    world.json({u"contact"_s, u"add"_s, kAna, u"--tag"_s, u"patron"_s});
    const CliResult made = world.json({u"segment"_s, u"create"_s, u"VIPs"_s, u"--where"_s,
                                       u"tag = patron and not messaged within 30 days"_s});
    EXPECT_EQ(made.json()[u"people"_s], 1);

    const CliResult changed = world.json(
        {u"segment"_s, u"set"_s, u"vips"_s, u"--where"_s, u"tag = gold"_s, u"--name"_s, u"Gold"_s});

    EXPECT_EQ(changed.exitCode, 0) << changed.out.toStdString();
    EXPECT_EQ(changed.json()[u"name"_s], u"Gold"_s);
    EXPECT_EQ(changed.json()[u"rule"_s], u"tag = gold"_s);
    EXPECT_EQ(changed.json()[u"people"_s], 0);
    EXPECT_EQ(world.json({u"segment"_s, u"show"_s, u"VIPs"_s}).exitCode, 4);
    EXPECT_EQ(world.json({u"segment"_s, u"set"_s, u"gone"_s, u"--name"_s, u"x"_s}).exitCode, 4);
    EXPECT_EQ(world.json({u"segment"_s, u"set"_s, u"Gold"_s}).exitCode, 2);
}
