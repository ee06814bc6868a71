#pragma once

#include "presentation/audience.h"

#include <QWidget>

#include <optional>
#include <vector>

class QButtonGroup;
class QHBoxLayout;

/// The counts of a checked file in a row of cells; each is a filter of the rows below.
class CountFilters final : public QWidget
{
    Q_OBJECT

public:
    explicit CountFilters(QWidget *parent = nullptr);

    void setCounts(const AudienceCounts &counts);
    /// Nothing: all rows.
    std::optional<AudienceVerdict> verdict() const;
    void setVerdict(std::optional<AudienceVerdict> verdict);
    /// At the end of the row.
    void addTrailing(QWidget *widget);

signals:
    void verdictChosen(std::optional<AudienceVerdict> verdict);

private:
    class Cell;

    QButtonGroup *m_group;
    std::vector<Cell *> m_cells;
    QHBoxLayout *m_row;
};
