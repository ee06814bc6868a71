#pragma once

#include "domain/ports/sendledger.h"

#include <functional>
#include <limits>
#include <map>
#include <set>
#include <vector>

/// The ledger's contract in memory, with rows that a test can look at and a disk that can fail.
class FakeLedger final : public SendLedger
{
public:
    struct Person
    {
        RecipientId id;
        CampaignId campaign;
        PhoneNumber phone;
        QString region;
        RecipientStatus status = RecipientStatus::Pending;
        int attempts = 0;
        int attemptsBefore = 0; ///< the last time that somebody brought them back
        std::optional<AttemptId> openAttempt;
        std::optional<UtcTime> notBefore;
        std::optional<RecipientError> error;
        bool isSuppressed = false;
    };

    /// Arms a campaign with so many people: a small text template, and the state and settings given.
    CampaignId add(Campaign campaign, int people, const QString &region = QStringLiteral("ES"));

    // What another process, or a person at the window, does.
    void changeByOthers(CampaignId campaign, CampaignEvent event, UtcTime now = {});
    void resendByOthers(CampaignId campaign, RecipientStatus from);
    void rescheduleByOthers(CampaignId campaign, UtcTime when);
    void deleteByOthers(CampaignId campaign);
    void changeLimitsByOthers(const NumberLimits &changed);

    Person &person(CampaignId campaign, int index);
    CampaignState stateOf(CampaignId campaign) const { return m_campaigns.at(campaign).state; }
    const Campaign &stored(CampaignId campaign) const { return m_campaigns.at(campaign); }
    int countOf(CampaignId campaign, RecipientStatus status) const;
    /// Claims on disk without an answer.
    int openClaims() const;
    const QStringList &activity() const { return m_activity; }

    std::vector<NumberLimits> limits;
    int claimsLeft = std::numeric_limits<int>::max(); ///< before `stop` stands in the way
    ClaimStop stop;
    bool isBroken = false; ///< every call that writes fails, as on a full disk
    bool isBusy = false; ///< every call that writes fails, because another program writes for long
    std::function<void()> onClaimOrSettle; ///< what a test wants to see at that moment
    int writes = 0;
    int settledAtOnce = 0; ///< the largest group
    int mostClaimed = 0; ///< in one claim

    Result<std::vector<Campaign>> liveCampaigns() override;
    Result<Campaign> campaign(CampaignId id) override;
    Result<std::vector<NumberLimits>> numberLimits() override { return limits; }
    Result<CampaignProgress> progress(CampaignId id) override;
    Result<ClaimResult> claim(const ClaimRequest &request) override;
    Result<> giveBack(CampaignId campaign, const std::vector<AttemptId> &attempts, UtcTime now) override;
    Result<> settle(const std::vector<Settlement> &settlements) override;
    Result<int> markInterrupted(UtcTime now) override;
    Result<Backlog> backlog(CampaignId campaign, UtcTime now) override;
    Result<std::vector<QString>> pendingRegions(CampaignId campaign) override;
    Result<CampaignState> change(CampaignId campaign, CampaignEvent event, const StateReason &reason,
                                 UtcTime now) override;
    Result<std::vector<CampaignId>> changeAll(AccountId account, CampaignEvent event,
                                              const StateReason &reason, UtcTime now) override;
    Result<> note(CampaignId campaign, const QString &what, UtcTime now) override;
    qint64 outsideChangeStamp() override { return m_stamp; }

private:
    bool cannotWrite() const { return isBroken || isBusy; }
    Error whyNot() const;
    void setStatus(Person &person, RecipientStatus status);
    Person *personOf(const AttemptId &attempt);
    void take(std::span<const Settlement> answers);

    std::map<CampaignId, Campaign> m_campaigns;
    std::vector<Person> m_people; ///< a recipient's id is its place + 1
    std::map<CampaignId, std::set<size_t>> m_pending;
    std::map<CampaignId, size_t> m_firstOf;
    QHash<AttemptId, size_t> m_attempts;
    QStringList m_activity;
    qint64 m_stamp = 1;
};
