#pragma once

#include "engine/sendingthread.h"
#include "workspace/credentialcache.h"
#include "workspace/workspace.h"

#include <memory>

/// Makes everything that a sender of this workspace needs, on a database connection of its thread.
PortsFactory senderPorts(const Workspace &workspace, std::shared_ptr<const CredentialCache> credentials);
