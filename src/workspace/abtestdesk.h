#pragma once

#include "base/result.h"
#include "domain/abtest.h"
#include "domain/preflight.h"
#include "storage/abteststore.h"

#include <QCoreApplication>

#include <optional>
#include <vector>

class Session;

/// A test with what its figures tell, all of one moment.
struct AbOutcome
{
    AbTest test;
    std::vector<std::optional<Campaign>> versions; ///< nothing: deleted; drafts: the first has an id
    std::optional<Campaign> rest;
    AbSizes sizes; ///< when the people were divided; of a draft as they would be now
    AbResult result;
    std::optional<UtcTime> decidesAt; ///< where it is known, and still to come or waited for

    /// Every version that was not deleted is sent.
    bool isSent() const;
};

/// Sends campaigns in several versions, and decides which one the rest gets.
class AbTestDesk
{
    Q_DECLARE_TR_FUNCTIONS(AbTestDesk)

public:
    explicit AbTestDesk(Session &session)
        : m_session{session}
    {
    }

    /// From the system's generator.
    static quint32 newSeed();

    /// As AbTestStore::define(), where each version has a template that is known: NotFound otherwise.
    Result<> define(CampaignId draft, const AbTestTerms &terms);

    /// The variables of the message of a draft, in all of its versions, that its people have to bring.
    Result<QStringList> variablesOf(const Campaign &draft);

    /// What the pre-flight list of a draft says of its versions, beyond what it says of the draft.
    Result<std::vector<PreflightCheck>> check(const Campaign &draft, bool hasToken,
                                              const std::vector<PreflightCheck> &ofDraft,
                                              const CancelToken &cancel = {});

    /// Divides the people and arms every version: for now, for `when`, or for a time of its own. Goes on with
    /// what a crash left half divided. Errors as of CampaignDesk::send() and AbTestStore; BadInput with the
    /// code "time_in_the_past". Returns version A.
    Result<Campaign> start(const AbTest &test, std::optional<UtcTime> when, bool hasToken);

    /// NotFound with the code "no_test" where the campaign is no part of one.
    Result<AbOutcome> outcome(CampaignId campaign);

    /// Several reads: inside a snapshot they add up.
    Result<AbOutcome> read(const AbTest &test);

    /// A person chooses the version for the rest: it is armed in the same moment. Errors as of
    /// AbTestStore::choose() and CampaignDesk::send().
    Result<Campaign> choose(CampaignId campaign, int winner, bool hasToken);

    /// Decides the tests whose time has come, each once: where one version is clearly the best the rest gets
    /// it, and otherwise a person is asked. Only for the holder of the engine lock. The campaigns that are
    /// armed now; an error of one test, which is tried again, keeps no other one waiting.
    Result<std::vector<CampaignId>> decideDue();

private:
    Result<std::vector<AbArming>> readyVersions(const AbTest &test, std::optional<UtcTime> when,
                                                bool hasToken);
    Result<> keepEstimates(const AbTest &test, const std::vector<AbArming> &armings);
    Result<Campaign> arm(const AbOutcome &outcome, int winner, bool isByPerson, bool hasToken);
    Result<std::optional<CampaignId>> decide(const AbOutcome &outcome);

    Session &m_session;
};
