#pragma once

#include <QString>
#include <QStringView>

#include <span>

/// Numbers that Meta charges for as those of another country than their calling code says at first sight.
struct NumberException
{
    QStringView prefix; ///< "+1787"
    QStringView region;
};
std::span<const NumberException> numberExceptions();

/// Territories without a calling code of their own.
struct SharedCallingCode
{
    QStringView territory; ///< "JE"
    QStringView country; ///< "GB"
};
std::span<const SharedCallingCode> sharedCallingCodes();

/// The country that Meta charges a message for, by the person's number: "ES". Territories that share the
/// calling code of a country count as that country. `region` is the number's own, empty where it is not
/// known; then so is the answer, unless the number alone tells it.
QString billingRegion(QStringView phone, const QString &region);

/// Countries whose messages cost the same, as rate cards name them when the country has no row of its own.
enum class MarketGroup {
    None, ///< it always had a row of its own
    NorthAmerica,
    RestOfAfrica,
    RestOfAsiaPacific,
    RestOfCentralAndEasternEurope,
    RestOfLatinAmerica,
    RestOfMiddleEast,
    RestOfWesternEurope,
    Other,
};
MarketGroup marketGroupOf(const QString &region);

/// What a market of a rate card is: a country ("ES"), a group ("rest of africa"), or nothing we know.
/// Spelling, accents and "&" do not matter.
QString marketKey(const QString &market);
QString marketKey(MarketGroup group);
