#pragma once

#include <QString>

// What the values in a workbook's XML say.

/// What a number format makes of a number.
enum class NumberMeaning { Number, Date, Time, DateAndTime };

/// Of one of Excel's own formats, by its number in the file.
NumberMeaning meaningOfBuiltInFormat(int id);
/// Of a format written out: "yyyy-mm-dd", "#,##0.00 [$€-40A]".
NumberMeaning meaningOfFormat(const QString &format);

/// All digits of a whole number, the shortest text that means the same for others; never "9.2E+11". `text` as
/// it is where it is no number.
QString numberText(const QString &text, NumberMeaning meaning, bool countsFrom1904);

/// Excel's "_x000D_" for characters that XML cannot hold.
QString withoutEscapes(const QString &text);

/// From 0: 27 for "AB12"; -1 where it is no cell.
int columnOfCell(QStringView reference);
