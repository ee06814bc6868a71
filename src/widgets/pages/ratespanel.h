#pragma once

#include "base/clock.h"
#include "domain/ratecard.h"

#include <QWidget>

#include <vector>

class Card;
class DataTable;
class QVBoxLayout;
class RateTableModel;
class StatePanel;
class TextLabel;

/// A rate card as the settings show it.
struct RateCardView
{
    RateCard card;
    bool isInForce = false;
};

/// The settings about prices: the rate cards that are here, what one says, and the way to import one.
class RatesPanel : public QWidget
{
    Q_OBJECT

public:
    explicit RatesPanel(QWidget *parent = nullptr);

    void setCards(std::vector<RateCardView> cards);

signals:
    void importRequested();
    /// Asked and answered.
    void removeRequested(qint64 card);

private:
    QWidget *makeLine(const RateCardView &view);
    void showPrices(const RateCard &card);
    void askToRemove(const RateCard &card);

    std::vector<RateCardView> m_cards;
    Card *m_list;
    StatePanel *m_empty;
    Card *m_prices;
    TextLabel *m_pricesTitle;
    RateTableModel *m_model;
    DataTable *m_table;
};
