#pragma once

#include "app/workbench.h"
#include "base/result.h"
#include "domain/account.h"
#include "widgets/pages/settingspage.h"
#include "workspace/accountdesk.h"

#include <QHash>
#include <QObject>

#include <vector>

class Appearance;
class ConnectPage;
class Preferences;

/// The settings: numbers with their keys, what new campaigns begin with, appearance, where the data is.
class SettingsController : public QObject
{
    Q_OBJECT

public:
    SettingsController(const Workbench &bench, Appearance &appearance, Preferences &preferences,
                       QObject *parent);

    SettingsPage &page() { return *m_page; }

public slots:
    void load();
    /// The page on which a number is connected.
    void showConnect();
    void showSection(SettingsPage::Section section);

signals:
    /// Another number, another key, or other facts about one.
    void accountsChanged();
    void accountConnected();
    /// Nobody connected a number: back to where it was offered.
    void firstStartRequested();
    void defaultsChanged();
    /// In practice there is nothing to connect: this leads to the workspace of one's own.
    void ownWorkspaceRequested();
    void backupRequested();
    void restoreRequested();
    void done(const QString &sentence);

private:
    struct Reading;
    struct Checked
    {
        UtcTime at;
        std::optional<Error> problem;
    };

    void connectForm(AccountForm &form);
    void showAccounts(const std::vector<AccountView> &accounts);
    void findSecrets();
    void checkThenStore(AccountForm &form, const Credential &given);
    void store(AccountForm &form, const Credential &given, const std::optional<NumberReport> &report);
    void keepSecrets(AccountForm &form, const KnownAccount &account, const Credential &given);
    void check(AccountId id);
    void use(AccountId id);
    void limit(AccountId id, std::optional<int> perSecond);
    void remove(AccountId id);
    void tell(const QString &title, const Error &error);

    Workbench m_bench;
    Appearance &m_appearance;
    Preferences &m_preferences;
    SettingsPage *m_page;
    ConnectPage *m_connectPage;
    std::vector<AccountView> m_accounts;
    QHash<AccountId, Checked> m_checks;
    QHash<AccountId, SecretPlace> m_keyPlaces;
    QHash<AccountId, SecretPlace> m_appSecretPlaces;
};
