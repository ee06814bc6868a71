#pragma once

#include <QString>

/// In SQL, for a campaign called c: what its A/B test has reserved, beside what c itself counts, of the
/// budget that all campaigns of the test share: by the others, and for people who were deleted.
QString reservedElsewhereInTest();
