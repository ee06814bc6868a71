#pragma once

#include "domain/messagetemplate.h"

#include <QJsonObject>

#include <optional>

/// One template as Meta lists it; nothing without a name and a language. Parts that we cannot fill in are
/// named in `unsupportedParts`.
std::optional<MessageTemplate> readTemplate(const QJsonObject &json);
