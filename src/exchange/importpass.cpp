#include "exchange/importpass.h"

#include "domain/sendingwindow.h"
#include "exchange/plainrow.h"

#include <QElapsedTimer>

#include <algorithm>
#include <deque>
#include <future>

namespace {

constexpr size_t kBatchesAhead = 3; ///< are checked at once: two processors and what waits for them
constexpr qsizetype kPlainRowsOfBatch = 2000; ///< they are small, and soon done
constexpr size_t kRowsPrepared = 12; ///< ahead of the one that is judged
constexpr qsizetype kLongestListedValue = 200; // characters of a rejected cell in the summary

bool hasFilledCellsBeyond(const QStringList &cells, qsizetype count)
{
    return std::any_of(cells.begin() + std::min(count, cells.size()), cells.end(),
                       [](const QString &cell) { return !QStringView{cell}.trimmed().isEmpty(); });
}

/// At most 15 digits, which do not begin with 0.
quint64 digitsOf(const PhoneNumber &phone)
{
    return QStringView{phone.e164()}.mid(1).toULongLong();
}

} // namespace

ImportPass::ImportPass(TableReader &reader, const QList<TableRow> &beginning, const ImportOptions &options,
                       const ImportShape &shape, const PhoneParser &parser, const ImportCallbacks &callbacks)
    : m_reader{reader}
    , m_beginning{beginning}
    , m_options{options}
    , m_shape{shape}
    , m_parser{parser}
    , m_callbacks{callbacks}
    , m_check{options, shape, parser}
    , m_readsPlainRows{callbacks.packing && !callbacks.isPresent && options.variables.isEmpty()}
{
}

Result<ImportSummary> ImportPass::toTheEnd(const CancelToken &cancel)
{
    QElapsedTimer timer;
    timer.start();
    std::deque<std::future<CheckedBatch>> ahead;
    while (true) {
        while (ahead.size() < kBatchesAhead && !m_isAtEnd) {
            Result<std::unique_ptr<RowBatch>> rows = readBatch();
            if (!rows)
                return rows.error();
            ahead.push_back(std::async(std::launch::async | std::launch::deferred,
                                       [this, batch = *std::move(rows)] { return check(*batch); }));
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

/// As many rows as are delivered at once; fewer at the end, or where they are long.
Result<std::unique_ptr<RowBatch>> ImportPass::readBatch()
{
    if (m_nextOfBeginning < m_beginning.size() || m_options.mostRows)
        return readRows();
    BatchLimits limits = RecipientImport::kBatchLimits;
    if (m_readsPlainRows)
        limits.rows = kPlainRowsOfBatch;
    Result<std::unique_ptr<RowBatch>> batch = m_reader.nextBatch(limits);
    m_isAtEnd = batch && (*batch)->count() == 0;
    return batch;
}

/// The same one by one.
Result<std::unique_ptr<RowBatch>> ImportPass::readRows()
{
    constexpr BatchLimits kLimits = RecipientImport::kBatchLimits;
    QList<TableRow> rows;
    qsizetype cells = 0;
    qsizetype characters = 0;
    while (rows.size() < kLimits.rows && cells < kLimits.cells && characters < kLimits.characters) {
        if (m_options.mostRows && m_rowsRead >= *m_options.mostRows) {
            m_summary.isComplete = false;
            m_isAtEnd = true;
            break;
        }
        TableRow row;
        if (m_nextOfBeginning < m_beginning.size()) {
            row = m_beginning[m_nextOfBeginning++];
        } else {
            const Result<bool> more = m_reader.next(row);
            if (!more)
                return more.error();
            m_isAtEnd = !*more;
            if (m_isAtEnd)
                break;
        }
        if ((!row.problem && row.isBlank()) || m_options.leftOut.contains(row.number))
            continue;
        ++m_rowsRead;
        cells += row.cells.size();
        characters += row.characters();
        rows += std::move(row);
    }
    return std::unique_ptr<RowBatch>{std::make_unique<DecodedRows>(std::move(rows))};
}

/// Several threads are in here at once.
ImportPass::CheckedBatch ImportPass::check(const RowBatch &batch) const
{
    CheckedBatch checked;
    checked.order.reserve(batch.count());
    PlainRowReader plain{m_shape.mapping, m_shape.examples.size(), m_parser.defaultCountry()};
    for (size_t i = 0; i < batch.count(); ++i) {
        const qint64 number = batch.number(i);
        if (m_options.leftOut.contains(number))
            continue;
        const bool mayBePlain = m_readsPlainRows && !m_options.fixedPhones.contains(number);
        if (const PlainRow *row = mayBePlain ? plain.read(batch.plainCells(i)) : nullptr) {
            const qsizetype begin = checked.packed.size();
            m_callbacks.packing->packPlain(*row, checked.packed);
            const bool isSuppressed = m_callbacks.isSuppressed
                && m_callbacks.isSuppressed(*PhoneNumber::fromE164(row->phone.e164()));
            checked.order.push_back(
                {number, row->phone.digits, begin, checked.packed.size() - begin, isSuppressed});
            continue;
        }
        const TableRow row = batch.row(i);
        if (!row.problem && row.isBlank())
            continue;
        checked.order.push_back({number});
        checked.rows += m_check.check(row);
    }
    return checked;
}

Result<> ImportPass::deliver(CheckedBatch batch)
{
    auto next = batch.rows.begin();
    for (size_t i = 0; i < batch.order.size(); ++i) {
        if (i + kRowsPrepared < batch.order.size())
            m_seen.prepareFor(batch.order[i + kRowsPrepared].digits);
        const CheckedRow &checked = batch.order[i];
        if (checked.digits != 0) {
            judgePlain(checked, QByteArrayView{batch.packed}.sliced(checked.begin, checked.length));
            continue;
        }
        ImportedRow &row = *next++;
        if (row.outcome == RowOutcome::Accepted) {
            if (const Result<> judged = judge(row); !judged)
                return judged;
        }
        count(row);
        if (m_callbacks.packing && row.outcome == RowOutcome::Accepted)
            takePacked(row);
    }
    if (m_callbacks.rows && !batch.rows.isEmpty()) {
        if (const Result<> taken = m_callbacks.rows(batch.rows); !taken)
            return taken;
    }
    if (m_callbacks.progress && !batch.order.empty())
        m_callbacks.progress({m_summary.rows, m_reader.position(), m_reader.size()});
    return Done{};
}

/// What becomes of a row whose number is good.
Result<> ImportPass::judge(ImportedRow &row)
{
    if (!row.timeZone.isEmpty() && !isZone(row.timeZone)) {
        const QString zone = row.timeZone;
        row = RowCheck::rejected(std::move(row), ImportReason::UnknownTimeZone, zone);
        return Done{};
    }
    const quint64 digits = digitsOf(row.phone);
    if (const qint64 first = m_seen.firstRow(digits); first > 0) {
        row.outcome = RowOutcome::Duplicate;
        row.sameAsRow = first;
        return Done{};
    }
    if (m_callbacks.isPresent) {
        const Result<bool> isPresent = m_callbacks.isPresent(row.phone);
        if (!isPresent)
            return isPresent.error();
        if (*isPresent) {
            row.outcome = RowOutcome::Duplicate;
            return Done{};
        }
    }
    if (m_callbacks.isSuppressed && m_callbacks.isSuppressed(row.phone)) {
        row.outcome = RowOutcome::OptedOut;
    } else if (const std::optional<QString> key = missingVariable(row)) {
        // Such a row is not "seen": a later, complete row of the same person must not be lost for it.
        row = RowCheck::rejected(std::move(row), ImportReason::MissingVariable, *key);
        return Done{};
    }
    m_seen.insert(digits, row.number);
    return Done{};
}

/// The same of a row that cannot miss anything, with its counting.
void ImportPass::judgePlain(const CheckedRow &row, QByteArrayView packed)
{
    ++m_summary.rows;
    if (m_seen.firstRow(row.digits) > 0) {
        ++m_summary.duplicates;
        return;
    }
    m_seen.insert(row.digits, row.number);
    if (row.isSuppressed) {
        ++m_summary.optedOut;
        return;
    }
    ++m_summary.accepted;
    m_callbacks.packing->take(row.digits, packed);
}

void ImportPass::takePacked(const ImportedRow &row)
{
    m_packed.clear();
    m_callbacks.packing->pack(row, m_packed);
    m_callbacks.packing->take(digitsOf(row.phone), m_packed);
}

bool ImportPass::isZone(const QString &name)
{
    if (m_zones.contains(name))
        return true;
    if (!isTimeZoneName(name))
        return false;
    m_zones.insert(name);
    return true;
}

std::optional<QString> ImportPass::missingVariable(const ImportedRow &row) const
{
    if (!m_options.refuseMissingVariables)
        return std::nullopt;
    for (const QString &key : m_options.variables) {
        if (!row.variables.contains(key) && m_options.defaults.value(key).trimmed().isEmpty())
            return key;
    }
    return std::nullopt;
}

void ImportPass::count(const ImportedRow &row)
{
    ++m_summary.rows;
    m_summary.extensionsDropped += row.extensionDropped ? 1 : 0;
    m_summary.rowsTooWide += hasFilledCellsBeyond(row.cells, m_shape.examples.size()) ? 1 : 0;
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
        if (m_summary.rejects.size() < RecipientImport::kMostListedRejects)
            m_summary.rejects.append({row.number, *row.reason, row.value.left(kLongestListedValue)});
        break;
    }
}
