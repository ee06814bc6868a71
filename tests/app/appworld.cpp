#include "app/appworld.h"

#include "app/applicationsetup.h"
#include "app/workspaceview.h"
#include "secrets/memorysecretstore.h"
#include "simulator/simulator.h"
#include "widgets/campaign/campaignpage.h"
#include "widgets/controls/dialogs.h"
#include "widgets/pages/campaignspage.h"
#include "widgets/shell/sidebar.h"
#include "widgets/wizard/campaignwizard.h"
#include "widgets/wizard/recipientsstep.h"
#include "workspace/credentialvault.h"
#include "workspace/session.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QDropEvent>
#include <QFileDialog>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QTableView>
#include <QUrl>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace {

bool isSetUp = false;

/// The file that remembers which keys are in the keychain stands among the user's state.
QString prepareState(const QTemporaryDir &folder)
{
    qputenv("XDG_STATE_HOME", folder.filePath(u"state"_s).toUtf8());
    qunsetenv("FANFARE_TOKEN");
    qunsetenv("FANFARE_APP_SECRET");
    return folder.filePath(u"preferences.ini"_s);
}

} // namespace

AppWorld::AppWorld(std::function<std::unique_ptr<SecretStore>()> makeKeychain)
    : m_preferences{prepareState(m_folder)}
{
    if (!isSetUp)
        setUpApplication(*qApp, QLocale{u"en_GB"_s});
    isSetUp = true;
    if (!makeKeychain)
        makeKeychain = [] { return std::make_unique<MemorySecretStore>(); };
    m_surroundings.reset(new Surroundings{m_clock, m_appearance, m_preferences, ownFolder(), practiceFolder(),
                                          [this, makeKeychain](const Workspace &workspace) {
                                              auto vault = std::make_unique<CredentialVault>(
                                                  workspace, makeKeychain(),
                                                  SecretResolver::WithoutKeychain::KeepInMemory, m_clock);
                                              m_vault = vault.get();
                                              return vault;
                                          }});
}

AppWorld::~AppWorld() = default;

void AppWorld::makeWindow()
{
    m_window = std::make_unique<FanfareWindow>(*m_surroundings);
    m_window->setWindowState(Qt::WindowNoState);
    m_window->resize(1440, 900);
    m_window->show();
}

void AppWorld::start()
{
    makeWindow();
    const QString last = m_preferences.lastWorkspace();
    if (last.isEmpty())
        m_window->openOrMake(ownFolder(), Workspace::Purpose::Real);
    else
        m_window->openExisting(last);
    waitFor([this] { return m_window->view() != nullptr; });
}

void AppWorld::startPractice()
{
    makeWindow();
    m_window->openOrMake(practiceFolder(), Workspace::Purpose::Practice);
    awaitPage<CampaignsPage>();
}

bool AppWorld::closeWindow()
{
    m_window->close();
    const bool isClosed = waitFor([this] { return !m_window->isVisible(); });
    if (!isClosed && dialog())
        qWarning("A dialog is in the way: %s", qPrintable(dialog()->windowTitle()));
    if (isClosed)
        m_window.reset();
    return isClosed;
}

QAbstractButton *AppWorld::button(const QString &textOrName)
{
    QWidget *const place = dialog() ? static_cast<QWidget *>(dialog()) : m_window.get();
    for (QAbstractButton *candidate : place->findChildren<QAbstractButton *>()) {
        const bool isMeant = candidate->text() == textOrName || candidate->objectName() == textOrName;
        if (isMeant && candidate->isVisible() && candidate->isEnabled())
            return candidate;
    }
    return nullptr;
}

void AppWorld::click(const QString &textOrName)
{
    QAbstractButton *found = nullptr;
    waitFor([&] { return (found = button(textOrName)) != nullptr; });
    if (!found)
        qFatal("There is no button %s to press", qPrintable(textOrName));
    QTest::mouseClick(found, Qt::LeftButton, {}, QPoint{12, found->height() / 2});
}

void AppWorld::clickRow(const QString &tableName, const QString &text)
{
    auto *table = widget<QTableView>(tableName);
    QModelIndexList found;
    waitFor([&] {
        found =
            table->model()->match(table->model()->index(0, 0), Qt::DisplayRole, text, 1, Qt::MatchExactly);
        return !found.isEmpty();
    });
    if (found.isEmpty())
        qFatal("There is no row %s", qPrintable(text));
    table->scrollTo(found.first());
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(found.first()).center());
}

void AppWorld::type(const QString &fieldName, const QString &text)
{
    auto *field = widget<QLineEdit>(fieldName);
    field->selectAll();
    QTest::keyClicks(field, text);
}

void AppWorld::dropFile(const QString &path)
{
    auto *step = awaitPage<RecipientsStep>();
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    QDragEnterEvent enter{
        QPoint{200,                                              200},
        Qt::CopyAction, &data, Qt::LeftButton, {                                                }
    };
    QApplication::sendEvent(step, &enter);
    QDropEvent drop{
        QPointF{200,                                              200},
        Qt::CopyAction, &data, Qt::LeftButton, {                                                }
    };
    QApplication::sendEvent(step, &drop);
}

void AppWorld::showPlace(const QString &key)
{
    // The second press leads from a page of the place to the place.
    emit m_window->findChild<SideBar *>()->placeChosen(key);
    emit m_window->findChild<SideBar *>()->placeChosen(key);
}

void AppWorld::chooseWorkspace(const QString &name)
{
    for (const QMenu *menu : m_window->findChildren<QMenu *>()) {
        for (QAction *action : menu->actions()) {
            if (action->text() == name)
                return action->trigger();
        }
    }
    qFatal("No workspace is called %s", qPrintable(name));
}

QDialog *AppWorld::dialog()
{
    for (QDialog *candidate : m_window->findChildren<QDialog *>()) {
        if (candidate->isVisible())
            return candidate;
    }
    return nullptr;
}

void AppWorld::answer(const QString &buttonText)
{
    waitFor([this] { return dialog() != nullptr; });
    click(buttonText);
    waitFor([this] { return dialog() == nullptr; }, 1000);
}

void AppWorld::chooseFile(const QString &path)
{
    ASSERT_TRUE(waitFor([this] { return qobject_cast<QFileDialog *>(dialog()) != nullptr; }));
    auto *field = dialog()->findChild<QLineEdit *>(u"fileNameEdit"_s);
    ASSERT_NE(field, nullptr);
    field->setText(path);
    QTest::keyClick(field, Qt::Key_Return);
}

void AppWorld::draftPracticeCampaign()
{
    click(u"New campaign"_s);
    clickRow(u"templateTable"_s, u"tour_package_marketing"_s);
    click(u"nextButton"_s);
    // The list that ships is offered, read and checked.
    waitFor([this] { return awaitPage<CampaignWizard>()->step() == WizardStep::Recipients; });
    waitFor([this] { return widget<QTableView>(u"importTable"_s)->model()->rowCount() > 0; });
    click(u"nextButton"_s);
    waitFor([this] { return awaitPage<CampaignWizard>()->step() == WizardStep::Settings; });
    click(u"Full speed"_s);
    click(u"nextButton"_s);
    waitFor([this] { return awaitPage<CampaignWizard>()->step() == WizardStep::Review; });
}

void AppWorld::sendPracticeCampaign()
{
    draftPracticeCampaign();
    click(u"nextButton"_s);
    answer(u"Create and send"_s);
    awaitPage<CampaignPage>();
}

std::vector<Campaign> AppWorld::campaigns(const QString &folder) const
{
    const Result<Workspace> workspace = Workspace::open(folder);
    if (!workspace)
        return {};
    const Result<std::unique_ptr<Session>> session = Session::open(*workspace);
    if (!session)
        return {};
    const Result<std::vector<Campaign>> campaigns = (*session)->campaigns().list();
    return campaigns ? *campaigns : std::vector<Campaign>{};
}

Campaign AppWorld::onlyCampaign() const
{
    const std::vector<Campaign> all = campaigns(practiceFolder());
    return all.size() == 1 ? all.front() : Campaign{};
}

void AppWorld::scheduleOnlyCampaign(std::chrono::seconds fromNow)
{
    const Result<Workspace> workspace = Workspace::open(practiceFolder());
    const Result<std::unique_ptr<Session>> session = Session::open(*workspace);
    const Campaign draft = onlyCampaign();
    const UtcTime now = m_clock.now();
    if (!(*session)->campaigns().schedule(draft.id, *(*session)->campaignDesk().templateOf(draft),
                                          now + fromNow, now))
        qFatal("The campaign cannot be scheduled");
}

void AppWorld::repeatOnlyCampaign()
{
    const Result<Workspace> workspace = Workspace::open(practiceFolder());
    const Result<std::unique_ptr<Session>> session = Session::open(*workspace);
    RecurrenceRule daily;
    daily.every = RecurrenceRule::Every::Day;
    if (!(*session)->recurrenceDesk().repeat(onlyCampaign().id, daily, OccurrenceAction::Draft))
        qFatal("The campaign cannot be repeated");
}

QStringList AppWorld::acceptedNumbers() const
{
    QStringList numbers;
    const Result<PracticeWorld *> world = m_vault->practiceWorld();
    for (const JournalEntry &entry : (*world)->simulator().journal()) {
        if (!entry.to.isEmpty() && entry.verdict == RequestVerdict::Accepted)
            numbers << entry.to;
    }
    return numbers;
}
