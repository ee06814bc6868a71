#include "widgets/controls/flowlayout.h"

#include "widgets/theme/typography.h"

#include <QEvent>
#include <QStyle>
#include <QWidget>

#include <algorithm>

FlowLayout::FlowLayout(int horizontalGap, int verticalGap, QWidget *parent)
    : QLayout{parent}
    , m_horizontalGap{horizontalGap}
    , m_verticalGap{verticalGap}
{
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout()
{
    for (QLayoutItem *item : m_items)
        delete item;
}

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items.push_back(item);
}

QLayoutItem *FlowLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items[static_cast<size_t>(index)] : nullptr;
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    QLayoutItem *item = itemAt(index);
    if (item)
        m_items.erase(m_items.begin() + index);
    return item;
}

int FlowLayout::heightForWidth(int width) const
{
    return arrange({0, 0, width, 0}, false);
}

QSize FlowLayout::sizeHint() const
{
    int width = 0;
    int height = 0;
    for (const QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        width += item->sizeHint().width() + (width > 0 ? m_horizontalGap : 0);
        height = std::max(height, item->sizeHint().height());
    }
    return {width, height};
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem *item : m_items)
        size = size.expandedTo(item->minimumSize());
    return size;
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

int FlowLayout::arrange(const QRect &rect, bool moves) const
{
    const Qt::LayoutDirection direction =
        parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    struct Place
    {
        QLayoutItem *item;
        QRect rect;
    };
    std::vector<Place> row;
    int x = rect.left();
    int y = rect.top();
    int rowHeight = 0;
    const auto endRow = [&] {
        for (const Place &place : row) {
            if (moves)
                place.item->setGeometry(QStyle::visualRect(
                    direction, rect, place.rect.translated(0, (rowHeight - place.rect.height()) / 2)));
        }
        row.clear();
    };
    for (QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize size = item->sizeHint();
        if (!row.empty() && x + size.width() > rect.left() + rect.width()) {
            endRow();
            x = rect.left();
            y += rowHeight + m_verticalGap;
            rowHeight = 0;
        }
        row.push_back({
            item, {QPoint{x, y}, size}
        });
        x += size.width() + m_horizontalGap;
        rowHeight = std::max(rowHeight, size.height());
    }
    endRow();
    return y + rowHeight - rect.top();
}

FlowLayout *wrappingRow(std::initializer_list<QWidget *> widgets, int horizontalGap)
{
    auto *row = new FlowLayout{horizontalGap, 8};
    row->setContentsMargins(0, 0, 0, 0);
    for (QWidget *widget : widgets)
        row->addWidget(widget);
    return row;
}

CardGrid::CardGrid(int narrowestCard, int gap, QWidget *parent)
    : QWidget{parent}
    , m_narrowestCard{narrowestCard}
    , m_gap{gap}
{
    QSizePolicy policy{QSizePolicy::Expanding, QSizePolicy::Preferred};
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void CardGrid::addCard(QWidget *card)
{
    card->setParent(this);
    card->installEventFilter(this);
    m_cards.push_back(card);
    updateGeometry();
}

int CardGrid::heightForWidth(int width) const
{
    const int cards = static_cast<int>(shownCards().size());
    if (cards == 0)
        return 0;
    const int columns = columnsFor(width);
    const int rows = (cards + columns - 1) / columns;
    return rows * cardHeight() + (rows - 1) * m_gap;
}

QSize CardGrid::sizeHint() const
{
    const int width = static_cast<int>(shownCards().size()) * (scaledWithText(m_narrowestCard) + m_gap);
    return {width, heightForWidth(width)};
}

QSize CardGrid::minimumSizeHint() const
{
    return {2 * scaledWithText(m_narrowestCard) + m_gap, cardHeight()};
}

void CardGrid::resizeEvent(QResizeEvent *)
{
    arrange();
}

bool CardGrid::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShowToParent || event->type() == QEvent::HideToParent) {
        updateGeometry();
        arrange();
    }
    return QWidget::eventFilter(watched, event);
}

int CardGrid::columnsFor(int width) const
{
    const int cards = std::max(1, static_cast<int>(shownCards().size()));
    const int narrowest = scaledWithText(m_narrowestCard);
    int columns = cards;
    while (columns > 2 && columns * narrowest + (columns - 1) * m_gap > width)
        columns = (columns + 1) / 2;
    return columns;
}

int CardGrid::cardHeight() const
{
    int height = 0;
    for (const QWidget *card : m_cards)
        height = std::max(height, card->sizeHint().height());
    return height;
}

std::vector<QWidget *> CardGrid::shownCards() const
{
    std::vector<QWidget *> shown;
    for (QWidget *card : m_cards) {
        if (!card->isHidden())
            shown.push_back(card);
    }
    return shown;
}

void CardGrid::arrange()
{
    const std::vector<QWidget *> cards = shownCards();
    const int columns = columnsFor(width());
    const double cardWidth = (width() - (columns - 1) * m_gap) / double(columns);
    const int height = cardHeight();
    for (size_t i = 0; i < cards.size(); ++i) {
        const int column = static_cast<int>(i) % columns;
        const int row = static_cast<int>(i) / columns;
        const int left = static_cast<int>(column * (cardWidth + m_gap));
        const int right = static_cast<int>(column * (cardWidth + m_gap) + cardWidth);
        const QRect place{left, row * (height + m_gap), right - left, height};
        cards[i]->setGeometry(QStyle::visualRect(layoutDirection(), rect(), place));
    }
}
