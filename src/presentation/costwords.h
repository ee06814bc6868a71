#pragma once

#include "domain/campaign.h"
#include "domain/revenue.h"
#include "presentation/figurewords.h"

#include <QString>

#include <optional>
#include <vector>

// What messages cost, in words.

/// Under the total of an estimate: "1,302 × 0.045 + 75 × 0.04", or how many countries.
QString costBreakdown(const CostEstimate &estimate);

/// What an estimate rests on, and for whom there is none: sentences.
std::vector<QString> estimateSentences(const CostEstimate &estimate);

/// What a campaign was to cost, costs and brought in.
struct CampaignMoney
{
    CampaignReturn of;
    std::optional<Budget> estimate; ///< what it might cost at most when it was sent
    std::vector<QString> difference; ///< to it, in sentences

    friend bool operator==(const CampaignMoney &, const CampaignMoney &) = default;
};

/// In words; a line without a name is a sentence. Empty where there is nothing to say.
std::vector<FigureLine> moneyLines(const CampaignMoney &money);

/// "Authentication abroad".
QString priceCategoryText(PriceCategory category);

/// What one country cost, for a chart.
struct CostBar
{
    struct Part
    {
        PriceCategory category = PriceCategory::Marketing;
        Money amount;

        friend bool operator==(const Part &, const Part &) = default;
    };

    QString name;
    QString amount;
    QString share; ///< of all in its currency
    double length = 0; ///< against the dearest country in its currency
    std::vector<Part> parts; ///< in the order of the categories, none without an amount
    QString words; ///< all that the bar tells

    friend bool operator==(const CostBar &, const CostBar &) = default;
};

/// The dearest countries first, the currencies one after the other; of each currency `most` bars at most, the
/// other countries summed up in the last.
std::vector<CostBar> costBars(const std::vector<CampaignCost> &costs, size_t most);

/// A country of an estimate, for a table.
struct CostRow
{
    QString name;
    QString people;
    QString amount;

    friend bool operator==(const CostRow &, const CostRow &) = default;
};

/// The dearest first; `most` of them at most, the others summed up in the last.
std::vector<CostRow> costRows(const CostEstimate &estimate, size_t most);
