#pragma once

#include "cli/terminal.h"
#include "domain/cost.h"
#include "exchange/ratecardreader.h"
#include "workspace/costdesk.h"
#include "workspace/revenuedesk.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>

#include <vector>

// Costs and what was refused of files with amounts, in the terminal.

/// The first hundred rows with their reasons.
void sayRefusedRows(Terminal &terminal, const std::vector<RefusedRow> &refused);
QJsonArray refusedRowsJson(const std::vector<RefusedRow> &refused);

/// "ES" as people call it.
QString countryName(const QString &region);

/// What a campaign costs at most: the total, what it rests on, and each country.
void sayEstimate(Terminal &terminal, const CostEstimate &estimate);
QJsonValue estimateJson(const std::optional<CostEstimate> &estimate);

/// What a campaign cost so far, and why that differs from the estimate.
void sayCost(Terminal &terminal, const CostFigures &figures);
QJsonValue costFiguresJson(const CostFigures &figures);

/// What messages cost by country and category, the dearest first.
void sayShares(Terminal &terminal, const CampaignCost &cost);
/// The sum is null where the price of some is not known.
QJsonObject costSumJson(const CampaignCost &cost);
/// What a business was charged for in a month.
void sayMonth(Terminal &terminal, const MonthCost &month);
QJsonObject monthJson(QDate month, const std::optional<MonthCost> &cost);

/// What came back for what was spent.
void sayReturn(Terminal &terminal, const CampaignReturn &of);
std::vector<Cell> returnCells(const QString &name, const CampaignReturn &of);
QJsonObject returnJson(const CampaignReturn &of);
