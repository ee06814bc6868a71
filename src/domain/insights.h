#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <QStringList>

#include <chrono>
#include <optional>
#include <vector>

// What Meta counts itself, as totals: nothing of it tells about one person or one campaign.

/// One template on one day: all messages made from it, whoever sent them. What Meta left out is nothing.
struct TemplateDay
{
    QString templateId; ///< Meta's
    UtcTime start;
    UtcTime end;
    std::optional<qint64> sent;
    std::optional<qint64> delivered;
    std::optional<qint64> read;
    std::optional<qint64> clicked;
    std::optional<double> cost; ///< in the account's currency

    friend bool operator==(const TemplateDay &, const TemplateDay &) = default;
};

/// What was delivered and paid on one day in one category.
struct PriceDay
{
    UtcTime start;
    UtcTime end;
    QString category; ///< Meta's word: MARKETING, UTILITY, …
    QString type; ///< Meta's word: REGULAR, FREE_CUSTOMER_SERVICE, …
    qint64 volume = 0; ///< messages that were delivered
    std::optional<double> cost; ///< in the account's currency; nothing where a partner pays

    friend bool operator==(const PriceDay &, const PriceDay &) = default;
};

/// Whether Meta counts for an account at all. Whoever lets it count cannot take that back.
enum class MetaCounts {
    NotTold, ///< it did not say; asking for figures shows it
    No,
    Yes,
};

struct InsightsState
{
    MetaCounts counts = MetaCounts::NotTold;
    QString currency; ///< "EUR"; empty: not told

    friend bool operator==(const InsightsState &, const InsightsState &) = default;
};

/// How much more may be asked of Meta.
struct AskingAllowance
{
    std::optional<int> usedPercent; ///< nothing: not told
    std::optional<std::chrono::seconds> waitFor; ///< Meta asks to be left alone for so long
};

/// What was asked of Meta about an account, and when; nothing: never.
struct InsightsMemory
{
    InsightsState state;
    std::optional<UtcTime> stateAskedAt;
    std::optional<UtcTime> figuresAskedAt;
    std::optional<UtcTime> notBefore; ///< Meta wants to be left alone until then, or could not be reached
};

/// What to ask Meta about one business account.
struct InsightsQuestion
{
    bool asksState = false;
    bool asksFigures = false; ///< where Meta counts at all
    QStringList templateIds; ///< of campaigns that may still be read
    UtcTime from; ///< the day on which the first of them began
    UtcTime pricesFrom; ///< what is paid concerns the whole account, not only those campaigns
    UtcTime to;

    bool asksAnything() const { return asksState || asksFigures; }
};

/// What Meta answered, as far as it did.
struct InsightsFindings
{
    std::optional<InsightsState> state;
    std::optional<std::vector<TemplateDay>> templates;
    QStringList refusedTemplates; ///< of which Meta tells nothing, because they are gone for example
    bool areFiguresWhole = false; ///< every template was told or refused
    std::optional<std::vector<PriceDay>> prices;
    std::optional<std::chrono::seconds> waitFor; ///< before anything more is asked
    std::optional<Error> problem; ///< why it is not all
};

/// The totals of a template over the days of a campaign, together with whatever else was made from it then.
struct TemplateTotals
{
    UtcTime from;
    UtcTime to; ///< the end of the last day
    std::optional<qint64> sent;
    std::optional<qint64> delivered;
    std::optional<qint64> read;
    std::optional<qint64> clicked;
    std::optional<double> cost;
    QString currency;
    UtcTime toldAt;

    friend bool operator==(const TemplateTotals &, const TemplateTotals &) = default;
};

/// Reading and clicking count for seven days after a message was sent, and templates are told for ninety.
inline constexpr auto kInsightsAfterSending = std::chrono::hours{24 * 8};
inline constexpr auto kInsightsLookBack = std::chrono::hours{24 * 89};

/// The whole days that are told as "the last 30 days".
inline constexpr auto kPricesLookBack = std::chrono::hours{24 * 30};

/// What is due to be asked. Totals of days do not change quickly: once an hour while they may, and once a day
/// whether Meta counts at all. Nothing where nobody was written to of late. Of many templates some an hour,
/// and each within a few hours.
InsightsQuestion dueQuestion(const InsightsMemory &memory, const QStringList &templateIds, UtcTime firstSent,
                             UtcTime now);

/// The same for a person who asks now: everything, whenever it was asked last.
InsightsQuestion questionNow(const QStringList &templateIds, UtcTime firstSent, UtcTime now);

/// When to ask again after such an answer, at the earliest.
std::optional<UtcTime> nextAskingAfter(const InsightsFindings &findings, UtcTime now);
