#include "exchange/workbookwriter.h"

#include "exchange/tablereader.h"
#include "exchange/workbookreader.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

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
