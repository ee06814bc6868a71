#include "widgets/wizardtest.h"

#include "widgets/samples.h"
#include "widgets/wizard/budgetfield.h"

#include <gtest/gtest.h>

#include <QAbstractButton>
#include <QComboBox>
#include <QDateEdit>
#include <QDateTimeEdit>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QTimeEdit>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Two versions; the second has a time of its own.
AbTestTerms twoVersions(std::optional<UtcTime> startOfSecond = {})
{
    AbTestTerms terms;
    terms.variants = {
        {                        },
        { .fixedValues = {{u"1"_s, u"Porto"_s}}, .startAt = startOfSecond}
    };
    return terms;
}

} // namespace

TEST_F(WizardTest, settingsAreWrittenIntoTheDraft)
{
    openAt(WizardStep::Settings);

    click(u"whenAt"_s);
    find<QDateEdit>(u"dayEdit"_s)->setDate(QDate{2026, 11, 23});
    find<QTimeEdit>(u"timeEdit"_s)->setTime(QTime{10, 30});
    click(u"speedFull"_s);
    find<QTimeEdit>(u"fromEdit"_s)->setTime(QTime{8, 0});
    find<QTimeEdit>(u"toEdit"_s)->setTime(QTime{0, 0});
    click(u"day7"_s);
    click(u"perDaySwitch"_s);
    find<QSpinBox>(u"perDay"_s)->setValue(750);
    click(u"retrySwitch"_s);
    click(u"brakeSwitch"_s);

    const CampaignDraft &draft = wizard.draft();
    EXPECT_EQ(draft.when, SendWhen::AtTime);
    EXPECT_EQ(toIsoText(*draft.scheduledFor), u"2026-11-23T10:30:00.000Z"_s);
    EXPECT_EQ(draft.settings.rate, SendRate::max());
    EXPECT_EQ(draft.settings.window.hoursText(), u"08:00-24:00"_s);
    EXPECT_EQ(draft.settings.window.days, 0x3f);
    EXPECT_EQ(draft.settings.perDay, 750);
    EXPECT_EQ(draft.settings.maxRetries, 0);
    EXPECT_FALSE(draft.settings.brake.isOn);
}

TEST_F(WizardTest, aTimeThatIsOverIsSaidSo)
{
    openAt(WizardStep::Settings);
    click(u"whenAt"_s);

    find<QDateEdit>(u"dayEdit"_s)->setDate(QDate{2026, 11, 18});

    EXPECT_TRUE(says(u"This time is over"_s));
    click(u"nextButton"_s);
    EXPECT_EQ(wizard.step(), WizardStep::Settings);
}

TEST_F(WizardTest, theSettingsSayHowLongItTakes)
{
    openAt(WizardStep::Settings);

    click(u"speedGentle"_s);
    EXPECT_EQ(find<QLabel>(u"durationLabel"_s)->text(), u"2 h 17 min"_s);
    click(u"speedStandard"_s);

    EXPECT_EQ(find<QLabel>(u"durationLabel"_s)->text(), u"1 min 8 s"_s);
}

TEST_F(WizardTest, aScheduledDraftIsScheduledByItsButton)
{
    openAt(WizardStep::Review);
    QSignalSpy schedules{&wizard, &CampaignWizard::scheduleWanted};

    EXPECT_TRUE(textOf(u"nextButton"_s).startsWith(u"Schedule for Fri 20 Nov"_s));
    click(u"nextButton"_s);

    ASSERT_EQ(schedules.count(), 1);
    EXPECT_EQ(schedules.first().first().value<CampaignDraft>().scheduledFor, clock.now() + 24h);
}

TEST_F(WizardTest, aRedCheckHoldsTheCampaignBack)
{
    checks[5] = {u"account"_s, CheckLevel::Block, u"There is no access key for this number."_s};
    openAt(WizardStep::Review);
    QSignalSpy connects{&wizard, &CampaignWizard::connectNumberWanted};

    EXPECT_FALSE(find<QAbstractButton>(u"nextButton"_s)->isEnabled());
    EXPECT_FALSE(find<QAbstractButton>(u"otherButton"_s)->isEnabled());
    ASSERT_TRUE(QTest::qWaitFor([&] { return says(u"There is no access key for this number."_s); }));
    click(u"fix_account"_s);
    EXPECT_EQ(connects.count(), 1);

    checks = Samples::checks();
    click(u"checkAgain"_s);
    EXPECT_TRUE(find<QAbstractButton>(u"nextButton"_s)->isEnabled());
}

TEST_F(WizardTest, aDraftIsCreatedEvenWithRedChecks)
{
    checks[5] = {u"account"_s, CheckLevel::Block, u"There is no access key for this number."_s};
    CampaignDraft draft = Samples::draft();
    draft.when = SendWhen::Later;
    draft.step = WizardStep::Review;
    wizard.open(draft, 1377);
    QSignalSpy creates{&wizard, &CampaignWizard::createWanted};

    click(u"nextButton"_s);

    EXPECT_EQ(creates.count(), 1);
}

TEST_F(WizardTest, aRefusedFinishLeavesTheDraftAsItWas)
{
    openAt(WizardStep::Review);
    click(u"nextButton"_s);
    EXPECT_FALSE(find<QAbstractButton>(u"nextButton"_s)->isEnabled());

    wizard.setFinishError({ErrorKind::Refused, u"This workspace is disarmed."_s, {}, {}});

    EXPECT_TRUE(says(u"This workspace is disarmed."_s));
    EXPECT_EQ(wizard.step(), WizardStep::Review);
    EXPECT_TRUE(find<QAbstractButton>(u"nextButton"_s)->isEnabled());
}

TEST_F(WizardTest, everybodysMessageIsShownInTurn)
{
    openAt(WizardStep::Review);
    EXPECT_TRUE(says(u"1 of 1,377"_s));
    EXPECT_FALSE(find<QAbstractButton>(u"previousPerson"_s)->isEnabled());

    click(u"nextPerson"_s);

    EXPECT_EQ(samples.back(), (SampleChoice{SampleChoice::Kind::AtPlace, 1}));
    EXPECT_TRUE(says(u"2 of 1,377"_s));
}

// "Show me who gets the shortest text, and whom Meta would refuse, before I send."
TEST_F(WizardTest, theReviewGoesToTheMessagesThatMatter)
{
    openAt(WizardStep::Review);
    const auto asked = [&](const QString &link) {
        click(link);
        return samples.back().kind;
    };

    EXPECT_EQ(asked(u"longestSample"_s), SampleChoice::Kind::Longest);
    EXPECT_EQ(asked(u"shortestSample"_s), SampleChoice::Kind::Shortest);
    EXPECT_EQ(asked(u"defaultSample"_s), SampleChoice::Kind::UsesDefault);
    EXPECT_EQ(asked(u"refusedSample"_s), SampleChoice::Kind::Refused);
    click(u"refusedSample"_s);
    EXPECT_EQ(samples.back(), (SampleChoice{SampleChoice::Kind::Refused, 1})) << "the next one";

    RecipientSample refused = Samples::sample(4);
    refused.problem = u"A line break is not allowed."_s;
    wizard.setSample(refused);
    EXPECT_TRUE(says(u"Meta would refuse this message. A line break is not allowed."_s));
    wizard.setSample({0, 1377, {}, {}, {}, {}});
    EXPECT_TRUE(says(u"Meta would refuse nobody's message."_s));
    EXPECT_TRUE(says(u"5 of 1,377"_s)) << "who was shown stays";
    EXPECT_EQ((click(u"firstSample"_s), samples.back()), (SampleChoice{SampleChoice::Kind::AtPlace, 0}));
}

TEST_F(WizardTest, aTestGoesToTheOwnPhone)
{
    openAt(WizardStep::Review);
    QSignalSpy tests{&wizard, &CampaignWizard::testMessageWanted};

    click(u"sendTest"_s);
    EXPECT_TRUE(says(u"Type your own number first"_s));
    QTest::keyClicks(find<QLineEdit>(u"testPhone"_s), u"+44 7700 900250"_s);
    click(u"sendTest"_s);

    ASSERT_EQ(tests.count(), 1);
    EXPECT_EQ(tests.first().first().toString(), u"+44 7700 900250"_s);
    wizard.setTestError({ErrorKind::Network, u"Meta did not answer."_s, {}, {}});
    EXPECT_TRUE(says(u"Meta did not answer."_s));
    click(u"sendTest"_s);
    wizard.setTestSent();
    EXPECT_TRUE(says(u"Accepted by Meta."_s));
}

// "Before I press send I want to know what it costs, and what that number rests on."
TEST_F(WizardTest, theReviewSaysWhatItCostsAndOnWhatThatRests)
{
    openAt(WizardStep::Review);
    EXPECT_TRUE(says(u"There is no rate card in force"_s));

    wizard.setChecks(checks, SendEstimate{2h, clock.now(), clock.now() + 2h}, Samples::cost());

    EXPECT_TRUE(says(u"up to 61.59 GBP"_s));
    EXPECT_TRUE(says(u"1,302 × 0.045 + 75 × 0.04"_s));
    EXPECT_TRUE(says(u"Meta's rate card from 1 Oct 2026 on"_s));
    EXPECT_TRUE(QTest::qWaitFor([&] { return says(u"Spain"_s) && says(u"58.59 GBP"_s); }));
}

TEST_F(WizardTest, whomTheRateCardDoesNotPriceIsSaid)
{
    openAt(WizardStep::Review);
    CostEstimate cost = Samples::cost();
    cost.lines.push_back({u"FR"_s, {}, 3, std::nullopt});
    cost.withoutPrice = 3;
    QSignalSpy rates{&wizard, &CampaignWizard::ratesWanted};

    wizard.setChecks(checks, SendEstimate{2h, clock.now(), clock.now() + 2h}, cost);

    EXPECT_TRUE(says(u"cannot be estimated for 3 p"_s));
    EXPECT_TRUE(says(u"no price"_s));
    click(u"ratesButton"_s);
    EXPECT_EQ(rates.count(), 1);
}

TEST_F(WizardTest, aBudgetNeedsARateCardAndIsKeptInTheDraft)
{
    openAt(WizardStep::Settings);
    EXPECT_FALSE(find<QAbstractButton>(u"budgetSwitch"_s)->isEnabled());
    EXPECT_TRUE(says(u"A budget needs Meta's rate card"_s));

    wizard.setRatesCurrency(u"GBP"_s);
    click(u"budgetSwitch"_s);
    find<QDoubleSpinBox>(u"budgetAmount"_s)->setValue(61.59);

    EXPECT_EQ(wizard.draft().settings.budget, (Budget{Money{61'590'000}, u"GBP"_s}));
    click(u"budgetSwitch"_s);
    EXPECT_EQ(wizard.draft().settings.budget, std::nullopt);
}

// "The budget said 100 EUR. I typed 200 and got 200 dollars."
TEST(BudgetFieldTest, anotherAmountStaysInTheCurrencyThatTheFieldShows)
{
    BudgetField field;
    field.setCurrency(u"USD"_s);
    field.setBudget(Budget{Money{100'000'000}, u"EUR"_s});
    auto *amount = field.findChild<QDoubleSpinBox *>(u"budgetAmount"_s);

    amount->setValue(200);

    EXPECT_EQ(field.budget(), (Budget{Money{200'000'000}, u"EUR"_s}));
    EXPECT_TRUE(amount->suffix().contains(u"EUR"_s));
    auto *toggle = field.findChild<QAbstractButton *>(u"budgetSwitch"_s);
    toggle->click();
    EXPECT_EQ(field.budget(), std::nullopt);
    toggle->click();
    EXPECT_EQ(field.budget(), (Budget{Money{200'000'000}, u"USD"_s}));
    EXPECT_TRUE(amount->suffix().contains(u"USD"_s));
}

// "The workspace is in Auckland and my laptop in Madrid: version B leaves at six in the evening there."
TEST_F(WizardTest, theTimeOfAVersionIsInTheZoneOfTheWorkspace)
{
    CampaignDraft draft = Samples::draft();
    draft.test = twoVersions(Samples::momentOf(u"2026-11-23T05:00:00"_s));
    draft.step = WizardStep::Details;
    wizard.open(draft, 1377);

    wizard.setZone(QTimeZone{"Pacific/Auckland"});

    auto *time = find<QDateTimeEdit>(u"timeB"_s);
    EXPECT_EQ(time->time(), (QTime{18, 0}));
    EXPECT_EQ(time->date(), (QDate{2026, 11, 23}));
    EXPECT_TRUE(time->text().contains(u"18:00 (Auckland)"_s)) << qPrintable(time->text());
    time->setTime(QTime{19, 30});
    EXPECT_EQ(toIsoText(*wizard.draft().test->variants[1].startAt), u"2026-11-23T06:30:00.000Z"_s);
    click(u"ownTimeA"_s);
    EXPECT_EQ(toIsoText(*wizard.draft().test->variants[0].startAt), u"2026-11-21T05:00:00.000Z"_s)
        << "the evening of tomorrow, where it is the 20th already";
}

TEST_F(WizardTest, theReviewSaysThatVersionsAreTested)
{
    openAt(WizardStep::Review);
    EXPECT_FALSE(says(u"tested against each other"_s));
    CampaignDraft draft = Samples::draft();
    draft.test = twoVersions();
    draft.step = WizardStep::Review;

    wizard.open(draft, 1377);
    EXPECT_TRUE(says(u"tested against each other"_s));

    wizard.setChecks(checks, SendEstimate{2h, clock.now(), clock.now() + 2h}, Samples::cost());
    EXPECT_TRUE(says(u"tested against each other"_s)) << "with the cost in the template's place";
}
