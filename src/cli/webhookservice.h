#pragma once

#include "cli/metaconnection.h"
#include "webhooks/listeningthread.h"
#include "workspace/changewatch.h"

#include <QObject>

#include <memory>

class CommandContext;

/// Receives webhooks into the workspace until it is stopped. The app secrets of all its accounts count.
class WebhookService : public QObject
{
    Q_OBJECT

public:
    WebhookService(CommandContext &context, std::shared_ptr<MetaConnection> meta,
                   WebhookListenerOptions options);

    void start();

private:
    void sayListening(quint16 port);
    void sayApplied(const std::vector<AppliedEvent> &events);
    void sayStopped();

    CommandContext &m_context;
    std::shared_ptr<MetaConnection> m_meta;
    WebhookListenerOptions m_options;
    std::unique_ptr<ListeningThread> m_listener;
};
