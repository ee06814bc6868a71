#include "app/pacedread.h"

#include <QPointer>

PacedRead::PacedRead(std::chrono::milliseconds interval, Read read, QObject *parent)
    : QObject{parent}
    , m_read{std::move(read)}
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(interval);
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
    m_pause.start();
    m_read([self = QPointer<PacedRead>{this}] {
        if (!self)
            return;
        self->m_isReading = false;
        if (self->m_isWanted && !self->m_pause.isActive())
            self->begin();
    });
}
