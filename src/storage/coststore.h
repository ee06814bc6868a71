#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "domain/cost.h"
#include "domain/ids.h"

#include <QString>

#include <optional>
#include <vector>

class Database;

/// What was estimated when a campaign was armed.
struct KeptEstimate
{
    QString currency;
    Money amount;
    PriceCategory category = PriceCategory::Marketing;
    int people = 0; ///< with those who could not be estimated
    int withoutPrice = 0;
    QDate cardDate;
    QString homeRegion; ///< of the business number; empty: not known
    UtcTime madeAt;

    friend bool operator==(const KeptEstimate &, const KeptEstimate &) = default;
};

/// What the messages of a campaign are priced by.
struct ChargedCampaign
{
    CampaignId campaign;
    AccountId account; ///< not valid: none is known
    QString budgetCurrency; ///< empty: it has no budget
};

/// Reads and keeps the facts that costs are computed from (domain/cost.h).
class CostStore
{
public:
    explicit CostStore(Database &database)
        : m_database{database}
    {
    }

    /// The people of a campaign who are still to be written to, by the country that Meta charges for.
    Result<std::vector<PeopleOfRegion>> peopleToPay(CampaignId campaign);

    /// How Meta priced the messages of these campaigns.
    Result<std::vector<ChargedMessages>> charges(const std::vector<CampaignId> &campaigns);
    /// The same of all messages of the business that a number belongs to, from one quarter of an hour to
    /// before another; those outside campaigns, or of deleted ones, with no valid campaign.
    Result<std::vector<ChargedMessages>> chargesOfBusiness(AccountId account, qint64 fromQuarter,
                                                           qint64 untilQuarter);

    /// Of it, what is in no campaign that is still here: their campaign is not valid.
    Result<std::vector<ChargedMessages>> chargesOutside(AccountId account, qint64 fromQuarter,
                                                        qint64 untilQuarter);

    /// What was charged for in all campaigns, and of it people with a tag, which takes as long as these
    /// people are many.
    Result<std::vector<ChargedMessages>> chargesBetween(qint64 fromQuarter, qint64 untilQuarter);
    Result<std::vector<ChargedMessages>> chargesOfTag(const QString &tag, qint64 fromQuarter,
                                                      qint64 untilQuarter);
    Result<std::vector<ChargedCampaign>> chargedCampaigns();
    /// The numbers of the business that this one belongs to, itself included.
    Result<std::vector<AccountId>> numbersOfBusiness(AccountId account);

    Result<> keepEstimate(CampaignId campaign, const KeptEstimate &estimate);
    Result<std::optional<KeptEstimate>> estimateOf(CampaignId campaign);

private:
    Database &m_database;
};

/// SQL for the country that Meta charges for, of a recipient called `recipient`: billingRegion() in the
/// database.
QString billingRegionSql(const QString &recipient);
