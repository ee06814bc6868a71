#include "widgets/controls/datatable.h"

#include "widgets/controls/button.h"
#include "widgets/controls/celldelegate.h"
#include "widgets/theme/theme.h"
#include "widgets/theme/typography.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kTintMilliseconds = 600;
constexpr int kTintTick = 100;
constexpr int kMostRememberedCells = 4000;

} // namespace

/// Repeats the heading of the pinned column over those that are scrolled under it.
class DataTable::Header final : public QHeaderView
{
public:
    explicit Header(DataTable &table)
        : QHeaderView{Qt::Horizontal, &table}
        , m_table{table}
    {
    }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QHeaderView::paintEvent(event);
        const int pinned = m_table.pinnedColumn();
        if (pinned < 0)
            return;
        const QRect place{m_table.pinnedRect().left(), 0, m_table.pinnedRect().width(), viewport()->height()};
        QPainter painter{viewport()};
        painter.setClipRect(place);
        paintSection(&painter, place, pinned);
    }

private:
    DataTable &m_table;
};

DataTable::DataTable(QWidget *parent)
    : QTableView{parent}
{
    setHorizontalHeader(new Header{*this});
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setItemDelegate(new CellDelegate{this});
    setCornerButtonEnabled(false);
    viewport()->setBackgroundRole(QPalette::Base);

    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setMinimumSectionSize(24);
    horizontalHeader()->setFixedHeight(scaledWithText(32));
    m_clock.start();
    connect(this, &QTableView::doubleClicked, this, &DataTable::rowOpened);
}

void DataTable::setModel(QAbstractItemModel *model)
{
    QTableView::setModel(model);
    m_shownTexts.clear();
    m_tintedUntil.clear();
    m_hoveredRow = -1;
    applyRowHeight();
    layOutColumns();
}

void DataTable::setRowHeight(int pixels)
{
    m_rowHeight = pixels;
    applyRowHeight();
}

void DataTable::setColumns(std::vector<TableColumn> columns)
{
    m_columns = std::move(columns);
    layOutColumns();
}

void DataTable::setSortable(bool on)
{
    horizontalHeader()->setSectionsClickable(on);
    horizontalHeader()->setSortIndicatorClearable(true);
    horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    setSortingEnabled(on);
}

void DataTable::setRowMenu(const QString &accessibleName)
{
    m_menuButton = Button::iconOnly(u"more"_s, accessibleName, viewport());
    m_menuButton->setKind(ButtonKind::Outlined);
    m_menuButton->setSmall(true);
    m_menuButton->setFocusPolicy(Qt::NoFocus); // the keyboard has Shift F10
    m_menuButton->resize(m_menuButton->sizeHint());
    m_menuButton->hide();
    connect(m_menuButton, &Button::clicked, this, [this] {
        const QModelIndex index = model()->index(m_hoveredRow, 0);
        if (!index.isValid())
            return;
        setCurrentIndex(index);
        emit rowMenuRequested(index, m_menuButton->mapToGlobal(QPoint{0, m_menuButton->height() + 4}));
    });
}

void DataTable::setMultiSelection(bool on)
{
    setSelectionMode(on ? QAbstractItemView::ExtendedSelection : QAbstractItemView::SingleSelection);
}

bool DataTable::isTinted(const QModelIndex &index) const
{
    return !m_tintedUntil.isEmpty() && m_tintedUntil.value(index, 0) > m_clock.elapsed();
}

QModelIndex DataTable::indexAt(const QPoint &position) const
{
    if (const int pinned = pinnedColumn(); pinned >= 0 && pinnedRect().contains(position))
        return model()->index(rowAt(position.y()), pinned);
    return QTableView::indexAt(position);
}

QRect DataTable::visualRect(const QModelIndex &index) const
{
    QRect rect = QTableView::visualRect(index);
    if (const int pinned = pinnedColumn(); pinned >= 0 && index.column() == pinned)
        rect.moveLeft(pinnedRect().left());
    return rect;
}

void DataTable::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    const int sideways = horizontalScrollBar()->value();
    QTableView::scrollTo(index, hint);
    const int pinned = pinnedColumn();
    if (pinned < 0)
        return;
    if (index.column() == pinned) {
        horizontalScrollBar()->setValue(sideways); // it is in view already
        return;
    }
    const QRect covered = pinnedRect().intersected(QTableView::visualRect(index));
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() - covered.width());
}

void DataTable::dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight,
                            const QList<int> &roles)
{
    QTableView::dataChanged(topLeft, bottomRight, roles);
    if (!isVisible())
        return;
    const int firstShown = rowAt(0);
    const int lastShown = rowAt(viewport()->height() - 1);
    const int first = std::max(topLeft.row(), firstShown < 0 ? 0 : firstShown);
    const int last = std::min(bottomRight.row(), lastShown < 0 ? model()->rowCount() - 1 : lastShown);
    if (m_shownTexts.size() > kMostRememberedCells)
        m_shownTexts.clear();
    for (int row = first; row <= last; ++row) {
        for (int column = topLeft.column(); column <= bottomRight.column(); ++column) {
            const QModelIndex cell = model()->index(row, column);
            const QString text = cell.data().toString();
            const auto known = m_shownTexts.find(cell);
            if (known != m_shownTexts.end() && *known == text)
                continue;
            if (known != m_shownTexts.end())
                m_tintedUntil.insert(cell, m_clock.elapsed() + kTintMilliseconds);
            m_shownTexts.insert(cell, text);
        }
    }
    if (!m_tintedUntil.isEmpty() && !m_tintTimer.isActive())
        m_tintTimer.start(kTintTick, this);
}

void DataTable::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    const int pinned = pinnedColumn();
    if (pinned < 0)
        return;
    const QRect place = pinnedRect();
    const QRect dirty = place.intersected(event->rect());
    if (dirty.isEmpty())
        return;
    const Theme &theme = Theme::of(this);
    QPainter painter{viewport()};
    painter.setClipRect(dirty);
    painter.fillRect(dirty, theme.surface);
    for (int row = rowAt(dirty.top()); row >= 0 && row < model()->rowCount(); ++row) {
        if (rowViewportPosition(row) > dirty.bottom())
            break;
        paintPinnedCell(&painter, model()->index(row, pinned));
    }
    const int edge = isRightToLeft() ? place.left() : place.right();
    painter.fillRect(QRect{edge, place.top(), 1, place.height()}, theme.border);
}

void DataTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    layOutColumns();
}

void DataTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::StyleChange) {
        horizontalHeader()->setFixedHeight(scaledWithText(32));
        applyRowHeight();
        layOutColumns();
    }
}

void DataTable::mouseMoveEvent(QMouseEvent *event)
{
    QTableView::mouseMoveEvent(event);
    setHoveredRow(rowAt(event->position().toPoint().y()));
}

void DataTable::leaveEvent(QEvent *event)
{
    QTableView::leaveEvent(event);
    setHoveredRow(-1);
}

void DataTable::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && event->modifiers() == Qt::NoModifier && currentIndex().isValid()) {
        emit rowOpened(currentIndex());
        return;
    }
    if (event->key() == Qt::Key_Delete && currentIndex().isValid()) {
        emit deleteRequested();
        return;
    }
    if (event->matches(QKeySequence::Copy)) {
        copy(false);
        return;
    }
    if (event->key() == Qt::Key_C && event->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier)) {
        copy(true);
        return;
    }
    if (event->key() == Qt::Key_F10 && event->modifiers() == Qt::ShiftModifier && currentIndex().isValid()) {
        emit rowMenuRequested(currentIndex(),
                              viewport()->mapToGlobal(visualRect(currentIndex()).bottomLeft()));
        return;
    }
    // Home and End mean the first and the last row; a letter is never a command here.
    if (event->key() == Qt::Key_Home || event->key() == Qt::Key_End) {
        const int row = event->key() == Qt::Key_Home ? 0 : model()->rowCount() - 1;
        if (row >= 0)
            setCurrentIndex(model()->index(row, std::max(0, currentIndex().column())));
        return;
    }
    QTableView::keyPressEvent(event);
}

void DataTable::contextMenuEvent(QContextMenuEvent *event)
{
    const bool isByKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = isByKey ? currentIndex() : indexAt(event->pos());
    if (!index.isValid())
        return;
    if (!selectionModel()->isSelected(index)) // or a choice of several would be lost
        setCurrentIndex(index);
    emit rowMenuRequested(
        index, isByKey ? viewport()->mapToGlobal(visualRect(index).bottomLeft()) : event->globalPos());
}

void DataTable::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_tintTimer.timerId()) {
        QTableView::timerEvent(event);
        return;
    }
    const qint64 now = m_clock.elapsed();
    for (auto cell = m_tintedUntil.begin(); cell != m_tintedUntil.end();) {
        if (*cell > now) {
            ++cell;
            continue;
        }
        if (cell.key().isValid())
            viewport()->update(visualRect(cell.key()));
        cell = m_tintedUntil.erase(cell);
    }
    if (m_tintedUntil.isEmpty())
        m_tintTimer.stop();
}

void DataTable::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    // Whoever tabs in lands on a row, not on nothing.
    const bool isByKey = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    if (isByKey && !currentIndex().isValid() && model() && model()->rowCount() > 0)
        setCurrentIndex(model()->index(0, 0));
}

void DataTable::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    if (dx != 0) { // what was scrolled along includes the column that stays
        viewport()->update();
        horizontalHeader()->viewport()->update();
    }
    // The row under a resting pointer is another one now.
    const QPoint pointer = viewport()->mapFromGlobal(QCursor::pos());
    setHoveredRow(viewport()->rect().contains(pointer) && viewport()->underMouse() ? rowAt(pointer.y()) : -1);
    placeMenuButton();
}

int DataTable::pinnedColumn() const
{
    if (!model() || horizontalScrollBar()->value() == horizontalScrollBar()->minimum())
        return -1;
    const QHeaderView *header = horizontalHeader();
    for (int visual = 0; visual < header->count(); ++visual) {
        const int logical = header->logicalIndex(visual);
        if (!header->isSectionHidden(logical))
            return logical;
    }
    return -1;
}

QRect DataTable::pinnedRect() const
{
    const int pinnedWidth = columnWidth(pinnedColumn());
    return QStyle::visualRect(layoutDirection(), viewport()->rect(),
                              QRect{0, 0, pinnedWidth, viewport()->height()});
}

void DataTable::paintPinnedCell(QPainter *painter, const QModelIndex &index)
{
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    option.rect = QRect{pinnedRect().left(), rowViewportPosition(index.row()), pinnedRect().width(),
                        rowHeight(index.row())};
    option.state.setFlag(QStyle::State_Selected, selectionModel()->isSelected(index));
    option.state.setFlag(QStyle::State_HasFocus, hasFocus() && index == currentIndex());
    itemDelegateForIndex(index)->paint(painter, option, index);
}

void DataTable::applyRowHeight()
{
    verticalHeader()->setMinimumSectionSize(scaledWithText(m_rowHeight));
    verticalHeader()->setDefaultSectionSize(scaledWithText(m_rowHeight));
}

void DataTable::layOutColumns()
{
    if (!model() || m_columns.empty())
        return;
    const int room = viewport()->width();
    int needed = 0;
    int stretching = 0;
    for (const TableColumn &column : m_columns) {
        needed += scaledWithText(column.width);
        stretching += column.stretches ? 1 : 0;
    }
    int lastHidden = 0;
    int mostHidden = 0;
    for (const TableColumn &column : m_columns)
        mostHidden = std::max(mostHidden, column.hideOrder);
    while (needed > room && lastHidden < mostHidden) {
        ++lastHidden;
        for (const TableColumn &column : m_columns) {
            if (column.hideOrder == lastHidden)
                needed -= scaledWithText(column.width);
        }
    }
    const int share = stretching > 0 ? std::max(0, room - needed) / stretching : 0;
    for (const TableColumn &column : m_columns) {
        const bool isHidden = column.hideOrder > 0 && column.hideOrder <= lastHidden;
        setColumnHidden(column.column, isHidden);
        if (!isHidden)
            setColumnWidth(column.column, scaledWithText(column.width) + (column.stretches ? share : 0));
    }
}

void DataTable::setHoveredRow(int row)
{
    if (m_hoveredRow == row)
        return;
    const int before = m_hoveredRow;
    m_hoveredRow = row;
    updateRow(before);
    updateRow(row);
    placeMenuButton();
}

void DataTable::placeMenuButton()
{
    if (!m_menuButton)
        return;
    m_menuButton->setVisible(m_hoveredRow >= 0);
    if (m_hoveredRow < 0)
        return;
    const int x =
        layoutDirection() == Qt::LeftToRight ? viewport()->width() - m_menuButton->width() - 12 : 12;
    m_menuButton->move(
        x, rowViewportPosition(m_hoveredRow) + (rowHeight(m_hoveredRow) - m_menuButton->height()) / 2);
}

void DataTable::updateRow(int row)
{
    if (row >= 0)
        viewport()->update(0, rowViewportPosition(row), viewport()->width(), rowHeight(row));
}

void DataTable::copy(bool wholeRow) const
{
    if (!currentIndex().isValid())
        return;
    QStringList texts;
    if (wholeRow) {
        for (int column = 0; column < model()->columnCount(); ++column)
            texts += model()->index(currentIndex().row(), column).data().toString();
    } else {
        texts += currentIndex().data().toString();
    }
    QApplication::clipboard()->setText(texts.join(u'\t'));
}
