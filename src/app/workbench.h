#pragma once

#include "base/clock.h"
#include "domain/ids.h"
#include "workspace/workspace.h"

#include <QPointer>

#include <functional>

class AccountService;
class BackgroundDesk;
class ChangeWatch;
class CredentialVault;
class DirectMessenger;
class EngineHost;
class MainWindow;

/// What the controllers of one open workspace work with. Everything outlives them.
struct Workbench
{
    Workspace workspace;
    QString name; ///< what the window calls it
    const Clock &clock;
    BackgroundDesk &desk;
    CredentialVault &vault;
    AccountService &accounts;
    DirectMessenger &messenger;
    EngineHost &engine;
    ChangeWatch &changes; ///< somebody wrote to the database, we ourselves included
    MainWindow &window;
};

/// Whether an access token for this account is at hand. The answer comes later, and only while `context`
/// lives.
void askForToken(const Workbench &bench, AccountId account, QPointer<QObject> context,
                 std::function<void(bool)> answer);
