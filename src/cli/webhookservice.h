#pragma once

#include "cli/metaconnection.h"
#include "cli/secretswatch.h"
#include "webhooks/listeningthread.h"
#include "workspace/inboxcourier.h"

#include <QObject>
#include <QTimer>

#include <memory>

class CommandContext;

/// Receives webhooks into the workspace until it is stopped, and fetches the files that people send. The app
/// secrets of all its accounts count, also of those that are added meanwhile. While none is known, Meta is
/// asked to send everything again later; practice, where nobody is written to, takes it.
class WebhookService : public QObject
{
    Q_OBJECT

public:
    WebhookService(CommandContext &context, std::shared_ptr<MetaConnection> meta,
                   WebhookListenerOptions options);

    void start();

private:
    void listenWith(const FoundAppSecrets &secrets);
    void sayWithout(const std::vector<Account> &accounts);
    void sayListening(quint16 port, const QString &url);
    void noteReceiving();
    void sayApplied(const std::vector<AppliedEvent> &events);
    bool offerLine(const std::vector<AppliedEvent> &events);
    bool offerLeftOut();
    void sayStopped();

    CommandContext &m_context;
    std::shared_ptr<MetaConnection> m_meta;
    WebhookListenerOptions m_options;
    std::unique_ptr<ListeningThread> m_listener;
    std::unique_ptr<InboxCourier> m_courier;
    SecretsWatch m_secrets; ///< follows from when it first listens
    QTimer m_receivingTimer; ///< from time to time it is noted that events are received
    qint64 m_leftOut = 0; ///< events that nobody was told of: whoever reads our output is far behind
    qint64 m_leftOutUnsaid = 0; ///< of them, those since that was said last
};
