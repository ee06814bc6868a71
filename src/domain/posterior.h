#pragma once

#include "domain/proportion.h"

#include <vector>

/// How probable it is, from 0 to 1, that each share is the highest of all in truth, where nothing was known
/// before: the integral over their Beta distributions. Adds up to 1; the same numbers give the same answer.
std::vector<double> chancesToBeBest(const std::vector<Share> &shares);
