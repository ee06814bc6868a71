#pragma once

#include "base/cancel.h"
#include "base/result.h"
#include "domain/abtest.h"
#include "domain/messagetemplate.h"

#include <optional>
#include <vector>

class Database;

/// How a version, or the rest, is to be sent.
struct AbArming
{
    MessageTemplate frozen;
    std::optional<UtcTime> when; ///< nothing: now
};

/// Keeps A/B tests. A test belongs to a draft until its people are divided; from then on each version is a
/// campaign like any other.
class AbTestStore
{
public:
    explicit AbTestStore(Database &database)
        : m_database{database}
    {
    }

    /// Makes a draft a test, or changes the one that it is. BadInput with the code "bad_test" where the terms
    /// have a problem, Refused with "not_a_draft" or "in_test".
    Result<> define(CampaignId draft, const AbTestTerms &terms);
    /// The draft is sent in one version again. Refused as above.
    Result<> drop(CampaignId draft);

    /// The test that a campaign is a version of, or the rest.
    Result<std::optional<AbTest>> of(CampaignId campaign);
    /// All of them; the oldest first.
    Result<std::vector<AbTest>> list();
    /// Those of which nobody has decided, nor been asked to.
    Result<std::vector<AbTest>> running();
    /// How many people its versions got when they were divided, and the rest.
    Result<AbSizes> sizes(AbTestId id);

    /// Makes a campaign of each version and of the rest, in one transaction; the people are still to be put
    /// in. Nothing changes where that was done before. Refused with the codes "wrong_state", "not_a_draft"
    /// and "too_few_people".
    Result<AbTest> beginDividing(AbTestId id, UtcTime now);
    /// Puts everybody where the draw has them, in steps; may be done again after an interruption. False where
    /// it was cancelled.
    Result<bool> divide(AbTestId id, const CancelToken &cancel = {});
    /// Once all are there: arms every version, all or none. `armings`: one for each version, in order.
    Result<AbTest> start(AbTestId id, const std::vector<AbArming> &armings, UtcTime now);

    /// The time of the decision has come, and the figures do not tell. Refused with "wrong_state".
    Result<> ask(AbTestId id, const QString &why, UtcTime now);
    /// Gives the rest the winner's message and arms it, in one transaction with the decision: never twice,
    /// never half. Refused with the codes "no_rest", "wrong_state" (decided already) and "no_version" (it was
    /// deleted).
    Result<Campaign> choose(AbTestId id, int winner, bool isByPerson, const AbArming &arming, UtcTime now);

private:
    Database &m_database;
};
