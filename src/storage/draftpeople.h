#pragma once

#include "storage/campaignstore.h"

#include <QVariantList>

class CampaignTally;

/// People handled in one transaction where there may be a million, so that the sender gets its turn.
inline constexpr int kPeopleAtOnce = 5000;

/// Refused with code "not_a_draft" for anything else, and with "in_test" for a version of a test, or its
/// rest, whose people are fixed.
Result<Campaign> loadDraft(Database &database, CampaignId id);

/// The setting that stands while an import puts people into a draft.
QString fillingKey(CampaignId draft);
/// Refused with the code "still_filling" while it does, or when it died of it: nobody sends to half a list.
/// Inside the transaction that sends.
Result<> requireNotFilling(Database &database, CampaignId draft);

/// Puts people into a draft and into the contact book, in one transaction; one verdict a person, in order.
/// Contacts that were made for them are added to `made`.
Result<std::vector<AddVerdict>> insertPeople(Database &database, CampaignId campaign,
                                             const std::vector<NewRecipient> &people, UtcTime now,
                                             CameBy cameBy, std::vector<ContactId> *made = nullptr);

/// Deletes the people that `condition` picks from r, counted; inside a transaction. How many.
Result<int> deletePeople(Database &database, CampaignId campaign, const QString &condition,
                         const QVariantList &values);

/// Deletes a contact of this name that is as an import made it and that nobody else knows; inside a
/// transaction.
Result<> forgetUntouched(Database &database, qint64 contact, const QString &name);

/// Somebody who waits in a campaign.
struct WaitingPerson
{
    RecipientId id;
    CampaignId campaign;
    CampaignState state = CampaignState::Draft;
    DeliveryProgress progress;
};

/// They are not written to by it: they go from a draft, and are skipped elsewhere with this reason. Inside a
/// transaction.
Result<> leaveOut(Database &database, CampaignTally &tally, const WaitingPerson &person, const QString &code,
                  const QString &message);

/// Copies people of another campaign that `condition` picks from r into a draft, in steps. `given` goes into
/// their values as it did there.
Result<AddedPeople> copyPeople(Database &database, CampaignId draft, CampaignId source,
                               const QString &condition, const CampaignSettings &given, UtcTime now,
                               const CancelToken &cancel = {});
