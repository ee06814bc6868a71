#pragma once

#include "base/result.h"
#include "domain/recipient.h"
#include "storage/sql.h"

class Database;

// Reading recipients and writing how far their message got, for every store that does.

/// The columns that `recipientFrom` reads, of a recipient called r and its campaign called c.
QString recipientColumns();
Recipient recipientFrom(const Row &row);

/// `own` with `defaults` where a value is empty, and with `fixed` in any case.
Variables filledIn(Variables own, const Variables &defaults, const Variables &fixed = {});

/// The six columns "status, sent_at, delivered_at, read_at, responded_at, failed_at" from `column` on.
DeliveryProgress progressFrom(const Row &row, int column);

/// The part of a recipient that answers and events change.
struct RecipientProgress
{
    RecipientId id;
    DeliveryProgress progress;
    qint64 currentAttempt = 0; ///< 0: none
    QString messageId;
    int attempts = 0;
    std::optional<UtcTime> notBefore;
    std::optional<RecipientError> error;
};

Result<> storeProgress(Database &database, const RecipientProgress &recipient);
