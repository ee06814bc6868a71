#pragma once

#include "engine/campaignrun.h"
#include "engine/headermediakeeper.h"
#include "engine/numberlane.h"

#include <functional>
#include <map>
#include <vector>

struct Credential;
struct SenderDesk;
class CampaignRoll;
class GraphProbe;

/// One message between its post and its answer.
struct Flight
{
    AttemptId attempt;
    RecipientId recipient;
    CampaignId campaign;
    int tryNumber = 1; ///< retries count from the last time that a person asked for one
    MonotonicTime startedAt;
};

/// Serves the numbers: claims a little ahead of the wire for the campaigns of a number, and posts their
/// messages in turn, each when its number and its campaign allow it.
class NumberService
{
    Q_DECLARE_TR_FUNCTIONS(NumberService)

public:
    using OutcomeHandler = std::function<void(const Flight &, const SendOutcome &)>;

    /// `onOutcome` gets every answer that comes before forgetFlights().
    NumberService(SenderDesk &desk, CampaignRoll &roll, GraphProbe &probe, OutcomeHandler onOutcome);

    void serve(AccountId account);
    /// In the order in which to serve them: who has not posted for longest comes first, so that a fast number
    /// that takes every connection leaves some to the others.
    std::vector<AccountId> beginTurn(std::vector<AccountId> accounts);
    /// Somebody had a message in this turn and no connection for it.
    bool isCrowded() const { return m_isCrowded; }

    int inFlight() const { return m_inFlight; }
    /// Answers to what was posted until now are no longer wanted.
    void forgetFlights();

private:
    std::shared_ptr<const Credential> credentialFor(AccountId account);
    std::vector<CampaignRun *> runsInTurn(AccountId account);
    void tuneLane(NumberLane &lane, const std::vector<CampaignRun *> &runs, const Credential &credential);
    bool mayStartSoon(NumberLane &lane);
    bool isReady(CampaignRun &run, const std::shared_ptr<const Credential> &credential);
    bool passesGate(CampaignRun &run);
    bool mayClaimAgain(CampaignRun &run);
    bool claimAhead(CampaignRun &run, NumberLane &lane, int activeRuns);
    bool takeClaims(CampaignRun &run, int wanted);
    bool isLimited(CampaignRun &run);
    void stopFor(CampaignRun &run, const ClaimStop &stop);
    void keepBudget(CampaignRun &run, const ClaimStop &stop);
    void holdFor(CampaignRun &run, const ClaimStop &stop);
    bool sendOne(const std::vector<CampaignRun *> &runs, NumberLane &lane, AccountId account,
                 const std::shared_ptr<const Credential> &credential);
    CampaignRun *nextInTurn(const std::vector<CampaignRun *> &runs, CampaignId last, MonotonicTime now);
    void post(CampaignRun &run, NumberLane &lane, const std::shared_ptr<const Credential> &credential);
    void takeAnswer(const Flight &flight, int session, const SendOutcome &outcome);
    void giveBackClaims(CampaignRun &run);
    int roomFor(AccountId account);

    SenderDesk &m_desk;
    CampaignRoll &m_roll;
    GraphProbe &m_probe;
    HeaderMediaKeeper m_headerMedia;
    OutcomeHandler m_onOutcome;
    std::map<AccountId, CampaignId> m_lastServed; ///< whose turn it was
    std::map<AccountId, MonotonicTime> m_lastPost;
    bool m_isCrowded = false;
    int m_inFlight = 0;
    int m_session = 0; ///< counts the times that flights were forgotten
};
