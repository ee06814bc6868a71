#pragma once

#include "measurement.h"

#include "base/result.h"

/// How long a person waits for the count while writing a rule over this many contacts, who all got a
/// campaign: each kind of condition with the first people and those who opted out, against looking through
/// the contacts themselves.
Result<std::vector<Measurement>> measureSegments(int people);
