#pragma once

#include "support/mutation.h"

#include <functional>

/// Gives broken inputs to `read` for a moment, for FANFARE_FUZZ_SECONDS or, under FANFARE_SOAK, for long, and
/// stops at the first finding. FANFARE_SEED and the number of the input tell which one it was, also where the
/// process died of it. `words`: what means something to the reader.
void fuzz(const QList<QByteArray> &samples, const QList<QByteArray> &words,
          const std::function<void(const QByteArray &input, Mutation &mutation)> &read);
