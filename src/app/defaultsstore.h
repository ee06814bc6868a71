#pragma once

#include "base/result.h"
#include "domain/campaign.h"
#include "widgets/pages/settingspage.h"

class Session;

/// What new campaigns of this workspace begin with. In practice: Britain, where the sample people live, and
/// no waiting.
SendingDefaults readSendingDefaults(Session &session);
Result<> writeSendingDefaults(Session &session, const SendingDefaults &defaults);

/// A draft that begins with the defaults; its speed is the one that was chosen last for the account.
Result<Campaign> newDraftWithDefaults(Session &session);
/// A campaign was finished: its speed is what the next one begins with.
Result<> rememberRate(Session &session, const Campaign &campaign);
