#include "presentation/charttable.h"

#include "domain/money.h"
#include "presentation/wording.h"

#include <algorithm>
#include <cmath>

namespace {

constexpr double kTenThousand = 10'000;

} // namespace

bool ChartTable::isShare(size_t column) const
{
    return std::find(shareColumns.begin(), shareColumns.end(), column) != shareColumns.end();
}

bool ChartTable::isMoney(size_t column) const
{
    return std::find(moneyColumns.begin(), moneyColumns.end(), column) != moneyColumns.end();
}

QString ChartTable::shownNumber(size_t row, size_t number) const
{
    const std::vector<std::optional<qint64>> &numbers = rows[row].numbers;
    if (number >= numbers.size() || !numbers[number])
        return unknownText();
    const qint64 value = *numbers[number];
    if (isMoney(number + 1))
        return shownMoney({value}, {});
    return isShare(number + 1) ? percentText(static_cast<double>(value) / kTenThousand) : countText(value);
}

QString ChartTable::plainNumber(size_t row, size_t number) const
{
    const std::optional<qint64> value = rows[row].numbers[number];
    if (!value)
        return {};
    if (isMoney(number + 1))
        return plainText(Money{*value});
    return isShare(number + 1) ? QString::number(static_cast<double>(*value) / kTenThousand, 'f', 4)
                               : QString::number(*value);
}

std::optional<qint64> tenThousandths(std::optional<double> share)
{
    return share ? std::optional{static_cast<qint64>(std::llround(*share * kTenThousand))} : std::nullopt;
}

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
    return m_table.shownNumber(static_cast<size_t>(index.row()), static_cast<size_t>(index.column() - 1));
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
