#pragma once

#include "presentation/costwords.h"
#include "presentation/figurewords.h"

#include <QWidget>

class Button;
class Card;
class QBoxLayout;
class QVBoxLayout;

/// What stands below a campaign's charts: how long people took and what was charged for, and why some failed,
/// each reason with what to do about it. Cards with nothing to say are not there.
class CampaignDetailsPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit CampaignDetailsPanel(QWidget *parent = nullptr);

    void showFigures(const FigureSet &figures);
    void showMoney(const CampaignMoney &money);
    /// Whether there may be revenue to record.
    void setMayEarn(bool mayEarn);

signals:
    /// The people who failed for this reason are wanted.
    void reasonRequested(const QString &errorCode, const QString &words);
    void retryRequested();
    void revenueRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fillFacts();
    void refresh();
    void fillReasons(const std::vector<ReasonLine> &reasons);

    std::vector<FigureLine> m_times;
    std::vector<FigureLine> m_prices;
    std::vector<FigureLine> m_money;
    std::vector<ReasonLine> m_reasons; ///< as shown, so that nothing is built twice

    QBoxLayout *m_cards;
    Card *m_factsCard;
    Card *m_reasonsCard;
    QVBoxLayout *m_facts;
    Button *m_recordRevenue;
    bool m_mayEarn = false;
    QVBoxLayout *m_reasonRows;
};
