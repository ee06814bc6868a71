#include "engine/ledgertrouble.h"

#include "engine/enginelog.h"
#include "engine/waketimer.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace {
constexpr std::chrono::seconds kLongestWait = 30s;
constexpr std::chrono::seconds kLongestHurriedWait = 1s;
} // namespace

LedgerTrouble::LedgerTrouble(const Clock &clock, WakeTimer &wake)
    : m_clock{clock}
    , m_wake{wake}
{
}

bool LedgerTrouble::mayTryAgain()
{
    if (m_clock.monotonic() >= m_retryAt)
        return true;
    m_wake.want(m_retryAt);
    return false;
}

void LedgerTrouble::note(const Error &error)
{
    qCWarning(lcEngine) << "the ledger failed:" << error.message << error.detail;
    const std::chrono::seconds wait = m_isHurrying ? std::min(m_nextWait, kLongestHurriedWait) : m_nextWait;
    m_nextWait = std::min(kLongestWait, m_nextWait * 2);
    m_error = error;
    m_retryAt = m_clock.monotonic() + wait;
    m_wake.want(m_retryAt);
}

void LedgerTrouble::noteWritten()
{
    m_nextWait = 1s;
}

void LedgerTrouble::beginHurry()
{
    m_isHurrying = true;
    m_retryAt = MonotonicTime::min();
}
