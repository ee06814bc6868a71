#pragma once

#include "base/clock.h"
#include "presentation/campaignoverview.h"
#include "widgets/controls/card.h"

class QLabel;
class StackedBar;
class TextLabel;

/// How far a campaign is: the settled share, its speed, what remains, when it ends, and everybody in one bar.
class ProgressCard final : public Card
{
    Q_OBJECT

public:
    explicit ProgressCard(const Clock &clock, QWidget *parent = nullptr);

    void showCounts(CampaignState state, const CampaignCounts &counts);
    void showLive(CampaignState state, const LiveProgress &live);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refreshLive();

    const Clock &m_clock;
    CampaignState m_state = CampaignState::Draft;
    CampaignCounts m_counts;
    LiveProgress m_live;

    TextLabel *m_percent;
    TextLabel *m_settled;
    QWidget *m_speedIcon;
    QLabel *m_speed;
    QLabel *m_remaining;
    QLabel *m_end;
    StackedBar *m_bar;
};
