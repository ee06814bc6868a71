#pragma once

#include "base/result.h"
#include "storage/settingstore.h"

#include <QString>

class Database;
class Workspace;

// Tells a workspace from a restored or copied one, which must not send what the original sends. The database
// and the user's state folder both hold its id and generation; each start of the engine makes a new
// generation, and so does each clean end and every few seconds of sending, so that a copy taken while it ran
// is told from what it left; the number of claims tells it to the last one. Where they disagree, where the
// remembered folder still holds the original, or where it was moved before its engine had ended, the
// workspace is disarmed until a person arms it. A practice workspace is always armed: nothing leaves it.

/// Where the identities are remembered, outside every workspace.
QString identityFolder();

/// Remembers that this folder holds this identity.
Result<> rememberIdentity(const QString &workspaceFolder, const WorkspaceIdentity &identity);

/// Done when armed; else Refused with the code "disarmed", saying how to arm it. Looks at the database as it
/// is now.
Result<> requireArmed(const Workspace &workspace, Database &database);

/// Takes the next generation; for the holder of the engine lock, who has asked `requireArmed` before.
enum class EngineState { Running, Ended };
Result<> advanceGeneration(const Workspace &workspace, Database &database, EngineState engine);

/// On a person's word: gives it an identity of its own.
Result<> armWorkspace(const Workspace &workspace, Database &database);
