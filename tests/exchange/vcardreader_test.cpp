#include "exchange/recipientimport.h"
#include "exchange/vcardreader.h"

#include <QBuffer>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace {

std::unique_ptr<QBuffer> deviceWith(const QByteArray &bytes)
{
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(bytes);
    buffer->open(QIODevice::ReadOnly);
    return buffer;
}

QList<TableRow> cardsIn(const QByteArray &bytes)
{
    QList<TableRow> rows;
    const Result<std::unique_ptr<VCardReader>> reader =
        VCardReader::openDevice(deviceWith(bytes), u"people.vcf"_s);
    EXPECT_TRUE(reader);
    TableRow row;
    while (reader) {
        const Result<bool> more = (*reader)->next(row);
        EXPECT_TRUE(more) << (more ? "" : qPrintable(more.error().message));
        if (!more || !*more)
            break;
        if (row.number > 0)
            rows += row;
    }
    return rows;
}

constexpr int kName = 0;
constexpr int kPhone = 1;
constexpr int kPhoneType = 2;
constexpr int kOtherPhones = 3;

} // namespace

TEST(VCardReaderTest, cardsOfAllThreeVersionsAreRead)
{
    const QList<TableRow> cards =
        cardsIn("BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Fern=C3=A1ndez;Luc="
                "C3=ADa;;;\r\n"
                "TEL;CELL;PREF:600 000 274\r\nEND:VCARD\r\n"
                "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:José\r\n  Luis\\, "
                "hijo\r\nitem1.TEL;type=CELL;type=VOICE:+34 600 000 "
                "275\r\nitem1.X-ABLabel:mobile\r\nBDAY:1985-04-12\r\nEND:VCARD\r\n"
                "BEGIN:VCARD\nVERSION:4.0\nFN:Anjali\nTEL;VALUE=uri;TYPE=\"voice,cell\";PREF=1:tel:+91-98123-"
                "40001;ext=5\n"
                "BDAY:19850412\nADR;TYPE=home:;;12 Church Street;Bengaluru;KA;560001;India\nEND:VCARD\n");

    ASSERT_EQ(cards.size(), 3);
    EXPECT_EQ(cards[0].cells[kName], u"Lucía Fernández"_s);
    EXPECT_EQ(cards[0].cells[kPhone], u"600 000 274"_s);
    EXPECT_EQ(cards[0].cells[kPhoneType], u"cell, pref"_s);
    EXPECT_EQ(cards[1].number, 2);
    EXPECT_EQ(cards[1].cells[kName], u"José Luis, hijo"_s);
    EXPECT_EQ(cards[1].cells[kPhone], u"+34 600 000 275"_s);
    EXPECT_EQ(cards[1].cells[7], u"1985-04-12"_s);
    EXPECT_EQ(cards[2].cells[kPhone], u"tel:+91-98123-40001;ext=5"_s);
    EXPECT_EQ(cards[2].cells[7], u"1985-04-12"_s);
    EXPECT_EQ(cards[2].cells[9], u"Bengaluru"_s);
    EXPECT_EQ(cards[2].cells[11], u"India"_s);
}

// "My phone book has the landline, the fax and the mobile of one person. I want the mobile."
TEST(VCardReaderTest, ofSeveralNumbersTheMobileOneIsTakenAndTheOthersAreShown)
{
    const QList<TableRow> cards = cardsIn(
        "BEGIN:VCARD\nVERSION:3.0\nFN:A\nTEL;TYPE=HOME:911\nTEL;TYPE=FAX,pref:912\nTEL;TYPE=cell:613\n"
        "TEL;TYPE=cell,pref:614\nEND:VCARD\n"
        "BEGIN:VCARD\nVERSION:3.0\nFN:B\nTEL;TYPE=HOME:911\nTEL;TYPE=WORK,PREF:912\nEND:VCARD\n"
        "BEGIN:VCARD\nVERSION:3.0\nFN:C\nTEL;TYPE=HOME:911\nTEL;TYPE=WORK:912\nEND:VCARD\n"
        "BEGIN:VCARD\nVERSION:3.0\nFN:D\nTEL;TYPE=FAX:911\nEND:VCARD\n"
        "BEGIN:VCARD\nVERSION:3.0\nFN:E\nEND:VCARD\n");

    ASSERT_EQ(cards.size(), 5);
    EXPECT_EQ(cards[0].cells[kPhone], u"614"_s);
    EXPECT_EQ(cards[0].cells[kOtherPhones], u"911; 912; 613"_s);
    EXPECT_EQ(cards[1].cells[kPhone], u"912"_s);
    EXPECT_EQ(cards[2].cells[kPhone], u"911"_s);
    EXPECT_EQ(cards[3].cells[kPhone], u"911"_s);
    EXPECT_EQ(cards[4].cells[kPhone], QString{});
}

TEST(VCardReaderTest, foldedLinesSoftBreaksAndPicturesAreUnderstood)
{
    const QList<TableRow> cards = cardsIn(
        "BEGIN:VCARD\r\nVERSION:2.1\r\nFN;ENCODING=QUOTED-PRINTABLE;CHARSET=ISO-8859-1:Jos=E9 Luis Fern=\r\n"
        "=E1ndez\r\nPHOTO;ENCODING=BASE64;JPEG:"
        + QByteArray(4'000'000, 'A') + "\r\n  AAAA\r\n\r\nTEL;CELL:+34600\r\n 000274\r\nEND:VCARD\r\n");

    ASSERT_EQ(cards.size(), 1);
    EXPECT_EQ(cards[0].cells[kName], u"José Luis Fernández"_s);
    EXPECT_EQ(cards[0].cells[kPhone], u"+34600000274"_s);
}

TEST(VCardReaderTest, otherEncodingsAreGuessedAndBrokenBytesRefuseTheirCardOnly)
{
    QByteArray utf16{"\xFF\xFE", 2};
    for (const QChar c : u"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Лев\r\nTEL:+79991234567\r\nEND:VCARD\r\n"_s) {
        utf16 += char(c.unicode() & 0xFF);
        utf16 += char(c.unicode() >> 8);
    }
    const QList<TableRow> broken = cardsIn("BEGIN:VCARD\nFN:Jos\xC3\xA9 \xE4\xB8\xAD\nTEL:1\nEND:VCARD\n"
                                           "BEGIN:VCARD\nFN;CHARSET=UTF-8:Jos\xE9 L\nTEL:1\nEND:VCARD\n");

    EXPECT_EQ(cardsIn(utf16)[0].cells[kName], u"Лев"_s);
    EXPECT_EQ(cardsIn("BEGIN:VCARD\nFN:Jos\xE9\nTEL:1\nEND:VCARD\n")[0].cells[kName], u"José"_s);
    ASSERT_EQ(broken.size(), 2);
    EXPECT_FALSE(broken[0].problem);
    EXPECT_EQ(broken[1].problem, ImportReason::NotTextual);
}

TEST(VCardReaderTest, aCardWithoutEndAndAnAgentInsideLoseNobody)
{
    const QList<TableRow> cards =
        cardsIn("BEGIN:VCARD\nFN:A\nAGENT:\nBEGIN:VCARD\nFN:Agent\nTEL:2\nEND:VCARD\nTEL:1\nEND:VCARD\n"
                "nonsense\nBEGIN:VCARD\nFN:B\nTEL:3");

    ASSERT_EQ(cards.size(), 2);
    EXPECT_EQ(cards[0].cells[kPhone], u"1"_s);
    EXPECT_EQ(cards[1].cells[kName], u"B"_s);
    EXPECT_EQ(cards[1].cells[kPhone], u"3"_s);
}

TEST(VCardReaderTest, aLineOfTenMegabytesIsTooLarge)
{
    for (const QByteArray &note :
         {QByteArray(10 * 1024 * 1024, 'a'), QByteArray{"a\n "}.repeated(4'000'000)}) {
        const Result<std::unique_ptr<VCardReader>> reader = VCardReader::openDevice(
            deviceWith("BEGIN:VCARD\nNOTE:" + note + "\nEND:VCARD\n"), u"people.vcf"_s);
        ASSERT_TRUE(reader);
        TableRow row;
        ASSERT_TRUE((*reader)->next(row)); // the headings

        const Result<bool> more = (*reader)->next(row);

        ASSERT_FALSE(more);
        EXPECT_EQ(more.error().code, u"too_large"_s);
    }
}

TEST(VCardReaderTest, anAddressBookIsImportedWithoutAnyChoice)
{
    const Result<std::unique_ptr<RecipientImport>> import = RecipientImport::openText(
        u"BEGIN:VCARD\nVERSION:3.0\nFN:Ana\nTEL;TYPE=CELL:600000274\nTEL;TYPE=WORK:600000275\nEND:VCARD\n"
        "BEGIN:VCARD\nVERSION:3.0\nFN:Nobody\nEND:VCARD\n"_s,
        {.defaultCountry = u"ES"_s});
    ASSERT_TRUE(import);
    QList<ImportedRow> rows;

    const Result<ImportSummary> summary =
        (*import)->run({.rows = [&](const QList<ImportedRow> &batch) -> Result<> {
            rows += batch;
            return Done{};
        }});

    ASSERT_TRUE(summary);
    EXPECT_EQ((*import)->shape().kind, TableKind::AddressBook);
    EXPECT_EQ(summary->accepted, 1);
    EXPECT_EQ(rows[0].phone.e164(), u"+34600000274"_s);
    EXPECT_EQ(rows[0].name, u"Ana"_s);
    EXPECT_EQ(rows[1].reason, ImportReason::EmptyPhone);
    EXPECT_EQ(rows[1].number, 2);
}
