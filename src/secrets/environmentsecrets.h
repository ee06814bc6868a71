#pragma once

#include <QByteArray>

/// FANFARE_TOKEN and FANFARE_APP_SECRET, which come before everything else for the account in use, and
/// FANFARE_RELAY_KEY. Empty
/// where not set.
struct EnvironmentSecrets
{
    QByteArray token;
    QByteArray appSecret;
    QByteArray relayKey; ///< of the workspace's relay

    static EnvironmentSecrets fromEnvironment();
};

inline constexpr auto kTokenVariable = "FANFARE_TOKEN";
inline constexpr auto kAppSecretVariable = "FANFARE_APP_SECRET";
inline constexpr auto kRelayKeyVariable = "FANFARE_RELAY_KEY";
