#pragma once

#include "presentation/charttable.h"
#include "widgets/controls/rowchart.h"
#include "widgets/theme/theme.h"

#include <QString>
#include <QWidget>

#include <vector>

/// One step of a funnel: how many people got this far.
struct FunnelStep
{
    QString name;
    qint64 count = 0;
    Tone tone = Tone::Blue;
};

/// How many people got how far, each step as a bar against the first one, with its share of the step above.
class FunnelChart : public RowChart
{
    Q_OBJECT

public:
    explicit FunnelChart(QWidget *parent = nullptr);

    void setSteps(std::vector<FunnelStep> steps);
    ChartTable numbers() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {240, sizeHint().height()}; }

protected:
    int rowCount() const override { return static_cast<int>(m_steps.size()); }
    int rowHeight() const override;
    void paintEvent(QPaintEvent *event) override;

private:
    QString shareOf(size_t step) const;

    std::vector<FunnelStep> m_steps;
};
