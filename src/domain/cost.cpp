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

/// Tells what messages cost, one after the other; where prices fall with the month, in the order in which
/// they were delivered.
class Pricing
{
public:
    Pricing(const RateBook &book, const QTimeZone &zone)
        : m_book{book}
        , m_zone{zone}
    {
    }

    std::optional<Money> amountOf(const ChargedMessages &messages)
    {
        const QDate day = dayOf(messages.quarter);
        const RateCard *card = m_book.at(day);
        if (card == nullptr || !messages.isCharged())
            return std::nullopt;
        const Known &known = knownOf(*card, messages);
        if (!known.hasTiers)
            return known.price ? std::optional{*known.price * messages.messages} : std::nullopt;
        qint64 &counted = m_months[{day.year() * 12 + day.month(), known.market, known.category}];
        const qint64 before = counted;
        counted += messages.messages;
        return card->costOf(known.market, known.category, before, messages.messages);
    }

private:
    /// What a card says of a country and category.
    struct Known
    {
        QString market;
        PriceCategory category = PriceCategory::Marketing;
        std::optional<Money> price; ///< of each, where it does not fall
        bool hasTiers = false;
    };

    QDate dayOf(qint64 quarter)
    {
        QDate &day = m_days[quarter];
        if (!day.isValid())
            day = ::dayOf(quarter, m_zone);
        return day;
    }

    const Known &knownOf(const RateCard &card, const ChargedMessages &messages)
    {
        auto &ofCard = m_known[&card];
        const std::pair key{messages.region, messages.category};
        const auto found = ofCard.constFind(key);
        if (found != ofCard.constEnd())
            return *found;
        Known known;
        const std::optional<QString> market = card.marketOf(messages.region);
        const std::optional<PriceCategory> category = priceCategoryFromWord(messages.category);
        if (market && category) {
            known = {*market, *category, card.priceOf(*market, *category), card.hasTiers(*market, *category)};
        }
        return *ofCard.insert(key, known);
    }

    const RateBook &m_book;
    QTimeZone m_zone;
    QHash<qint64, QDate> m_days; ///< by quarter: asking a zone takes much longer
    std::map<const RateCard *, QHash<std::pair<QString, QString>, Known>> m_known;
    std::map<std::tuple<int, QString, PriceCategory>, qint64> m_months; ///< messages so far
};

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

void CostSum::add(const PricedCharge &charge)
{
    const ChargedMessages &messages = charge.messages;
    m_cost.currency = charge.currency;
    if (!messages.isCharged()) {
        m_cost.free += messages.messages;
        return;
    }
    if (!charge.amount) {
        m_cost.unpriced += messages.messages;
        return;
    }
    m_cost.charged += messages.messages;
    m_cost.amount += *charge.amount;
    const std::pair key{messages.region, messages.category};
    const auto known = m_places.constFind(key);
    if (known == m_places.constEnd()) {
        m_places.insert(key, m_cost.shares.size());
        m_cost.shares.push_back({messages.region, messages.category, messages.messages, *charge.amount});
        return;
    }
    CostShare &share = m_cost.shares[*known];
    share.messages += messages.messages;
    share.amount += *charge.amount;
}

CampaignCost CostSum::total() const
{
    CampaignCost cost = m_cost;
    sortShares(cost);
    return cost;
}

std::vector<PricedCharge> priceEach(const RateBook &book, std::vector<ChargedMessages> messages,
                                    const QTimeZone &zone)
{
    if (book.hasTiers())
        std::sort(messages.begin(), messages.end(), [](const ChargedMessages &a, const ChargedMessages &b) {
            return std::tie(a.quarter, a.campaign, a.region, a.category, a.type)
                < std::tie(b.quarter, b.campaign, b.region, b.category, b.type);
        });
    std::vector<PricedCharge> priced;
    priced.reserve(messages.size());
    Pricing pricing{book, zone};
    for (ChargedMessages &alike : messages) {
        const std::optional<Money> amount = pricing.amountOf(alike);
        priced.push_back({std::move(alike), book.currency(), amount});
    }
    return priced;
}

std::map<CampaignId, CampaignCost> costsOf(const RateBook &book, std::vector<ChargedMessages> messages,
                                           const QTimeZone &zone)
{
    std::map<CampaignId, CostSum> sums;
    for (const PricedCharge &charge : priceEach(book, std::move(messages), zone))
        sums[charge.messages.campaign].add(charge);
    std::map<CampaignId, CampaignCost> costs;
    for (const auto &[campaign, sum] : sums)
        costs.emplace(campaign, sum.total());
    return costs;
}

CampaignCost sumOf(const std::vector<CampaignCost> &costs)
{
    CampaignCost sum;
    std::map<std::pair<QString, QString>, CostShare> shares;
    for (const CampaignCost &cost : costs) {
        if (!cost.currency.isEmpty())
            sum.currency = cost.currency;
        sum.amount += cost.amount;
        sum.charged += cost.charged;
        sum.free += cost.free;
        sum.unpriced += cost.unpriced;
        for (const CostShare &share : cost.shares) {
            CostShare &same = shares
                                  .try_emplace({share.region, share.category},
                                               CostShare{share.region, share.category, 0, {}})
                                  .first->second;
            same.messages += share.messages;
            same.amount += share.amount;
        }
    }
    for (const auto &[key, share] : shares)
        sum.shares.push_back(share);
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
