#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <initializer_list>
#include <memory>
#include <span>
#include <variant>
#include <vector>

class Database;

/// A statement for a million runs: bound to bytes that stay where they are, past QtSql, which costs several
/// times as much as the row itself. Where Qt brings a SQLite of its own, it goes through QtSql all the same.
/// Runs inside the transaction that is open on the connection.
class BulkStatement
{
public:
    /// A text in UTF-8, which must live until the run is over, or a number.
    using Value = std::variant<QByteArrayView, qint64>;

    /// `sql` returns no rows. `constants` are the values of its last parameters in every run; their texts
    /// live as long as the statement.
    static Result<std::unique_ptr<BulkStatement>> prepare(Database &database, const QString &sql,
                                                          std::vector<Value> constants = {});
    virtual ~BulkStatement() = default;

    /// With the values of its first parameters: how many rows it changed.
    virtual Result<int> run(std::span<const Value> values) = 0;
    Result<int> run(std::initializer_list<Value> values)
    {
        return run(std::span{values.begin(), values.size()});
    }
};
