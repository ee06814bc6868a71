#include "app/audiencereading.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

/// Progress is told so often, in milliseconds.
constexpr qint64 kBetweenReports = 80;

AudienceVerdict verdictOf(RowOutcome outcome)
{
    switch (outcome) {
    case RowOutcome::Accepted: return AudienceVerdict::Accepted;
    case RowOutcome::Duplicate: return AudienceVerdict::Duplicate;
    case RowOutcome::Rejected: return AudienceVerdict::Invalid;
    case RowOutcome::OptedOut: return AudienceVerdict::OptedOut;
    }
    Q_UNREACHABLE();
}

QString remarkOn(const ImportedRow &row)
{
    if (row.extensionDropped)
        return QCoreApplication::translate("AudienceReading", "The extension was left out");
    if (row.areaCodeMissing)
        return QCoreApplication::translate("AudienceReading", "The area code may be missing");
    return {};
}

AudienceRow shownRow(const ImportedRow &row)
{
    AudienceRow shown;
    shown.row = row.number;
    shown.phoneText = row.phoneText;
    shown.e164 = row.phone.e164();
    shown.name = row.name;
    shown.values = row.variables;
    shown.verdict = verdictOf(row.outcome);
    if (row.reason)
        shown.reason = toWord(*row.reason);
    shown.country = row.region;
    shown.digitsMissing = row.digitsMissing;
    shown.digitsTooMany = row.digitsTooMany;
    shown.sameAsRow = row.sameAsRow;
    shown.remark = remarkOn(row);
    return shown;
}

std::vector<AudienceColumn> shownColumns(const ImportShape &shape)
{
    const qsizetype count = std::max(shape.header.size(), shape.examples.size());
    std::vector<AudienceColumn> columns;
    for (qsizetype column = 0; column < count; ++column)
        columns.push_back({shape.header.value(column), shape.examples.value(column)});
    return columns;
}

} // namespace

ImportRequest importRequest(const AudienceSource &source, const AudienceChoices &choices,
                            const QString &country)
{
    ImportRequest request;
    request.path = source.path;
    request.text = source.text;
    request.options.format.encoding = textEncodingFromName(choices.encoding);
    if (!choices.delimiter.isEmpty())
        request.options.format.delimiter = choices.delimiter;
    request.options.hasHeader = choices.hasHeader;
    request.options.mapping = choices.columnOf;
    request.options.defaultCountry = choices.country.isEmpty() ? country : choices.country;
    request.options.fixedPhones = choices.fixedPhones;
    request.options.leftOut = QSet<qint64>{choices.leftOut.begin(), choices.leftOut.end()};
    return request;
}

bool Seldom::isTime()
{
    if (m_timer.isValid() && m_timer.elapsed() < kBetweenReports)
        return false;
    m_timer.start();
    return true;
}

void AudienceCollector::take(const QList<ImportedRow> &rows)
{
    for (const ImportedRow &row : rows) {
        size_t &taken = m_taken[static_cast<size_t>(row.outcome)];
        if (taken == kMostRowsOfAVerdict)
            continue;
        ++taken;
        m_rows.push_back(shownRow(row));
    }
}

AudiencePreview AudienceCollector::preview(const AudienceSource &source, const AudienceChoices &choices,
                                           const QString &country, const ImportReport &report) &&
{
    AudiencePreview preview;
    preview.source = source;
    preview.encoding = nameOf(report.shape.encoding);
    preview.delimiter = report.shape.delimiter;
    preview.hasHeader = report.shape.hasHeader;
    preview.country = choices.country.isEmpty() ? country : choices.country;
    preview.columns = shownColumns(report.shape);
    preview.columnOf = report.shape.mapping;
    preview.program = report.shape.program;
    preview.recallsColumns = !report.shape.recalled.isEmpty();
    preview.counts = {report.summary.rows,     report.summary.accepted, report.summary.duplicates,
                      report.summary.rejected, report.summary.optedOut, report.summary.emptyValues};
    preview.rows = std::move(m_rows);
    return preview;
}

TypedPhone readTypedPhone(const QString &text, const QString &country)
{
    const Result<PhoneParser> parser = PhoneParser::withDefaultCountry(country);
    const ParsedPhone parsed = parser ? parser->parse(text) : PhoneParser{}.parse(text);
    TypedPhone typed;
    typed.region = parsed.region;
    if (parsed.valid) {
        typed.phone = PhoneNumber::fromE164(parsed.e164).value_or(PhoneNumber{});
        return typed;
    }
    AudienceRow row;
    row.verdict = AudienceVerdict::Invalid;
    row.reason = toWord(parsed.reason.value_or(ImportReason::InvalidForCountry));
    row.country = parsed.region;
    row.digitsMissing = parsed.digitsMissing;
    row.digitsTooMany = parsed.digitsTooMany;
    typed.problem = sentenceFor(row);
    return typed;
}
