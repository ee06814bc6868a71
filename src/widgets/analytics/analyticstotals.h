#pragma once

#include "domain/analytics.h"
#include "widgets/controls/flowlayout.h"

#include <array>

class FigureCard;

/// How many people got how far, on a card for each step, with the light for opt-outs.
class AnalyticsTotals final : public CardGrid
{
    Q_OBJECT

public:
    explicit AnalyticsTotals(QWidget *parent = nullptr);

    void setTotals(const StepCounts &total);

private:
    std::array<FigureCard *, 6> m_cards{};
};
