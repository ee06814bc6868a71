#include "domain/schedule.h"

#include <QCoreApplication>
#include <QLocale>

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Schedule)
};

} // namespace

bool isMissed(UtcTime scheduledFor, UtcTime now)
{
    return now - scheduledFor > kScheduleGrace;
}

StateReason missedReason(UtcTime scheduledFor)
{
    const QString due = QLocale{}.toString(toDateTime(scheduledFor).toLocalTime(), QLocale::ShortFormat);
    return {QString::fromLatin1(kMissedCode),
            Words::tr("It was due on %1, when Fanfare was not running. Nothing of it has left.").arg(due),
            Words::tr("Send it now, choose another time, or leave it.")};
}

bool isWaitingAsMissed(const Campaign &campaign)
{
    return campaign.state == CampaignState::Paused && campaign.reason.code == QLatin1String{kMissedCode};
}
