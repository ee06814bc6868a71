#include "storage/abteststore.h"

#include "storage/campaignstore.h"
#include "storage/contactmerge.h"
#include "storage/deliverystore.h"
#include "storage/ratecardstore.h"
#include "storage/ruleaudience.h"
#include "storage/settingstore.h"
#include "storage/sql.h"
#include "storage/sqlitesendledger.h"
#include "storage/suppressions.h"
#include "storage/temporaryworkspace.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

namespace {

/// A draft that is a test of two versions, of which the second has another value; a fifth takes part.
class AbTestStoreTest : public ::testing::Test
{
protected:
    static constexpr int kPeople = 1000;

    static AbTestTerms terms(quint32 seed = 7)
    {
        AbTestTerms terms;
        terms.seed = seed;
        terms.decideAfter = 4h;
        terms.restPercent = 80;
        terms.variants = {
            {                                    },
            { .language = u"es"_s, .fixedValues = {{u"2"_s, u"8999"_s}}}
        };
        return terms;
    }

    AbTest defined(CampaignId draft, const AbTestTerms &asked = terms())
    {
        valueOf(m_tests.define(draft, asked));
        return valueOf(m_tests.of(draft)).value();
    }

    AbTest divided(CampaignId draft, const AbTestTerms &asked = terms())
    {
        const AbTest test = defined(draft, asked);
        valueOf(m_tests.beginDividing(test.id, at(10)));
        EXPECT_TRUE(valueOf(m_tests.divide(test.id)));
        return valueOf(m_tests.of(draft)).value();
    }

    AbTest started(CampaignId draft, const AbTestTerms &asked = terms())
    {
        const AbTest test = divided(draft, asked);
        const std::vector<AbArming> armings(asked.variants.size(), {tourTemplate(), {}});
        return valueOf(m_tests.start(test.id, armings, at(20)));
    }

    std::set<QString> phonesOf(CampaignId campaign)
    {
        std::set<QString> phones;
        for (const Recipient &person : m_workspace.people(campaign))
            phones.insert(person.phone.e164());
        return phones;
    }

    CampaignState stateOf(CampaignId campaign) { return m_workspace.campaign(campaign).state; }

    TemporaryWorkspace m_workspace;
    AbTestStore m_tests{m_workspace.database()};
    CampaignStore m_campaigns{m_workspace.database()};
    SqliteSendLedger m_ledger{m_workspace.database()};
};

} // namespace

TEST_F(AbTestStoreTest, everybodyIsInExactlyOneVersionOrInTheRest)
{
    const CampaignId draft = m_workspace.draftWith(kPeople);
    const std::set<QString> before = phonesOf(draft);

    const AbTest test = started(draft);

    const std::set<QString> a = phonesOf(test.campaigns[0]);
    const std::set<QString> b = phonesOf(test.campaigns[1]);
    const std::set<QString> rest = phonesOf(test.rest);
    std::set<QString> all = a;
    all.insert(b.begin(), b.end());
    all.insert(rest.begin(), rest.end());
    EXPECT_EQ(all, before);
    EXPECT_EQ(a.size() + b.size() + rest.size(), before.size()) << "nobody twice";
    EXPECT_EQ(valueOf(m_tests.sizes(test.id)),
              (AbSizes{
                  {100, 100},
                  800
    }));
    EXPECT_EQ(stateOf(test.campaigns[0]), CampaignState::Sending);
    EXPECT_EQ(stateOf(test.campaigns[1]), CampaignState::Sending);
    EXPECT_EQ(stateOf(test.rest), CampaignState::Draft);
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
}

TEST_F(AbTestStoreTest, theSameSeedDividesTheSamePeopleInTheSameWay)
{
    const AbTest first = divided(m_workspace.draftWith(kPeople), terms(7));
    const AbTest again = divided(m_workspace.draftWith(kPeople), terms(7));
    const AbTest other = divided(m_workspace.draftWith(kPeople), terms(8));

    for (const size_t version : {size_t{0}, size_t{1}}) {
        EXPECT_EQ(phonesOf(first.campaigns[version]), phonesOf(again.campaigns[version]));
        EXPECT_NE(phonesOf(first.campaigns[version]), phonesOf(other.campaigns[version]));
    }
    EXPECT_EQ(phonesOf(first.rest), phonesOf(again.rest));
}

TEST_F(AbTestStoreTest, eachVersionHasItsOwnMessageAndTheSettingsOfTheCampaign)
{
    const CampaignId draft = m_workspace.draftWith(kPeople);
    Campaign changed = m_workspace.campaign(draft);
    changed.settings.rate = *SendRate::parse(u"30/s");
    valueOf(m_campaigns.update(changed));

    const AbTest test = divided(draft);

    const Campaign a = m_workspace.campaign(test.campaigns[0]);
    const Campaign b = m_workspace.campaign(test.campaigns[1]);
    EXPECT_EQ(test.home(), draft);
    EXPECT_EQ(a.name, u"Monsoon offers · A"_s);
    EXPECT_EQ(b.name, u"Monsoon offers · B"_s);
    EXPECT_EQ(a.language, u"en_US"_s);
    EXPECT_EQ(b.language, u"es"_s);
    EXPECT_EQ(b.settings.fixedValues.value(u"2"_s), u"8999"_s);
    EXPECT_EQ(b.settings.rate.text(), u"30/s"_s);
    EXPECT_EQ(test.name, u"Monsoon offers"_s);
}

TEST_F(AbTestStoreTest, aDivisionThatWasCutShortGoesOnToTheSameEnd)
{
    const AbTest whole = divided(m_workspace.draftWith(12'000));
    const AbTest test = defined(m_workspace.draftWith(12'000));
    valueOf(m_tests.beginDividing(test.id, at(10)));
    const AbTest begun = valueOf(m_tests.of(test.home())).value();
    // As far as a crash may have come: some are there, others are not.
    const Result<int> moved = execute(
        m_workspace.database(),
        u"UPDATE recipient SET campaign_id = ? WHERE campaign_id = ? AND id IN (SELECT id FROM recipient WHERE campaign_id = ? LIMIT 700)"_s,
        {begun.campaigns[1].value, begun.home().value, begun.home().value});
    ASSERT_EQ(valueOf(moved), 700);
    valueOf(run(m_workspace.database(),
                u"UPDATE campaign_counts SET pending = pending - 700 WHERE campaign_id = ?"_s,
                {begun.home().value}));
    valueOf(run(m_workspace.database(),
                u"UPDATE campaign_counts SET pending = pending + 700 WHERE campaign_id = ?"_s,
                {begun.campaigns[1].value}));
    ASSERT_THAT(m_workspace.problems(), IsEmpty());

    CancelToken cancelled;
    cancelled.cancel();
    EXPECT_FALSE(valueOf(m_tests.divide(test.id, cancelled)));
    EXPECT_EQ(valueOf(m_tests.beginDividing(test.id, at(11))).campaigns, begun.campaigns) << "once";
    EXPECT_TRUE(valueOf(m_tests.divide(test.id)));

    for (const size_t version : {size_t{0}, size_t{1}})
        EXPECT_EQ(phonesOf(begun.campaigns[version]), phonesOf(whole.campaigns[version]));
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
}

TEST_F(AbTestStoreTest, theCheckOfTheWorkspaceFindsWhoIsInAnotherVersionThanDrawn)
{
    const AbTest test = started(m_workspace.draftWith(kPeople));
    const Recipient stray = m_workspace.people(test.rest).front();

    valueOf(run(m_workspace.database(), u"UPDATE recipient SET campaign_id = ? WHERE id = ?"_s,
                {test.campaigns[0].value, stray.id.value}));

    EXPECT_THAT(m_workspace.problems(),
                ::testing::Contains(::testing::Property(&QString::toStdString,
                                                        ::testing::HasSubstr("the draw with the seed 7"))));
}

TEST_F(AbTestStoreTest, itFindsWhoIsInTwoVersions)
{
    const AbTest test = started(m_workspace.draftWith(kPeople));
    const Recipient person = m_workspace.people(test.campaigns[0]).front();

    valueOf(run(m_workspace.database(), u"UPDATE recipient SET phone = ? WHERE id = ?"_s,
                {person.phone.e164(), m_workspace.people(test.campaigns[1]).front().id.value}));

    EXPECT_THAT(m_workspace.problems(),
                ::testing::Contains(::testing::Property(&QString::toStdString,
                                                        ::testing::HasSubstr("in more than one version"))));
}

TEST_F(AbTestStoreTest, whoOptedOutBeforeIsWrittenToInNoVersion)
{
    const CampaignId draft = m_workspace.draftWith(kPeople);
    for (int number = 1; number <= 50; ++number)
        valueOf(run(m_workspace.database(),
                    u"INSERT INTO suppression (phone, source, added_at) VALUES (?, 'a call', 0)"_s,
                    {phoneOf(number).e164()}));

    const AbTest test = started(draft);

    int optedOut = 0;
    for (const CampaignId version : test.campaigns)
        optedOut += m_workspace.campaign(version).counts.of(RecipientStatus::OptedOut);
    valueOf(m_tests.choose(test.id, 0, true, {tourTemplate(), {}}, at(30)));
    optedOut += m_workspace.campaign(test.rest).counts.of(RecipientStatus::OptedOut);
    EXPECT_EQ(optedOut, 50);
}

TEST_F(AbTestStoreTest, peopleAreFixedFromTheDivisionOn)
{
    const AbTest test = divided(m_workspace.draftWith(kPeople));

    for (const CampaignId campaign : {test.campaigns[0], test.campaigns[1], test.rest}) {
        EXPECT_EQ(m_campaigns.addRecipients(campaign, {newPerson(5000)}, at(11)).error().code, u"in_test"_s);
        EXPECT_EQ(m_campaigns.removeRecipients(campaign, {phoneOf(1)}).error().code, u"in_test"_s);
    }
    Campaign rest = m_workspace.campaign(test.rest);
    rest.templateName = u"another"_s;
    EXPECT_EQ(m_campaigns.update(rest).error().code, u"in_test"_s);
    EXPECT_EQ(m_tests.define(test.home(), terms()).error().code, u"in_test"_s);
    EXPECT_EQ(m_tests.drop(test.home()).error().code, u"in_test"_s);
}

TEST_F(AbTestStoreTest, theWinnerIsGivenToTheRestOnceAndStays)
{
    const AbTest test = started(m_workspace.draftWith(kPeople));

    const Campaign rest = valueOf(m_tests.choose(test.id, 1, false, {tourTemplate(), {}}, at(30)));
    const Result<Campaign> again = m_tests.choose(test.id, 0, true, {tourTemplate(), {}}, at(31));

    EXPECT_EQ(rest.id, test.rest);
    EXPECT_EQ(rest.state, CampaignState::Sending);
    EXPECT_EQ(rest.language, u"es"_s);
    EXPECT_EQ(rest.settings.fixedValues.value(u"2"_s), u"8999"_s);
    EXPECT_EQ(again.error().code, u"wrong_state"_s);
    const AbTest decided = valueOf(m_tests.of(test.rest)).value();
    EXPECT_EQ(decided.state, AbTestState::Decided);
    EXPECT_EQ(decided.winner, 1);
    EXPECT_FALSE(decided.isByPerson);
    EXPECT_EQ(decided.decidedAt, at(30));
    EXPECT_EQ(m_workspace.campaign(test.rest).language, u"es"_s) << "the second word changed nothing";
}

TEST_F(AbTestStoreTest, aVersionsOwnValueIsWhatItsPeopleGetWhateverTheirOwn)
{
    const AbTest test = started(m_workspace.draftWith(kPeople));
    const auto valueSentTo = [&](CampaignId campaign) {
        ClaimRequest request;
        request.campaign = campaign;
        request.now = at(22);
        return valueOf(m_ledger.claim(request)).claims.at(0).variables;
    };

    EXPECT_NE(valueSentTo(test.campaigns[0]).value(u"2"_s), u"8999"_s);
    EXPECT_EQ(valueSentTo(test.campaigns[1]).value(u"2"_s), u"8999"_s);
    EXPECT_EQ(valueSentTo(test.campaigns[1]).value(u"1"_s), u"Kerala"_s);
    EXPECT_EQ(m_workspace.people(test.campaigns[1]).front().variables.value(u"2"_s), u"8999"_s);
    valueOf(m_tests.choose(test.id, 1, true, {tourTemplate(), {}}, at(30)));
    EXPECT_EQ(valueSentTo(test.rest).value(u"2"_s), u"8999"_s);
}

TEST_F(AbTestStoreTest, whereTheRestCannotBeArmedNothingIsDecided)
{
    const AbTest test = started(m_workspace.draftWith(kPeople));
    valueOf(run(m_workspace.database(), u"UPDATE campaign SET state = 'completed' WHERE id = ?"_s,
                {test.rest.value}));

    EXPECT_EQ(m_tests.choose(test.id, 1, false, {tourTemplate(), {}}, at(30)).error().code, u"wrong_state"_s);

    EXPECT_EQ(valueOf(m_tests.of(test.rest))->state, AbTestState::Running);
    EXPECT_EQ(m_workspace.campaign(test.rest).language, u"en_US"_s);
}

TEST_F(AbTestStoreTest, aPersonWhoWasAskedMayChoose)
{
    const AbTest test = started(m_workspace.draftWith(kPeople));

    valueOf(m_tests.ask(test.id, u"Too few."_s, at(25)));
    EXPECT_THAT(valueOf(m_tests.running()), IsEmpty());
    EXPECT_EQ(m_tests.ask(test.id, u"Too few."_s, at(26)).error().code, u"wrong_state"_s);
    valueOf(m_tests.choose(test.id, 0, true, {tourTemplate(), at(900)}, at(30)));

    EXPECT_EQ(stateOf(test.rest), CampaignState::Scheduled);
    EXPECT_EQ(m_workspace.campaign(test.rest).scheduledFor, at(900));
    EXPECT_TRUE(valueOf(m_tests.of(test.rest))->isByPerson);
}

TEST_F(AbTestStoreTest, tooFewPeopleForEachVersionAreRefusedBeforeAnythingIsMade)
{
    const CampaignId draft = m_workspace.draftWith(4);
    const AbTest test = defined(draft); // a fifth of four, rounded up, is one

    EXPECT_EQ(m_tests.beginDividing(test.id, at(10)).error().code, u"too_few_people"_s);

    EXPECT_EQ(valueOf(m_tests.of(draft))->state, AbTestState::Draft);
    EXPECT_THAT(valueOf(m_campaigns.list()), SizeIs(1));
}

TEST_F(AbTestStoreTest, aDraftThatIsDeletedTakesItsTestAlongAndAVersionLeavesIt)
{
    const CampaignId draft = m_workspace.draftWith(kPeople);
    defined(draft);
    valueOf(m_campaigns.remove(draft));
    EXPECT_THAT(valueOf(m_tests.list()), IsEmpty());

    const AbTest test = started(m_workspace.draftWith(kPeople));
    valueOf(m_campaigns.cancel(test.campaigns[0], at(21)));
    valueOf(m_campaigns.remove(test.campaigns[0]));

    const AbTest left = valueOf(m_tests.of(test.rest)).value();
    EXPECT_FALSE(left.campaigns[0].isValid());
    EXPECT_EQ(left.campaigns[1], test.campaigns[1]);
    EXPECT_EQ(m_tests.choose(test.id, 0, true, {tourTemplate(), {}}, at(30)).error().code, u"no_version"_s);
    valueOf(m_tests.choose(test.id, 1, true, {tourTemplate(), {}}, at(30)));
}

TEST_F(AbTestStoreTest, aTestMayHaveNoRest)
{
    AbTestTerms everybody = terms();
    everybody.restPercent = 0;

    const AbTest test = started(m_workspace.draftWith(kPeople), everybody);

    EXPECT_FALSE(test.rest.isValid());
    EXPECT_EQ(valueOf(m_tests.sizes(test.id)),
              (AbSizes{
                  {500, 500},
                  0
    }));
    EXPECT_EQ(m_tests.choose(test.id, 0, true, {tourTemplate(), {}}, at(30)).error().code, u"no_rest"_s);
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
}

TEST_F(AbTestStoreTest, whatIsAskedOfATestIsKept)
{
    AbTestTerms asked = terms(4'294'967'295);
    asked.measure = AbMeasure::Responded;
    asked.decideAfter.reset();
    asked.variants.push_back({.templateName = u"other"_s,
                              .headerMedia = HeaderMedia::fromText(u"https://example.org/a.png"_s),
                              .startAt = at(5000)});

    EXPECT_EQ(defined(m_workspace.draftWith(3), asked).terms, asked);
}

TEST_F(AbTestStoreTest, aBudgetBoundsAllVersionsTogetherAndToTheMessage)
{
    const RateCard card{
        u"USD"_s, QDate{2026, 10, 1},
         {Rate{u"India"_s, PriceCategory::Marketing, 1, Money{100'000}}  }
    };
    valueOf(RateCardStore{m_workspace.database()}.put(card, at(0)));
    AbTestTerms everybody = terms();
    everybody.restPercent = 50;
    const AbTest test = started(m_workspace.draftWith(40), everybody);
    valueOf(m_campaigns.setBudget(test.campaigns[1], Budget{Money{15 * 100'000}, u"USD"_s},
                                  QDate{2026, 11, 18}, at(21)));
    const auto claimOf = [&](CampaignId campaign) {
        ClaimRequest request;
        request.campaign = campaign;
        request.count = 100;
        request.now = at(22);
        request.day = QDate{2026, 11, 18};
        return valueOf(m_ledger.claim(request));
    };

    EXPECT_THAT(claimOf(test.campaigns[0]).claims, SizeIs(10));
    const ClaimResult ofSecond = claimOf(test.campaigns[1]);
    EXPECT_THAT(ofSecond.claims, SizeIs(5));
    ASSERT_TRUE(ofSecond.stop);
    EXPECT_EQ(ofSecond.stop->kind, ClaimStop::Kind::BudgetUsedUp);

    // Also the rest, and what a version has cost stays spent when it is deleted.
    valueOf(m_tests.choose(test.id, 1, true, {tourTemplate(), {}}, at(30)));
    valueOf(m_campaigns.cancel(test.campaigns[0], at(31)));
    valueOf(m_campaigns.remove(test.campaigns[0]));
    EXPECT_THAT(claimOf(test.rest).claims, IsEmpty());
    valueOf(
        m_campaigns.setBudget(test.rest, Budget{Money{17 * 100'000}, u"USD"_s}, QDate{2026, 11, 18}, at(32)));
    EXPECT_THAT(claimOf(test.rest).claims, SizeIs(2));
}

// "She got version A at her old number, and the winner at her new one."
TEST_F(AbTestStoreTest, whoIsMergedWithSomebodyWhoGotAVersionIsNotAmongTheRest)
{
    AbTestTerms half = terms();
    half.restPercent = 50;
    const AbTest test = started(m_workspace.draftWith(40), half);
    const std::vector<Claim> claims =
        valueOf(m_ledger.claim({test.campaigns[0], 1, at(21), std::nullopt})).claims;
    ASSERT_EQ(claims.size(), 1u);
    valueOf(m_ledger.settle({accepted(claims.front(), u"wamid.1"_s, at(22))}));
    const PhoneNumber waiting = m_workspace.people(test.rest).front().phone;
    const PhoneNumber alsoWaiting = m_workspace.people(test.rest).back().phone;

    valueOf(ContactMerge{m_workspace.database()}.merge(waiting, {claims.front().to}, at(23)));
    valueOf(m_tests.choose(test.id, 1, true, {tourTemplate(), {}}, at(30)));

    std::set<QString> written;
    for (const Claim &claim : valueOf(m_ledger.claim({test.rest, 100, at(31), std::nullopt})).claims)
        written.insert(claim.to.e164());
    EXPECT_EQ(written.size(), 19u);
    EXPECT_FALSE(written.contains(waiting.e164()));
    EXPECT_TRUE(written.contains(alsoWaiting.e164()));
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
}

TEST_F(AbTestStoreTest, noCampaignOfATestIsDeletedWhileItsPeopleAreDivided)
{
    const AbTest test = defined(m_workspace.draftWith(100));
    valueOf(m_tests.beginDividing(test.id, at(10)));
    const AbTest begun = valueOf(m_tests.of(test.home())).value();

    EXPECT_EQ(m_campaigns.remove(begun.rest).error().code, u"in_test"_s);
    EXPECT_EQ(m_campaigns.remove(begun.campaigns[1]).error().code, u"in_test"_s);

    EXPECT_TRUE(valueOf(m_tests.divide(test.id)));
    valueOf(m_tests.start(test.id, {{tourTemplate(), {}}, {tourTemplate(), {}}}, at(20)));
    EXPECT_EQ(valueOf(m_campaigns.remove(begun.rest)).id, begun.rest);
}

TEST_F(AbTestStoreTest, nobodyIsDividedWhileAListComesIn)
{
    const AbTest test = defined(m_workspace.draftWith(100));
    SettingStore settings{m_workspace.database()};
    valueOf(settings.setValue(u"filling/%1"_s.arg(test.home().value), u"0"_s));

    EXPECT_EQ(m_tests.beginDividing(test.id, at(10)).error().code, u"still_filling"_s);
    EXPECT_EQ(m_campaigns.send(test.home(), tourTemplate(), at(11)).error().code, u"still_filling"_s);
    valueOf(settings.remove(u"filling/%1"_s.arg(test.home().value)));

    EXPECT_TRUE(m_tests.beginDividing(test.id, at(12)));
}
