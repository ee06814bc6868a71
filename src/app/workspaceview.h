#pragma once

#include "app/surroundings.h"
#include "app/workbench.h"
#include "base/result.h"
#include "workspace/workspace.h"

#include <QWidget>

#include <memory>

class AnalyticsController;
class BackupController;
class CampaignCommands;
class CampaignController;
class CampaignsController;
class ContactImportController;
class ContactsController;
class DirectMessenger;
class DeliveryEventsController;
class RelayController;
class DuplicatesController;
class EngineController;
class FirstStartPage;
class InboxController;
class QMenu;
class QStackedWidget;
class RatesController;
class ReportsController;
class ResultsExport;
class ScheduleController;
class SegmentsController;
class SettingsController;
class StatusController;
class TemplatesController;
class WizardController;

/// One open workspace: its background work, its keys, its engine, its pages, and who connects them.
class WorkspaceView : public QWidget
{
    Q_OBJECT

public:
    WorkspaceView(const Workspace &workspace, const Surroundings &surroundings, QWidget *parent = nullptr);
    ~WorkspaceView() override;

    const Workspace &workspace() const { return m_workspace; }
    /// This window's engine is sending a campaign.
    bool isSending() const;
    /// Campaigns whose time will come while the program runs.
    int scheduledCampaigns() const;
    /// Campaigns that are made again and again while the program runs.
    int repeatedCampaigns() const;
    /// People of the campaigns being sent who have not got their message yet.
    int peopleLeft() const;
    /// Saves what was typed and ends sending in an orderly way; `left` follows.
    void leave();
    /// The session ends: the same before this returns, as far as that is possible.
    void prepareForLogOut();
    /// The page on which a number is connected; in practice it asks for the workspace of one's own.
    void connectNumber();

signals:
    void left();
    void ownWorkspaceRequested();
    /// The same, and there the page on which a number is connected.
    void ownNumberRequested();
    void practiceRequested();
    void otherWorkspaceRequested();
    void folderRequested(const QString &folder);
    void restoreRequested(const QString &backup);

private:
    void addPlaces();
    void connectCampaigns();
    void connectWizard();
    void connectCampaign();
    void connectCommands();
    void connectSchedules();
    void connectContacts();
    void connectTemplates();
    void connectInbox();
    void connectSegments();
    void connectSettings();
    void connectEngine();
    void connectStatus();
    void buildWorkspaceMenu();

    void showHome();
    void refreshHome();
    void openCampaign(CampaignId id);
    void openSegments(QWidget *from);
    void exportResults(const std::vector<CampaignId> &ids);

    const Workspace m_workspace;
    Preferences &m_preferences;
    Surroundings m_surroundings;

    std::unique_ptr<CredentialVault> m_vault;
    std::unique_ptr<BackgroundDesk> m_desk;
    std::unique_ptr<AccountService> m_accounts;
    std::unique_ptr<DirectMessenger> m_messenger;
    std::unique_ptr<EngineHost> m_engine;
    std::unique_ptr<ChangeWatch> m_changes;
    /// The controllers with their models. They begin before the pages and end after them.
    std::unique_ptr<QObject> m_controllers;
    std::unique_ptr<MainWindow> m_window;

    CampaignCommands *m_commands;
    CampaignsController *m_campaigns;
    CampaignController *m_campaign;
    WizardController *m_wizard;
    ContactsController *m_contacts;
    ContactImportController *m_contactImport;
    TemplatesController *m_templates;
    InboxController *m_inbox;
    SegmentsController *m_segments;
    QWidget *m_segmentsOpener = nullptr; ///< where they lead back to; nothing: the wizard
    DuplicatesController *m_duplicates;
    SettingsController *m_settings;
    DeliveryEventsController *m_deliveryEvents;
    RelayController *m_relay;
    StatusController *m_status;
    EngineController *m_engineController;
    ScheduleController *m_schedules;
    ReportsController *m_reports = nullptr;
    RatesController *m_rates = nullptr;
    ResultsExport *m_export;
    AnalyticsController *m_analytics;
    BackupController *m_backups;

    QStackedWidget *m_home;
    FirstStartPage *m_firstStart;
    QMenu *m_workspaceMenu;
    bool m_hasAccount = true;
};
