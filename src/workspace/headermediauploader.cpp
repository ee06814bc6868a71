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
    upload(campaign.settings.headerMedia, credential,
           [this, id = campaign.id, answer = std::move(answer)](const Result<HeaderMedia> &media) {
               if (!media) {
                   answer(media.error());
                   return;
               }
               const Result<> noted = m_campaigns.noteHeaderUpload(id, media->mediaId,
                                                                   media->uploadedAt.value_or(m_clock.now()));
               answer(noted ? media : Result<HeaderMedia>{noted.error()});
           });
}

void HeaderMediaUploader::upload(const HeaderMedia &file, const std::shared_ptr<const Credential> &credential,
                                 Answer answer)
{
    m_gateway->uploadMedia(
        *credential, file.value,
        [this, media = file, answer = std::move(answer)](const Result<QString> &mediaId) mutable {
            if (!mediaId) {
                answer(mediaId.error());
                return;
            }
            media.mediaId = *mediaId;
            media.uploadedAt = m_clock.now();
            answer(media);
        });
}
