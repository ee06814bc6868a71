#include "engine/headermediakeeper.h"

#include "domain/ports/headermediaresolver.h"
#include "engine/campaignroll.h"
#include "engine/senderdesk.h"

#include <QPointer>

using namespace Qt::StringLiterals;

namespace {
constexpr auto kLifetime = std::chrono::days{29}; // Meta keeps uploads for thirty
}

HeaderMediaKeeper::HeaderMediaKeeper(SenderDesk &desk, CampaignRoll &roll)
    : m_desk{desk}
    , m_roll{roll}
{
}

bool HeaderMediaKeeper::isSendable(CampaignRun &run, const std::shared_ptr<const Credential> &credential)
{
    const HeaderMedia &media = run.headerMedia;
    if (media.kind != HeaderMedia::Kind::File || !run.messageTemplate->needsHeaderMedia())
        return true;
    const bool isFresh = !media.mediaId.isEmpty() && media.uploadedAt
        && m_desk.ports.clock.now() - *media.uploadedAt < kLifetime;
    if (!isFresh && !run.isAskingForMedia)
        ask(run, credential);
    return isFresh;
}

void HeaderMediaKeeper::ask(CampaignRun &run, const std::shared_ptr<const Credential> &credential)
{
    run.isAskingForMedia = true;
    const CampaignId id = run.campaign.id;
    m_desk.ports.headerMedia.resolve(
        run.campaign, credential,
        [this, id, sender = QPointer<Sender>{&m_desk.sender}](const Result<HeaderMedia> &media) {
            if (sender)
                take(id, media);
        });
}

void HeaderMediaKeeper::take(CampaignId campaign, const Result<HeaderMedia> &media)
{
    CampaignRun *run = m_roll.find(campaign);
    if (!run)
        return;
    run->isAskingForMedia = false;
    m_desk.wake.wantNow();
    m_desk.wake.arm();
    if (media) {
        run->headerMedia = *media;
        run->mediaFailures = 0;
        run->heldFor = {};
        return;
    }
    const Error &error = media.error();
    if (error.kind == ErrorKind::Network || error.kind == ErrorKind::Busy) {
        run->heldUntil = m_desk.ports.clock.monotonic() + longestBackoff(++run->mediaFailures);
        run->heldFor = {u"header_media"_s,
                        tr("The header file could not be uploaded yet: %1").arg(error.message),
                        tr("It is tried again by itself.")};
        return;
    }
    m_desk.pause(campaign,
                 {u"header_media"_s, tr("The header file could not be uploaded: %1").arg(error.message),
                  tr("Choose another file, then resume.")});
}
