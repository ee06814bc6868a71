#pragma once

#include "base/result.h"
#include "domain/campaign.h"
#include "domain/cost.h"

#include <QDate>
#include <QString>

#include <optional>
#include <vector>

class Database;

/// What each message of a campaign may cost at most that leaves on one day, by the cards in force until it is
/// delivered.
class MessagePrices
{
public:
    /// `category`: of the template as it was frozen. Meta charges by the present one, which may be another;
    /// the dearer one counts. For an open transaction.
    static Result<MessagePrices> open(Database &database, CampaignId campaign, const QString &category,
                                      const QString &currency, QDate day);

    /// To people of a country, as billingRegion() tells it. Nothing where the card of the day does not say.
    std::optional<Money> highest(const QString &region) const;

private:
    RateBook m_book;
    QDate m_day;
    std::vector<PriceCategory> m_categories; ///< empty: one that has no price
    QString m_home; ///< the country of the business number
};

/// Sets the budget of a campaign and tells it in its log. Of one that is new, or in another currency than
/// before, what the messages may cost that left already is reserved at once: Refused with the code "no_price"
/// where no card tells it. For an open transaction.
Result<> storeBudget(Database &database, const Campaign &campaign, const std::optional<Budget> &budget,
                     QDate day, UtcTime now);

/// Reserves more of the budgets in this currency where the card that holds from `effective` on makes messages
/// dearer that left already: those delivered since then, and those that may yet be. For an open transaction.
Result<> reserveDearer(Database &database, const QString &currency, QDate effective);
