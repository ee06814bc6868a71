#include "engine/sendingthread.h"

#include "base/clock.h"

#include <QSemaphore>

#include <optional>

/// The life of the sender and its ports on the sending thread.
class SendingThread::Runner : public QObject
{
public:
    Runner(SendingThread &owner, PortsFactory makePorts, const SenderOptions &options)
        : m_owner{owner}
        , m_makePorts{std::move(makePorts)}
        , m_options{options}
    {
    }

    void start()
    {
        if (!m_sender)
            open();
        if (m_sender)
            m_sender->start();
    }

    void wake()
    {
        if (m_sender)
            m_sender->wake();
    }

    void stop()
    {
        if (m_sender)
            m_sender->stop();
        else
            emit m_owner.stopped();
    }

    void close()
    {
        m_sender.reset();
        m_ports.reset();
    }

private:
    void open()
    {
        Result<OwnedPorts> ports = m_makePorts();
        if (!ports) {
            emit m_owner.failed(ports.error());
            return;
        }
        m_ports.emplace(*std::move(ports));
        m_sender.emplace(SenderPorts{*m_ports->ledger, *m_ports->directs, *m_ports->gateway,
                                     *m_ports->credentials, *m_ports->headerMedia, *m_ports->clock},
                         m_options);
        // Emitted from this thread: receivers on others get them queued.
        connect(&*m_sender, &Sender::foundInterrupted, &m_owner, &SendingThread::foundInterrupted,
                Qt::DirectConnection);
        connect(&*m_sender, &Sender::progressed, &m_owner, &SendingThread::progressed, Qt::DirectConnection);
        connect(&*m_sender, &Sender::stateChanged, &m_owner, &SendingThread::stateChanged,
                Qt::DirectConnection);
        connect(&*m_sender, &Sender::waiting, &m_owner, &SendingThread::waiting, Qt::DirectConnection);
        connect(&*m_sender, &Sender::becameIdle, &m_owner, &SendingThread::becameIdle, Qt::DirectConnection);
        connect(&*m_sender, &Sender::stopped, &m_owner, &SendingThread::stopped, Qt::DirectConnection);
    }

    SendingThread &m_owner;
    PortsFactory m_makePorts;
    SenderOptions m_options;
    std::optional<OwnedPorts> m_ports;
    std::optional<Sender> m_sender;
};

SendingThread::SendingThread(PortsFactory makePorts, const SenderOptions &options, QObject *parent)
    : QObject{parent}
    , m_runner{new Runner{*this, std::move(makePorts), options}}
{
    m_thread.setObjectName(QStringLiteral("sending"));
    m_runner->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_runner, &Runner::close);
    connect(&m_thread, &QThread::finished, m_runner, &QObject::deleteLater);
    m_thread.start();
}

SendingThread::~SendingThread()
{
    m_thread.quit();
    m_thread.wait();
}

bool SendingThread::stopAndWait(std::chrono::milliseconds atMost)
{
    const auto isDone = std::make_shared<QSemaphore>();
    // Direct: the thread that waits here cannot be told anything.
    const QMetaObject::Connection connection = connect(
        this, &SendingThread::stopped, this, [isDone] { isDone->release(); }, Qt::DirectConnection);
    stop();
    const bool wasInTime = isDone->tryAcquire(1, static_cast<int>(atMost.count()));
    disconnect(connection);
    return wasInTime;
}

void SendingThread::start()
{
    QMetaObject::invokeMethod(m_runner, [runner = m_runner] { runner->start(); });
}

void SendingThread::wake()
{
    QMetaObject::invokeMethod(m_runner, [runner = m_runner] { runner->wake(); });
}

void SendingThread::stop()
{
    QMetaObject::invokeMethod(m_runner, [runner = m_runner] { runner->stop(); });
}
