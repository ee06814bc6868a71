#pragma once

#include "app/fanfarewindow.h"
#include "app/preferences.h"
#include "app/surroundings.h"
#include "base/clock.h"
#include "domain/campaign.h"
#include "simulator/journal.h"
#include "widgets/theme/appearance.h"

#include <QAbstractButton>
#include <QStringList>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <memory>
#include <vector>

class CampaignPage;
class CampaignsPage;
class CampaignWizard;
class CredentialVault;
class MessageDialog;
class QDialog;
class SecretStore;

/// A computer with nothing on it but Fanfare: folders of its own, a keychain in memory, and hands that click.
class AppWorld
{
public:
    /// `makeKeychain` makes what stands for the keychain of the operating system; nothing: one that works.
    explicit AppWorld(std::function<std::unique_ptr<SecretStore>()> makeKeychain = {});
    ~AppWorld();

    QString ownFolder() const { return m_folder.filePath(QStringLiteral("own")); }
    QString practiceFolder() const { return m_folder.filePath(QStringLiteral("practice")); }
    QString filePath(const QString &name) const { return m_folder.filePath(name); }

    /// The desktop has a tray; without this it has none. Before the window is made.
    void useTray(TrayPlace &tray) { m_surroundings->tray = &tray; }

    /// An empty window, before anything is opened in it.
    void makeWindow();
    /// The program is started.
    void start();
    /// The program is started in practice, and the list of campaigns is on screen.
    void startPractice();
    /// The window is closed as by its frame; true once it is gone.
    bool closeWindow();

    FanfareWindow &window() { return *m_window; }
    bool isWindowOpen() const { return m_window && m_window->isVisible(); }
    Preferences &preferences() { return m_preferences; }

    /// The page of this kind that is on screen; null where another one is.
    template <typename Page>
    Page *page()
    {
        for (Page *page : m_window->findChildren<Page *>()) {
            if (page->isVisible())
                return page;
        }
        return nullptr;
    }
    /// The same, once it is there. A test failure where it does not come.
    template <typename Page>
    Page *awaitPage()
    {
        waitFor([this] { return page<Page>() != nullptr; });
        if (!page<Page>())
            qFatal("The page %s does not come", Page::staticMetaObject.className());
        return page<Page>();
    }
    /// A visible widget of this name; waits for it. A test failure where there is none.
    template <typename Widget>
    Widget *widget(const QString &name, int milliseconds = 10'000)
    {
        Widget *found = nullptr;
        waitFor(
            [&] {
                for (Widget *widget : m_window->findChildren<Widget *>(name)) {
                    if (widget->isVisible())
                        found = widget;
                }
                return found != nullptr;
            },
            milliseconds);
        if (!found)
            qFatal("No visible widget is called %s", qPrintable(name));
        return found;
    }

    /// The button with these words or this name; waits until it can be pressed.
    void click(const QString &textOrName);
    void clickRow(const QString &tableName, const QString &text);
    void type(const QString &fieldName, const QString &text);
    /// Lets a file fall onto the recipients of a draft.
    void dropFile(const QString &path);
    /// A place of the side bar itself, not one of its pages.
    void showPlace(const QString &key);
    /// From the menu of workspaces.
    void chooseWorkspace(const QString &name);
    /// Answers the dialog that is open.
    void answer(const QString &buttonText);
    QDialog *dialog();
    /// In the dialog for files that is open, or opens now.
    void chooseFile(const QString &path);

    /// From an empty practice workspace to the last step of the wizard, all with the mouse.
    void draftPracticeCampaign();
    /// … and sent at full speed.
    void sendPracticeCampaign();

    /// The campaigns as the database has them.
    std::vector<Campaign> campaigns(const QString &folder) const;
    Campaign onlyCampaign() const;
    /// While no window has the workspace open.
    void scheduleOnlyCampaign(std::chrono::seconds fromNow);
    /// The only campaign of the practice workspace is made again every day, as a draft.
    void repeatOnlyCampaign();

    /// Messages that the simulator of the open practice workspace accepted, by number.
    QStringList acceptedNumbers() const;

    static bool waitFor(const std::function<bool()> &condition, int milliseconds = 10'000)
    {
        return QTest::qWaitFor(condition, milliseconds);
    }

private:
    QAbstractButton *button(const QString &textOrName);

    QTemporaryDir m_folder;
    SystemClock m_clock;
    Preferences m_preferences;
    Appearance m_appearance{ThemeChoice::Light};
    std::unique_ptr<Surroundings> m_surroundings;
    std::unique_ptr<FanfareWindow> m_window;
    CredentialVault *m_vault = nullptr; ///< of the workspace opened last
};
