#include "storage/recipientexport.h"

#include "storage/database.h"
#include "storage/sql.h"
#include "storage/sqlitehandle.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <sqlite3.h>

#include <memory>

using namespace Qt::StringLiterals;

namespace {

constexpr int kTexts = 9; // columns that are text, the first ones
constexpr int kTimes = 5;

QString selectEverybody()
{
    return uR"(SELECT phone, name, status, variables, message_id, error_code, error_message, error_advice,
                      response, sent_at, delivered_at, read_at, responded_at, failed_at, attempts
               FROM recipient WHERE campaign_id = ? ORDER BY id)"_s;
}

ExportedRecipient recipientOf(const std::array<QByteArrayView, kTexts> &texts)
{
    ExportedRecipient person;
    if (texts[0].startsWith('+'))
        person.phone = texts[0];
    person.name = texts[1];
    person.status = texts[2];
    person.variables = texts[3];
    person.messageId = texts[4];
    person.errorCode = texts[5];
    person.errorMessage = texts[6];
    person.errorAdvice = texts[7];
    person.response = texts[8];
    return person;
}

Error cannotRead(sqlite3 *handle)
{
    return {.kind = ErrorKind::Storage,
            .message = QCoreApplication::translate("RecipientExport", "The people could not be read."),
            .code = u"unreadable_people"_s,
            .detail = QString::fromUtf8(sqlite3_errmsg(handle))};
}

Result<int> exportPastQt(sqlite3 *handle, CampaignId campaign,
                         const std::function<bool(const ExportedRecipient &)> &take,
                         const CancelToken &cancel)
{
    sqlite3_stmt *prepared = nullptr;
    if (sqlite3_prepare_v2(handle, selectEverybody().toUtf8().constData(), -1, &prepared, nullptr)
        != SQLITE_OK)
        return cannotRead(handle);
    const std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)> statement{prepared, sqlite3_finalize};
    sqlite3_bind_int64(prepared, 1, campaign.value);
    int people = 0;
    while (!cancel.isCancelled()) {
        const int step = sqlite3_step(prepared);
        if (step == SQLITE_DONE)
            break;
        if (step != SQLITE_ROW)
            return cannotRead(handle);
        std::array<QByteArrayView, kTexts> texts;
        for (int column = 0; column < kTexts; ++column) {
            const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(prepared, column));
            texts[static_cast<size_t>(column)] = {text, sqlite3_column_bytes(prepared, column)};
        }
        ExportedRecipient person = recipientOf(texts);
        for (int time = 0; time < kTimes; ++time) {
            if (sqlite3_column_type(prepared, kTexts + time) != SQLITE_NULL)
                person.times[static_cast<size_t>(time)] = sqlite3_column_int64(prepared, kTexts + time);
        }
        person.attempts = sqlite3_column_int64(prepared, kTexts + kTimes);
        ++people;
        if (!take(person))
            break;
    }
    return people;
}

Result<int> exportThroughQt(Database &database, CampaignId campaign,
                            const std::function<bool(const ExportedRecipient &)> &take,
                            const CancelToken &cancel)
{
    Statement statement{database, selectEverybody()};
    if (const Result<> ran = statement.run({campaign.value}); !ran)
        return ran.error();
    int people = 0;
    while (!cancel.isCancelled() && statement.next()) {
        const Row row = statement.row();
        std::array<QByteArray, kTexts> kept;
        std::array<QByteArrayView, kTexts> texts;
        for (size_t column = 0; column < kTexts; ++column) {
            kept[column] = row.text(static_cast<int>(column)).toUtf8();
            texts[column] = kept[column];
        }
        ExportedRecipient person = recipientOf(texts);
        for (int time = 0; time < kTimes; ++time) {
            if (!row.isNull(kTexts + time))
                person.times[static_cast<size_t>(time)] = row.integer(kTexts + time);
        }
        person.attempts = row.integer(kTexts + kTimes);
        ++people;
        if (!take(person))
            break;
    }
    if (const Result<> ended = statement.end(); !ended)
        return ended.error();
    return people;
}

} // namespace

Result<int> exportRecipients(Database &database, CampaignId campaign,
                             const std::function<bool(const ExportedRecipient &)> &take,
                             const CancelToken &cancel)
{
    const Result<sqlite3 *> handle = sqliteHandle(database);
    if (!handle)
        return handle.error();
    return *handle != nullptr ? exportPastQt(*handle, campaign, take, cancel)
                              : exportThroughQt(database, campaign, take, cancel);
}

QByteArray variableIn(QByteArrayView json, QByteArrayView key)
{
    // Texts without escapes, as nearly all are, need no parser.
    if (!json.contains('\\')) {
        const QByteArray wanted = '"' + key.toByteArray() + "\":\"";
        qsizetype at = json.indexOf(wanted);
        // The same letters inside a value would stand behind another quote than that of a key.
        while (at > 0 && json[at - 1] != '{' && json[at - 1] != ',')
            at = json.indexOf(wanted, at + 1);
        if (at < 0)
            return {};
        const qsizetype begin = at + wanted.size();
        const qsizetype end = json.indexOf('"', begin);
        return end < 0 ? QByteArray{} : json.sliced(begin, end - begin).toByteArray();
    }
    return QJsonDocument::fromJson(json.toByteArray()).object()[QString::fromUtf8(key)].toString().toUtf8();
}
