#include "importbenchmark.h"

#include "processusage.h"

#include "exchange/csvreader.h"
#include "exchange/recipientimport.h"

#include <QCoreApplication>
#include <QTemporaryFile>

using namespace Qt::StringLiterals;

namespace {

constexpr int kRows = 200'000;

/// As a sheet of an Indian agency may look: most numbers international, some national or with blanks, a few
/// from abroad, some twice, some broken.
QByteArray phoneIn(int row)
{
    const int number = row % 50 == 41 ? row - 40 : row;
    const QByteArray indian = QByteArray::number(9'000'000'000 + number);
    switch (row % 10) {
    case 5:
    case 6: return indian;
    case 7: return "+91 " + indian.left(5) + ' ' + indian.mid(5);
    case 8: return row % 100 == 8 ? QByteArray{"n/a"} : "+44" + QByteArray::number(7'400'000'000 + number);
    case 9: return "+34" + QByteArray::number(600'000'000 + number);
    default: return "+91" + indian;
    }
}

bool writeFile(QFile &file)
{
    QByteArray text{"Name,Phone,Package,Price\n"};
    for (int row = 0; row < kRows; ++row) {
        text += "Person " + QByteArray::number(row) + ',' + phoneIn(row) + ",\"Kerala, 5 days\","
            + QByteArray::number(20'000 + row % 40'000) + '\n';
    }
    return file.write(text) == text.size() && file.flush();
}

/// Of processor time, which a busy machine does not distort: both sides work on one thread.
double rowsPerSecond(std::chrono::microseconds begun)
{
    return kRows / std::chrono::duration<double>{processorTime() - begun}.count();
}

Result<double> parseSpeed(const QString &path)
{
    const std::chrono::microseconds begun = processorTime();
    const Result<std::unique_ptr<CsvReader>> reader = CsvReader::openFile(path);
    if (!reader)
        return reader.error();
    TableRow row;
    while (true) {
        const Result<bool> more = (*reader)->next(row);
        if (!more)
            return more.error();
        if (!*more)
            return rowsPerSecond(begun);
    }
}

Result<double> importSpeed(const QString &path)
{
    ImportOptions options;
    options.defaultCountry = u"IN"_s;
    options.columnChoices = {u"1=Package"_s, u"2=Price"_s};
    options.variables = {u"1"_s, u"2"_s};
    const std::chrono::microseconds begun = processorTime();
    const Result<std::unique_ptr<RecipientImport>> import = RecipientImport::openFile(path, options);
    if (!import)
        return import.error();
    const Result<ImportSummary> summary = (*import)->run({});
    if (!summary)
        return summary.error();
    const double speed = rowsPerSecond(begun);
    if (summary->rows != kRows || summary->accepted == 0 || summary->duplicates == 0
        || summary->rejected == 0)
        return Error{ErrorKind::Internal, u"The import has not understood its file."_s, u"import"_s, {}};
    return speed;
}

} // namespace

Result<std::vector<Measurement>> measureImport()
{
    QTemporaryFile file{QCoreApplication::applicationDirPath() + u"/benchmark-XXXXXX.csv"_s};
    if (!file.open() || !writeFile(file))
        return Error{ErrorKind::Storage, file.errorString(), u"file"_s, {}};
    const Result<double> parse = parseSpeed(file.fileName());
    if (!parse)
        return parse.error();
    const Result<double> import = importSpeed(file.fileName());
    if (!import)
        return import.error();
    const QString subject = u"Import of %1 rows"_s.arg(kRows);
    return std::vector<Measurement>{
        {subject, u"rows/s checked"_s,          *import,             Measurement::Reference{u"reading them only"_s, *parse}},
        {subject, u"MB of memory at the end"_s, residentMegabytes(), {}                                                    },
    };
}
