#pragma once

#include <QtGlobal>

#include <memory>

class QThread;

/// A network that is cut at random: forwards connections to a port of this computer, and cuts about half of
/// them after some bytes, in whichever direction. On a thread of its own.
class CuttingProxy
{
public:
    CuttingProxy(quint16 target, quint32 seed);
    ~CuttingProxy();
    CuttingProxy(const CuttingProxy &) = delete;
    CuttingProxy &operator=(const CuttingProxy &) = delete;

    quint16 port() const { return m_port; }
    /// From now on nothing is cut.
    void heal();

private:
    class Relay;

    std::unique_ptr<QThread> m_thread;
    Relay *m_relay;
    quint16 m_port = 0;
};
