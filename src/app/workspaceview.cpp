#include "app/workspaceview.h"

#include "app/analyticscontroller.h"
#include "app/backupcontroller.h"
#include "app/campaigncommands.h"
#include "app/campaigncontroller.h"
#include "app/campaignscontroller.h"
#include "app/contactimportcontroller.h"
#include "app/contactscontroller.h"
#include "app/deliveryeventscontroller.h"
#include "app/duplicatescontroller.h"
#include "app/enginecontroller.h"
#include "app/inboxcontroller.h"
#include "app/notificationdialog.h"
#include "app/preferences.h"
#include "app/ratescontroller.h"
#include "app/relaycontroller.h"
#include "app/reportscontroller.h"
#include "app/resultsexport.h"
#include "app/schedulecontroller.h"
#include "app/segmentscontroller.h"
#include "app/settingscontroller.h"
#include "app/statuscontroller.h"
#include "app/templatescontroller.h"
#include "app/trayplace.h"
#include "app/windowwords.h"
#include "app/wizardcontroller.h"
#include "widgets/analytics/analyticspage.h"
#include "widgets/controls/dialogs.h"
#include "widgets/controls/firstfocus.h"
#include "widgets/inbox/inboxpage.h"
#include "widgets/pages/campaignspage.h"
#include "widgets/pages/contactimportpage.h"
#include "widgets/pages/contactspage.h"
#include "widgets/pages/firststartpage.h"
#include "widgets/pages/templatespage.h"
#include "widgets/segments/segmentspage.h"
#include "widgets/shell/mainwindow.h"
#include "widgets/theme/icon.h"
#include "workspace/accountservice.h"
#include "workspace/backgrounddesk.h"
#include "workspace/changewatch.h"
#include "workspace/credentialvault.h"
#include "workspace/directmessenger.h"
#include "workspace/enginehost.h"

#include <QDir>
#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

QString nameOfFolder(const QString &folder, const Surroundings &surroundings)
{
    if (QDir{folder} == QDir{surroundings.practiceFolder})
        return WorkspaceView::tr("Practice");
    if (QDir{folder} == QDir{surroundings.ownFolder})
        return WorkspaceView::tr("My workspace");
    return QDir{folder}.dirName();
}

QString nameOfWorkspace(const Workspace &workspace, const Surroundings &surroundings)
{
    return workspace.isPractice() ? WorkspaceView::tr("Practice")
                                  : nameOfFolder(workspace.path(), surroundings);
}

} // namespace

WorkspaceView::WorkspaceView(const Workspace &workspace, const Surroundings &surroundings, QWidget *parent)
    : QWidget{parent}
    , m_workspace{workspace}
    , m_preferences{surroundings.preferences}
    , m_surroundings{surroundings}
    , m_vault{surroundings.makeVault(workspace)}
    , m_desk{std::make_unique<BackgroundDesk>(workspace)}
    , m_accounts{std::make_unique<AccountService>(*m_vault)}
    , m_messenger{std::make_unique<DirectMessenger>(workspace, *m_vault, u"fanfare"_s)}
    , m_engine{std::make_unique<EngineHost>(workspace, *m_vault, u"fanfare"_s)}
    , m_changes{std::make_unique<ChangeWatch>(workspace)}
    , m_controllers{std::make_unique<QObject>()}
    , m_window{std::make_unique<MainWindow>()}
{
    setFirstFocus(this, m_window.get());

    const QString name = nameOfWorkspace(workspace, surroundings);
    const Workbench bench{workspace,   name,         surroundings.clock, *m_desk,    *m_vault,
                          *m_accounts, *m_messenger, *m_engine,          *m_changes, *m_window};
    QObject *const controllers = m_controllers.get();
    m_commands = new CampaignCommands{bench, controllers};
    m_campaigns = new CampaignsController{bench, controllers};
    m_contacts = new ContactsController{bench, controllers};
    m_contactImport = new ContactImportController{bench, controllers};
    m_templates = new TemplatesController{bench, controllers};
    m_inbox = new InboxController{bench, controllers};
    m_segments = new SegmentsController{bench, controllers};
    m_duplicates = new DuplicatesController{bench, controllers};
    m_settings =
        new SettingsController{bench, surroundings.appearance, surroundings.preferences, controllers};
    m_export = new ResultsExport{bench, controllers};
    m_analytics = new AnalyticsController{bench, *m_export, controllers};
    m_reports = new ReportsController{bench, m_settings->page().reports(), *m_export, controllers};
    m_rates = new RatesController{bench, m_settings->page().rates(), controllers};
    m_backups = new BackupController{bench, controllers};
    m_firstStart = new FirstStartPage;
    m_home = new QStackedWidget;
    addPlaces();
    m_wizard = new WizardController{bench, controllers};
    m_campaign = new CampaignController{bench, *m_commands, controllers};
    m_schedules = new ScheduleController{bench, *m_commands, controllers};
    m_status = new StatusController{bench, controllers};
    m_deliveryEvents = new DeliveryEventsController{bench, m_settings->page().deliveryEvents(), controllers};
    m_relay = new RelayController{bench, m_settings->page().relay(), controllers};
    m_engineController = new EngineController{bench, controllers};
    m_workspaceMenu = new QMenu{m_window.get()};
    auto *column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_engineController->notice());
    column->addWidget(m_window.get(), 1);

    connectCampaigns();
    connectWizard();
    connectCampaign();
    connectCommands();
    connectSchedules();
    connectContacts();
    connectTemplates();
    connectInbox();
    connectSegments();
    connectSettings();
    connectEngine();
    connectStatus();
    buildWorkspaceMenu();
    m_window->setWorkspace(name, QDir::toNativeSeparators(workspace.path()));
    setWindowTitle(m_window->windowTitle());

    m_campaigns->load();
    m_templates->load();
    m_inbox->load();
    m_settings->load();
    m_status->refresh();
    m_deliveryEvents->load();
    m_engineController->start();
}

WorkspaceView::~WorkspaceView() = default;

bool WorkspaceView::isSending() const
{
    return m_engine->isActive() && m_campaigns->campaigns().totals().sending > 0;
}

int WorkspaceView::scheduledCampaigns() const
{
    return m_engine->isActive() ? m_campaigns->campaigns().totals().scheduled : 0;
}

int WorkspaceView::repeatedCampaigns() const
{
    return m_engine->isActive() ? m_campaigns->repeated() : 0;
}

int WorkspaceView::peopleLeft() const
{
    int people = 0;
    const CampaignTableModel &campaigns = m_campaigns->campaigns();
    for (int row = 0; row < campaigns.rowCount(); ++row) {
        if (campaigns.campaignAt(row).state == CampaignState::Sending)
            people += campaigns.campaignAt(row).counts.remaining();
    }
    return people;
}

void WorkspaceView::leave()
{
    m_inbox->saveDraft();
    m_wizard->whenSaved([this] { m_engineController->stop(); });
}

void WorkspaceView::prepareForLogOut()
{
    m_inbox->saveDraft();
    m_wizard->whenSaved([] {}); // written on another thread while this one waits
    m_engineController->stopForLogOut();
}

void WorkspaceView::connectNumber()
{
    m_settings->showConnect();
}

void WorkspaceView::addPlaces()
{
    m_home->addWidget(&m_campaigns->page());
    m_home->addWidget(m_firstStart);
    setFirstFocus(m_home, &m_campaigns->page());
    m_window->addPlace({u"campaigns"_s, tr("Campaigns"), u"campaigns"_s, m_home});
    m_window->addPlace({u"contacts"_s, tr("Contacts"), u"contacts"_s, &m_contacts->page()});
    m_window->addPage(u"contacts"_s, &m_segments->page());
    m_window->addPage(u"contacts"_s, &m_contactImport->page());
    m_window->addPlace({u"templates"_s, tr("Templates"), u"templates"_s, &m_templates->page()});
    m_window->addPlace({u"inbox"_s, tr("Inbox"), u"inbox"_s, &m_inbox->page()});
    m_window->addPlace({u"analytics"_s, tr("Analytics"), u"analytics"_s, &m_analytics->page()});
    m_window->addPlace({u"settings"_s, tr("Settings"), u"settings"_s, &m_settings->page(), true});
}

void WorkspaceView::connectCampaigns()
{
    const CampaignsPage &page = m_campaigns->page();
    connect(&page, &CampaignsPage::newRequested, m_wizard, &WizardController::startNew);
    connect(&page, &CampaignsPage::importRequested, m_wizard, &WizardController::startNew);
    connect(&page, &CampaignsPage::openRequested, this, &WorkspaceView::openCampaign);
    connect(&page, &CampaignsPage::sendRequested, this, [this](CampaignId id) {
        const int row = m_campaigns->campaigns().rowOf(id);
        const bool isDraft =
            row >= 0 && m_campaigns->campaigns().campaignAt(row).state == CampaignState::Draft;
        // A draft is looked at once more before it leaves.
        if (isDraft)
            m_wizard->resume(id, WizardStep::Review);
        else
            m_campaign->open(id);
    });
    connect(&page, &CampaignsPage::pauseRequested, m_commands, &CampaignCommands::pause);
    connect(&page, &CampaignsPage::resumeRequested, m_commands, &CampaignCommands::resume);
    connect(&page, &CampaignsPage::cancelRequested, m_commands, &CampaignCommands::cancel);
    connect(&page, &CampaignsPage::duplicateRequested, m_commands, &CampaignCommands::duplicate);
    connect(&page, &CampaignsPage::deleteRequested, m_commands, &CampaignCommands::remove);
    connect(&page, &CampaignsPage::exportRequested, this, &WorkspaceView::exportResults);
    connect(m_campaigns, &CampaignsController::listChanged, this, &WorkspaceView::refreshHome);
    connect(m_analytics, &AnalyticsController::newCampaignRequested, m_wizard, &WizardController::startNew);
    connect(m_firstStart, &FirstStartPage::connectRequested, this, &WorkspaceView::connectNumber);
    connect(m_firstStart, &FirstStartPage::practiseRequested, this, &WorkspaceView::practiceRequested);
    connect(m_firstStart, &FirstStartPage::openWorkspaceRequested, this,
            &WorkspaceView::otherWorkspaceRequested);
}

void WorkspaceView::connectWizard()
{
    connect(m_wizard, &WizardController::closed, this, [this](CampaignId draft) {
        showHome();
        if (draft.isValid())
            m_campaigns->select(draft);
    });
    connect(m_wizard, &WizardController::finished, this, [this](const Campaign &campaign) {
        m_campaigns->showCampaign(campaign);
        if (campaign.state == CampaignState::Draft) {
            showHome();
            m_campaigns->select(campaign.id);
        } else {
            m_campaign->open(campaign.id);
        }
    });
    connect(m_wizard, &WizardController::syncRequested, m_templates, &TemplatesController::sync);
    connect(m_wizard, &WizardController::connectRequested, this, &WorkspaceView::connectNumber);
}

void WorkspaceView::connectCampaign()
{
    connect(m_campaign, &CampaignController::closed, this, &WorkspaceView::showHome);
    connect(m_campaign, &CampaignController::editRequested, m_wizard,
            [this](CampaignId id) { m_wizard->resume(id); });
    connect(
        m_campaign, &CampaignController::exportRequested, this, [this](CampaignId id, ResultsFormat format) {
            const int row = m_campaigns->campaigns().rowOf(id);
            m_export->begin(id, row >= 0 ? m_campaigns->campaigns().campaignAt(row).name : QString{}, format);
        });
}

void WorkspaceView::connectCommands()
{
    connect(m_commands, &CampaignCommands::changed, this, [this](const Campaign &campaign) {
        m_campaigns->showCampaign(campaign);
        m_campaign->showCampaign(campaign);
    });
    connect(m_commands, &CampaignCommands::draftMade, this,
            [this](CampaignId draft) { m_wizard->resume(draft); });
    connect(m_commands, &CampaignCommands::removed, this, [this](CampaignId id) {
        m_campaigns->dropCampaign(id);
        m_campaign->close(id);
    });
    connect(m_commands, &CampaignCommands::failed, this,
            [this](CampaignId id, const QString &title, const Error &error) {
                if (m_campaign->isShowing(id))
                    m_campaign->showActionError(title, inWindowWords(error));
                else
                    tellError(this, title, inWindowWords(error));
            });
    const auto toast = [this](const QString &sentence) { m_window->showToast(sentence); };
    connect(m_commands, &CampaignCommands::done, this, toast);
    connect(m_export, &ResultsExport::done, this, toast);
    connect(m_reports, &ReportsController::done, this, toast);
    connect(m_rates, &RatesController::done, this, toast);
    connect(m_backups, &BackupController::done, this, toast);
    connect(m_backups, &BackupController::restoreRequested, this, &WorkspaceView::restoreRequested);
    connect(m_contacts, &ContactsController::done, this, toast);
    connect(m_contactImport, &ContactImportController::done, this, toast);
    connect(m_duplicates, &DuplicatesController::done, this, toast);
    connect(m_templates, &TemplatesController::done, this, toast);
    connect(m_settings, &SettingsController::done, this, toast);
    connect(m_engineController, &EngineController::done, this, toast);
}

void WorkspaceView::connectSchedules()
{
    connect(m_engine.get(), &EngineHost::started, m_schedules, &ScheduleController::askAboutMissed);
    connect(m_engine.get(), &EngineHost::stateChanged, m_schedules, &ScheduleController::askAboutMissed);
    connect(m_campaign, &CampaignController::repeatRequested, m_schedules, &ScheduleController::askToRepeat);
    connect(m_schedules, &ScheduleController::failed, m_commands, &CampaignCommands::failed);
    connect(m_schedules, &ScheduleController::done, this,
            [this](const QString &sentence) { m_window->showToast(sentence); });
}

void WorkspaceView::connectContacts()
{
    connect(m_contacts, &ContactsController::importRequested, m_contactImport,
            &ContactImportController::start);
    connect(m_contactImport, &ContactImportController::opened, this,
            [this] { m_window->showPage(&m_contactImport->page()); });
    connect(m_contactImport, &ContactImportController::closed, this, [this] {
        m_window->showPage(&m_contacts->page());
        m_contacts->load();
    });
    connect(m_contacts, &ContactsController::segmentsRequested, this,
            [this] { openSegments(&m_contacts->page()); });
    connect(m_contacts, &ContactsController::duplicatesRequested, m_duplicates, &DuplicatesController::find);
    connect(m_duplicates, &DuplicatesController::merged, m_contacts, &ContactsController::load);
    connect(m_window.get(), &MainWindow::placeChanged, this, [this](const QString &key) {
        if (key == "contacts"_L1)
            m_contacts->load();
    });
}

void WorkspaceView::connectTemplates()
{
    connect(m_templates, &TemplatesController::templatesRead, m_wizard, &WizardController::setTemplates);
    connect(m_templates, &TemplatesController::syncing, m_wizard, &WizardController::setSyncing);
    connect(m_templates, &TemplatesController::syncFailed, m_wizard, &WizardController::setSyncError);
    connect(m_templates, &TemplatesController::connectRequested, this, &WorkspaceView::connectNumber);
    connect(m_templates, &TemplatesController::campaignRequested, m_wizard, &WizardController::startWith);
}

void WorkspaceView::connectInbox()
{
    connect(m_inbox, &InboxController::unreadChanged, this,
            [this](int conversations) { m_window->setUnread(u"inbox"_s, conversations); });
    connect(m_inbox, &InboxController::done, this,
            [this](const QString &sentence, const QString &undoText, const std::function<void()> &undo) {
                m_window->showToast(sentence, undoText, undo);
            });
    connect(m_inbox, &InboxController::contactRequested, this, [this](const QString &phone) {
        m_window->showPage(&m_contacts->page());
        m_contacts->page().searchFor(phone);
    });
    connect(m_inbox, &InboxController::arrived, this, [this](const QString &person, const QString &words) {
        if (m_surroundings.tray && m_preferences.quietHours().mayNotifyAt(m_surroundings.clock.now()))
            m_surroundings.tray->notify(person, words);
    });
    connect(&m_inbox->page(), &InboxPage::notificationsRequested, this,
            [this] { askAboutNotifications(this, m_preferences); });
    connect(m_window.get(), &MainWindow::placeChanged, this, [this](const QString &key) {
        if (key == "inbox"_L1)
            m_inbox->load();
    });
}

void WorkspaceView::connectSegments()
{
    connect(m_wizard, &WizardController::segmentsRequested, this, [this] { openSegments(nullptr); });
    connect(m_segments, &SegmentsController::closed, this, [this] {
        if (m_segmentsOpener)
            m_window->showPage(m_segmentsOpener);
        else
            m_wizard->showAgain();
    });
    connect(m_segments, &SegmentsController::campaignRequested, m_wizard, &WizardController::startForRule);
    connect(m_segments, &SegmentsController::done, this,
            [this](const QString &sentence) { m_window->showToast(sentence); });
}

void WorkspaceView::connectSettings()
{
    connect(m_settings, &SettingsController::accountsChanged, this, [this] {
        m_status->refresh();
        m_templates->load();
        m_wizard->readSurroundings();
        m_engine->wake();
    });
    connect(m_settings, &SettingsController::accountConnected, this, [this] {
        showHome();
        m_templates->sync();
    });
    connect(m_settings, &SettingsController::firstStartRequested, this, &WorkspaceView::showHome);
    connect(m_settings, &SettingsController::defaultsChanged, m_wizard, &WizardController::readSurroundings);
    connect(m_rates, &RatesController::ratesChanged, m_wizard, &WizardController::readSurroundings);
    connect(m_wizard, &WizardController::ratesRequested, this,
            [this] { m_settings->showSection(SettingsPage::Section::Rates); });
    connect(m_settings, &SettingsController::ownWorkspaceRequested, this, &WorkspaceView::ownNumberRequested);
    connect(m_settings, &SettingsController::backupRequested, m_backups, &BackupController::backUp);
    connect(m_settings, &SettingsController::restoreRequested, m_backups, &BackupController::restore);
    connect(m_window.get(), &MainWindow::placeChanged, this, [this](const QString &key) {
        if (key == "settings"_L1)
            m_settings->load();
    });
}

void WorkspaceView::connectEngine()
{
    connect(m_engine.get(), &EngineHost::progressed, m_campaigns, &CampaignsController::showProgress);
    connect(m_engine.get(), &EngineHost::progressed, m_campaign, &CampaignController::showProgress);
    connect(m_engine.get(), &EngineHost::stateChanged, m_campaigns, &CampaignsController::refresh);
    connect(m_engine.get(), &EngineHost::stateChanged, m_campaign, &CampaignController::refresh);
    connect(m_engine.get(), &EngineHost::waiting, m_campaign, &CampaignController::showWaiting);
    connect(m_engine.get(), &EngineHost::waiting, m_status, &StatusController::showWaiting);
    connect(m_engineController, &EngineController::stopped, this, &WorkspaceView::left);
}

void WorkspaceView::connectStatus()
{
    connect(m_status, &StatusController::accountRead, this, [this](bool hasAccount) {
        m_hasAccount = hasAccount;
        refreshHome();
    });
    connect(m_status, &StatusController::reportStored, m_wizard, &WizardController::readSurroundings);
    connect(m_window.get(), &MainWindow::statusClicked, this, [this](StatusItem item) {
        m_settings->showSection(item == StatusItem::DeliveryEvents ? SettingsPage::Section::DeliveryEvents
                                                                   : SettingsPage::Section::Accounts);
    });
    connect(m_deliveryEvents, &DeliveryEventsController::receivingChanged, m_status,
            &StatusController::showReceiving);
    connect(m_deliveryEvents, &DeliveryEventsController::accountRequested, this,
            [this] { m_settings->showSection(SettingsPage::Section::Accounts); });
    connect(m_settings, &SettingsController::accountsChanged, m_deliveryEvents,
            &DeliveryEventsController::load);
    connect(m_relay, &RelayController::receivingChanged, m_status, &StatusController::showRelay);
    connect(m_relay, &RelayController::accountRequested, this,
            [this] { m_settings->showSection(SettingsPage::Section::Accounts); });
    connect(m_settings, &SettingsController::accountsChanged, m_relay, &RelayController::load);
}

void WorkspaceView::buildWorkspaceMenu()
{
    const auto addFolder = [this](const QString &folder, const QString &icon) {
        QAction *action = m_workspaceMenu->addAction(themedIcon(icon), nameOfFolder(folder, m_surroundings));
        action->setToolTip(QDir::toNativeSeparators(folder));
        const bool isOpen = QDir{folder} == QDir{m_workspace.path()};
        action->setCheckable(isOpen);
        action->setChecked(isOpen);
        if (!isOpen)
            connect(action, &QAction::triggered, this, [this, folder] { emit folderRequested(folder); });
    };
    m_workspaceMenu->setToolTipsVisible(true);
    QAction *own = m_workspaceMenu->addAction(themedIcon(u"database"_s), tr("My workspace"));
    connect(own, &QAction::triggered, this, &WorkspaceView::ownWorkspaceRequested);
    QAction *practice = m_workspaceMenu->addAction(themedIcon(u"practise"_s), tr("Practice"));
    connect(practice, &QAction::triggered, this, &WorkspaceView::practiceRequested);
    for (const QString &folder : m_preferences.recentWorkspaces()) {
        const bool isOneOfTheTwo = QDir{folder} == QDir{m_surroundings.ownFolder}
            || QDir{folder} == QDir{m_surroundings.practiceFolder};
        if (!isOneOfTheTwo)
            addFolder(folder, u"database"_s);
    }
    m_workspaceMenu->addSeparator();
    QAction *other = m_workspaceMenu->addAction(themedIcon(u"file"_s), tr("Open another workspace…"));
    connect(other, &QAction::triggered, this, &WorkspaceView::otherWorkspaceRequested);
    m_window->setWorkspaceMenu(m_workspaceMenu);
}

void WorkspaceView::showHome()
{
    m_window->showPage(m_home);
}

void WorkspaceView::refreshHome()
{
    // Drafts can be made without a number, so a list that has something in it is shown.
    const bool isFirstStart = !m_hasAccount && m_campaigns->campaigns().rowCount() == 0;
    QWidget *wanted = isFirstStart ? static_cast<QWidget *>(m_firstStart) : &m_campaigns->page();
    if (m_home->currentWidget() == wanted)
        return;
    m_home->setCurrentWidget(wanted);
    setFirstFocus(m_home, wanted);
}

void WorkspaceView::openCampaign(CampaignId id)
{
    const int row = m_campaigns->campaigns().rowOf(id);
    if (row >= 0 && m_campaigns->campaigns().campaignAt(row).state == CampaignState::Draft)
        m_wizard->resume(id);
    else
        m_campaign->open(id);
}

void WorkspaceView::openSegments(QWidget *from)
{
    m_segmentsOpener = from;
    m_segments->load();
    m_window->showPage(&m_segments->page());
}

void WorkspaceView::exportResults(const std::vector<CampaignId> &ids)
{
    if (ids.size() > 1)
        return m_export->beginSeveral(ids);
    const int row = m_campaigns->campaigns().rowOf(ids.front());
    if (row >= 0)
        m_export->begin(ids.front(), m_campaigns->campaigns().campaignAt(row).name);
}
