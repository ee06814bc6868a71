#pragma once

#include "cli/command.h"

struct Campaign;
class Session;

// A command whose first value names a campaign. A wrong call is found before the workspace is looked for.

using CampaignWork = Result<> (*)(Session &, const Campaign &, const Arguments &, CommandContext &);
using CampaignStart = void (*)(Session &, const Campaign &, const Arguments &, CommandContext &);

/// `work` with the session and the campaign, or the reason why there is none.
Command::Work withCampaign(CampaignWork work);

/// The same for work that ends later.
Command::Start withCampaign(CampaignStart start);
