#include "support/fakeledger.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

Error noCampaign()
{
    return {ErrorKind::NotFound, u"There is no such campaign."_s, u"no_campaign"_s, {}};
}

} // namespace

CampaignId FakeLedger::add(Campaign campaign, int people, const QString &region)
{
    campaign.id = CampaignId{static_cast<qint64>(m_campaigns.size()) + 1};
    if (!campaign.accountId.isValid())
        campaign.accountId = AccountId{1};
    if (!campaign.frozenTemplate)
        campaign.frozenTemplate = MessageTemplate{
            .name = u"hello"_s, .language = u"en_US"_s, .status = u"APPROVED"_s, .body = u"Hello"_s};
    campaign.counts.set(RecipientStatus::Pending, people);
    m_firstOf[campaign.id] = m_people.size();
    for (int i = 0; i < people; ++i) {
        const size_t place = m_people.size();
        Person person;
        person.id = RecipientId{static_cast<qint64>(place) + 1};
        person.campaign = campaign.id;
        person.phone = *PhoneNumber::fromE164(u"+346%1"_s.arg(place, 8, 10, QLatin1Char('0')));
        person.region = region;
        m_people.push_back(person);
        m_pending[campaign.id].insert(place);
    }
    m_campaigns.emplace(campaign.id, campaign);
    return campaign.id;
}

void FakeLedger::changeByOthers(CampaignId campaign, CampaignEvent event, UtcTime now)
{
    const bool wasBroken = std::exchange(isBroken, false);
    static_cast<void>(change(campaign, event, {u"user"_s, u"A person did it."_s, {}}, now));
    isBroken = wasBroken;
    ++m_stamp;
}

void FakeLedger::resendByOthers(CampaignId campaign, RecipientStatus from)
{
    for (Person &person : m_people) {
        if (person.campaign != campaign || person.status != from)
            continue;
        person.attemptsBefore = person.attempts;
        setStatus(person, RecipientStatus::Pending);
    }
    changeByOthers(campaign, CampaignEvent::Reopen);
}

void FakeLedger::rescheduleByOthers(CampaignId campaign, UtcTime when)
{
    m_campaigns.at(campaign).scheduledFor = when;
    ++m_stamp;
}

void FakeLedger::deleteByOthers(CampaignId campaign)
{
    for (Person &person : m_people) {
        if (person.campaign == campaign)
            person.openAttempt.reset();
    }
    m_pending.erase(campaign);
    m_campaigns.erase(campaign);
    ++m_stamp;
}

void FakeLedger::changeLimitsByOthers(const NumberLimits &changed)
{
    limits = {changed};
    ++m_stamp;
}

FakeLedger::Person &FakeLedger::person(CampaignId campaign, int index)
{
    return m_people[m_firstOf.at(campaign) + static_cast<size_t>(index)];
}

int FakeLedger::countOf(CampaignId campaign, RecipientStatus status) const
{
    return static_cast<int>(std::count_if(m_people.begin(), m_people.end(), [&](const Person &person) {
        return person.campaign == campaign && person.status == status;
    }));
}

int FakeLedger::openClaims() const
{
    return static_cast<int>(std::count_if(m_people.begin(), m_people.end(), [](const Person &person) {
        return person.openAttempt.has_value();
    }));
}

Result<std::vector<Campaign>> FakeLedger::liveCampaigns()
{
    std::vector<Campaign> live;
    for (const auto &[id, campaign] : m_campaigns) {
        if (campaign.state == CampaignState::Scheduled || campaign.state == CampaignState::Sending)
            live.push_back(campaign);
    }
    return live;
}

Result<Campaign> FakeLedger::campaign(CampaignId id)
{
    const auto found = m_campaigns.find(id);
    if (found == m_campaigns.end())
        return noCampaign();
    return found->second;
}

Result<CampaignProgress> FakeLedger::progress(CampaignId id)
{
    const Result<Campaign> found = campaign(id);
    if (!found)
        return found.error();
    return CampaignProgress{found->counts, found->reached};
}

Result<ClaimResult> FakeLedger::claim(const ClaimRequest &request)
{
    if (onClaimOrSettle)
        onClaimOrSettle();
    if (cannotWrite())
        return whyNot();
    if (!m_campaigns.contains(request.campaign))
        return noCampaign();
    ++writes;
    take(request.answers);
    ClaimResult result;
    result.state = m_campaigns.at(request.campaign).state;
    if (result.state != CampaignState::Sending)
        return result;
    std::set<size_t> &pending = m_pending[request.campaign];
    const int count = std::min(request.count, claimsLeft);
    for (auto place = pending.begin();
         place != pending.end() && static_cast<int>(result.claims.size()) < count;) {
        Person &person = m_people[*place];
        const size_t at = *place++;
        const bool isWrongRegion = request.regions
            && std::find(request.regions->begin(), request.regions->end(), person.region)
                == request.regions->end();
        if (isWrongRegion || (person.notBefore && *person.notBefore > request.now))
            continue;
        if (person.isSuppressed) {
            setStatus(person, RecipientStatus::OptedOut);
            ++result.keptOut;
            continue;
        }
        setStatus(person, RecipientStatus::Sending);
        person.openAttempt = makeAttemptId();
        ++person.attempts;
        m_attempts.insert(*person.openAttempt, at);
        result.claims.push_back({*person.openAttempt,
                                 person.id,
                                 person.campaign,
                                 person.phone,
                                 {},
                                 person.attempts,
                                 person.attempts - person.attemptsBefore});
    }
    if (count < request.count && static_cast<int>(result.claims.size()) == count)
        result.stop = stop;
    claimsLeft -= static_cast<int>(result.claims.size());
    mostClaimed = std::max(mostClaimed, static_cast<int>(result.claims.size()));
    return result;
}

Result<> FakeLedger::giveBack(CampaignId, const std::vector<AttemptId> &attempts, UtcTime)
{
    if (cannotWrite())
        return whyNot();
    ++writes;
    for (const AttemptId &attempt : attempts) {
        if (Person *person = personOf(attempt); person && person->openAttempt == attempt) {
            person->openAttempt.reset();
            --person->attempts;
            setStatus(*person, RecipientStatus::Pending);
        }
    }
    return Done{};
}

Result<> FakeLedger::settle(const std::vector<Settlement> &settlements)
{
    if (onClaimOrSettle)
        onClaimOrSettle();
    if (cannotWrite())
        return whyNot();
    ++writes;
    take(settlements);
    return Done{};
}

void FakeLedger::take(std::span<const Settlement> answers)
{
    settledAtOnce = std::max(settledAtOnce, static_cast<int>(answers.size()));
    for (const Settlement &settlement : answers) {
        Person *person = personOf(settlement.attempt);
        if (!person || person->openAttempt != settlement.attempt)
            continue;
        person->openAttempt.reset();
        person->notBefore = settlement.notBefore;
        person->error = settlement.error;
        person->isSuppressed |= settlement.suppress;
        setStatus(*person, settlement.next);
    }
}

Result<int> FakeLedger::markInterrupted(UtcTime)
{
    if (cannotWrite())
        return whyNot();
    ++writes;
    int people = 0;
    for (Person &person : m_people) {
        if (!person.openAttempt)
            continue;
        person.openAttempt.reset();
        setStatus(person, RecipientStatus::Unconfirmed);
        ++people;
    }
    return people;
}

Result<Backlog> FakeLedger::backlog(CampaignId campaign, UtcTime now)
{
    Backlog backlog;
    for (const size_t place : m_pending[campaign]) {
        const Person &person = m_people[place];
        if (person.notBefore && *person.notBefore > now) {
            ++backlog.waiting;
            backlog.earliestNotBefore =
                std::min(backlog.earliestNotBefore.value_or(*person.notBefore), *person.notBefore);
        } else {
            ++backlog.ready;
        }
    }
    if (const auto stored = m_campaigns.find(campaign); stored != m_campaigns.end())
        backlog.sending = stored->second.counts.of(RecipientStatus::Sending);
    return backlog;
}

Result<std::vector<QString>> FakeLedger::pendingRegions(CampaignId campaign)
{
    std::set<QString> regions;
    for (const size_t place : m_pending[campaign])
        regions.insert(m_people[place].region);
    return std::vector<QString>{regions.begin(), regions.end()};
}

Result<CampaignState> FakeLedger::change(CampaignId campaign, CampaignEvent event, const StateReason &reason,
                                         UtcTime now)
{
    if (cannotWrite())
        return whyNot();
    if (!m_campaigns.contains(campaign))
        return noCampaign();
    ++writes;
    Campaign &stored = m_campaigns.at(campaign);
    if (event == CampaignEvent::Start && stored.scheduledFor && *stored.scheduledFor > now)
        return stored.state;
    if (const std::optional<CampaignState> next = nextState(stored.state, event)) {
        stored.state = *next;
        stored.reason = reason;
        if (*next == CampaignState::Completed)
            stored.completedAt = now;
        m_activity << toWord(*next) + u": "_s + reason.code;
    }
    return stored.state;
}

Result<std::vector<CampaignId>> FakeLedger::changeAll(AccountId account, CampaignEvent event,
                                                      const StateReason &reason, UtcTime now)
{
    if (cannotWrite())
        return whyNot();
    std::vector<CampaignId> changed;
    for (auto &[id, campaign] : m_campaigns) {
        const bool concerns = campaign.accountId == account
            && (campaign.state == CampaignState::Sending || campaign.state == CampaignState::Scheduled);
        if (!concerns)
            continue;
        static_cast<void>(change(id, event, reason, now));
        changed.push_back(id);
    }
    return changed;
}

Result<> FakeLedger::note(CampaignId, const QString &what, UtcTime)
{
    if (cannotWrite())
        return whyNot();
    m_activity << what;
    return Done{};
}

Error FakeLedger::whyNot() const
{
    if (isBusy)
        return {ErrorKind::Busy, u"Another program is writing."_s, u"database_busy"_s, u"SQLITE_BUSY"_s};
    return {ErrorKind::Storage, u"The disk is full."_s, u"disk_full"_s, u"SQLITE_FULL"_s};
}

void FakeLedger::setStatus(Person &person, RecipientStatus status)
{
    CampaignCounts &counts = m_campaigns.at(person.campaign).counts;
    counts.set(person.status, counts.of(person.status) - 1);
    counts.set(status, counts.of(status) + 1);
    const auto place = static_cast<size_t>(person.id.value - 1);
    if (status == RecipientStatus::Pending)
        m_pending[person.campaign].insert(place);
    else
        m_pending[person.campaign].erase(place);
    person.status = status;
}

FakeLedger::Person *FakeLedger::personOf(const AttemptId &attempt)
{
    const auto found = m_attempts.constFind(attempt);
    return found == m_attempts.cend() ? nullptr : &m_people[*found];
}
