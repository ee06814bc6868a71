#include "presentation/charttable.h"

#include "presentation/wording.h"

void ChartTableModel::setTable(ChartTable table)
{
    const bool isSameShape = table.columns == m_table.columns && table.rows.size() >= m_table.rows.size();
    if (!isSameShape) {
        beginResetModel();
        m_table = std::move(table);
        endResetModel();
        return;
    }
    // A chart that runs grows at its end; whoever reads the table stays where they are.
    const int before = rowCount();
    const int after = static_cast<int>(table.rows.size());
    if (after > before)
        beginInsertRows({}, before, after - 1);
    m_table = std::move(table);
    if (after > before)
        endInsertRows();
    if (before > 0)
        emit dataChanged(index(0, 0), index(before - 1, columnCount() - 1));
}

int ChartTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table.rows.size());
}

int ChartTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table.columns.size());
}

QVariant ChartTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((index.column() == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const ChartTable::Row &row = m_table.rows[static_cast<size_t>(index.row())];
    if (index.column() == 0)
        return row.name;
    const size_t number = static_cast<size_t>(index.column() - 1);
    return number < row.numbers.size() && row.numbers[number] ? countText(*row.numbers[number])
                                                              : unknownText();
}

QVariant ChartTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (role == Qt::DisplayRole)
        return m_table.columns[section];
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((section == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    return {};
}
