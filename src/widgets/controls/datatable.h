#pragma once

#include <QBasicTimer>
#include <QElapsedTimer>
#include <QHash>
#include <QTableView>

#include <vector>

class Button;

/// How wide one column of a DataTable is.
struct TableColumn
{
    int column = 0;
    int width = 80; ///< pixels at 100 % text size
    bool stretches = false; ///< shares the room that is left
    int hideOrder = 0; ///< above 0: hidden when room is short, 1 first
};

/// A table in the product's look: quiet header, hairlines between rows, a whole row under the pointer and the
/// choice. One stop for the Tab key; arrows inside. Cells are painted by CellDelegate and its kin. Where the
/// columns do not fit, it scrolls sideways under its first column, which stays.
class DataTable : public QTableView
{
    Q_OBJECT

public:
    explicit DataTable(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    /// 48 for two lines, 40 and 36 for one.
    void setRowHeight(int pixels);
    void setColumns(std::vector<TableColumn> columns);
    /// A click on a header orders by that column; a third one gives the model's own order back.
    void setSortable(bool on);
    /// A "more" button at the end of the row under the pointer opens the row's menu.
    void setRowMenu(const QString &accessibleName);
    /// Rows may be marked in numbers (Space, Shift and Ctrl).
    void setMultiSelection(bool on);

    QModelIndex indexAt(const QPoint &position) const override;
    QRect visualRect(const QModelIndex &index) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;

    int hoveredRow() const { return m_hoveredRow; }
    /// Whether the cell changed a moment ago and still shows it.
    bool isTinted(const QModelIndex &index) const;

signals:
    /// Right click, the menu key or Shift F10 on a row.
    void rowMenuRequested(const QModelIndex &index, const QPoint &globalPosition);
    /// Enter or a double click.
    void rowOpened(const QModelIndex &index);
    void deleteRequested();

protected:
    void dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight,
                     const QList<int> &roles) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    class Header;

    /// The first column while others are scrolled under it; -1 while it is in its place.
    int pinnedColumn() const;
    /// From the top to the bottom of the viewport.
    QRect pinnedRect() const;
    void paintPinnedCell(QPainter *painter, const QModelIndex &index);
    void applyRowHeight();
    void layOutColumns();
    void placeMenuButton();
    void setHoveredRow(int row);
    void updateRow(int row);
    void copy(bool wholeRow) const;

    std::vector<TableColumn> m_columns;
    int m_rowHeight = 48;
    int m_hoveredRow = -1;
    Button *m_menuButton = nullptr;

    QElapsedTimer m_clock;
    QBasicTimer m_tintTimer;
    QHash<QPersistentModelIndex, QString> m_shownTexts; ///< of the rows that were on screen lately
    QHash<QPersistentModelIndex, qint64> m_tintedUntil;
};
