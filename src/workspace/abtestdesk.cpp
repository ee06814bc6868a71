#include "workspace/abtestdesk.h"

#include "storage/database.h"
#include "workspace/session.h"

#include <QLocale>
#include <QRandomGenerator>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

/// As it would be, were it sent now.
Result<AbOutcome> readDraft(Session &session, const AbTest &test)
{
    const Result<Campaign> draft = session.campaigns().load(test.home());
    if (!draft)
        return draft.error();
    AbOutcome outcome;
    outcome.test = test;
    for (size_t index = 0; index < test.terms.variants.size(); ++index) {
        Campaign version = test.terms.variants[index].applyTo(*draft);
        version.id = test.campaigns[index];
        outcome.versions.emplace_back(version);
    }
    outcome.sizes = abSizes(draft->counts.of(RecipientStatus::Pending), test.terms);
    outcome.result = judge(std::vector<Share>(outcome.versions.size()));
    return outcome;
}

} // namespace

bool AbOutcome::isSent() const
{
    return std::all_of(versions.begin(), versions.end(),
                       [](const std::optional<Campaign> &version) { return !version || ::isSent(*version); });
}

quint32 AbTestDesk::newSeed()
{
    return QRandomGenerator::system()->generate();
}

Result<> AbTestDesk::define(CampaignId draft, const AbTestTerms &terms)
{
    const Result<Campaign> campaign = m_session.campaigns().load(draft);
    if (!campaign)
        return campaign.error();
    for (const AbVariant &variant : terms.variants) {
        const Result<MessageTemplate> chosen =
            m_session.campaignDesk().templateOf(variant.applyTo(*campaign));
        if (!chosen)
            return chosen.error();
    }
    return m_session.abTests().define(draft, terms);
}

Result<QStringList> AbTestDesk::variablesOf(const Campaign &draft)
{
    const Result<std::optional<AbTest>> test = m_session.abTests().of(draft.id);
    if (!test)
        return test.error();
    std::vector<Campaign> versions{draft};
    if (*test && (*test)->state == AbTestState::Draft) {
        for (const AbVariant &variant : (*test)->terms.variants)
            versions.push_back(variant.applyTo(draft));
    }
    QStringList variables;
    for (const Campaign &version : versions) {
        const Result<MessageTemplate> chosen = m_session.campaignDesk().templateOf(version);
        if (!chosen && chosen.error().kind != ErrorKind::NotFound)
            return chosen.error();
        if (!chosen)
            continue;
        const bool isDraft = &version == &versions.front();
        for (const TemplateVariable &variable : chosen->variables()) {
            // A version may bring a value of its own for everybody.
            const bool isBrought = !isDraft && version.settings.fixedValues.contains(variable.key);
            if (!isBrought && !variables.contains(variable.key))
                variables << variable.key;
        }
    }
    return variables;
}

Result<std::vector<PreflightCheck>> AbTestDesk::check(const Campaign &draft, bool hasToken,
                                                      const std::vector<PreflightCheck> &ofDraft,
                                                      const CancelToken &cancel)
{
    std::vector<PreflightCheck> checks;
    const Result<std::optional<AbTest>> test = m_session.abTests().of(draft.id);
    if (!test)
        return test.error();
    if (!*test || (*test)->state != AbTestState::Draft)
        return checks;
    const AbTestTerms &terms = (*test)->terms;
    for (int index = 0; index < static_cast<int>(terms.variants.size()); ++index) {
        const Campaign version = terms.variants[static_cast<size_t>(index)].applyTo(draft);
        const Result<PreflightFacts> facts = m_session.campaignDesk().gatherFacts(version, hasToken, cancel);
        if (!facts)
            return facts.error();
        for (const PreflightCheck &line : preflight(*facts)) {
            const bool isKnown =
                std::any_of(ofDraft.begin(), ofDraft.end(), [&](const PreflightCheck &known) {
                    return known.id == line.id && known.message == line.message;
                });
            if (line.level != CheckLevel::Pass && !isKnown)
                //: A line of the check list about one version of a test: "Version B: 12 people lack …"
                checks.push_back(
                    {line.id, line.level, tr("Version %1: %2").arg(variantLetter(index), line.message)});
        }
    }
    const AbSizes sizes = abSizes(draft.counts.of(RecipientStatus::Pending), terms);
    const bool isEnough = sizes.variants.back() >= kEnoughPeople;
    QString message = sizes.rest == 0
        ? tr("Each version goes to %1 people.").arg(QLocale{}.toString(sizes.variants.back()))
        : tr("Each version goes to %1 people, and the best one to the rest, %2 people.")
              .arg(QLocale{}.toString(sizes.variants.back()), QLocale{}.toString(sizes.rest));
    if (!isEnough)
        message += u' ' + tr("It needs about 400 people who get it to tell which version is better.");
    checks.push_back({u"ab_test"_s, isEnough ? CheckLevel::Pass : CheckLevel::Warn, message});
    return checks;
}

Result<std::vector<AbArming>> AbTestDesk::readyVersions(const AbTest &test, std::optional<UtcTime> when,
                                                        bool hasToken)
{
    std::vector<AbArming> armings;
    for (int index = 0; index < static_cast<int>(test.terms.variants.size()); ++index) {
        const AbVariant &variant = test.terms.variants[static_cast<size_t>(index)];
        const bool isDivided = test.state != AbTestState::Draft;
        const bool isOver = variant.startAt && *variant.startAt <= m_session.clock().now();
        if (isOver && !isDivided)
            return Error{ErrorKind::BadInput,
                         tr("The time of version %1 is in the past.").arg(variantLetter(index)),
                         u"time_in_the_past"_s,
                         {}};
        // Before they are divided, everybody must be able to get every version.
        Result<Campaign> version =
            m_session.campaigns().load(isDivided ? test.campaigns[static_cast<size_t>(index)] : test.home());
        if (!version)
            return version.error();
        if (!isDivided)
            version = variant.applyTo(*version);
        const Result<MessageTemplate> frozen = m_session.campaignDesk().requireReady(*version, hasToken);
        if (!frozen)
            return Error{frozen.error().kind,
                         tr("Version %1: %2").arg(variantLetter(index), frozen.error().message),
                         frozen.error().code, frozen.error().detail};
        // What was divided is sent in any case, at once where its time went by.
        const std::optional<UtcTime> own = isOver ? std::nullopt : variant.startAt;
        armings.push_back({*frozen, variant.startAt ? own : when});
    }
    return armings;
}

Result<> AbTestDesk::keepEstimates(const AbTest &test, const std::vector<AbArming> &armings)
{
    for (size_t index = 0; index < armings.size(); ++index) {
        const Result<Campaign> version = m_session.campaigns().load(test.campaigns[index]);
        if (!version)
            return version.error();
        const UtcTime start = armings[index].when.value_or(m_session.clock().now());
        const Result<> kept =
            m_session.costDesk().keepEstimate(*version, armings[index].frozen.category, start);
        if (!kept)
            return kept;
    }
    return Done{};
}

Result<Campaign> AbTestDesk::start(const AbTest &test, std::optional<UtcTime> when, bool hasToken)
{
    std::vector<AbArming> armings;
    if (test.state == AbTestState::Draft) {
        if (const Result<AddedPeople> refreshed = m_session.campaignDesk().refreshAudience(test.home());
            !refreshed)
            return refreshed.error();
        Result<std::vector<AbArming>> ready = readyVersions(test, when, hasToken);
        if (!ready)
            return ready.error();
        armings = *std::move(ready);
    }
    const Result<AbTest> dividing = m_session.abTests().beginDividing(test.id, m_session.clock().now());
    if (!dividing)
        return dividing.error();
    if (const Result<bool> divided = m_session.abTests().divide(test.id); !divided)
        return divided.error();
    if (armings.empty()) {
        Result<std::vector<AbArming>> ready = readyVersions(*dividing, when, hasToken);
        if (!ready)
            return ready.error();
        armings = *std::move(ready);
    }
    if (const Result<> kept = keepEstimates(*dividing, armings); !kept)
        return kept.error();
    const Result<AbTest> started = m_session.abTests().start(test.id, armings, m_session.clock().now());
    if (!started)
        return started.error();
    return m_session.campaigns().load(started->home());
}

Result<AbOutcome> AbTestDesk::outcome(CampaignId campaign)
{
    return inSnapshot(m_session.database(), [&]() -> Result<AbOutcome> {
        const Result<std::optional<AbTest>> test = m_session.abTests().of(campaign);
        if (!test)
            return test.error();
        if (!*test)
            return Error{ErrorKind::NotFound,
                         tr("Campaign %1 is no part of a test.").arg(campaign.value),
                         u"no_test"_s,
                         {}};
        return read(**test);
    });
}

Result<AbOutcome> AbTestDesk::read(const AbTest &test)
{
    if (test.state == AbTestState::Draft)
        return readDraft(m_session, test);
    AbOutcome outcome;
    outcome.test = test;
    std::vector<Share> shares;
    std::vector<Campaign> known;
    for (const CampaignId id : test.campaigns) {
        shares.emplace_back();
        outcome.versions.emplace_back();
        if (!id.isValid())
            continue;
        const Result<Campaign> version = m_session.campaigns().load(id);
        if (!version)
            return version.error();
        outcome.versions.back() = *version;
        shares.back() = shareOf(test.terms.measure, version->reached);
        known.push_back(*version);
    }
    if (test.rest.isValid()) {
        const Result<Campaign> rest = m_session.campaigns().load(test.rest);
        if (!rest)
            return rest.error();
        outcome.rest = *rest;
    }
    const Result<AbSizes> sizes = m_session.abTests().sizes(test.id);
    if (!sizes)
        return sizes.error();
    outcome.sizes = *sizes;
    outcome.result = judge(std::move(shares));
    if (test.state == AbTestState::Running && test.hasOpenRest())
        outcome.decidesAt = decisionTime(test.terms, known);
    return outcome;
}

Result<Campaign> AbTestDesk::choose(CampaignId campaign, int winner, bool hasToken)
{
    const Result<AbOutcome> present = outcome(campaign);
    if (!present)
        return present.error();
    return arm(*present, winner, true, hasToken);
}

Result<Campaign> AbTestDesk::arm(const AbOutcome &outcome, int winner, bool isByPerson, bool hasToken)
{
    const AbTest &test = outcome.test;
    const std::optional<Campaign> version = winner < static_cast<int>(outcome.versions.size())
        ? outcome.versions[static_cast<size_t>(winner)]
        : std::nullopt;
    if (!version)
        return Error{ErrorKind::Refused,
                     tr("There is no version %1 any more.").arg(variantLetter(winner)),
                     u"no_version"_s,
                     {}};
    AbArming arming;
    if (test.hasOpenRest()) { // what else there is to say against it the store knows
        const Campaign rest = withMessageOf(*outcome.rest, *version);
        if (const Result<> may = m_session.campaignDesk().requireMaySend(rest, hasToken); !may)
            return may.error();
        const Result<MessageTemplate> frozen = m_session.campaignDesk().requireReady(rest, hasToken);
        if (!frozen)
            return frozen.error();
        arming.frozen = *frozen;
        const UtcTime now = m_session.clock().now();
        if (const std::optional<UtcTime> own = test.terms.variants[static_cast<size_t>(winner)].startAt)
            arming.when = nextSameTimeOfDay(*own, now, m_session.timeZone());
        const Result<> kept =
            m_session.costDesk().keepEstimate(rest, frozen->category, arming.when.value_or(now));
        if (!kept)
            return kept.error();
    }
    return m_session.abTests().choose(test.id, winner, isByPerson, arming, m_session.clock().now());
}

Result<std::vector<CampaignId>> AbTestDesk::decideDue()
{
    const Result<std::vector<AbTest>> running = m_session.abTests().running();
    if (!running)
        return running.error();
    std::vector<CampaignId> armed;
    std::optional<Error> trouble; // of one test, which keeps no other one waiting
    for (const AbTest &test : *running) {
        if (!test.hasOpenRest() || !test.terms.decideAfter)
            continue;
        const Result<AbOutcome> present = inSnapshot(m_session.database(), [&] { return read(test); });
        if (!present) {
            trouble = present.error();
            continue;
        }
        const bool isDue = present->decidesAt && *present->decidesAt <= m_session.clock().now();
        if (!isDue || !present->isSent())
            continue;
        const Result<std::optional<CampaignId>> decided = decide(*present);
        if (!decided)
            trouble = decided.error();
        else if (*decided)
            armed.push_back(**decided);
    }
    return trouble ? Result<std::vector<CampaignId>>{*trouble} : armed;
}

/// What was armed; nothing where a person is asked.
Result<std::optional<CampaignId>> AbTestDesk::decide(const AbOutcome &outcome)
{
    QString why = verdictText(outcome.test.terms.measure, outcome.result);
    if (outcome.result.verdict == AbResult::Verdict::Clear) {
        // As with what is scheduled, a token that is missing pauses it.
        const Result<Campaign> armed = arm(outcome, outcome.result.best, false, true);
        if (armed)
            return std::optional{armed->id};
        if (armed.error().code == "wrong_state"_L1) // a person was quicker
            return std::optional<CampaignId>{};
        if (armed.error().code != "not_ready"_L1) // what may pass by itself is tried again
            return armed.error();
        why = armed.error().message;
    }
    const Result<> asked = m_session.abTests().ask(outcome.test.id, why, m_session.clock().now());
    if (!asked && asked.error().code != "wrong_state"_L1) // a person was quicker
        return asked.error();
    return std::optional<CampaignId>{};
}
