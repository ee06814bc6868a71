#include "exchange/recipientimport.h"
#include "exchange/rejectswriter.h"

#include "generateddevice.h"

#include <QBuffer>
#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>

using namespace Qt::StringLiterals;

namespace {

QString sample(const QString &name)
{
    return QStringLiteral(FANFARE_IMPORT_SAMPLES "/") + name;
}

/// An import that ran to its end, with all its rows.
struct Finished
{
    ImportShape shape;
    ImportSummary summary;
    QList<ImportedRow> rows;

    const ImportedRow &row(qint64 number) const
    {
        static const ImportedRow none;
        const auto found = std::find_if(rows.begin(), rows.end(),
                                        [number](const ImportedRow &r) { return r.number == number; });
        EXPECT_NE(found, rows.end()) << "row " << number;
        return found == rows.end() ? none : *found;
    }
    QString reason(qint64 number) const
    {
        return row(number).reason ? toWord(*row(number).reason) : QString{};
    }
};

Finished finished(Result<std::unique_ptr<RecipientImport>> opened, ImportCallbacks callbacks = {})
{
    Finished result;
    EXPECT_TRUE(opened) << (opened ? "" : qPrintable(opened.error().message));
    if (!opened)
        return result;
    result.shape = (*opened)->shape();
    callbacks.rows = [&result](const QList<ImportedRow> &rows) -> Result<> {
        result.rows += rows;
        return Done{};
    };
    const Result<ImportSummary> summary = (*opened)->run(callbacks);
    EXPECT_TRUE(summary) << (summary ? "" : qPrintable(summary.error().message));
    if (summary)
        result.summary = *summary;
    EXPECT_EQ(result.summary.rows,
              result.summary.accepted + result.summary.duplicates + result.summary.rejected
                  + result.summary.optedOut);
    EXPECT_EQ(result.summary.rows, result.rows.size());
    return result;
}

Finished importedFile(const QString &name, const ImportOptions &options = {})
{
    return finished(RecipientImport::openFile(sample(name), options));
}

Finished importedText(const QString &text, const ImportOptions &options = {},
                      const ImportCallbacks &callbacks = {})
{
    return finished(RecipientImport::openText(text, options), callbacks);
}

Result<std::unique_ptr<RecipientImport>> openedDevice(std::unique_ptr<QIODevice> device,
                                                      const ImportOptions &options = {})
{
    Result<std::unique_ptr<CsvReader>> reader =
        CsvReader::openDevice(std::move(device), u"people.csv"_s, options.format);
    if (!reader)
        return reader.error();
    return RecipientImport::openReader(*std::move(reader), options);
}

} // namespace

// "I drop the list that our Spanish Excel saved, and see who can be written to and what is wrong with the
// others."
TEST(RecipientImportTest, aFileFromASpanishExcelTellsWhoCanBeWrittenToAndWhyOthersCannot)
{
    const Finished import = importedFile(u"spanish-excel.csv"_s,
                                         {.defaultCountry = u"ES"_s,
                                          .variables = {u"salida"_s},
                                          .defaults = {{u"salida"_s, u"esta semana"_s}}});

    EXPECT_EQ(import.shape.encoding, TextEncoding::Windows1252);
    EXPECT_EQ(import.shape.delimiter, u";"_s);
    EXPECT_TRUE(import.shape.hasHeader);
    EXPECT_EQ(import.shape.header[1], u"móvil"_s);
    EXPECT_EQ(import.shape.examples[3], u"289,00 €"_s);
    EXPECT_EQ(import.summary.rows, 9);
    EXPECT_EQ(import.summary.accepted, 5);
    EXPECT_EQ(import.summary.duplicates, 1);
    EXPECT_EQ(import.summary.rejected, 3);
    EXPECT_EQ(import.row(2).phone.e164(), u"+34600000274"_s);
    EXPECT_EQ(import.row(2).name, u"Lucía Fernández"_s);
    EXPECT_EQ(import.row(2).region, u"ES"_s);
    EXPECT_EQ(import.row(2).variables,
              (Variables{
                  {u"salida"_s, u"5 de diciembre"_s}
    }));
    EXPECT_EQ(import.reason(4), u"precision_lost"_s);
    EXPECT_TRUE(import.row(5).variables.isEmpty());
    EXPECT_EQ(import.summary.emptyValues.value(u"salida"_s), 1);
    EXPECT_EQ(import.row(6).outcome, RowOutcome::Duplicate);
    EXPECT_EQ(import.row(6).sameAsRow, 2);
    EXPECT_EQ(import.reason(7), u"too_short"_s);
    EXPECT_EQ(import.row(7).digitsMissing, 2);
    EXPECT_EQ(import.row(8).name, u"Iván Muñoz"_s);
    EXPECT_EQ(import.reason(9), u"not_a_number"_s);
    EXPECT_EQ(import.summary.rejects.size(), 3);
    EXPECT_EQ(import.summary.rejects[0].row, 4);
    EXPECT_EQ(import.summary.rejects[0].value, u"6,00E+08"_s);
    EXPECT_EQ(import.summary.byReason.value(ImportReason::TooShort), 1);
}

TEST(RecipientImportTest, aByteOrderMarkAndQuotedLineBreaksChangeNothing)
{
    const Finished import =
        importedFile(u"bom-and-quoted-lines.csv"_s, {.columnChoices = {u"attr:note=note"_s}});

    EXPECT_EQ(import.summary.accepted, 2);
    EXPECT_EQ(import.shape.header.front(), u"name"_s);
    EXPECT_EQ(import.row(2).name, u"Ruiz, Marta"_s);
    EXPECT_EQ(import.row(2).attributes.value(u"note"_s), u"first line\r\nsecond \"line\""_s);
    EXPECT_EQ(import.row(3).name, u"Lucía 🌷"_s);
}

TEST(RecipientImportTest, raggedRowsAreFilledUpOrWarnedAbout)
{
    const Finished import = importedFile(u"ragged.csv"_s);

    EXPECT_EQ(import.summary.rows, 5); // rows 4 and 7 have no cell with anything in it
    EXPECT_EQ(import.summary.accepted, 4);
    EXPECT_EQ(import.reason(5), u"empty_phone"_s);
    EXPECT_EQ(import.row(8).phone.e164(),
              u"+34600000903"_s); // the file's own numbers, blank lines among them
    EXPECT_EQ(import.summary.rowsTooWide, 1);
}

TEST(RecipientImportTest, aNumberThatExcelShortenedIsRefusedAndOneWithAllItsDigitsIsRead)
{
    const Finished import = importedFile(u"shortened-by-excel.csv"_s, {.defaultCountry = u"IN"_s});

    EXPECT_EQ(import.reason(2), u"precision_lost"_s);
    EXPECT_EQ(import.row(3).phone.e164(), u"+919812340001"_s);
    EXPECT_EQ(import.row(4).phone.e164(), u"+919812340002"_s);
    EXPECT_EQ(import.row(5).phone.e164(), u"+919812340003"_s);
}

TEST(RecipientImportTest, aLoneQuoteCostsOneRow)
{
    const Finished import = importedFile(u"lone-quote.csv"_s);

    EXPECT_EQ(import.summary.rows, 4);
    EXPECT_EQ(import.summary.accepted, 3);
    EXPECT_EQ(import.reason(3), u"unclosed_quote"_s);
    EXPECT_EQ(import.row(3).cells, (QStringList{u"\"Eva"_s, u"+34600000118"_s}));
    EXPECT_EQ(import.row(5).name, u"Ruiz, Marta"_s);
}

TEST(RecipientImportTest, unicodeTextFromExcelIsRead)
{
    const Finished import = importedFile(u"unicode-text-from-excel.txt"_s, {.defaultCountry = u"IN"_s});

    EXPECT_EQ(import.shape.encoding, TextEncoding::Utf16LittleEndian);
    EXPECT_EQ(import.shape.delimiter, u"\t"_s);
    EXPECT_EQ(import.summary.accepted, 2);
    EXPECT_EQ(import.row(2).name, u"आशा शर्मा"_s);
    EXPECT_EQ(import.row(2).phone.e164(), u"+919812340001"_s);
}

TEST(RecipientImportTest, aFileWithoutHeaderBeginsWithItsFirstPerson)
{
    const Finished import = importedFile(u"no-header.csv"_s,
                                         {
                                             .variables = {u"1"_s, u"2"_s}
    });

    EXPECT_FALSE(import.shape.hasHeader);
    EXPECT_EQ(import.summary.accepted, 2);
    EXPECT_EQ(import.row(1).name, u"Ana"_s);
    EXPECT_EQ(import.row(1).variables.value(u"1"_s), u"Lisboa"_s);
    EXPECT_EQ(import.row(2).variables.value(u"2"_s), u"305"_s);
}

TEST(RecipientImportTest, brokenEncodingCostsItsRowOnly)
{
    const Finished import = importedFile(u"broken-utf8.csv"_s);

    EXPECT_EQ(import.summary.accepted, 2);
    EXPECT_EQ(import.reason(3), u"not_textual"_s);
    EXPECT_EQ(import.row(4).name, u"José"_s);
}

TEST(RecipientImportTest, aNameInTwoColumnsIsReadWhole)
{
    const Finished import = finished(RecipientImport::openText(
        u"First Name,Last Name,Phone\nAna,Ruiz,+34600000274\n,Gil,+34600000275\nEva,,+34600000276\n"_s, {}));

    EXPECT_EQ(import.row(2).name, u"Ana Ruiz"_s);
    EXPECT_EQ(import.row(3).name, u"Gil"_s);
    EXPECT_EQ(import.row(4).name, u"Eva"_s);
}

TEST(RecipientImportTest, excelsSeparatorLineIsFollowed)
{
    EXPECT_EQ(importedFile(u"separator-line.csv"_s).row(2).phone.e164(), u"+34600000274"_s);
}

TEST(RecipientImportTest, anEmptyFileAndAFolderAreRefused)
{
    EXPECT_EQ(RecipientImport::openFile(sample(u"empty.csv"_s), {}).error().code, u"empty_file"_s);
    EXPECT_EQ(RecipientImport::openFile(sample({}), {}).error().code, u"is_a_folder"_s);
}

TEST(RecipientImportTest, aFileOfAHeaderAloneHasNoRows)
{
    const Finished import = importedText(u"name,phone\n"_s);

    EXPECT_EQ(import.summary.rows, 0);
}

TEST(RecipientImportTest, aFileThatFailsOnReadEndsInAnErrorThatSaysHowFarItGot)
{
    auto device = std::make_unique<GeneratedDevice>(
        1'000'000, [](qint64 row) { return "Ana,+34600" + QByteArray::number(100'000 + row) + "\n"; });
    device->failAfter(17 * 20'000);
    Result<std::unique_ptr<RecipientImport>> import = openedDevice(std::move(device));
    ASSERT_TRUE(import);

    const Result<ImportSummary> summary = (*import)->run({});

    ASSERT_FALSE(summary);
    EXPECT_EQ(summary.error().code, u"read_failed"_s);
    EXPECT_TRUE(summary.error().message.contains(u"20000"_s)) << qPrintable(summary.error().message);
}

TEST(RecipientImportTest, aSecondRowOfTheSamePersonIsADuplicateHoweverItIsWritten)
{
    const Finished import = importedText(u"phone\n600 000 274\n+34600000274\n0034600000274\n600000118\n"_s,
                                         {.defaultCountry = u"ES"_s});

    EXPECT_EQ(import.summary.accepted, 2);
    EXPECT_EQ(import.summary.duplicates, 2);
    EXPECT_EQ(import.row(4).sameAsRow, 2);
}

TEST(RecipientImportTest, somebodyWhoIsInTheCampaignAlreadyIsADuplicateOfNoRow)
{
    const Finished import = importedText(u"phone\n+34600000274\n+34600000118\n"_s, {},
                                         {.isPresent = [](const PhoneNumber &phone) -> Result<bool> {
                                             return phone.e164() == u"+34600000118"_s;
                                         }});

    EXPECT_EQ(import.summary.duplicates, 1);
    EXPECT_EQ(import.row(3).outcome, RowOutcome::Duplicate);
    EXPECT_EQ(import.row(3).sameAsRow, 0);
}

TEST(RecipientImportTest, somebodyWhoOptedOutIsKeptOut)
{
    const Finished import = importedText(u"phone\n+34600000274\n+34600000118\n+34600000118\n"_s, {},
                                         {.isSuppressed = [](const PhoneNumber &phone) {
                                             return phone.e164() == u"+34600000118"_s;
                                         }});

    EXPECT_EQ(import.summary.optedOut, 1);
    EXPECT_EQ(import.row(3).outcome, RowOutcome::OptedOut);
    EXPECT_EQ(import.summary.duplicates, 1);
    EXPECT_EQ(import.summary.accepted, 1);
}

TEST(RecipientImportTest, anEmptyCellOfAVariableWithoutDefaultRefusesTheRow)
{
    const Finished import =
        importedText(u"phone,pvp\n+34600000274,\n+34600000118,289 €\n"_s, {.variables = {u"pvp"_s}});

    EXPECT_EQ(import.reason(2), u"missing_variable"_s);
    EXPECT_EQ(import.row(2).value, u"pvp"_s);
    EXPECT_EQ(import.summary.accepted, 1);
}

TEST(RecipientImportTest, aColumnOfTimeZonesIsReadAndAnUnknownZoneRefusesTheRow)
{
    const Finished import = importedText(u"phone,where\n+34600000274,Atlantic/Canary\n+34600000118,\n"
                                         "+34600000119,GMT+1\n"_s,
                                         {.columnChoices = {u"time_zone=where"_s}});

    EXPECT_EQ(import.row(2).timeZone, u"Atlantic/Canary"_s);
    EXPECT_EQ(import.row(3).timeZone, QString{});
    EXPECT_EQ(import.reason(4), u"unknown_time_zone"_s);
    EXPECT_EQ(import.row(4).value, u"GMT+1"_s);
    EXPECT_EQ(import.summary.accepted, 2);
}

TEST(RecipientImportTest, aVariableWithoutColumnRefusesEveryRow)
{
    const Finished import =
        importedText(u"phone,x\n+34600000274,a\n+34600000118,b\n"_s, {.variables = {u"pvp"_s}});

    EXPECT_EQ(import.summary.byReason.value(ImportReason::MissingVariable), 2);
}

TEST(RecipientImportTest, aCompleteRowIsNotLostBecauseAnEarlierOneOfThatPersonMissedAValue)
{
    const Finished import =
        importedText(u"phone,pvp\n+34600000274,\n+34600000274,289 €\n"_s, {.variables = {u"pvp"_s}});

    EXPECT_EQ(import.summary.accepted, 1);
    EXPECT_EQ(import.summary.rejected, 1);
}

TEST(RecipientImportTest, numbersThatArePossibleOnlyAreLetInWhenAsked)
{
    const QString text = u"phone\n+34999999999\n+12025550123\n+3460000\n"_s;

    EXPECT_EQ(importedText(text).reason(2), u"invalid_for_country"_s);
    const Finished lenient = importedText(text, {.acceptPossible = true});
    EXPECT_EQ(lenient.row(2).phone.e164(), u"+34999999999"_s);
    EXPECT_EQ(lenient.reason(4), u"too_short"_s);
}

// "Half of my Brazilians are in the list without the ninth digit."
TEST(RecipientImportTest, anOlderFormOfANumberIsTheSamePerson)
{
    const Finished finished =
        importedText(u"phone\n+55 11 98765-4321\n+55 11 8765-4321\n+52 1 55 1234 5678\n+525512345678\n"_s,
                     {.acceptPossible = true});

    EXPECT_EQ(finished.summary.accepted, 2);
    EXPECT_EQ(finished.summary.duplicates, 2);
}

TEST(RecipientImportTest, aPossibleNumberThatIsNoE164IsNeverLetIn)
{
    const Finished import = importedText(
        u"phone\n110\n1234\n"_s, {.hasHeader = true, .defaultCountry = u"DE"_s, .acceptPossible = true});

    EXPECT_EQ(import.reason(2), u"too_short"_s);
    EXPECT_EQ(import.reason(3), u"too_short"_s);
}

TEST(RecipientImportTest, theRowsOwnCountryIsUsed)
{
    const Finished import =
        importedText(u"phone,país\n600000274,ES\n07400 123456,UK\n600000118,Atlantis\n600000441,\n"_s,
                     {.columnChoices = {u"country=país"_s}, .defaultCountry = u"ES"_s});

    EXPECT_EQ(import.row(2).phone.e164(), u"+34600000274"_s);
    EXPECT_EQ(import.row(3).phone.e164(), u"+447400123456"_s);
    EXPECT_EQ(import.reason(4), u"missing_country"_s);
    EXPECT_EQ(import.row(5).phone.e164(), u"+34600000441"_s);
}

TEST(RecipientImportTest, aNumberThatWasFixedInPlaceIsUsedInsteadOfTheFiles)
{
    const Finished import =
        importedText(u"phone\n600\n600000118\n600000441\n"_s,
                     {.defaultCountry = u"ES"_s, .fixedPhones = {{2, u"600 000 274"_s}}, .leftOut = {4}});

    EXPECT_EQ(import.row(2).phone.e164(), u"+34600000274"_s);
    EXPECT_EQ(import.row(2).phoneText, u"600 000 274"_s);
    EXPECT_EQ(import.summary.rows, 2);
}

TEST(RecipientImportTest, aFileWithoutPhoneColumnSaysSoAndStillShowsItsColumns)
{
    const Result<std::unique_ptr<RecipientImport>> import =
        RecipientImport::openText(u"name,city\nAna,Lugo\n"_s, {});

    ASSERT_TRUE(import);
    EXPECT_EQ((*import)->shape().header, (QStringList{u"name"_s, u"city"_s}));
    const Result<ImportSummary> summary = (*import)->run({});
    ASSERT_FALSE(summary);
    EXPECT_EQ(summary.error().code, u"no_phone_column"_s);
    EXPECT_EQ(summary.error().kind, ErrorKind::BadInput);
}

TEST(RecipientImportTest, choicesOfColumnsGoBeforeGuesses)
{
    const Finished import = importedText(u"phone,otro\n912345678,600000274\n"_s,
                                         {.columnChoices = {u"phone=otro"_s}, .defaultCountry = u"ES"_s});

    EXPECT_EQ(import.row(2).phone.e164(), u"+34600000274"_s);
}

TEST(RecipientImportTest, aColumnChosenByItsHeadingMakesTheFirstRowAHeader)
{
    const Finished import = importedText(u"tour 2024,cuando 2025\n+34600000274,Lisboa\n"_s,
                                         {.columnChoices = {u"phone=tour 2024"_s}});

    EXPECT_TRUE(import.shape.hasHeader);
    EXPECT_EQ(import.summary.accepted, 1);
}

TEST(RecipientImportTest, anUnknownColumnOrCountryIsWrongUsage)
{
    const QString text = u"phone\n+34600000274\n"_s;

    const Result<std::unique_ptr<RecipientImport>> column =
        RecipientImport::openText(text, {.columnChoices = {u"phone=mobile"_s}});
    const Result<std::unique_ptr<RecipientImport>> country =
        RecipientImport::openText(text, {.defaultCountry = u"ZZ"_s});

    ASSERT_FALSE(column);
    ASSERT_FALSE(country);
    EXPECT_EQ(column.error().kind, ErrorKind::Usage);
    EXPECT_EQ(country.error().kind, ErrorKind::Usage);
}

TEST(RecipientImportTest, onlyTheFirstHundredRejectsAreListed)
{
    const Finished import =
        importedText(u"phone\n"_s + u"600\n"_s.repeated(250), {.defaultCountry = u"ES"_s});

    EXPECT_EQ(import.summary.rejected, 250);
    EXPECT_EQ(import.summary.rejects.size(), 100);
    EXPECT_EQ(import.summary.rejects.last().row, 101);
}

TEST(RecipientImportTest, rowsComeInBatchesAndACancelledImportSaysSo)
{
    CancelToken cancel;
    qint64 delivered = 0;
    ImportCallbacks callbacks;
    callbacks.rows = [&](const QList<ImportedRow> &rows) -> Result<> {
        EXPECT_LE(rows.size(), RecipientImport::kBatchSize);
        delivered += rows.size();
        cancel.cancel();
        return Done{};
    };
    Result<std::unique_ptr<RecipientImport>> import = openedDevice(std::make_unique<GeneratedDevice>(
        100'000, [](qint64 row) { return "+34600" + QByteArray::number(100'000 + row) + "\n"; }));
    ASSERT_TRUE(import);

    const Result<ImportSummary> summary = (*import)->run(callbacks, cancel);

    ASSERT_TRUE(summary);
    EXPECT_TRUE(summary->wasCancelled);
    EXPECT_EQ(delivered, RecipientImport::kBatchSize);
}

TEST(RecipientImportTest, anErrorOfTheReceiverEndsTheImport)
{
    ImportCallbacks callbacks;
    callbacks.rows = [](const QList<ImportedRow> &) -> Result<> {
        return Error{.kind = ErrorKind::Storage, .message = u"full"_s, .code = {}, .detail = {}};
    };
    Result<std::unique_ptr<RecipientImport>> import =
        RecipientImport::openText(u"phone\n+34600000274\n"_s, {});

    const Result<ImportSummary> summary = (*import)->run(callbacks);

    ASSERT_FALSE(summary);
    EXPECT_EQ(summary.error().kind, ErrorKind::Storage);
}

TEST(RecipientImportTest, aFirstLookStopsAfterTheRowsAskedFor)
{
    const Finished import =
        importedText(u"phone\n+34600000274\n+34600000118\n+34600000441\n"_s, {.mostRows = 2});

    EXPECT_EQ(import.summary.rows, 2);
    EXPECT_FALSE(import.summary.isComplete);
}

TEST(RecipientImportTest, progressReachesTheEndOfTheFile)
{
    const QString text = u"phone\n+34600000274\n"_s;
    ImportProgress last;

    importedText(text, {}, {.progress = [&last](const ImportProgress &progress) { last = progress; }});

    EXPECT_EQ(last.rows, 1);
    EXPECT_EQ(last.bytes, text.size());
    EXPECT_EQ(last.totalBytes, text.size());
}

TEST(RecipientImportTest, manyNumbersAreToldApart)
{
    constexpr qint64 kPeople = 6'000;
    Result<std::unique_ptr<RecipientImport>> import =
        openedDevice(std::make_unique<GeneratedDevice>(kPeople + 500, [](qint64 row) {
            return "+34600" + QByteArray::number(100'000 + row % kPeople) + "\n";
        }));

    const Finished result = finished(std::move(import));

    EXPECT_EQ(result.summary.accepted, kPeople);
    EXPECT_EQ(result.summary.duplicates, 500);
    EXPECT_EQ(result.rows.last().sameAsRow, 500);
}

TEST(RecipientImportTest, refusedRowsAreSavedWithTheirReasonsAndCanBeImportedAgain)
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"rejects.csv"_s);
    const ImportOptions options{.defaultCountry = u"ES"_s, .variables = {u"1"_s}};
    const QString text =
        u"name,phone,package\nAna,600000274,Lisboa\n=Eva,91 555 01,Porto\nSol,+34 600*2,Faro\nLuis\n"_s;
    Result<std::unique_ptr<RecipientImport>> import = RecipientImport::openText(text, options);
    Result<RejectsWriter> rejects = RejectsWriter::open(path, (*import)->shape());
    ASSERT_TRUE(rejects);

    const Result<ImportSummary> summary =
        (*import)->run({.rows = [&rejects](const QList<ImportedRow> &rows) { return rejects->write(rows); }});
    ASSERT_TRUE(summary);
    ASSERT_TRUE(rejects->commit());

    QFile file{path};
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_EQ(file.readAll(),
              QByteArray{"row,reason,name,phone,package\r\n"
                         "3,too_short,'=Eva,91 555 01,Porto\r\n"
                         "4,not_a_number,Sol,'+34 600*2,Faro\r\n"
                         "5,empty_phone,Luis,,\r\n"});
    const Finished again = finished(RecipientImport::openFile(
        path, {.defaultCountry = u"ES"_s, .variables = {u"1"_s}, .fixedPhones = {{2, u"915550123"_s}}}));
    EXPECT_EQ(again.summary.rows, 3);
    EXPECT_EQ(again.row(2).outcome, RowOutcome::Accepted);
    EXPECT_EQ(again.row(2).name, u"=Eva"_s);
    EXPECT_EQ(again.row(2).variables.value(u"1"_s), u"Porto"_s);
}

TEST(RecipientImportTest, damagedFilesEndInCountsThatAddUpOrInAnError)
{
    std::mt19937 random{20261122};
    constexpr std::array kNastyBytes{'"', ',', ';', '\n', '\r', '\0', '\xFF', '\xC3', '=', '\t'};
    for (const QString &name : {u"spanish-excel.csv"_s, u"bom-and-quoted-lines.csv"_s, u"lone-quote.csv"_s,
                                u"ragged.csv"_s, u"unicode-text-from-excel.txt"_s}) {
        QFile file{sample(name)};
        ASSERT_TRUE(file.open(QIODevice::ReadOnly));
        const QByteArray original = file.readAll();
        for (int round = 0; round < 60; ++round) {
            QByteArray bytes = original;
            for (int i = 0; i < 4; ++i)
                bytes[qsizetype(random() % size_t(bytes.size()))] =
                    kNastyBytes[random() % kNastyBytes.size()];
            bytes.truncate(bytes.size() - qsizetype(random() % 20));
            auto device = std::make_unique<QBuffer>();
            device->setData(bytes);
            device->open(QIODevice::ReadOnly);
            const Result<std::unique_ptr<RecipientImport>> import =
                openedDevice(std::move(device), {.defaultCountry = u"ES"_s});
            if (!import)
                continue;
            const Result<ImportSummary> summary = (*import)->run({});
            if (!summary)
                continue;
            EXPECT_EQ(summary->rows,
                      summary->accepted + summary->duplicates + summary->rejected + summary->optedOut);
            EXPECT_LE(summary->rows, 40);
        }
    }
}

// "I practise first: the list that ships has people of everywhere in it, and on purpose some mistakes."
TEST(RecipientImportTest, thePracticeListHasPeopleDuplicatesAndEveryKindOfMistake)
{
    const Finished import =
        finished(RecipientImport::openFile(QStringLiteral(FANFARE_PRACTICE_FOLDER "/practice-recipients.csv"),
                                           {
                                               .variables = {u"1"_s, u"2"_s}
    }));

    EXPECT_EQ(import.summary.rows, 241);
    EXPECT_EQ(import.summary.accepted, 217);
    EXPECT_EQ(import.summary.duplicates, 12);
    EXPECT_EQ(import.summary.rejected, 12);
    for (const ImportReason reason :
         {ImportReason::EmptyPhone, ImportReason::NotANumber, ImportReason::InvalidForCountry,
          ImportReason::MissingCountry, ImportReason::TooShort, ImportReason::TooLong,
          ImportReason::SeveralNumbers, ImportReason::PrecisionLost, ImportReason::MissingVariable,
          ImportReason::UnclosedQuote})
        EXPECT_GE(import.summary.byReason.value(reason), 1) << qPrintable(toWord(reason));
    EXPECT_EQ(import.shape.header, (QStringList{u"name"_s, u"phone"_s, u"package"_s, u"price"_s}));
    for (const ImportedRow &row : import.rows) {
        if (row.outcome == RowOutcome::Accepted) {
            EXPECT_TRUE(problemWithValue(row.variables.value(u"1"_s)).isEmpty()) << row.number;
            EXPECT_TRUE(problemWithValue(row.variables.value(u"2"_s)).isEmpty()) << row.number;
        }
    }
}
