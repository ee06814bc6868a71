#include "engine/campaignrun.h"

#include "engine/answerbook.h"

namespace {

constexpr int kDefaultPerSecond = 80; // until the number's throughput is known

SendingWindow windowFor(const Campaign &campaign, const SenderOptions &options)
{
    SendingWindow window = campaign.settings.window;
    if (options.isAlwaysOpen) {
        window.fromMinute = 0;
        window.toMinute = 24 * 60;
        window.days = SendingWindow::kEveryDay;
    }
    return window;
}

} // namespace

CampaignRun::CampaignRun(const Campaign &sent, const SenderOptions &options)
    : campaign{sent}
    , pacer{limitOf(sent.settings.rate, kDefaultPerSecond)}
    , gate{windowFor(sent, options), options.zone}
    , brake{sent.settings.brake}
    , headerMedia{sent.settings.headerMedia}
{
    if (sent.frozenTemplate)
        messageTemplate = std::make_shared<const MessageTemplate>(*sent.frozenTemplate);
}

void CampaignRun::giveBackClaims(AnswerBook &book, MonotonicTime now)
{
    for (const Claim &claim : claims)
        book.giveBack(campaign.id, claim.attempt, now);
    if (!claims.empty())
        cameShort = false;
    claims.clear();
}
