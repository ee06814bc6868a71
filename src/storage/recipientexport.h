#pragma once

#include "base/cancel.h"
#include "base/result.h"
#include "domain/ids.h"
#include "domain/messagetemplate.h"

#include <QByteArray>
#include <QByteArrayView>

#include <array>
#include <functional>
#include <optional>

class Database;

/// One person as a table of results has them. Texts are UTF-8 and live until the next person is handed over.
struct ExportedRecipient
{
    QByteArrayView phone; ///< E.164; empty for who was erased
    QByteArrayView name;
    QByteArrayView status;
    QByteArrayView variables; ///< JSON, the person's own; see variableIn()
    std::array<std::optional<qint64>, 5>
        times; ///< sent, delivered, read, responded, failed: UTC milliseconds
    qint64 attempts = 0;
    QByteArrayView messageId;
    QByteArrayView errorCode;
    QByteArrayView errorMessage;
    QByteArrayView errorAdvice;
    QByteArrayView response;
};

/// Hands over everybody of a campaign in the order in which they were added, past QtSql, which costs several
/// times as much as the row itself. Where Qt brings a SQLite of its own, it goes through QtSql all the same.
/// Ends early when cancelled or when `take` returns false; returns how many were handed over.
Result<int> exportRecipients(Database &database, CampaignId campaign,
                             const std::function<bool(const ExportedRecipient &)> &take,
                             const CancelToken &cancel = {});

/// The value of a key in a flat JSON object of texts, as UTF-8; empty where there is none.
QByteArray variableIn(QByteArrayView json, QByteArrayView key);
