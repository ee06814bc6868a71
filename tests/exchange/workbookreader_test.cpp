#include "exchange/recipientimport.h"
#include "exchange/workbookfile.h"
#include "exchange/workbookreader.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace {

class WorkbookReaderTest : public testing::Test
{
protected:
    QString write(const WorkbookFile &file) const
    {
        const QString path = folder.filePath(u"people.xlsx"_s);
        file.write(path);
        return path;
    }

    static QList<TableRow> rowsOf(const QString &path, const QString &sheet = {})
    {
        QList<TableRow> rows;
        const Result<std::unique_ptr<WorkbookReader>> reader = WorkbookReader::openFile(path, sheet);
        EXPECT_TRUE(reader) << (reader ? "" : qPrintable(reader.error().message + reader.error().detail));
        if (!reader)
            return rows;
        TableRow row;
        while (true) {
            const Result<bool> more = (*reader)->next(row);
            EXPECT_TRUE(more) << (more ? "" : qPrintable(more.error().message + more.error().detail));
            if (!more || !*more)
                return rows;
            rows += row;
        }
    }

    QList<TableRow> rowsOf(const WorkbookFile &file, const QString &sheet = {}) const
    {
        return rowsOf(write(file), sheet);
    }

    /// Reads it all; the code of the error that ends it, or nothing.
    static QString endOf(const QString &path)
    {
        const Result<std::unique_ptr<WorkbookReader>> reader = WorkbookReader::openFile(path);
        if (!reader) {
            EXPECT_EQ(reader.error().kind, ErrorKind::BadInput);
            EXPECT_FALSE(reader.error().message.isEmpty());
            return reader.error().code;
        }
        TableRow row;
        while (true) {
            const Result<bool> more = (*reader)->next(row);
            if (!more)
                return more.error().code;
            if (!*more)
                return {};
        }
    }

    QTemporaryDir folder;
};

constexpr const char *kStyles =
    "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><numFmts>"
    "<numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\\ hh:mm\"/>"
    "<numFmt numFmtId=\"165\" formatCode=\"#,##0.00\\ [$€-40A]\"/></numFmts>"
    "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
    "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/>"
    "<xf numFmtId=\"20\"/><xf numFmtId=\"11\"/></cellXfs></styleSheet>";

} // namespace

// "Excel shows 9.2E+11, but the whole number is in the cell."
TEST_F(WorkbookReaderTest, aNumberCellGivesAllItsDigitsHoweverItIsShown)
{
    const QList<TableRow> rows = rowsOf(
        WorkbookFile::withRows("<row r=\"1\"><c r=\"A1\" s=\"5\"><v>919812340001</v></c>"
                               "<c r=\"B1\"><v>9.19812340001E11</v></c><c r=\"C1\"><v>34600000274.0</v></c>"
                               "<c r=\"D1\"><v>0.30000000000000004</v></c><c r=\"E1\" s=\"3\"><v>289</v></c>"
                               "<c r=\"F1\"><v>-12.5</v></c></row>")
            .part(u"xl/styles.xml"_s, kStyles));

    ASSERT_EQ(rows.size(), 1);
    EXPECT_EQ(rows[0].cells,
              (QStringList{u"919812340001"_s, u"919812340001"_s, u"34600000274"_s, u"0.3"_s, u"289"_s,
                           u"-12.5"_s}));
}

TEST_F(WorkbookReaderTest, textsAreReadWhereverTheyStand)
{
    const QList<TableRow> rows = rowsOf(
        WorkbookFile::withRows(
            "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>1</v></c><c r=\"B1\" t=\"inlineStr\"><is><t>Ana</t></is></c>"
            "<c r=\"C1\" t=\"str\"><f>A1&amp;B1</f><v>+34600000274</v></c><c r=\"D1\" t=\"b\"><v>1</v></c>"
            "<c r=\"E1\" t=\"e\"><v>#N/A</v></c><c r=\"F1\" t=\"inlineStr\"><is><r><t>two "
            "</t></r><r><t>runs</t>"
            "</r></is></c><c r=\"G1\"><f>1+1</f><v>2</v></c></row>")
            .sharedTexts(
                "<si><t>none</t></si><si><r><rPr><b/></rPr><t>José</t></r><r><t xml:space=\"preserve\"> "
                "Luis</t></r><rPh><t>ホセ</t></rPh></si>"));

    ASSERT_EQ(rows.size(), 1);
    EXPECT_EQ(rows[0].cells,
              (QStringList{u"José Luis"_s, u"Ana"_s, u"+34600000274"_s, u"TRUE"_s, u"#N/A"_s, u"two runs"_s,
                           u"2"_s}));
}

TEST_F(WorkbookReaderTest, datesAreWrittenSoThatTheyMeanOneDay)
{
    const QByteArray rows =
        "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>46361</v></c>"
        "<c r=\"B1\" s=\"2\"><v>46361.604166666664</v></c><c r=\"C1\" s=\"4\"><v>0.5</v></c>"
        "<c r=\"D1\" t=\"d\"><v>2026-12-05</v></c></row>";
    WorkbookFile file = WorkbookFile::withRows(rows).part(u"xl/styles.xml"_s, kStyles);

    EXPECT_EQ(rowsOf(file)[0].cells,
              (QStringList{u"2026-12-05"_s, u"2026-12-05 14:30"_s, u"12:00"_s, u"2026-12-05"_s}));
}

TEST_F(WorkbookReaderTest, aWorkbookThatCountsFrom1904SaysTheSameDay)
{
    WorkbookFile file = WorkbookFile::withRows("<row r=\"1\"><c r=\"A1\" s=\"1\"><v>44899</v></c></row>")
                            .part(u"xl/styles.xml"_s, kStyles);
    file.part(u"xl/workbook.xml"_s,
              "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
              "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
              "<workbookPr date1904=\"1\"/><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"rId1\"/></sheets>"
              "</workbook>");

    EXPECT_EQ(rowsOf(file)[0].cells.value(0), u"2026-12-05"_s);
}

TEST_F(WorkbookReaderTest, rowsKeepTheirNumbersAndCellsTheirColumns)
{
    const QList<TableRow> rows = rowsOf(
        WorkbookFile::withRows("<row r=\"3\"><c r=\"B3\"><v>1</v></c><c r=\"D3\"><v>2</v></c></row>"
                               "<row r=\"7\" hidden=\"1\"><c r=\"A7\"><v>3</v></c><c><v>4</v></c></row>"
                               "<row><c><v>5</v></c></row>"));

    ASSERT_EQ(rows.size(), 3);
    EXPECT_EQ(rows[0].number, 3);
    EXPECT_EQ(rows[0].cells, (QStringList{QString{}, u"1"_s, QString{}, u"2"_s}));
    EXPECT_EQ(rows[1].number, 7);
    EXPECT_EQ(rows[1].cells, (QStringList{u"3"_s, u"4"_s}));
    EXPECT_EQ(rows[2].number, 8);
}

TEST_F(WorkbookReaderTest, theFirstSheetWithRowsIsReadUnlessAnotherIsAskedFor)
{
    const QString path = write(WorkbookFile::withSheets({
        {u"Cover"_s,   WorkbookFile::sheet({})                                           },
        {u"Madrid"_s,  WorkbookFile::sheet("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>")},
        {u"Sevilla"_s, WorkbookFile::sheet("<row r=\"1\"><c r=\"A1\"><v>2</v></c></row>")},
    }));

    EXPECT_EQ(rowsOf(path)[0].cells.value(0), u"1"_s);
    EXPECT_EQ(rowsOf(path, u"sevilla"_s)[0].cells.value(0), u"2"_s);
    EXPECT_EQ(rowsOf(path, u"3"_s)[0].cells.value(0), u"2"_s);
    const Result<std::unique_ptr<WorkbookReader>> reader = WorkbookReader::openFile(path);
    ASSERT_TRUE(reader);
    EXPECT_EQ((*reader)->facts().sheets, (QStringList{u"Cover"_s, u"Madrid"_s, u"Sevilla"_s}));
    EXPECT_EQ((*reader)->facts().sheet, u"Madrid"_s);
    const Result<std::unique_ptr<WorkbookReader>> unknown = WorkbookReader::openFile(path, u"Bilbao"_s);
    ASSERT_FALSE(unknown);
    EXPECT_EQ(unknown.error().code, u"unknown_sheet"_s);
}

TEST_F(WorkbookReaderTest, whatASpreadsheetDestroyedAsTextIsRefusedAndNumbersAreRead)
{
    const QString path = write(WorkbookFile::withRows(
        "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>phone</t></is></c></row>"
        "<row r=\"2\"><c r=\"A2\"><v>919812340001</v></c></row>"
        "<row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>9.19979E+11</t></is></c></row>"));
    const Result<std::unique_ptr<RecipientImport>> import =
        RecipientImport::openFile(path, {.defaultCountry = u"IN"_s});
    ASSERT_TRUE(import);

    const Result<ImportSummary> summary = (*import)->run({});

    ASSERT_TRUE(summary);
    EXPECT_EQ(summary->accepted, 1);
    EXPECT_EQ(summary->byReason.value(ImportReason::PrecisionLost), 1);
    EXPECT_EQ(summary->rejects[0].row, 3);
    EXPECT_EQ((*import)->shape().kind, TableKind::Workbook);
}

TEST_F(WorkbookReaderTest, entitiesAreNeitherFetchedNorExpanded)
{
    const QByteArray secret = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>";
    const QByteArray laughs = "<!DOCTYPE x [<!ENTITY a \"lollollol\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
                              "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>";
    const QByteArray cell =
        "<worksheet><sheetData><row r=\"1\"><c t=\"inlineStr\"><is><t>&e;&c;</t></is></c></row>"
        "</sheetData></worksheet>";

    for (const QByteArray &type : {secret, laughs}) {
        EXPECT_EQ(endOf(write(WorkbookFile::withSheets({
                      {u"A"_s, type + cell}
        }))),
                  u"damaged_file"_s);
        EXPECT_EQ(
            endOf(write(WorkbookFile::withRows("<row><c><v>1</v></c></row>")
                            .part(u"xl/sharedStrings.xml"_s, type + "<sst><si><t>&e;&c;</t></si></sst>"))),
            u"damaged_file"_s);
    }
}

TEST_F(WorkbookReaderTest, aBombIsRefusedBeforeItFillsTheMemory)
{
    const QString path = write(WorkbookFile::withRows(
        "<row><c t=\"inlineStr\"><is><t>" + QByteArray(70 * 1024 * 1024, 'a') + "</t></is></c></row>"));
    const QString blanks = folder.filePath(u"blanks.xlsx"_s);
    WorkbookFile::withRows(QByteArray{"<row/>"}.repeated(12 * 1024 * 1024)).write(blanks);

    EXPECT_EQ(endOf(path), u"too_large"_s);
    EXPECT_EQ(endOf(blanks), u"too_large"_s);
}

TEST_F(WorkbookReaderTest, aTenMegabyteCellAndAMillionColumnsAreTooLarge)
{
    const QByteArray large =
        "<row><c t=\"inlineStr\"><is><t>" + QByteArray(10 * 1024 * 1024, 'a') + "</t></is></c></row>";
    const QByteArray wide = "<row>" + QByteArray{"<c><v>1</v></c>"}.repeated(1'000'000) + "</row>";
    const QByteArray far = "<row><c r=\"ZZZZ1\"><v>1</v></c></row>";

    for (const QByteArray &rows : {large, wide, far})
        EXPECT_EQ(endOf(write(WorkbookFile::withRows(rows))), u"too_large"_s);
}

TEST_F(WorkbookReaderTest, aHundredThousandPartsAreTooMany)
{
    WorkbookFile file = WorkbookFile::withRows("<row><c><v>1</v></c></row>");
    for (int i = 0; i < 100'000; ++i)
        file.part(u"xl/media/%1"_s.arg(i), {});

    EXPECT_EQ(endOf(write(file)), u"too_large"_s);
}

TEST_F(WorkbookReaderTest, damagedAndForeignFilesAreSaidToBe)
{
    const QString whole =
        write(WorkbookFile::withRows(QByteArray{"<row><c><v>1</v></c></row>"}.repeated(1000)));
    QFile file{whole};
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QByteArray content = file.readAll();
    const QString cut = folder.filePath(u"cut.xlsx"_s);
    QFile half{cut};
    ASSERT_TRUE(half.open(QIODevice::WriteOnly));
    half.write(content.left(content.size() / 2));
    half.close();

    EXPECT_EQ(endOf(cut), u"damaged_file"_s);
    EXPECT_EQ(endOf(write(WorkbookFile::withRows("<row><c><v>1</v></row>"))), u"damaged_file"_s);
    EXPECT_EQ(endOf(write(WorkbookFile::withRows("<row><c t=\"s\"><v>7</v></c></row>"))), u"damaged_file"_s);
    EXPECT_EQ(endOf(write(WorkbookFile::withRows({}))), u"empty_file"_s);
    EXPECT_EQ(
        endOf(write(WorkbookFile{}.part(u"content.xml"_s, "<x/>").part(u"mimetype"_s, "application/x"))),
        u"unsupported_file"_s);
}
