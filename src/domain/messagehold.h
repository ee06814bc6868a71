#pragma once

#include "domain/recipient.h"

#include <optional>

/// What stands beside a person whose message Meta accepted without sending it at once: `messageStatus` is
/// Meta's word in the answer. It is no failure, and nobody sends it again. Nothing for an ordinary
/// acceptance.
std::optional<RecipientError> holdNotice(const QString &messageStatus);

/// Whether an error is such a notice, which the next news of the message takes away.
bool isHoldNotice(const RecipientError &error);
