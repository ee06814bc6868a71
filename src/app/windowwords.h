#pragma once

#include "base/result.h"

/// The same error with advice for people at the window, where its message speaks of the terminal.
Error inWindowWords(const Error &error);
