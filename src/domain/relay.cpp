#include "domain/relay.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

#include <array>

QByteArray makeRelayKey()
{
    std::array<quint32, 8> bits{};
    QRandomGenerator::system()->fillRange(bits.data(), qsizetype(bits.size()));
    // The word in front tells people, and those who look for lost secrets, what this is.
    return "fanfare-relay-"
        + QByteArray{reinterpret_cast<const char *>(bits.data()), qsizetype(sizeof bits)}.toBase64(
            QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray relayKeyHash(const QByteArray &key)
{
    return QCryptographicHash::hash(key, QCryptographicHash::Sha256);
}
