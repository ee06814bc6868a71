#pragma once

#include "base/result.h"
#include "exchange/phoneparser.h"

#include <QList>
#include <QMap>
#include <QStringList>

/// Which column (from 0) holds which field; -1: a person said that the file has no such column. Fields are
/// "phone", "name", "country", "time_zone", the template's variables by their keys, and "attr:NAME" for
/// attributes of contacts. Where the name is spread over two columns, as programs export it, "family name" is
/// guessed beside it. A variable that is itself called "name" shares the field.
using ColumnMapping = QMap<QString, int>;

/// The fields that do not depend on a template.
struct ImportField
{
    static constexpr QLatin1StringView phone{"phone"};
    static constexpr QLatin1StringView name{"name"};
    static constexpr QLatin1StringView familyName{"family name"}; ///< follows the name; only ever guessed
    static constexpr QLatin1StringView country{"country"}; ///< of the person, for numbers without one
    static constexpr QLatin1StringView timeZone{"time_zone"}; ///< of the person, as in "Europe/Madrid"
    static constexpr QLatin1StringView attributePrefix{"attr:"};
};

/// The beginning of a file, as far as guessing needs it.
struct TableSample
{
    QStringList header; ///< empty when the file has none
    QList<QStringList> rows;

    int columnCount() const;
    QString cell(int row, int column) const { return rows[row].value(column); }
};

/// Whether the first of these rows says what the columns are, rather than being a person.
bool looksLikeHeader(const QList<QStringList> &rows, const QStringList &variables, const PhoneParser &parser);

/// Completes what was chosen with what the headers and the cells tell. Fields without a column are left out.
ColumnMapping guessColumns(const TableSample &sample, const QStringList &variables,
                           const ColumnMapping &chosen, const PhoneParser &parser);

/// Reads "FIELD=COLUMN" choices: a header of that name goes before a column number, which counts from 1.
/// Errors of kind Usage: unknown_field, unknown_column.
Result<ColumnMapping> readColumnChoices(const QStringList &choices, const TableSample &sample,
                                        const QStringList &variables);

/// Whether one of the choices names a cell of this row; then the row is a header.
bool choicesNameCellOf(const QStringList &choices, const QStringList &row);
