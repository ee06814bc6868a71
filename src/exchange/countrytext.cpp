#include "exchange/countrytext.h"

#include "exchange/phoneparser.h"

#include <QHash>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace {

/// Names of all countries in English and in their own languages, in lower case.
const QHash<QString, QString> &codesByName()
{
    static const QHash<QString, QString> codes = [] {
        QHash<QString, QString> names{
            {u"uk"_s,             u"GB"_s},
            {u"great britain"_s,  u"GB"_s},
            {u"england"_s,        u"GB"_s},
            {u"usa"_s,            u"US"_s},
            {u"u.s.a."_s,         u"US"_s},
            {u"uae"_s,            u"AE"_s},
            {u"turkey"_s,         u"TR"_s},
            {u"czech republic"_s, u"CZ"_s},
            {u"ksa"_s,            u"SA"_s},
        };
        for (const QLocale &locale :
             QLocale::matchingLocales(QLocale::AnyLanguage, QLocale::AnyScript, QLocale::AnyTerritory)) {
            const std::optional<QString> code =
                PhoneParser::knownCountry(QLocale::territoryToCode(locale.territory()));
            if (!code)
                continue;
            names.insert(QLocale::territoryToString(locale.territory()).toLower(), *code);
            names.insert(locale.nativeTerritoryName().toLower(), *code);
        }
        return names;
    }();
    return codes;
}

} // namespace

std::optional<QString> countryFromText(const QString &text)
{
    const QString word = text.simplified();
    if (word.isEmpty())
        return std::nullopt;
    if (const std::optional<QString> code = PhoneParser::knownCountry(word))
        return code;
    if (word.startsWith(u'+'))
        return PhoneParser::countryOfCallingCode(word.mid(1).trimmed());
    const auto found = codesByName().constFind(word.toLower());
    return found == codesByName().constEnd() ? std::nullopt : std::optional{*found};
}
