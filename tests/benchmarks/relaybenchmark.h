#pragma once

#include "measurement.h"

#include "base/result.h"

/// So many posts of one event each into a relay, and from there into a workspace: each against the plain
/// listener that stores the same posts into a workspace itself, in the same run. An error where one was lost.
Result<std::vector<Measurement>> measureRelay(int posts);
