#pragma once

#include "presentation/campaignoverview.h"
#include "widgets/controls/chartcard.h"
#include "widgets/controls/textlabel.h"

#include <QWidget>

#include <map>
#include <optional>
#include <vector>

class FigureCard;
class FunnelChart;
class QBoxLayout;
class TimelineChart;

/// The figures of a campaign: a row of cards, the funnel and the time line. Pressing a card opens its people.
class CampaignFiguresPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit CampaignFiguresPanel(QWidget *parent = nullptr);

    void showCounts(const CampaignCounts &counts, const ReachedCounts &reached);
    void showTimeline(const std::vector<TimelineSeries> &lines);
    /// What the figures cannot tell, in sentences; none: nothing is to be said.
    void showNotes(const QStringList &notes);

signals:
    /// Nothing: everybody.
    void peopleRequested(std::optional<RecipientStatus> status);
    /// Everybody who got at least so far; nothing: everybody.
    void stepRequested(std::optional<RecipientStatus> step);
    void resolveRequested();
    void pictureWanted(const ChartPicture &picture);
    void numbersWanted(const QString &title, const ChartTable &numbers);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void open(Figure figure);
    /// Side by side, or one below the other where there is too little room.
    void arrangeCharts();

    std::map<Figure, FigureCard *> m_cards;
    std::vector<std::optional<RecipientStatus>> m_steps; ///< of the funnel
    std::map<Figure, TextLabel::Ink> m_inks; ///< so that cards are painted only when they change
    TextLabel *m_notes;
    QBoxLayout *m_charts;
    FunnelChart *m_funnel;
    TimelineChart *m_timeline;
    ChartCard *m_funnelCard = nullptr;
    ChartCard *m_timelineCard = nullptr;
};
