#include "domain/namekey.h"

#include <algorithm>

namespace {

constexpr char16_t kLastAscii = 0x7f;

bool isAscii(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() <= kLastAscii; });
}

/// An accent of Latin, Greek or Cyrillic; the vowel signs of other scripts are letters.
bool isAccent(QChar c)
{
    constexpr char16_t kFirst = 0x0300;
    constexpr char16_t kLast = 0x036f;
    return c.unicode() >= kFirst && c.unicode() <= kLast;
}

} // namespace

QString nameKey(const QString &name)
{
    if (isAscii(name))
        return name.toLower();
    QString key = name.normalized(QString::NormalizationForm_KD);
    key.removeIf(isAccent);
    return key.toCaseFolded().normalized(QString::NormalizationForm_C);
}
