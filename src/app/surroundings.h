#pragma once

#include <QString>

#include <functional>
#include <memory>

class Appearance;
class Clock;
class CredentialVault;
class Preferences;
class TrayPlace;
class Workspace;

/// What the window stands in: the person's computer. Everything outlives the window.
struct Surroundings
{
    const Clock &clock;
    Appearance &appearance;
    Preferences &preferences;
    QString ownFolder; ///< where a workspace of one's own is made
    QString practiceFolder;
    std::function<std::unique_ptr<CredentialVault>(const Workspace &)> makeVault;
    TrayPlace *tray = nullptr; ///< nothing: a closed window sends nothing
};
