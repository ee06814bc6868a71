#include "faultseed.h"

#include <QString>

#include <cstdio>

bool isSoak()
{
    return qEnvironmentVariableIsSet("FANFARE_SOAK");
}

quint32 faultSeed()
{
    static const quint32 seed = [] {
        constexpr quint32 kUsual = 20261122;
        const quint32 chosen = qEnvironmentVariableIsSet("FANFARE_SEED")
            ? qEnvironmentVariable("FANFARE_SEED").toUInt()
            : kUsual;
        std::printf("FANFARE_SEED=%u\n", chosen);
        return chosen;
    }();
    return seed;
}
