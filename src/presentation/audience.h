#pragma once

#include "domain/messagetemplate.h"

#include <QList>
#include <QMap>
#include <QString>

#include <optional>
#include <utility>
#include <vector>

/// Where people for a campaign are read from.
struct AudienceSource
{
    enum class Kind { None, File, Pasted };

    Kind kind = Kind::None;
    QString path; ///< of a file
    QString text; ///< what was pasted

    static AudienceSource file(const QString &path) { return {Kind::File, path, {}}; }
    static AudienceSource pasted(const QString &text) { return {Kind::Pasted, {}, text}; }

    bool isEmpty() const { return kind == Kind::None; }
    /// "clientes_madrid_nov.csv", "Pasted text".
    QString title() const;
    friend bool operator==(const AudienceSource &, const AudienceSource &) = default;
};

/// The fields that columns are mapped to, besides the template's variables by their keys.
inline constexpr auto kPhoneField = "phone";
inline constexpr auto kNameField = "name";
inline constexpr auto kTimeZoneField = "time_zone";
inline constexpr auto kAttributePrefix = "attr:"; ///< before the name of an attribute

/// How a person wants a source to be read. What is left empty is guessed.
struct AudienceChoices
{
    QString encoding; ///< a name as QStringConverter and `exchange` know it: "UTF-8", "windows-1252"
    QString delimiter; ///< one character
    std::optional<bool> hasHeader;
    QString country; ///< ISO code for numbers without one
    QString sheet;
    QMap<QString, int> columnOf; ///< field → column from 0, or -1 for "not in this file"
    QMap<qint64, QString> fixedPhones; ///< by row: what a person wrote instead of the file's number
    QList<qint64> leftOut; ///< rows that a person took out

    friend bool operator==(const AudienceChoices &, const AudienceChoices &) = default;
};

enum class AudienceVerdict { Accepted, Duplicate, Invalid, OptedOut };

/// One row of a source and what became of it.
struct AudienceRow
{
    qint64 row = 0; ///< as a spreadsheet numbers it, from 1 and with the header
    QString phoneText; ///< as it stands in the file, or as a person fixed it
    QString e164; ///< empty where there is none
    QString name;
    Variables values; ///< as they stand in the file, by variable key
    AudienceVerdict verdict = AudienceVerdict::Accepted;
    QString reason; ///< of an invalid row: a word of the import contract ("too_short")
    QString country; ///< ISO code of the country whose rules the number was read by
    int digitsMissing = 0; ///< with too_short, where it can be told
    int digitsTooMany = 0; ///< with too_long, where it can be told
    qint64 sameAsRow = 0; ///< of a duplicate: the earlier row; 0: someone who is in the campaign already
    QString remark; ///< anything else worth saying, translated

    friend bool operator==(const AudienceRow &, const AudienceRow &) = default;
};

/// All rows of a source, by what became of them.
struct AudienceCounts
{
    qint64 rows = 0;
    qint64 accepted = 0;
    qint64 duplicates = 0;
    qint64 invalid = 0;
    qint64 optedOut = 0;
    QMap<QString, qint64> emptyValues; ///< accepted rows without a value, by variable key

    friend bool operator==(const AudienceCounts &, const AudienceCounts &) = default;
};

struct AudienceColumn
{
    QString header; ///< empty where the file has none
    QString example; ///< the first cell that is not empty
};

/// A source as it was read, before anybody is added to the campaign.
struct AudiencePreview
{
    AudienceSource source;
    QString encoding;
    QString delimiter;
    bool hasHeader = true;
    QString country;
    QString sheet;
    std::vector<AudienceColumn> columns;
    QMap<QString, int> columnOf; ///< guessed or chosen; -1 or absent: not in this file
    QString program; ///< whose export it is, where that is known
    bool recallsColumns = false; ///< some are as they were chosen for an earlier file with these headings
    AudienceCounts counts;
    std::vector<AudienceRow> rows; ///< in file order; of a long file the first ones of each verdict
};

/// A person added by hand.
struct PersonEntry
{
    QString phone; ///< as typed
    QString name;
    Variables values;
};

/// "Column B · móvil" for the second column.
QString columnLabel(const std::vector<AudienceColumn> &columns, int column);
/// "B" for 1, "AA" for 26.
QString columnLetters(int column);
/// "Spain" for "ES".
QString countryText(const QString &isoCode);
/// Countries with their names, in the order of these.
std::vector<std::pair<QString, QString>> countriesByName(const QStringList &isoCodes);
/// Why a row cannot be used, or what is worth knowing about it; empty when nothing is.
QString sentenceFor(const AudienceRow &row);
/// What stands where the number would be: "not readable", "same as row 2".
QString insteadOfNumber(const AudienceRow &row);
QString wordFor(AudienceVerdict verdict);
