#include "storage/insightsstore.h"

#include "storage/accountstore.h"
#include "storage/campaignstore.h"
#include "storage/sql.h"
#include "storage/temporaryworkspace.h"

#include <QSet>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

namespace {

/// A campaign that began at second 0 with a template that Meta calls 900100.
class InsightsStoreTest : public ::testing::Test
{
protected:
    InsightsStoreTest()
        : m_campaign{m_workspace.sendingWith(2)}
    {
        valueOf(execute(m_workspace.database(), uR"(UPDATE campaign SET started_at = ?, frozen_template =
                            json_set(frozen_template, '$.meta_id', '900100') WHERE id = ?)"_s,
                        {toMilliseconds(at(0)), m_campaign.value}));
        m_wabaId = valueOf(firstRow(m_workspace.database(), u"SELECT waba_id FROM account"_s, {},
                                    [](const Row &row) { return row.text(0); }))
                       .value();
    }

    static TemplateDay day(int number, std::optional<qint64> sent, std::optional<qint64> read = {})
    {
        return {u"900100"_s, at(0) + number * 24h, at(0) + (number + 1) * 24h, sent, sent, read, {}, {}};
    }

    void store(const InsightsFindings &findings, UtcTime now)
    {
        valueOf(m_insights.store(m_wabaId, findings, now));
    }

    std::optional<TemplateTotals> totals(UtcTime now)
    {
        return valueOf(m_insights.totalsOf(m_campaign, now));
    }

    /// Ended before its end, a minute after second 0: it is never completed.
    void cancel()
    {
        valueOf(execute(m_workspace.database(), u"UPDATE campaign SET state = 'cancelled'"_s));
        valueOf(execute(m_workspace.database(),
                        u"INSERT INTO campaign_minute (campaign_id, minute, sent) VALUES (?, ?, 1)"_s,
                        {m_campaign.value, toMilliseconds(at(0)) / 60'000}));
    }

    TemporaryWorkspace m_workspace;
    InsightsStore m_insights{m_workspace.database()};
    CampaignId m_campaign;
    QString m_wabaId;
};

} // namespace

TEST_F(InsightsStoreTest, asksAboutTheTemplatesOfLateOnceAnHourAndWhetherMetaCountsOnceADay)
{
    const std::vector<DueInsights> first = valueOf(m_insights.due(at(60)));
    ASSERT_THAT(first, SizeIs(1));
    EXPECT_TRUE(first.front().question.asksState);
    EXPECT_TRUE(first.front().question.asksFigures);
    EXPECT_EQ(first.front().question.templateIds, QStringList{u"900100"_s});
    EXPECT_EQ(first.front().question.from, std::chrono::floor<std::chrono::days>(at(0))) << "whole days";
    EXPECT_LT(first.front().question.from, first.front().question.to);
    EXPECT_EQ(first.front().wabaId, m_wabaId);

    InsightsFindings found;
    found.state = InsightsState{MetaCounts::Yes, u"EUR"_s};
    found.templates = std::vector{day(0, 2)};
    found.areFiguresWhole = true;
    store(found, at(60));

    EXPECT_THAT(valueOf(m_insights.due(at(60) + 59min)), IsEmpty());
    const std::vector<DueInsights> later = valueOf(m_insights.due(at(60) + 60min));
    ASSERT_THAT(later, SizeIs(1));
    EXPECT_FALSE(later.front().question.asksState);
    EXPECT_TRUE(later.front().question.asksFigures);
}

TEST_F(InsightsStoreTest, asksForNoFiguresWhereMetaDoesNotCount)
{
    InsightsFindings found;
    found.state = InsightsState{MetaCounts::No, {}};
    store(found, at(60));

    EXPECT_THAT(valueOf(m_insights.due(at(60) + 23h)), IsEmpty());
    EXPECT_THAT(valueOf(m_insights.due(at(60) + 24h)), SizeIs(1)) << "it may have been switched on";
}

TEST_F(InsightsStoreTest, leavesMetaAloneForAsLongAsItAsksAndAWhileAfterTrouble)
{
    InsightsFindings limited;
    limited.problem = Error{ErrorKind::Network, u"Too many."_s, u"80007"_s, {}};
    limited.waitFor = 2h;
    store(limited, at(60));
    EXPECT_THAT(valueOf(m_insights.due(at(60) + 119min)), IsEmpty());
    EXPECT_THAT(valueOf(m_insights.due(at(60) + 120min)), SizeIs(1));

    InsightsFindings offline;
    offline.problem = Error{ErrorKind::Network, u"No network."_s, u"network"_s, {}};
    store(offline, at(60) + 3h);
    EXPECT_THAT(valueOf(m_insights.due(at(60) + 3h + 29min)), IsEmpty());
    EXPECT_THAT(valueOf(m_insights.due(at(60) + 3h + 30min)), SizeIs(1));
}

TEST_F(InsightsStoreTest, asksNothingOnceNobodyCanReadAnyMore)
{
    valueOf(execute(m_workspace.database(), u"UPDATE campaign SET state = 'completed', completed_at = ?"_s,
                    {toMilliseconds(at(100))}));

    EXPECT_THAT(valueOf(m_insights.due(at(100) + 8 * 24h)), SizeIs(1));
    EXPECT_THAT(valueOf(m_insights.due(at(101) + 8 * 24h)), IsEmpty());
}

TEST_F(InsightsStoreTest, addsUpTheDaysOnWhichACampaignWasSentAndNoOther)
{
    valueOf(execute(m_workspace.database(), u"UPDATE campaign SET state = 'completed', completed_at = ?"_s,
                    {toMilliseconds(at(100) + 24h)}));
    InsightsFindings found;
    found.state = InsightsState{MetaCounts::Yes, u"EUR"_s};
    found.templates = std::vector{day(-1, 50), day(0, 2, 1), day(1, 3), day(2, 70)};
    store(found, at(60) + 72h);

    const std::optional<TemplateTotals> read = totals(at(0) + 72h);

    ASSERT_TRUE(read);
    EXPECT_EQ(read->sent, 5);
    EXPECT_EQ(read->read, 1);
    EXPECT_EQ(read->clicked, std::nullopt);
    EXPECT_EQ(read->from, at(0));
    EXPECT_EQ(read->to, at(0) + 48h);
    EXPECT_EQ(read->currency, u"EUR"_s);
    EXPECT_EQ(read->toldAt, at(60) + 72h);
}

TEST_F(InsightsStoreTest, whatIsToldAgainReplacesWhatWasToldAndNoPersonOrCounterIsTouched)
{
    EXPECT_FALSE(totals(at(60)));
    InsightsFindings found;
    found.templates = std::vector{day(0, 2)};
    store(found, at(60));
    found.templates = std::vector{day(0, 9)};
    store(found, at(70));

    EXPECT_EQ(totals(at(80))->sent, 9);
    EXPECT_EQ(m_workspace.campaign(m_campaign).reached.sent, 0);
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
}

TEST_F(InsightsStoreTest, addsUpWhatWasPaidByCategory)
{
    InsightsFindings found;
    found.prices = std::vector<PriceDay>{
        {at(0),       at(0) + 24h, u"MARKETING"_s, u"REGULAR"_s,               10, 0.6},
        {at(0) + 24h, at(0) + 48h, u"MARKETING"_s, u"REGULAR"_s,               5,  0.3},
        {at(0) + 24h, at(0) + 48h, u"SERVICE"_s,   u"FREE_CUSTOMER_SERVICE"_s, 4,  {} },
    };
    store(found, at(0) + 50h);

    const std::vector<PriceDay> prices = valueOf(m_insights.pricesSince(m_wabaId, at(0)));

    ASSERT_THAT(prices, SizeIs(2));
    EXPECT_EQ(prices[0].volume, 15);
    EXPECT_DOUBLE_EQ(*prices[0].cost, 0.9);
    EXPECT_EQ(prices[1].cost, std::nullopt);
    EXPECT_THAT(valueOf(m_insights.pricesSince(m_wabaId, at(0) + 24h)).front().volume, 5);
}

TEST_F(InsightsStoreTest, aCancelledCampaignIsOfLateUntilEightDaysAfterItsLastMessage)
{
    cancel();

    EXPECT_THAT(valueOf(m_insights.due(at(0) + 8 * 24h)), SizeIs(1));
    EXPECT_THAT(valueOf(m_insights.due(at(61) + 8 * 24h)), IsEmpty());
}

TEST_F(InsightsStoreTest, theTotalsOfACancelledCampaignDoNotGrow)
{
    cancel();
    InsightsFindings found;
    found.templates = std::vector{day(0, 2), day(1, 50), day(2, 70)};
    store(found, at(0) + 72h);

    EXPECT_EQ(totals(at(0) + 72h)->sent, 2);
}

TEST_F(InsightsStoreTest, theLastThirtyDaysAreAskedWhole)
{
    const UtcTime now = at(60);

    const auto thirtyDaysAgo = std::chrono::floor<std::chrono::days>(now - 30 * 24h);
    EXPECT_EQ(valueOf(m_insights.questionOf(m_wabaId, now)).pricesFrom, thirtyDaysAgo);
    EXPECT_EQ(valueOf(m_insights.due(now)).front().question.pricesFrom, thirtyDaysAgo);
    EXPECT_EQ(valueOf(m_insights.questionOf(u"nobody wrote from it"_s, now)).pricesFrom, thirtyDaysAgo);
}

TEST_F(InsightsStoreTest, whatMetaDoesNotSayIsNeitherYesNorNo)
{
    EXPECT_EQ(valueOf(m_insights.memoryOf(m_wabaId)).state.counts, MetaCounts::NotTold);
    InsightsFindings found;
    found.state = InsightsState{};
    store(found, at(60));

    EXPECT_EQ(valueOf(m_insights.memoryOf(m_wabaId)).state.counts, MetaCounts::NotTold);
    const std::vector<DueInsights> due = valueOf(m_insights.due(at(60) + 1h));
    ASSERT_THAT(due, SizeIs(1));
    EXPECT_FALSE(due.front().question.asksState);
    EXPECT_TRUE(due.front().question.asksFigures) << "which shows it";

    found.state = InsightsState{MetaCounts::Yes, {}};
    store(found, at(70));
    found.state = InsightsState{};
    store(found, at(80));
    EXPECT_EQ(valueOf(m_insights.memoryOf(m_wabaId)).state.counts, MetaCounts::Yes) << "cannot be undone";
}

TEST_F(InsightsStoreTest, aDayThatBeginsAtAnotherHourByNowCountsOnce)
{
    InsightsFindings found;
    found.templates = std::vector{day(0, 2), day(1, 3)};
    store(found, at(60) + 48h);
    for (TemplateDay &moved : *found.templates) {
        moved.start += 2h;
        moved.end += 2h;
    }
    store(found, at(60) + 49h);

    EXPECT_EQ(totals(at(0) + 49h)->sent, 5);
}

TEST_F(InsightsStoreTest, whatIsPaidInAnotherCategoryByNowCountsOnce)
{
    InsightsFindings found;
    found.prices = std::vector<PriceDay>{
        {at(0), at(0) + 24h, u"MARKETING"_s, u"REGULAR"_s, 10, 0.6}
    };
    store(found, at(60));
    found.prices = std::vector<PriceDay>{
        {at(0), at(0) + 24h, u"UTILITY"_s, u"REGULAR"_s, 10, 0.2}
    };
    store(found, at(70));

    const std::vector<PriceDay> prices = valueOf(m_insights.pricesSince(m_wabaId, at(0)));

    ASSERT_THAT(prices, SizeIs(1));
    EXPECT_EQ(prices.front().category, u"UTILITY"_s);
}

TEST_F(InsightsStoreTest, whatWasReadInPartIsAskedAgain)
{
    InsightsFindings found;
    found.state = InsightsState{MetaCounts::Yes, {}};
    found.templates = std::vector{day(0, 2)};
    found.problem = Error{ErrorKind::Network, u"No network."_s, u"network"_s, {}};
    store(found, at(60));

    EXPECT_EQ(totals(at(60))->sent, 2) << "and kept as far as it goes";
    const std::vector<DueInsights> due = valueOf(m_insights.due(at(60) + 30min));
    ASSERT_THAT(due, SizeIs(1));
    EXPECT_TRUE(due.front().question.asksFigures);
}

TEST_F(InsightsStoreTest, theNumberInUseAsksBeforeOthersOfTheBusinessAccount)
{
    Account account;
    account.phoneNumberId = u"second"_s;
    account.wabaId = m_wabaId;
    AccountStore accounts{m_workspace.database()};
    const AccountId second = valueOf(accounts.put(account));
    const CampaignId campaign = m_workspace.sendingWith(1);
    valueOf(execute(m_workspace.database(), uR"(UPDATE campaign SET account_id = ?, started_at = ?,
                        frozen_template = json_set(frozen_template, '$.meta_id', '900200') WHERE id = ?)"_s,
                    {second.value, toMilliseconds(at(10)), campaign.value}));

    const auto first = valueOf(m_insights.due(at(60)));
    valueOf(accounts.use(second));
    const auto then = valueOf(m_insights.due(at(60)));

    ASSERT_THAT(first, SizeIs(1));
    EXPECT_THAT(first.front().accounts, ElementsAre(m_workspace.account(), second));
    EXPECT_THAT(first.front().question.templateIds, ElementsAre(u"900200"_s, u"900100"_s));
    EXPECT_THAT(then.front().accounts, ElementsAre(second, m_workspace.account()));
}

TEST(InsightsQuestionTest, ofManyTemplatesEachIsAskedWithinAFewHours)
{
    QStringList ids;
    for (int id = 0; id < 120; ++id)
        ids << QString::number(id);
    QSet<QString> asked;
    QSet<QString> askedFirst;

    for (int hour = 0; hour < 12; ++hour) {
        const InsightsQuestion question = dueQuestion({}, ids, at(0), at(0) + hour * 1h);
        ASSERT_EQ(question.templateIds.size(), 50);
        asked += {question.templateIds.begin(), question.templateIds.end()};
        askedFirst += {question.templateIds.begin(), question.templateIds.begin() + 10};
    }

    EXPECT_EQ(asked.size(), 120);
    EXPECT_EQ(askedFirst.size(), 120) << "also where little may be asked each time";
}
