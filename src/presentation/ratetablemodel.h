#pragma once

#include "domain/ratecard.h"

#include <QAbstractTableModel>

#include <array>
#include <vector>

/// The prices of one rate card: a row for each market, a column for each category.
class RateTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void setCard(const RateCard &card);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    RateCard m_card;
    std::vector<QString> m_markets;
    std::array<int, kPriceCategories.size()> m_decimals{}; ///< of every price of a column
};
