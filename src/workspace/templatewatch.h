#pragma once

#include "domain/ids.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <vector>

class AccountService;
class BackgroundDesk;
class CredentialVault;
class Session;

/// While a campaign waits for Meta to approve its template again, asks Meta about it now and then: a computer
/// to which no delivery events come learns it in no other way. Asks nothing while none waits.
class TemplateWatch : public QObject
{
    Q_OBJECT

public:
    /// All of them must outlive it.
    TemplateWatch(Session &session, BackgroundDesk &desk, CredentialVault &vault);
    ~TemplateWatch() override;

    /// Looks now, and then every ten minutes.
    void start();
    void look();

signals:
    /// The templates of an account are as Meta has them, and campaigns went on where they may.
    void updated();

private:
    void ask(AccountId account);

    Session &m_session;
    BackgroundDesk &m_desk;
    std::unique_ptr<AccountService> m_accounts;
    QTimer m_timer;
    std::vector<AccountId> m_asking;
};
