#include "domain/ratecard.h"

#include "domain/billingplace.h"

#include <algorithm>

using namespace Qt::StringLiterals;

QString toWord(PriceCategory category)
{
    switch (category) {
    case PriceCategory::Marketing: return u"marketing"_s;
    case PriceCategory::Utility: return u"utility"_s;
    case PriceCategory::Authentication: return u"authentication"_s;
    case PriceCategory::AuthenticationInternational: return u"authentication_international"_s;
    case PriceCategory::Service: return u"service"_s;
    }
    Q_UNREACHABLE();
}

std::optional<PriceCategory> priceCategoryFromWord(const QString &word)
{
    QString tidy = word.toLower();
    tidy.replace(u'-', u' ').replace(u'_', u' ');
    tidy = tidy.simplified().replace(u' ', u'_');
    if (tidy == "marketing_lite"_L1)
        return PriceCategory::Marketing;
    for (const PriceCategory category : kPriceCategories) {
        if (toWord(category) == tidy)
            return category;
    }
    return std::nullopt;
}

bool hasVolumeTiers(PriceCategory category)
{
    switch (category) {
    case PriceCategory::Utility:
    case PriceCategory::Authentication:
    case PriceCategory::AuthenticationInternational: return true;
    case PriceCategory::Marketing:
    case PriceCategory::Service: return false;
    }
    Q_UNREACHABLE();
}

bool isFreeInsideWindow(PriceCategory category, QDate day)
{
    return (category == PriceCategory::Utility || category == PriceCategory::Service)
        && day < kWindowChargedFrom;
}

RateCard::RateCard(QString currency, QDate effective, std::vector<Rate> rates)
    : m_currency{std::move(currency)}
    , m_effective{effective}
    , m_rates{std::move(rates)}
{
    for (const Rate &rate : m_rates) {
        m_tiers[{rate.market, rate.category}].insert_or_assign(rate.first, rate.price);
        if (const QString key = marketKey(rate.market); !key.isEmpty())
            m_marketsByKey.emplace(key, rate.market);
    }
}

std::vector<QString> RateCard::markets() const
{
    std::vector<QString> names;
    for (const Rate &rate : m_rates) {
        if (std::find(names.begin(), names.end(), rate.market) == names.end())
            names.push_back(rate.market);
    }
    return names;
}

std::optional<QString> RateCard::marketOf(const QString &region) const
{
    if (region.isEmpty())
        return std::nullopt;
    if (const auto own = m_marketsByKey.find(region); own != m_marketsByKey.end())
        return own->second;
    const MarketGroup group = marketGroupOf(region);
    if (group == MarketGroup::None)
        return std::nullopt;
    const auto shared = m_marketsByKey.find(marketKey(group));
    return shared == m_marketsByKey.end() ? std::nullopt : std::optional{shared->second};
}

std::optional<Money> RateCard::priceOf(const QString &market, PriceCategory category, qint64 number) const
{
    return costOf(market, category, number - 1, 1);
}

std::optional<Money> RateCard::highestPrice(const QString &market, PriceCategory category) const
{
    const Tiers *tiers = tiersOf(market, category);
    if (!tiers)
        return std::nullopt;
    return std::max_element(tiers->begin(), tiers->end(),
                            [](const auto &a, const auto &b) { return a.second < b.second; })
        ->second;
}

std::optional<Money> RateCard::costOf(const QString &market, PriceCategory category, qint64 before,
                                      qint64 messages) const
{
    const Tiers *tiers = tiersOf(market, category);
    if (!tiers)
        return std::nullopt;
    if (!hasVolumeTiers(category))
        return tiers->begin()->second * messages;
    Money cost;
    const qint64 last = before + messages;
    for (auto tier = tiers->begin(); tier != tiers->end(); ++tier) {
        const auto next = std::next(tier);
        // Whatever the card says of the first tier, it holds from the first message on.
        const qint64 from = tier == tiers->begin() ? 1 : tier->first;
        const qint64 to = next == tiers->end() ? last : std::min(last, next->first - 1);
        const qint64 inside = to - std::max(from, before + 1) + 1;
        if (inside > 0)
            cost += tier->second * inside;
    }
    return cost;
}

bool RateCard::hasTiers(const QString &market, PriceCategory category) const
{
    const Tiers *tiers = hasVolumeTiers(category) ? tiersOf(market, category) : nullptr;
    return tiers && tiers->size() > 1;
}

const RateCard::Tiers *RateCard::tiersOf(const QString &market, PriceCategory category) const
{
    if (const auto found = m_tiers.find({market, category}); found != m_tiers.end())
        return &found->second;
    switch (category) {
    case PriceCategory::Service: return tiersOf(market, PriceCategory::Utility);
    case PriceCategory::AuthenticationInternational: return tiersOf(market, PriceCategory::Authentication);
    case PriceCategory::Marketing:
    case PriceCategory::Utility:
    case PriceCategory::Authentication: return nullptr;
    }
    Q_UNREACHABLE();
}

bool isInForce(const RateCard &card, const std::vector<RateCard> &cards, QDate day)
{
    return card.effective() <= day && std::none_of(cards.begin(), cards.end(), [&](const RateCard &other) {
               return other.currency() == card.currency() && other.effective() > card.effective()
                   && other.effective() <= day;
           });
}

RateBook::RateBook(QString currency, std::vector<RateCard> cards)
    : m_currency{std::move(currency)}
    , m_cards{std::move(cards)}
{
    std::sort(m_cards.begin(), m_cards.end(),
              [](const RateCard &a, const RateCard &b) { return a.effective() < b.effective(); });
}

const RateCard *RateBook::at(QDate day) const
{
    const RateCard *inForce = nullptr;
    for (const RateCard &card : m_cards) {
        if (card.effective() <= day)
            inForce = &card;
    }
    return inForce;
}

bool RateBook::hasTiers() const
{
    return std::any_of(m_cards.begin(), m_cards.end(), [](const RateCard &card) {
        return std::any_of(card.rates().begin(), card.rates().end(),
                           [](const Rate &rate) { return rate.first > 1; });
    });
}
