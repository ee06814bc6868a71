#include "cli/cliworld.h"
#include "exchange/workbookfile.h"

#include <gtest/gtest.h>

#include <QElapsedTimer>
#include <QFile>

#include <functional>
#include <sys/resource.h>

using namespace Qt::StringLiterals;

// "A stranger sent me a file. Whatever is in it, my computer must not stand still." Each file goes through
// the real program; what it needed of memory and time is measured.

namespace {

constexpr qint64 kMostMegabytes = 300; ///< the whole program, as long as it ran
constexpr qint64 kMostSeconds = 60; ///< in a debug build on a busy machine
constexpr qint64 kMegabyte = 1024 * 1024;

/// The most that any program we started and awaited has held. Grows only, so one test is judged by all that
/// ran before it in this process; that makes it stricter, never laxer.
qint64 mostMegabytesOfPrograms()
{
    rusage usage{};
    EXPECT_EQ(getrusage(RUSAGE_CHILDREN, &usage), 0);
    return usage.ru_maxrss / 1024;
}

class HostileFilesTest : public testing::Test
{
protected:
    HostileFilesTest() { world.json({u"workspace"_s, u"init"_s}); }

    /// Through the import; the word of the refusal, or "" where the file could be read.
    QString import(const QString &path, const QStringList &options = {})
    {
        QElapsedTimer timer;
        timer.start();
        result = world.json(QStringList{u"contact"_s, u"import"_s, path} + options);
        EXPECT_LT(timer.elapsed(), kMostSeconds * 1000);
        EXPECT_LT(mostMegabytesOfPrograms(), kMostMegabytes);
        if (result.exitCode == 0)
            return {};
        EXPECT_EQ(result.exitCode, 3) << result.out.toStdString();
        EXPECT_FALSE(result.json()[u"error"_s][u"message"_s].toString().isEmpty());
        EXPECT_TRUE(world.json({u"contact"_s, u"list"_s}).lines().isEmpty()) << "nothing of it is stored";
        return result.errorKind();
    }

    QString write(const QString &name, const WorkbookFile &file) const
    {
        const QString path = world.path(name);
        file.write(path);
        return path;
    }

    /// A file that is larger than what this test should hold itself.
    QString writeLong(const QString &name, const QByteArray &before, const QByteArray &repeated, qint64 times,
                      const QByteArray &after) const
    {
        QFile file{world.path(name)};
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(before);
        for (qint64 i = 0; i < times; ++i)
            file.write(repeated);
        file.write(after);
        return file.fileName();
    }

    int accepted() const { return result.json()[u"accepted"_s].toInt(); }

    CliWorld world;
    CliResult result;
};

/// A workbook whose sheet has the same thing so many times in its first row.
WorkbookFile sheetOf(const QByteArray &before, const QByteArray &repeated, qint64 times)
{
    WorkbookFile file = WorkbookFile::withRows({});
    file.longPart(u"xl/worksheets/sheet1.xml"_s, "<worksheet><sheetData><row r=\"1\">" + before, repeated,
                  times, "</row></sheetData></worksheet>");
    return file;
}

WorkbookFile sharedTextsOf(const QByteArray &repeated, qint64 times)
{
    WorkbookFile file = WorkbookFile::withRows("<row><c t=\"s\"><v>0</v></c></row>");
    file.longPart(u"xl/sharedStrings.xml"_s, "<sst>", repeated, times, "</sst>");
    return file;
}

} // namespace

TEST_F(HostileFilesTest, aWorkbookThatWouldFillTheMemoryIsRefused)
{
    const qint64 much = 120 * kMegabyte;
    const QByteArray kilobyte(1024, 'a');
    const QByteArray textCell = "<c t=\"inlineStr\"><is><t>";
    const std::vector<std::pair<QString, WorkbookFile>> bombs{
        {u"one long text"_s,     sheetOf(textCell,           "a",                          much)},
        {u"brackets as text"_s,                      sheetOf(textCell + "<![CDATA[",                            "<>",     much / 2)},
        {u"brackets in a value"_s,             sheetOf("<c r=\"",                                       ">",                                        much)},
        {u"brackets in a remark"_s,                   sheetOf("<!--",  "<>",much / 2)},
        {u"a value in pieces"_s,sheetOf("<c><v>",           kilobyte + "<x/>",                                        much / 1028)},
        {u"a text in pieces"_s, sheetOf(textCell,                      kilobyte + "<x/>",                       much / 1028)},
        {u"open elements"_s,                      sheetOf({},                            "<a>",                                        much / 3)},
        {u"one tag"_s,          sheetOf("<c ",                                    "a=\"\" ",                         much / 5)},
        {u"cells without end"_s,                 sheetOf({},       "<c><v>1</v></c>",much / 15)},
        {u"empty cells"_s,sheetOf({},"<c/>",much / 4)},
        {u"shared texts"_s, sharedTextsOf("<si><t>" + kilobyte + "</t></si>", much / 1038)     },
        {u"empty shared texts"_s,                      sharedTextsOf("<si/>",                                 much / 5)                                                   },
    };
    for (const auto &[name, bomb] : bombs) {
        SCOPED_TRACE(name.toStdString());

        EXPECT_EQ(import(write(u"bomb.xlsx"_s, bomb)), u"too_large"_s);
    }
}

TEST_F(HostileFilesTest, partsBeyondCountAndSizeAreRefusedOrLeftOut)
{
    WorkbookFile many = WorkbookFile::withRows("<row><c><v>34600000001</v></c></row>");
    for (int i = 0; i < 100'000; ++i)
        many.part(u"xl/media/%1"_s.arg(i), {});
    WorkbookFile related = WorkbookFile::withRows("<row><c t=\"str\"><v>+34600000001</v></c></row>");
    related.longPart(u"xl/_rels/workbook.xml.rels"_s,
                     "<Relationships><Relationship Id=\"rId1\" Type=\"/worksheet\" "
                     "Target=\"worksheets/sheet1.xml\"/>",
                     "<Relationship Id=\"x\" Type=\"/worksheet\" Target=\"" + QByteArray(100'000, 'a')
                         + "\"/>",
                     600, "</Relationships>");

    EXPECT_EQ(import(write(u"parts.xlsx"_s, many)), u"too_large"_s);
    EXPECT_EQ(import(write(u"relations.xlsx"_s, related)), QString{});
    EXPECT_EQ(accepted(), 1);
}

TEST_F(HostileFilesTest, entitiesAreNeitherFetchedNorExpanded)
{
    const QByteArray secret = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>";
    const QByteArray fetched = "<!DOCTYPE x SYSTEM \"http://127.0.0.1:9/x.dtd\">";
    QByteArray laughs = "<!DOCTYPE x [<!ENTITY a \"ha\">";
    for (char c = 'b'; c < 'z'; ++c)
        laughs +=
            QByteArray{"<!ENTITY "} + c + " \"" + (QByteArray{"&"} + char(c - 1) + ';').repeated(10) + "\">";
    laughs += "<!ENTITY e \"&y;\">]>";
    const QByteArray rows =
        "<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>+34600000001 &e;</t></is></c>"
        "</row></sheetData></worksheet>";

    for (const QByteArray &type : {secret, fetched, laughs}) {
        WorkbookFile file = WorkbookFile::withRows({});
        EXPECT_EQ(import(write(u"x.xlsx"_s, file.part(u"xl/worksheets/sheet1.xml"_s, type + rows))),
                  u"damaged_file"_s);
        EXPECT_FALSE(result.out.contains("root:"));
    }
}

TEST_F(HostileFilesTest, cellsFarOutAreReadOrRefusedByWhereTheyAre)
{
    const auto rowWith = [](const QByteArray &place) {
        return WorkbookFile::withRows(
            "<row><c r=\"" + place + "\" t=\"str\"><v>+34600000001</v></c><c t=\"str\"><v>x</v></c></row>");
    };

    EXPECT_EQ(import(write(u"far.xlsx"_s, rowWith("ZZZZ1"))), u"too_large"_s);
    EXPECT_EQ(import(write(u"farther.xlsx"_s, rowWith(QByteArray(5000, 'Z') + "1"))), u"too_large"_s);
    EXPECT_EQ(import(write(u"wide.xlsx"_s, sheetOf({}, "<c><v>1</v></c>", 1'000'000))), u"too_large"_s);
    EXPECT_EQ(import(write(u"deep.xlsx"_s, rowWith("A99999999999999999999999"))), QString{});
    EXPECT_EQ(accepted(), 1);
}

TEST_F(HostileFilesTest, fieldsAndRowsBeyondReasonAreRefusedInText)
{
    const QByteArray header = "phone,note\n+34600000001,";

    EXPECT_EQ(import(writeLong(u"field.csv"_s, header, QByteArray(kMegabyte, 'a'), 10, "\n")),
              u"too_large"_s);
    EXPECT_EQ(import(writeLong(u"quoted.csv"_s, header + '"', QByteArray(kMegabyte, 'a'), 10, "\"\n")),
              u"too_large"_s);
    EXPECT_EQ(import(writeLong(u"columns.csv"_s, "phone", ",a", 1'000'000, "\n")), u"too_large"_s);
    EXPECT_EQ(import(writeLong(u"endless.csv"_s, header, QByteArray(kMegabyte, 'a'), 400, {})),
              u"too_large"_s);
}

// "The rows are long, because there is a story in each, but every one of them is right."
TEST_F(HostileFilesTest, aLargeFileOfLongRowsIsReadHonestly)
{
    QFile file{world.path(u"long.csv"_s)};
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("phone,note\n");
    const QByteArray story(kMegabyte - 100, 'a');
    for (int i = 0; i < 300; ++i)
        file.write("+34600000" + QByteArray::number(100 + i) + ',' + story + '\n');
    file.close();

    EXPECT_EQ(import(file.fileName()), QString{});
    EXPECT_EQ(accepted(), 300);
}

TEST_F(HostileFilesTest, aTruncatedWorkbookIsSaidToBeDamagedWhereverItEnds)
{
    const QString whole =
        write(u"whole.xlsx"_s,
              WorkbookFile::withRows(
                  QByteArray{"<row><c t=\"str\"><v>+34600000001</v></c></row>"}.repeated(20'000)));
    const QByteArray content = world.readFile(whole);

    for (int tenth = 1; tenth < 10; ++tenth) {
        SCOPED_TRACE(tenth);
        const QString cut = world.writeFile(u"cut.xlsx"_s, content.left(content.size() * tenth / 10));

        EXPECT_EQ(import(cut), u"damaged_file"_s);
    }
}

TEST_F(HostileFilesTest, aWorkbookWithAPasswordIsSaidToHaveOne)
{
    WorkbookFile zipped = WorkbookFile::withRows("<row><c t=\"str\"><v>+34600000001</v></c></row>");

    // What Excel makes of a workbook with a password, and what a ZIP program makes of one.
    EXPECT_EQ(
        import(world.writeFile(u"excel.xlsx"_s, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + QByteArray(4096, '\0'))),
        u"unsupported_file"_s);
    EXPECT_TRUE(result.json()[u"error"_s][u"message"_s].toString().contains(u"password"_s));
    EXPECT_EQ(import(write(u"zip.xlsx"_s, zipped.encrypted())), u"damaged_file"_s);
    EXPECT_TRUE(result.json()[u"error"_s][u"message"_s].toString().contains(u"password"_s));
}

TEST_F(HostileFilesTest, anAddressBookIsReadPastItsPicturesAndRefusedForItsEndlessLines)
{
    const QByteArray card = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana\r\nTEL;TYPE=CELL:+34600000001\r\n";
    const QByteArray photo = "PHOTO;ENCODING=b;TYPE=JPEG:";
    const QByteArray line(76, 'A');
    const qint64 lines = 50 * kMegabyte / 78;

    EXPECT_EQ(
        import(writeLong(u"fold.vcf"_s, card + "NOTE:a", "\r\n a", 5 * kMegabyte, "\r\nEND:VCARD\r\n")),
        u"too_large"_s);
    EXPECT_EQ(
        import(writeLong(u"numbers.vcf"_s, card, "TEL:+34600000002\r\n", 2 * kMegabyte, "END:VCARD\r\n")),
        u"too_large"_s);
    EXPECT_EQ(import(writeLong(u"open.vcf"_s, {}, "BEGIN:VCARD\r\n", kMegabyte, "END:VCARD\r\n")),
              QString{});
    EXPECT_EQ(accepted(), 0);
    EXPECT_EQ(import(writeLong(u"photo.vcf"_s, card + photo, "\r\n " + line, lines, "\r\nEND:VCARD\r\n")),
              QString{});
    EXPECT_EQ(accepted(), 1);
    EXPECT_EQ(import(writeLong(u"line.vcf"_s, card + photo, line, lines, "\r\nEND:VCARD\r\n")), QString{});
    EXPECT_EQ(accepted(), 1);
}
