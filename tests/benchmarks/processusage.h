#pragma once

#include <chrono>

/// What the processor has spent on this process so far, all threads, in its own code and in the system's.
std::chrono::microseconds processorTime();

/// Memory that this process holds now; on systems without /proc, the most it ever held.
double residentMegabytes();
