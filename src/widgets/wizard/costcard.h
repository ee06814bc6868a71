#pragma once

#include "domain/cost.h"
#include "widgets/controls/card.h"

#include <optional>

class Button;
class QGridLayout;
class TextLabel;

/// What a campaign will cost: what that rests on, and the dearest countries; or that no rate card tells.
class CostCard final : public Card
{
    Q_OBJECT

public:
    explicit CostCard(QWidget *parent = nullptr);

    /// Nothing: there is no rate card for it.
    void setEstimate(const std::optional<CostEstimate> &estimate);

signals:
    void ratesRequested();

private:
    void showRows(const CostEstimate &estimate);

    TextLabel *m_words;
    QWidget *m_table;
    QGridLayout *m_grid;
    Button *m_rates;
};
