#include "storage/trigrams.h"

#include <QStringList>

using namespace Qt::StringLiterals;

QString trigramQuery(const QString &part)
{
    constexpr qsizetype kLetters = 3;
    QStringList trigrams;
    const QList<uint> letters = part.toUcs4();
    for (qsizetype at = 0; at + kLetters <= letters.size(); ++at) {
        QString trigram =
            QString::fromUcs4(reinterpret_cast<const char32_t *>(letters.data() + at), kLetters);
        trigrams << u'"' + trigram.replace(u'"', u"\"\""_s) + u'"';
    }
    trigrams.removeDuplicates();
    return trigrams.join(u" AND "_s);
}
