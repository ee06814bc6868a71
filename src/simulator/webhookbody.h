#pragma once

#include "base/clock.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

struct AccountProfile;
struct PlannedEvent;

/// A message that was accepted, as far as its webhooks speak of it.
struct SentMessage
{
    QString id;
    QByteArray waId;
    QString opaque;
    QString category; ///< as in pricing
    bool hadOpenWindow = false;
    UtcTime acceptedAt;
};

/// One element of `entry[].changes[]` about an event of a message. The event's own time is the acceptance
/// plus its delay.
QJsonObject webhookChange(const PlannedEvent &event, const SentMessage &message,
                          const AccountProfile &account);

/// A whole webhook body in the bytes that Meta sends and signs: ASCII, non-ASCII characters as \uXXXX in
/// lower case, `/` as `\/`.
QByteArray webhookBody(const QJsonArray &changes, const AccountProfile &account);

/// The value of X-Hub-Signature-256.
QByteArray bodySignature(const QByteArray &body, const QByteArray &appSecret);
