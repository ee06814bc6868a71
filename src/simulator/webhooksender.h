#pragma once

#include "simulator/accountprofile.h"
#include "simulator/deliveryplan.h"
#include "simulator/webhookbody.h"

#include <QThread>
#include <QUrl>

#include <atomic>
#include <memory>

/// Posts delivery events to a webhook when they are due, on a thread of its own. Events that are due together
/// travel together, as far as 100 in one body. An answer other than 200 is tried again for about two minutes,
/// so the same body may arrive more than once. Never holds more than 500,000 events; more are left out. May
/// be used from any thread.
class WebhookSender
{
public:
    WebhookSender(AccountProfile account, QByteArray appSecret);
    /// What is not yet posted is dropped.
    ~WebhookSender();

    WebhookSender(const WebhookSender &) = delete;
    WebhookSender &operator=(const WebhookSender &) = delete;

    /// Events that are due while there is no URL are dropped.
    void setUrl(const QUrl &url);
    void schedule(std::shared_ptr<const SentMessage> message, std::vector<PlannedEvent> events);

private:
    class Worker;

    QThread m_thread;
    const std::shared_ptr<std::atomic<int>> m_heldEvents = std::make_shared<std::atomic<int>>(0);
    Worker *const m_worker; ///< lives and dies on the thread
};
