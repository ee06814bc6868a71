#pragma once

#include "storage/relayqueue.h"
#include "webhooks/relayserver.h"

#include <QObject>
#include <QTimer>

#include <memory>

class CommandContext;

/// Serves a relay until it is stopped, and says what it does in lines without a phone number in them.
class RelayService final : public QObject
{
    Q_OBJECT

public:
    RelayService(CommandContext &context, QString dataFolder, const RelayBounds &bounds,
                 RelayServerOptions options);

    /// `appSecrets` sign what is taken.
    void start(const std::vector<QByteArray> &appSecrets);

private:
    void say(const QString &event, const QJsonObject &facts, const QString &words);
    void sayArrived();
    void sayStopped();

    CommandContext &m_context;
    const QString m_dataFolder;
    const RelayBounds m_bounds;
    RelayServerOptions m_options;
    WebhookTraffic m_traffic;
    std::unique_ptr<SqliteRelayQueue> m_queue;
    std::unique_ptr<RelayServer> m_server;
    QTimer m_arrivedTimer; ///< thousands a second are told together
    qint64 m_arrivedBodies = 0; ///< since that was told
    qint64 m_arrivedBytes = 0;
};
