#include "engine/answerbook.h"

#include <algorithm>
#include <utility>

using namespace std::chrono_literals;

namespace {
constexpr int kGroup = 90; // answers come in small packs, so a group may grow a little beyond it
// Few enough transactions for a slow disk, soon enough for people. In a steady run the next claim, which
// takes the answers along, comes earlier.
constexpr auto kLongestWait = 150ms;
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
    return m_count >= kGroup ? m_oldest : m_oldest + kLongestWait;
}

Result<AnswerBook::Written> AnswerBook::write(SendLedger &ledger, const Clock &clock)
{
    while (!m_givenBack.empty()) {
        const auto first = m_givenBack.begin();
        if (const Result<> done = ledger.giveBack(first->first, first->second, clock.now()); !done)
            return done.error();
        m_freed.push_back(first->first);
        m_givenBack.erase(first);
    }
    if (!m_settlements.empty()) {
        if (const Result<> done = ledger.settle(m_settlements); !done)
            return done.error();
        m_settlements.clear();
    }
    Written written{{}, std::exchange(m_freed, {})};
    for (const auto &[campaign, answers] : m_perCampaign)
        written.concerned.push_back(campaign);
    m_perCampaign.clear();
    m_count = 0;
    return written;
}

std::vector<CampaignId> AnswerBook::forgetAnswers()
{
    std::vector<CampaignId> concerned;
    for (const Settlement &settlement : m_settlements) {
        if (std::find(concerned.begin(), concerned.end(), settlement.campaign) == concerned.end())
            concerned.push_back(settlement.campaign);
        uncount(settlement.campaign);
    }
    m_settlements.clear();
    return concerned;
}

void AnswerBook::count(CampaignId campaign, MonotonicTime now)
{
    if (m_count++ == 0)
        m_oldest = now;
    ++m_perCampaign[campaign];
}

void AnswerBook::uncount(CampaignId campaign)
{
    --m_count;
    if (--m_perCampaign[campaign] == 0)
        m_perCampaign.erase(campaign);
}
