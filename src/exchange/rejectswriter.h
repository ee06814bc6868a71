#pragma once

#include "exchange/csvwriter.h"
#include "exchange/recipientimport.h"

/// Saves the refused rows of an import with their reasons: row, reason, and the row's own cells under their
/// own headings, so that the file can be put right and imported again.
class RejectsWriter
{
public:
    static Result<RejectsWriter> open(const QString &path, const ImportShape &shape);

    /// Takes all rows of a batch; writes the refused ones.
    Result<> write(const QList<ImportedRow> &rows);
    /// As CsvWriter's.
    Result<> writeOut() { return m_writer.writeOut(); }
    Result<> commit() { return m_writer.commit(); }

private:
    RejectsWriter(CsvWriter writer, qsizetype columns);

    CsvWriter m_writer;
    qsizetype m_columns;
};
