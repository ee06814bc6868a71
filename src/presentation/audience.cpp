#include "presentation/audience.h"

#include "presentation/wording.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

struct Audience
{
    Q_DECLARE_TR_FUNCTIONS(Audience)
};

QString sentenceForReason(const AudienceRow &row)
{
    const QString &reason = row.reason;
    const QString country = countryText(row.country);
    if (reason == "empty_phone"_L1)
        return Audience::tr("There is no phone number in this row");
    if (reason == "not_a_number"_L1)
        return Audience::tr("There is no phone number in this cell");
    if (reason == "invalid_for_country"_L1)
        return country.isEmpty() ? Audience::tr("No such number exists")
                                 : Audience::tr("No such number exists in %1").arg(country);
    if (reason == "missing_country"_L1)
        return Audience::tr("The country is missing: write + and the country's code first");
    if (reason == "too_short"_L1) {
        if (row.digitsMissing > 0 && !country.isEmpty())
            return Audience::tr("%Ln digit(s) missing for a number in %1", nullptr, row.digitsMissing)
                .arg(country);
        return Audience::tr("Too short for a phone number");
    }
    if (reason == "too_long"_L1) {
        if (row.digitsTooMany > 0 && !country.isEmpty())
            return Audience::tr("%Ln digit(s) too many for a number in %1", nullptr, row.digitsTooMany)
                .arg(country);
        return Audience::tr("Too long for a phone number");
    }
    if (reason == "several_numbers"_L1)
        return Audience::tr("More than one number in this cell; keep one");
    if (reason == "precision_lost"_L1)
        return Audience::tr("Excel shortened this number; its last digits are lost");
    if (reason == "not_textual"_L1)
        return Audience::tr("These letters cannot be read in the chosen encoding");
    if (reason == "missing_variable"_L1)
        return Audience::tr("A value that the template needs is empty, and no default is set");
    if (reason == "unclosed_quote"_L1)
        return Audience::tr("A quotation mark opens here and never closes");
    if (reason == "unknown_time_zone"_L1)
        return Audience::tr("Unknown time zone; write it by its place, as in Europe/Madrid");
    return Audience::tr("This row cannot be used (%1)").arg(reason);
}

} // namespace

QString AudienceSource::title() const
{
    switch (kind) {
    case Kind::None: return {};
    case Kind::File: return QFileInfo{path}.fileName();
    case Kind::Pasted: return Audience::tr("Pasted text");
    }
    Q_UNREACHABLE();
}

QString columnLetters(int column)
{
    constexpr int kLetters = 26;
    QString letters;
    for (int rest = column; rest >= 0; rest = rest / kLetters - 1)
        letters.prepend(QChar{u'A' + rest % kLetters});
    return letters;
}

QString columnLabel(const std::vector<AudienceColumn> &columns, int column)
{
    if (column < 0 || column >= static_cast<int>(columns.size()))
        return Audience::tr("Not in this file");
    const QString header = columns[static_cast<size_t>(column)].header.simplified();
    if (header.isEmpty())
        return Audience::tr("Column %1").arg(columnLetters(column));
    //: A column of a file by its letter and its heading: "Column B · Phone"
    return Audience::tr("Column %1 · %2").arg(columnLetters(column), header);
}

QString countryText(const QString &isoCode)
{
    const QLocale::Territory territory = QLocale::codeToTerritory(isoCode);
    return territory == QLocale::AnyTerritory ? isoCode : QLocale::territoryToString(territory);
}

std::vector<std::pair<QString, QString>> countriesByName(const QStringList &isoCodes)
{
    std::vector<std::pair<QString, QString>> countries;
    for (const QString &code : isoCodes)
        countries.emplace_back(code, countryText(code));
    std::sort(countries.begin(), countries.end(), [](const auto &a, const auto &b) {
        return QString::localeAwareCompare(a.second, b.second) < 0;
    });
    return countries;
}

QString sentenceFor(const AudienceRow &row)
{
    switch (row.verdict) {
    case AudienceVerdict::Accepted: return row.remark;
    case AudienceVerdict::Duplicate:
        if (row.sameAsRow > 0)
            return Audience::tr("Duplicate of row %1; the first one is kept").arg(countText(row.sameAsRow));
        return Audience::tr("Already in this campaign");
    case AudienceVerdict::Invalid: return sentenceForReason(row);
    case AudienceVerdict::OptedOut:
        return row.remark.isEmpty() ? Audience::tr("On the do-not-send list") : row.remark;
    }
    Q_UNREACHABLE();
}

QString insteadOfNumber(const AudienceRow &row)
{
    if (row.verdict == AudienceVerdict::Duplicate)
        return row.sameAsRow > 0 ? Audience::tr("same as row %1").arg(countText(row.sameAsRow))
                                 : Audience::tr("already there");
    if (row.reason == "empty_phone"_L1 || row.reason == "not_a_number"_L1)
        return Audience::tr("no number");
    return Audience::tr("not readable");
}

QString wordFor(AudienceVerdict verdict)
{
    switch (verdict) {
    case AudienceVerdict::Accepted: return Audience::tr("Accepted");
    case AudienceVerdict::Duplicate: return Audience::tr("Duplicate");
    case AudienceVerdict::Invalid: return Audience::tr("Invalid");
    case AudienceVerdict::OptedOut: return Audience::tr("Opted out");
    }
    Q_UNREACHABLE();
}
