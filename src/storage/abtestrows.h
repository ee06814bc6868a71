#pragma once

#include "base/result.h"
#include "domain/abtest.h"

#include <QVariant>

#include <optional>
#include <vector>

class Database;

// Reading A/B tests and what they forbid, for every store that asks. Changes need an open transaction.

/// `condition` continues "… FROM ab_test t …". Each with its versions.
Result<std::vector<AbTest>> loadAbTests(Database &database, const QString &condition,
                                        const QVariantList &values);
/// NotFound where it is gone.
Result<AbTest> loadAbTest(Database &database, AbTestId id);
/// The test that a campaign is a version of, or the rest.
Result<std::optional<AbTest>> abTestOf(Database &database, CampaignId campaign);

/// Every campaign of its test, once it is being divided; else the campaign alone.
Result<std::vector<CampaignId>> campaignsOfTest(Database &database, CampaignId campaign);

/// Whether the campaign, or another one of its divided test, has somebody whom `condition` picks from
/// recipient by this value.
Result<bool> testHas(Database &database, CampaignId campaign, const QString &condition,
                     const QVariant &value);

/// Refused with the code "in_test" where the people of a campaign were divided for a test, so that they are
/// fixed.
Result<> requireUndivided(Database &database, CampaignId campaign);

/// The same where `changed` differs in something that is compared, or that all versions share.
Result<> requireKeepsTest(Database &database, const Campaign &present, const Campaign &changed);

/// Refused with the code "in_test" while the people of its test are being divided.
Result<> requireNotDividing(Database &database, CampaignId campaign);
