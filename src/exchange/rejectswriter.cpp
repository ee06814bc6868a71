#include "exchange/rejectswriter.h"

using namespace Qt::StringLiterals;

namespace {

/// The file's own headings; without them the fields that the columns were read as.
QStringList headings(const ImportShape &shape)
{
    if (shape.hasHeader)
        return shape.header;
    QStringList names;
    for (int column = 0; column < shape.examples.size(); ++column) {
        const QString field = shape.mapping.key(column);
        names += field.isEmpty() ? u"column %1"_s.arg(column + 1) : field;
    }
    return names;
}

} // namespace

RejectsWriter::RejectsWriter(CsvWriter writer, qsizetype columns)
    : m_writer{std::move(writer)}
    , m_columns{columns}
{
}

Result<RejectsWriter> RejectsWriter::open(const QString &path, const ImportShape &shape)
{
    Result<CsvWriter> writer = CsvWriter::open(path);
    if (!writer)
        return writer.error();
    const QStringList columns = headings(shape);
    if (const Result<> written = writer->writeRow(QStringList{u"row"_s, u"reason"_s} + columns); !written)
        return written.error();
    return RejectsWriter{*std::move(writer), columns.size()};
}

Result<> RejectsWriter::write(const QList<ImportedRow> &rows)
{
    for (const ImportedRow &row : rows) {
        if (row.outcome != RowOutcome::Rejected)
            continue;
        QStringList cells = row.cells;
        while (cells.size() < m_columns)
            cells += QString{};
        const Result<> written =
            m_writer.writeRow(QStringList{QString::number(row.number), toWord(*row.reason)} + cells);
        if (!written)
            return written.error();
    }
    return Done{};
}
