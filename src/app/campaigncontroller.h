#pragma once

#include "app/workbench.h"
#include "base/result.h"
#include "domain/campaign.h"
#include "engine/sender.h"
#include "presentation/campaignchoices.h"
#include "presentation/campaignoverview.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <optional>

class CampaignCommands;
class CampaignPage;
class PacedRead;
class RecipientLister;

/// The page of one campaign: its figures as the engine reports them, its people as they are looked at, its
/// log.
class CampaignController : public QObject
{
    Q_OBJECT

public:
    CampaignController(const Workbench &bench, CampaignCommands &commands, QObject *parent);

    void open(CampaignId id);
    bool isShowing(CampaignId id) const;
    /// Something has changed.
    void refresh();
    void showCampaign(const Campaign &campaign);
    void showProgress(const ProgressReport &report);
    void showWaiting(CampaignId id, const StateReason &reason);
    void showActionError(const QString &title, const Error &error);
    /// It was deleted.
    void close(CampaignId id);

signals:
    void closed();
    void editRequested(CampaignId id);
    void repeatRequested(CampaignId id);
    void exportRequested(CampaignId id, ResultsFormat format);

private:
    struct Reading;

    void connectActions(CampaignCommands &commands);
    void connectPeople();
    void read(std::function<void()> ended);
    void show(const Reading &reading);
    void refreshPeople(const CampaignCounts &counts);
    void readActivity(std::function<void()> ended);

    Workbench m_bench;
    CampaignPage *m_page;
    RecipientLister *m_lister;
    PacedRead *m_figures;
    PacedRead *m_activity;
    CampaignId m_shown;
    Campaign m_campaign;
    RecipientFilter m_filter;
    bool m_showsActivity = false;
    qint64 m_lastActivity = 0; ///< the newest line that the page has
    QTimer m_notesTimer; ///< reads again when the first events should have come
    QHash<CampaignId, LiveProgress> m_live; ///< as the engine last told
};
