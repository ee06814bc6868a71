#pragma once

#include "measurement.h"

#include "base/result.h"

/// A file of so many people from the disk into the contact book, by the program itself: how fast, with how
/// much memory, and how long a sender beside it waits; then the book with all of them in it. Against
/// sqlite3's own import of the same file, and against what a JavaScript back end does with it, where Node and
/// its packages are here; a note says where they are not.
Result<std::vector<Measurement>> measureAudience(int rows);
