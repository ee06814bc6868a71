#pragma once

#include "domain/ports/inboxgateway.h"
#include "whatsapp/graphtransport.h"

#include <QCoreApplication>

/// Marks messages as read, and fetches what people sent: first where a file is, then the file.
class GraphInboxGateway final : public InboxGateway
{
    Q_DECLARE_TR_FUNCTIONS(GraphInboxGateway)

public:
    /// Meta takes files of 100 MB at most.
    static constexpr qint64 kLargestMedia = 100 * 1024 * 1024;

    explicit GraphInboxGateway(GraphTransportOptions options = {}, qint64 largestMedia = kLargestMedia);

    void markRead(const Credential &credential, const QString &messageId, Answer<Done> answer) override;
    void fetchMedia(const Credential &credential, const QString &mediaId, const QString &sha256,
                    Answer<FetchedMedia> answer) override;

private:
    struct Fetch;

    void download(const std::shared_ptr<Fetch> &fetch, const QJsonObject &facts);
    void take(const Fetch &fetch, const GraphAnswer &received) const;
    template <typename T>
    void answerLater(Answer<T> answer, Error error);

    const qint64 m_largestMedia;
    GraphTransport m_transport; ///< for short answers
    GraphTransport m_files;
};
