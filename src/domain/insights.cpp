#include "domain/insights.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace {

constexpr auto kBetweenFigures = 1h;
constexpr auto kBetweenStates = 24h;
constexpr auto kAfterTrouble = 30min;

bool isOlder(const std::optional<UtcTime> &time, std::chrono::minutes age, UtcTime now)
{
    return !time || now - *time >= age || *time > now; // a clock that was set back
}

} // namespace

InsightsQuestion dueQuestion(const InsightsMemory &memory, const QStringList &templateIds, UtcTime firstSent,
                             UtcTime now)
{
    InsightsQuestion question;
    const bool mayAsk = !memory.notBefore || now >= *memory.notBefore;
    if (!mayAsk || templateIds.isEmpty())
        return question;
    question.asksState = isOlder(memory.stateAskedAt, kBetweenStates, now);
    question.asksFigures = (question.asksState || memory.state.isEnabled)
        && isOlder(memory.figuresAskedAt, kBetweenFigures, now);
    question.templateIds = templateIds;
    question.from = insightsFrom(firstSent, now);
    question.to = std::max(now, question.from + 1s);
    return question;
}

UtcTime insightsFrom(UtcTime firstSent, UtcTime now)
{
    return std::chrono::floor<std::chrono::days>(std::max(firstSent, now - kInsightsLookBack));
}

std::optional<UtcTime> nextAskingAfter(const InsightsFindings &findings, UtcTime now)
{
    std::optional<UtcTime> next;
    if (findings.problem)
        next = now + kAfterTrouble;
    if (findings.waitFor)
        next = std::max(next.value_or(now), now + *findings.waitFor);
    return next;
}
