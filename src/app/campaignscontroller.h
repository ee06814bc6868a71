#pragma once

#include "app/workbench.h"
#include "domain/campaign.h"
#include "engine/sender.h"
#include "presentation/campaigntablemodel.h"

#include <QHash>
#include <QObject>

class CampaignsPage;
class PacedRead;

/// The list of campaigns, live: the engine's reports go straight into their rows; what others write is read
/// again for the campaigns that can still change, and the whole list only when there are more or fewer of
/// them.
class CampaignsController : public QObject
{
    Q_OBJECT

public:
    CampaignsController(const Workbench &bench, QObject *parent);

    CampaignsPage &page() { return *m_page; }
    const CampaignTableModel &campaigns() const { return m_model; }
    /// How many campaigns are repeated.
    int repeated() const { return m_repeated; }

public slots:
    void load();
    /// Something has changed.
    void refresh();
    void showCampaign(const Campaign &campaign);
    void showProgress(const ProgressReport &report);
    void dropCampaign(CampaignId id);
    void select(CampaignId id);

signals:
    void listChanged();

private:
    struct Reading;

    void readChanges(std::function<void()> ended);
    void show(const Reading &reading);
    std::vector<CampaignId> changing() const;

    Workbench m_bench;
    CampaignTableModel m_model;
    CampaignsPage *m_page;
    PacedRead *m_changes;
    QHash<CampaignId, double> m_speeds; ///< messages a second, of those that are sending
    CampaignId m_selectLater;
    int m_repeated = 0;
    bool m_isLoaded = false;
};
