#include "storage/bulkstatement.h"

#include "storage/database.h"
#include "storage/sql.h"
#include "storage/sqlitehandle.h"

#include <QSqlDatabase>
#include <QSqlError>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace {

class DirectStatement final : public BulkStatement
{
public:
    DirectStatement(Database &database, QString sql, sqlite3 *handle, sqlite3_stmt *statement)
        : m_database{database}
        , m_sql{std::move(sql)}
        , m_handle{handle}
        , m_statement{statement}
    {
    }

    ~DirectStatement() override { sqlite3_finalize(m_statement); }

    void bindLast(const std::vector<Value> &values)
    {
        int place = sqlite3_bind_parameter_count(m_statement) - int(values.size());
        for (const Value &value : values)
            bind(++place, value);
    }

    Result<int> run(std::span<const Value> values) override
    {
        int place = 0;
        for (const Value &value : values)
            bind(++place, value);
        const int outcome = sqlite3_step(m_statement);
        const int changed = sqlite3_changes(m_handle);
        sqlite3_reset(m_statement);
        if (outcome == SQLITE_DONE)
            return changed;
        const QSqlError error{u"SQLite"_s, QString::fromUtf8(sqlite3_errmsg(m_handle)),
                              QSqlError::StatementError, QString::number(sqlite3_extended_errcode(m_handle))};
        return storageError(error, m_sql, m_database.path());
    }

private:
    void bind(int place, const Value &value)
    {
        if (const auto *text = std::get_if<QByteArrayView>(&value)) {
            const char *bytes = text->isEmpty() ? "" : text->data();
            sqlite3_bind_text(m_statement, place, bytes, int(text->size()), SQLITE_STATIC);
        } else {
            sqlite3_bind_int64(m_statement, place, std::get<qint64>(value));
        }
    }

    Database &m_database;
    QString m_sql;
    sqlite3 *m_handle;
    sqlite3_stmt *m_statement;
};

class QtStatement final : public BulkStatement
{
public:
    QtStatement(Database &database, QString sql, const std::vector<Value> &constants)
        : m_database{database}
        , m_sql{std::move(sql)}
    {
        for (const Value &value : constants)
            m_constants += asVariant(value);
    }

    Result<int> run(std::span<const Value> values) override
    {
        QVariantList bound;
        for (const Value &value : values)
            bound += asVariant(value);
        return execute(m_database, m_sql, bound + m_constants);
    }

private:
    static QVariant asVariant(const Value &value)
    {
        const auto *text = std::get_if<QByteArrayView>(&value);
        return text ? QVariant{QString::fromUtf8(*text)} : QVariant{std::get<qint64>(value)};
    }

    Database &m_database;
    QString m_sql;
    QVariantList m_constants;
};

} // namespace

Result<std::unique_ptr<BulkStatement>> BulkStatement::prepare(Database &database, const QString &sql,
                                                              std::vector<Value> constants)
{
    const Result<sqlite3 *> handle = sqliteHandle(database);
    if (!handle)
        return handle.error();
    sqlite3_stmt *statement = nullptr;
    const bool isPrepared = *handle != nullptr
        && sqlite3_prepare_v3(*handle, sql.toUtf8().constData(), -1, SQLITE_PREPARE_PERSISTENT, &statement,
                              nullptr)
            == SQLITE_OK;
    if (!isPrepared)
        return std::unique_ptr<BulkStatement>{std::make_unique<QtStatement>(database, sql, constants)};
    auto direct = std::make_unique<DirectStatement>(database, sql, *handle, statement);
    direct->bindLast(constants);
    return std::unique_ptr<BulkStatement>{std::move(direct)};
}
