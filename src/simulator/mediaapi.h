#pragma once

#include "base/clock.h"
#include "simulator/graphcall.h"
#include "simulator/mediashelf.h"

/// The part of the Graph API that keeps files: they are uploaded, told of, fetched under an address that is
/// good for five minutes, and deleted. Owner of the data: whoever owns this; it does not lock.
class MediaApi
{
public:
    explicit MediaApi(const Clock &clock);

    bool knows(const QString &id) const;

    GraphAnswer uploadMedia(const GraphCall &call);
    /// Tells of the file that is the node of `call`, or deletes it. It must be known.
    GraphAnswer answerMedia(const GraphCall &call);
    GraphAnswer downloadMedia(const GraphCall &call) const;

private:
    const Clock &m_clock;
    MediaShelf m_media;
};
