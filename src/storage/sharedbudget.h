#pragma once

#include <QString>

/// In SQL, for a campaign called c: what the other campaigns of its A/B test have reserved of the budget that
/// all of them share.
QString reservedByOthersOfTest();
