#include "exchange/workbookwriter.h"

#include "exchange/tablereader.h"
#include "exchange/workbookreader.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <chrono>
#include <thread>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif
#ifdef Q_OS_LINUX
#include <cerrno>
#include <cstring>
#include <sched.h>
#include <sys/mount.h>
#endif

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Cell = WorkbookCell;

QStringList namesIn(const QString &folder)
{
    return QDir{folder}.entryList(QDir::Files | QDir::Hidden);
}

} // namespace

TEST(WorkbookWriterTest, aFileThatIsNotCommittedLeavesNothing)
{
    const QTemporaryDir folder;
    {
        const auto book = WorkbookWriter::open(folder.filePath(u"a.xlsx"_s), {});
        ASSERT_TRUE(book);
        ASSERT_TRUE((*book)->addTable(u"People"_s, {{u"Phone"_s}}).addRow({Cell::ofText(u"+34600000001"_s)}));
    }

    EXPECT_EQ(namesIn(folder.path()), QStringList{});
}

#ifdef Q_OS_UNIX

// "My colleague cannot open the workbook on our shared drive, though she opens the table beside it."
TEST(WorkbookWriterTest, whoMayReadOrdinaryFilesMayReadTheWorkbook)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.xlsx"_s);
    const auto rightsOf = [&] {
        struct stat facts = {};
        EXPECT_EQ(stat(QFile::encodeName(path).constData(), &facts), 0);
        return facts.st_mode & 0777;
    };
    const auto write = [&] {
        const auto book = WorkbookWriter::open(path, {});
        ASSERT_TRUE(book);
        (*book)->addSheet(u"Summary"_s, {}).addRow({Cell::ofCount(1)});
        ASSERT_TRUE((*book)->commit());
    };

    const mode_t before = umask(0027);
    write();
    EXPECT_EQ(rightsOf(), 0640U);
    umask(0002);
    write();
    EXPECT_EQ(rightsOf(), 0640U) << "as the one it replaces";
    ASSERT_TRUE(QFile::remove(path));
    write();
    EXPECT_EQ(rightsOf(), 0664U);
    umask(before);
}

TEST(WorkbookWriterTest, packingIsLeftWithinASecondWhenNobodyWantsTheFile)
{
    constexpr int kRows = 200'000;
    const QTemporaryDir folder;
    const auto book = WorkbookWriter::open(folder.filePath(u"a.xlsx"_s), {});
    ASSERT_TRUE(book);
    auto &table = (*book)->addTable(u"People"_s, {{u"Phone"_s}, {u"Name"_s}});
    for (int row = 0; row < kRows; ++row) {
        std::vector<Cell> cells;
        for (quint64 column = 1; column <= 14; ++column)
            cells.push_back(Cell::ofText(QString::number(column * 2'654'435'761U * quint64(row + 1), 36)));
        ASSERT_TRUE(table.addRow(cells));
    }
    CancelToken cancel;
    std::thread person{[&] {
        std::this_thread::sleep_for(200ms);
        cancel.cancel();
    }};
    const auto begin = std::chrono::steady_clock::now();

    const Result<bool> isWritten = (*book)->commit(cancel);
    const auto taken = std::chrono::steady_clock::now() - begin;
    person.join();

    ASSERT_TRUE(isWritten);
    EXPECT_FALSE(*isWritten) << "packed before anybody could cancel it";
    EXPECT_LT(taken, 1s);
    EXPECT_EQ(namesIn(folder.path()), QStringList{});
}

#endif

TEST(WorkbookWriterTest, anEarlierFileIsReplacedOnlyByAWholeOne)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.xlsx"_s);
    QFile earlier{path};
    ASSERT_TRUE(earlier.open(QIODevice::WriteOnly));
    earlier.write("earlier");
    earlier.close();
    const auto book = WorkbookWriter::open(path, {});
    ASSERT_TRUE(book);
    (*book)->addSheet(u"Summary"_s, {}).addRow({Cell::ofCount(1)});
    EXPECT_EQ(QFile{path}.size(), 7);

    ASSERT_TRUE((*book)->commit());

    EXPECT_GT(QFile{path}.size(), 1000);
    EXPECT_EQ(namesIn(folder.path()), QStringList{u"a.xlsx"_s});
}

TEST(WorkbookWriterTest, aTableGoesOnOnAnotherSheetWhereOneIsFull)
{
    const QTemporaryDir folder;
    const auto book = WorkbookWriter::open(folder.filePath(u"a.xlsx"_s), {.rowsOfASheet = 4});
    ASSERT_TRUE(book);
    WorkbookWriter::Table &people = (*book)->addTable(u"People"_s, {{u"Number"_s}});

    for (int i = 0; i < 7; ++i)
        ASSERT_TRUE(people.addRow({Cell::ofCount(i)}));

    EXPECT_EQ(people.sheetNames(), (QStringList{u"People"_s, u"People (2)"_s, u"People (3)"_s}));
    EXPECT_EQ(people.rows(), 7);
    EXPECT_TRUE((*book)->commit());
}

TEST(WorkbookWriterTest, aPlaceThatCannotBeWrittenIsSaid)
{
    const QTemporaryDir folder;

    const auto book = WorkbookWriter::open(folder.filePath(u"no/such/a.xlsx"_s), {});

    ASSERT_FALSE(book);
    EXPECT_EQ(book.error().code, u"not_writable"_s);
}

#ifdef Q_OS_LINUX
TEST(WorkbookWriterTest, whoIsAbandonedHoldsNoFileOpen)
{
    const QTemporaryDir folder;
    const auto openFiles = [] {
        return QDir{u"/proc/self/fd"_s}
            .entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System)
            .size();
    };
    const qsizetype before = openFiles();
    {
        const auto book = WorkbookWriter::open(folder.filePath(u"a.xlsx"_s), {});
        ASSERT_TRUE(book);
        (*book)->addSheet(u"Summary"_s, {}).addRow({Cell::ofCount(1)});
        ASSERT_TRUE((*book)->addTable(u"People"_s, {{u"Number"_s}}).addRow({Cell::ofCount(1)}));
        EXPECT_GT(openFiles(), before) << "nothing is proved";
    }

    EXPECT_EQ(openFiles(), before);
}

TEST(WorkbookWriterTest, aDiskThatIsTooSmallToFinishIsSaidAndWhatWasThereStays)
{
    const QTemporaryDir folder;
    if (::unshare(CLONE_NEWNS) != 0 || ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0
        || ::mount("small", QFile::encodeName(folder.path()).constData(), "tmpfs", 0, "size=60m") != 0)
        GTEST_SKIP() << "A small disk cannot be mounted here: " << std::strerror(errno);
    const QString path = folder.filePath(u"a.xlsx"_s);
    QFile earlier{path};
    ASSERT_TRUE(earlier.open(QIODevice::WriteOnly));
    earlier.write("earlier");
    earlier.close();
    {
        const auto book = WorkbookWriter::open(path, {});
        ASSERT_TRUE(book);
        WorkbookWriter::Table &people = (*book)->addTable(u"People"_s, {{u"Text"_s}});
        const QString text(200, u'x');
        // More than half of what is free beyond the reserve, but not so much that a row is refused.
        for (int i = 0; i < 60'000; ++i)
            ASSERT_TRUE(people.addRow({Cell::ofText(text)}));

        const Result<bool> committed = (*book)->commit();

        ASSERT_FALSE(committed);
        EXPECT_EQ(committed.error().code, u"write_failed"_s);
    }
    EXPECT_EQ(QFile{path}.size(), 7);
    EXPECT_EQ(namesIn(folder.path()), QStringList{u"a.xlsx"_s});
    EXPECT_EQ(::umount2(QFile::encodeName(folder.path()).constData(), MNT_DETACH), 0);
}
#endif
