#include "presentation/campaigntablemodel.h"

#include "presentation/campaignfiltermodel.h"
#include "support/fakeclock.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QSignalSpy>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using FailureMode = QAbstractItemModelTester::FailureReportingMode;

class CampaignTableModelTest : public testing::Test
{
protected:
    CampaignTableModelTest() { QLocale::setDefault(QLocale{u"en_GB"_s}); }

    CampaignRow row(qint64 id, const QString &name, CampaignState state = CampaignState::Draft) const
    {
        CampaignRow campaign;
        campaign.id = {id};
        campaign.name = name;
        campaign.state = state;
        campaign.createdAt = clock.now() - 24h * id;
        if (state != CampaignState::Draft && state != CampaignState::Scheduled)
            campaign.startedAt = campaign.createdAt + 1h;
        return campaign;
    }

    QString text(int row, int column, int role = Qt::DisplayRole) const
    {
        return model.index(row, column).data(role).toString();
    }

    QStringList names(const QAbstractItemModel &list) const
    {
        QStringList result;
        for (int i = 0; i < list.rowCount(); ++i)
            result << list.index(i, CampaignTableModel::Name).data().toString();
        return result;
    }

    FakeClock clock;
    CampaignTableModel model{clock};
    QAbstractItemModelTester tester{&model, FailureMode::Fatal};
};

} // namespace

TEST_F(CampaignTableModelTest, updateRepaintsOnlyTheChangedRow)
{
    model.setCampaigns({row(1, u"a"_s), row(2, u"b"_s)});
    QSignalSpy changed{&model, &QAbstractItemModel::dataChanged};
    QSignalSpy reset{&model, &QAbstractItemModel::modelReset};

    CampaignRow b = row(2, u"b"_s);
    b.counts.set(RecipientStatus::Pending, 10);
    model.updateCampaigns({row(1, u"a"_s), b});

    ASSERT_EQ(changed.count(), 1);
    EXPECT_EQ(changed.first().first().toModelIndex().row(), 1);
    EXPECT_EQ(reset.count(), 0);
}

TEST_F(CampaignTableModelTest, anUnknownCampaignIsAddedAtTheTop)
{
    model.setCampaigns({row(1, u"a"_s)});

    model.updateCampaigns({row(2, u"b"_s)});

    EXPECT_EQ(names(model), (QStringList{u"b"_s, u"a"_s}));
}

TEST_F(CampaignTableModelTest, aRemovedCampaignLeavesTheList)
{
    model.setCampaigns({row(1, u"a"_s), row(2, u"b"_s)});

    model.removeCampaign({1});
    model.removeCampaign({7});

    EXPECT_EQ(names(model), QStringList{u"b"_s});
}

TEST_F(CampaignTableModelTest, numbersOfACampaignThatNeverStartedAreUnknown)
{
    model.setCampaigns({row(1, u"a"_s)});

    EXPECT_EQ(text(0, CampaignTableModel::Sent), u"–"_s);
    EXPECT_EQ(text(0, CampaignTableModel::Progress), u"–"_s);
    EXPECT_FALSE(model.index(0, CampaignTableModel::Progress).data(ProgressRole).isValid());
}

TEST_F(CampaignTableModelTest, aSendingCampaignSaysWhatIsLeftAndHowFastItGoes)
{
    CampaignRow campaign = row(1, u"Goa"_s, CampaignState::Sending);
    campaign.counts.set(RecipientStatus::Pending, 4883);
    campaign.counts.set(RecipientStatus::Delivered, 7597);
    campaign.reached = {7380, 6951, 2871, 188};
    campaign.perSecond = 9.6;
    model.setCampaigns({campaign});

    EXPECT_EQ(text(0, CampaignTableModel::Name, SecondLineRole), u"12,480 people · 4,883 left · 9.6/s"_s);
    EXPECT_EQ(text(0, CampaignTableModel::Progress), u"60\u00a0%"_s);
    EXPECT_EQ(text(0, CampaignTableModel::DeliveryRate), u"94.2\u00a0%"_s);
    EXPECT_EQ(model.index(0, CampaignTableModel::Sent).data(SortRole).toInt(), 7380);
}

TEST_F(CampaignTableModelTest, aPausedCampaignSaysWhyAsAWarning)
{
    CampaignRow campaign = row(1, u"Cusco"_s, CampaignState::Paused);
    campaign.counts.set(RecipientStatus::Pending, 3206);
    campaign.reason = {u"brake"_s, u"safety brake: 6.7 % failed"_s, {}};
    model.setCampaigns({campaign});

    EXPECT_EQ(text(0, CampaignTableModel::Name, SecondLineRole),
              u"3,206 people · safety brake: 6.7 % failed"_s);
    EXPECT_EQ(model.index(0, CampaignTableModel::Name).data(EmphasisRole).toInt(),
              static_cast<int>(Emphasis::Warning));
}

TEST_F(CampaignTableModelTest, relativeTimesFollowTheClock)
{
    CampaignRow campaign = row(1, u"Dubai"_s, CampaignState::Scheduled);
    campaign.counts.set(RecipientStatus::Pending, 2940);
    campaign.scheduledFor = clock.now() + 22h + 18min;
    model.setCampaigns({campaign});
    ASSERT_EQ(text(0, CampaignTableModel::Name, SecondLineRole), u"2,940 people · starts in 22 h 18 min"_s);
    QSignalSpy changed{&model, &QAbstractItemModel::dataChanged};

    clock.advance(1h);
    model.refreshTimes();

    EXPECT_GT(changed.count(), 0);
    EXPECT_EQ(text(0, CampaignTableModel::Name, SecondLineRole), u"2,940 people · starts in 21 h 18 min"_s);
}

TEST_F(CampaignTableModelTest, totalsCountEachStateAndEverybody)
{
    CampaignRow done = row(3, u"c"_s, CampaignState::Completed);
    done.completedAt = clock.now() - 10 * 24h;
    done.counts.set(RecipientStatus::Read, 5);
    CampaignRow old = row(60, u"old"_s, CampaignState::Completed);
    old.completedAt = clock.now() - 59 * 24h;
    model.setCampaigns({row(1, u"a"_s), row(2, u"b"_s, CampaignState::Sending), done, old,
                        row(4, u"d"_s, CampaignState::Cancelled)});

    const CampaignListTotals totals = model.totals();

    EXPECT_EQ(totals.total, 5);
    EXPECT_EQ(totals.active(), 1);
    EXPECT_EQ(totals.completed, 2);
    EXPECT_EQ(totals.completedLately, 1);
    EXPECT_EQ(totals.endedBadly, 1);
    EXPECT_EQ(totals.recipients, 5);
}

TEST_F(CampaignTableModelTest, theListFiltersByStateAndWords)
{
    model.setCampaigns(
        {row(1, u"Goa early bird"_s), row(2, u"Lisboa"_s, CampaignState::Sending), row(3, u"Goa late"_s)});
    CampaignFilterModel filter{model};
    QAbstractItemModelTester filterTester{&filter, FailureMode::Fatal};

    filter.setSearch(u" goa"_s);
    EXPECT_EQ(names(filter), (QStringList{u"Goa early bird"_s, u"Goa late"_s}));
    filter.setState(CampaignState::Sending);
    EXPECT_EQ(names(filter), QStringList{});
    filter.setSearch({});
    EXPECT_EQ(names(filter), QStringList{u"Lisboa"_s});
}

TEST_F(CampaignTableModelTest, whatNeedsAttentionComesFirst)
{
    model.setCampaigns({row(1, u"done"_s, CampaignState::Completed), row(2, u"draft"_s),
                        row(3, u"paused"_s, CampaignState::Paused),
                        row(4, u"sending"_s, CampaignState::Sending),
                        row(5, u"cancelled"_s, CampaignState::Cancelled)});
    CampaignFilterModel filter{model};

    EXPECT_EQ(names(filter), (QStringList{u"sending"_s, u"paused"_s, u"draft"_s, u"done"_s, u"cancelled"_s}));
}

TEST_F(CampaignTableModelTest, aClickedHeaderOrdersByItsColumn)
{
    CampaignRow few = row(1, u"few"_s, CampaignState::Completed);
    few.reached.sent = 9;
    CampaignRow many = row(2, u"many"_s, CampaignState::Completed);
    many.reached.sent = 1000;
    model.setCampaigns({few, many});
    CampaignFilterModel filter{model};

    filter.sort(CampaignTableModel::Sent, Qt::DescendingOrder);

    EXPECT_EQ(names(filter), (QStringList{u"many"_s, u"few"_s}));
}

TEST_F(CampaignTableModelTest, aCampaignThatStartsMovesToTheTop)
{
    model.setCampaigns({row(1, u"a"_s), row(2, u"b"_s)});
    CampaignFilterModel filter{model};
    ASSERT_EQ(names(filter), (QStringList{u"a"_s, u"b"_s}));

    model.updateCampaigns({row(2, u"b"_s, CampaignState::Sending)});

    EXPECT_EQ(names(filter), (QStringList{u"b"_s, u"a"_s}));
}
