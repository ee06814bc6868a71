#pragma once

#include "base/result.h"

#include <QString>

#include <vector>

class Database;

/// How much a workspace holds.
struct ContentCounts
{
    qint64 accounts = 0;
    qint64 templates = 0;
    qint64 contacts = 0;
    qint64 campaigns = 0;
    qint64 recipients = 0;
    qint64 messages = 0; ///< in and out
    qint64 deliveryEvents = 0;
};

Result<ContentCounts> countContents(Database &database);

/// Proves every counter against the rows it counts; what differs, as sentences. Reads everything.
Result<std::vector<QString>> counterProblems(Database &database);
