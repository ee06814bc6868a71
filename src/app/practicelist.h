#pragma once

#include "base/result.h"

#include <QString>

/// Puts the list of people that ships with the program into a practice workspace, where a person can open it,
/// and says where. One that is there already stays as it is.
Result<QString> writePracticeList(const QString &folder);
