#include "presentation/costwords.h"

#include "presentation/audience.h"
#include "presentation/wording.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(CostWords)
};

CostRow rowOf(const CostLine &line, const QString &currency)
{
    return {line.region.isEmpty() ? Words::tr("Unknown country") : countryText(line.region),
            countText(line.people), line.amount ? shownMoney(*line.amount, currency) : Words::tr("no price")};
}

} // namespace

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
