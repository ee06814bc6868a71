#pragma once

#include <QString>
#include <QStringList>

// Finding columns by what stands above them.

/// Lower case, one blank between words, without marks and what stands in brackets: "Rate (USD)" is "rate".
QString headerWords(const QString &cell);

/// Whether a heading is one of these words, or begins with one of them as whole words.
bool isHeading(const QString &cell, const QStringList &words);
