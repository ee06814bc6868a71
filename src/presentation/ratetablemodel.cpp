#include "presentation/ratetablemodel.h"

#include "presentation/wording.h"

using namespace Qt::StringLiterals;

void RateTableModel::setCard(const RateCard &card)
{
    beginResetModel();
    m_card = card;
    m_markets = card.markets();
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
    const PriceCategory category = kPriceCategories[static_cast<size_t>(index.column()) - 1];
    const std::optional<Money> price = m_card.priceOf(market, category);
    const bool hasTiers = m_card.hasTiers(market, category);
    if (role == Qt::ToolTipRole && hasTiers)
        return tr("Falls with the messages of a month");
    if (role != Qt::DisplayRole)
        return {};
    if (!price)
        return unknownText();
    const QString text = shownMoney(*price, {});
    //: A price that falls with the messages of a month
    return hasTiers ? tr("%1 ↓").arg(text) : text;
}

QVariant RateTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && section > 0 && role == Qt::TextAlignmentRole)
        return QVariant{Qt::AlignTrailing | Qt::AlignVCenter};
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    if (section == 0)
        return tr("Market");
    switch (kPriceCategories[static_cast<size_t>(section) - 1]) {
    case PriceCategory::Marketing: return tr("Marketing");
    case PriceCategory::Utility: return tr("Utility");
    case PriceCategory::Authentication: return tr("Authentication");
    case PriceCategory::AuthenticationInternational: return tr("Authentication abroad");
    case PriceCategory::Service: return tr("Service");
    }
    Q_UNREACHABLE();
}
