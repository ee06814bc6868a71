#pragma once

#include "measurement.h"

#include "base/result.h"

#include <chrono>

/// Connections are made, and the sender goes gently; what comes later is called steady.
inline constexpr std::chrono::seconds kSettlingTime{2};

/// The real sender with the real ledger and the real client against a simulator in a process of its own, 200
/// ms away, against the client alone with as much in flight; one run for each limit, in messages a second.
struct SenderBenchmark
{
    std::vector<int> limits{1000, 80};
    int people = 10'000; ///< in each campaign, of which a run sends only some
    std::chrono::seconds runTime{6}; ///< of each run; longer than kSettlingTime
    bool isTls = false;
};

Result<std::vector<Measurement>> measureSender(const SenderBenchmark &wanted);
