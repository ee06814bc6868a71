#pragma once

#include "measurement.h"

#include "base/result.h"

/// Reports of this many people: the table against the sqlite3 shell, the memory of a workbook at a tenth of
/// the people and at all of them, the PDF of a tenth, and the figures of a year of 5,000,000 people in 200
/// campaigns.
Result<std::vector<Measurement>> measureReports(int people);
