#pragma once

#include "domain/ports/accountgateway.h"
#include "domain/ports/headermediaresolver.h"
#include "storage/campaignstore.h"

#include <memory>

class Clock;

/// Uploads header files through the Graph API and remembers the ids with their campaigns. When an upload is
/// too old, the sender asks again.
class HeaderMediaUploader final : public HeaderMediaResolver
{
public:
    HeaderMediaUploader(std::unique_ptr<AccountGateway> gateway, Database &database, const Clock &clock);

    void resolve(const Campaign &campaign, const std::shared_ptr<const Credential> &credential,
                 Answer answer) override;
    void upload(const HeaderMedia &file, const std::shared_ptr<const Credential> &credential,
                Answer answer) override;

private:
    std::unique_ptr<AccountGateway> m_gateway;
    CampaignStore m_campaigns;
    const Clock &m_clock;
};
