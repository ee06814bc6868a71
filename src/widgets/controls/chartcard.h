#pragma once

#include "presentation/charttable.h"
#include "widgets/controls/card.h"

#include <functional>

class Button;
class ChartTableModel;
class DataTable;
class QStackedWidget;
class TextLabel;

/// A chart as it is saved: both forms, so that whoever writes the file may choose.
struct ChartPicture
{
    QString title;
    QByteArray png;
    QByteArray svg;
};

/// A card around a chart: its title, what its numbers are, and a menu that saves the picture or the numbers
/// or shows the numbers as a table instead.
class ChartCard final : public Card
{
    Q_OBJECT

public:
    /// `numbers` answers what the chart shows now.
    ChartCard(const QString &title, const QString &unit, QWidget *chart, std::function<ChartTable()> numbers,
              QWidget *parent = nullptr);

    /// What its numbers are.
    void setUnit(const QString &unit);
    /// In place of the chart while there is nothing to show; the menu rests too.
    void setEmpty(const QString &sentence);
    void setFilled();

    /// After the chart changed: a table that is shown follows.
    void refreshTable();
    bool isTableShown() const;
    void setTableShown(bool shown);

signals:
    void pictureWanted(const ChartPicture &picture);
    void numbersWanted(const QString &title, const ChartTable &numbers);

private:
    void showMenu();
    ChartPicture picture() const;

    QString m_title;
    QWidget *m_chart;
    std::function<ChartTable()> m_numbers;
    TextLabel *m_unit;
    Button *m_more;
    ChartTableModel *m_model;
    DataTable *m_table;
    TextLabel *m_nothing;
    QStackedWidget *m_stack;
    bool m_wantsTable = false;
    bool m_isEmpty = false;
};
