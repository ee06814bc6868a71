#pragma once

#include "base/result.h"
#include "domain/relay.h"

#include <vector>

/// Where a relay keeps what Meta posts until every desktop has fetched it. Once a call returned a value,
/// everything is on disk.
class RelayQueue
{
public:
    virtual ~RelayQueue() = default;

    /// Takes several bodies at once, in this order; all or none. Numbers are given here.
    virtual Result<> store(const std::vector<RelayBody> &bodies) = 0;
    /// Everybody who may fetch at this moment.
    virtual Result<std::vector<RelayKeyHolder>> keyHolders() = 0;
    /// From now on the key is this workspace's alone; false where it is another's already.
    virtual Result<bool> giveTo(qint64 desktop, const QString &workspace) = 0;
    /// What this desktop has not acknowledged, oldest first: so many at most, and one where even that is more
    /// than `mostBytes`. NotFound with the code "no_desktop" once its key was revoked.
    virtual Result<RelayBatch> batchFor(qint64 desktop, int mostBodies, qint64 mostBytes) = 0;
    /// This desktop asks, at this moment. Kept to the minute, so that asking does not wear the disk.
    virtual Result<> noteSeen(qint64 desktop, UtcTime now) = 0;
    /// This desktop has everything up to that number for good; what all have is deleted. A lower number than
    /// before changes nothing. BadInput with the code "not_given_out" for one that the queue never gave.
    virtual Result<> acknowledge(qint64 desktop, qint64 upTo, UtcTime now) = 0;
    virtual Result<RelayCondition> condition() = 0;
    /// Meta has checked the address.
    virtual Result<> noteHandshake(UtcTime now) = 0;
    /// The relay receives at this moment; told again and again while it does.
    virtual Result<> noteReceiving(UtcTime now) = 0;
    /// Drops what is older than the bounds allow, counted for those who had not fetched it.
    virtual Result<> dropTooOld(UtcTime now) = 0;
};
