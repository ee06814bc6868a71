#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "domain/messagetemplate.h"

#include <QByteArray>
#include <QSqlQuery>
#include <QString>
#include <QVariant>

#include <optional>
#include <unordered_map>
#include <utility>

class Database;
class QSqlError;

// How the stores talk SQL: prepared once per connection, always bound, never left open.

/// The present row of a statement. Columns count from 0.
class Row
{
public:
    explicit Row(const QSqlQuery &query)
        : m_query{query}
    {
    }

    qint64 integer(int column) const { return m_query.value(column).toLongLong(); }
    int number(int column) const { return m_query.value(column).toInt(); }
    QString text(int column) const { return m_query.value(column).toString(); }
    QByteArray bytes(int column) const { return m_query.value(column).toByteArray(); }
    double real(int column) const { return m_query.value(column).toDouble(); }
    bool isTrue(int column) const { return integer(column) != 0; }
    bool isNull(int column) const { return m_query.isNull(column); }
    UtcTime time(int column) const { return fromMilliseconds(integer(column)); }
    std::optional<UtcTime> optionalTime(int column) const;
    std::optional<int> optionalNumber(int column) const;

private:
    const QSqlQuery &m_query;
};

/// Prepared statements of one connection, by their text.
class StatementCache
{
public:
    /// A prepared statement that nobody else uses meanwhile; give it back when done.
    Result<QSqlQuery> take(Database &database, const QString &sql);
    void giveBack(const QString &sql, QSqlQuery query);
    void clear() { m_idle.clear(); }

private:
    std::unordered_map<QString, QSqlQuery> m_idle;
};

/// One run of a statement. Closed when it goes out of scope, so that it never holds a snapshot open.
class Statement
{
public:
    Statement(Database &database, QString sql);
    ~Statement();
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;

    Result<> run(const QVariantList &values);

    /// Goes to the next row; false at the end and after a failure, which `end` tells apart.
    bool next();
    Row row() const { return Row{*m_query}; }
    Result<> end() const;

    int changedRows() const { return m_query->numRowsAffected(); }
    qint64 insertedId() const { return m_query->lastInsertId().toLongLong(); }

private:
    Database &m_database;
    QString m_sql;
    std::optional<QSqlQuery> m_query;
};

/// Runs a statement that returns no rows; how many rows it changed.
Result<int> execute(Database &database, const QString &sql, const QVariantList &values = {});

/// The same where it does not matter how many.
Result<> run(Database &database, const QString &sql, const QVariantList &values = {});

/// Runs an INSERT; the new row's id.
Result<qint64> insert(Database &database, const QString &sql, const QVariantList &values);

/// Calls `take` for every row.
template <typename Take>
Result<> forEachRow(Database &database, const QString &sql, const QVariantList &values, Take &&take)
{
    Statement statement{database, sql};
    if (const Result<> ran = statement.run(values); !ran)
        return ran.error();
    while (statement.next())
        take(statement.row());
    return statement.end();
}

/// What `read` makes of the first row; nothing where there is none.
template <typename Read>
auto firstRow(Database &database, const QString &sql, const QVariantList &values, Read &&read)
    -> Result<std::optional<decltype(read(std::declval<const Row &>()))>>
{
    using Value = decltype(read(std::declval<const Row &>()));
    Statement statement{database, sql};
    if (const Result<> ran = statement.run(values); !ran)
        return ran.error();
    if (statement.next())
        return std::optional<Value>{read(statement.row())};
    if (const Result<> ended = statement.end(); !ended)
        return ended.error();
    return std::optional<Value>{};
}

/// The single number that a statement such as SELECT count(*) answers.
Result<qint64> firstInteger(Database &database, const QString &sql, const QVariantList &values = {});

/// NULL where there is nothing.
QVariant asValue(const std::optional<UtcTime> &time);
QVariant asValue(const std::optional<int> &number);

/// The code of an error that comes again however often the same is tried: it is the value that cannot be
/// stored.
inline constexpr auto kNotStorable = "not_storable";

/// `sql` is quoted in the log's detail; values never are.
Error storageError(const QSqlError &error, const QString &sql, const QString &path);

/// A list for json_each(?).
QString jsonList(const std::vector<qint64> &numbers);
template <typename Id>
QString jsonList(const std::vector<Id> &ids)
{
    std::vector<qint64> numbers;
    for (const Id id : ids)
        numbers.push_back(id.value);
    return jsonList(numbers);
}

QString toJson(const QMap<QString, QString> &values);
QByteArray toJsonUtf8(const QMap<QString, QString> &values);
/// A JSON string as QJsonDocument writes it, which takes ten times as long.
void appendJsonText(QByteArray &json, QByteArrayView utf8);
QMap<QString, QString> mapFromJson(const QString &json);
/// A template without its id, and back.
QString toJson(const MessageTemplate &messageTemplate);
MessageTemplate templateFromJson(const QString &json);

/// `text` as a pattern for LIKE … ESCAPE '\' that finds it anywhere.
QString likePattern(const QString &text);
