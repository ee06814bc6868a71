#pragma once

#include "base/result.h"
#include "exchange/importreason.h"
#include "exchange/textencoding.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

class RowBatch;
struct BatchLimits;

/// One row of a file as it stands there.
struct TableRow
{
    qint64 number = 0; ///< as a spreadsheet shows it: the first row of the file is 1
    QStringList cells;
    /// NotTextual or UnclosedQuote: then `cells` is only good for showing and saving.
    std::optional<ImportReason> problem;

    bool isBlank() const;
    qsizetype characters() const; ///< of all cells together
};

enum class TableKind {
    Text, ///< cells kept apart by a delimiter
    Workbook, ///< XLSX
    AddressBook, ///< vCard
};

/// How a file is understood as a table, as far as its kind has a say.
struct TableFacts
{
    TableKind kind = TableKind::Text;
    TextEncoding encoding = TextEncoding::Utf8; ///< of text and address books
    QString delimiter; ///< of text; empty: one column
    QStringList sheets; ///< of a workbook
    QString sheet; ///< the one that is read
    std::optional<bool> hasHeader; ///< where it is certain
};

/// Gives the rows of a table one after the other, in bounded memory, whatever kind of file it is.
class TableReader
{
public:
    virtual ~TableReader() = default;

    /// Fills `row` with the next row; false at the end. After an error nothing of the file may be used.
    virtual Result<bool> next(TableRow &row) = 0;

    /// The next rows, as many as the limits allow or fewer; none at the end. Errors as of next().
    virtual Result<std::unique_ptr<RowBatch>> nextBatch(const BatchLimits &limits);

    virtual TableFacts facts() const = 0;

    /// How far we are, in bytes of the file; `size` is 0 when it is not known.
    virtual qint64 position() const = 0;
    virtual qint64 size() const = 0;
};
