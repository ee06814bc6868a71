#pragma once

#include "measurement.h"

#include "base/result.h"

/// How long a person waits for the inbox of so many messages, four of each person: the list, a search, a
/// conversation, the counts; against an inbox of a hundred messages.
Result<std::vector<Measurement>> measureInbox(int messages);
