#pragma once

#include "domain/recurrence.h"

/// "every day at 10:00", "every Mon, Thu at 10:00", "on day 31 of every month at 10:00"; with the city of its
/// zone where that is another than `zone`.
QString ruleText(const RecurrenceRule &rule, const QTimeZone &zone);
