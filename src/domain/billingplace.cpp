#include "domain/billingplace.h"

#include <QHash>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

constexpr std::array kExceptions{
    NumberException{u"+1787", u"PR"},
    NumberException{u"+1939", u"PR"},
    NumberException{u"+1809", u"DO"},
    NumberException{u"+1829", u"DO"},
    NumberException{u"+1849", u"DO"},
    NumberException{u"+1658", u"JM"},
    NumberException{u"+1876", u"JM"},
};

constexpr std::array kShared{
    SharedCallingCode{u"GG", u"GB"},
    SharedCallingCode{u"JE", u"GB"},
    SharedCallingCode{u"IM", u"GB"},
    SharedCallingCode{u"AX", u"FI"},
    SharedCallingCode{u"SJ", u"NO"},
    SharedCallingCode{u"VA", u"IT"},
    SharedCallingCode{u"EH", u"MA"},
    SharedCallingCode{u"CC", u"AU"},
    SharedCallingCode{u"CX", u"AU"},
    SharedCallingCode{u"UM", u"US"},
};

struct Group
{
    MarketGroup group;
    QStringView key;
    QStringView regions;
};

constexpr std::array kGroups{
    Group{MarketGroup::None,                          u"",                                   u"AR BR CL CO EG FR DE IN ID IL IT MY MX NL NG PK PE RU SA ZA ES TR AE GB"},
    Group{MarketGroup::NorthAmerica,                  u"north america",                      u"US CA"                                                                  },
    Group{
          MarketGroup::RestOfAfrica,                  u"rest of africa",
          u"DZ AO BJ BW BF BI CM TD CG ER ET GA GM GH GW CI KE LS LR LY MG MW ML MR MA MZ NA NE RW SN SL SO SS "
        "SD SZ TZ TG TN UG ZM"                                                                                                                                         },
    Group{MarketGroup::RestOfAsiaPacific,             u"rest of asia pacific",
          u"AF AU BD KH CN HK JP LA MN NP NZ PG PH SG LK TW TJ TH TM UZ VN"                                                                                            },
    Group{MarketGroup::RestOfCentralAndEasternEurope, u"rest of central and eastern europe",
          u"AL AM AZ BY BG HR CZ GE GR HU LV LT MD MK PL RO RS SK SI UA"                                                                                               },
    Group{MarketGroup::RestOfLatinAmerica,            u"rest of latin america",
          u"BO CR DO EC SV GT HT HN JM NI PA PY PR UY VE"                                                                                                              },
    Group{MarketGroup::RestOfMiddleEast,              u"rest of middle east",                u"BH IQ JO KW LB OM QA YE"                                                },
    Group{MarketGroup::RestOfWesternEurope,           u"rest of western europe",             u"AT BE DK FI IE NO PT SE CH"                                             },
    Group{MarketGroup::Other,                         u"other",                              u""                                                                       },
};

/// Lower case, without accents, marks and more than one space at a time.
QString tidied(const QString &name)
{
    QString plain;
    const QString decomposed =
        QString{name}.replace(u'&', u" and "_s).normalized(QString::NormalizationForm_KD);
    for (const QChar character : decomposed) {
        if (character.isMark())
            continue;
        plain += character.isLetterOrNumber() ? character.toLower() : QChar{u' '};
    }
    return plain.replace(u'ı', u'i').simplified();
}

const QHash<QString, QString> &countriesByName()
{
    static const QHash<QString, QString> countries = [] {
        QHash<QString, QString> names{
            {u"usa"_s,                      u"US"_s},
            {u"united states of america"_s, u"US"_s},
            {u"uk"_s,                       u"GB"_s},
            {u"great britain"_s,            u"GB"_s},
            {u"uae"_s,                      u"AE"_s},
            {u"turkey"_s,                   u"TR"_s},
            {u"turkiye"_s,                  u"TR"_s},
            {u"russian federation"_s,       u"RU"_s},
            {u"korea"_s,                    u"KR"_s},
            {u"south korea"_s,              u"KR"_s},
            {u"republic of korea"_s,        u"KR"_s},
            {u"korea republic of"_s,        u"KR"_s},
            {u"hong kong"_s,                u"HK"_s},
            {u"hong kong sar"_s,            u"HK"_s},
            {u"ivory coast"_s,              u"CI"_s},
            {u"cote d ivoire"_s,            u"CI"_s},
            {u"czech republic"_s,           u"CZ"_s},
            {u"viet nam"_s,                 u"VN"_s},
            {u"north macedonia"_s,          u"MK"_s},
            {u"ksa"_s,                      u"SA"_s},
        };
        for (int territory = QLocale::AnyTerritory + 1; territory <= QLocale::LastTerritory; ++territory) {
            const auto country = static_cast<QLocale::Territory>(territory);
            const QString code = QLocale::territoryToCode(country);
            if (code.size() == 2)
                names.insert(tidied(QLocale::territoryToString(country)), code);
        }
        return names;
    }();
    return countries;
}

} // namespace

std::span<const NumberException> numberExceptions()
{
    return kExceptions;
}

std::span<const SharedCallingCode> sharedCallingCodes()
{
    return kShared;
}

QString billingRegion(QStringView phone, const QString &region)
{
    for (const NumberException &exception : kExceptions) {
        if (phone.startsWith(exception.prefix))
            return exception.region.toString();
    }
    for (const SharedCallingCode &shared : kShared) {
        if (region == shared.territory)
            return shared.country.toString();
    }
    return region;
}

MarketGroup marketGroupOf(const QString &region)
{
    static const QHash<QString, MarketGroup> groups = [] { // asked for every message that is claimed
        QHash<QString, MarketGroup> byRegion;
        for (const Group &group : kGroups) {
            for (const QString &each : group.regions.toString().split(u' ', Qt::SkipEmptyParts))
                byRegion.insert(each, group.group);
        }
        return byRegion;
    }();
    return groups.value(region, MarketGroup::Other);
}

QString marketKey(const QString &market)
{
    QString name = tidied(market);
    if (name.startsWith("all other"_L1) || name == "others"_L1 || name == "other countries"_L1)
        name = u"other"_s;
    if (name == "rest of apac"_L1)
        name = u"rest of asia pacific"_s;
    for (const Group &group : kGroups) {
        if (!group.key.isEmpty() && name == group.key)
            return name;
    }
    const auto country = countriesByName().constFind(name);
    if (country != countriesByName().constEnd())
        return *country;
    const bool isCode =
        market.trimmed().size() == 2 && QLocale::codeToTerritory(market.trimmed()) != QLocale::AnyTerritory;
    return isCode ? market.trimmed().toUpper() : QString{};
}

QString marketKey(MarketGroup group)
{
    const auto *const found =
        std::find_if(kGroups.begin(), kGroups.end(), [&](const Group &each) { return each.group == group; });
    return found->key.toString();
}
