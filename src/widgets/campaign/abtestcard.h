#pragma once

#include "presentation/abtestoverview.h"

#include <QWidget>

#include <utility>
#include <vector>

class Button;
class ChartCard;
class FlowLayout;
class IntervalChart;
class TextLabel;
class ToneIcon;
struct ChartPicture;

/// The versions of an A/B test side by side: how well each did and how sure that is, what the figures tell,
/// and the buttons by which a person chooses one for the rest. Asks before anything is sent.
class AbTestCard final : public QWidget
{
    Q_OBJECT

public:
    explicit AbTestCard(QWidget *parent = nullptr);

    void setOverview(const AbTestOverview &overview);

signals:
    /// A person wants this version, counted from 0, to go to the rest.
    void versionChosen(int version);
    /// Its campaign is to be opened.
    void campaignRequested(CampaignId campaign);
    void pictureWanted(const ChartPicture &picture);
    void numbersWanted(const QString &title, const ChartTable &numbers);

private:
    void refreshButtons();
    void askBeforeChoosing(int version);
    void openVersion(int row);

    AbTestOverview m_overview;
    std::vector<std::pair<int, QString>> m_choices; ///< place and name of the versions that have a button
    IntervalChart *m_chart;
    ChartCard *m_card;
    ToneIcon *m_icon;
    TextLabel *m_verdict;
    TextLabel *m_next;
    QWidget *m_buttons;
    FlowLayout *m_buttonFlow;
};
