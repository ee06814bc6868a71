#include "engine/numberlane.h"

#include "engine/retrypolicy.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr auto kFirstOfflineWait = 1s;
constexpr auto kLongestOfflineWait = 30s;
constexpr int kNotSentMeansOffline =
    3; // in a row; a server that closes idle connections makes one now and then
constexpr int kFailuresMeanTrouble = 10; // in a row; a single one comes and goes
constexpr auto kFirstProbeWait = 1s;
constexpr auto kLongestProbeWait = 30s;
constexpr int kCalmUsage = 80; // percent of what Meta allows; above, it is used up more slowly
constexpr auto kFreshAnswer = 2s; // with no answer within this time, the first one is enough
} // namespace

NumberLane::NumberLane()
    : m_pacer{
        {m_nominal, 1s}
}
{
}

void NumberLane::setNominal(int perSecond, MonotonicTime now)
{
    m_nominal = std::max(1, perSecond);
    applyLimit(now);
}

std::optional<MonotonicTime> NumberLane::nextStart(MonotonicTime now)
{
    applyLimit(now);
    if (m_suspicion)
        return std::nullopt;
    if (m_isOffline) {
        if (m_inFlight > 0)
            return std::nullopt;
        return std::max(m_offlineSince + m_offlineWait, m_pacer.nextStart());
    }
    if (m_heldUntil > now)
        return m_heldUntil;
    if (m_holds == 0)
        m_trouble = {};
    else if (m_inFlight > 0) // after a wait, one message finds out whether it is over
        return std::nullopt;
    return m_pacer.nextStart();
}

void NumberLane::noteStart(MonotonicTime now)
{
    m_pacer.noteStart(now);
    ++m_inFlight;
}

void NumberLane::noteAnswered(MonotonicTime now)
{
    --m_inFlight;
    m_lastAnswer = now;
    m_notSentInARow = 0;
    if (m_isOffline) {
        m_isOffline = false;
        if (!m_suspicion)
            m_trouble = {};
    }
}

void NumberLane::noteNotSent(const QString &why, MonotonicTime startedAt, MonotonicTime now)
{
    --m_inFlight;
    ++m_notSentInARow;
    if (m_suspicion)
        return;
    if (m_isOffline) {
        if (startedAt < m_offlineSince) // left before we knew
            return;
        m_offlineWait = std::min<std::chrono::seconds>(m_offlineWait * 2, kLongestOfflineWait);
        m_offlineSince = now;
        return;
    }
    const bool hasFreshAnswer = m_lastAnswer && now - *m_lastAnswer < kFreshAnswer;
    if (hasFreshAnswer && m_notSentInARow < kNotSentMeansOffline)
        return;
    m_isOffline = true;
    m_offlineWait = kFirstOfflineWait;
    m_offlineSince = now;
    m_trouble = {
        u"offline"_s,
        QCoreApplication::translate("NumberLane", "There is no connection to Meta: %1").arg(why),
        QCoreApplication::translate("NumberLane", "Sending goes on by itself when the connection is back.")};
}

bool NumberLane::noteTooFast(std::optional<std::chrono::seconds> askedToWait, const StateReason &reason,
                             MonotonicTime startedAt, MonotonicTime now)
{
    if (askedToWait) {
        m_heldUntil = std::max(m_heldUntil, now + *askedToWait);
        if (m_trouble.isEmpty())
            m_trouble = reason;
    }
    return cut(startedAt, now);
}

bool NumberLane::noteFailing(MonotonicTime startedAt, MonotonicTime now)
{
    return ++m_failures >= kFailuresMeanTrouble && cut(startedAt, now);
}

bool NumberLane::noteUsage(std::optional<int> percent, MonotonicTime now)
{
    const auto isHigh = [](const std::optional<int> &usage) { return usage && *usage > kCalmUsage; };
    const bool slowsDown = isHigh(percent) && !isHigh(m_usage);
    m_usage = percent;
    applyLimit(now);
    return slowsDown;
}

void NumberLane::noteForeign(const StateReason &reason, MonotonicTime startedAt, MonotonicTime now)
{
    if (m_suspicion || startedAt < m_probedAt)
        return;
    m_suspicion = Suspicion{now};
    m_trouble = reason;
}

std::optional<MonotonicTime> NumberLane::probeAt() const
{
    return m_suspicion && !m_suspicion->isProbing ? std::optional{m_suspicion->probeAt} : std::nullopt;
}

void NumberLane::noteProbe(MonotonicTime now)
{
    if (!m_suspicion)
        return;
    m_suspicion->isProbing = true;
    m_suspicion->probeAt = now;
}

void NumberLane::noteProbed(bool isGraph, MonotonicTime now)
{
    if (!m_suspicion)
        return;
    if (isGraph) {
        m_probedAt = m_suspicion->probeAt;
        m_suspicion.reset();
        m_isOffline = false;
        m_notSentInARow = 0;
        m_trouble = {};
        return;
    }
    m_suspicion->isProbing = false;
    m_suspicion->wait =
        std::clamp<std::chrono::seconds>(m_suspicion->wait * 2, kFirstProbeWait, kLongestProbeWait);
    m_suspicion->probeAt = now + m_suspicion->wait;
}

void NumberLane::hold(std::optional<std::chrono::seconds> askedToWait, const StateReason &reason,
                      MonotonicTime startedAt, MonotonicTime now)
{
    const bool isNew = startedAt >= m_heldSince; // otherwise it left before the present wait began
    if (!isNew && !askedToWait)
        return;
    if (isNew) {
        ++m_holds;
        m_heldSince = now;
    }
    const std::chrono::nanoseconds wait =
        std::max<std::chrono::nanoseconds>(longestBackoff(m_holds), askedToWait.value_or(0s));
    m_heldUntil = std::max(m_heldUntil, now + wait);
    m_trouble = reason;
    m_backoff.startSlowly(m_heldUntil);
    applyLimit(now);
}

void NumberLane::noteWorking(MonotonicTime startedAt)
{
    m_failures = 0;
    if (startedAt >= m_heldSince)
        m_holds = 0;
}

bool NumberLane::cut(MonotonicTime startedAt, MonotonicTime now)
{
    const int before = m_pacer.limit().count;
    m_backoff.noteTooFast(m_nominal, startedAt, now);
    applyLimit(now);
    return m_pacer.limit().count < before;
}

void NumberLane::applyLimit(MonotonicTime now)
{
    int limit = m_backoff.limit(m_nominal, now);
    if (m_usage && *m_usage > kCalmUsage)
        limit = std::max(1, limit * std::max(0, 100 - *m_usage) / (100 - kCalmUsage));
    m_pacer.setLimit({limit, 1s});
}
