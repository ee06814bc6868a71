#pragma once

#include "base/result.h"

#include <QByteArrayView>
#include <QString>
#include <QVariant>

#include <functional>

class Database;

/// The present row of a quick statement. Columns count from 0.
class QuickRow
{
public:
    virtual ~QuickRow() = default;

    virtual qint64 integer(int column) const = 0;
    /// UTF-8; holds until the next row.
    virtual QByteArrayView text(int column) const = 0;
};

/// For hundreds of thousands of rows: past QtSql, which costs several times as much as a row, where that can
/// be done. Values are numbers and texts.
Result<> forEachQuickRow(Database &database, const QString &sql, const QVariantList &values,
                         const std::function<void(const QuickRow &)> &take);
