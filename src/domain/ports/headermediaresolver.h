#pragma once

#include "base/result.h"
#include "domain/account.h"
#include "domain/campaign.h"

#include <functional>
#include <memory>

/// Makes header files sendable: uploads them to Meta and remembers the ids with their campaigns. Lives
/// on one thread with an event loop; answers come on that thread, exactly once, never from within the call.
class HeaderMediaResolver
{
public:
    using Answer = std::function<void(const Result<HeaderMedia> &)>;

    virtual ~HeaderMediaResolver() = default;

    /// Only for media of kind File. The answer carries a fresh media id and the time of the upload.
    virtual void resolve(const Campaign &campaign, const std::shared_ptr<const Credential> &credential,
                         Answer answer) = 0;

    /// The same for a file that belongs to no campaign: nothing is remembered.
    virtual void upload(const HeaderMedia &file, const std::shared_ptr<const Credential> &credential,
                        Answer answer) = 0;
};
