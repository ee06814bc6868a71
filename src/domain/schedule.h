#pragma once

#include "base/clock.h"
#include "domain/campaign.h"

#include <chrono>

/// For so long after its time a scheduled campaign starts by itself; later it is missed and waits for a
/// person. Longer than an hour, so that a restart, a short sleep or a job that runs the engine once an hour
/// asks nobody; short enough that the morning's message does not arrive in the evening.
inline constexpr std::chrono::hours kScheduleGrace{2};

/// The code of the reason of a campaign that was missed.
inline constexpr auto kMissedCode = "missed";

/// Nobody ran the engine at the time, nor for a while after it.
bool isMissed(UtcTime scheduledFor, UtcTime now);

/// Why a missed campaign is paused, and what a person may decide.
StateReason missedReason(UtcTime scheduledFor);

/// It was missed, and nobody has decided yet.
bool isWaitingAsMissed(const Campaign &campaign);
