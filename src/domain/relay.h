#pragma once

#include "base/clock.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <optional>
#include <vector>

/// One of Meta's bodies on its way through a relay, exactly as it was received.
struct RelayBody
{
    qint64 number = 0; ///< rises; given by the queue
    UtcTime receivedAt;
    QByteArray signature; ///< X-Hub-Signature-256
    QByteArray body;

    friend bool operator==(const RelayBody &, const RelayBody &) = default;
};

/// How long and how much a relay keeps of what nobody has fetched.
struct RelayBounds
{
    std::chrono::hours age{std::chrono::days{30}};
    qint64 bytes = qint64{2} * 1024 * 1024 * 1024;
};

/// Who may fetch, by the hash of its key.
struct RelayKeyHolder
{
    qint64 id = 0;
    QString name;
    QByteArray keyHash;
    QString workspace = {}; ///< that fetches with the key; empty: none has yet
};

/// A desktop as its relay knows it.
struct RelayDesktop
{
    qint64 id = 0;
    QString name;
    UtcTime madeAt;
    std::optional<UtcTime> seenAt;
    qint64 waiting = 0; ///< bodies that it has not acknowledged
    qint64 dropped = 0; ///< bodies that went before it fetched them
    std::optional<UtcTime> droppedUntil; ///< when the last of them had arrived
};

/// What one desktop gets at once, and what it should know about the relay.
struct RelayBatch
{
    QString queue; ///< whose numbers these are
    std::vector<RelayBody> bodies;
    qint64 waiting = 0; ///< behind these
    qint64 dropped = 0; ///< ever, for this desktop
    std::optional<UtcTime> droppedUntil;
    UtcTime receivingSince; ///< since then nothing of Meta's was missed
    std::optional<UtcTime>
        missedUntil; ///< what had come until then was gone when this desktop's key was made
    std::optional<UtcTime> handshakeAt; ///< when Meta last checked the address
    std::optional<UtcTime> arrivedAt; ///< when the last body came, fetched since or not
};

/// Where one of its bodies came from: the queue and the number there.
struct RelayOrigin
{
    QString queue;
    qint64 number = 0;
};

/// How a relay is, in figures that give nobody away.
struct RelayCondition
{
    qint64 bodies = 0;
    qint64 bytes = 0;
    std::optional<UtcTime> oldest; ///< of those that wait
    int desktops = 0;
};

/// A new key: 256 random bits as text that can be pasted.
QByteArray makeRelayKey();
/// What is kept of a key.
QByteArray relayKeyHash(const QByteArray &key);
