#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <optional>

class WakeTimer;

/// A ledger that cannot be read or written: nothing leaves before it works again. Says when to try: after a
/// second, then after twice as long each time.
class LedgerTrouble
{
public:
    LedgerTrouble(const Clock &clock, WakeTimer &wake);

    bool isPresent() const { return m_error.has_value(); }
    /// Only while present.
    const Error &error() const { return *m_error; }
    /// Wakes the sender then, if it is too early.
    bool mayTryAgain();

    void note(const Error &error);
    void clear() { m_error.reset(); }
    /// Something was written: the next trouble begins with the shortest wait.
    void noteWritten();

    /// While the sender stops there may be no later chance: waits are short, and the next try is now.
    void beginHurry();
    void endHurry() { m_isHurrying = false; }

private:
    const Clock &m_clock;
    WakeTimer &m_wake;
    std::optional<Error> m_error;
    MonotonicTime m_retryAt = MonotonicTime::min();
    std::chrono::seconds m_nextWait{1};
    bool m_isHurrying = false;
};
