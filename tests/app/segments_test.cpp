#include "app/appworld.h"

#include "storage/contactstore.h"
#include "storage/ruleaudience.h"
#include "storage/segmentstore.h"
#include "widgets/campaign/campaignpage.h"
#include "widgets/segments/segmentspage.h"
#include "widgets/wizard/campaignwizard.h"
#include "workspace/session.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace {

/// The practice workspace with some people in its contact book, on the page of segments: somebody began a
/// campaign and wants to choose its people by a rule.
class SegmentsTest : public testing::Test
{
protected:
    SegmentsTest()
    {
        world.startPractice();
        add(u"+34600777001"_s, u"Ana"_s, {u"patron"_s});
        add(u"+34600777002"_s, u"Bea"_s, {});
        add(u"+919000000003"_s, u"Cid"_s, {u"patron"_s});
        world.click(u"New campaign"_s);
        world.type(u"nameEdit"_s, u"Begun before"_s);
        world.clickRow(u"templateTable"_s, u"tour_package_marketing"_s);
        world.click(u"nextButton"_s);
        world.click(u"removeFile"_s);
        world.click(u"takeContacts"_s);
        world.click(u"openSegments"_s);
        world.awaitPage<SegmentsPage>();
    }

    void add(const QString &phone, const QString &name, const QStringList &tags)
    {
        const Result<Contact> added = session().contacts().put(
            *PhoneNumber::fromE164(phone),
            {
        },
            {.name = name, .attributes = {{u"1"_s, u"Goa"_s}, {u"2"_s, u"289"_s}}, .addedTags = tags},
            session().clock().now());
        ASSERT_TRUE(added);
    }
    Session &session()
    {
        if (!m_session) {
            const Result<Workspace> workspace = Workspace::open(world.practiceFolder());
            m_session = *Session::open(*workspace);
        }
        return *m_session;
    }
    /// The one that was made from the segment.
    Campaign campaign() const
    {
        const std::vector<Campaign> all = world.campaigns(world.practiceFolder());
        return all.size() == 2 ? all.front() : Campaign{};
    }
    bool counts(const QString &words)
    {
        return world.waitFor([&] { return world.widget<QLabel>(u"segmentCount"_s)->text() == words; });
    }
    QStringList shownPeople()
    {
        QStringList names;
        const QAbstractItemModel *model = world.widget<QTableView>(u"segmentPeople"_s)->model();
        for (int row = 0; row < model->rowCount(); ++row)
            names << model->index(row, 0).data().toString();
        return names;
    }
    void addVipCondition()
    {
        world.click(u"New segment"_s);
        world.type(u"segmentName"_s, u"VIPs"_s);
        world.click(u"addCondition"_s);
        auto *tag = world.widget<QComboBox>(u"valueField"_s)->lineEdit();
        QTest::keyClicks(tag, u"patron"_s);
    }

    AppWorld world;

private:
    std::unique_ptr<Session> m_session;
};

} // namespace

// "Our best guests first."
TEST_F(SegmentsTest, aSegmentIsBuiltCountedSavedAndWrittenTo)
{
    addVipCondition();
    EXPECT_TRUE(counts(u"2 people"_s));
    EXPECT_EQ(shownPeople(), (QStringList{u"Ana"_s, u"Cid"_s}));
    world.click(u"saveSegment"_s);
    ASSERT_TRUE(world.waitFor([this] { return bool(session().segments().load(u"VIPs"_s)); }));

    world.click(u"segmentCampaign"_s);
    auto *wizard = world.awaitPage<CampaignWizard>();
    ASSERT_TRUE(world.waitFor([this] { return campaign().counts.total() == 2; }));
    world.type(u"nameEdit"_s, u"To our best guests"_s);
    world.clickRow(u"templateTable"_s, u"tour_package_marketing"_s);
    world.click(u"nextButton"_s);
    ASSERT_TRUE(world.waitFor([&] { return wizard->step() == WizardStep::Recipients; }));
    EXPECT_TRUE(world.widget<QWidget>(u"followedBanner"_s)->isVisible());
    add(u"+34600777004"_s, u"Dee"_s, {u"patron"_s}); // somebody joins while the campaign is drafted
    world.click(u"nextButton"_s);
    world.click(u"Full speed"_s);
    world.click(u"nextButton"_s);
    ASSERT_TRUE(world.waitFor([&] { return wizard->step() == WizardStep::Review; }));
    world.click(u"nextButton"_s);
    world.answer(u"Create and send"_s);
    world.awaitPage<CampaignPage>();

    ASSERT_TRUE(world.waitFor([this] { return campaign().state == CampaignState::Completed; }, 20'000));
    QStringList accepted = world.acceptedNumbers();
    accepted.sort();
    EXPECT_EQ(accepted.size(), 3);
    EXPECT_TRUE(accepted.filter(u"34600777004"_s).size() == 1) << "live until it is sent";
    add(u"+34600777005"_s, u"Eve"_s, {u"patron"_s});
    EXPECT_EQ(campaign().counts.total(), 3) << "and fixed from then on";
}

TEST_F(SegmentsTest, aSegmentIsRenamedChangedAndDeleted)
{
    addVipCondition();
    world.click(u"saveSegment"_s);
    ASSERT_TRUE(world.waitFor([this] { return bool(session().segments().load(u"VIPs"_s)); }));

    world.type(u"segmentName"_s, u"Best guests"_s);
    world.click(u"saveSegment"_s);
    ASSERT_TRUE(world.waitFor([this] { return bool(session().segments().load(u"Best guests"_s)); }));
    EXPECT_FALSE(session().segments().load(u"VIPs"_s));
    world.click(u"deleteSegment"_s);
    world.answer(u"Delete segment"_s);

    EXPECT_TRUE(world.waitFor([this] { return session().segments().list()->empty(); }));
    EXPECT_TRUE(*session().contacts().find(*PhoneNumber::fromE164(u"+34600777001"_s))) << "its people stay";
}
