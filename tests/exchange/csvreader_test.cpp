#include "exchange/csvreader.h"

#include "generateddevice.h"

#include <QBuffer>
#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace {

Result<std::unique_ptr<CsvReader>> opened(const QByteArray &bytes, const CsvFormat &format = {})
{
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(bytes);
    buffer->open(QIODevice::ReadOnly);
    return CsvReader::openDevice(std::move(buffer), u"people.csv"_s, format);
}

std::vector<TableRow> allRows(CsvReader &reader)
{
    std::vector<TableRow> rows;
    TableRow row;
    while (true) {
        const Result<bool> more = reader.next(row);
        EXPECT_TRUE(more) << qPrintable(more.error().message);
        if (!more || !*more)
            return rows;
        rows.push_back(row);
    }
}

std::vector<QStringList> cellsOf(const QByteArray &bytes, const CsvFormat &format = {})
{
    const Result<std::unique_ptr<CsvReader>> reader = opened(bytes, format);
    EXPECT_TRUE(reader) << qPrintable(reader.error().message);
    std::vector<QStringList> cells;
    for (const TableRow &row : allRows(**reader))
        cells.push_back(row.cells);
    return cells;
}

using Cells = std::vector<QStringList>;

QByteArray utf16(const QString &text, bool littleEndian)
{
    QByteArray bytes;
    for (const QChar c : text) {
        bytes += char(littleEndian ? c.cell() : c.row());
        bytes += char(littleEndian ? c.row() : c.cell());
    }
    return bytes;
}

} // namespace

TEST(CsvReaderTest, aPlainFileGivesItsRowsAndTheirNumbers)
{
    const Result<std::unique_ptr<CsvReader>> reader =
        opened("name,phone\nLucía,600000274\nMarta,600000118\n");

    ASSERT_TRUE(reader);
    const std::vector<TableRow> rows = allRows(**reader);
    ASSERT_EQ(rows.size(), 3u);
    EXPECT_EQ(rows[1].cells, (QStringList{u"Lucía"_s, u"600000274"_s}));
    EXPECT_EQ(rows[0].number, 1);
    EXPECT_EQ(rows[2].number, 3);
    EXPECT_EQ((*reader)->encoding(), TextEncoding::Utf8);
    EXPECT_EQ((*reader)->delimiter(), u","_s);
}

TEST(CsvReaderTest, aByteOrderMarkIsNoPartOfTheFirstCell)
{
    EXPECT_EQ(cellsOf("\xEF\xBB\xBFname,phone\nAna,1\n").front().front(), u"name"_s);
}

TEST(CsvReaderTest, everyKindOfLineEndEndsARow)
{
    const Cells expected{
        {u"a"_s, u"b"_s},
        {u"1"_s, u"2"_s},
        {u"3"_s, u"4"_s}
    };

    EXPECT_EQ(cellsOf("a,b\n1,2\n3,4\n"), expected);
    EXPECT_EQ(cellsOf("a,b\r\n1,2\r\n3,4\r\n"), expected);
    EXPECT_EQ(cellsOf("a,b\r1,2\r3,4\r"), expected);
    EXPECT_EQ(cellsOf("a,b\r\n1,2\n3,4"), expected);
}

TEST(CsvReaderTest, quotedCellsKeepDelimitersLineBreaksAndQuotes)
{
    EXPECT_EQ(cellsOf("name,note\r\n\"Ruiz, Marta\",\"first line\r\nsecond \"\"line\"\"\"\r\nAna,\r\n"),
              (Cells{
                  {u"name"_s,        u"note"_s                         },
                  {u"Ruiz, Marta"_s, u"first line\r\nsecond \"line\""_s},
                  {u"Ana"_s,         u""_s                             }
    }));
}

TEST(CsvReaderTest, aRowWithQuotedLineBreaksCountsAsOneRowOfASpreadsheet)
{
    const Result<std::unique_ptr<CsvReader>> reader = opened("name,note\nAna,\"a\nb\nc\"\nEva,x\n");

    const std::vector<TableRow> rows = allRows(**reader);

    ASSERT_EQ(rows.size(), 3u);
    EXPECT_EQ(rows[2].number, 3);
    EXPECT_EQ(rows[2].cells.front(), u"Eva"_s);
}

TEST(CsvReaderTest, quotesInsideACellThatBeginsWithoutOneAreText)
{
    EXPECT_EQ(cellsOf("a,b\n5\" pipe,say \"hi\"\n"),
              (Cells{
                  {u"a"_s,        u"b"_s         },
                  {u"5\" pipe"_s, u"say \"hi\""_s}
    }));
}

TEST(CsvReaderTest, textBehindAClosingQuoteIsKept)
{
    EXPECT_EQ(cellsOf("a,b\n\"John\" Smith,\"2\" \n"),
              (Cells{
                  {u"a"_s,          u"b"_s},
                  {u"John Smith"_s, u"2"_s}
    }));
}

TEST(CsvReaderTest, raggedRowsKeepTheCellsTheyHave)
{
    EXPECT_EQ(cellsOf("a,b,c\n1\n1,2,3,4\n\n1,2,\n"),
              (Cells{
                  {u"a"_s,  u"b"_s, u"c"_s},
                  {u"1"_s },
                  {u"1"_s, u"2"_s,       u"3"_s,        u"4"_s},
                  {u""_s      },
                  {u"1"_s,       u"2"_s,u""_s}
    }));
}

TEST(CsvReaderTest, theDelimiterIsGuessedByWhatCutsAllRowsAlike)
{
    EXPECT_EQ((*opened("nombre;móvil;pvp\nLucía;600;289,50\nMarta;601;305,00\n"))->delimiter(), u";"_s);
    EXPECT_EQ((*opened("a\tb, c\n1\t2, 3\n"))->delimiter(), u"\t"_s);
    EXPECT_EQ((*opened("a|b\n1|2\n"))->delimiter(), u"|"_s);
    EXPECT_EQ((*opened("a,b\n\"1;1\",2\n\"3;3\",4\n"))->delimiter(), u","_s);
    EXPECT_EQ((*opened("600000274;289,50\n600000118;305,00\n"))->delimiter(), u";"_s);
    EXPECT_EQ((*opened("name,phone\nAna\nEva\n"))->delimiter(), u","_s);
}

TEST(CsvReaderTest, aListOfNumbersWithoutDelimiterIsOneColumn)
{
    EXPECT_EQ(cellsOf("phone\n600000274\n600000275, 600000276\n600000277\n"),
              (Cells{{u"phone"_s}, {u"600000274"_s}, {u"600000275, 600000276"_s}, {u"600000277"_s}}));
}

TEST(CsvReaderTest, excelsSeparatorLineSaysTheDelimiterAndIsNoRow)
{
    for (const QByteArray &line :
         {QByteArray{"sep=;\r\n"}, QByteArray{"\"sep=;\"\n"}, QByteArray{"SEP=;\n"}}) {
        const Result<std::unique_ptr<CsvReader>> reader = opened(line + "a,x;b\n1;2\n");
        ASSERT_TRUE(reader);
        const std::vector<TableRow> rows = allRows(**reader);
        ASSERT_EQ(rows.size(), 2u);
        EXPECT_EQ(rows[0].number, 1);
        EXPECT_EQ(rows[0].cells, (QStringList{u"a,x"_s, u"b"_s}));
    }
}

TEST(CsvReaderTest, anyCharacterCanBeTheDelimiterWhenAskedFor)
{
    EXPECT_EQ(cellsOf("a¦b\n1¦2\n",
                      {
                          .encoding = {},
                            .delimiter = u"¦"_s
    }),
              (Cells{{u"a"_s, u"b"_s}, {u"1"_s, u"2"_s}}));
    EXPECT_EQ(cellsOf("a\xA6"
                      "b\n",
                      {
                          .encoding = TextEncoding::Windows1252, .delimiter = u"¦"_s
    }),
              (Cells{{u"a"_s, u"b"_s}}));
    EXPECT_EQ(CsvReader::delimiterFromText(u"tab"_s), u"\t"_s);
    EXPECT_EQ(CsvReader::delimiterFromText(u"\\t"_s), u"\t"_s);
    EXPECT_EQ(CsvReader::delimiterFromText(u";"_s), u";"_s);
    EXPECT_EQ(CsvReader::delimiterFromText(u"\""_s), std::nullopt);
    EXPECT_EQ(CsvReader::delimiterFromText(u"ab"_s), std::nullopt);
    EXPECT_EQ(CsvReader::delimiterFromText(u""_s), std::nullopt);
}

TEST(CsvReaderTest, westernEuropeanBytesAreReadAsWindows1252)
{
    const Result<std::unique_ptr<CsvReader>> reader = opened("nombre;precio\nNu\xF1"
                                                             "ez \x93"
                                                             "Pepe\x94;5 \x80\n");

    ASSERT_TRUE(reader);
    EXPECT_EQ((*reader)->encoding(), TextEncoding::Windows1252);
    EXPECT_EQ(allRows(**reader)[1].cells, (QStringList{u"Nuñez “Pepe”"_s, u"5 €"_s}));
}

TEST(CsvReaderTest, theEncodingCanBeChosen)
{
    EXPECT_EQ(cellsOf("\xC0\xED\xED\xE0,1\n", {.encoding = TextEncoding::Windows1251, .delimiter = {}})
                  .front()
                  .front(),
              u"Анна"_s);
    EXPECT_EQ(cellsOf("Jos\x8E,1\n", {.encoding = TextEncoding::MacRoman, .delimiter = {}}).front().front(),
              u"José"_s);
    EXPECT_EQ(cellsOf("5 \xA4,1\n", {.encoding = TextEncoding::Iso8859_15, .delimiter = {}}).front().front(),
              u"5 €"_s);
    EXPECT_EQ(textEncodingFromName(u"cp1252"_s), TextEncoding::Windows1252);
    EXPECT_EQ(textEncodingFromName(u"Latin-1"_s), TextEncoding::Windows1252);
    EXPECT_EQ(textEncodingFromName(u"utf8"_s), TextEncoding::Utf8);
    EXPECT_EQ(textEncodingFromName(u"klingon"_s), std::nullopt);
}

TEST(CsvReaderTest, everyNameOfAnEncodingIsUnderstood)
{
    for (const TextEncoding encoding : textEncodings())
        EXPECT_EQ(textEncodingFromName(nameOf(encoding)), encoding) << qPrintable(nameOf(encoding));
}

TEST(CsvReaderTest, utf16IsReadWithAndWithoutByteOrderMark)
{
    const QString text = u"name\tphone\nलूसिया 🌷\t600000274\nMarta\t600000118\n"_s;
    const Cells expected{
        {u"name"_s,                    u"phone"_s    },
        {u"लूसिया 🌷"_s, u"600000274"_s},
        {u"Marta"_s,                   u"600000118"_s}
    };

    EXPECT_EQ(cellsOf("\xFF\xFE" + utf16(text, true)), expected);
    EXPECT_EQ(cellsOf("\xFE\xFF" + utf16(text, false)), expected);
    EXPECT_EQ(cellsOf(utf16(text, true)), expected);
    EXPECT_EQ(cellsOf(utf16(text, false)), expected);
    EXPECT_EQ(cellsOf("\xFE\xFF" + utf16(text, false),
                      {.encoding = TextEncoding::Utf16LittleEndian, .delimiter = {}}),
              expected);
}

TEST(CsvReaderTest, halfACharacterInUtf16CostsItsRowOnly)
{
    QByteArray bytes = "\xFF\xFE" + utf16(u"name,phone\nAna,1\n"_s, true);
    bytes += QByteArray{"\x3D\xD8", 2} + utf16(u",2\nEva,3\n"_s, true);
    const Result<std::unique_ptr<CsvReader>> reader = opened(bytes);

    const std::vector<TableRow> rows = allRows(**reader);

    ASSERT_EQ(rows.size(), 4u);
    EXPECT_EQ(rows[1].problem, std::nullopt);
    EXPECT_EQ(rows[2].problem, ImportReason::NotTextual);
    EXPECT_EQ(rows[3].problem, std::nullopt);
}

TEST(CsvReaderTest, aBrokenByteLateInAUtf8FileCostsItsRowOnly)
{
    QByteArray bytes = "nombre,móvil\n";
    for (int i = 0; i < 20'000; ++i)
        bytes += "Lucía,600000274\n";
    bytes += "Mar\xED"
             "a,600000275\nJosé,600000276\n";
    const Result<std::unique_ptr<CsvReader>> reader = opened(bytes);

    const std::vector<TableRow> rows = allRows(**reader);

    ASSERT_EQ(rows.size(), 20'003u);
    EXPECT_EQ(rows[20'001].problem, ImportReason::NotTextual);
    EXPECT_EQ(rows[20'001].cells[1], u"600000275"_s);
    EXPECT_EQ(rows[20'002].problem, std::nullopt);
    EXPECT_EQ(rows[20'002].cells[0], u"José"_s);
}

TEST(CsvReaderTest, aByteThatMeansNothingInWindows1252CostsItsRowOnly)
{
    const Result<std::unique_ptr<CsvReader>> reader = opened("n\xFAm,b\n1\x81,2\n3,4\n");

    const std::vector<TableRow> rows = allRows(**reader);

    EXPECT_EQ(rows[1].problem, ImportReason::NotTextual);
    EXPECT_EQ(rows[2].problem, std::nullopt);
}

TEST(CsvReaderTest, aZeroByteInTextCostsItsRowOnly)
{
    QByteArray bytes = "name,phone\nA";
    bytes += '\0';
    bytes += "na,1\nEva,2\n";
    for (int i = 0; i < 20; ++i)
        bytes += "Marta Ruiz,600000118\n";
    const Result<std::unique_ptr<CsvReader>> reader = opened(bytes);

    ASSERT_TRUE(reader);
    const std::vector<TableRow> rows = allRows(**reader);
    EXPECT_EQ(rows[1].problem, ImportReason::NotTextual);
    EXPECT_EQ(rows[2].problem, std::nullopt);
}

TEST(CsvReaderTest, aQuoteThatIsNeverClosedCostsTheRowThatOpensIt)
{
    const Result<std::unique_ptr<CsvReader>> reader = opened("name,phone\nAna,1\n\"Eva,2\nMarta,3\nLuis,4\n");

    const std::vector<TableRow> rows = allRows(**reader);

    ASSERT_EQ(rows.size(), 5u);
    EXPECT_EQ(rows[2].problem, ImportReason::UnclosedQuote);
    EXPECT_EQ(rows[2].number, 3);
    EXPECT_EQ(rows[2].cells, (QStringList{u"\"Eva"_s, u"2"_s}));
    EXPECT_EQ(rows[3].cells, (QStringList{u"Marta"_s, u"3"_s}));
    EXPECT_EQ(rows[4].problem, std::nullopt);
}

TEST(CsvReaderTest, aLoneQuoteIsNotClosedByTheQuoteThatOpensALaterCell)
{
    const Result<std::unique_ptr<CsvReader>> reader =
        opened("name,phone\r\nAna,\"1\r\nEva,2\r\n\"Ruiz, Marta\",3\r\nLuis,\"\",4\r\n");

    const std::vector<TableRow> rows = allRows(**reader);

    ASSERT_EQ(rows.size(), 5u);
    EXPECT_EQ(rows[1].problem, ImportReason::UnclosedQuote);
    EXPECT_EQ(rows[2].cells, (QStringList{u"Eva"_s, u"2"_s}));
    EXPECT_EQ(rows[3].cells, (QStringList{u"Ruiz, Marta"_s, u"3"_s}));
}

TEST(CsvReaderTest, aLoneQuoteInAHugeFileIsFoundWithoutReadingItAllIntoMemory)
{
    auto device = std::make_unique<GeneratedDevice>(200'000, [](qint64 row) {
        return row == 10 ? QByteArray{"Eva,\"2\n"} : QByteArray{"Marta Ruiz,600000118\n"};
    });
    const GeneratedDevice &source = *device;
    const Result<std::unique_ptr<CsvReader>> reader = CsvReader::openDevice(std::move(device), u"huge.csv"_s);
    ASSERT_TRUE(reader);
    TableRow row;
    for (int i = 0; i < 11; ++i)
        ASSERT_TRUE(*(*reader)->next(row));

    EXPECT_EQ(row.problem, ImportReason::UnclosedQuote);
    EXPECT_EQ(row.number, 11);
    EXPECT_LT(source.produced(), 3 * CsvReader::kLargestCell);
    ASSERT_TRUE(*(*reader)->next(row));
    EXPECT_EQ(row.problem, std::nullopt);
}

TEST(CsvReaderTest, cellsAcrossTheBordersOfWhatIsReadAtOnceAreWhole)
{
    const auto makeRow = [](qint64 row) {
        return "\"" + QByteArray::number(row) + "\r\n\"\"é\"\"\"," + QByteArray(int(row % 977), 'x') + "\r\n";
    };
    const Result<std::unique_ptr<CsvReader>> reader =
        CsvReader::openDevice(std::make_unique<GeneratedDevice>(5'000, makeRow), u"rows.csv"_s);
    ASSERT_TRUE(reader);

    const std::vector<TableRow> rows = allRows(**reader);

    ASSERT_EQ(rows.size(), 5'000u);
    for (qint64 i = 0; i < 5'000; ++i) {
        ASSERT_EQ(rows[size_t(i)].cells.size(), 2) << i;
        ASSERT_EQ(rows[size_t(i)].cells[0], QString::number(i) + u"\r\n\"é\""_s) << i;
        ASSERT_EQ(rows[size_t(i)].cells[1].size(), i % 977) << i;
    }
}

TEST(CsvReaderTest, aFileOf200MegabytesIsReadInBoundedMemory)
{
    const QByteArray filler(64 * 1024, 'x');
    auto device = std::make_unique<GeneratedDevice>(3'200, [&filler](qint64 row) {
        return "600000" + QByteArray::number(row) + ",\"" + filler + "\"\n";
    });
    const GeneratedDevice &source = *device;
    const Result<std::unique_ptr<CsvReader>> reader =
        CsvReader::openDevice(std::move(device), u"large.csv"_s);
    ASSERT_TRUE(reader);
    TableRow row;
    qint64 rows = 0;
    qint64 furthestAhead = 0;

    while (*(*reader)->next(row)) {
        ++rows;
        furthestAhead = std::max(furthestAhead, source.produced() - (*reader)->position());
    }

    EXPECT_EQ(rows, 3'200);
    EXPECT_GT(source.produced(), 200'000'000);
    EXPECT_LT(furthestAhead, 2 * CsvReader::kLargestCell);
}

TEST(CsvReaderTest, aFileThatFailsWhileBeingReadSaysAfterHowManyRows)
{
    auto device =
        std::make_unique<GeneratedDevice>(1'000'000, [](qint64) { return QByteArray{"Ana,600000274\n"}; });
    device->failAfter(14 * 50'000);
    const Result<std::unique_ptr<CsvReader>> reader =
        CsvReader::openDevice(std::move(device), u"people.csv"_s);
    ASSERT_TRUE(reader);
    TableRow row;
    Result<bool> more = true;
    while (more && *more)
        more = (*reader)->next(row);

    ASSERT_FALSE(more);
    EXPECT_EQ(more.error().kind, ErrorKind::BadInput);
    EXPECT_EQ(more.error().code, u"read_failed"_s);
    EXPECT_TRUE(more.error().message.contains(u"50000"_s)) << qPrintable(more.error().message);
    EXPECT_TRUE(more.error().message.contains(u"people.csv"_s));
    EXPECT_TRUE(more.error().message.contains(u"Nothing of it was used"_s));
}

TEST(CsvReaderTest, aFileThatFailsAtOnceIsNotTakenForAnEmptyOne)
{
    auto device = std::make_unique<GeneratedDevice>(10, [](qint64) { return QByteArray{"Ana,600000274\n"}; });
    device->failAfter(0);

    const Result<std::unique_ptr<CsvReader>> reader =
        CsvReader::openDevice(std::move(device), u"people.csv"_s);

    ASSERT_FALSE(reader);
    EXPECT_EQ(reader.error().code, u"read_failed"_s);
}

TEST(CsvReaderTest, aFileThatCannotBeUsedIsRefusedWithItsReason)
{
    QTemporaryDir folder;
    const auto written = [&](const QString &name, const QByteArray &bytes) {
        QFile file{folder.filePath(name)};
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        return file.fileName();
    };
    struct Expectation
    {
        QString path;
        QString code;
    };
    const std::vector<Expectation> expectations{
        {folder.filePath(u"nothing.csv"_s), u"file_not_found"_s                          },
        {folder.path(),                     u"is_a_folder"_s                             },
        {written(u"empty.csv"_s,            {}),                                           u"empty_file"_s},
        {written(u"blank.csv"_s,                                 "\xEF\xBB\xBF \r\n\r\n"),                                                         u"empty_file"_s},
        {written(u"zeros.csv"_s,                  QByteArray(5000,       '\0')), u"binary_file"_s},
        {written(u"picture.csv"_s, QByteArray{"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0\0\0", 22}),
         u"binary_file"_s},
        {written(u"paper.csv"_s,                                 "%PDF-1.7\n1 0 obj\n"),                                                       u"binary_file"_s},
        {written(u"book.csv"_s,                  QByteArray{"PK\x03\x04\x14\0\x06\0", 8}),                                                               u"unsupported_file"_s},
        {written(u"people.vcf"_s,"BEGIN:VCARD\r\nVERSION:3.0\r\n"),u"unsupported_file"_s},
#ifdef Q_OS_UNIX
        {u"/dev/zero"_s,             u"not_a_file"_s},
#endif
    };
    for (const Expectation &expectation : expectations) {
        const Result<std::unique_ptr<CsvReader>> reader = CsvReader::openFile(expectation.path);
        ASSERT_FALSE(reader) << qPrintable(expectation.path);
        EXPECT_EQ(reader.error().code, expectation.code) << qPrintable(expectation.path);
        EXPECT_EQ(reader.error().kind, ErrorKind::BadInput);
        EXPECT_GT(reader.error().message.size(), 20) << qPrintable(expectation.path);
    }
}

TEST(CsvReaderTest, aSparseFileOf200MegabytesIsKnownForBinaryAtOnce)
{
    QTemporaryDir folder;
    QFile file{folder.filePath(u"sparse.csv"_s)};
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    ASSERT_TRUE(file.resize(200'000'000));
    file.close();

    const Result<std::unique_ptr<CsvReader>> reader = CsvReader::openFile(file.fileName());

    ASSERT_FALSE(reader);
    EXPECT_EQ(reader.error().code, u"binary_file"_s);
}

TEST(CsvReaderTest, aCellOrRowBeyondReasonIsAClearError)
{
    const auto lastError = [](const QByteArray &row) {
        const Result<std::unique_ptr<CsvReader>> reader =
            CsvReader::openDevice(std::make_unique<GeneratedDevice>(1, [&row](qint64) { return row; }),
                                  u"odd.csv"_s, {.encoding = {}, .delimiter = u","_s});
        EXPECT_TRUE(reader);
        TableRow ignored;
        const Result<bool> more = (*reader)->next(ignored);
        return more ? QString{} : more.error().code;
    };

    EXPECT_EQ(lastError(QByteArray(10'000'000, 'x')), u"too_large"_s);
    EXPECT_EQ(lastError("\"" + QByteArray(10'000'000, 'x') + "\"\n"), u"too_large"_s);
    EXPECT_EQ(lastError(QByteArray(1'000'000, ',') + "\n"), u"too_large"_s);
    EXPECT_EQ(lastError((QByteArray(900'000, 'x') + ",").repeated(20) + "\n"), u"too_large"_s);
    EXPECT_EQ(lastError(QByteArray(900'000, 'x') + ",1\n"), QString{});
}

TEST(CsvReaderTest, pastedTextIsReadAsAFileIs)
{
    const Result<std::unique_ptr<CsvReader>> reader =
        CsvReader::openText(u"Lucía\t600 000 274\nMarta\t600 000 118"_s);

    ASSERT_TRUE(reader);
    const std::vector<TableRow> rows = allRows(**reader);
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows[1].cells, (QStringList{u"Marta"_s, u"600 000 118"_s}));
}

TEST(CsvReaderTest, positionReachesTheSizeAtTheEnd)
{
    const QByteArray bytes = "a,b\n1,2\n";
    const Result<std::unique_ptr<CsvReader>> reader = opened(bytes);

    allRows(**reader);

    EXPECT_EQ((*reader)->size(), bytes.size());
    EXPECT_EQ((*reader)->position(), bytes.size());
}
