#include "presentation/initials.h"

#include <QStringList>
#include <QTextBoundaryFinder>

namespace {

/// The first letter of a word, with all its marks; empty where it begins with something else.
QString firstLetter(const QString &word)
{
    if (word.isEmpty() || !word.front().isLetter())
        return {};
    QTextBoundaryFinder finder{QTextBoundaryFinder::Grapheme, word};
    return word.left(finder.toNextBoundary()).toUpper();
}

} // namespace

QString initialsOf(const QString &name)
{
    QStringList letters;
    for (const QString &word : name.split(u' ', Qt::SkipEmptyParts)) {
        if (const QString letter = firstLetter(word); !letter.isEmpty())
            letters << letter;
    }
    return letters.size() > 1 ? letters.first() + letters.last() : letters.value(0);
}
