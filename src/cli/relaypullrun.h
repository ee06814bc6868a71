#pragma once

#include "cli/exitcode.h"
#include "cli/metaconnection.h"
#include "workspace/inboxcourier.h"
#include "workspace/relaychoice.h"
#include "workspace/relaypuller.h"

#include <QObject>

#include <memory>

class CommandContext;

/// Fetches from the workspace's relay, once or until it is stopped, and says what came.
class RelayPullRun final : public QObject
{
    Q_OBJECT

public:
    RelayPullRun(CommandContext &context, std::shared_ptr<MetaConnection> meta, bool isFollowing,
                 bool dropsUnsigned);

    /// Finds key and app secrets first; the command ends with what is missing.
    void start(const RelayChoice &choice);

private:
    void begin(const std::vector<QByteArray> &appSecrets);
    void sayEvents(const std::vector<AppliedEvent> &events);
    void sayAnswered(const RelayNews &news);
    void sayTrouble(const Error &error);
    void end(const QString &event, ExitCode code);

    CommandContext &m_context;
    std::shared_ptr<MetaConnection> m_meta;
    RelayPulling m_pulling;
    RelayPuller m_puller;
    std::unique_ptr<InboxCourier> m_courier; ///< of a pull that goes on
    QString m_trouble; ///< its code, once it was said
    bool m_isConnected = false; ///< and that was said
};

/// The access to this relay, without its key.
Result<RelayAccess> accessOf(const RelayChoice &choice);
