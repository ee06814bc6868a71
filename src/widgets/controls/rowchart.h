#pragma once

#include <QString>
#include <QWidget>

/// A chart whose marks stand below each other, a row for each. The row under the pointer, or where the arrow
/// keys have led, is told in words; pressing it, or Enter, chooses it.
class RowChart : public QWidget
{
    Q_OBJECT

public:
    explicit RowChart(QWidget *parent = nullptr);

    /// -1: none.
    int markedRow() const { return m_marked; }

signals:
    /// Counted from 0.
    void rowChosen(int row);

protected:
    virtual int rowCount() const = 0;
    virtual int rowHeight() const = 0;
    /// All that the row tells; empty: nothing beyond what is painted.
    virtual QString rowWords(int row) const;

    /// Behind the row that is marked.
    void paintMark(QPainter *painter) const;

    /// What stands over the bar of a row.
    struct Line
    {
        QString name;
        QString figure;
        QString share; ///< of the whole
        bool isChosen = false;
    };
    static constexpr int kBarHeight = 8;
    static constexpr int kUnderWords = 4; ///< room between a line and its bar

    /// The name leads, the figure and its share trail; where the bar under it begins.
    int paintLine(QPainter *painter, int row, const Line &line) const;
    /// A rounded bar in a rectangle of a left-to-right chart.
    void paintBar(QPainter *painter, const QRect &bar, const QColor &color) const;

    bool event(QEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    int rowAt(QPoint point) const;
    void mark(int row);

    int m_marked = -1;
};
