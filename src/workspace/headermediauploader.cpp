#include "workspace/headermediauploader.h"

HeaderMediaUploader::HeaderMediaUploader(std::unique_ptr<AccountGateway> gateway, Database &database,
                                         const Clock &clock)
    : m_gateway{std::move(gateway)}
    , m_campaigns{database}
    , m_clock{clock}
{
}

void HeaderMediaUploader::resolve(const Campaign &campaign,
                                  const std::shared_ptr<const Credential> &credential, Answer answer)
{
    HeaderMedia media = campaign.settings.headerMedia;
    m_gateway->uploadMedia(
        *credential, media.value,
        [this, id = campaign.id, media, answer = std::move(answer)](const Result<QString> &mediaId) mutable {
            if (!mediaId) {
                answer(mediaId.error());
                return;
            }
            media.mediaId = *mediaId;
            media.uploadedAt = m_clock.now();
            if (const Result<> noted = m_campaigns.noteHeaderUpload(id, media.mediaId, *media.uploadedAt);
                !noted) {
                answer(noted.error());
                return;
            }
            answer(media);
        });
}
