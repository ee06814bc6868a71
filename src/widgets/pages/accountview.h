#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "domain/account.h"

#include <optional>

/// Where a secret is at the moment. The secret itself never comes back to the window.
enum class SecretPlace { None, Keychain, Memory, Environment };

/// An account as the settings show it.
struct AccountView
{
    Account account;
    bool isInUse = false;
    bool isPractice = false;
    SecretPlace accessKey = SecretPlace::None;
    SecretPlace appSecret = SecretPlace::None;
    std::optional<UtcTime> checkedAt; ///< when Meta was last asked
    std::optional<Error> problem; ///< what that check found wrong
    bool isChecking = false;
    std::optional<int> messagedInLast24Hours;
};

/// The words for a SecretPlace: "In your system's keychain", …
QString textFor(SecretPlace place);
