#pragma once

#include "measurement.h"

#include "base/result.h"

/// The real sender with the real ledger and the real client against a simulator in a process of its own, 200
/// ms away, against the client alone with as much in flight; one run for each limit, in messages a second.
/// `people`: in each campaign, of which a run sends only some.
Result<std::vector<Measurement>> measureSender(const std::vector<int> &limits, int people);
