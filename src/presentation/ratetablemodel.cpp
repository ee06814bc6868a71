#include "presentation/ratetablemodel.h"

#include "presentation/costwords.h"
#include "presentation/wording.h"

#include <algorithm>

using namespace Qt::StringLiterals;

void RateTableModel::setCard(const RateCard &card)
{
    beginResetModel();
    m_card = card;
    m_markets = card.markets();
    for (size_t column = 0; column < kPriceCategories.size(); ++column) {
        m_decimals[column] = 0;
        for (const QString &market : m_markets) {
            if (const std::optional<Money> price = card.priceOf(market, kPriceCategories[column]))
                m_decimals[column] = std::max(m_decimals[column], decimalsOf(*price));
        }
    }
    endResetModel();
}

int RateTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_markets.size());
}

int RateTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 1 + static_cast<int>(kPriceCategories.size());
}

QVariant RateTableModel::data(const QModelIndex &index, int role) const
{
    const QString &market = m_markets[static_cast<size_t>(index.row())];
    if (index.column() == 0)
        return role == Qt::DisplayRole ? QVariant{market} : QVariant{};
    if (role == Qt::TextAlignmentRole)
        return QVariant{Qt::AlignTrailing | Qt::AlignVCenter};
    const size_t column = static_cast<size_t>(index.column()) - 1;
    const PriceCategory category = kPriceCategories[column];
    const std::optional<Money> price = m_card.priceOf(market, category);
    const bool hasTiers = m_card.hasTiers(market, category);
    if (role == Qt::ToolTipRole && hasTiers)
        return tr("Falls with the messages of a month");
    if (role != Qt::DisplayRole)
        return {};
    if (!price)
        return unknownText();
    const QString text = alignedMoney(*price, m_decimals[column]);
    //: A price that falls with the messages of a month. The arrow leads, so that decimals stand in line
    return hasTiers ? tr("↓ %1").arg(text) : text;
}

QVariant RateTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && section > 0 && role == Qt::TextAlignmentRole)
        return QVariant{Qt::AlignTrailing | Qt::AlignVCenter};
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    if (section == 0)
        return tr("Market");
    return priceCategoryText(kPriceCategories[static_cast<size_t>(section) - 1]);
}
