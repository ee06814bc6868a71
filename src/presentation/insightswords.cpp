#include "presentation/insightswords.h"

#include "presentation/wording.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// The first events take a moment.
constexpr auto kUsualWait = 1min;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(InsightsWords)
};

QString countsText(const TemplateTotals &totals)
{
    QStringList counts;
    if (totals.sent)
        counts << Words::tr("%1 sent").arg(countText(*totals.sent));
    if (totals.delivered)
        counts << Words::tr("%1 delivered").arg(countText(*totals.delivered));
    if (totals.read)
        counts << Words::tr("%1 read").arg(countText(*totals.read));
    if (totals.clicked)
        counts << Words::tr("%1 clicked").arg(countText(*totals.clicked));
    if (totals.cost)
        //: %1: an amount with its currency
        counts << Words::tr("%1 spent")
                      .arg(u"%1 %2"_s.arg(totals.currency, QLocale{}.toString(*totals.cost, 'f', 2)));
    return counts.join(u", "_s);
}

/// "26 Nov 2026", or "26 Nov 2026 – 28 Nov 2026".
QString daysText(const TemplateTotals &totals)
{
    const QString first = dateText(totals.from);
    const QString last = dateText(totals.to - 1ms);
    return first == last ? first : Words::tr("%1 – %2").arg(first, last);
}

} // namespace

QStringList deliveryNotes(const Campaign &campaign, std::optional<UtcTime> lastEvent,
                          const std::optional<TemplateTotals> &totals, UtcTime now)
{
    QStringList notes;
    const bool isYoung = campaign.startedAt && now - *campaign.startedAt < kUsualWait;
    if (isDeliveryUnknown(campaign, lastEvent) && !isYoung)
        notes << Words::tr(
            "Accepted by Meta; delivery unknown. No delivery events have come since this campaign began.");
    if (totals && !countsText(*totals).isEmpty()) {
        //: %1: one or two days, %2: "120 sent, 110 delivered", %3: a time
        notes << Words::tr(
                     "Meta's own totals of this template for %1: %2. Told at %3. They count every message "
                     "made from it on these days, whoever sent it.")
                     .arg(daysText(*totals), countsText(*totals), momentText(totals->toldAt));
    }
    return notes;
}
