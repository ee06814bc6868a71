#pragma once

#include "presentation/figurewords.h"

#include <QWidget>

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

signals:
    /// The people who failed for this reason are wanted.
    void reasonRequested(const QString &errorCode, const QString &words);
    void retryRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fillFacts(const std::vector<FigureLine> &times, const std::vector<FigureLine> &prices);
    void fillReasons(const std::vector<ReasonLine> &reasons);

    std::vector<FigureLine> m_times;
    std::vector<FigureLine> m_prices;
    std::vector<ReasonLine> m_reasons; ///< as shown, so that nothing is built twice

    QBoxLayout *m_cards;
    Card *m_factsCard;
    Card *m_reasonsCard;
    QVBoxLayout *m_facts;
    QVBoxLayout *m_reasonRows;
};
