#include "storage/sql.h"

#include "storage/database.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSqlDatabase>
#include <QSqlError>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

// SQLite's primary result codes, of which QtSql reports the extended ones.
enum SqliteCode {
    kBusy = 5,
    kLocked = 6,
    kCorrupt = 11,
    kFull = 13,
    kTooBig = 18,
    kConstraint = 19,
    kMismatch = 20,
    kNotADatabase = 26,
    kConstraintTrigger = 1811,
};

/// Whether SQLite judges what is to be stored, and not the moment. A trigger that refuses says nothing of
/// that: none of ours does.
bool isAboutTheValue(int code)
{
    const int primary = code & 0xff;
    return primary == kTooBig || primary == kMismatch
        || (primary == kConstraint && code != kConstraintTrigger);
}

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Storage)
};

} // namespace

std::optional<UtcTime> Row::optionalTime(int column) const
{
    if (isNull(column))
        return std::nullopt;
    return time(column);
}

std::optional<int> Row::optionalNumber(int column) const
{
    if (isNull(column))
        return std::nullopt;
    return number(column);
}

Result<QSqlQuery> StatementCache::take(Database &database, const QString &sql)
{
    if (auto idle = m_idle.extract(sql))
        return std::move(idle.mapped());
    QSqlQuery query{database.connection()};
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return storageError(query.lastError(), sql, database.path());
    return query;
}

void StatementCache::giveBack(const QString &sql, QSqlQuery query)
{
    query.finish();
    m_idle.insert_or_assign(sql, std::move(query));
}

Statement::Statement(Database &database, QString sql)
    : m_database{database}
    , m_sql{std::move(sql)}
{
}

Statement::~Statement()
{
    if (m_query)
        m_database.statements().giveBack(m_sql, std::move(*m_query));
}

Result<> Statement::run(const QVariantList &values)
{
    if (!m_query) {
        Result<QSqlQuery> taken = m_database.statements().take(m_database, m_sql);
        if (!taken)
            return taken.error();
        m_query = std::move(*taken);
    }
    for (int i = 0; i < values.size(); ++i) {
        const QVariant &value = values[i];
        const bool isNullText = value.typeId() == QMetaType::QString && value.toString().isNull();
        m_query->bindValue(i, isNullText ? QVariant{u""_s} : value);
    }
    if (!m_query->exec())
        return storageError(m_query->lastError(), m_sql, m_database.path());
    return Done{};
}

bool Statement::next()
{
    return m_query->next();
}

Result<> Statement::end() const
{
    if (m_query->lastError().isValid())
        return storageError(m_query->lastError(), m_sql, m_database.path());
    return Done{};
}

Result<int> execute(Database &database, const QString &sql, const QVariantList &values)
{
    Statement statement{database, sql};
    if (const Result<> ran = statement.run(values); !ran)
        return ran.error();
    return statement.changedRows();
}

Result<> run(Database &database, const QString &sql, const QVariantList &values)
{
    if (const Result<int> done = execute(database, sql, values); !done)
        return done.error();
    return Done{};
}

Result<qint64> insert(Database &database, const QString &sql, const QVariantList &values)
{
    Statement statement{database, sql};
    if (const Result<> ran = statement.run(values); !ran)
        return ran.error();
    return statement.insertedId();
}

Result<qint64> firstInteger(Database &database, const QString &sql, const QVariantList &values)
{
    const auto found = firstRow(database, sql, values, [](const Row &row) { return row.integer(0); });
    if (!found)
        return found.error();
    return found->value_or(0);
}

QVariant asValue(const std::optional<UtcTime> &time)
{
    return time ? QVariant{toMilliseconds(*time)} : QVariant{};
}

QVariant asValue(const std::optional<int> &number)
{
    return number ? QVariant{*number} : QVariant{};
}

Error storageError(const QSqlError &error, const QString &sql, const QString &path)
{
    const QString detail = u"%1 (%2) in: %3"_s.arg(error.databaseText(), error.nativeErrorCode(), sql);
    switch (error.nativeErrorCode().toInt() & 0xff) {
    case kBusy:
    case kLocked:
        return {ErrorKind::Busy,
                Words::tr("Another program is writing to the workspace. Try again in a moment."),
                u"database_busy"_s, detail};
    case kFull:
        return {ErrorKind::Storage, Words::tr("The disk is full. Nothing of this was stored."),
                u"disk_full"_s, detail};
    case kCorrupt:
    case kNotADatabase:
        return {ErrorKind::Storage, Words::tr("The database “%1” is damaged.").arg(path),
                u"unreadable_database"_s, detail};
    default:
        return {ErrorKind::Storage, Words::tr("The database “%1” could not be read or written.").arg(path),
                isAboutTheValue(error.nativeErrorCode().toInt()) ? QString::fromLatin1(kNotStorable)
                                                                 : u"storage_failed"_s,
                detail};
    }
}

QString jsonList(const std::vector<qint64> &numbers)
{
    QJsonArray list;
    for (const qint64 number : numbers)
        list.append(number);
    return QString::fromUtf8(QJsonDocument{list}.toJson(QJsonDocument::Compact));
}

QString toJson(const QMap<QString, QString> &values)
{
    return QString::fromUtf8(toJsonUtf8(values));
}

void appendJsonText(QByteArray &json, QByteArrayView utf8)
{
    const auto isOrdinary = [](char c) { return uchar(c) >= 0x20 && c != '"' && c != '\\'; };
    json += '"';
    if (std::all_of(utf8.begin(), utf8.end(), isOrdinary)) {
        json.append(utf8.data(), utf8.size()).append('"');
        return;
    }
    for (const char c : utf8) {
        switch (c) {
        case '"': json += "\\\""; break;
        case '\\': json += "\\\\"; break;
        case '\b': json += "\\b"; break;
        case '\f': json += "\\f"; break;
        case '\n': json += "\\n"; break;
        case '\r': json += "\\r"; break;
        case '\t': json += "\\t"; break;
        default:
            if (isOrdinary(c))
                json += c;
            else
                json += "\\u00" + QByteArray::number(uchar(c), 16).rightJustified(2, '0');
        }
    }
    json += '"';
}

QByteArray toJsonUtf8(const QMap<QString, QString> &values)
{
    QByteArray json{"{"};
    for (auto value = values.begin(); value != values.end(); ++value) {
        if (value != values.begin())
            json += ',';
        appendJsonText(json, value.key().toUtf8());
        json += ':';
        appendJsonText(json, value.value().toUtf8());
    }
    json += '}';
    return json;
}

QMap<QString, QString> mapFromJson(const QString &json)
{
    QMap<QString, QString> values;
    if (json == "{}"_L1)
        return values;
    const QJsonObject object = QJsonDocument::fromJson(json.toUtf8()).object();
    for (auto value = object.begin(); value != object.end(); ++value)
        values.insert(value.key(), value->toString());
    return values;
}

QString toJson(const MessageTemplate &messageTemplate)
{
    QJsonArray buttons;
    for (const TemplateButton &button : messageTemplate.buttons)
        buttons.append(QJsonObject{
            {u"type"_s,         button.type       },
            {u"text"_s,         button.text       },
            {u"url"_s,          button.url        },
            {u"phone_number"_s, button.phoneNumber}
        });
    QJsonObject examples;
    for (auto example = messageTemplate.examples.begin(); example != messageTemplate.examples.end();
         ++example)
        examples.insert(example.key(), example.value());
    const QJsonObject object{
        {u"meta_id"_s,           messageTemplate.metaId                                      },
        {u"name"_s,              messageTemplate.name                                        },
        {u"language"_s,          messageTemplate.language                                    },
        {u"status"_s,            messageTemplate.status                                      },
        {u"category"_s,          messageTemplate.category                                    },
        {u"quality"_s,           messageTemplate.quality                                     },
        {u"rejected_reason"_s,   messageTemplate.rejectedReason                              },
        {u"is_named"_s,          messageTemplate.isNamed                                     },
        {u"header_format"_s,     toWord(messageTemplate.headerFormat)                        },
        {u"header_text"_s,       messageTemplate.headerText                                  },
        {u"header_example"_s,    messageTemplate.headerExample                               },
        {u"body"_s,              messageTemplate.body                                        },
        {u"footer"_s,            messageTemplate.footer                                      },
        {u"buttons"_s,           buttons                                                     },
        {u"examples"_s,          examples                                                    },
        {u"unsupported_parts"_s, QJsonArray::fromStringList(messageTemplate.unsupportedParts)}
    };
    return QString::fromUtf8(QJsonDocument{object}.toJson(QJsonDocument::Compact));
}

MessageTemplate templateFromJson(const QString &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json.toUtf8()).object();
    MessageTemplate result;
    result.metaId = object[u"meta_id"_s].toString();
    result.name = object[u"name"_s].toString();
    result.language = object[u"language"_s].toString();
    result.status = object[u"status"_s].toString();
    result.category = object[u"category"_s].toString();
    result.quality = object[u"quality"_s].toString();
    result.rejectedReason = object[u"rejected_reason"_s].toString();
    result.isNamed = object[u"is_named"_s].toBool();
    result.headerFormat =
        headerFormatFromWord(object[u"header_format"_s].toString()).value_or(HeaderFormat::None);
    result.headerText = object[u"header_text"_s].toString();
    result.headerExample = object[u"header_example"_s].toString();
    result.body = object[u"body"_s].toString();
    result.footer = object[u"footer"_s].toString();
    for (const QJsonValue value : object[u"buttons"_s].toArray())
        result.buttons.push_back({value[u"type"_s].toString(), value[u"text"_s].toString(),
                                  value[u"url"_s].toString(), value[u"phone_number"_s].toString()});
    const QJsonObject examples = object[u"examples"_s].toObject();
    for (auto example = examples.begin(); example != examples.end(); ++example)
        result.examples.insert(example.key(), example->toString());
    for (const QJsonValue part : object[u"unsupported_parts"_s].toArray())
        result.unsupportedParts << part.toString();
    return result;
}

QString likePattern(const QString &text)
{
    QString pattern = text;
    pattern.replace(u'\\', u"\\\\"_s).replace(u'%', u"\\%"_s).replace(u'_', u"\\_"_s);
    return u'%' + pattern + u'%';
}
