#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "domain/ids.h"

#include <QByteArray>

#include <optional>

class Session;

/// Where a person left a draft. A campaign itself does not hold that, so it stands among the workspace's
/// settings.
struct DraftState
{
    QByteArray wizard; ///< CampaignDraft::wizardState()
    std::optional<UtcTime> savedAt;
};

DraftState readDraftState(Session &session, CampaignId draft);
Result<> writeDraftState(Session &session, CampaignId draft, const QByteArray &wizard, UtcTime savedAt);
/// Once it is no draft any more.
Result<> removeDraftState(Session &session, CampaignId draft);
