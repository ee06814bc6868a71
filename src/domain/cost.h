#pragma once

#include "domain/figures.h"
#include "domain/ids.h"
#include "domain/ratecard.h"

#include <QHash>
#include <QTimeZone>

#include <map>
#include <optional>
#include <vector>

// What messages cost: before they are sent, and after Meta told how it charged them. The one place that
// computes it.

/// People by the country that Meta charges for.
struct PeopleOfRegion
{
    QString region; ///< empty: not known
    int people = 0;

    friend bool operator==(const PeopleOfRegion &, const PeopleOfRegion &) = default;
};

/// What the people of one country cost.
struct CostLine
{
    QString region;
    QString market; ///< empty: in none of the card
    int people = 0;
    std::optional<Money> amount; ///< nothing: cannot be estimated

    friend bool operator==(const CostLine &, const CostLine &) = default;
};

/// What a campaign costs at most: if everybody is delivered.
struct CostEstimate
{
    QString currency;
    QDate cardDate; ///< from which on the card holds
    PriceCategory category = PriceCategory::Marketing;
    Money total; ///< of those that could be estimated
    Money highest; ///< what a budget sets aside: without what volume tiers take off, by the dearest card
    std::vector<CostLine> lines; ///< the dearest first, those without an amount last
    int withoutPrice = 0; ///< people who cannot be estimated
    bool hasTiers = false; ///< the price falls with the messages of the month
    bool isFreeInsideWindow = false; ///< for people who wrote less than a day before

    friend bool operator==(const CostEstimate &, const CostEstimate &) = default;
};

/// What an estimate is made for.
struct CostQuestion
{
    PriceCategory category = PriceCategory::Marketing;
    QDate day; ///< on which it is sent
    QString homeRegion; ///< of the business number; empty: not known
    std::vector<PeopleOfRegion> people;
};

/// Messages of a month that were charged already, by market and category.
using MonthVolume = std::map<std::pair<QString, PriceCategory>, qint64>;

/// Nothing where no card is in force on that day.
std::optional<CostEstimate> estimateCost(const RateBook &book, const CostQuestion &question,
                                         const MonthVolume &before);

/// Meta charges by the card of the day on which it delivers, and tries that for up to so many days.
inline constexpr int kLongestDeliveryDays = 30;

/// What one message may cost at most by this card. Authentication across a border may be dearer.
std::optional<Money> highestPriceOf(const RateCard &card, PriceCategory category, const QString &region,
                                    const QString &homeRegion);
/// The same of one that leaves on `day`, whenever it is delivered: also by cards that come into force
/// meanwhile, as far as they have a price. Nothing where the card of that day has none.
std::optional<Money> highestPriceOf(const RateBook &book, QDate day, PriceCategory category,
                                    const QString &region, const QString &homeRegion);

/// Delivered messages that Meta priced alike, in one quarter of an hour.
struct ChargedMessages
{
    CampaignId campaign;
    qint64 quarter = 0; ///< of an hour since 1970, in which they were delivered
    QString region; ///< the country that Meta charges for
    QString category; ///< Meta's word
    QString type;
    int messages = 0;

    bool isCharged() const { return PricedMessages{category, type, messages}.isCharged(); }
    friend bool operator==(const ChargedMessages &, const ChargedMessages &) = default;
};
inline constexpr qint64 kQuarterMilliseconds = 15 * 60 * 1000;

/// What messages of one country and category cost.
struct CostShare
{
    QString region;
    QString category; ///< Meta's word
    int messages = 0;
    Money amount;

    friend bool operator==(const CostShare &, const CostShare &) = default;
};

/// What campaigns cost so far.
struct CampaignCost
{
    QString currency;
    Money amount; ///< of those that are known
    int charged = 0; ///< delivered messages that Meta charges for, and whose price is known
    int free = 0;
    int unpriced = 0; ///< charged for, and no card tells how much
    std::vector<CostShare> shares; ///< of what is charged for, the dearest first

    /// Nothing where the price of some is not known, or nothing was told.
    std::optional<Money> known() const;
    friend bool operator==(const CampaignCost &, const CampaignCost &) = default;
};

/// Delivered messages with what they cost.
struct PricedCharge
{
    ChargedMessages messages;
    QString currency; ///< empty: their campaign has no rate card
    std::optional<Money> amount; ///< nothing: free of charge, or no card tells how much
};

/// Adds up what messages cost, all in one currency.
class CostSum
{
public:
    void add(const PricedCharge &charge);
    CampaignCost total() const;

private:
    CampaignCost m_cost;
    QHash<std::pair<QString, QString>, size_t> m_places; ///< of shares, by country and category
};

/// What each of `messages` costs, in any order; the same rules as below.
std::vector<PricedCharge> priceEach(const RateBook &book, std::vector<ChargedMessages> messages,
                                    const QTimeZone &zone);

/// Of every campaign among `messages`, by the card of the day and the place of each message in its month.
/// All messages of the same months must be there, of every campaign of the business, for the volume tiers to
/// be right. Months and days are those of `zone`.
std::map<CampaignId, CampaignCost> costsOf(const RateBook &book, std::vector<ChargedMessages> messages,
                                           const QTimeZone &zone);

/// Several costs as one; in the same currency.
CampaignCost sumOf(const std::vector<CampaignCost> &costs);

/// Messages charged in the month of `day`, of those given.
MonthVolume volumeOfMonth(const RateBook &book, const std::vector<ChargedMessages> &messages, QDate day,
                          const QTimeZone &zone);

/// (revenue − cost) / cost; nothing where the cost is unknown or nothing.
std::optional<double> returnOnCost(const std::optional<Money> &revenue, const std::optional<Money> &cost);

/// Where the difference between what was estimated and what it cost comes from, as sentences; empty where
/// there is nothing to explain yet.
struct CostComparison
{
    Money estimate; ///< when it was sent; that of `actual` where the two cannot be compared
    CampaignCost actual;
    PriceCategory category = PriceCategory::Marketing; ///< that was estimated
    int people = 0; ///< that were estimated
    int delivered = 0;
    int waiting = 0; ///< not sent or not answered yet
};
std::vector<QString> differenceInWords(const CostComparison &comparison);
