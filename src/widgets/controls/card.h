#pragma once

#include "widgets/theme/fanfarestyle.h"

#include <QFrame>

class QVBoxLayout;

/// A white sheet with a one-pixel edge. `padding` is 16 for cards, 12 for small ones, 20 to 24 for forms, 0
/// for tables.
class Card : public QFrame
{
    Q_OBJECT

public:
    explicit Card(int padding = 16, QWidget *parent = nullptr);

    QVBoxLayout *column() const { return m_column; }

private:
    QVBoxLayout *m_column;
};

/// Keeps the corners of a frame round where what lies in it fills it to the edge.
class FrameEdge final : public QWidget
{
    Q_OBJECT

public:
    explicit FrameEdge(QFrame *frame);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
};

/// A one-pixel line between groups.
class Hairline : public QWidget
{
    Q_OBJECT

public:
    explicit Hairline(Qt::Orientation orientation = Qt::Horizontal, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};
