#pragma once

#include "exchange/csvreader.h"
#include "exchange/tablereader.h"

#include <memory>

/// What is known about a file before it is read; the rest is guessed.
struct TableFormat
{
    CsvFormat text;
    QString sheet; ///< of a workbook: a name, or a number from 1
};

/// Opens a file by what it holds, whatever its name ends in: text, an XLSX workbook or an address book of
/// vCards. Errors as of the readers.
Result<std::unique_ptr<TableReader>> openTableFile(const QString &path, const TableFormat &format = {});

/// What was pasted: text or vCards.
Result<std::unique_ptr<TableReader>> openTableText(const QString &text, const TableFormat &format = {});
