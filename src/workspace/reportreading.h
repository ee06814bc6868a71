#pragma once

#include "base/result.h"
#include "reporting/clientreport.h"
#include "workspace/reportdesk.h"

class Session;

/// Reads what a report tells. Several reads: inside a snapshot they add up.
Result<ClientReport> readReport(Session &session, const ReportScope &scope);

/// The campaigns of a report, in the order in which they began.
Result<std::vector<Campaign>> campaignsOf(Session &session, const ReportScope &scope);
/// A campaign's template as it was sent, or else as mirrored now; nothing where it is gone.
std::optional<MessageTemplate> templateSent(Session &session, const Campaign &campaign);
