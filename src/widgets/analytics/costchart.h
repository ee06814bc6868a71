#pragma once

#include "presentation/costwords.h"
#include "widgets/controls/rowchart.h"

#include <vector>

/// What messages cost: a bar for each country, of a part for each category, and under them what the colours
/// mean.
class CostChart final : public RowChart
{
    Q_OBJECT

public:
    explicit CostChart(QWidget *parent = nullptr);

    void setBars(std::vector<CostBar> bars);
    const std::vector<CostBar> &bars() const { return m_bars; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {220, sizeHint().height()}; }

protected:
    int rowCount() const override { return static_cast<int>(m_bars.size()); }
    int rowHeight() const override;
    QString rowWords(int row) const override { return m_bars[static_cast<size_t>(row)].words; }
    void paintEvent(QPaintEvent *event) override;

private:
    void paintRow(QPainter *painter, int row) const;
    void paintLegend(QPainter *painter) const;

    std::vector<CostBar> m_bars;
    std::vector<PriceCategory> m_categories; ///< that any bar has
};
