#pragma once

#include "base/result.h"
#include "domain/campaign.h"
#include "domain/ports/sendledger.h"

#include <QVariant>

#include <vector>

class Database;

// Reading campaigns and carrying out their events, for every store that does. Changes need an open
// transaction.

Result<Campaign> loadCampaign(Database &database, CampaignId id);

/// How far a campaign is, read without all the rest.
Result<CampaignProgress> loadProgress(Database &database, CampaignId id);

Error noCampaign(CampaignId id);

/// `condition` continues "… FROM campaign c JOIN campaign_counts n …".
Result<std::vector<Campaign>> loadCampaigns(Database &database, const QString &condition,
                                            const QVariantList &values);

/// What a person may edit, in the order of the columns from account_id to fixed_values.
QVariantList editableValues(const Campaign &campaign);

/// Stores what a person may edit, and the frozen template.
Result<> storeEditable(Database &database, const Campaign &campaign);

/// A new draft without people: everything a person may edit counts, the rest is ours to fill.
Result<CampaignId> insertDraft(Database &database, const Campaign &campaign, UtcTime now);

/// Carries `event` out by the transition table, with everything that belongs to it (times, reason, activity),
/// and brings `campaign` up to date; false where the table forbids it.
Result<bool> carryOut(Database &database, Campaign &campaign, CampaignEvent event, const StateReason &reason,
                      UtcTime now);

/// What makes a paused campaign go on: one that paused before its time came still waits for it.
CampaignEvent eventToGoOn(const Campaign &campaign, UtcTime now);

/// As carryOut(); Refused with code "wrong_state" where the table forbids it.
Result<> carryOutOrRefuse(Database &database, Campaign &campaign, CampaignEvent event,
                          const StateReason &reason, UtcTime now);

Result<> noteActivity(Database &database, CampaignId campaign, const QString &what, UtcTime now);
