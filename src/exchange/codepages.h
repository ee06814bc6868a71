#pragma once

#include <array>

/// What the bytes 0x80 to 0xFF mean in an 8-bit encoding; 0xFFFD where they mean nothing.
using CodePage = std::array<char16_t, 128>;

extern const CodePage kCodePageWindows1250;
extern const CodePage kCodePageWindows1251;
extern const CodePage kCodePageWindows1252;
extern const CodePage kCodePageWindows1253;
extern const CodePage kCodePageWindows1254;
extern const CodePage kCodePageWindows1255;
extern const CodePage kCodePageWindows1256;
extern const CodePage kCodePageIso8859_15;
extern const CodePage kCodePageMacRoman;
