#include "exchange/csvreader.h"
#include "exchange/csvwriter.h"
#include "exchange/phoneparser.h"

#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace {

class CsvWriterTest : public testing::Test
{
protected:
    QByteArray content() const
    {
        QFile file{m_path};
        EXPECT_TRUE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    }

    QTemporaryDir m_folder;
    QString m_path = m_folder.filePath(u"out.csv"_s);
};

} // namespace

TEST_F(CsvWriterTest, rowsAreWrittenAsRfc4180Says)
{
    Result<CsvWriter> writer = CsvWriter::open(m_path);
    ASSERT_TRUE(writer);

    ASSERT_TRUE(writer->writeRow({u"name"_s, u"note"_s}));
    ASSERT_TRUE(writer->writeRow({u"Ruiz, Marta"_s, u"say \"hi\"\nagain"_s}));
    ASSERT_TRUE(writer->writeRow({u"Lucía 🌷"_s, {}}));
    ASSERT_TRUE(writer->commit());

    EXPECT_EQ(content(),
              QByteArray{"name,note\r\n\"Ruiz, Marta\",\"say \"\"hi\"\"\nagain\"\r\nLucía 🌷,\r\n"});
    EXPECT_EQ(writer->rows(), 3);
}

TEST_F(CsvWriterTest, aByteOrderMarkAndAnotherDelimiterAreThereWhenAskedFor)
{
    Result<CsvWriter> writer = CsvWriter::open(m_path, {.delimiter = u';', .byteOrderMark = true});
    ASSERT_TRUE(writer->writeRow({u"a,b"_s, u"c;d"_s}));
    ASSERT_TRUE(writer->commit());

    EXPECT_EQ(content(),
              QByteArray{"\xEF\xBB\xBF"
                         "a,b;\"c;d\"\r\n"});
}

TEST_F(CsvWriterTest, nothingIsLeftBehindWithoutCommit)
{
    {
        Result<CsvWriter> writer = CsvWriter::open(m_path);
        ASSERT_TRUE(writer->writeRow({u"half"_s}));
    }

    EXPECT_FALSE(QFile::exists(m_path));
}

TEST_F(CsvWriterTest, theOldFileStaysUntilTheNewOneIsWhole)
{
    QFile old{m_path};
    ASSERT_TRUE(old.open(QIODevice::WriteOnly));
    old.write("old");
    old.close();

    {
        Result<CsvWriter> writer = CsvWriter::open(m_path);
        ASSERT_TRUE(writer->writeRow({u"new"_s}));
        EXPECT_EQ(content(), "old");
    }

    EXPECT_EQ(content(), "old");
}

TEST_F(CsvWriterTest, cellsThatASpreadsheetWouldRunAreMadeHarmless)
{
    EXPECT_EQ(withFormulaGuard(u"=HYPERLINK(\"http://x\")"_s), u"'=HYPERLINK(\"http://x\")"_s);
    EXPECT_EQ(withFormulaGuard(u"@SUM(A1)"_s), u"'@SUM(A1)"_s);
    EXPECT_EQ(withFormulaGuard(u"+34*2"_s), u"'+34*2"_s);
    EXPECT_EQ(withFormulaGuard(u"-2+3+cmd|' /C calc'!A0"_s), u"'-2+3+cmd|' /C calc'!A0"_s);
    EXPECT_EQ(withFormulaGuard(u"\t=1"_s), u"'\t=1"_s);
    EXPECT_EQ(withFormulaGuard(u"+34-600-000-274"_s), u"'+34-600-000-274"_s);
    EXPECT_EQ(withFormulaGuard(u"+34600000274"_s), u"+34600000274"_s);
    EXPECT_EQ(withFormulaGuard(u"+34 600 000 274"_s), u"+34 600 000 274"_s);
    EXPECT_EQ(withFormulaGuard(u"-12.50"_s), u"-12.50"_s);
    EXPECT_EQ(withFormulaGuard(u"Ana = Eva"_s), u"Ana = Eva"_s);
}

TEST_F(CsvWriterTest, whatWasWrittenIsReadBackTheSame)
{
    const QStringList cells{u"=1+1"_s,       u"'quoted'"_s,     u"+34 600 000 274"_s, u"+1 (202) 555-0123"_s,
                            u"a,b;c\td|e"_s, u"line\r\nline"_s, u"\"q\""_s,           u"مرحبا"_s};
    Result<CsvWriter> writer = CsvWriter::open(m_path);
    ASSERT_TRUE(writer->writeRow(cells));
    ASSERT_TRUE(writer->commit());

    const Result<std::unique_ptr<CsvReader>> reader =
        CsvReader::openFile(m_path, {.encoding = {}, .delimiter = u","_s});
    TableRow row;
    ASSERT_TRUE(*(*reader)->next(row));

    ASSERT_EQ(row.cells.size(), cells.size());
    for (qsizetype i = 0; i < cells.size(); ++i)
        EXPECT_EQ(withoutFormulaGuard(row.cells[i]), cells[i]);
    EXPECT_EQ(PhoneParser{}.parse(row.cells[3]).e164, u"+12025550123"_s);
}

TEST_F(CsvWriterTest, aPlaceThatCannotBeWrittenToIsSaid)
{
    const Result<CsvWriter> intoAFolder = CsvWriter::open(m_folder.path());
    const Result<CsvWriter> intoNothing = CsvWriter::open(m_folder.filePath(u"no/such/folder/out.csv"_s));

    ASSERT_FALSE(intoAFolder);
    ASSERT_FALSE(intoNothing);
    EXPECT_TRUE(intoNothing.error().message.contains(u"out.csv"_s));
}

#ifdef Q_OS_UNIX
TEST_F(CsvWriterTest, aDeviceIsWrittenToAndNotReplaced)
{
    Result<CsvWriter> writer = CsvWriter::open(u"/dev/null"_s);
    ASSERT_TRUE(writer);
    ASSERT_TRUE(writer->writeRow({u"x"_s}));
    ASSERT_TRUE(writer->commit());

    EXPECT_FALSE(QFileInfo{u"/dev/null"_s}.isFile());
}

TEST_F(CsvWriterTest, aFullDiskIsAnError)
{
    Result<CsvWriter> writer = CsvWriter::open(u"/dev/full"_s);
    ASSERT_TRUE(writer);
    ASSERT_TRUE(writer->writeRow({u"x"_s}));

    const Result<> committed = writer->commit();

    ASSERT_FALSE(committed);
    EXPECT_EQ(committed.error().kind, ErrorKind::Storage);
}
#endif
