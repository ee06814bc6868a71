#include "app/pacedread.h"

#include <QPointer>

PacedRead::PacedRead(std::chrono::milliseconds interval, Read read, QObject *parent)
    : QObject{parent}
    , m_read{std::move(read)}
    , m_interval{interval}
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        if (m_isWanted && !m_isReading)
            begin();
    });
}

void PacedRead::request()
{
    m_isWanted = true;
    if (!m_isReading && !m_pause.isActive())
        begin();
}

void PacedRead::begin()
{
    m_isWanted = false;
    m_isReading = true;
    m_pause.start(m_interval);
    m_reading.start();
    m_read([self = QPointer<PacedRead>{this}] {
        if (self)
            self->end();
    });
}

void PacedRead::end()
{
    m_isReading = false;
    if (const std::chrono::milliseconds rest{m_reading.elapsed() * m_timesAsLong}; rest > m_interval)
        m_pause.start(rest);
    if (m_isWanted && !m_pause.isActive())
        begin();
}
