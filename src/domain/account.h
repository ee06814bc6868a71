#pragma once

#include "domain/ids.h"

#include <QByteArray>
#include <QUrl>

#include <optional>

/// One business phone number at Meta. Its token and app secret live in the keychain, never here.
struct Account
{
    AccountId id;
    QString phoneNumberId;
    QString wabaId;
    QString name;
    QString apiBase; ///< without a trailing slash
    QString graphVersion; ///< "v25.0"

    // What Meta last reported; nothing where it never did.
    QString displayPhoneNumber;
    QString verifiedName;
    QString qualityRating; ///< GREEN, YELLOW, RED, UNKNOWN, NA: an open set
    std::optional<int> throughputPerSecond;
    std::optional<int> messagingLimit; ///< unique people in 24 hours

    std::optional<int> ownLimitPerSecond; ///< a person's: never faster than this
};

/// What people call it: by its name, or else its number.
inline QString shownNameOf(const Account &account)
{
    for (const QString &name : {account.name, account.verifiedName, account.displayPhoneNumber}) {
        if (!name.isEmpty())
            return name;
    }
    return account.phoneNumberId;
}

inline constexpr auto kDefaultApiBase = "https://graph.facebook.com";
inline constexpr auto kDefaultGraphVersion = "v25.0";

/// An account with what is needed to speak for it. Never stored, logged or shown.
struct Credential
{
    Account account;
    QByteArray token;
    QByteArray
        appSecret; ///< empty: no appsecret_proof, and unsigned webhooks cannot be told from signed ones
};

/// The answer to "who are we?" A value that Meta did not report is nothing.
struct NumberReport
{
    QString displayPhoneNumber;
    QString verifiedName;
    QString qualityRating;
    QString status;
    std::optional<int> throughputPerSecond;
    std::optional<int> messagingLimit; ///< unique people in 24 hours; nothing also for unlimited
    bool isUnlimited = false;
};
