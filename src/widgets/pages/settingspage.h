#pragma once

#include "domain/sendingwindow.h"
#include "domain/sendrate.h"
#include "widgets/pages/accountview.h"
#include "widgets/theme/appearance.h"

#include <QWidget>

#include <vector>

class AccountForm;
class Banner;
class Button;
class ChoiceCard;
class PageHeader;
class QAbstractButton;
class QButtonGroup;
class QComboBox;
class QStackedWidget;
class QTimeEdit;
class QVBoxLayout;
class TextLabel;

/// What new campaigns begin with.
struct SendingDefaults
{
    QString country; ///< ISO 3166: numbers without a country are read as this one's
    QString timeZone; ///< IANA
    SendingWindow window;
    SendRate rate = SendRate::gentle();

    friend bool operator==(const SendingDefaults &, const SendingDefaults &) = default;
};

/// Where the workspace lives.
struct WorkspaceFacts
{
    QString name;
    QString folder;
    QString databaseFile;
    qint64 databaseBytes = 0;
    bool isPractice = false;
};

/// Settings by section: accounts, sending defaults, appearance, data, about.
class SettingsPage : public QWidget
{
    Q_OBJECT

public:
    enum class Section { Accounts, Defaults, Appearance, Data, About };

    SettingsPage(const Clock &clock, QWidget *parent = nullptr);

    void showSection(Section section);

    void setAccounts(std::vector<AccountView> accounts);
    /// The form of an account that is being edited: tell it what Meta answered.
    AccountForm &accountForm() { return *m_form; }
    /// Back from the form to the accounts.
    void closeAccountForm();

    void setDefaults(const SendingDefaults &defaults);
    void setThemeChoice(ThemeChoice choice);
    void setWorkspace(const WorkspaceFacts &facts);
    void setVersion(const QString &version);

signals:
    void connectRequested();
    void accountCheckRequested(AccountId id);
    void accountUseRequested(AccountId id);
    /// Asked and answered.
    void accountRemoveRequested(AccountId id);
    void defaultsChanged(const SendingDefaults &defaults);
    void themeChosen(ThemeChoice choice);
    void folderRequested();

private:
    class SectionButton;

    QWidget *buildAccounts();
    QWidget *buildDefaults();
    QWidget *buildAppearance();
    QWidget *buildData();
    QWidget *buildAbout();
    void addSection(Section section, const QString &title, const QString &iconName, QWidget *page);

    QWidget *makeAccountCard(const AccountView &view);
    void editAccount(AccountId id);
    void askToRemove(const Account &account);
    SendingDefaults readDefaults() const;
    void noteDefaults();

    const Clock &m_clock;
    PageHeader *m_header;
    QVBoxLayout *m_nav;
    QStackedWidget *m_sections;
    QButtonGroup *m_sectionGroup;

    std::vector<AccountView> m_accounts;
    QStackedWidget *m_accountStack;
    QVBoxLayout *m_accountColumn;
    QWidget *m_accountCards = nullptr;
    AccountForm *m_form;
    TextLabel *m_formTitle;

    QComboBox *m_country;
    QComboBox *m_timeZone;
    QComboBox *m_rate;
    QTimeEdit *m_from;
    QTimeEdit *m_to;
    std::vector<Button *> m_days;
    bool m_isFilling = false;

    QButtonGroup *m_themeGroup;
    TextLabel *m_folder;
    TextLabel *m_databaseFile;
    TextLabel *m_version;
};
