#include "exchange/recipientimport.h"

#include "exchange/importpass.h"
#include "exchange/knownexports.h"
#include "exchange/vcardreader.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int kRowsReadAhead = 100;

ColumnMapping withAddressBookColumns(ColumnMapping chosen)
{
    for (const QLatin1StringView field : {ImportField::phone, ImportField::name}) {
        if (!chosen.contains(field))
            chosen.insert(field, VCardReader::columnOf(field));
    }
    return chosen;
}

} // namespace

RecipientImport::RecipientImport(std::unique_ptr<TableReader> reader, ImportOptions options,
                                 PhoneParser parser)
    : m_reader{std::move(reader)}
    , m_options{std::move(options)}
    , m_parser{std::move(parser)}
{
}

RecipientImport::~RecipientImport() = default;

Result<std::unique_ptr<RecipientImport>> RecipientImport::openFile(const QString &path,
                                                                   const ImportOptions &options)
{
    Result<std::unique_ptr<TableReader>> reader = openTableFile(path, {options.format, options.sheet});
    if (!reader)
        return reader.error();
    return openReader(*std::move(reader), options);
}

Result<std::unique_ptr<RecipientImport>> RecipientImport::openText(const QString &text,
                                                                   const ImportOptions &options)
{
    Result<std::unique_ptr<TableReader>> reader = openTableText(text, {options.format, options.sheet});
    if (!reader)
        return reader.error();
    return openReader(*std::move(reader), options);
}

Result<std::unique_ptr<RecipientImport>> RecipientImport::openReader(std::unique_ptr<TableReader> reader,
                                                                     const ImportOptions &options)
{
    const Result<PhoneParser> parser = PhoneParser::withDefaultCountry(options.defaultCountry);
    if (!parser)
        return parser.error();
    std::unique_ptr<RecipientImport> import{
        new RecipientImport{std::move(reader), options, *parser}
    };
    if (const Result<> begun = import->begin(); !begun)
        return begun.error();
    return import;
}

Result<> RecipientImport::begin()
{
    if (const Result<> read = readBeginning(); !read)
        return read.error();

    TableSample sample;
    for (const TableRow &row : m_beginning) {
        if (!row.problem && !row.isBlank())
            sample.rows += row.cells;
    }
    const TableFacts facts = m_reader->facts();
    m_shape.kind = facts.kind;
    m_shape.encoding = facts.encoding;
    m_shape.delimiter = facts.delimiter;
    m_shape.sheets = facts.sheets;
    m_shape.sheet = facts.sheet;
    m_shape.hasHeader = facts.hasHeader.value_or(m_options.hasHeader.value_or(
        (!sample.rows.isEmpty() && choicesNameCellOf(m_options.columnChoices, sample.rows.first()))
        || looksLikeHeader(sample.rows, m_options.variables, m_parser)));
    if (m_shape.hasHeader && !sample.rows.isEmpty()) {
        sample.header = sample.rows.takeFirst();
        const auto header = std::find_if(m_beginning.begin(), m_beginning.end(),
                                         [](const TableRow &row) { return !row.problem && !row.isBlank(); });
        m_beginning.erase(header);
    }
    m_shape.header = sample.header;

    const Result<ColumnMapping> choices =
        readColumnChoices(m_options.columnChoices, sample, m_options.variables);
    if (!choices)
        return choices.error();
    ColumnMapping chosen = *choices;
    chosen.insert(m_options.mapping);
    recall(chosen);
    m_shape.chosen = chosen;
    if (facts.kind == TableKind::AddressBook) // whose headings are our own
        chosen = withAddressBookColumns(chosen);
    if (const std::optional<KnownExport> known = knownExportOf(m_shape.header)) {
        m_shape.program = known->program;
        for (auto field = known->columns.begin(); field != known->columns.end(); ++field) {
            if (!chosen.contains(field.key()))
                chosen.insert(field.key(), *field);
        }
    }
    m_shape.mapping = guessColumns(sample, m_options.variables, chosen, m_parser);
    describeColumns(sample);
    return Done{};
}

Result<> RecipientImport::readBeginning()
{
    TableRow row;
    qsizetype cells = 0;
    qsizetype characters = 0;
    while (m_beginning.size() < kRowsReadAhead && cells < kBatchLimits.cells
           && characters < kBatchLimits.characters) {
        const Result<bool> more = m_reader->next(row);
        if (!more)
            return more.error();
        if (!*more)
            break;
        m_beginning += row;
        cells += row.cells.size();
        characters += row.characters();
    }
    return Done{};
}

/// Adds to what is chosen now what was chosen for an earlier file of this shape.
void RecipientImport::recall(ColumnMapping &chosen)
{
    if (!m_options.recall || !m_shape.hasHeader || m_shape.kind == TableKind::AddressBook)
        return;
    const ColumnMapping earlier = m_options.recall(m_shape.header);
    for (auto field = earlier.begin(); field != earlier.end(); ++field) {
        const bool isTaken = *field >= 0 && chosen.values().contains(*field);
        if (chosen.contains(field.key()) || isTaken || *field >= m_shape.header.size())
            continue;
        chosen.insert(field.key(), *field);
        m_shape.recalled += field.key();
    }
}

void RecipientImport::describeColumns(const TableSample &sample)
{
    for (int column = 0; column < sample.columnCount(); ++column) {
        QString example;
        for (int row = 0; row < sample.rows.size() && example.isEmpty(); ++row)
            example = sample.cell(row, column).trimmed();
        m_shape.examples += example;
    }
}

Result<ImportSummary> RecipientImport::run(const ImportCallbacks &callbacks, const CancelToken &cancel)
{
    if (m_shape.mapping.value(ImportField::phone, -1) < 0) {
        return Error{.kind = ErrorKind::BadInput,
                     .message = tr("No column looks like phone numbers. Say which one holds them."),
                     .code = u"no_phone_column"_s,
                     .detail = {}};
    }
    return ImportPass{*m_reader, m_beginning, m_options, m_shape, m_parser, callbacks}.toTheEnd(cancel);
}
