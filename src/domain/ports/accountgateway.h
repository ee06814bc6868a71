#pragma once

#include "base/result.h"
#include "domain/account.h"
#include "domain/messagetemplate.h"

#include <QStringList>

#include <functional>
#include <vector>

/// Asks Meta about an account. Lives on one thread with an event loop; answers come on that thread, exactly
/// once.
class AccountGateway
{
public:
    template <typename T>
    using Answer = std::function<void(const Result<T> &)>;

    virtual ~AccountGateway() = default;

    virtual void fetchNumber(const Credential &credential, Answer<NumberReport> answer) = 0;

    /// All templates of the WABA, following cursors; a stale cursor starts over.
    virtual void fetchTemplates(const Credential &credential,
                                Answer<std::vector<MessageTemplate>> answer) = 0;

    /// The names of the apps that Meta tells the events of this WABA; empty where there is none.
    virtual void fetchSubscribedApps(const Credential &credential, Answer<QStringList> answer) = 0;
    /// Makes the app of the access token one of them; answers all of them as Meta names them then.
    virtual void subscribeApp(const Credential &credential, Answer<QStringList> answer) = 0;

    /// Uploads a header file for sending; answers the media id (valid for 30 days).
    virtual void uploadMedia(const Credential &credential, const QString &path, Answer<QString> answer) = 0;
};
