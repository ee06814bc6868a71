#pragma once

#include "base/cancel.h"
#include "base/result.h"
#include "domain/ids.h"
#include "presentation/wizardfacts.h"

#include <memory>
#include <vector>

class Session;

/// Finds the people of a draft whose message the review shows. Used on one background thread at a time; keeps
/// the order of everybody, so that going from one to the next costs nothing.
class SampleReading
{
public:
    Result<RecipientSample> read(Session &session, CampaignId draft, const SampleChoice &choice,
                                 const CancelToken &cancel);

private:
    Result<> learnOrder(Session &session, CampaignId draft, qint64 people);

    CampaignId m_draft;
    std::vector<RecipientId> m_order;
};
