#include "engine/answerbook.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace {
constexpr int kGroup = 100;
constexpr std::chrono::nanoseconds kShortestWait = 20ms;
constexpr std::chrono::nanoseconds kLongestWait =
    50ms; // on a slow disk, so that writing leaves time for sending
} // namespace

void AnswerBook::add(Settlement settlement, MonotonicTime now)
{
    count(settlement.campaign, now);
    m_settlements.push_back(std::move(settlement));
}

void AnswerBook::giveBack(CampaignId campaign, AttemptId attempt, MonotonicTime now)
{
    count(campaign, now);
    m_givenBack[campaign].push_back(std::move(attempt));
}

MonotonicTime AnswerBook::dueAt() const
{
    if (m_count >= kGroup)
        return m_oldest;
    return m_oldest + std::clamp(4 * m_lastDuration, kShortestWait, kLongestWait);
}

Result<std::vector<CampaignId>> AnswerBook::write(SendLedger &ledger, const Clock &clock)
{
    const MonotonicTime begun = clock.monotonic();
    while (!m_givenBack.empty()) {
        const auto first = m_givenBack.begin();
        if (const Result<> done = ledger.giveBack(first->first, first->second, clock.now()); !done)
            return done.error();
        m_givenBack.erase(first);
    }
    if (!m_settlements.empty()) {
        if (const Result<> done = ledger.settle(m_settlements); !done)
            return done.error();
        m_settlements.clear();
    }
    std::vector<CampaignId> concerned;
    for (const auto &[campaign, answers] : m_perCampaign)
        concerned.push_back(campaign);
    m_perCampaign.clear();
    m_count = 0;
    m_lastDuration = clock.monotonic() - begun;
    return concerned;
}

void AnswerBook::count(CampaignId campaign, MonotonicTime now)
{
    if (m_count++ == 0)
        m_oldest = now;
    ++m_perCampaign[campaign];
}
