#pragma once

#include "base/result.h"

#include <QString>

#include <vector>

class Database;

/// Adds what is wrong with how the people of A/B tests were divided, as sentences: somebody is in two
/// versions, or in another one than the draw says. Inside a snapshot.
Result<> addTestProblems(Database &database, std::vector<QString> &problems);
