#pragma once

#include "base/cancel.h"
#include "base/result.h"
#include "domain/abtest.h"
#include "domain/directmessage.h"
#include "domain/insights.h"
#include "domain/preflight.h"
#include "storage/campaignfigures.h"
#include "storage/campaignstore.h"
#include "storage/ruleaudience.h"
#include "workspace/costdesk.h"
#include "workspace/revenuedesk.h"

#include <QCoreApplication>

#include <vector>

class Session;

/// The pre-flight list of a campaign, and how long it takes.
struct CampaignCheck
{
    std::vector<PreflightCheck> checks;
    int people = 0; ///< who would be sent to
    std::optional<SendEstimate> estimate; ///< nothing when the window never opens
    std::optional<CostEstimate> cost; ///< nothing where no rate card tells it
};

/// The figures of one campaign.
struct CampaignStatistics
{
    Campaign campaign;
    FigureSet figures;
    std::vector<TimeLinePoint> perHour;
    bool isDeliveryUnknown = false; ///< accepted by Meta, and no delivery event has come since
    CostFigures cost;
    CampaignReturn revenue;
    std::optional<TemplateTotals> totals; ///< Meta's own, of the template on the days of the campaign
};

/// What a person does with campaigns where it takes more than the store: defaults, checks, arming, copies.
class CampaignDesk
{
    Q_DECLARE_TR_FUNCTIONS(CampaignDesk)

public:
    explicit CampaignDesk(Session &session)
        : m_session{session}
    {
    }

    /// An unstored draft with the defaults of this workspace: the account in use, rate and window.
    Result<Campaign> newDraft();

    /// Its template as mirrored now; NotFound where there is none.
    Result<MessageTemplate> templateOf(const Campaign &campaign);

    /// Lets a draft follow everybody who meets the rule until it is sent or scheduled, and puts them in.
    /// Cancelled, it may be done again.
    Result<AddedPeople> takeFromContacts(CampaignId draft, const AudienceRule &audience,
                                         const CancelToken &cancel = {});
    /// Brings the people of a draft that follows a rule up to date; sending and scheduling do so too.
    Result<AddedPeople> refreshAudience(CampaignId draft, const CancelToken &cancel = {});

    /// The pre-flight list. `hasToken`: whether an access token for its account is at hand (TokenSource
    /// knows).
    Result<CampaignCheck> check(CampaignId id, bool hasToken, const CancelToken &cancel = {});

    /// Freezes it and commits `sending`, whether an engine runs or not. Refused with the codes "wrong_state",
    /// "network_folder", "disarmed", "no_token" and "not_ready" (a pre-flight check blocks; the message names
    /// the first), and "waits_for_winner" where it goes to the rest of a test. A draft that is a test is
    /// divided first, and all of its versions are armed; see AbTestDesk::start().
    Result<Campaign> send(CampaignId id, bool hasToken);

    /// The same for a later time; also moves a scheduled one. The token is asked for when it is due.
    Result<Campaign> schedule(CampaignId id, UtcTime when);

    /// The same where the time may have come already: within the grace it is sent at once, after it a person
    /// is asked.
    Result<Campaign> scheduleFor(CampaignId id, UtcTime when);

    /// A draft like it, with the same people, called "… (copy)".
    Result<CampaignId> duplicate(CampaignId id);

    /// A draft like it for some of its people.
    Result<CampaignId> followUp(CampaignId id, FollowUpGroup group);

    /// All of one moment, so that they add up.
    Result<CampaignStatistics> statistics(CampaignId id);

    /// The campaign's message for a person's own phone: with the values of `person`, or else of the first
    /// recipient, the defaults and the template's examples, in this order.
    Result<DirectMessage> testMessage(CampaignId id, const PhoneNumber &to,
                                      const std::optional<Variables> &person = std::nullopt);

    /// What the pre-flight checks of this campaign look at: as it is given, with the people that are stored.
    Result<PreflightFacts> gatherFacts(const Campaign &campaign, bool hasToken, const CancelToken &cancel);
    /// Its template as it would be frozen. Refused with the code "not_ready".
    Result<MessageTemplate> requireReady(const Campaign &campaign, bool hasToken);
    /// Refused with the codes "network_folder", "disarmed" and "no_token".
    Result<> requireMaySend(const Campaign &campaign, bool hasToken);

private:
    Result<CampaignStatistics> readStatistics(CampaignId id);
    Result<> requireSafeToSend();
    Result<> requireComplete(CampaignId id);
    Result<std::optional<AbTest>> undividedTest(CampaignId id);
    Result<Campaign> withPeopleOfNow(Campaign campaign);

    Session &m_session;
};

/// The refusal of whatever needs an access token where none is at hand: how to give one.
Error noTokenError();
