#pragma once

#include "domain/answerrules.h"
#include "widgets/pages/accountview.h"
#include "widgets/pages/defaultspanel.h"
#include "widgets/theme/appearance.h"

#include <QWidget>

#include <optional>
#include <vector>

class AccountForm;
class AccountsPanel;
class AnswersPanel;
class Clock;
class DeliveryEventsPanel;
class PageHeader;
class QButtonGroup;
class QStackedWidget;
class QVBoxLayout;
class RatesPanel;
class RelayPanel;
class ReportsPanel;
class TextLabel;

/// Where the workspace lives.
struct WorkspaceFacts
{
    QString name;
    QString folder;
    QString databaseFile;
    qint64 databaseBytes = 0;
    bool isPractice = false;
};

/// Settings by section: accounts, delivery events, relay, sending defaults, answers, reports, rates,
/// appearance, data, about.
class SettingsPage : public QWidget
{
    Q_OBJECT

public:
    enum class Section {
        Accounts,
        DeliveryEvents,
        Relay,
        Defaults,
        Answers,
        Reports,
        Rates,
        Appearance,
        Data,
        About
    };

    SettingsPage(const Clock &clock, QWidget *parent = nullptr);

    void showSection(Section section);

    void setAccounts(std::vector<AccountView> accounts);
    /// The form of an account that is being edited: tell it what Meta answered.
    AccountForm &accountForm();
    /// Back from the form to the accounts.
    void closeAccountForm();

    /// The section about delivery events.
    DeliveryEventsPanel &deliveryEvents() { return *m_deliveryEvents; }

    /// The section about the relay.
    RelayPanel &relay() { return *m_relay; }

    /// The section about reports.
    ReportsPanel &reports() { return *m_reports; }

    /// The section about prices.
    RatesPanel &rates() { return *m_rates; }

    void setDefaults(const SendingDefaults &defaults);
    void setAnswerRules(const AnswerRules &rules);
    void setThemeChoice(ThemeChoice choice);
    void setWorkspace(const WorkspaceFacts &facts);
    void setVersion(const QString &version);

signals:
    void connectRequested();
    void accountCheckRequested(AccountId id);
    void accountUseRequested(AccountId id);
    /// A person's own limit; nothing: as fast as Meta allows.
    void accountLimitChosen(AccountId id, std::optional<int> perSecond);
    /// Asked and answered.
    void accountRemoveRequested(AccountId id);
    void defaultsChanged(const SendingDefaults &defaults);
    void answerRulesChanged(const AnswerRules &rules);
    void themeChosen(ThemeChoice choice);
    void folderRequested();
    void backupRequested();
    void restoreRequested();

private:
    class SectionButton;

    QWidget *buildAppearance();
    QWidget *buildData();
    QWidget *buildBackup();
    QWidget *buildAbout();
    void addSection(Section section, const QString &title, const QString &iconName, QWidget *page);

    PageHeader *m_header;
    QVBoxLayout *m_nav;
    QStackedWidget *m_sections;
    QButtonGroup *m_sectionGroup;

    AccountsPanel *m_accounts;
    DeliveryEventsPanel *m_deliveryEvents;
    RelayPanel *m_relay;
    DefaultsPanel *m_defaults;
    AnswersPanel *m_answers;
    ReportsPanel *m_reports;
    RatesPanel *m_rates;
    QButtonGroup *m_themeGroup;
    TextLabel *m_folder;
    TextLabel *m_databaseFile;
    TextLabel *m_version;
};
