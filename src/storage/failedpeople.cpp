#include "storage/failedpeople.h"

#include "domain/errorcatalog.h"
#include "storage/campaignfigures.h"
#include "storage/campaigntally.h"
#include "storage/database.h"
#include "storage/personchanges.h"
#include "storage/sql.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

/// When a failed person may be tried again: what an answer asked for, or the wait of its kind (bound twice).
constexpr QLatin1StringView kRetryAllowedAt{
    "max(not_before, CASE WHEN ? > 0 THEN coalesce(failed_at, 0) + ? ELSE 0 END)"};

/// Makes everybody pending again who failed with this code; inside a transaction.
Result<int> retryOfCode(Database &database, CampaignTally &tally, CampaignId id, const QString &code,
                        UtcTime now)
{
    const Result<> counted = forEachRow(
        database, uR"(SELECT failed_at / 60000, count(*) FROM recipient
            WHERE campaign_id = ? AND status = 'failed' AND error_code = ? AND failed_at IS NOT NULL
            GROUP BY 1)"_s,
        {id.value, code}, [&](const Row &row) { tally.forgetFailures(id, row.integer(0), row.number(1)); });
    if (!counted)
        return counted.error();
    const qint64 wait = waitBeforeRetry(code).count();
    const Result<int> changed = execute(
        database, uR"(UPDATE recipient SET status = 'pending', current_attempt = NULL, message_id = '',
                        attempts_before = attempts,
                        not_before = CASE WHEN %1 > ? THEN %1 ELSE 0 END,
                        failed_at = NULL, error_code = '', error_message = '', error_advice = '',
                        error_details = ''
                    WHERE campaign_id = ? AND status = 'failed' AND error_code = ?)"_s.arg(kRetryAllowedAt),
        {wait, wait, toMilliseconds(now), wait, wait, id.value, code});
    if (!changed)
        return changed.error();
    tally.moveMany(id, RecipientStatus::Failed, RecipientStatus::Pending, *changed);
    return *changed;
}

/// Adds those to the offer who failed with a code that may be tried again, but not yet.
Result<> countHeld(Database &database, CampaignId id, const QString &code, UtcTime now, RetryOffer &offer)
{
    const qint64 wait = waitBeforeRetry(code).count();
    const auto add = [&](const Row &row) {
        if (row.number(0) == 0)
            return;
        offer.held += row.number(0);
        offer.heldUntil = std::max(offer.heldUntil.value_or(now), row.time(1));
    };
    return forEachRow(database,
                      uR"(SELECT count(*), max(allowed_at) FROM (SELECT %1 AS allowed_at FROM recipient
                            WHERE campaign_id = ? AND status = 'failed' AND error_code = ?)
                          WHERE allowed_at > ?)"_s.arg(kRetryAllowedAt),
                      {wait, wait, id.value, code, toMilliseconds(now)}, add);
}

} // namespace

QString failedForNow()
{
    QStringList codes;
    for (qsizetype index = 0; index < errorEntryCount(); ++index) {
        const ErrorEntry &entry = errorEntryAt(index);
        const QString code = QString::number(entry.code);
        if (entry.subcode == 0 && mayBeRetried(code) && !codes.contains(code))
            codes << code;
    }
    return u"r.status = 'failed' AND r.error_code IN ('%1')"_s.arg(codes.join(u"', '"_s));
}

Result<RetryOffer> offerFor(Database &database, CampaignId id, UtcTime now)
{
    Result<std::vector<ErrorCount>> errors = CampaignFigures{database}.errors(id);
    if (!errors)
        return errors.error();
    RetryOffer offer;
    for (const ErrorCount &error : *errors) {
        const bool isOffered = mayBeRetried(error.code);
        (isOffered ? offer.offered : offer.left)
            .push_back({error.code, error.message, error.advice, error.count});
        if (!isOffered)
            continue;
        if (const Result<> held = countHeld(database, id, error.code, now, offer); !held)
            return held.error();
    }
    return offer;
}

Result<> retryOffered(Database &database, CampaignTally &tally, CampaignId id, const RetryOffer &offer,
                      UtcTime now)
{
    for (const RetryOffer::Group &group : offer.offered) {
        if (const Result<int> changed = retryOfCode(database, tally, id, group.code, now); !changed)
            return changed.error();
    }
    return writeToPresentNumbers(database, tally, id);
}
