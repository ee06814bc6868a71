#pragma once

#include "base/result.h"

#include <QElapsedTimer>

#include <algorithm>
#include <vector>

/// The median of some runs of `work`, in milliseconds, without what is done before each of them. The first
/// error of either is the answer.
template <typename Work, typename Before>
Result<double> medianTimeOf(const Work &work, const Before &before)
{
    constexpr int kRounds = 5;
    std::vector<double> times;
    for (int round = 0; round < kRounds; ++round) {
        if (const Result<> ready = before(); !ready)
            return ready.error();
        QElapsedTimer timer;
        timer.start();
        if (const auto done = work(); !done)
            return done.error();
        times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    std::nth_element(times.begin(), times.begin() + kRounds / 2, times.end());
    return times[kRounds / 2];
}

template <typename Work>
Result<double> medianTimeOf(const Work &work)
{
    return medianTimeOf(work, [] { return Result<>{Done{}}; });
}
