#pragma once

#include "base/result.h"
#include "reporting/campaignreport.h"

/// Writes a campaign's report as an A4 PDF with selectable text: headline numbers, funnel, time line, reasons
/// of failure and how the figures are computed. The file appears whole or not at all. Needs a QGuiApplication
/// (any platform, offscreen too); may run off the GUI thread. Returns the number of pages.
Result<int> writePdfReport(const CampaignReport &report, const QString &path);
