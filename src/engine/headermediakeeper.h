#pragma once

#include "engine/campaignrun.h"

struct Credential;
struct SenderDesk;
class CampaignRoll;

/// Keeps the header files of sending campaigns sendable: uploads them before the first message, and again
/// before Meta forgets them.
class HeaderMediaKeeper
{
    Q_DECLARE_TR_FUNCTIONS(HeaderMediaKeeper)

public:
    HeaderMediaKeeper(SenderDesk &desk, CampaignRoll &roll);

    /// Whether messages can leave now as far as the header goes; asks for an upload where they cannot.
    bool isSendable(CampaignRun &run, const std::shared_ptr<const Credential> &credential);

private:
    void ask(CampaignRun &run, const std::shared_ptr<const Credential> &credential);
    void take(CampaignId campaign, const Result<HeaderMedia> &media);

    SenderDesk &m_desk;
    CampaignRoll &m_roll;
};
