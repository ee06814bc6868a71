#pragma once

#include "domain/proportion.h"
#include "widgets/controls/rowchart.h"

#include <QString>

#include <vector>

struct IntervalRow
{
    QString name;
    QString secondLine;
    Share share;
    bool isChosen = false;
};

/// Shares below each other: a dot, and the whisker in which the true share lies 19 times in 20. Of too few
/// people it is a hollow gray one and says how many are needed.
class IntervalChart final : public RowChart
{
    Q_OBJECT

public:
    explicit IntervalChart(const QString &name, QWidget *parent = nullptr);

    void setRows(std::vector<IntervalRow> rows);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {320, sizeHint().height()}; }

protected:
    int rowCount() const override { return static_cast<int>(m_rows.size()); }
    int rowHeight() const override;
    QString rowWords(int row) const override;
    void paintEvent(QPaintEvent *event) override;

private:
    void paintAxis(QPainter *painter, const QRect &plot) const;
    void paintRow(QPainter *painter, int row, const QRect &plot) const;
    double placeOf(double share, const QRect &plot) const;

    std::vector<IntervalRow> m_rows;
    double m_low = 0;
    double m_high = 1;
};
