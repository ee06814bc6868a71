#include "exchange/knownexports.h"

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

/// What gives a program away: headings that all have to be there. They are those of exports of 2025 and 2026
/// as people publish them; where the maker documents them, it is named.
struct Signature
{
    QString program;
    QStringList headings;
    QString country; ///< the heading of each person's country as a code of two letters; empty: none
};

const std::vector<Signature> &signatures()
{
    static const std::vector<Signature> all{
  // Since 2024: First Name, Middle Name, Last Name, …, Labels, …, Phone 1 - Label, Phone 1 - Value.
        {u"Google Contacts"_s, {u"First Name"_s, u"Labels"_s, u"Phone 1 - Value"_s},                          {}},
 // Until then: Name, Given Name, …, Group Membership, …, Phone 1 - Type, Phone 1 - Value.
        {u"Google Contacts"_s, {u"Given Name"_s, u"Group Membership"_s, u"Phone 1 - Value"_s},                {}},
 // support.microsoft.com, "Create or edit .csv files to import into Outlook".
        {u"Outlook"_s,         {u"Last Name"_s, u"E-mail Address"_s, u"Business Phone"_s, u"Mobile Phone"_s}, {}},
 // Labels of properties, as knowledge.hubspot.com lists them: Record ID, First Name, Last Name, Phone
  // Number,
  // Mobile Phone Number, WhatsApp Phone Number.
        {u"HubSpot"_s,         {u"Record ID"_s, u"First Name"_s, u"Phone Number"_s},                          {}},
 // Record Id, Contact Owner, First Name, Last Name, …, Email, Phone, …, Mobile.
        {u"Zoho"_s,            {u"Record Id"_s, u"Last Name"_s, u"Phone"_s, u"Mobile"_s},                     {}},
 // help.shopify.com, "Importing and exporting customer lists". Numbers have an apostrophe in front.
        {u"Shopify"_s,
         {u"First Name"_s, u"Accepts Email Marketing"_s, u"Default Address Country Code"_s, u"Phone"_s},
         u"Default Address Country Code"_s                                                                      },
        {u"Shopify"_s,
         {u"First Name"_s, u"Accepts Email Marketing"_s, u"Country Code"_s, u"Phone"_s},
         u"Country Code"_s                                                                                      },
 // Email Address, the fields of the audience, then MEMBER_RATING, OPTIN_TIME, …, LEID, EUID, NOTES,
  // TAGS. Its CC and
  // TIMEZONE are guessed there from an address on the internet: no country of a number.
        {u"Mailchimp"_s,       {u"Email Address"_s, u"MEMBER_RATING"_s, u"LEID"_s},                           {}},
    };
    return all;
}

int columnOf(const QStringList &header, const QString &heading)
{
    const auto found = std::find_if(header.begin(), header.end(), [&](const QString &own) {
        return own.trimmed().compare(heading, Qt::CaseInsensitive) == 0;
    });
    return found == header.end() ? -1 : int(found - header.begin());
}

} // namespace

std::optional<KnownExport> knownExportOf(const QStringList &header)
{
    const auto fits = [&](const Signature &signature) {
        return std::all_of(signature.headings.begin(), signature.headings.end(),
                           [&](const QString &heading) { return columnOf(header, heading) >= 0; });
    };
    const auto found = std::find_if(signatures().begin(), signatures().end(), fits);
    if (found == signatures().end())
        return std::nullopt;
    KnownExport known{found->program, {}};
    if (!found->country.isEmpty())
        known.columns.insert(ImportField::country, columnOf(header, found->country));
    return known;
}
