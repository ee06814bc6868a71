#include "workspace/world.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace {

QByteArray people(int count)
{
    QByteArray content = "name,phone,package,price\n";
    for (int i = 0; i < count; ++i)
        content += "P,+346" + QByteArray::number(i).rightJustified(8, '0') + ",Lisbon,419\n";
    return content;
}

ImportRequest request(const QString &path)
{
    ImportRequest request;
    request.path = path;
    request.options.columnChoices = {u"1=package"_s, u"2=price"_s};
    return request;
}

int storedPeople(World &world, CampaignId id)
{
    return world.load(id).counts.total();
}

} // namespace

TEST(ImportDeskTest, everybodyUsableIsStoredOnce)
{
    World world;
    const CampaignId id = world.draft(10);
    const QString file = world.writeFile(u"a.csv"_s, people(6000));

    const Result<ImportReport> report = world.session().importDesk().importInto(id, request(file));

    ASSERT_TRUE(report) << qPrintable(report.error().message);
    EXPECT_EQ(report->summary.accepted, 5990);
    EXPECT_EQ(report->summary.duplicates, 10);
    EXPECT_EQ(storedPeople(world, id), 6000);
    EXPECT_EQ(*world.session().contacts().count(), 6000); // the twelve of practice are among them
}

TEST(ImportDeskTest, aCancelledImportLeavesTheDraftAsItWas)
{
    World world;
    const CampaignId id = world.draft(10);
    const qint64 contacts = *world.session().contacts().count();
    const QString file = world.writeFile(u"a.csv"_s, people(20'000));
    CancelToken cancel;

    const Result<ImportReport> report = world.session().importDesk().importInto(
        id, request(file), cancel, [&](const ImportProgress &progress) {
            if (progress.rows > 12'000)
                cancel.cancel();
        });

    ASSERT_TRUE(report);
    EXPECT_TRUE(report->summary.wasCancelled);
    EXPECT_EQ(storedPeople(world, id), 10);
    EXPECT_EQ(*world.session().contacts().count(), contacts);
}

TEST(ImportDeskTest, aRejectsFileThatCannotBeWrittenStoresNobody)
{
    World world;
    const CampaignId id = world.draft(0);
    ImportRequest wanted = request(world.writeFile(u"a.csv"_s, people(100)));
    wanted.rejectsPath = world.path(u"no/such/folder/rejects.csv"_s);

    const Result<ImportReport> report = world.session().importDesk().importInto(id, wanted);

    EXPECT_FALSE(report);
    EXPECT_EQ(storedPeople(world, id), 0);
}

TEST(ImportDeskTest, examiningStoresNothingAndShowsEveryRow)
{
    World world;
    const CampaignId id = world.draft(5);
    const QString file = world.writeFile(u"a.csv"_s, people(20));
    qsizetype seen = 0;

    const Result<ImportReport> report = world.session().importDesk().examine(
        world.load(id), request(file), [&](const QList<ImportedRow> &rows) { seen += rows.size(); });

    ASSERT_TRUE(report);
    EXPECT_EQ(seen, 20);
    EXPECT_EQ(report->summary.duplicates, 5);
    EXPECT_TRUE(report->shape.hasHeader);
    EXPECT_EQ(storedPeople(world, id), 5);
}

TEST(ImportDeskTest, aDraftThatIsNotStoredYetCanBeExamined)
{
    World world;
    Campaign unsaved = *world.session().campaignDesk().newDraft();
    unsaved.templateName = u"tour_package_marketing"_s;
    unsaved.language = u"en_US"_s;

    const Result<ImportReport> report =
        world.session().importDesk().examine(unsaved, request(world.writeFile(u"a.csv"_s, people(20))));

    ASSERT_TRUE(report);
    EXPECT_EQ(report->summary.accepted, 20);
}

TEST(ImportDeskTest, onlyADraftTakesPeople)
{
    World world;
    const CampaignId id = world.draft(5);
    ASSERT_TRUE(world.session().campaignDesk().send(id, true));

    const Result<ImportReport> report =
        world.session().importDesk().importInto(id, request(world.writeFile(u"a.csv"_s, people(20))));

    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().code, u"not_a_draft"_s);
}

TEST(ImportDeskTest, theContactBookHasAllOfAFileOrNothing)
{
    World world;
    const qint64 before = *world.session().contacts().count();
    ImportRequest wanted;
    wanted.path = world.writeFile(u"a.csv"_s, people(20'000));
    CancelToken cancel;
    const auto stopWhileStoring = [&](const ImportProgress &progress) {
        if (progress.stored > 0)
            cancel.cancel();
    };

    const Result<ImportReport> stopped =
        world.session().importDesk().importContacts(wanted, {}, cancel, stopWhileStoring);
    ASSERT_TRUE(stopped) << qPrintable(stopped.error().message);
    EXPECT_TRUE(stopped->summary.wasCancelled);
    EXPECT_EQ(*world.session().contacts().count(), before);
    const Result<ImportReport> whole = world.session().importDesk().importContacts(wanted, {});

    ASSERT_TRUE(whole) << qPrintable(whole.error().message);
    EXPECT_EQ(whole->summary.accepted, 20'000);
    EXPECT_GE(*world.session().contacts().count(), 20'000);
}

TEST(ImportDeskTest, consentNamesTheFileItCameFromByItsHash)
{
    World world;
    ImportRequest wanted;
    wanted.path = world.writeFile(u"a.csv"_s, "phone\n+34611223344\n");

    const Result<ImportReport> report =
        world.session().importDesk().importContacts(wanted, {.optInSource = u"web form"_s});

    ASSERT_TRUE(report) << qPrintable(report.error().message);
    const auto contact = *world.session().contacts().find(*PhoneNumber::fromE164(u"+34611223344"_s));
    ASSERT_TRUE(contact);
    EXPECT_EQ(contact->optInFile, u"6fda15d91a515f0e2855d37adb468a841259b72d3e8b4844189edf72e05cdd79"_s);
}
