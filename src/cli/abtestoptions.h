#pragma once

#include "cli/arguments.h"
#include "domain/abtest.h"

#include <optional>
#include <vector>

// How people describe an A/B test on the command line.

const std::vector<OptionSpec> &abTestOptionSpecs();

/// What was asked for, on top of the test that there is; nothing where no test is meant. Usage errors say
/// what is right.
Result<std::optional<AbTestTerms>> readAbTest(const Arguments &arguments,
                                              const std::optional<AbTestTerms> &present = {});

/// Whether any of the options was given.
bool concernsAbTest(const Arguments &arguments);
