#include "presentation/costwords.h"

#include "presentation/audience.h"
#include "presentation/wording.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(CostWords)
};

QString nameOf(const QString &region)
{
    return region.isEmpty() ? Words::tr("Unknown country") : countryText(region);
}

CostRow rowOf(const CostLine &line, const QString &currency)
{
    return {nameOf(line.region), countText(line.people),
            line.amount ? shownMoney(*line.amount, currency) : Words::tr("no price")};
}

/// A country, or several of them.
struct CountryCost
{
    QString name;
    Money amount;
    int messages = 0;
    std::map<PriceCategory, Money> parts;

    void add(const CountryCost &other)
    {
        amount += other.amount;
        messages += other.messages;
        for (const auto &[category, part] : other.parts)
            parts[category] += part;
    }
};

/// The dearest first.
std::vector<CountryCost> countriesOf(const CampaignCost &cost)
{
    std::map<QString, CountryCost> byRegion;
    for (const CostShare &share : cost.shares) {
        const PriceCategory category =
            priceCategoryFromWord(share.category).value_or(PriceCategory::Marketing);
        CountryCost &country = byRegion[share.region];
        country.name = nameOf(share.region);
        country.add({{}, share.amount, share.messages, {{category, share.amount}}});
    }
    std::vector<CountryCost> countries;
    for (const auto &[region, country] : byRegion)
        countries.push_back(country);
    std::stable_sort(countries.begin(), countries.end(),
                     [](const CountryCost &a, const CountryCost &b) { return a.amount > b.amount; });
    return countries;
}

CostBar barOf(const CountryCost &country, const CampaignCost &of, Money dearest, bool isLoneCurrency)
{
    const auto ratio = [](Money part, Money whole) {
        return whole.millionths > 0 ? part.approximate() / whole.approximate() : 0.0;
    };
    CostBar bar;
    bar.name = country.name;
    bar.amount = shownMoney(country.amount, isLoneCurrency ? QString{} : of.currency);
    bar.share = percentText(ratio(country.amount, of.amount));
    bar.length = ratio(country.amount, dearest);
    QStringList parts;
    for (const auto &[category, amount] : country.parts) {
        if (amount.millionths == 0)
            continue;
        bar.parts.push_back({category, amount});
        parts << Words::tr("%1 %2", "a category and its cost")
                     .arg(priceCategoryText(category), shownMoney(amount, of.currency));
    }
    //: %1: a country, %2: what it cost, %3: how many messages it was, %4: "Marketing 12.50 USD, Utility …"
    bar.words = Words::tr("%1: %2 for %3 messages. %4")
                    .arg(country.name, shownMoney(country.amount, of.currency), countText(country.messages),
                         parts.join(u", "_s));
    return bar;
}

} // namespace

QString priceCategoryText(PriceCategory category)
{
    switch (category) {
    case PriceCategory::Marketing: return Words::tr("Marketing");
    case PriceCategory::Utility: return Words::tr("Utility");
    case PriceCategory::Authentication: return Words::tr("Authentication");
    case PriceCategory::AuthenticationInternational: return Words::tr("Authentication abroad");
    case PriceCategory::Service: return Words::tr("Service");
    }
    Q_UNREACHABLE();
}

std::vector<CostBar> costBars(const std::vector<CampaignCost> &costs, size_t most)
{
    std::vector<CostBar> bars;
    for (const CampaignCost &cost : costs) {
        std::vector<CountryCost> countries = countriesOf(cost);
        if (countries.empty())
            continue;
        if (countries.size() > most) {
            CountryCost others;
            others.name =
                Words::tr("%Ln other countries", nullptr, static_cast<int>(countries.size() - most + 1));
            for (size_t index = most - 1; index < countries.size(); ++index)
                others.add(countries[index]);
            countries.resize(most - 1);
            countries.push_back(others);
        }
        const Money dearest =
            std::max_element(countries.begin(), countries.end(),
                             [](const CountryCost &a, const CountryCost &b) { return a.amount < b.amount; })
                ->amount;
        for (const CountryCost &country : countries)
            bars.push_back(barOf(country, cost, dearest, costs.size() == 1));
    }
    return bars;
}

QString costBreakdown(const CostEstimate &estimate)
{
    constexpr size_t kFew = 2;
    const auto isPlain = [](const CostLine &line) {
        return line.amount && line.amount->millionths % line.people == 0;
    };
    const auto &lines = estimate.lines;
    if (lines.empty() || lines.size() > kFew || estimate.hasTiers
        || !std::all_of(lines.begin(), lines.end(), isPlain))
        return Words::tr("%Ln countries", nullptr, static_cast<int>(lines.size()));
    QStringList parts;
    for (const CostLine &line : lines) {
        const Money price{line.amount->millionths / line.people};
        //: How many messages, and what each costs
        parts << Words::tr("%1 × %2").arg(countText(line.people), shownMoney(price, {}));
    }
    return parts.join(u" + "_s);
}

std::vector<QString> estimateSentences(const CostEstimate &estimate)
{
    std::vector<QString> sentences{
        Words::tr("Up to %1 if everybody is delivered, by Meta's rate card from %2 on.")
            .arg(shownMoney(estimate.total, estimate.currency), dateText(estimate.cardDate))};
    if (estimate.withoutPrice > 0)
        sentences.push_back(
            Words::tr("The cost cannot be estimated for %Ln person(s): the rate card has no price "
                      "for their country.",
                      nullptr, estimate.withoutPrice));
    if (estimate.hasTiers)
        sentences.push_back(
            Words::tr("Prices fall with the messages of a month; counted from what left from here."));
    if (estimate.isFreeInsideWindow)
        sentences.push_back(Words::tr("Free for people who wrote to you less than a day before."));
    return sentences;
}

std::vector<CostRow> costRows(const CostEstimate &estimate, size_t most)
{
    std::vector<CostRow> rows;
    const auto &lines = estimate.lines;
    const size_t shown = lines.size() <= most ? lines.size() : most - 1;
    for (size_t index = 0; index < shown; ++index)
        rows.push_back(rowOf(lines[index], estimate.currency));
    if (shown == lines.size())
        return rows;
    int people = 0;
    Money amount;
    for (size_t index = shown; index < lines.size(); ++index) {
        people += lines[index].people;
        amount += lines[index].amount.value_or(Money{});
    }
    rows.push_back({Words::tr("%Ln other countries", nullptr, static_cast<int>(lines.size() - shown)),
                    countText(people), shownMoney(amount, estimate.currency)});
    return rows;
}

std::vector<FigureLine> moneyLines(const CampaignMoney &money)
{
    std::vector<FigureLine> lines;
    if (const std::optional<CampaignCost> &cost = money.of.cost) {
        const int told = cost->charged + cost->free + cost->unpriced;
        const QString amount = shownMoney(cost->amount, cost->currency);
        if (told > 0)
            lines.push_back({Words::tr("Cost so far"),
                             cost->unpriced == 0
                                 ? amount
                                 : Words::tr("%1, and a part that no rate card tells").arg(amount)});
        if (money.estimate)
            lines.push_back(
                {Words::tr("Estimated"),
                 Words::tr("up to %1").arg(shownMoney(money.estimate->amount, money.estimate->currency))});
        for (const QString &sentence : money.difference)
            lines.push_back({{}, sentence});
    }
    for (const RevenueSum &sum : money.of.revenue)
        lines.push_back({Words::tr("Revenue"),
                         Words::tr("%1 from %Ln booking(s)", nullptr, sum.bookings)
                             .arg(shownMoney(sum.amount, sum.currency))});
    if (const std::optional<double> roi = money.of.roi())
        lines.push_back({Words::tr("Return on cost"), percentText(*roi)});
    return lines;
}
