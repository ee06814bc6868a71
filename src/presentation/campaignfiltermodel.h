#pragma once

#include "domain/campaignstate.h"

#include <QSortFilterProxyModel>

#include <optional>

class CampaignTableModel;

/// The campaigns that match a state and a search by name or template, in the order a person chose.
class CampaignFilterModel final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    enum class Order {
        ActiveFirst, ///< what needs attention on top: sending, paused, scheduled, drafts, then the ended ones
                     ///< by age
        NewestFirst,
        ByColumn, ///< as sort() says
    };

    explicit CampaignFilterModel(CampaignTableModel &campaigns, QObject *parent = nullptr);

    /// Nothing: all.
    void setState(std::optional<CampaignState> state);
    void setSearch(const QString &words);
    void setOrder(Order order);
    /// A click on a column's header: order by that column.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    CampaignTableModel &m_campaigns;
    std::optional<CampaignState> m_state;
    QString m_search;
    Order m_order = Order::ActiveFirst;
};
