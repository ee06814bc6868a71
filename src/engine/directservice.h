#pragma once

#include "base/clock.h"
#include "domain/ports/directledger.h"

#include <QCoreApplication>

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <vector>

struct CampaignRun;
struct Credential;
struct SenderDesk;
struct Verdict;
class CampaignRoll;
class GraphProbe;
class NumberLane;

/// Sends direct messages, first in line: a person waits for each. They pass the same limiter as the campaigns
/// of their number and take the place of a campaign's message, so that the number sends no faster for them.
/// Each is posted once, with one of the three outcomes in the end.
class DirectService
{
    Q_DECLARE_TR_FUNCTIONS(DirectService)

public:
    DirectService(SenderDesk &desk, CampaignRoll &roll, GraphProbe &probe);

    /// Somebody may have asked for one: looks in the next turn instead of within a quarter of a second.
    void lookAgain() { m_lookAt = MonotonicTime::min(); }

    /// Posts what may leave now. Before the campaigns of the same turn.
    void serve();

    int inFlight() const { return m_inFlight; }
    bool hasUnwritten() const { return !m_answers.empty(); }
    /// Nothing waits, is under way or has to be written.
    bool isAtRest() const;

    /// False only if the ledger is in trouble; the answers stay then. Not urgent: not while a message that
    /// was just posted is on its way out of this thread.
    bool writeAnswers(bool isUrgent);

    /// Answers to what was posted until now are no longer wanted.
    void forgetFlights();

private:
    enum class Turn { Over, NotNow, NotNowNorOthersOfTheNumber };

    /// The moment for the next message, and the campaign whose place it takes.
    struct Place
    {
        std::optional<MonotonicTime> start;
        CampaignRun *instead = nullptr;
    };

    bool look();
    Turn serveOne(const WaitingDirect &waiting);
    Turn decline(const WaitingDirect &waiting, const Error &why);
    bool isUploaded(const WaitingDirect &waiting, const std::shared_ptr<const Credential> &credential);
    Place placeOn(NumberLane &lane, AccountId account);
    Turn claimAndPost(const WaitingDirect &waiting, const std::shared_ptr<const Credential> &credential,
                      CampaignRun *instead);
    void post(const DirectClaim &claim, const std::shared_ptr<const Credential> &credential);
    void takeAnswer(const DirectClaim &claim, MonotonicTime startedAt, int session,
                    const SendOutcome &outcome);
    void slowDown(const Verdict &verdict, NumberLane &lane, MonotonicTime startedAt);

    SenderDesk &m_desk;
    CampaignRoll &m_roll;
    GraphProbe &m_probe;
    MonotonicTime m_lookAt = MonotonicTime::min();
    std::vector<WaitingDirect> m_waiting; ///< as of the last look
    /// Of their header files; nothing while the upload runs.
    std::map<DirectMessageId, std::optional<Result<HeaderMedia>>> m_uploads;
    std::vector<DirectSettlement> m_answers; ///< that are not in the ledger yet
    int m_inFlight = 0;
    int m_session = 0; ///< counts the times that flights were forgotten
};
