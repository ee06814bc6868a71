#include "presentation/campaignoverview.h"

#include "presentation/wording.h"

#include <QCoreApplication>

#include <algorithm>

namespace {

struct Overview
{
    Q_DECLARE_TR_FUNCTIONS(Overview)
};

/// Below so many people a percentage says less than the people.
constexpr int kFewPeople = 20;
/// More points than this are not seen on a screen.
constexpr int kMostPoints = 500;

} // namespace

std::vector<ProgressShare> progressShares(const CampaignCounts &counts)
{
    using enum RecipientStatus;
    const std::vector<ProgressShare> shares{
        {wordFor(Responded),                  counts.of(Responded),                    Responded,   false},
        {wordFor(Read),                       counts.of(Read),                         Read,        false},
        {wordFor(Delivered),                  counts.of(Delivered),                    Delivered,   false},
        {Overview::tr("Awaiting delivery"),   counts.of(Sent),                         Sent,        true },
        {wordFor(Unconfirmed),                counts.of(Unconfirmed),                  Unconfirmed, false},
        {Overview::tr("Failed or opted out"), counts.of(Failed) + counts.of(OptedOut), Failed,      false},
        {wordFor(Skipped),                    counts.of(Skipped),                      Skipped,     false}
    };
    std::vector<ProgressShare> present;
    std::copy_if(shares.begin(), shares.end(), std::back_inserter(present),
                 [](const ProgressShare &share) { return share.count > 0; });
    return present;
}

std::optional<double> settledShare(const CampaignCounts &counts)
{
    const int total = counts.total();
    if (total == 0)
        return std::nullopt;
    return static_cast<double>(total - counts.remaining()) / total;
}

int attemptedPeople(const CampaignCounts &counts, const ReachedCounts &reached)
{
    const int tried = counts.total() - counts.remaining() - counts.of(RecipientStatus::Skipped)
        - counts.of(RecipientStatus::OptedOut);
    // Someone who was sent to, failed and waits for another try counts as sent and as pending.
    return std::max(tried, reached.sent);
}

std::vector<CampaignFigure> campaignFigures(const CampaignCounts &counts, const ReachedCounts &reached)
{
    using enum RecipientStatus;
    const int total = counts.total();
    const int attempted = attemptedPeople(counts, reached);
    const auto share = [](int part, int whole, const QString &ofMany, const QString &ofFew) {
        if (whole <= 0)
            return QString{};
        return whole < kFewPeople ? ofFew.arg(countText(part), countText(whole))
                                  : ofMany.arg(percentText(static_cast<double>(part) / whole));
    };
    std::vector<CampaignFigure> cards{
        {Figure::Recipients,               Overview::tr("Recipients"), countText(total),
         counts.of(Skipped) > 0 ? Overview::tr("%Ln skipped",                                 nullptr, counts.of(Skipped)) : QString{}},
 //: %1 is a percentage; with few people %1 and %2 are numbers
        {Figure::Sent, wordFor(Sent),                           countText(reached.sent),
         attempted > 0
             ? share(reached.sent,                      total, Overview::tr("%1 of all"), Overview::tr("%1 of %2 people"))
             : QString{}},
        {Figure::Delivered,         wordFor(Delivered),                              countText(reached.delivered),
         share(reached.delivered,reached.sent, Overview::tr("%1 of sent"), Overview::tr("%1 of %2 sent"))},
        {Figure::Read,                wordFor(Read),                countText(reached.read),
         share(reached.read,                                                             reached.delivered, Overview::tr("%1 of delivered"),
         Overview::tr("%1 of %2 delivered"))},
        {Figure::Responded,      wordFor(Responded),  countText(reached.responded),
         share(reached.responded,          reached.delivered, Overview::tr("%1 of delivered"),
         Overview::tr("%1 of %2 delivered"))},
        {Figure::Failed,         wordFor(Failed),                                           countText(counts.of(Failed)),
         share(counts.of(Failed),attempted, Overview::tr("%1 of attempts"), Overview::tr("%1 of %2 tried"))},
        {Figure::OptedOut,                                wordFor(OptedOut),                                          countText(counts.of(OptedOut)),
         counts.of(OptedOut) > 0 ? Overview::tr("kept out") : QString{}        }
    };
    if (counts.of(Unconfirmed) > 0)
        cards.push_back({Figure::Unconfirmed, wordFor(Unconfirmed), countText(counts.of(Unconfirmed)), {}});
    return cards;
}

std::vector<FunnelFigure> funnelFigures(const CampaignCounts &counts, const ReachedCounts &reached)
{
    std::vector<FunnelFigure> steps{
        {Overview::tr("Recipients"), counts.total(),         0,                             {},             std::nullopt},
        {Overview::tr("Attempted"),  attemptedPeople(counts, reached),                      0,              {},           std::nullopt},
        {wordFor(RecipientStatus::Sent),                          reached.sent,                   0,           {},      RecipientStatus::Sent     },
        {wordFor(RecipientStatus::Delivered),                          reached.delivered,              0, {}, RecipientStatus::Delivered     },
        {wordFor(RecipientStatus::Read),                          reached.read,                   0,           {},      RecipientStatus::Read},
        {wordFor(RecipientStatus::Responded),                          reached.responded,              0, {}, RecipientStatus::Responded          }
    };
    for (size_t i = 0; i < steps.size(); ++i) {
        steps[i].ofAll = counts.total() > 0 ? static_cast<double>(steps[i].count) / counts.total() : 0;
        if (i > 0)
            steps[i].share = shareText(steps[i].count, steps[i - 1].count);
    }
    return steps;
}

std::vector<TimelineSeries> timelineSeries(const std::vector<TimeLinePoint> &steps,
                                           std::chrono::milliseconds width, UtcTime until)
{
    using enum RecipientStatus;
    struct Kind
    {
        RecipientStatus status;
        int TimeLinePoint::*people;
    };
    constexpr std::array kinds{
        Kind{Sent,      &TimeLinePoint::sent     },
        Kind{Delivered, &TimeLinePoint::delivered},
        Kind{Read,      &TimeLinePoint::read     },
        Kind{Responded, &TimeLinePoint::responded},
        Kind{Failed,    &TimeLinePoint::failed   }
    };
    std::vector<TimelineSeries> lines;
    if (steps.empty() || width <= std::chrono::milliseconds{0})
        return lines;
    const UtcTime begin = steps.front().start;
    const UtcTime end = std::max(until, steps.back().start + width);
    // A long campaign gets fewer, wider steps.
    const std::chrono::milliseconds pointWidth = width * ((end - begin) / width / kMostPoints + 1);
    for (const Kind &kind : kinds) {
        TimelineSeries line{wordFor(kind.status), kind.status, {{begin, 0}}};
        int people = 0;
        auto step = steps.begin();
        for (UtcTime at = begin; at < end;) {
            at = std::min(at + pointWidth, end);
            for (; step != steps.end() && step->start < at; ++step)
                people += (*step).*kind.people;
            line.points.push_back({at, people});
        }
        if (people > 0)
            lines.push_back(std::move(line));
    }
    return lines;
}

CampaignActions actionsFor(CampaignState state, const CampaignCounts &counts)
{
    const auto may = [state](CampaignEvent event) { return nextState(state, event).has_value(); };
    const bool hasStarted = state != CampaignState::Draft && state != CampaignState::Scheduled;
    CampaignActions actions;
    actions.edit = state == CampaignState::Draft || state == CampaignState::Scheduled;
    actions.send = may(CampaignEvent::Start);
    actions.pause = may(CampaignEvent::Pause);
    actions.resume = may(CampaignEvent::Resume);
    actions.cancel = may(CampaignEvent::Cancel);
    actions.retryFailed = may(CampaignEvent::Reopen) && counts.of(RecipientStatus::Failed) > 0;
    actions.resolve = hasStarted && counts.of(RecipientStatus::Unconfirmed) > 0;
    actions.followUp = hasStarted;
    actions.exportResults = counts.total() > 0;
    actions.remove = state != CampaignState::Sending;
    return actions;
}

QString followUpText(FollowUpAudience audience)
{
    switch (audience) {
    case FollowUpAudience::DidNotRead: return Overview::tr("People who did not read it");
    case FollowUpAudience::Read: return Overview::tr("People who read it");
    case FollowUpAudience::DidNotAnswer: return Overview::tr("People who read it but did not respond");
    case FollowUpAudience::Responded: return Overview::tr("People who responded");
    case FollowUpAudience::Failed: return Overview::tr("People whose message failed");
    case FollowUpAudience::MayWorkNow: return Overview::tr("Failed ones who may be reached now");
    case FollowUpAudience::PressedButton: return Overview::tr("People who pressed an answer button");
    }
    Q_UNREACHABLE();
}

std::optional<int> followUpPeople(FollowUpAudience audience, const CampaignCounts &counts,
                                  std::optional<int> retriable)
{
    using enum RecipientStatus;
    switch (audience) {
    case FollowUpAudience::DidNotRead: return counts.of(Sent) + counts.of(Delivered);
    case FollowUpAudience::Read: return counts.of(Read) + counts.of(Responded);
    case FollowUpAudience::DidNotAnswer: return counts.of(Read);
    case FollowUpAudience::Responded: return counts.of(Responded);
    case FollowUpAudience::Failed: return counts.of(Failed);
    case FollowUpAudience::MayWorkNow: return counts.of(Failed) == 0 ? std::optional{0} : retriable;
    case FollowUpAudience::PressedButton: return counts.of(Responded) == 0 ? std::optional{0} : std::nullopt;
    }
    Q_UNREACHABLE();
}
