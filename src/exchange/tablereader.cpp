#include "exchange/tablereader.h"

#include "exchange/rowbatch.h"

#include <algorithm>
#include <numeric>

bool TableRow::isBlank() const
{
    return std::all_of(cells.begin(), cells.end(),
                       [](const QString &cell) { return QStringView{cell}.trimmed().isEmpty(); });
}

qsizetype TableRow::characters() const
{
    return std::accumulate(cells.begin(), cells.end(), qsizetype(0),
                           [](qsizetype sum, const QString &cell) { return sum + cell.size(); });
}

Result<std::unique_ptr<RowBatch>> TableReader::nextBatch(const BatchLimits &limits)
{
    QList<TableRow> rows;
    qsizetype cells = 0;
    qsizetype characters = 0;
    while (rows.size() < limits.rows && cells < limits.cells && characters < limits.characters) {
        TableRow row;
        const Result<bool> more = next(row);
        if (!more)
            return more.error();
        if (!*more)
            break;
        cells += row.cells.size();
        characters += row.characters();
        rows += std::move(row);
    }
    return std::unique_ptr<RowBatch>{std::make_unique<DecodedRows>(std::move(rows))};
}
