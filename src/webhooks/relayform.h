#pragma once

#include "base/result.h"
#include "domain/relay.h"

#include <QByteArray>
#include <QJsonObject>

#include <optional>

// What travels between a relay and its desktops, in one place for both ends.

/// The answer to /pull. Bodies go as base64: they need not be text, and not a byte may change.
QJsonObject toRelayJson(const RelayBatch &batch, const QString &version);
/// Network, with the code "not_a_relay", where it is anything else.
Result<RelayBatch> relayBatchFrom(const QByteArray &json);

/// The body of a post to /ack: everything up to this number is stored for good.
QByteArray acknowledgementOf(qint64 upTo);
std::optional<qint64> acknowledgedIn(const QByteArray &json);
