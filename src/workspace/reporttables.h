#pragma once

#include "workspace/reportdesk.h"

class Session;

/// Everybody with status, times and errors as CSV; with the name of the campaign in front where there are
/// several.
Result<ExportedReport> writeCsvReport(Session &session, const ReportScope &scope, const QString &path,
                                      const CancelToken &cancel, const ReportDesk::Progress &progress,
                                      const ReportOptions &options);

/// A workbook: a summary with a chart, the time line, everybody, and those who failed with their reasons.
Result<ExportedReport> writeWorkbookReport(Session &session, const ReportScope &scope, const QString &path,
                                           const CancelToken &cancel, const ReportDesk::Progress &progress,
                                           const ReportOptions &options);
