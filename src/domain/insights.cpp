#include "domain/insights.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace {

constexpr auto kBetweenFigures = 1h;
constexpr auto kBetweenStates = 24h;
constexpr auto kAfterTrouble = 30min;

// The allowance is shared with syncing templates and with other programs of the business.
constexpr qsizetype kMostTemplatesAtOnce = 50;
constexpr qsizetype kNextTemplatesEachHour =
    10; // so that the first ones, too, are others when little may be asked

bool isOlder(const std::optional<UtcTime> &time, std::chrono::minutes age, UtcTime now)
{
    return !time || now - *time >= age || *time > now; // a clock that was set back
}

/// The whole day, as far back as Meta tells.
UtcTime insightsFrom(UtcTime firstSent, UtcTime now)
{
    return std::chrono::floor<std::chrono::days>(std::max(firstSent, now - kInsightsLookBack));
}

QStringList someOf(const QStringList &templateIds, UtcTime now)
{
    if (templateIds.size() <= kMostTemplatesAtOnce)
        return templateIds;
    const qsizetype hour = std::chrono::floor<std::chrono::hours>(now).time_since_epoch().count();
    const qsizetype first = hour * kNextTemplatesEachHour % templateIds.size();
    return (templateIds.mid(first) + templateIds.mid(0, first)).mid(0, kMostTemplatesAtOnce);
}

} // namespace

InsightsQuestion dueQuestion(const InsightsMemory &memory, const QStringList &templateIds, UtcTime firstSent,
                             UtcTime now)
{
    const bool mayAsk = !memory.notBefore || now >= *memory.notBefore;
    if (!mayAsk || templateIds.isEmpty())
        return {};
    InsightsQuestion question = questionNow(someOf(templateIds, now), firstSent, now);
    question.asksState = isOlder(memory.stateAskedAt, kBetweenStates, now);
    question.asksFigures = (question.asksState || memory.state.counts != MetaCounts::No)
        && isOlder(memory.figuresAskedAt, kBetweenFigures, now);
    return question;
}

InsightsQuestion questionNow(const QStringList &templateIds, UtcTime firstSent, UtcTime now)
{
    InsightsQuestion question;
    question.asksState = true;
    question.asksFigures = true;
    question.templateIds = templateIds;
    question.from = insightsFrom(firstSent, now);
    question.to = std::max(now, question.from + 1s);
    question.pricesFrom = insightsFrom(now - kPricesLookBack, now);
    return question;
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
