#include "workspace/senderports.h"

#include "storage/database.h"
#include "storage/directmessagestore.h"
#include "storage/sqlitesendledger.h"
#include "whatsapp/graphaccountgateway.h"
#include "whatsapp/graphmessagegateway.h"
#include "workspace/headermediauploader.h"

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
        ports.ledger = std::make_unique<SqliteSendLedger>(*database);
        ports.directs = std::make_unique<DirectMessageStore>(*database);
        ports.gateway = std::make_unique<GraphMessageGateway>();
        ports.headerMedia = std::make_unique<HeaderMediaUploader>(std::make_unique<GraphAccountGateway>(),
                                                                  *database, *ports.clock);
        return ports;
    };
}
