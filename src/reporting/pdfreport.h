#pragma once

#include "base/cancel.h"
#include "base/result.h"
#include "reporting/clientreport.h"

/// Writes a report as a PDF that an agency sends to its client: selectable text, the document's title and
/// language, page numbers, headline numbers, funnel, time line, reasons of failure, the messages and how
/// everything is counted. The file appears whole or not at all. Needs a QGuiApplication (any platform,
/// offscreen too), whose layout direction it follows; may run off the GUI thread. Returns the number of
/// pages;
/// 0: cancelled, and there is no file.
Result<int> writePdfReport(const ClientReport &report, const QString &path, const CancelToken &cancel = {});
