#include "domain/campaign.h"

#include <QRegularExpression>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace {

std::optional<double> ratio(int part, int whole)
{
    if (whole == 0)
        return std::nullopt;
    return static_cast<double>(part) / whole;
}

} // namespace

int CampaignCounts::total() const
{
    return std::accumulate(m_byStatus.begin(), m_byStatus.end(), 0);
}

std::optional<double> deliveryRate(const ReachedCounts &reached)
{
    return ratio(reached.delivered, reached.sent);
}

std::optional<double> readRate(const ReachedCounts &reached)
{
    return ratio(reached.read, reached.delivered);
}

std::optional<double> responseRate(const ReachedCounts &reached)
{
    return ratio(reached.responded, reached.delivered);
}

std::optional<SafetyBrake> SafetyBrake::parse(QStringView text)
{
    SafetyBrake brake;
    if (text == u"off") {
        brake.isOn = false;
        return brake;
    }
    const qsizetype slash = text.indexOf(u'/');
    bool percentOk = false;
    bool lastOk = false;
    brake.percent = text.left(std::max<qsizetype>(slash, 0)).toInt(&percentOk);
    brake.last = text.mid(slash + 1).toInt(&lastOk);
    if (slash < 0 || !percentOk || !lastOk || brake.percent < 1 || brake.percent > 100 || brake.last < 1
        || brake.last > 100'000)
        return std::nullopt;
    brake.fewest = std::min(brake.fewest, brake.last);
    return brake;
}

QString SafetyBrake::text() const
{
    return isOn ? u"%1/%2"_s.arg(percent).arg(last) : u"off"_s;
}

HeaderMedia HeaderMedia::fromText(const QString &text)
{
    static const QRegularExpression link{u"^https?://"_s, QRegularExpression::CaseInsensitiveOption};
    static const QRegularExpression id{u"^[0-9]+$"_s};
    HeaderMedia media;
    media.value = text;
    if (text.isEmpty())
        media.kind = Kind::None;
    else if (text.contains(link))
        media.kind = Kind::Link;
    else if (text.contains(id))
        media.kind = Kind::Id;
    else
        media.kind = Kind::File;
    return media;
}

bool isDeliveryUnknown(const Campaign &campaign, std::optional<UtcTime> lastEvent)
{
    const bool hasEvents = lastEvent && campaign.startedAt && *lastEvent >= *campaign.startedAt;
    return campaign.reached.sent > 0 && !hasEvents;
}
