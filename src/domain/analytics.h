#pragma once

#include "base/clock.h"
#include "domain/cost.h"
#include "domain/ids.h"
#include "domain/placeclock.h"
#include "domain/proportion.h"

#include <QDate>
#include <QString>
#include <QStringList>

#include <array>
#include <optional>
#include <vector>

// What campaigns of a period achieved, as values: what the page and the terminal show. People are counted by
// the moment in which their message left, whatever became of it later.

/// People whose message left, by how far it got. "reached" of the command line's contract.
struct StepCounts
{
    int tried = 0; ///< accepted by Meta or refused
    int sent = 0;
    int delivered = 0;
    int read = 0;
    int responded = 0;
    int failed = 0;
    int optedOut = 0; ///< within a week after the message

    StepCounts &operator+=(const StepCounts &other);
    friend bool operator==(const StepCounts &, const StepCounts &) = default;

    Share deliveredShare() const { return {delivered, sent}; }
    Share readShare() const { return {read, delivered}; }
    Share respondedShare() const { return {responded, delivered}; }
    Share failedShare() const { return {failed, tried}; }
    Share optedOutShare() const { return {optedOut, delivered}; }
};

/// An opt-out counts for the last message within so long before.
inline constexpr auto kOptOutAfterMessage = std::chrono::hours{24 * 7};

// ---- What is known

struct AnalyticsCampaign
{
    CampaignId id;
    QString name;
    AccountId account;
    QString templateName;
    QString language;
    std::optional<UtcTime> startedAt;
};

/// People of one campaign and place whose message left in the same quarter of an hour. Campaign and place are
/// positions in the lists of the facts.
struct SentCell
{
    size_t campaign = 0;
    size_t place = 0;
    Quarter quarter = 0;
    StepCounts counts; ///< without those that failed
};

struct FailureCell
{
    size_t campaign = 0;
    size_t place = 0;
    Quarter quarter = 0;
    size_t reason = 0; ///< position as well
    int people = 0;
};

struct FailureWords
{
    QString code;
    QString message;
    QString advice;

    friend bool operator==(const FailureWords &, const FailureWords &) = default;
};

/// People whom a portfolio wrote to in a quarter of an hour.
struct WrittenPeople
{
    Quarter quarter = 0;
    int people = 0;
};

struct AnalyticsFacts
{
    std::vector<AnalyticsCampaign> campaigns;
    std::vector<QString> places;
    std::vector<FailureWords> reasons;
    std::vector<SentCell> cells;
    std::vector<FailureCell> failures;
    std::vector<PricedCharge> charges; ///< of messages that were delivered in the period
    std::vector<WrittenPeople> written; ///< in order, also in the day before the period
    std::optional<int> messagingLimit; ///< people in 24 hours; nothing: not told or without limit
};

// ---- What is asked

enum class TrendStep { Day, Week, Month };

/// An hour of the week on people's own clocks.
struct HeatSlot
{
    int weekday = 0; ///< 0 is Monday
    int hour = 0;

    friend bool operator==(const HeatSlot &, const HeatSlot &) = default;
};

struct DayRange
{
    QDate from;
    QDate to; ///< included

    bool contains(QDate day) const { return from <= day && day <= to; }
    friend bool operator==(const DayRange &, const DayRange &) = default;
};

struct TemplateKey
{
    QString name;
    QString language; ///< empty: any

    bool covers(const AnalyticsCampaign &campaign) const
    {
        return name == campaign.templateName && (language.isEmpty() || language == campaign.language);
    }
    friend bool operator==(const TemplateKey &, const TemplateKey &) = default;
};

/// What is left of the period. Each figure leaves out the filter that it is itself, so that the other marks
/// stay to be chosen from.
struct AnalyticsFilter
{
    std::optional<AccountId> account;
    std::optional<TemplateKey> usedTemplate;
    QString tag; ///< of people; what is read goes by it already
    std::optional<CampaignId> campaign;
    std::optional<DayRange> period; ///< one step of the trend
    std::optional<HeatSlot> slot;
    QString failureCode; ///< only this counts as failed, and only campaigns in which it happened

    friend bool operator==(const AnalyticsFilter &, const AnalyticsFilter &) = default;
};

struct AnalyticsQuestion
{
    DayRange days; ///< in `zone`
    std::optional<TrendStep> step; ///< nothing: what suits the length
    AnalyticsFilter filter;
    QTimeZone zone;
    UtcTime now;

    /// Its first moment, and the first one after it.
    UtcTime begin() const;
    UtcTime end() const;
    TrendStep shownStep() const;
};

// ---- What comes out

struct TrendPoint
{
    DayRange days; ///< the part of the step that lies in the period
    StepCounts counts;
    bool isOver = true; ///< otherwise it goes on
    int busiestDay = 0; ///< whom the portfolio wrote to in any 24 hours that end in this step, at most

    friend bool operator==(const TrendPoint &, const TrendPoint &) = default;
};

struct TemplateFigures
{
    TemplateKey key;
    StepCounts counts;

    friend bool operator==(const TemplateFigures &, const TemplateFigures &) = default;
};

struct ComparedCampaign
{
    AnalyticsCampaign campaign;
    StepCounts counts;
};

/// Under so many delivered messages, an hour tells nothing.
inline constexpr int kFewestOfAnHour = 50;

/// Read rates by people's own weekday and hour in which their message left.
struct HeatMap
{
    std::array<std::array<Share, 24>, 7> hours{};
    int withoutClock = 0; ///< delivered to people whose own time is not known
    std::optional<HeatSlot> best; ///< of the hours that tell something
    bool isBestWithinChance = false; ///< of the next best

    const Share &at(HeatSlot slot) const
    {
        return hours[static_cast<size_t>(slot.weekday)][static_cast<size_t>(slot.hour)];
    }
};

struct FailureReason
{
    FailureWords words;
    int people = 0;
    std::vector<int> bySteps; ///< as the trend has them
};

enum class OptOutLight {
    TooFew, ///< to tell
    Calm,
    Watch, ///< more than one of 200 people
    Alarm, ///< surely more than one of 100
};

OptOutLight optOutLight(const Share &optedOut);

struct Analytics
{
    StepCounts total;
    TrendStep step = TrendStep::Week;
    std::vector<TrendPoint> trend;
    std::vector<TemplateFigures> templates; ///< the best read first; those of too few people behind them
    HeatMap heat;
    std::vector<FailureReason> reasons; ///< the commonest first
    std::vector<ComparedCampaign> campaigns; ///< the latest first
    /// Of each currency, the one with the most messages first. By the day on which Meta delivered and
    /// charged; of all hours, because Meta does not tell people's own.
    std::vector<CampaignCost> costs;
    std::optional<int> messagingLimit;
    int busiestDay = 0;
};

/// Computes all figures at once; takes about a second for ten million cells.
Analytics analyse(const AnalyticsFacts &facts, const AnalyticsQuestion &question);

// ---- As it is asked for and answered

/// What somebody wants to know; days are those of the workspace's zone.
struct AnalyticsRequest
{
    std::optional<QDate> from; ///< nothing: so that it is twelve weeks
    std::optional<QDate> to; ///< nothing: today
    std::optional<TrendStep> step;
    AnalyticsFilter filter;
};

/// What can be asked for.
struct AnalyticsChoices
{
    struct Account
    {
        AccountId id;
        QString name;
    };

    std::vector<Account> accounts;
    std::vector<TemplateKey> templates; ///< that campaigns were made from, by name
    QStringList tags;
};

/// The answer, with the question as it was understood.
struct AnalyticsAnswer
{
    AnalyticsQuestion question;
    Analytics figures;
    AnalyticsChoices choices;
    bool wasCancelled = false; ///< then there are no figures
};
