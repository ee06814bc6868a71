#include "exchange/phoneparser.h"
#include "exchange/recipientimport.h"
#include "exchange/vcardreader.h"
#include "exchange/workbookfile.h"
#include "exchange/workbookreader.h"
#include "exchange/ziparchive.h"
#include "support/fuzz.h"

#include <gtest/gtest.h>

#include <QBuffer>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

// Files as nobody wrote them: sound ones, broken in ways that a seed decides. Whatever comes, a reader ends
// soon, in rows that add up or in an error that says something. Run under the sanitizers by ./dev asan.

namespace {

QByteArray sample(const QString &name)
{
    QFile file{QStringLiteral(FANFARE_IMPORT_SAMPLES "/") + name};
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << qPrintable(name);
    return file.readAll();
}

QList<QByteArray> samples(const QStringList &names)
{
    QList<QByteArray> all;
    for (const QString &name : names)
        all << sample(name);
    return all;
}

void expectSays(const Error &error)
{
    EXPECT_TRUE(error.kind == ErrorKind::BadInput || error.kind == ErrorKind::Usage)
        << qPrintable(error.message);
    EXPECT_FALSE(error.message.isEmpty());
    EXPECT_FALSE(error.code.isEmpty());
}

/// What an import makes of a table, as far as it can be said of any.
void expectSound(Result<std::unique_ptr<RecipientImport>> import)
{
    if (!import)
        return expectSays(import.error());
    qint64 given = 0;
    qint64 last = -1;
    const auto look = [&](const QList<ImportedRow> &rows) -> Result<> {
        for (const ImportedRow &row : rows) {
            ++given;
            EXPECT_GT(row.number, last);
            last = row.number;
            EXPECT_EQ(row.reason.has_value(), row.outcome == RowOutcome::Rejected);
            EXPECT_EQ(row.phone.isEmpty() || row.outcome == RowOutcome::Rejected,
                      row.outcome == RowOutcome::Rejected);
            EXPECT_TRUE(row.sameAsRow < row.number);
        }
        return Done{};
    };
    const Result<ImportSummary> summary = (*import)->run({.rows = look});
    if (!summary)
        return expectSays(summary.error());
    EXPECT_EQ(summary->rows, given);
    EXPECT_EQ(summary->rows, summary->accepted + summary->duplicates + summary->rejected + summary->optedOut);
}

const ImportOptions kOptions{
    .defaultCountry = u"ES"_s, .variables = {u"1"_s}, .refuseMissingVariables = false};

std::unique_ptr<QIODevice> deviceWith(const QByteArray &content)
{
    auto device = std::make_unique<QBuffer>();
    device->setData(content);
    device->open(QIODevice::ReadOnly);
    return device;
}

template <typename Reader>
Result<std::unique_ptr<RecipientImport>> asImport(Result<std::unique_ptr<Reader>> reader,
                                                  const ImportOptions &options)
{
    if (!reader)
        return reader.error();
    return RecipientImport::openReader(*std::move(reader), options);
}

const QList<QByteArray> kPhoneWords{"+",
                                    "00",
                                    "(0)",
                                    "E+11",
                                    ".0",
                                    ",000",
                                    "tel:",
                                    ";ext=",
                                    " x12",
                                    " / ",
                                    " o ",
                                    "=",
                                    "'",
                                    "\xD9\xA0\xD9\xA1",
                                    "\xE2\x80\xAA",
                                    "\xEF\xBC\x8B",
                                    "+34600000274",
                                    "9.19812340001E+11",
                                    "123456789012345678"};

} // namespace

TEST(FuzzTest, anyTextEndsInRowsThatAddUpOrInAnError)
{
    const QList<QByteArray> seeds =
        samples({u"bom-and-quoted-lines.csv"_s, u"broken-utf8.csv"_s, u"lone-quote.csv"_s, u"no-header.csv"_s,
                 u"ragged.csv"_s, u"separator-line.csv"_s, u"shortened-by-excel.csv"_s,
                 u"spanish-excel.csv"_s, u"unicode-text-from-excel.txt"_s});
    const QList<QByteArray> words{"\"",
                                  "\"\"",
                                  "\"\n",
                                  "sep=;\r\n",
                                  "\r\n",
                                  "\xEF\xBB\xBF",
                                  "\xFF\xFE",
                                  "\xFE\xFF",
                                  ",",
                                  ";",
                                  "\t",
                                  "|",
                                  "+34600000274",
                                  "9.19E+11",
                                  "phone,name\n",
                                  "PK\x03\x04",
                                  "BEGIN:VCARD",
                                  "%PDF-",
                                  "=cmd|' /C'!A0"};
    const QList<CsvFormat> formats{
        {         },
        {  TextEncoding::Windows1252,        {}},
        { TextEncoding::Utf16LittleEndian,        {}},
        { {},   u"é"_s},
        { {}, QString{}}
    };

    fuzz(seeds, words, [&](const QByteArray &input, Mutation &mutation) {
        const CsvFormat &format = formats[mutation.below(formats.size())];
        expectSound(asImport(CsvReader::openDevice(deviceWith(input), u"a.csv"_s, format), kOptions));
        expectSound(RecipientImport::openText(QString::fromUtf8(input), kOptions));
    });
}

TEST(FuzzTest, anyAddressBookEndsInRowsThatAddUpOrInAnError)
{
    const QList<QByteArray> seeds =
        samples({u"google-contacts.vcf"_s, u"nokia-2.1.vcf"_s, u"apple-4.0.vcf"_s});
    const QList<QByteArray> words{"BEGIN:VCARD\r\n",
                                  "END:VCARD\r\n",
                                  "\r\nTEL;TYPE=",
                                  "\r\nTEL:",
                                  ";ENCODING=QUOTED-PRINTABLE:",
                                  "=\r\n",
                                  "=0D=0A",
                                  "\r\n ",
                                  "\n\t",
                                  ";CHARSET=UTF-16",
                                  ";CHARSET=ISO-8859-15",
                                  "\r\nPHOTO;ENCODING=b:",
                                  "\"",
                                  ":",
                                  ";",
                                  "\\n",
                                  "\\",
                                  "item1.",
                                  "\xFF\xFE",
                                  "\r\nBDAY:19850412"};

    fuzz(seeds, words, [&](const QByteArray &input, Mutation &mutation) {
        const auto encoding =
            mutation.below(4) == 0 ? std::optional{TextEncoding::Utf16BigEndian} : std::nullopt;
        expectSound(asImport(VCardReader::openDevice(deviceWith(input), u"a.vcf"_s, encoding), kOptions));
    });
}

/// The file itself is broken, and then its parts, which a broken file hardly ever lets through to their
/// readers.
TEST(FuzzTest, anyWorkbookEndsInRowsThatAddUpOrInAnError)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.xlsx"_s);
    const QString sound = QStringLiteral(FANFARE_IMPORT_SAMPLES "/people.xlsx");
    const Result<std::unique_ptr<ZipArchive>> archive = ZipArchive::open(sound, u"people.xlsx"_s);
    ASSERT_TRUE(archive);
    QMap<QString, QByteArray> parts;
    for (const QString &name :
         {u"_rels/.rels"_s, u"xl/workbook.xml"_s, u"xl/_rels/workbook.xml.rels"_s, u"xl/sharedStrings.xml"_s,
          u"xl/styles.xml"_s, u"xl/worksheets/sheet1.xml"_s, u"xl/worksheets/sheet2.xml"_s})
        parts.insert(name, (*(*archive)->openEntry(name))->readAll());
    const QList<QByteArray> words{"<c>",
                                  "<c r=\"ZZZ9\">",
                                  "</c>",
                                  "<v>",
                                  "</v>",
                                  "<row>",
                                  "<row r=\"18446744073709551616\">",
                                  "</row>",
                                  "<f>",
                                  "<is><t>",
                                  "<![CDATA[",
                                  "]]>",
                                  "<!--",
                                  "-->",
                                  "<!DOCTYPE x [<!ENTITY a 'b'>]>",
                                  "&a;",
                                  "&lt;",
                                  "&#0;",
                                  "&#x10FFFF;",
                                  "_x000D_",
                                  "_xD800_",
                                  " t=\"s\"",
                                  " t=\"b\"",
                                  " s=\"4294967295\"",
                                  "-1",
                                  "1e999",
                                  "0.1e-400",
                                  "<a>",
                                  "/>",
                                  "\"",
                                  "xml:space=\"preserve\""};

    fuzz({sample(u"people.xlsx"_s)}, words, [&](const QByteArray &broken, Mutation &mutation) {
        if (mutation.below(4) == 0) {
            QFile file{path};
            ASSERT_TRUE(file.open(QIODevice::WriteOnly));
            file.write(broken);
        } else {
            WorkbookFile file;
            const qsizetype chosen = mutation.below(parts.size());
            for (auto part = parts.begin(); part != parts.end(); ++part) {
                const bool isBroken = std::distance(parts.begin(), part) == chosen;
                file.part(part.key(), isBroken ? mutation.of({*part}) : *part);
            }
            file.write(path);
        }
        expectSound(asImport(WorkbookReader::openFile(path), kOptions));
    });
}

TEST(FuzzTest, whateverStandsInACellOfPhonesIsANumberForGoodOrHasAReason)
{
    const QStringList countries = PhoneParser::countries();
    const QRegularExpression e164{uR"(^\+[1-9][0-9]{1,16}$)"_s};

    fuzz(sample(u"phones.txt"_s).split('\n'), kPhoneWords, [&](const QByteArray &input, Mutation &mutation) {
        const QString cell = QString::fromUtf8(input);
        const QString country =
            mutation.below(3) == 0 ? QString{} : countries[mutation.below(countries.size())];

        const ParsedPhone phone = PhoneParser{}.parse(cell, country);

        EXPECT_EQ(phone.valid, !phone.reason.has_value()) << qPrintable(cell) << ' ' << qPrintable(country);
        EXPECT_TRUE(phone.isPossible() || phone.reason) << qPrintable(cell);
        const ParsedPhone slow = PhoneParser{}.parseByLibrary(cell, country);
        EXPECT_EQ(phone.e164, slow.e164) << qPrintable(cell) << ' ' << qPrintable(country);
        EXPECT_EQ(phone.reason, slow.reason) << qPrintable(cell) << ' ' << qPrintable(country);
        if (!phone.isPossible())
            return;
        EXPECT_TRUE(e164.match(phone.e164).hasMatch()) << qPrintable(phone.e164);
        if (phone.valid) {
            EXPECT_EQ(PhoneParser{}.parse(phone.e164).e164, phone.e164)
                << "a number we give is read as itself: " << qPrintable(cell) << ' ' << qPrintable(country);
        }
    });
}
