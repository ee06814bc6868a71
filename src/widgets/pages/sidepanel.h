#pragma once

#include "widgets/theme/typography.h"

#include <algorithm>

/// How wide a panel beside a table may be: it grows with its words, but leaves the table two thirds of a
/// page.
inline int sidePanelWidth(int pageWidth)
{
    constexpr int kWidth = 300;
    return std::min(scaledWithText(kWidth), std::max(kWidth, pageWidth / 3));
}
