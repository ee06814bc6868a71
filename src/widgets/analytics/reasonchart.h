#pragma once

#include "domain/analytics.h"
#include "widgets/controls/rowchart.h"

#include <vector>

/// Why people failed: a bar for each reason, and beside it small columns that tell when.
class ReasonChart final : public RowChart
{
    Q_OBJECT

public:
    explicit ReasonChart(QWidget *parent = nullptr);

    /// The commonest first. `chosen`: the code that everything else is filtered by.
    void setReasons(std::vector<FailureReason> reasons, const QString &chosen);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {220, sizeHint().height()}; }

protected:
    int rowCount() const override { return static_cast<int>(m_reasons.size()); }
    int rowHeight() const override;
    QString rowWords(int row) const override;
    void paintEvent(QPaintEvent *event) override;

private:
    void paintRow(QPainter *painter, int row) const;
    void paintWhen(QPainter *painter, const FailureReason &reason, const QRect &place) const;

    std::vector<FailureReason> m_reasons;
    QString m_chosen;
    int m_people = 0;
};
