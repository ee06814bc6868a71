#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <initializer_list>
#include <memory>
#include <variant>

class Database;

/// A statement for a million runs: bound to bytes that stay where they are, past QtSql, which costs several
/// times as much as the row itself. Where Qt brings a SQLite of its own, it goes through QtSql all the same.
/// Runs inside the transaction that is open on the connection.
class BulkStatement
{
public:
    /// A text in UTF-8, which must live until the run is over, or a number.
    using Value = std::variant<QByteArrayView, qint64>;

    /// `sql` returns no rows.
    static Result<std::unique_ptr<BulkStatement>> prepare(Database &database, const QString &sql);
    virtual ~BulkStatement() = default;

    /// How many rows it changed.
    virtual Result<int> run(std::initializer_list<Value> values) = 0;
};
