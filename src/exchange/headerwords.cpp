#include "exchange/headerwords.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

QString headerWords(const QString &cell)
{
    static const QRegularExpression brackets{u"[(\\[][^)\\]]*[)\\]]"_s};
    QString words;
    const QString open = QString{cell}.remove(brackets);
    for (const QChar character : open)
        words += character.isLetterOrNumber() ? character.toLower() : QChar{u' '};
    return words.simplified();
}

bool isHeading(const QString &cell, const QStringList &words)
{
    const QString heading = headerWords(cell);
    return std::any_of(words.begin(), words.end(), [&](const QString &word) {
        return heading == word || heading.startsWith(word + u' ');
    });
}
