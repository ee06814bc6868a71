#include "webhooks/relayform.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace {

QJsonValue toJson(const std::optional<UtcTime> &time)
{
    return time ? QJsonValue{toMilliseconds(*time)} : QJsonValue{};
}

std::optional<UtcTime> timeFrom(const QJsonValue &value)
{
    return value.isDouble() ? std::optional{fromMilliseconds(value.toInteger())} : std::nullopt;
}

std::optional<RelayBody> bodyFrom(const QJsonValue &json)
{
    const auto raw = QByteArray::fromBase64Encoding(json["body"_L1].toString().toLatin1(),
                                                    QByteArray::AbortOnBase64DecodingErrors);
    const std::optional<UtcTime> receivedAt = timeFrom(json["received_at"_L1]);
    const qint64 number = json["number"_L1].toInteger();
    if (!raw || !receivedAt || number <= 0)
        return std::nullopt;
    return RelayBody{number, *receivedAt, json["signature"_L1].toString().toLatin1(), raw.decoded};
}

} // namespace

QJsonObject toRelayJson(const RelayBatch &batch, const QString &version)
{
    QJsonArray bodies;
    for (const RelayBody &body : batch.bodies) {
        bodies.append(QJsonObject{
            {u"number"_s,      body.number                              },
            {u"received_at"_s, toMilliseconds(body.receivedAt)          },
            {u"signature"_s,   QString::fromLatin1(body.signature)      },
            {u"body"_s,        QString::fromLatin1(body.body.toBase64())}
        });
    }
    return {
        {u"queue"_s,           batch.queue                         },
        {u"version"_s,         version                             },
        {u"bodies"_s,          bodies                              },
        {u"waiting"_s,         batch.waiting                       },
        {u"dropped"_s,         batch.dropped                       },
        {u"dropped_until"_s,   toJson(batch.droppedUntil)          },
        {u"receiving_since"_s, toMilliseconds(batch.receivingSince)},
        {u"missed_until"_s,    toJson(batch.missedUntil)           },
        {u"handshake_at"_s,    toJson(batch.handshakeAt)           },
        {u"arrived_at"_s,      toJson(batch.arrivedAt)             }
    };
}

Result<RelayBatch> relayBatchFrom(const QByteArray &json)
{
    const Error notOurs{
        ErrorKind::Network,
        QCoreApplication::translate("Relay", "What answered at this address is not a relay of Fanfare."),
        u"not_a_relay"_s,
        {}};
    const QJsonObject document = QJsonDocument::fromJson(json).object();
    const std::optional<UtcTime> receivingSince = timeFrom(document["receiving_since"_L1]);
    if (document["queue"_L1].toString().isEmpty() || !document["bodies"_L1].isArray() || !receivingSince)
        return notOurs;
    RelayBatch batch;
    batch.queue = document["queue"_L1].toString();
    const QJsonArray bodies = document["bodies"_L1].toArray();
    for (const QJsonValue one : bodies) {
        const std::optional<RelayBody> body = bodyFrom(one);
        if (!body)
            return notOurs;
        batch.bodies.push_back(*body);
    }
    batch.waiting = document["waiting"_L1].toInteger();
    batch.dropped = document["dropped"_L1].toInteger();
    batch.droppedUntil = timeFrom(document["dropped_until"_L1]);
    batch.receivingSince = *receivingSince;
    batch.missedUntil = timeFrom(document["missed_until"_L1]);
    batch.handshakeAt = timeFrom(document["handshake_at"_L1]);
    batch.arrivedAt = timeFrom(document["arrived_at"_L1]);
    return batch;
}

QByteArray acknowledgementOf(qint64 upTo)
{
    return QJsonDocument{QJsonObject{{u"up_to"_s, upTo}}}.toJson(QJsonDocument::Compact);
}

std::optional<qint64> acknowledgedIn(const QByteArray &json)
{
    const QJsonValue upTo = QJsonDocument::fromJson(json).object()["up_to"_L1];
    const qint64 number = upTo.toInteger(-1);
    return number >= 0 ? std::optional{number} : std::nullopt;
}
