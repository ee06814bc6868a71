#include "exchange/plainrow.h"
#include "exchange/recipientimport.h"

#include <QBuffer>

#include <gtest/gtest.h>

#include <array>
#include <random>

using namespace Qt::StringLiterals;

namespace {

struct Taken
{
    quint64 digits = 0;
    QByteArray person;
};

void appendAttribute(QByteArray &person, QByteArrayView name, QByteArrayView value)
{
    person += '|' + name.toByteArray() + '=' + value.toByteArray();
}

QByteArray personIn(const ImportedRow &row)
{
    QByteArray person = row.region.toUtf8() + '|' + row.name.toUtf8();
    for (auto attribute = row.attributes.begin(); attribute != row.attributes.end(); ++attribute)
        appendAttribute(person, attribute.key().toUtf8(), attribute->toUtf8());
    return person;
}

struct Read
{
    ImportSummary summary;
    std::vector<Taken> taken;
    QStringList rejected; ///< each with its row, its reason and its own cells, as a person gets them to mend
    qsizetype plainRows = 0;

    void noteRejected(const QList<ImportedRow> &rows)
    {
        for (const ImportedRow &row : rows) {
            if (row.outcome == RowOutcome::Rejected)
                rejected
                    << (QStringList{QString::number(row.number), toWord(*row.reason)} + row.cells).join(u'|');
        }
    }
};

Result<std::unique_ptr<RecipientImport>> opened(const QByteArray &text, const ImportOptions &options)
{
    auto device = std::make_unique<QBuffer>();
    device->setData(text);
    device->open(QIODevice::ReadOnly);
    Result<std::unique_ptr<CsvReader>> reader =
        CsvReader::openDevice(std::move(device), u"people.csv"_s, options.format);
    if (!reader)
        return reader.error();
    return RecipientImport::openReader(*std::move(reader), options);
}

bool isSuppressed(const PhoneNumber &phone)
{
    return phone.e164().endsWith(u'7');
}

/// With all care: every row by itself.
Read readCarefully(const QByteArray &text, const ImportOptions &options)
{
    Read read;
    ImportCallbacks callbacks;
    callbacks.isSuppressed = isSuppressed;
    callbacks.rows = [&](const QList<ImportedRow> &rows) -> Result<> {
        read.noteRejected(rows);
        for (const ImportedRow &row : rows) {
            if (row.outcome == RowOutcome::Accepted)
                read.taken.push_back({QStringView{row.phone.e164()}.mid(1).toULongLong(), personIn(row)});
        }
        return Done{};
    };
    const auto import = opened(text, options);
    const Result<ImportSummary> summary = import ? (*import)->run(callbacks) : import.error();
    EXPECT_TRUE(summary) << (summary ? "" : qPrintable(summary.error().message));
    if (summary)
        read.summary = *summary;
    return read;
}

/// As the contact book imports.
Read readPacked(const QByteArray &text, const ImportOptions &options)
{
    Read read;
    std::atomic<qsizetype> plainRows = 0;
    ImportCallbacks callbacks;
    callbacks.isSuppressed = isSuppressed;
    callbacks.rows = [&](const QList<ImportedRow> &rows) -> Result<> {
        read.noteRejected(rows);
        return Done{};
    };
    callbacks.packing = ImportPacking{
        .packPlain =
            [&](const PlainRow &row, QByteArray &packed) {
                ++plainRows;
                packed += row.phone.regionCode().toByteArray() + '|' + row.name.toByteArray();
                for (const AttributeView &attribute : row.attributes)
                    appendAttribute(packed, attribute.name, attribute.value);
            },
        .pack = [](const ImportedRow &row, QByteArray &packed) { packed += personIn(row); },
        .take =
            [&](quint64 digits, QByteArrayView packed) {
                read.taken.push_back({digits, packed.toByteArray()});
            },
    };
    const auto import = opened(text, options);
    const Result<ImportSummary> summary = import ? (*import)->run(callbacks) : import.error();
    EXPECT_TRUE(summary) << (summary ? "" : qPrintable(summary.error().message));
    if (summary)
        read.summary = *summary;
    read.plainRows = plainRows;
    return read;
}

/// Lists as people have them, with everything that stands in the way of reading a row plainly.
class Lists
{
public:
    explicit Lists(quint32 seed)
        : m_random{seed}
    {
    }

    QByteArray list(int rows)
    {
        QByteArray text{"First name,Last name,Phone,Country,City,Note,Nobody reads this\n"};
        for (int i = 0; i < rows; ++i) {
            if (isOneIn(60))
                text += i % 2 == 0 ? " , ,\t\n" : "\n";
            text += someText() + ',' + someText() + ',' + phone() + ',' + country() + ',' + someText() + ','
                + someText() + ',' + someText();
            text += isOneIn(40) ? ",more" : isOneIn(40) ? ",," : "";
            text += isOneIn(30) ? "\r\n" : "\n";
        }
        return text;
    }

private:
    bool isOneIn(quint32 count) { return m_random() % count == 0; }

    template <size_t Count>
    QByteArray oneOf(const std::array<const char *, Count> &texts)
    {
        return texts[m_random() % Count];
    }

    QByteArray someText()
    {
        static constexpr std::array kOrdinary{
            "Ana", "María José", "Žofie Dvořáková", "प्रिया", "محمد", "東京", "O'Neill", "", "100,5 €"};
        static constexpr std::array kUnusual{" padded ",
                                             "two  blanks",
                                             "no\xC2\xA0"
                                             "break",
                                             "\xE2\x80\x83"
                                             "em space",
                                             "'=SUM(A1)",
                                             "'plain",
                                             "'",
                                             "tab\there",
                                             "\xFF\xFE",
                                             "back\\slash",
                                             "\xE3\x80\x80"
                                             "ideographic",
                                             "\xEF\xBB\xBF"
                                             "mark",
                                             "\xC2\x85"
                                             "next line",
                                             "\x7F",
                                             "カタカナ",
                                             "–dash–",
                                             "\xE1\x9A\x80"
                                             "ogham",
                                             "\xC3",
                                             "🎉 party",
                                             "\xED\xA0\x80"
                                             "half"};
        const QByteArray text = isOneIn(20) ? oneOf(kUnusual) : oneOf(kOrdinary);
        if (isOneIn(40))
            return "\"" + text + " \"\"so\"\" called\"";
        if (isOneIn(40))
            return "\"" + text + "\nbelow\"";
        return text.contains(',') || isOneIn(6) ? '"' + text + '"' : text;
    }

    QByteArray country()
    {
        static constexpr std::array kCountries{"",       "",        "",    "ES",      "mx",
                                               "Brasil", " India ", "+54", "Atlantis"};
        return oneOf(kCountries);
    }

    QByteArray phone()
    {
        static constexpr std::array kCodes{"+34", "+52", "+521", "+55", "+54", "+549", "+91", "0091",
                                           "+1",  "+39", "+49",  "",    "0",   "+999", "+44", "+683"};
        QByteArray digits;
        const auto count = int(7 + m_random() % 6);
        for (int i = 0; i < count; ++i)
            digits += char('0' + m_random() % 10);
        static constexpr std::array kWhole{"+34600000274",
                                           "+5215512345678",
                                           "+551187654321",
                                           "+5511987654321",
                                           "+5491123456789",
                                           "+541123456789",
                                           "+390612345678",
                                           "600 000 274",
                                           "9.19812340001E+11",
                                           "n/a",
                                           "",
                                           "'+34600000275",
                                           "+34 600-000-276",
                                           "tel:+34600000278",
                                           "+34 (0)600000279",
                                           "98765 43210",
                                           "+34\xC2\xA0"
                                           "600000281",
                                           "+34600000282;+34600000283",
                                           "٠٦٠٠"};
        if (isOneIn(2)) // some of them twice
            return "+346" + QByteArray::number(10'000'000 + m_random() % 9'000);
        if (isOneIn(2))
            return oneOf(kWhole);
        return oneOf(kCodes) + digits;
    }

    std::mt19937 m_random;
};

ImportOptions columns(const QString &country)
{
    ImportOptions options;
    options.defaultCountry = country;
    options.hasHeader = true;
    options.mapping = {
        {ImportField::name,                           0},
        {ImportField::familyName,                     1},
        {ImportField::phone,                          2},
        {ImportField::country,                        3},
        {ImportField::attributePrefix + u"city"_s,    4},
        {ImportField::attributePrefix + u"a note"_s,  5},
        {ImportField::attributePrefix + u"b \"n\""_s, 5},
    };
    return options;
}

} // namespace

// "The fast way must not make other people of my list than the careful one."
TEST(PlainRowTest, TheFastWaySaysOfEveryRowWhatTheCarefulOneSays)
{
    for (quint32 seed = 1; seed <= 24; ++seed) {
        const QByteArray list = Lists{seed}.list(1500);
        ImportOptions options = columns(seed % 3 == 0 ? QString{} : seed % 3 == 1 ? u"IN"_s : u"MX"_s);
        if (seed % 4 == 0) {
            options.fixedPhones = {
                {7,  u"+34600000999"_s},
                {20, u"nonsense"_s    }
            };
            options.leftOut = {3, 9, 400};
        }
        options.acceptPossible = seed % 5 == 0;
        if (seed % 6 == 0)
            options.format.encoding = TextEncoding::Windows1252;

        const Read careful = readCarefully(list, options);
        const Read packed = readPacked(list, options);

        ASSERT_EQ(packed.taken.size(), careful.taken.size()) << "seed " << seed;
        for (size_t i = 0; i < careful.taken.size(); ++i) {
            ASSERT_EQ(packed.taken[i].digits, careful.taken[i].digits) << "seed " << seed << ", " << i;
            ASSERT_EQ(packed.taken[i].person, careful.taken[i].person) << "seed " << seed << ", " << i;
        }
        const ImportSummary &a = careful.summary;
        const ImportSummary &b = packed.summary;
        EXPECT_GT(a.optedOut, 0);
        EXPECT_EQ(a.rows, b.rows);
        EXPECT_EQ(a.accepted, b.accepted);
        EXPECT_EQ(a.duplicates, b.duplicates);
        EXPECT_EQ(a.rejected, b.rejected);
        EXPECT_EQ(a.optedOut, b.optedOut);
        EXPECT_EQ(a.byReason, b.byReason);
        EXPECT_EQ(a.rowsTooWide, b.rowsTooWide);
        EXPECT_EQ(a.extensionsDropped, b.extensionsDropped);
        ASSERT_EQ(a.rejects.size(), b.rejects.size());
        for (qsizetype i = 0; i < a.rejects.size(); ++i) {
            EXPECT_EQ(a.rejects[i].row, b.rejects[i].row);
            EXPECT_EQ(a.rejects[i].reason, b.rejects[i].reason);
            EXPECT_EQ(a.rejects[i].value, b.rejects[i].value);
        }
        EXPECT_EQ(packed.rejected, careful.rejected) << "seed " << seed;
        EXPECT_EQ(careful.rejected.size(), a.rejected);
        if (seed % 6 != 0)
            EXPECT_GT(packed.plainRows, 300) << "nothing is compared";
        else
            EXPECT_EQ(packed.plainRows, 0) << "bytes of another encoding are not UTF-8";
    }
}

TEST(PlainRowTest, AnOrdinaryRowIsReadFromItsBytes)
{
    PlainRowReader reader{columns({}).mapping, 7, u"IN"_s};
    const std::array<QByteArrayView, 7> cells{" Ana ", "García", "98765 43210", "", "Mumbai", "", "x"};

    const PlainRow *row = reader.read(cells);

    ASSERT_NE(row, nullptr);
    EXPECT_EQ(row->phone.digits, 919876543210U);
    EXPECT_EQ(row->phone.regionCode(), "IN");
    EXPECT_EQ(row->name, "Ana García");
    ASSERT_EQ(row->attributes.size(), 1U);
    EXPECT_EQ(row->attributes[0].name, "city");
    EXPECT_EQ(row->attributes[0].value, "Mumbai");
}
