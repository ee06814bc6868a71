#include "presentation/campaignfiltermodel.h"

#include "presentation/campaigntablemodel.h"

namespace {

int rank(CampaignState state)
{
    switch (state) {
    case CampaignState::Sending: return 0;
    case CampaignState::Paused: return 1;
    case CampaignState::Scheduled: return 2;
    case CampaignState::Draft: return 3;
    case CampaignState::Completed:
    case CampaignState::Failed:
    case CampaignState::Cancelled: return 4;
    }
    Q_UNREACHABLE();
}

} // namespace

CampaignFilterModel::CampaignFilterModel(CampaignTableModel &campaigns, QObject *parent)
    : QSortFilterProxyModel{parent}
    , m_campaigns{campaigns}
{
    setSourceModel(&campaigns);
    setSortRole(SortRole);
    setDynamicSortFilter(true);
    setOrder(Order::ActiveFirst);
}

void CampaignFilterModel::setState(std::optional<CampaignState> state)
{
    m_state = state;
    invalidateFilter();
}

void CampaignFilterModel::setSearch(const QString &words)
{
    m_search = words.trimmed();
    invalidateFilter();
}

void CampaignFilterModel::setOrder(Order order)
{
    m_order = order;
    if (order == Order::ByColumn)
        return;
    QSortFilterProxyModel::sort(CampaignTableModel::Created, Qt::AscendingOrder);
    invalidate();
}

void CampaignFilterModel::sort(int column, Qt::SortOrder order)
{
    m_order = column < 0 ? Order::ActiveFirst : Order::ByColumn;
    QSortFilterProxyModel::sort(column < 0 ? CampaignTableModel::Created : column, order);
    invalidate();
}

bool CampaignFilterModel::filterAcceptsRow(int row, const QModelIndex &) const
{
    const CampaignRow &campaign = m_campaigns.campaignAt(row);
    return (!m_state || campaign.state == *m_state)
        && (m_search.isEmpty() || campaign.name.contains(m_search, Qt::CaseInsensitive)
            || campaign.templateName.contains(m_search, Qt::CaseInsensitive));
}

bool CampaignFilterModel::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const CampaignRow &a = m_campaigns.campaignAt(left.row());
    const CampaignRow &b = m_campaigns.campaignAt(right.row());
    switch (m_order) {
    case Order::ByColumn: return QSortFilterProxyModel::lessThan(left, right);
    case Order::ActiveFirst:
        if (rank(a.state) != rank(b.state))
            return rank(a.state) < rank(b.state);
        if (a.state == CampaignState::Scheduled && a.scheduledFor != b.scheduledFor)
            return a.scheduledFor < b.scheduledFor;
        [[fallthrough]];
    case Order::NewestFirst: return a.createdAt != b.createdAt ? a.createdAt > b.createdAt : a.id > b.id;
    }
    Q_UNREACHABLE();
}
