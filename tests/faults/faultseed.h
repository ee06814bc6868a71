#pragma once

#include <QtGlobal>

/// Whether the full counts were asked for: FANFARE_SOAK is set.
bool isSoak();

/// The seed of every fate in the fault tests, from FANFARE_SEED or else always the same. Printed once.
quint32 faultSeed();
