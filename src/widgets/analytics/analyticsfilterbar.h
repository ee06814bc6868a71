#pragma once

#include "presentation/analyticswords.h"

#include <QWidget>

#include <vector>

class FlowLayout;

/// What the figures are filtered by since somebody pressed a mark; each filter can be taken off, and all of
/// them together. Hidden while there is none.
class AnalyticsFilterBar final : public QWidget
{
    Q_OBJECT

public:
    explicit AnalyticsFilterBar(QWidget *parent = nullptr);

    void setFilters(const std::vector<FilterWords> &filters);

signals:
    void removed(MarkFilter filter);
    void cleared();

private:
    void addChip(const FilterWords &filter);

    FlowLayout *m_row;
    std::vector<FilterWords> m_filters;
};
