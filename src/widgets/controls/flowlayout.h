#pragma once

#include <QLayout>
#include <QWidget>

#include <initializer_list>
#include <vector>

/// Places widgets in reading order and goes on in a new row where there is no more room. Within a row they
/// are centred.
class FlowLayout : public QLayout
{
    Q_OBJECT

public:
    explicit FlowLayout(int horizontalGap = 8, int verticalGap = 8, QWidget *parent = nullptr);
    ~FlowLayout() override;

    void addItem(QLayoutItem *item) override;
    int count() const override { return static_cast<int>(m_items.size()); }
    QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;

    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;

private:
    /// Returns the height that the items take; moves them only when asked to.
    int arrange(const QRect &rect, bool moves) const;

    std::vector<QLayoutItem *> m_items;
    int m_horizontalGap;
    int m_verticalGap;
};

/// A sentence of words and controls, which wraps like one; without margins.
FlowLayout *wrappingRow(std::initializer_list<QWidget *> widgets, int horizontalGap = 10);

/// Cards of equal width in a row: all of them, or half as many, or a quarter, as there is room.
class CardGrid : public QWidget
{
    Q_OBJECT

public:
    explicit CardGrid(int narrowestCard, int gap = 12, QWidget *parent = nullptr);

    void addCard(QWidget *card);
    int columnCount() const { return columnsFor(width()); }

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    int columnsFor(int width) const;
    int cardHeight() const;
    std::vector<QWidget *> shownCards() const;
    void arrange();

    std::vector<QWidget *> m_cards;
    int m_narrowestCard;
    int m_gap;
};
