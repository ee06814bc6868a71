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
