#include "webhooks/listeningthread.h"

#include <QCoreApplication>

#include <memory>

/// Lives on the listening thread; the listener and the sink are made and destroyed there.
class ListeningThread::Runner final : public QObject
{
    Q_OBJECT

public:
    Runner(const Clock &clock, WebhookSinkFactory makeSink, WebhookTraffic &traffic)
        : m_clock{clock}
        , m_makeSink{std::move(makeSink)}
        , m_traffic{traffic}
    {
    }

    void listen(const WebhookListenerOptions &options, int order)
    {
        if (!m_listener) {
            Result<WebhookSink> sink = m_makeSink();
            if (!sink) {
                emit failed(sink.error(), order);
                return;
            }
            m_listener = std::make_unique<WebhookListener>(m_clock, std::move(*sink), m_traffic);
            connect(m_listener.get(), &WebhookListener::eventsApplied, this, &Runner::eventsApplied);
            connect(m_listener.get(), &WebhookListener::handshakeAnswered, this, &Runner::handshakeAnswered);
            connect(m_listener.get(), &WebhookListener::notStored, this, &Runner::notStored);
        }
        if (const Result<> started = m_listener->listen(options); !started)
            emit failed(started.error(), order);
        else
            emit listening(m_listener->port(), m_listener->url(), order);
    }

    void stop(int order)
    {
        if (m_listener)
            m_listener->stop();
        emit stopped(order);
    }

signals:
    void listening(quint16 port, const QString &url, int order);
    void failed(const Error &error, int order);
    void stopped(int order);
    void eventsApplied(const std::vector<AppliedEvent> &events);
    void handshakeAnswered();
    void notStored(const Error &error);

private:
    const Clock &m_clock;
    const WebhookSinkFactory m_makeSink;
    WebhookTraffic &m_traffic;
    std::unique_ptr<WebhookListener> m_listener;
};

ListeningThread::ListeningThread(const Clock &clock, WebhookSinkFactory makeSink, QObject *parent)
    : QObject{parent}
    , m_runner{new Runner{clock, std::move(makeSink), m_traffic}}
{
    m_runner->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_runner, &QObject::deleteLater);
    connect(m_runner, &Runner::listening, this, &ListeningThread::listening);
    connect(m_runner, &Runner::failed, this, &ListeningThread::failed);
    connect(m_runner, &Runner::stopped, this, &ListeningThread::stopped);
    connect(m_runner, &Runner::eventsApplied, this, &ListeningThread::eventsApplied);
    connect(m_runner, &Runner::handshakeAnswered, this, &ListeningThread::handshakeAnswered);
    connect(m_runner, &Runner::notStored, this, &ListeningThread::notStored);
    m_thread.setObjectName(QStringLiteral("listening"));
    m_thread.start();
}

ListeningThread::~ListeningThread()
{
    m_thread.quit();
    m_thread.wait();
}

int ListeningThread::listen(const WebhookListenerOptions &options)
{
    const int order = ++m_orders;
    QMetaObject::invokeMethod(m_runner,
                              [runner = m_runner, options, order] { runner->listen(options, order); });
    return order;
}

int ListeningThread::stopListening()
{
    const int order = ++m_orders;
    QMetaObject::invokeMethod(m_runner, [runner = m_runner, order] { runner->stop(order); });
    return order;
}

void ListeningThread::stopAndTell()
{
    QMetaObject::invokeMethod(
        m_runner, [runner = m_runner, order = ++m_orders] { runner->stop(order); },
        Qt::BlockingQueuedConnection);
    QCoreApplication::sendPostedEvents(this, QEvent::MetaCall);
}

#include "listeningthread.moc"
