#include "widgets/campaign/abtestcard.h"

#include "widgets/analytics/intervalchart.h"
#include "widgets/campaign/campaignpage.h"
#include "widgets/controls/chartcard.h"
#include "widgets/samples.h"

#include <gtest/gtest.h>

#include <QAbstractButton>
#include <QDialog>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A test of two versions whose rest of 9,640 people waits, on the page of version A.
AbTestFacts factsOf(const std::vector<Share> &shares, AbTestState state = AbTestState::Running)
{
    AbTestFacts facts;
    facts.test.state = state;
    facts.test.rest = {40};
    for (size_t index = 0; index < shares.size(); ++index) {
        Campaign version = Samples::campaign();
        version.id = {3 + static_cast<qint64>(index)};
        facts.test.campaigns.push_back(version.id);
        facts.versions.emplace_back(version);
    }
    Campaign rest = Samples::campaign();
    rest.counts = {};
    rest.counts.set(RecipientStatus::Pending, 9640);
    facts.rest = rest;
    facts.result = judge(shares);
    return facts;
}

class AbTestCardTest : public testing::Test
{
protected:
    AbTestCardTest()
    {
        QLocale::setDefault(QLocale{u"en_GB"_s});
        card.resize(900, 400);
        card.show();
        EXPECT_TRUE(QTest::qWaitForWindowActive(&card));
    }

    void show(const AbTestFacts &facts, CampaignId onPageOf = {3})
    {
        card.setOverview(overviewOf(facts, onPageOf));
    }

    QString textOf(const QString &name) const { return card.findChild<QLabel *>(name)->text(); }

    QPushButton *button(const QString &name) const
    {
        for (QPushButton *each : card.findChildren<QPushButton *>(name)) {
            if (each->isVisible())
                return each;
        }
        return nullptr;
    }

    QDialog *dialog() const
    {
        for (QDialog *each : card.findChildren<QDialog *>()) {
            if (each->isVisible())
                return each;
        }
        return nullptr;
    }

    QAbstractButton *answer(const QString &text) const
    {
        for (QAbstractButton *each : dialog()->findChildren<QAbstractButton *>()) {
            if (each->text() == text)
                return each;
        }
        return nullptr;
    }

    AbTestCard card;
};

} // namespace

TEST_F(AbTestCardTest, aClearWinnerIsNamedWithItsRangeAndItsProbability)
{
    show(factsOf({
        {412, 1420},
        {655, 1420}
    }));

    EXPECT_TRUE(textOf(u"abTestVerdict"_s).startsWith(u"Version B is the best"_s));
    const QString words = card.findChild<IntervalChart *>()->accessibleDescription();
    EXPECT_TRUE(words.contains(u"46.1"_s)) << qPrintable(words);
    EXPECT_TRUE(words.contains(u"truly between"_s)) << qPrintable(words);
}

TEST_F(AbTestCardTest, nobodyIsCalledTheBestWhereRangesOverlapOrPeopleAreTooFew)
{
    show(factsOf({
        {612, 1420},
        {655, 1420}
    }));
    EXPECT_TRUE(textOf(u"abTestVerdict"_s).startsWith(u"No clear winner"_s));

    show(factsOf({
        {0,  61},
        {60, 60}
    }));
    EXPECT_TRUE(textOf(u"abTestVerdict"_s).contains(u"about 400"_s));
}

TEST_F(AbTestCardTest, aPersonChoosesAVersionForTheRestAfterAQuestion)
{
    show(factsOf(
        {
            {612, 1420},
            {655, 1420}
    },
        AbTestState::Asking));
    const QSignalSpy chosen{&card, &AbTestCard::versionChosen};

    QTest::mouseClick(button(u"chooseB"_s), Qt::LeftButton);
    ASSERT_NE(dialog(), nullptr);
    QTest::mouseClick(answer(u"Not yet"_s), Qt::LeftButton);
    EXPECT_EQ(chosen.count(), 0);

    button(u"chooseB"_s)->setFocus();
    QTest::keyClick(button(u"chooseB"_s), Qt::Key_Space);
    ASSERT_NE(answer(u"Send version B"_s), nullptr);
    QTest::mouseClick(answer(u"Send version B"_s), Qt::LeftButton);
    ASSERT_EQ(chosen.count(), 1);
    EXPECT_EQ(chosen.first().first().toInt(), 1);
}

// "While I pressed the button another figure arrived, and the press was lost."
TEST_F(AbTestCardTest, aPressGoesOnWhileFiguresArrive)
{
    const auto asking = [](int read) {
        return factsOf(
            {
                {612,  1420},
                {read, 1420}
        },
            AbTestState::Asking);
    };
    show(asking(655));
    button(u"chooseB"_s)->setFocus();

    QTest::mousePress(button(u"chooseB"_s), Qt::LeftButton);
    show(asking(656));
    EXPECT_TRUE(button(u"chooseB"_s)->hasFocus());
    QTest::mouseRelease(button(u"chooseB"_s), Qt::LeftButton);

    EXPECT_NE(dialog(), nullptr);
}

TEST_F(AbTestCardTest, onceChosenThereIsNothingLeftToChoose)
{
    AbTestFacts decided = factsOf(
        {
            {412, 1420},
            {655, 1420}
    },
        AbTestState::Decided);
    decided.test.winner = 1;
    decided.test.decidedAt = Samples::momentOf(u"2026-11-19T15:30:00"_s);

    show(decided);

    EXPECT_EQ(button(u"chooseA"_s), nullptr);
    EXPECT_TRUE(textOf(u"abTestNext"_s).startsWith(u"Version B won"_s))
        << qPrintable(textOf(u"abTestNext"_s));
}

TEST_F(AbTestCardTest, aPressOnAVersionOpensItsCampaign)
{
    show(factsOf({
        {412, 1420},
        {655, 1420}
    }));
    QSignalSpy opened{&card, &AbTestCard::campaignRequested};
    auto *chart = card.findChild<IntervalChart *>();

    chart->setFocus(Qt::TabFocusReason);
    QTest::keyClick(chart, Qt::Key_Down);
    QTest::keyClick(chart, Qt::Key_Return);

    ASSERT_EQ(opened.count(), 1);
    EXPECT_EQ(opened.first().first().value<CampaignId>(), CampaignId{4});
}

TEST_F(AbTestCardTest, theSameNumbersAreATable)
{
    const ChartTable table = tableOf(overviewOf(factsOf({
                                                    {412, 1420},
                                                    {655, 1420}
    }),
                                                {3}));

    ASSERT_EQ(table.rows.size(), 2u);
    EXPECT_EQ(table.shownNumber(1, 0), u"655"_s);
    EXPECT_EQ(table.plainNumber(1, 2), u"0.4613"_s);
}

TEST(AbTestPageTest, whoWaitsForAWinnerHasNoButtonThatSends)
{
    CampaignPage page{Samples::clock(), Samples::phoneFormat()};
    Campaign rest = Samples::campaign();
    rest.id = {40};
    rest.state = CampaignState::Draft;
    rest.counts = {};
    rest.counts.set(RecipientStatus::Pending, 9640);
    page.resize(1232, 868);
    page.show();

    page.setCampaign(rest);
    auto *main = page.findChild<QPushButton *>(u"mainButton"_s);
    EXPECT_TRUE(main->isVisible());
    page.setAbTest(overviewOf(factsOf({
                                  {412, 1420},
                                  {655, 1420}
    }),
                              {40}));

    EXPECT_FALSE(main->isVisible());
    EXPECT_TRUE(page.findChild<AbTestCard *>()->isVisible());
    page.setAbTest({});
    EXPECT_FALSE(page.findChild<AbTestCard *>()->isVisible());
}
