#pragma once

#include "domain/campaign.h"
#include "domain/insights.h"

#include <QStringList>

#include <optional>

/// What is told below the figures of a campaign where they cannot tell it: that nobody knows what became of
/// its messages, and Meta's own totals, which are of the template and not of the campaign. One sentence or
/// two each; empty where there is nothing to say. `lastEvent`: when a delivery event of its
/// number came.
QStringList deliveryNotes(const Campaign &campaign, std::optional<UtcTime> lastEvent,
                          const std::optional<TemplateTotals> &totals, UtcTime now);
