#pragma once

#include <QDate>
#include <QString>
#include <QStringList>

#include <chrono>

/// What a person says about everybody in a file that comes into the contact book.
struct ContactImportTerms
{
    /// What becomes of somebody who is in the book already.
    enum class Known { Keep, FillGaps, Overwrite };

    QStringList tags;
    bool haveAgreed = false; ///< to get messages
    QString optInSource; ///< how they agreed
    QString optInWords; ///< what they agreed to, as it was put to them; may be empty
    QDate optedInOn;
    Known known = Known::FillGaps;

    friend bool operator==(const ContactImportTerms &, const ContactImportTerms &) = default;
};

/// How far an import is.
struct ImportPace
{
    qint64 rows = 0; ///< read
    qint64 people = 0; ///< stored
    double share = 0; ///< of the whole, from 0 to 1
    std::chrono::milliseconds elapsed{0};
};

/// "Checking the rows: 412,000, some 48,000 a second. About 12 s left."
QString paceSentence(const ImportPace &pace);
