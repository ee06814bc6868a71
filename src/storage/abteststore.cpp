#include "storage/abteststore.h"

#include "storage/abdivision.h"
#include "storage/abtestrows.h"
#include "storage/arming.h"
#include "storage/campaignrows.h"
#include "storage/database.h"
#include "storage/draftpeople.h"
#include "storage/ruleaudience.h"
#include "storage/sql.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace {

const QString kRest = u"rest"_s;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(AbTestStore)
};

Error wrongState(AbTestState state)
{
    return {ErrorKind::Refused,
            state == AbTestState::Decided
                ? Words::tr("The winner is chosen already.")
                : Words::tr("This is not possible while the test is in the state “%1”.").arg(toWord(state)),
            u"wrong_state"_s,
            {}};
}

/// Refused with "not_a_draft", and with "in_test" where it was divided.
Result<> requireDraft(Database &database, CampaignId id)
{
    const Result<Campaign> campaign = loadCampaign(database, id);
    if (!campaign)
        return campaign.error();
    if (campaign->state != CampaignState::Draft)
        return Error{ErrorKind::Refused, Words::tr("Only a draft can become a test."), u"not_a_draft"_s, {}};
    return requireUndivided(database, id);
}

Result<> dropTest(Database &database, CampaignId draft)
{
    return run(database,
               u"DELETE FROM ab_test WHERE id = (SELECT test_id FROM ab_member WHERE campaign_id = ?)"_s,
               {draft.value});
}

Result<> insertMember(Database &database, AbTestId test, const QString &letter, CampaignId campaign,
                      const AbVariant &variant)
{
    return run(database,
               uR"(INSERT INTO ab_member (test_id, letter, campaign_id, template_name, language, header_media,
                       fixed_values, start_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?))"_s,
               {test.value, letter, campaign.isValid() ? QVariant{campaign.value} : QVariant{},
                variant.templateName, variant.language, variant.headerMedia.value,
                toJson(variant.fixedValues), asValue(variant.startAt)});
}

Result<> setCampaign(Database &database, AbTestId test, const QString &letter, CampaignId campaign)
{
    return run(database, u"UPDATE ab_member SET campaign_id = ? WHERE test_id = ? AND letter = ?"_s,
               {campaign.value, test.value, letter});
}

Result<> setState(Database &database, const AbTest &test, AbTestEvent event)
{
    const std::optional<AbTestState> next = nextState(test.state, event);
    if (!next)
        return wrongState(test.state);
    return run(database, u"UPDATE ab_test SET state = ? WHERE id = ?"_s, {toWord(*next), test.id.value});
}

Result<> noteEverywhere(Database &database, const AbTest &test, const QString &what, UtcTime now)
{
    std::vector<CampaignId> all = test.campaigns;
    all.push_back(test.rest);
    for (const CampaignId campaign : all) {
        if (!campaign.isValid())
            continue;
        if (const Result<> noted = noteActivity(database, campaign, what, now); !noted)
            return noted;
    }
    return Done{};
}

/// The campaign of one version: the draft itself for the first one.
Result<CampaignId> makeVersion(Database &database, const AbTest &test, const Campaign &draft, int index,
                               UtcTime now)
{
    Campaign version = test.terms.variants[static_cast<size_t>(index)].applyTo(draft);
    //: The name of one version of a campaign that is tested: “Winter sale · B”
    version.name = Words::tr("%1 · %2").arg(draft.name, variantLetter(index));
    if (index > 0)
        return insertDraft(database, version, now);
    if (const Result<> stored = storeEditable(database, version); !stored)
        return stored.error();
    return draft.id;
}

Result<> makeCampaigns(Database &database, const AbTest &test, const Campaign &draft, UtcTime now)
{
    for (int index = 0; index < static_cast<int>(test.terms.variants.size()); ++index) {
        const Result<CampaignId> version = makeVersion(database, test, draft, index, now);
        if (!version)
            return version.error();
        if (const Result<> set = setCampaign(database, test.id, variantLetter(index), *version); !set)
            return set;
    }
    if (test.terms.restPercent == 0)
        return Done{};
    Campaign rest = draft;
    //: The name of a campaign to who gets the winner of a test: “Winter sale · rest”
    rest.name = Words::tr("%1 · rest").arg(draft.name);
    const Result<CampaignId> id = insertDraft(database, rest, now);
    if (!id)
        return id.error();
    return setCampaign(database, test.id, kRest, *id);
}

Result<> requireEnoughPeople(const AbTest &test, const Campaign &draft)
{
    const int people = draft.counts.of(RecipientStatus::Pending);
    for (const int size : abSizes(people, test.terms).variants) {
        if (size == 0)
            return Error{ErrorKind::Refused,
                         Words::tr("There are %n people, too few for each version to go to somebody.",
                                   nullptr, people),
                         u"too_few_people"_s,
                         {}};
    }
    return Done{};
}

/// Writes down how many people each campaign of the test has.
Result<> keepSizes(Database &database, AbTestId id)
{
    return run(database,
               uR"(UPDATE ab_member SET people = (SELECT n.pending + n.opted_out FROM campaign_counts n
                   WHERE n.campaign_id = ab_member.campaign_id) WHERE test_id = ? AND campaign_id IS NOT NULL)"_s,
               {id.value});
}

QString decisionText(const AbTest &test, int winner, bool isByPerson)
{
    return (isByPerson ? Words::tr("A person chose version %1 of “%2” for the rest.")
                       : Words::tr("Version %1 of “%2” won, and the rest gets it."))
        .arg(variantLetter(winner), test.name);
}

} // namespace

Result<> AbTestStore::define(CampaignId draft, const AbTestTerms &terms)
{
    if (const QString problem = terms.problem(); !problem.isEmpty())
        return Error{ErrorKind::BadInput, problem, u"bad_test"_s, {}};
    return inTransaction(m_database, [&]() -> Result<> {
        if (const Result<> isDraft = requireDraft(m_database, draft); !isDraft)
            return isDraft;
        if (const Result<> dropped = dropTest(m_database, draft); !dropped)
            return dropped;
        const QVariant decideAfter =
            terms.decideAfter ? QVariant{qint64{terms.decideAfter->count()}} : QVariant{};
        const Result<qint64> id =
            insert(m_database,
                   u"INSERT INTO ab_test (seed, measure, decide_after, rest_percent) VALUES (?, ?, ?, ?)"_s,
                   {qint64{terms.seed}, toWord(terms.measure), decideAfter, terms.restPercent});
        if (!id)
            return id.error();
        for (int index = 0; index < static_cast<int>(terms.variants.size()); ++index) {
            const Result<> stored =
                insertMember(m_database, {*id}, variantLetter(index), index == 0 ? draft : CampaignId{},
                             terms.variants[static_cast<size_t>(index)]);
            if (!stored)
                return stored;
        }
        return terms.restPercent == 0 ? Result<>{Done{}} : insertMember(m_database, {*id}, kRest, {}, {});
    });
}

Result<> AbTestStore::drop(CampaignId draft)
{
    return inTransaction(m_database, [&]() -> Result<> {
        if (const Result<> isDraft = requireDraft(m_database, draft); !isDraft)
            return isDraft;
        return dropTest(m_database, draft);
    });
}

Result<std::optional<AbTest>> AbTestStore::of(CampaignId campaign)
{
    return abTestOf(m_database, campaign);
}

Result<std::vector<AbTest>> AbTestStore::list()
{
    return loadAbTests(m_database, {}, {});
}

Result<std::vector<AbTest>> AbTestStore::running()
{
    return loadAbTests(m_database, u"WHERE t.state = ?"_s, {toWord(AbTestState::Running)});
}

Result<AbSizes> AbTestStore::sizes(AbTestId id)
{
    AbSizes sizes;
    const Result<> read =
        forEachRow(m_database, u"SELECT letter, people FROM ab_member WHERE test_id = ? ORDER BY letter"_s,
                   {id.value}, [&sizes](const Row &row) {
                       if (row.text(0) == kRest)
                           sizes.rest = row.number(1);
                       else
                           sizes.variants.push_back(row.number(1));
                   });
    if (!read)
        return read.error();
    return sizes;
}

Result<AbTest> AbTestStore::beginDividing(AbTestId id, UtcTime now)
{
    return inTransaction(m_database, [&]() -> Result<AbTest> {
        const Result<AbTest> test = loadAbTest(m_database, id);
        if (!test)
            return test.error();
        if (test->state == AbTestState::Dividing)
            return *test;
        if (const Result<> begun = setState(m_database, *test, AbTestEvent::Divide); !begun)
            return begun.error();
        if (const Result<> filled = requireNotFilling(m_database, test->home()); !filled)
            return filled.error();
        const Result<Campaign> draft = loadCampaign(m_database, test->home());
        if (!draft)
            return draft.error();
        if (const Result<> enough = requireEnoughPeople(*test, *draft); !enough)
            return enough.error();
        if (const Result<> stopped = RuleAudience{m_database}.stopFollowing(draft->id); !stopped)
            return stopped.error();
        if (const Result<> made = makeCampaigns(m_database, *test, *draft, now); !made)
            return made.error();
        const Result<> named =
            run(m_database, u"UPDATE ab_test SET name = ? WHERE id = ?"_s, {draft->name, id.value});
        if (!named)
            return named.error();
        return loadAbTest(m_database, id);
    });
}

Result<bool> AbTestStore::divide(AbTestId id, const CancelToken &cancel)
{
    const Result<AbTest> test = loadAbTest(m_database, id);
    if (!test)
        return test.error();
    return AbDivision{m_database, *test}.carryOut(cancel);
}

Result<AbTest> AbTestStore::start(AbTestId id, const std::vector<AbArming> &armings, UtcTime now)
{
    return inTransaction(m_database, [&]() -> Result<AbTest> {
        const Result<AbTest> test = loadAbTest(m_database, id);
        if (!test)
            return test.error();
        if (const Result<> started = setState(m_database, *test, AbTestEvent::Start); !started)
            return started.error();
        const QString what = Words::tr("Part of the A/B test “%1”, divided with the seed %2.")
                                 .arg(test->name, QString::number(test->terms.seed));
        if (const Result<> noted = noteEverywhere(m_database, *test, what, now); !noted)
            return noted.error();
        for (size_t index = 0; index < armings.size(); ++index) {
            Result<Campaign> version = loadCampaign(m_database, test->campaigns[index]);
            if (!version)
                return version.error();
            version->scheduledFor = armings[index].when;
            const CampaignEvent event = armings[index].when ? CampaignEvent::Schedule : CampaignEvent::Start;
            const Result<Campaign> armed =
                armCampaign(m_database, *version, armings[index].frozen, event, now);
            if (!armed)
                return armed.error();
        }
        if (const Result<> kept = keepSizes(m_database, id); !kept)
            return kept.error();
        return loadAbTest(m_database, id);
    });
}

Result<> AbTestStore::ask(AbTestId id, const QString &why, UtcTime now)
{
    return inTransaction(m_database, [&]() -> Result<> {
        const Result<AbTest> test = loadAbTest(m_database, id);
        if (!test)
            return test.error();
        if (const Result<> asked = setState(m_database, *test, AbTestEvent::Ask); !asked)
            return asked;
        if (const Result<> kept =
                run(m_database, u"UPDATE ab_test SET why = ? WHERE id = ?"_s, {why, id.value});
            !kept)
            return kept;
        return noteEverywhere(m_database, *test,
                              Words::tr("A person has to choose the version for the rest: %1").arg(why), now);
    });
}

Result<Campaign> AbTestStore::choose(AbTestId id, int winner, bool isByPerson, const AbArming &arming,
                                     UtcTime now)
{
    return inTransaction(m_database, [&]() -> Result<Campaign> {
        const Result<AbTest> test = loadAbTest(m_database, id);
        if (!test)
            return test.error();
        if (const Result<> chosen = setState(m_database, *test, AbTestEvent::Choose); !chosen)
            return chosen.error();
        if (!test->rest.isValid())
            return Error{
                ErrorKind::Refused, Words::tr("Nobody is left to get the winner."), u"no_rest"_s, {}};
        const CampaignId version = test->campaigns.at(static_cast<size_t>(winner));
        if (!version.isValid())
            return Error{ErrorKind::Refused, Words::tr("This version was deleted."), u"no_version"_s, {}};
        const Result<Campaign> best = loadCampaign(m_database, version);
        Result<Campaign> rest = loadCampaign(m_database, test->rest);
        if (!best || !rest)
            return best ? rest.error() : best.error();
        rest = withMessageOf(*std::move(rest), *best);
        if (const Result<> stored = storeEditable(m_database, *rest); !stored)
            return stored.error();
        const Result<> decided =
            run(m_database,
                u"UPDATE ab_test SET winner = ?, is_by_person = ?, decided_at = ?, why = '' WHERE id = ?"_s,
                {variantLetter(winner), isByPerson ? 1 : 0, toMilliseconds(now), id.value});
        if (!decided)
            return decided.error();
        if (const Result<> noted =
                noteEverywhere(m_database, *test, decisionText(*test, winner, isByPerson), now);
            !noted)
            return noted.error();
        rest->scheduledFor = arming.when;
        return armCampaign(m_database, *rest, arming.frozen,
                           arming.when ? CampaignEvent::Schedule : CampaignEvent::Start, now);
    });
}
