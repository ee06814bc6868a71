#pragma once

#include "base/result.h"
#include "domain/campaign.h"
#include "domain/revenue.h"
#include "exchange/bookingreader.h"
#include "storage/revenuestore.h"

#include <QCoreApplication>

#include <chrono>
#include <map>
#include <optional>
#include <vector>

class Session;

/// A file of bookings to be imported.
struct RevenueRequest
{
    QString path;
    BookingOptions options; ///< without a currency, that of the rate cards counts
    /// After a message, in which a booking is its doing.
    std::chrono::milliseconds window = std::chrono::days{7};
    bool isTrial = false; ///< only say what would happen
};

/// What became of it, or would: rows = matched + duplicates + refused.
struct RevenueImport
{
    qint64 rows = 0;
    int matched = 0;
    int duplicates = 0; ///< imported before
    std::vector<RefusedRow> refused; ///< with those that belong to no campaign, each with its reason
};

/// One amount that a person records.
struct RevenueEntry
{
    CampaignId campaign;
    QString amount; ///< as typed: "250" or "250 EUR"
    std::optional<PhoneNumber> phone; ///< of whoever paid; nothing: not said
    std::optional<UtcTime> at; ///< nothing: now
};

/// What campaigns brought in, and whether that was worth it.
class RevenueDesk
{
    Q_DECLARE_TR_FUNCTIONS(RevenueDesk)

public:
    explicit RevenueDesk(Session &session)
        : m_session{session}
    {
    }

    /// Gives each booking to the last campaign whose message the person got within the window. What was
    /// imported before counts nothing. Errors as of readBookings(), and BadInput "no_currency".
    Result<RevenueImport> import(const RevenueRequest &request);

    /// By hand. BadInput "bad_amount" and "no_currency"; NotFound "no_recipient" where that person was not
    /// in the campaign.
    Result<NewRevenue> add(const RevenueEntry &entry);

    Result<std::map<CampaignId, CampaignReturn>> returnsOf(const std::vector<Campaign> &campaigns);
    Result<CampaignReturn> returnOf(const Campaign &campaign);

private:
    class Matching;

    Session &m_session;
};
