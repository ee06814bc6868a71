#include "workspace/senderports.h"

#include "storage/database.h"
#include "storage/directmessagestore.h"
#include "storage/settingstore.h"
#include "storage/sqlitesendledger.h"
#include "whatsapp/graphaccountgateway.h"
#include "whatsapp/graphmessagegateway.h"
#include "workspace/claimmark.h"
#include "workspace/headermediauploader.h"
#include "workspace/troubleanswering.h"

#include <QLoggingCategory>

namespace {

Q_LOGGING_CATEGORY(lcWorkspace, "fanfare.workspace")

/// Practice, from which nothing leaves, needs none.
Result<ClaimObserver> claimObserver(const Workspace &workspace, Database &database)
{
    if (workspace.isPractice())
        return ClaimObserver{};
    const Result<std::optional<WorkspaceIdentity>> identity = SettingStore{database}.identity();
    if (!identity)
        return identity.error();
    if (!*identity)
        return ClaimObserver{};
    return ClaimObserver{
        [mark = std::make_shared<ClaimMark>((*identity)->id)](qint64 claims) { mark->note(claims); }};
}

/// An answer may name the message of a trouble that Meta told before.
AnswersObserver answersObserver(std::shared_ptr<Database> database, const Clock &clock)
{
    return [database = std::move(database), &clock] {
        if (const Result<> answered = answerLateTroubles(*database, clock); !answered)
            qCWarning(lcWorkspace) << "a late trouble is not answered yet:" << answered.error().detail;
    };
}

} // namespace

PortsFactory senderPorts(const Workspace &workspace, std::shared_ptr<const CredentialCache> credentials)
{
    return [workspace, credentials = std::move(credentials)]() -> Result<OwnedPorts> {
        Result<std::unique_ptr<Database>> opened = Database::open(workspace.databasePath());
        if (!opened)
            return opened.error();
        const std::shared_ptr<Database> database = *std::move(opened);
        OwnedPorts ports;
        ports.foundation = database;
        ports.clock = std::make_unique<SystemClock>();
        ports.credentials = std::make_unique<CachedCredentialSource>(credentials);
        Result<ClaimObserver> observer = claimObserver(workspace, *database);
        if (!observer)
            return observer.error();
        ports.ledger =
            std::make_unique<SqliteSendLedger>(*database, *observer, answersObserver(database, *ports.clock));
        ports.directs = std::make_unique<DirectMessageStore>(*database, *observer);
        ports.gateway = std::make_unique<GraphMessageGateway>();
        ports.headerMedia = std::make_unique<HeaderMediaUploader>(std::make_unique<GraphAccountGateway>(),
                                                                  *database, *ports.clock);
        return ports;
    };
}
