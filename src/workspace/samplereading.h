#pragma once

#include "base/cancel.h"
#include "base/result.h"
#include "domain/ids.h"
#include "domain/recipientsample.h"

#include <memory>
#include <vector>

class Session;

/// Finds the people of a draft whose message is looked at before it is sent. Used on one thread at a time;
/// keeps the order of everybody, so that going from one to the next costs nothing.
class SampleReading
{
public:
    /// A sample without a number where nobody is meant. Cancelled, the best of those looked at so far.
    Result<RecipientSample> read(Session &session, CampaignId draft, const SampleChoice &choice,
                                 const CancelToken &cancel);

private:
    Result<> learnOrder(Session &session, CampaignId draft, qint64 people);

    CampaignId m_draft;
    std::vector<RecipientId> m_order;
};
