#include "exchange/recipientimport.h"

#include "domain/sendingwindow.h"
#include "domain/whatsappnumber.h"
#include "exchange/countrytext.h"
#include "exchange/csvwriter.h"
#include "exchange/knownexports.h"
#include "exchange/vcardreader.h"

#include <QElapsedTimer>
#include <QHash>

#include <algorithm>
#include <deque>
#include <future>
#include <numeric>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

constexpr int kRowsReadAhead = 100;
constexpr size_t kBatchesAhead = 3; ///< are checked at once: two processors and what waits for them
// So that very wide or very long rows do not fill the memory.
constexpr qsizetype kMostCellsOfBatch = 50'000;
constexpr qsizetype kMostCharactersOfBatch = 2 * 1024 * 1024;
constexpr qsizetype kLongestListedValue = 200; // characters of a rejected cell in the summary

/// Numbers seen so far and the row of each. An open hash table, because a million strings would take ten
/// times the memory.
class SeenNumbers
{
public:
    /// The row that had this number first; 0 if none had.
    qint64 firstRow(const PhoneNumber &phone) const
    {
        if (m_slots.empty())
            return 0;
        const quint64 key = keyOf(phone);
        for (size_t i = slotOf(key);; i = (i + 1) & (m_slots.size() - 1)) {
            if (m_slots[i].key == key)
                return m_slots[i].row;
            if (m_slots[i].key == kFree)
                return 0;
        }
    }

    void insert(const PhoneNumber &phone, qint64 row)
    {
        if ((m_used + 1) * 4 > m_slots.size() * 3)
            grow();
        place({keyOf(phone), row});
        ++m_used;
    }

private:
    static constexpr quint64 kFree = 0; // no number is 0

    struct Slot
    {
        quint64 key = kFree;
        qint64 row = 0;
    };

    /// At most 15 digits, which do not begin with 0: the number itself.
    static quint64 keyOf(const PhoneNumber &phone) { return QStringView{phone.e164()}.mid(1).toULongLong(); }

    size_t slotOf(quint64 key) const
    {
        const quint64 mixed = key * 0x9E3779B97F4A7C15u; // Fibonacci hashing
        return size_t((mixed >> 20) & (m_slots.size() - 1));
    }

    void place(Slot slot)
    {
        size_t i = slotOf(slot.key);
        while (m_slots[i].key != kFree)
            i = (i + 1) & (m_slots.size() - 1);
        m_slots[i] = slot;
    }

    void grow()
    {
        std::vector<Slot> old(std::max<size_t>(1024, m_slots.size() * 2));
        old.swap(m_slots);
        for (const Slot &slot : old) {
            if (slot.key != kFree)
                place(slot);
        }
    }

    std::vector<Slot> m_slots; ///< a power of two
    size_t m_used = 0;
};

ColumnMapping withAddressBookColumns(ColumnMapping chosen)
{
    for (const QLatin1StringView field : {ImportField::phone, ImportField::name}) {
        if (!chosen.contains(field))
            chosen.insert(field, VCardReader::columnOf(field));
    }
    return chosen;
}

qsizetype charactersIn(const QStringList &cells)
{
    return std::accumulate(cells.begin(), cells.end(), qsizetype(0),
                           [](qsizetype sum, const QString &cell) { return sum + cell.size(); });
}

bool hasFilledCellsBeyond(const QStringList &cells, qsizetype count)
{
    return std::any_of(cells.begin() + std::min(count, cells.size()), cells.end(),
                       [](const QString &cell) { return !QStringView{cell}.trimmed().isEmpty(); });
}

} // namespace

/// One pass over a file: the state that its rows share.
class RecipientImport::Run
{
public:
    Run(RecipientImport &import, const ImportCallbacks &callbacks)
        : m_import{import}
        , m_options{import.m_options}
        , m_callbacks{callbacks}
    {
        const ColumnMapping &mapping = import.m_shape.mapping;
        m_phoneColumn = mapping.value(ImportField::phone, -1);
        m_nameColumn = mapping.value(ImportField::name, -1);
        m_familyNameColumn = mapping.value(ImportField::familyName, -1);
        m_countryColumn = mapping.value(ImportField::country, -1);
        m_timeZoneColumn = mapping.value(ImportField::timeZone, -1);
        for (const QString &key : m_options.variables)
            m_variableColumns.insert(key, mapping.value(key, -1));
        for (auto field = mapping.begin(); field != mapping.end(); ++field) {
            if (field.key().startsWith(ImportField::attributePrefix) && *field >= 0)
                m_attributeColumns.insert(field.key().mid(ImportField::attributePrefix.size()), *field);
        }
    }

    /// Some batches are checked by threads of their own while the ones before them are judged here, in the
    /// order of the file.
    Result<ImportSummary> toTheEnd(const CancelToken &cancel)
    {
        QElapsedTimer timer;
        timer.start();
        std::deque<std::future<QList<ImportedRow>>> ahead;
        while (true) {
            while (ahead.size() < kBatchesAhead && !m_isAtEnd) {
                Result<QList<TableRow>> rows = readBatch();
                if (!rows)
                    return rows.error();
                ahead.push_back(
                    std::async(std::launch::async | std::launch::deferred, [this, batch = *std::move(rows)] {
                        QList<ImportedRow> checked;
                        checked.reserve(batch.size());
                        for (const TableRow &row : batch)
                            checked += check(row);
                        return checked;
                    }));
            }
            if (ahead.empty())
                break;
            const Result<> delivered = deliver(ahead.front().get());
            ahead.pop_front();
            if (!delivered)
                return delivered.error();
            if (cancel.isCancelled() && !(m_isAtEnd && ahead.empty())) {
                m_summary.wasCancelled = true;
                break;
            }
        }
        m_summary.seconds = double(timer.nsecsElapsed()) / 1e9;
        return m_summary;
    }

private:
    static QString cell(const TableRow &row, int column)
    {
        return column < 0 ? QString{} : withoutFormulaGuard(row.cells.value(column).trimmed());
    }

    static ImportedRow rejected(ImportedRow row, ImportReason reason, const QString &value)
    {
        row.outcome = RowOutcome::Rejected;
        row.reason = reason;
        row.value = value;
        return row;
    }

    /// As many rows as are delivered at once; fewer only at the end, or where they are long.
    Result<QList<TableRow>> readBatch()
    {
        QList<TableRow> batch;
        batch.reserve(kBatchSize);
        qsizetype cells = 0;
        qsizetype characters = 0;
        while (batch.size() < kBatchSize && cells < kMostCellsOfBatch
               && characters < kMostCharactersOfBatch) {
            if (m_options.mostRows && m_rowsRead >= *m_options.mostRows) {
                m_summary.isComplete = false;
                m_isAtEnd = true;
                break;
            }
            TableRow row;
            const Result<bool> more = m_import.next(row);
            if (!more)
                return more.error();
            if (!*more) {
                m_isAtEnd = true;
                break;
            }
            if ((!row.problem && row.isBlank()) || m_options.leftOut.contains(row.number))
                continue;
            ++m_rowsRead;
            cells += row.cells.size();
            characters += charactersIn(row.cells);
            batch += std::move(row);
        }
        return batch;
    }

    /// What can be said of a row by itself. Several threads are in here at once.
    ImportedRow check(const TableRow &source) const
    {
        ImportedRow row;
        row.number = source.number;
        row.cells = source.cells;
        row.phoneText = m_options.fixedPhones.value(source.number, source.cells.value(m_phoneColumn));
        row.name = cell(source, m_nameColumn).simplified();
        if (m_familyNameColumn >= 0)
            row.name = (row.name + u' ' + cell(source, m_familyNameColumn)).simplified();
        if (source.problem)
            return rejected(row, *source.problem, row.phoneText);
        readValues(row, source);

        const ParsedPhone parsed = parse(source, row.phoneText);
        row.region = parsed.region;
        row.digitsMissing = parsed.digitsMissing;
        row.digitsTooMany = parsed.digitsTooMany;
        row.areaCodeMissing = parsed.areaCodeMissing;
        row.extensionDropped = parsed.extensionDropped;
        const bool isLetIn = m_options.acceptPossible && parsed.isPossible();
        if (parsed.reason && !isLetIn)
            return rejected(row, *parsed.reason, row.phoneText);
        const std::optional<PhoneNumber> phone = PhoneNumber::fromE164(parsed.e164);
        if (!phone) // possible in its country, but not as long as a number of the world has to be
            return rejected(row, parsed.e164.size() < 9 ? ImportReason::TooShort : ImportReason::TooLong,
                            row.phoneText);
        row.phone = spellingsOnWhatsApp(*phone).front(); // one person is one number
        row.timeZone = cell(source, m_timeZoneColumn);
        return row;
    }

    bool isZone(const QString &name)
    {
        if (m_zones.contains(name))
            return true;
        if (!isTimeZoneName(name))
            return false;
        m_zones.insert(name);
        return true;
    }

    ParsedPhone parse(const TableRow &source, const QString &phoneText) const
    {
        const QString country = cell(source, m_countryColumn);
        if (country.isEmpty())
            return m_import.m_parser.parse(phoneText);
        // A country that nobody knows must not turn into the default one: the number might be somebody else's
        // there.
        return m_import.m_parser.parse(phoneText, countryFromText(country).value_or(QString{}));
    }

    void readValues(ImportedRow &row, const TableRow &source) const
    {
        for (auto variable = m_variableColumns.begin(); variable != m_variableColumns.end(); ++variable) {
            if (const QString value = cell(source, *variable); !value.isEmpty())
                row.variables.insert(variable.key(), value);
        }
        for (auto attribute = m_attributeColumns.begin(); attribute != m_attributeColumns.end();
             ++attribute) {
            if (const QString value = cell(source, *attribute); !value.isEmpty())
                row.attributes.insert(attribute.key(), value);
        }
    }

    /// What becomes of a row whose number is good.
    Result<ImportedRow> judge(ImportedRow row)
    {
        if (!row.timeZone.isEmpty() && !isZone(row.timeZone)) {
            const QString zone = row.timeZone;
            return rejected(std::move(row), ImportReason::UnknownTimeZone, zone);
        }
        if (const qint64 first = m_seen.firstRow(row.phone); first > 0) {
            row.outcome = RowOutcome::Duplicate;
            row.sameAsRow = first;
            return row;
        }
        if (m_callbacks.isPresent) {
            const Result<bool> isPresent = m_callbacks.isPresent(row.phone);
            if (!isPresent)
                return isPresent.error();
            if (*isPresent) {
                row.outcome = RowOutcome::Duplicate;
                return row;
            }
        }
        if (m_callbacks.isSuppressed) {
            const Result<bool> isSuppressed = m_callbacks.isSuppressed(row.phone);
            if (!isSuppressed)
                return isSuppressed.error();
            if (*isSuppressed) {
                row.outcome = RowOutcome::OptedOut;
                m_seen.insert(row.phone, row.number);
                return row;
            }
        }
        // A row that misses a value is not "seen": a later, complete row of the same person must not be lost
        // for it.
        if (const std::optional<QString> key = missingVariable(row))
            return rejected(row, ImportReason::MissingVariable, *key);
        m_seen.insert(row.phone, row.number);
        return row;
    }

    std::optional<QString> missingVariable(const ImportedRow &row) const
    {
        if (!m_options.refuseMissingVariables)
            return std::nullopt;
        for (const QString &key : m_options.variables) {
            if (!row.variables.contains(key) && m_options.defaults.value(key).trimmed().isEmpty())
                return key;
        }
        return std::nullopt;
    }

    void count(const ImportedRow &row)
    {
        ++m_summary.rows;
        m_summary.extensionsDropped += row.extensionDropped ? 1 : 0;
        m_summary.rowsTooWide += hasFilledCellsBeyond(row.cells, m_import.m_shape.examples.size()) ? 1 : 0;
        switch (row.outcome) {
        case RowOutcome::Accepted:
            ++m_summary.accepted;
            for (const QString &key : m_options.variables)
                m_summary.emptyValues[key] += row.variables.contains(key) ? 0 : 1;
            break;
        case RowOutcome::Duplicate: ++m_summary.duplicates; break;
        case RowOutcome::OptedOut: ++m_summary.optedOut; break;
        case RowOutcome::Rejected:
            ++m_summary.rejected;
            ++m_summary.byReason[*row.reason];
            if (m_summary.rejects.size() < kMostListedRejects)
                m_summary.rejects.append({row.number, *row.reason, row.value.left(kLongestListedValue)});
            break;
        }
    }

    Result<> deliver(QList<ImportedRow> rows)
    {
        for (ImportedRow &row : rows) {
            if (row.outcome == RowOutcome::Accepted) {
                Result<ImportedRow> judged = judge(std::move(row));
                if (!judged)
                    return judged.error();
                row = *std::move(judged);
            }
            count(row);
        }
        if (m_callbacks.rows && !rows.isEmpty()) {
            if (const Result<> taken = m_callbacks.rows(rows); !taken)
                return taken.error();
        }
        if (m_callbacks.progress)
            m_callbacks.progress({m_summary.rows, m_import.m_reader->position(), m_import.m_reader->size()});
        return Done{};
    }

    RecipientImport &m_import;
    const ImportOptions &m_options;
    const ImportCallbacks &m_callbacks;
    int m_phoneColumn = -1;
    int m_nameColumn = -1;
    int m_familyNameColumn = -1;
    int m_countryColumn = -1;
    int m_timeZoneColumn = -1;
    QSet<QString> m_zones; ///< that are known to be some
    QMap<QString, int> m_variableColumns;
    QMap<QString, int> m_attributeColumns;
    SeenNumbers m_seen;
    qint64 m_rowsRead = 0;
    bool m_isAtEnd = false;
    ImportSummary m_summary;
};

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
    while (m_beginning.size() < kRowsReadAhead && cells < kMostCellsOfBatch
           && characters < kMostCharactersOfBatch) {
        const Result<bool> more = m_reader->next(row);
        if (!more)
            return more.error();
        if (!*more)
            break;
        m_beginning += row;
        cells += row.cells.size();
        characters += charactersIn(row.cells);
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

Result<bool> RecipientImport::next(TableRow &row)
{
    if (m_nextOfBeginning < m_beginning.size()) {
        row = m_beginning[m_nextOfBeginning++];
        return true;
    }
    return m_reader->next(row);
}

Result<ImportSummary> RecipientImport::run(const ImportCallbacks &callbacks, const CancelToken &cancel)
{
    if (m_shape.mapping.value(ImportField::phone, -1) < 0) {
        return Error{.kind = ErrorKind::BadInput,
                     .message = tr("No column looks like phone numbers. Say which one holds them."),
                     .code = u"no_phone_column"_s,
                     .detail = {}};
    }
    return Run{*this, callbacks}.toTheEnd(cancel);
}
