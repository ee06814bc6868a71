#include "simulator/seededrandom.h"

SeededRandom::SeededRandom(std::uint64_t seed, QByteArrayView purpose)
    : m_state{seed ^ 0xcbf29ce484222325ULL}
{
    for (const char byte : purpose)
        m_state = (m_state ^ std::uint8_t(byte)) * 0x100000001b3ULL; // FNV-1a
    next();
}

std::uint64_t SeededRandom::next()
{
    m_state += 0x9e3779b97f4a7c15ULL;
    std::uint64_t value = m_state;
    value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9ULL;
    value = (value ^ (value >> 27)) * 0x94d049bb133111ebULL;
    return value ^ (value >> 31);
}

double SeededRandom::share()
{
    return double(next() >> 11) * 0x1.0p-53;
}

std::chrono::milliseconds SeededRandom::between(std::chrono::milliseconds least,
                                                std::chrono::milliseconds most)
{
    if (most <= least)
        return least;
    return least + std::chrono::milliseconds{next() % std::uint64_t((most - least).count() + 1)};
}
