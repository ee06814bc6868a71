#include "storage/quickrows.h"

#include "storage/database.h"
#include "storage/sql.h"
#include "storage/sqlitehandle.h"

#include <QSqlError>

#include <sqlite3.h>

#include <memory>

using namespace Qt::StringLiterals;

namespace {

class SqliteRow final : public QuickRow
{
public:
    explicit SqliteRow(sqlite3_stmt *statement)
        : m_statement{statement}
    {
    }

    qint64 integer(int column) const override { return sqlite3_column_int64(m_statement, column); }
    QByteArrayView text(int column) const override
    {
        const auto *bytes = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
        return {bytes, sqlite3_column_bytes(m_statement, column)};
    }

private:
    sqlite3_stmt *m_statement;
};

class QtRow final : public QuickRow
{
public:
    explicit QtRow(const Row &row)
        : m_row{row}
    {
    }

    qint64 integer(int column) const override { return m_row.integer(column); }
    QByteArrayView text(int column) const override
    {
        m_text = m_row.text(column).toUtf8();
        return m_text;
    }

private:
    const Row &m_row;
    mutable QByteArray m_text;
};

void bind(sqlite3_stmt *statement, int place, const QVariant &value)
{
    if (value.userType() == QMetaType::QString) {
        const QByteArray text = value.toString().toUtf8();
        sqlite3_bind_text(statement, place, text.constData(), static_cast<int>(text.size()),
                          SQLITE_TRANSIENT);
    } else {
        sqlite3_bind_int64(statement, place, value.toLongLong());
    }
}

} // namespace

Result<> forEachQuickRow(Database &database, const QString &sql, const QVariantList &values,
                         const std::function<void(const QuickRow &)> &take)
{
    const Result<sqlite3 *> handle = sqliteHandle(database);
    if (!handle)
        return handle.error();
    if (*handle == nullptr)
        return forEachRow(database, sql, values, [&](const Row &row) { take(QtRow{row}); });
    const auto failed = [&] {
        return storageError(QSqlError{u"SQLite"_s, QString::fromUtf8(sqlite3_errmsg(*handle))}, sql,
                            database.path());
    };
    sqlite3_stmt *prepared = nullptr;
    if (sqlite3_prepare_v2(*handle, sql.toUtf8().constData(), -1, &prepared, nullptr) != SQLITE_OK)
        return failed();
    const std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)> statement{prepared, sqlite3_finalize};
    for (int i = 0; i < values.size(); ++i)
        bind(prepared, i + 1, values[i]);
    int step = sqlite3_step(prepared);
    for (; step == SQLITE_ROW; step = sqlite3_step(prepared))
        take(SqliteRow{prepared});
    if (step != SQLITE_DONE)
        return failed();
    return Done{};
}
