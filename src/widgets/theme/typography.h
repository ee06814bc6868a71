#pragma once

#include <QFont>

/// The sizes of words. Sizes are factors of the application's font, so a larger system font enlarges all of
/// them.
enum class TypeRole {
    Welcome, ///< 26 px at 100 %, bold
    Figure, ///< 24 px, bold: the number on a card
    CompactFigure, ///< 20 px, bold: where six or more cards share a row
    PageTitle, ///< 20 px, bold
    SectionTitle, ///< 16 px, bold: dialogs, sections
    CardTitle, ///< 14 px, bold
    Lead, ///< 14 px: the sentence under a welcome
    Body, ///< 13 px
    BodyBold,
    Label, ///< 12 px: labels, headers, badges, second lines
    LabelBold,
    Fine, ///< 11 px: axes, time stamps, counters
};

QFont fontFor(TypeRole role);
/// The line height that the role asks for, at the present text size.
int lineHeightFor(TypeRole role);

/// `pixels` at 100 %, enlarged with the text. For heights and widths that hold words; gaps and radii do not
/// grow.
int scaledWithText(int pixels);

/// The application font at 100 %: the system's interface font, with faces for every script and colour emoji
/// behind it. `textScale` 1.5 makes every role half as large again.
QFont applicationFont(double textScale);
/// How much larger than usual the person's system asks words to be; 1 when nothing was changed.
double systemTextScale();
