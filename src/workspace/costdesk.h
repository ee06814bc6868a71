#pragma once

#include "base/cancel.h"
#include "base/result.h"
#include "domain/campaign.h"
#include "domain/cost.h"
#include "exchange/ratecardreader.h"
#include "storage/coststore.h"

#include <QCoreApplication>
#include <QDate>
#include <QString>

#include <map>
#include <optional>
#include <vector>

class Session;

/// A file of prices to be imported.
struct RatesRequest
{
    QString path;
    QString currency; ///< empty: as the file says
    std::optional<QDate> effective; ///< from which day on it holds; nothing: as the file says
    bool isTrial = false; ///< only say what would happen
};

/// What became of it.
struct RatesImport
{
    QString currency; ///< empty: the file does not say, and nobody did
    QDate effective; ///< not valid: the same
    std::vector<QString> markets;
    qint64 rows = 0; ///< = used + refused
    qint64 used = 0;
    std::vector<RefusedRow> refused;
    int prices = 0;
    bool isAtQuarterStart = true; ///< Meta changes prices on no other day
};

/// What a campaign was estimated to cost and does cost.
struct CostFigures
{
    std::optional<CampaignCost> cost; ///< nothing: there is no rate card
    std::optional<KeptEstimate> estimate; ///< as it was when the campaign was armed
    std::vector<QString> difference; ///< where they differ, in sentences
};

/// Of which delivered messages somebody wants to know what they cost.
struct ChargesWanted
{
    UtcTime from; ///< a whole quarter of an hour
    UtcTime until; ///< the same; later than `from`
    QString tag; ///< of people; empty: everybody
};

/// What a business was charged for in one month, as far as its messages left from here.
struct MonthCost
{
    QDate month; ///< its first day
    CampaignCost all;
    CampaignCost campaigns; ///< of it, those that are here
    CampaignCost outside; ///< of it, tests, answers, and campaigns that were deleted
};

/// What messages cost: rate cards in, estimates and costs out.
class CostDesk
{
    Q_DECLARE_TR_FUNCTIONS(CostDesk)

public:
    explicit CostDesk(Session &session)
        : m_session{session}
    {
    }

    /// What a file of prices holds, also where it does not tell everything. Stores nothing. Errors as below.
    Result<RatesImport> examineRates(const RatesRequest &request);

    /// Puts a file of prices beside those that are there. BadInput with the codes of readRateCard(), and
    /// "no_currency", "no_day" where the file does not tell and nobody says, and "no_usable_row".
    Result<RatesImport> importRates(const RatesRequest &request);

    /// In which currency a campaign of this number is priced; nothing without any card.
    Result<std::optional<QString>> currencyOf(AccountId account);

    /// "250" in the currency of the campaign's budget, or else of its number; or "250 EUR". BadInput with the
    /// code "bad_amount", Refused with "no_rate_card" where nothing tells the currency, or no card is in it.
    Result<Budget> budgetFromText(const QString &text, const Campaign &campaign);

    /// What the people of a campaign who are still to be written to cost, sent from `start` on. Nothing
    /// where no rate card tells.
    Result<std::optional<CostEstimate>> estimate(const Campaign &campaign, const QString &category,
                                                 UtcTime start);
    /// The same, kept to compare with later. Called when the campaign is armed.
    Result<> keepEstimate(const Campaign &campaign, const QString &category, UtcTime start);

    /// What campaigns cost so far, as Meta told it. Those without a rate card are left out.
    Result<std::map<CampaignId, CampaignCost>> costs(const std::vector<Campaign> &campaigns);
    Result<CostFigures> figuresOf(const Campaign &campaign);
    /// What everything cost in the month of a day that left from the numbers of a business, whichever one of
    /// them this is. Nothing without a rate card.
    Result<std::optional<MonthCost>> monthOf(AccountId account, QDate day);

    /// What was delivered in a period, with what each of it cost; of every campaign. The same amounts as
    /// above. Cancelled meanwhile, it is only a part.
    Result<std::vector<PricedCharge>> charges(const ChargesWanted &wanted, const CancelToken &cancel = {});

    /// The day of a moment, by which messages are priced.
    QDate dayOf(UtcTime time);

private:
    struct Priced; ///< campaigns of one business in one currency

    class PeriodPricing;

    Result<RateCardFile> readRates(const RatesRequest &request);
    QString homeRegionOf(const Campaign &campaign);
    Result<QString> currencyFor(const Campaign &campaign);
    Result<std::vector<ChargedMessages>> chargesOfMonth(AccountId account, QDate first, QDate last);
    Result<> addCosts(const Priced &priced, std::map<CampaignId, CampaignCost> &costs);

    Session &m_session;
};
