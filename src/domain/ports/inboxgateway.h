#pragma once

#include "base/result.h"
#include "domain/account.h"

#include <QByteArray>
#include <QString>

#include <functional>

/// A file as Meta handed it over.
struct FetchedMedia
{
    QByteArray content;
    QString mimeType;
};

/// What an inbox asks Meta beside sending. Lives on one thread with an event loop; answers come on that
/// thread, exactly once, never from within the call.
class InboxGateway
{
public:
    template <typename T>
    using Answer = std::function<void(const Result<T> &)>;

    virtual ~InboxGateway() = default;

    /// Shows the person that this message, and what they wrote before it, was read.
    virtual void markRead(const Credential &credential, const QString &messageId, Answer<Done> answer) = 0;

    /// Fetches a file that somebody sent. `sha256` in hex, or as base64 where Meta told it so; empty: only
    /// what Meta tells with the file itself is compared. Errors: NotFound where Meta has it no longer;
    /// BadInput with the codes "media_size" and "media_hash"; Network.
    virtual void fetchMedia(const Credential &credential, const QString &mediaId, const QString &sha256,
                            Answer<FetchedMedia> answer) = 0;
};
