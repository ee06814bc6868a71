#pragma once

#include "domain/ports/messagegateway.h"

#include <QByteArray>

/// The body of the POST for a message in somebody's own words, or with a file.
QByteArray freeFormBody(const OutgoingMessage &message);
