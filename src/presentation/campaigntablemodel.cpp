#include "presentation/campaigntablemodel.h"

#include "presentation/wording.h"

#include <QLocale>

#include <algorithm>

namespace {

bool wasStarted(const CampaignRow &campaign)
{
    return campaign.startedAt.has_value();
}

Emphasis secondLineEmphasis(const CampaignRow &campaign, int column)
{
    if (column == CampaignTableModel::Name && campaign.awaitsChoice)
        return Emphasis::Warning;
    if (column != CampaignTableModel::Name || campaign.reason.isEmpty())
        return Emphasis::Quiet;
    if (campaign.state == CampaignState::Failed)
        return Emphasis::Problem;
    if (campaign.state == CampaignState::Paused)
        return Emphasis::Warning;
    return Emphasis::Quiet;
}

QVariant milliseconds(std::optional<UtcTime> time)
{
    return time ? QVariant{toMilliseconds(*time)} : QVariant{};
}

bool isTrailing(int column)
{
    return column >= CampaignTableModel::Sent && column <= CampaignTableModel::DeliveryRate;
}

} // namespace

CampaignRow CampaignRow::of(const Campaign &campaign)
{
    CampaignRow row;
    row.id = campaign.id;
    row.name = campaign.name;
    row.state = campaign.state;
    row.reason = campaign.reason;
    row.templateName = campaign.templateName;
    row.language = campaign.language;
    row.counts = campaign.counts;
    row.reached = campaign.reached;
    row.createdAt = campaign.createdAt;
    row.scheduledFor = campaign.scheduledFor;
    row.startedAt = campaign.startedAt;
    row.completedAt = campaign.completedAt;
    return row;
}

std::optional<double> settledShare(const CampaignRow &campaign)
{
    const int total = campaign.counts.total();
    if (!wasStarted(campaign) || total == 0)
        return std::nullopt;
    return static_cast<double>(total - campaign.counts.remaining()) / total;
}

CampaignTableModel::CampaignTableModel(const Clock &clock, QObject *parent)
    : QAbstractTableModel{parent}
    , m_clock{clock}
{
}

int CampaignTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_campaigns.size());
}

int CampaignTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant CampaignTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const CampaignRow &campaign = campaignAt(index.row());
    switch (role) {
    case Qt::DisplayRole: return text(campaign, index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter
                                   | (isTrailing(index.column()) ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::ToolTipRole:
        if (index.column() == Name)
            return campaign.name;
        if (index.column() == Created)
            return fullMomentText(campaign.createdAt);
        if (index.column() == ScheduledFor && campaign.scheduledFor)
            return fullMomentText(*campaign.scheduledFor);
        return {};
    case SortRole: return sortValue(campaign, index.column());
    case IdRole: return campaign.id.value;
    case StatusRole: return static_cast<int>(campaign.state);
    case SecondLineRole: return secondLine(campaign, index.column());
    case EmphasisRole: return static_cast<int>(secondLineEmphasis(campaign, index.column()));
    case ProgressRole: {
        const std::optional<double> share = settledShare(campaign);
        return share ? QVariant{*share} : QVariant{};
    }
    default: return {};
    }
}

QVariant CampaignTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (isTrailing(section) ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Name: return tr("Name");
    case Status: return tr("Status");
    case Template: return tr("Template");
    case Progress: return tr("Progress");
    case Sent: return tr("Sent");
    case Delivered: return tr("Delivered");
    case Read: return tr("Read");
    case Failed: return tr("Failed");
    case Responded: return tr("Responded");
    case DeliveryRate: return tr("Delivery %");
    case Created: return tr("Created");
    case ScheduledFor: return tr("Scheduled for");
    case ColumnCount: break;
    }
    return {};
}

void CampaignTableModel::setCampaigns(std::vector<CampaignRow> campaigns)
{
    beginResetModel();
    m_campaigns = std::move(campaigns);
    endResetModel();
}

void CampaignTableModel::updateCampaigns(const std::vector<CampaignRow> &campaigns)
{
    for (const CampaignRow &campaign : campaigns) {
        const int row = rowOf(campaign.id);
        if (row < 0) {
            beginInsertRows({}, 0, 0);
            m_campaigns.insert(m_campaigns.begin(), campaign);
            endInsertRows();
        } else if (!(campaignAt(row) == campaign)) {
            m_campaigns[static_cast<size_t>(row)] = campaign;
            emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
        }
    }
}

void CampaignTableModel::removeCampaign(CampaignId id)
{
    const int row = rowOf(id);
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_campaigns.erase(m_campaigns.begin() + row);
    endRemoveRows();
}

void CampaignTableModel::refreshTimes()
{
    if (m_campaigns.empty())
        return;
    const int last = rowCount() - 1;
    emit dataChanged(index(0, Name), index(last, Name), {SecondLineRole});
    emit dataChanged(index(0, Created), index(last, ScheduledFor), {Qt::DisplayRole});
}

int CampaignTableModel::rowOf(CampaignId id) const
{
    const auto found = std::find_if(m_campaigns.begin(), m_campaigns.end(),
                                    [&](const CampaignRow &campaign) { return campaign.id == id; });
    return found == m_campaigns.end() ? -1 : static_cast<int>(found - m_campaigns.begin());
}

CampaignListTotals CampaignTableModel::totals() const
{
    constexpr auto kLately = std::chrono::hours{30 * 24};
    CampaignListTotals totals;
    const UtcTime now = m_clock.now();
    for (const CampaignRow &campaign : m_campaigns) {
        ++totals.total;
        ++totals.byState[static_cast<size_t>(campaign.state)];
        totals.recipients += campaign.counts.total();
        if (campaign.state == CampaignState::Completed && campaign.completedAt
            && now - *campaign.completedAt < kLately)
            ++totals.completedLately;
    }
    totals.drafts = totals.of(CampaignState::Draft);
    totals.sending = totals.of(CampaignState::Sending);
    totals.paused = totals.of(CampaignState::Paused);
    totals.scheduled = totals.of(CampaignState::Scheduled);
    totals.completed = totals.of(CampaignState::Completed);
    totals.endedBadly = totals.of(CampaignState::Cancelled) + totals.of(CampaignState::Failed);
    return totals;
}

QString CampaignTableModel::text(const CampaignRow &campaign, int column) const
{
    const auto count = [&](int number) { return wasStarted(campaign) ? countText(number) : unknownText(); };
    switch (static_cast<Column>(column)) {
    case Name: return campaign.name.isEmpty() ? tr("Campaign without a name") : campaign.name;
    case Status: return wordFor(campaign.state);
    case Template: return campaign.templateName.isEmpty() ? unknownText() : campaign.templateName;
    case Progress: {
        const std::optional<double> share = settledShare(campaign);
        if (!share)
            return unknownText();
        if (campaign.state == CampaignState::Completed)
            return tr("All done");
        return wholePercentText(*share);
    }
    case Sent: return count(campaign.reached.sent);
    case Delivered: return count(campaign.reached.delivered);
    case Read: return count(campaign.reached.read);
    case Failed: return count(campaign.counts.of(RecipientStatus::Failed));
    case Responded: return count(campaign.reached.responded);
    case DeliveryRate: return shareText(campaign.reached.delivered, campaign.reached.sent);
    case Created: return dayText(campaign.createdAt, m_clock.now());
    case ScheduledFor: {
        const std::optional<UtcTime> when =
            campaign.scheduledFor ? campaign.scheduledFor : campaign.startedAt;
        return when ? dayText(*when, m_clock.now()) : unknownText();
    }
    case ColumnCount: break;
    }
    return {};
}

QString CampaignTableModel::secondLine(const CampaignRow &campaign, int column) const
{
    if (column == Template)
        return campaign.language.isEmpty() ? QString{} : languageText(campaign.language);
    if (column == ScheduledFor) {
        const std::optional<UtcTime> when =
            campaign.scheduledFor ? campaign.scheduledFor : campaign.startedAt;
        return when ? shortTimeText(*when) : QString{};
    }
    if (column != Name)
        return {};
    const QString line = stateLine(campaign);
    return campaign.testPlace.isEmpty() ? line : tr("%1 · %2").arg(campaign.testPlace, line);
}

QString CampaignTableModel::stateLine(const CampaignRow &campaign) const
{
    const int total = campaign.counts.total();
    const QString people = tr("%Ln people", nullptr, total);
    const UtcTime now = m_clock.now();
    switch (campaign.state) {
    case CampaignState::Draft: {
        const QString saved =
            campaign.savedAt ? tr("Draft saved %1").arg(relativeText(*campaign.savedAt, now)) : tr("Draft");
        if (campaign.draftStep > 0)
            return tr("%1 · step %2 of 4").arg(saved).arg(campaign.draftStep);
        return total > 0 ? tr("%1 · %2").arg(saved, people) : saved;
    }
    case CampaignState::Scheduled:
        return campaign.scheduledFor
            ? tr("%1 · starts %2").arg(people, relativeText(*campaign.scheduledFor, now))
            : people;
    case CampaignState::Sending: {
        const QString left = tr("%1 · %2 left").arg(people, countText(campaign.counts.remaining()));
        if (campaign.perSecond < 0.05)
            return left;
        //: Speed at the end of a line: "9.6/s"
        return tr("%1 · %2/s").arg(left, QLocale{}.toString(campaign.perSecond, 'f', 1));
    }
    case CampaignState::Paused:
    case CampaignState::Failed:
        return campaign.reason.message.isEmpty() ? people
                                                 : tr("%1 · %2").arg(people, campaign.reason.message);
    case CampaignState::Completed:
        if (campaign.startedAt && campaign.completedAt)
            return tr("%1 · took %2")
                .arg(people,
                     durationText(std::chrono::duration_cast<std::chrono::seconds>(*campaign.completedAt
                                                                                   - *campaign.startedAt)));
        return people;
    case CampaignState::Cancelled:
        return wasStarted(campaign) ? people : tr("%1 · cancelled before it started").arg(people);
    }
    Q_UNREACHABLE();
}

QVariant CampaignTableModel::sortValue(const CampaignRow &campaign, int column) const
{
    switch (static_cast<Column>(column)) {
    case Name: return campaign.name;
    case Status: return static_cast<int>(campaign.state);
    case Template: return campaign.templateName;
    case Progress: return settledShare(campaign).value_or(-1);
    case Sent: return campaign.reached.sent;
    case Delivered: return campaign.reached.delivered;
    case Read: return campaign.reached.read;
    case Failed: return campaign.counts.of(RecipientStatus::Failed);
    case Responded: return campaign.reached.responded;
    case DeliveryRate: return deliveryRate(campaign.reached).value_or(-1);
    case Created: return toMilliseconds(campaign.createdAt);
    case ScheduledFor:
        return milliseconds(campaign.scheduledFor ? campaign.scheduledFor : campaign.startedAt);
    case ColumnCount: break;
    }
    return {};
}
