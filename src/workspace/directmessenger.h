#pragma once

#include "base/result.h"
#include "domain/directmessage.h"
#include "workspace/accountdesk.h"
#include "workspace/workspace.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <set>
#include <vector>

class BackgroundDesk;
class CredentialVault;
class EngineLock;
class SendingThread;

/// Sends direct messages on a person's word: leaves each in the workspace for the engine that runs, in
/// whichever process, and where none runs takes the engine lock for a moment and sends it itself. Lives on a
/// thread with an event loop, which it never blocks; answers come there, not from within the call, and none
/// comes after it is gone.
class DirectMessenger : public QObject
{
    Q_OBJECT

public:
    using Answer = std::function<void(const Result<QString> &)>;

    /// `program` is what others are told about who sends. The vault must outlive it.
    DirectMessenger(Workspace workspace, CredentialVault &vault, QString program, QObject *parent = nullptr);
    /// What still waits expires: it is not sent later.
    ~DirectMessenger() override;

    /// Answers the id that Meta gave the message, or why there is none: Refused with the codes "opted_out",
    /// "window_closed", "marketing_held", "no_token", "keychain_locked" and "network_folder"; Network with
    /// Meta's code, "not_sent" or "unconfirmed". The file of an answer is copied into the media folder first.
    /// `taken`, before any other answer: the message is on disk, where it stays whatever becomes of it.
    void send(const DirectMessage &message, Answer answer, std::function<void()> taken = {});

    /// Takes back what nobody has claimed yet of all that was asked for before this call; whether that was
    /// all of it. Nothing of it is answered any more.
    void withdraw(std::function<void(bool)> done);

private:
    struct Look;
    struct Pending
    {
        DirectMessageId id;
        KnownAccount account;
        std::chrono::milliseconds patience;
        QElapsedTimer since;
        Answer answer;
    };

    Pending *find(DirectMessageId id);
    void look();
    void take(const Look &look);
    void takeReport(DirectMessageId id, const Result<DirectReport> &report, bool isAnybodySending);
    std::vector<DirectMessageId> takePending();
    void takeBack(std::vector<DirectMessageId> ids, std::function<void(bool)> done);
    void takeBack(DirectMessageId id, const Error &why);
    void finish(DirectMessageId id, const Result<QString> &answer);
    void takeAllBack(const Error &why);
    void finishAll(const Error &error);

    void sendHere(const KnownAccount &account);
    void startSending(AccountId account);
    void stopSending();
    void endSending();

    Workspace m_workspace;
    CredentialVault &m_vault;
    QString m_program;
    std::vector<Pending> m_pending;
    QTimer m_timer;
    int m_withdrawals = 0;
    bool m_isLooking = false;
    bool m_isFindingToken = false;
    std::unique_ptr<BackgroundDesk> m_desk;

    // What sends here, where no engine runs.
    bool m_isStopping = false;
    std::set<AccountId> m_accounts; ///< whose tokens it has
    std::unique_ptr<EngineLock> m_lock; ///< outlives what writes
    std::unique_ptr<SendingThread> m_sending;
};
