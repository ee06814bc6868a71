#pragma once

#include "base/clock.h"
#include "widgets/pages/accountview.h"

#include <QStackedWidget>

#include <optional>
#include <vector>

class AccountForm;
class Button;
class Card;
class QHBoxLayout;
class QVBoxLayout;
class TextLabel;

/// The accounts section of the settings: a card for each number, and the form in which one is edited.
class AccountsPanel final : public QStackedWidget
{
    Q_OBJECT

public:
    explicit AccountsPanel(const Clock &clock, QWidget *parent = nullptr);

    void setAccounts(std::vector<AccountView> accounts);
    /// The form of an account that is being edited: tell it what Meta answered.
    AccountForm &form() { return *m_form; }
    /// Back from the form to the accounts.
    void closeForm();

signals:
    void connectRequested();
    void checkRequested(AccountId id);
    void useRequested(AccountId id);
    /// A person's own limit; nothing: as fast as Meta allows.
    void limitChosen(AccountId id, std::optional<int> perSecond);
    /// Asked and answered.
    void removeRequested(AccountId id);

private:
    QWidget *buildOverview();
    QWidget *buildEditor();
    QWidget *makeAccountCard(const AccountView &view);
    void addActions(QHBoxLayout *row, const AccountView &view);
    void showMenu(const AccountView &view, const QPoint &position);
    void addChecks(Card *card, const AccountView &view);
    Button *makeLimitButton(const Account &account, const QString &name);
    void edit(AccountId id);
    void askForLimit(AccountId id);
    void askToRemove(const Account &account);

    const Clock &m_clock;
    std::vector<AccountView> m_accounts;
    QVBoxLayout *m_column = nullptr;
    QWidget *m_cards = nullptr;
    AccountForm *m_form;
    TextLabel *m_formTitle;
};
