#include "exchange/knownexports.h"
#include "exchange/recipientimport.h"

#include <gtest/gtest.h>

#include <vector>

using namespace Qt::StringLiterals;

namespace {

struct Export
{
    QString program;
    QString header;
    QString row;
    QString phone; ///< what the import makes of the row
    QString name;
};

/// Headings and a row as the programs write them today.
std::vector<Export> exports()
{
    std::vector<Export> all;
    all.push_back(
        {u"Google Contacts"_s,
         u"First Name,Middle Name,Last Name,Phonetic First Name,Phonetic Middle Name,Phonetic Last Name,Name "
         u"Prefix,"
         "Name Suffix,Nickname,File As,Organization Name,Organization Title,Organization "
         "Department,Birthday,Notes,"
         "Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,"
         "Phone 2 - Value,Address 1 - Label,Address 1 - Formatted"_s,
         u"Ana,,García,,,,,,,,,,,1985-04-12,,,* myContacts,* Home,ana@example.com,Mobile,600 000 274,Work,915550123,,"_s,
         u"+34600000274"_s, u"Ana García"_s});
    all.push_back({u"Google Contacts"_s,
                   u"Name,Given Name,Additional Name,Family Name,Birthday,Notes,Group Membership,E-mail 1 - "
                   u"Type,E-mail 1 - Value,"
                   "Phone 1 - Type,Phone 1 - Value"_s,
                   u"Ana García,Ana,,García,,,* myContacts,Home,ana@example.com,Mobile,+34 600 000 274"_s,
                   u"+34600000274"_s, u"Ana García"_s});
    all.push_back(
        {u"Outlook"_s,
         u"Title,First Name,Middle Name,Last Name,Suffix,Company,Department,Job Title,Business "
         u"Street,Business City,"
         "Business Country/Region,Assistant's Phone,Business Fax,Business Phone,Business Phone "
         "2,Callback,Car Phone,"
         "Company Main Phone,Home Fax,Home Phone,Home Phone 2,ISDN,Mobile Phone,Other Fax,Other Phone,Pager,"
         "Primary Phone,Radio Phone,TTY/TDD Phone,Telex,Anniversary,Birthday,E-mail Address,E-mail Type,Notes"_s,
         u"Ms,Ana,,García,,Sol,,,,Madrid,Spain,,915550199,915550123,,,,915550100,,,,,600000274,,,,,,,,0/0/"
         u"00,0/0/00,"
         "ana@example.com,SMTP,"_s,
         u"+34600000274"_s, u"Ana García"_s});
    all.push_back(
        {u"HubSpot"_s,
         u"Record ID,First Name,Last Name,Email,Phone Number,Contact owner,Mobile Phone Number,Create Date,Country/Region"_s,
         u"551,Ana,García,ana@example.com,915550123,Luis,600000274,2026-01-02 10:11,Spain"_s,
         u"+34600000274"_s, u"Ana García"_s});
    all.push_back(
        {u"HubSpot"_s,
         u"Record ID,First Name,Last Name,Email,Phone Number,Mobile Phone Number,WhatsApp Phone Number"_s,
         u"551,Ana,García,ana@example.com,915550123,600000275,34600000274"_s, u"+34600000274"_s,
         u"Ana García"_s});
    all.push_back(
        {u"Zoho"_s,
         u"Record Id,Contact Owner,Lead Source,First Name,Last Name,Account Name,Email,Department,Phone,Home "
         u"Phone,"
         "Other Phone,Fax,Mobile,Date of Birth,Mailing Country"_s,
         u"zcrm_1,Luis,Web,Ana,García,Sol,ana@example.com,,915550123,,,915550199,600000274,,Spain"_s,
         u"+34600000274"_s, u"Ana García"_s});
    all.push_back({u"Shopify"_s,
                   u"Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Default Address Company,"
                   "Default Address Address1,Default Address Address2,Default Address City,Default Address "
                   "Province Code,"
                   "Default Address Country Code,Default Address Zip,Default Address Phone,Phone,Accepts SMS "
                   "Marketing,Total Spent,"
                   "Total Orders,Note,Tax Exempt,Tags"_s,
                   u"'1,Jordan,Lee,jordan@example.com,yes,,12 Ocean St,,Bondi,NSW,AU,'2026,'0412 000 "
                   u"111,'0412 000 999,no,248.50,"
                   "2,VIP,no,"_s,
                   u"+61412000999"_s, u"Jordan Lee"_s});
    all.push_back(
        {u"Mailchimp"_s,
         u"Email Address,First Name,Last Name,Address,Phone "
         u"Number,Birthday,MEMBER_RATING,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,"
         "CONFIRM_IP,LATITUDE,LONGITUDE,GMTOFF,DSTOFF,TIMEZONE,CC,REGION,LAST_CHANGED,LEID,EUID,NOTES,TAGS"_s,
         u"ana@example.com,Ana,García,,600 000 274,,2,2026-02-03 "
         u"04:05:06,1.2.3.4,,,40.4,-3.7,1,2,Europe/Madrid,US,MD,"
         "2026-02-03 04:05:06,123456789,abcdef0123,,"_s,
         u"+34600000274"_s, u"Ana García"_s});
    return all;
}

} // namespace

// "I exported my customers from there. Why should I tell you which column is which?"
TEST(KnownExportsTest, theExportsOfWellKnownProgramsAreReadWithoutAnyChoice)
{
    for (const Export &given : exports()) {
        SCOPED_TRACE(given.program.toStdString());
        const Result<std::unique_ptr<RecipientImport>> import =
            RecipientImport::openText(given.header + u'\n' + given.row + u'\n', {.defaultCountry = u"ES"_s});
        ASSERT_TRUE(import);
        QList<ImportedRow> rows;

        const Result<ImportSummary> summary =
            (*import)->run({.rows = [&](const QList<ImportedRow> &batch) -> Result<> {
                rows += batch;
                return Done{};
            }});

        ASSERT_TRUE(summary);
        ASSERT_EQ(rows.size(), 1);
        EXPECT_EQ((*import)->shape().program, given.program);
        EXPECT_EQ(rows[0].phone.e164(), given.phone);
        EXPECT_EQ(rows[0].name, given.name);
    }
}

TEST(KnownExportsTest, anybodysOwnListIsNoProgramsExport)
{
    EXPECT_FALSE(knownExportOf({u"Name"_s, u"Phone"_s, u"Email Address"_s}));
    EXPECT_FALSE(knownExportOf({u"First Name"_s, u"Last Name"_s, u"Phone Number"_s}));
    EXPECT_FALSE(knownExportOf({}));
}
