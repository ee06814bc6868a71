#include "domain/cost.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Cost)
};

/// What a business pays for authentication messages to people of another country.
bool mayBeInternational(PriceCategory category, const QString &region, const QString &homeRegion)
{
    return category == PriceCategory::Authentication && region != homeRegion;
}

QDate dayOf(qint64 quarter, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(quarter * kQuarterMilliseconds, zone).date();
}

/// Counts the messages of a month by market and category.
class MonthCount
{
public:
    /// Takes `messages` more; how many there were before.
    qint64 take(QDate day, const QString &market, PriceCategory category, int messages)
    {
        qint64 &count = m_counts[{day.year() * 12 + day.month(), market, category}];
        const qint64 before = count;
        count += messages;
        return before;
    }

private:
    std::map<std::tuple<int, QString, PriceCategory>, qint64> m_counts;
};

void addShare(CampaignCost &cost, const ChargedMessages &messages, Money amount)
{
    const auto same = std::find_if(cost.shares.begin(), cost.shares.end(), [&](const CostShare &share) {
        return share.region == messages.region && share.category == messages.category;
    });
    if (same == cost.shares.end()) {
        cost.shares.push_back({messages.region, messages.category, messages.messages, amount});
        return;
    }
    same->messages += messages.messages;
    same->amount += amount;
}

void sortShares(CampaignCost &cost)
{
    std::sort(cost.shares.begin(), cost.shares.end(), [](const CostShare &a, const CostShare &b) {
        return std::tie(b.amount, a.region, a.category) < std::tie(a.amount, b.region, b.category);
    });
}

} // namespace

std::optional<Money> CampaignCost::known() const
{
    if (currency.isEmpty() || unpriced > 0 || charged + free == 0)
        return std::nullopt;
    return amount;
}

std::optional<Money> highestPriceOf(const RateCard &card, PriceCategory category, const QString &region,
                                    const QString &homeRegion)
{
    const std::optional<QString> market = card.marketOf(region);
    if (!market)
        return std::nullopt;
    const std::optional<Money> price = card.highestPrice(*market, category);
    if (!price || !mayBeInternational(category, region, homeRegion))
        return price;
    return std::max(price, card.highestPrice(*market, PriceCategory::AuthenticationInternational));
}

std::optional<Money> highestPriceOf(const RateBook &book, QDate day, PriceCategory category,
                                    const QString &region, const QString &homeRegion)
{
    const RateCard *today = book.at(day);
    std::optional<Money> highest =
        today ? highestPriceOf(*today, category, region, homeRegion) : std::nullopt;
    if (!highest)
        return std::nullopt;
    const QDate last = day.addDays(kLongestDeliveryDays);
    for (const RateCard &card : book.cards()) {
        if (card.effective() > day && card.effective() <= last)
            highest = std::max(highest, highestPriceOf(card, category, region, homeRegion));
    }
    return highest;
}

std::optional<CostEstimate> estimateCost(const RateBook &book, const CostQuestion &question,
                                         const MonthVolume &before)
{
    const RateCard *card = book.at(question.day);
    if (!card)
        return std::nullopt;
    CostEstimate estimate;
    estimate.currency = book.currency();
    estimate.cardDate = card->effective();
    estimate.category = question.category;
    estimate.isFreeInsideWindow = isFreeInsideWindow(question.category, question.day);
    MonthVolume volume = before;
    for (const PeopleOfRegion &people : question.people) {
        CostLine line{people.region, card->marketOf(people.region).value_or(QString{}), people.people, {}};
        PriceCategory category = question.category;
        if (mayBeInternational(category, people.region, question.homeRegion)
            && card->highestPrice(line.market, PriceCategory::AuthenticationInternational)
                > card->highestPrice(line.market, category))
            category = PriceCategory::AuthenticationInternational;
        qint64 &counted = volume[{line.market, category}];
        if (!line.market.isEmpty())
            line.amount = card->costOf(line.market, category, counted, people.people);
        if (line.amount) {
            counted += people.people;
            estimate.total += *line.amount;
            estimate.highest +=
                highestPriceOf(book, question.day, question.category, people.region, question.homeRegion)
                    .value_or(Money{})
                * people.people;
            estimate.hasTiers |= card->hasTiers(line.market, category);
        } else {
            estimate.withoutPrice += people.people;
        }
        estimate.lines.push_back(line);
    }
    std::stable_sort(estimate.lines.begin(), estimate.lines.end(), [](const CostLine &a, const CostLine &b) {
        return std::tuple{b.amount, b.people, a.region} < std::tuple{a.amount, a.people, b.region};
    });
    return estimate;
}

std::map<CampaignId, CampaignCost> costsOf(const RateBook &book, std::vector<ChargedMessages> messages,
                                           const QTimeZone &zone)
{
    std::sort(messages.begin(), messages.end(), [](const ChargedMessages &a, const ChargedMessages &b) {
        return std::tie(a.quarter, a.campaign, a.region, a.category, a.type)
            < std::tie(b.quarter, b.campaign, b.region, b.category, b.type);
    });
    std::map<CampaignId, CampaignCost> costs;
    MonthCount month;
    for (const ChargedMessages &alike : messages) {
        CampaignCost &cost = costs[alike.campaign];
        cost.currency = book.currency();
        if (!alike.isCharged()) {
            cost.free += alike.messages;
            continue;
        }
        const QDate day = dayOf(alike.quarter, zone);
        const RateCard *card = book.at(day);
        const std::optional<PriceCategory> category = priceCategoryFromWord(alike.category);
        const std::optional<QString> market = card ? card->marketOf(alike.region) : std::nullopt;
        std::optional<Money> amount;
        if (market && category) {
            const qint64 before = month.take(day, *market, *category, alike.messages);
            amount = card->costOf(*market, *category, before, alike.messages);
        }
        if (!amount) {
            cost.unpriced += alike.messages;
            continue;
        }
        cost.charged += alike.messages;
        cost.amount += *amount;
        addShare(cost, alike, *amount);
    }
    for (auto &[campaign, cost] : costs)
        sortShares(cost);
    return costs;
}

CampaignCost sumOf(const std::vector<CampaignCost> &costs)
{
    CampaignCost sum;
    for (const CampaignCost &cost : costs) {
        if (!cost.currency.isEmpty())
            sum.currency = cost.currency;
        sum.amount += cost.amount;
        sum.charged += cost.charged;
        sum.free += cost.free;
        sum.unpriced += cost.unpriced;
        for (const CostShare &share : cost.shares)
            addShare(sum, {{}, 0, share.region, share.category, {}, share.messages}, share.amount);
    }
    sortShares(sum);
    return sum;
}

MonthVolume volumeOfMonth(const RateBook &book, const std::vector<ChargedMessages> &messages, QDate day,
                          const QTimeZone &zone)
{
    MonthVolume volume;
    for (const ChargedMessages &alike : messages) {
        const QDate date = dayOf(alike.quarter, zone);
        const RateCard *card = book.at(date);
        const std::optional<PriceCategory> category = priceCategoryFromWord(alike.category);
        if (!alike.isCharged() || !card || !category || date.year() != day.year()
            || date.month() != day.month())
            continue;
        if (const std::optional<QString> market = card->marketOf(alike.region))
            volume[{*market, *category}] += alike.messages;
    }
    return volume;
}

std::optional<double> returnOnCost(const std::optional<Money> &revenue, const std::optional<Money> &cost)
{
    if (!revenue || !cost || cost->millionths == 0)
        return std::nullopt;
    return static_cast<double>((*revenue - *cost).millionths) / static_cast<double>(cost->millionths);
}

std::vector<QString> differenceInWords(const CostComparison &comparison)
{
    std::vector<QString> words;
    const CampaignCost &actual = comparison.actual;
    const int priced = actual.charged + actual.free + actual.unpriced;
    if (priced == 0)
        return words;
    if (comparison.waiting > 0)
        words.push_back(Words::tr("%Ln message(s) are not sent yet.", nullptr, comparison.waiting));
    const int undelivered = std::max(0, comparison.people - comparison.waiting - comparison.delivered);
    if (undelivered > 0)
        words.push_back(Words::tr("%Ln message(s) were not delivered; Meta charges for none of them.",
                                  nullptr, undelivered));
    if (actual.free > 0)
        words.push_back(Words::tr("%Ln message(s) were free of charge.", nullptr, actual.free));
    int otherCategory = 0;
    for (const CostShare &share : actual.shares) {
        const std::optional<PriceCategory> category = priceCategoryFromWord(share.category);
        if (category != comparison.category)
            otherCategory += share.messages;
    }
    if (otherCategory > 0)
        words.push_back(Words::tr("Meta charged %Ln message(s) as another category than was estimated.",
                                  nullptr, otherCategory));
    if (actual.unpriced > 0)
        words.push_back(
            Words::tr("The price of %Ln message(s) is not on any rate card.", nullptr, actual.unpriced));
    if (const int untold = comparison.delivered - priced; untold > 0)
        words.push_back(
            Words::tr("Meta has not told the price of %Ln delivered message(s).", nullptr, untold));
    if (words.empty() && actual.amount != comparison.estimate)
        words.push_back(
            Words::tr("Prices were others when the messages were delivered: by another rate card, "
                      "or by the messages that left before them in the month."));
    return words;
}
