#pragma once

#include <QIODevice>

/// A list of customers as an agency gets it: names, numbers of twenty countries, a city, a product and a
/// price. About two thirds of the numbers are written plainly; the others with blanks and brackets,
/// nationally, through a spreadsheet, twice, or not at all.
class AudienceFile
{
public:
    /// About 62 bytes a row; false where the device refused some.
    static bool write(QIODevice &device, int rows);

    /// The international number that stands in a row, or would, had nobody broken it.
    static QByteArray phoneIn(int row);

    /// Of the numbers that are written nationally.
    static constexpr auto kCountry = "IN";
};
