#pragma once

#include "base/result.h"
#include "domain/ports/inboxgateway.h"
#include "storage/inboxmedia.h"
#include "storage/inboxstore.h"
#include "workspace/workspace.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>
#include <vector>

class BackgroundDesk;
class CredentialVault;
class Session;

/// Carries between the inbox and Meta what no message is: fetches the files that people sent into the media
/// folder, tells Meta what was read, and deletes files that nobody needs any more. What does not work is
/// tried again, less and less often, for as long as Meta keeps it. Lives on a thread with an event loop,
/// which it never blocks.
class InboxCourier : public QObject
{
    Q_OBJECT

public:
    /// The vault must outlive it.
    InboxCourier(Workspace workspace, CredentialVault &vault, QObject *parent = nullptr);
    InboxCourier(Workspace workspace, CredentialVault &vault, std::unique_ptr<InboxGateway> gateway,
                 QObject *parent = nullptr);
    ~InboxCourier() override;

    /// From now on by itself, and at once.
    void start();
    /// There may be something new.
    void look();
    /// Only tells Meta that this conversation was read; `rested` says whether Meta heard it.
    void tellRead(ConversationId conversation);

signals:
    /// A file came, or will not come.
    void mediaChanged();
    /// Nothing can be done now. With the problem of the last try, if there was one.
    void rested(const Result<> &last);

private:
    struct Errand;

    void begin(std::optional<ConversationId> only);
    static Result<Errand> errandIn(Session &session, std::optional<ConversationId> only);
    void take(Errand errand);
    void next();
    void tell(const ReadToTell &read, const Credential &credential);
    void fetch(const WantedMedia &wanted, const Credential &credential);
    void keep(const WantedMedia &wanted, const Result<FetchedMedia> &media);
    void noteFailure(const WantedMedia &wanted, const Error &error);
    template <typename Use>
    void withCredential(AccountId account, Use use);
    void rest();

    Workspace m_workspace;
    CredentialVault &m_vault;
    std::unique_ptr<InboxGateway> m_gateway;
    std::unique_ptr<BackgroundDesk> m_desk;
    QTimer m_timer;
    std::vector<ReadToTell> m_reads;
    std::vector<WantedMedia> m_media;
    Result<> m_last{Done{}};
    bool m_isBusy = false;
    bool m_mustLookAgain = false;
};
