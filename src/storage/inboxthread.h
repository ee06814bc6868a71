#pragma once

#include "base/result.h"
#include "domain/conversation.h"

#include <vector>

class Database;

/// The latest `limit` things of a conversation before `before`, in the order in which they happened.
Result<std::vector<ThreadItem>> readThread(Database &database, ConversationId id, int limit,
                                           const std::optional<ThreadPlace> &before);
