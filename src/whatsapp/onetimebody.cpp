#include "whatsapp/onetimebody.h"

#include "base/faultpoint.h"

#include <algorithm>
#include <cstring>

OneTimeBody::OneTimeBody(QByteArray body, QObject *parent)
    : QIODevice{parent}
    , m_body{std::move(body)}
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

bool OneTimeBody::atEnd() const
{
    return m_position == m_body.size();
}

qint64 OneTimeBody::bytesAvailable() const
{
    return m_body.size() - m_position + QIODevice::bytesAvailable();
}

qint64 OneTimeBody::readData(char *target, qint64 most)
{
    const qint64 size = m_isSealed ? 0 : std::min<qint64>(most, m_body.size() - m_position);
    if (size == 0)
        return -1;
    if (m_position == 0)
        reachFaultPoint(FaultPoint::BeforeWrite);
    std::memcpy(target, m_body.constData() + m_position, static_cast<size_t>(size));
    m_position += size;
    if (atEnd())
        reachFaultPoint(FaultPoint::AfterWrite);
    return size;
}
