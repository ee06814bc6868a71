#pragma once

#include "domain/ports/relayqueue.h"
#include "storage/database.h"

#include <memory>

/// The queue of a relay in a database of its own, "relay.sqlite" in the data folder. Any number of processes
/// may have it open: keys are made and revoked while the relay serves.
class SqliteRelayQueue final : public RelayQueue
{
public:
    /// Opens the queue in that folder; makes folder and queue where there are none.
    static Result<std::unique_ptr<SqliteRelayQueue>> openOrCreate(const QString &folder,
                                                                  const RelayBounds &bounds = {});
    /// NotFound where there is none.
    static Result<std::unique_ptr<SqliteRelayQueue>> open(const QString &folder,
                                                          const RelayBounds &bounds = {});
    static QString fileIn(const QString &folder);

    Result<> store(const std::vector<RelayBody> &bodies) override;
    Result<std::vector<RelayKeyHolder>> keyHolders() override;
    Result<bool> giveTo(qint64 desktop, const QString &workspace) override;
    Result<RelayBatch> batchFor(qint64 desktop, int mostBodies, qint64 mostBytes) override;
    Result<> noteSeen(qint64 desktop, UtcTime now) override;
    Result<> acknowledge(qint64 desktop, qint64 upTo, UtcTime now) override;
    Result<RelayCondition> condition() override;
    Result<> noteHandshake(UtcTime now) override;
    Result<> noteReceiving(UtcTime now) override;
    Result<> dropTooOld(UtcTime now) override;

    /// A new desktop, which gets everything that is still here, and is told until when it misses something.
    /// Answers its key, which is kept nowhere. Refused with the code "name_taken".
    Result<QByteArray> addDesktop(const QString &name, UtcTime now);
    Result<std::vector<RelayDesktop>> desktops();
    /// Its key is worth nothing from now on. NotFound with the code "no_desktop".
    Result<> revoke(const QString &name);

private:
    SqliteRelayQueue(std::unique_ptr<Database> database, const RelayBounds &bounds);

    Result<> keepWithinBytes();
    Result<> dropUpTo(qint64 number);
    Result<> deleteFetched();

    std::unique_ptr<Database> m_database;
    const RelayBounds m_bounds;
};
