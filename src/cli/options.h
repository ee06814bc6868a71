#pragma once

#include "base/clock.h"
#include "cli/arguments.h"
#include "domain/campaign.h"
#include "storage/campaignstore.h"
#include "workspace/accountdesk.h"
#include "workspace/importdesk.h"

// What people write on the command line, read into values. Wrong ones are usage errors that say what is
// right.

Result<CampaignId> readCampaignId(const QString &text);
/// A number of 1 or more for `option`; `fallback` where it is not given.
Result<qint64> readCount(const Arguments &arguments, const QString &option, qint64 fallback);
/// ISO 8601; without a zone it is the computer's own time.
Result<UtcTime> readTime(const QString &text);
/// A day such as 2026-11-27; nothing where the option is not given.
Result<std::optional<QDate>> readDay(const Arguments &arguments, const QString &option);
/// "90s", "10m", "2h", "1d".
Result<std::chrono::milliseconds> readDuration(const QString &text);
/// KEY=VALUE pairs.
Result<QMap<QString, QString>> readPairs(const QStringList &texts, const QString &option);
/// A number of a person, with country code; BadInput with its reason otherwise.
Result<PhoneNumber> readPhone(const QString &text, const QString &defaultCountry = {});

/// Where a server listens.
struct ListenAddress
{
    QString host;
    quint16 port = 0;
};
/// HOST:PORT; an IPv6 host in brackets.
Result<ListenAddress> readListenAddress(const QString &text);

// For lists of options.
OptionSpec valueOption(const QString &name, const QString &value, const QString &help);
OptionSpec repeatableOption(const QString &name, const QString &value, const QString &help);
OptionSpec flagOption(const QString &name, const QString &help);

/// --who: which people of an earlier campaign. Usage error where it says none of them.
const OptionSpec &followUpOptionSpec();
Result<FollowUpGroup> readFollowUpGroup(const Arguments &arguments);

const OptionSpec &accountOptionSpec();
/// The account named with --account, else the one in use.
Result<KnownAccount> readAccount(const Arguments &arguments, Session &session);

const std::vector<OptionSpec> &importOptionSpecs();
/// `path`: the file with the people.
Result<ImportRequest> readImportRequest(const Arguments &arguments, const QString &path);

const std::vector<OptionSpec> &campaignOptionSpecs();
/// Writes what was given into the campaign; the rest of it stays. Not the budget, which needs rate cards.
Result<> readCampaignOptions(const Arguments &arguments, Campaign &campaign);
/// A file, a link or a media id. BadInput with the code "header_media" where the file cannot be read.
Result<HeaderMedia> readHeaderMedia(const QString &text);
/// --budget; after the account is known.
Result<> readBudget(const Arguments &arguments, Session &session, Campaign &campaign);
