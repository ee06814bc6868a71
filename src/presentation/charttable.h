#pragma once

#include <QAbstractTableModel>
#include <QStringList>

#include <optional>
#include <vector>

/// The numbers behind a chart: one row for each step or moment.
struct ChartTable
{
    struct Row
    {
        QString name; ///< for people
        QString plainName; ///< for programs: no words of a language, where that is possible
        std::vector<std::optional<qint64>> numbers; ///< one for each column but the first; nothing: not known
    };

    QStringList columns; ///< of the names and of each number
    std::vector<Row> rows;
    std::vector<size_t> shareColumns = {}; ///< of `columns`; their numbers are ten-thousandths of a whole

    std::vector<size_t> moneyColumns = {}; ///< of `columns`; their numbers are millionths of a currency

    bool isShare(size_t column) const;
    bool isMoney(size_t column) const;
    /// A cell of a number for people, and for programs; for these it is empty where the number is not known.
    QString shownNumber(size_t row, size_t number) const;
    QString plainNumber(size_t row, size_t number) const;
};

/// A share as a number of a share column.
std::optional<qint64> tenThousandths(std::optional<double> share);

/// What a chart shows, as a table; the version for a screen reader.
class ChartTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void setTable(ChartTable table);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    ChartTable m_table;
};
