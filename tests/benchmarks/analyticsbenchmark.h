#pragma once

#include "measurement.h"

#include "base/result.h"

/// How long the figures of the Analytics page take over a year of five million people: all of them, with a
/// template chosen, and for the people with a tag, who are counted one
/// by one.
Result<std::vector<Measurement>> measureAnalytics();
