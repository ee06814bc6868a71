#pragma once

#include "cli/exitcode.h"
#include "cli/metaconnection.h"
#include "cli/secretswatch.h"
#include "workspace/inboxcourier.h"
#include "workspace/relaychoice.h"
#include "workspace/relaypuller.h"

#include <QObject>

#include <memory>

class CommandContext;

/// Fetches from the workspace's relay, once or until it is stopped, and says what came. One that goes on
/// takes up the accounts, secrets, and the other relay that the workspace has meanwhile.
class RelayPullRun final : public QObject
{
    Q_OBJECT

public:
    RelayPullRun(CommandContext &context, std::shared_ptr<MetaConnection> meta, bool isFollowing,
                 bool dropsUnsigned);

    /// Finds app secrets and key first. The command ends with what is missing; one that goes on waits for it.
    void start(const RelayChoice &choice);

private:
    void lookAtChoice();
    void useChoice(const RelayChoice &choice);
    void findKey();
    void fetch(const QByteArray &key);
    void fetchAnew();
    void lack(const Error &error);
    void sayEvents(const std::vector<AppliedEvent> &events);
    void sayAnswered(const RelayNews &news);
    void sayTrouble(const Error &error);
    void end(const QString &event, ExitCode code);

    CommandContext &m_context;
    std::shared_ptr<MetaConnection> m_meta;
    RelayPulling m_pulling;
    RelayPuller m_puller;
    SecretsWatch m_secrets;
    std::unique_ptr<ChangeWatch> m_changes; ///< of one that goes on
    RelayChoice m_choice;
    RelayAccess m_fetched; ///< from where, with its key
    bool m_areSecretsKnown = false;
    bool m_isFetching = false;
    int m_question = 0; ///< counts, so that a late answer of the keychain to an earlier one is not heard
    qint64 m_taken = 0; ///< bodies that came before the puller began anew
    qint64 m_leftOut = 0;
    std::unique_ptr<InboxCourier> m_courier; ///< of a pull that goes on
    QString m_trouble; ///< its code, once it was said
    bool m_isConnected = false; ///< and that was said
};

/// The access to this relay, without its key.
Result<RelayAccess> accessOf(const RelayChoice &choice);
