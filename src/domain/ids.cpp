#include "domain/ids.h"

#include <QRandomGenerator>

#include <array>

AttemptId makeAttemptId()
{
    std::array<quint32, 4> words{};
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    return {QString::fromLatin1(
        QByteArray{reinterpret_cast<const char *>(words.data()), static_cast<qsizetype>(sizeof words)}
            .toHex())};
}
