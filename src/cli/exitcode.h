#pragma once

#include "base/result.h"

/// The exit statuses of the contract.
enum class ExitCode {
    Done = 0,
    Internal = 1,
    Usage = 2,
    BadInput = 3,
    NotFound = 4,
    Refused = 5,
    Network = 6,
    Busy = 7,
    Interrupted = 130,
};

ExitCode exitCodeFor(ErrorKind kind);

/// The word for scripts: the error's own code where it has one, else its kind: "bad_input", "not_found", …
QString errorWord(const Error &error);
