#pragma once

#include "base/result.h"
#include "domain/account.h"
#include "domain/campaign.h"

#include <functional>
#include <memory>

/// Makes a campaign's header file sendable: uploads it to Meta and remembers the id with the campaign. Lives
/// on one thread with an event loop; answers come on that thread, exactly once, never from within the call.
class HeaderMediaResolver
{
public:
    using Answer = std::function<void(const Result<HeaderMedia> &)>;

    virtual ~HeaderMediaResolver() = default;

    /// Only for media of kind File. The answer carries a fresh media id and the time of the upload.
    virtual void resolve(const Campaign &campaign, const std::shared_ptr<const Credential> &credential,
                         Answer answer) = 0;
};
