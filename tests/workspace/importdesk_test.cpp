#include "exchange/workbookfile.h"
#include "workspace/draftfilling.h"
#include "workspace/world.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QFileInfo>

#include <utility>

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

// "I imported my customers into the book while a list for a campaign came in. I cancelled the campaign's, and
// customers were missing from the book."
TEST(ImportDeskTest, aListThatIsCancelledTakesNobodyFromAnImportIntoTheBookBesideIt)
{
    World world;
    const CampaignId id = world.draft(0);
    const QString file = world.writeFile(u"a.csv"_s, people(20'000));
    const std::unique_ptr<Session> beside = *Session::open(world.workspace(), world.clock());
    CancelToken cancel;
    bool isBookDone = false;

    const Result<ImportReport> report = world.session().importDesk().importInto(
        id, request(file), cancel, [&](const ImportProgress &progress) {
            if (progress.rows < 12'000 || std::exchange(isBookDone, true))
                return;
            ImportRequest book;
            book.path = file;
            EXPECT_TRUE(beside->importDesk().importContacts(book, {}));
            cancel.cancel();
        });

    ASSERT_TRUE(report && report->summary.wasCancelled);
    EXPECT_EQ(storedPeople(world, id), 0);
    EXPECT_EQ(*world.session().contacts().count({.search = u"+346000"_s}, world.clock().now()), 20'000);
}

TEST(ImportDeskTest, nobodySendsToHalfAListWhileItComesInAndNoOtherListComesBesideIt)
{
    World world;
    const CampaignId id = world.draft(10);
    const QString file = world.writeFile(u"a.csv"_s, people(20'000));
    const std::unique_ptr<Session> beside = *Session::open(world.workspace(), world.clock());
    QString sending;
    QString importing;

    const Result<ImportReport> report =
        world.session().importDesk().importInto(id, request(file), {}, [&](const ImportProgress &progress) {
            if (progress.rows < 12'000 || !sending.isEmpty())
                return;
            sending = beside->campaignDesk().send(id, true).error().code;
            importing = beside->importDesk().importInto(id, request(file)).error().code;
        });

    ASSERT_TRUE(report);
    EXPECT_EQ(sending, u"still_filling"_s);
    EXPECT_EQ(importing, u"import_running"_s);
    EXPECT_EQ(world.load(id).state, CampaignState::Draft);
    EXPECT_EQ(storedPeople(world, id), 20'000);
    EXPECT_TRUE(world.session().campaignDesk().send(id, true));
}

// The program was killed, or the power went, with half of the list in the draft.
TEST(ImportDeskTest, aListOfWhichHalfCameIsNotSentAfterTheDeathOfItsProgram)
{
    World world;
    const CampaignId id = world.draft(10);
    {
        const auto filling = DraftFilling::begin(world.session(), id);
        ASSERT_TRUE(filling);
        NewRecipient half;
        half.phone = *PhoneNumber::fromE164(u"+34600009999"_s);
        ASSERT_TRUE(world.session().campaigns().addRecipients(id, {half}, world.clock().now()));
    }

    const Result<Campaign> sent = world.session().campaignDesk().send(id, true);

    ASSERT_FALSE(sent);
    EXPECT_EQ(sent.error().code, u"import_unfinished"_s);
    EXPECT_EQ(storedPeople(world, id), 10) << "as before the list";
    EXPECT_TRUE(world.session().campaignDesk().send(id, true));
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

TEST(ImportDeskTest, aRejectsFileForWhichThereIsNoRoomStoresNobody)
{
    if (!QFileInfo::exists(u"/dev/full"_s))
        GTEST_SKIP() << "no disk that is always full";
    World world;
    ImportRequest book;
    book.path = world.writeFile(u"a.csv"_s, people(100) + "P,not a number,Lisbon,419\n");
    book.rejectsPath = u"/dev/full"_s;
    const qint64 before = *world.session().contacts().count();

    EXPECT_FALSE(world.session().importDesk().importContacts(book, {}));

    EXPECT_EQ(*world.session().contacts().count(), before);
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

// "The list was still being downloaded when I chose it."
TEST(ImportDeskTest, aFileThatGrowsOrShrinksWhileItIsReadIsRefusedWhole)
{
    QByteArray cards;
    QByteArray rows;
    for (int i = 0; i < 20'000; ++i) {
        const QByteArray phone = "+346" + QByteArray::number(i * 4'999 % 100'000'000).rightJustified(8, '0');
        cards += "BEGIN:VCARD\nFN:P\nTEL:" + phone + "\nEND:VCARD\n";
        rows += "<row><c t=\"str\"><v>" + phone + "</v></c></row>";
    }
    World world;
    const QString workbook = world.path(u"a.xlsx"_s);
    WorkbookFile::withRows(rows).write(workbook);
    const qint64 contacts = *world.session().contacts().count();
    struct Change
    {
        QString path;
        qint64 bytes;
        QString code;
    };
    for (const Change &change : {
             Change{world.writeFile(u"longer.csv"_s, people(20'000)), 1000,                            u"read_failed"_s},
             Change{world.writeFile(u"shorter.csv"_s,                               people(20'000)),               -1000, u"read_failed"_s},
             Change{world.writeFile(u"longer.vcf"_s,               cards),                              1000,                               u"read_failed"_s},
             Change{world.writeFile(u"shorter.vcf"_s,                           cards),-1000,u"read_failed"_s},
             Change{workbook,-QFileInfo{workbook}.size() / 2,             u"damaged_file"_s                              }
    }) {
        SCOPED_TRACE(change.path.toStdString());
        bool isChanged = false;
        ImportRequest request;
        request.path = change.path;

        const Result<ImportReport> report =
            world.session().importDesk().importContacts(request, {}, {}, [&](const ImportProgress &) {
                if (std::exchange(isChanged, true))
                    return;
                QFile file{change.path};
                EXPECT_TRUE(file.resize(file.size() + change.bytes));
            });

        ASSERT_FALSE(report);
        EXPECT_EQ(report.error().code, change.code);
        EXPECT_EQ(*world.session().contacts().count(), contacts);
    }
}

// "Every Monday I get the same list with new people. I said on the first Monday which column is which."
TEST(ImportDeskTest, columnsThatWereChosenAreRememberedForFilesOfTheSameShape)
{
    World world;
    const QByteArray header = "A;B;C;D\n";
    const QString first = world.writeFile(u"first.csv"_s, header + "x;+34600000001;+34600000002;Ana\n");
    const QString second = world.writeFile(u"second.csv"_s, header + "x;+34600000003;+34600000004;Bea\n");
    const QString other = world.writeFile(u"other.csv"_s, "A;B;C;E\nx;+34600000005;+34600000006;Cid\n");
    ImportRequest chosen;
    chosen.path = first;
    chosen.options.columnChoices = {u"phone=C"_s, u"name=4"_s};
    ImportDesk &desk = world.session().importDesk();
    ASSERT_TRUE(desk.examineContacts(chosen)); // looking remembers nothing
    ImportRequest plain;
    plain.path = first;
    EXPECT_TRUE(desk.examineContacts(plain)->shape.recalled.isEmpty());

    ASSERT_TRUE(desk.importContacts(chosen, {}));

    plain.path = second;
    const Result<ImportReport> recalled = desk.importContacts(plain, {});
    ASSERT_TRUE(recalled);
    EXPECT_EQ(recalled->shape.recalled, (QStringList{u"name"_s, u"phone"_s}));
    EXPECT_TRUE(*world.session().contacts().find(*PhoneNumber::fromE164(u"+34600000004")));
    EXPECT_FALSE(*world.session().contacts().find(*PhoneNumber::fromE164(u"+34600000003")));
    plain.guessesAnew = true;
    EXPECT_TRUE(desk.examineContacts(plain)->shape.recalled.isEmpty());
    plain = {};
    plain.path = other;
    EXPECT_TRUE(desk.examineContacts(plain)->shape.recalled.isEmpty()) << "another shape";
    plain.path = second;
    plain.options.columnChoices = {u"phone=B"_s}; // changed
    ASSERT_TRUE(desk.importContacts(plain, {}));
    plain.options.columnChoices.clear();
    const Result<ImportReport> changed = desk.examineContacts(plain);
    EXPECT_EQ(changed->shape.mapping.value(u"phone"_s), 1);
    EXPECT_EQ(changed->shape.mapping.value(u"name"_s), 3);
}

TEST(ImportDeskTest, whatVariablesAreReadFromIsRememberedForTheirTemplate)
{
    World world;
    const CampaignId id = world.draft(0);
    const QString file =
        world.writeFile(u"a.csv"_s, "name,phone,when,package,price\nAna,+34600000001,May,Lisbon,419\n");
    ASSERT_TRUE(world.session().importDesk().importInto(id, request(file)));
    ImportRequest plain;
    plain.path = file;

    const Result<ImportReport> again = world.session().importDesk().examine(world.load(id), plain);
    const Result<ImportReport> book = world.session().importDesk().examineContacts(plain);

    ASSERT_TRUE(again && book);
    EXPECT_EQ(again->shape.mapping.value(u"1"_s), 3);
    EXPECT_EQ(again->shape.mapping.value(u"2"_s), 4);
    EXPECT_EQ(again->shape.recalled, (QStringList{u"1"_s, u"2"_s}));
    EXPECT_TRUE(book->shape.recalled.isEmpty());
}
