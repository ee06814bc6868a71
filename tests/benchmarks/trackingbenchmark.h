#pragma once

#include "measurement.h"

#include "base/result.h"

/// Delivery events through the real listener, signatures checked, into a workspace whose campaign sends
/// meanwhile: so many as fast as they go, against plain SQLite writes of the same size; and what a post waits
/// at a hundred a second, against a listener that stores nothing. An error where one event was lost.
Result<std::vector<Measurement>> measureTracking(int events);
