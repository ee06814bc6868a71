#include "storage/accountstore.h"
#include "storage/activitystore.h"
#include "storage/campaignstore.h"
#include "storage/contactstore.h"
#include "storage/settingstore.h"
#include "storage/templatestore.h"
#include "storage/temporaryworkspace.h"
#include "storage/workspacecheck.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(AccountStoreTest, aKnownNumberIsUpdatedAndKeepsItsTemplatesAndCampaigns)
{
    TemporaryWorkspace workspace;
    AccountStore accounts{workspace.database()};
    const CampaignId campaign = workspace.draftWith(1);
    valueOf(TemplateStore{workspace.database()}.sync(workspace.account(), {tourTemplate()}, at(1)));

    const AccountId again = valueOf(accounts.put({.phoneNumberId = u"1001"_s,
                                                  .wabaId = u"2009"_s,
                                                  .name = u"Renamed"_s,
                                                  .apiBase = u"http://127.0.0.1:1"_s,
                                                  .graphVersion = u"v26.0"_s}));

    EXPECT_EQ(again, workspace.account());
    EXPECT_EQ(valueOf(accounts.load(again)).name, u"Renamed"_s);
    EXPECT_EQ(valueOf(accounts.load(again)).wabaId, u"2009"_s);
    EXPECT_THAT(valueOf(accounts.list()), SizeIs(1));
    EXPECT_THAT(valueOf(TemplateStore{workspace.database()}.list(again)), SizeIs(1));
    EXPECT_EQ(workspace.campaign(campaign).accountId, again);
}

TEST(AccountStoreTest, theFirstAccountIsInUseUntilAnotherOneIsChosen)
{
    TemporaryWorkspace workspace;
    AccountStore accounts{workspace.database()};
    const AccountId second = valueOf(accounts.put({.phoneNumberId = u"1002"_s, .wabaId = u"2002"_s}));
    EXPECT_EQ(valueOf(accounts.inUse()), workspace.account());

    valueOf(accounts.use(second));
    EXPECT_EQ(valueOf(accounts.inUse()), second);
    EXPECT_EQ(accounts.use({99}).error().kind, ErrorKind::NotFound);

    valueOf(accounts.remove(second));
    EXPECT_EQ(valueOf(accounts.inUse()), workspace.account());
}

TEST(AccountStoreTest, anAccountWithLiveCampaignsIsNotRemoved)
{
    TemporaryWorkspace workspace;
    AccountStore accounts{workspace.database()};
    CampaignStore campaigns{workspace.database()};
    const CampaignId campaign = workspace.sendingWith(1);

    EXPECT_EQ(accounts.remove(workspace.account()).error().code, u"campaigns_live"_s);
    valueOf(campaigns.cancel(campaign, at(5)));
    valueOf(accounts.remove(workspace.account()));

    EXPECT_THAT(valueOf(accounts.list()), IsEmpty());
    EXPECT_EQ(valueOf(accounts.inUse()), std::nullopt);
    EXPECT_FALSE(workspace.campaign(campaign).accountId.isValid());
    EXPECT_EQ(accounts.remove(workspace.account()).error().kind, ErrorKind::NotFound);
}

TEST(AccountStoreTest, aReportReplacesWhatWasKnownBefore)
{
    TemporaryWorkspace workspace;
    AccountStore accounts{workspace.database()};
    NumberReport report;
    report.displayPhoneNumber = u"+91 98123 40001"_s;
    report.qualityRating = u"GREEN"_s;
    report.throughputPerSecond = 80;
    report.messagingLimit = 1000;
    valueOf(accounts.storeReport(workspace.account(), report, at(1)));
    EXPECT_EQ(valueOf(accounts.load(workspace.account())).messagingLimit, 1000);

    report.messagingLimit = std::nullopt;
    valueOf(accounts.storeReport(workspace.account(), report, at(2)));

    const Account account = valueOf(accounts.load(workspace.account()));
    EXPECT_EQ(account.displayPhoneNumber, report.displayPhoneNumber);
    EXPECT_EQ(account.throughputPerSecond, 80);
    EXPECT_EQ(account.messagingLimit, std::nullopt);
    EXPECT_EQ(account.name, u"Agency"_s);
}

TEST(TemplateStoreTest, aSyncMirrorsWhatIsThereAndCountsTheDifference)
{
    TemporaryWorkspace workspace;
    TemplateStore templates{workspace.database()};
    MessageTemplate hindi = tourTemplate();
    hindi.language = u"hi"_s;
    hindi.headerFormat = HeaderFormat::Image;
    hindi.headerExample = u"https://example.org/a.jpg"_s;
    hindi.unsupportedParts = {u"CAROUSEL"_s};
    EXPECT_EQ(valueOf(templates.lastSync(workspace.account())), std::nullopt);

    EXPECT_EQ(valueOf(templates.sync(workspace.account(), {tourTemplate(), hindi, tourTemplate()}, at(1))),
              (TemplateSync{2, 0, 0, 2}));
    const TemplateId id = valueOf(templates.find(workspace.account(), hindi.name, u"hi"_s)).id;
    MessageTemplate paused = hindi;
    paused.status = u"PAUSED"_s;
    EXPECT_EQ(valueOf(templates.sync(workspace.account(), {paused}, at(2))), (TemplateSync{0, 1, 1, 1}));
    EXPECT_EQ(valueOf(templates.sync(workspace.account(), {paused}, at(3))), (TemplateSync{0, 0, 0, 1}));

    const auto all = valueOf(templates.list(workspace.account()));
    paused.id = id;
    EXPECT_THAT(all, ElementsAre(paused));
    EXPECT_EQ(templates.find(workspace.account(), hindi.name, u"en_US"_s).error().kind, ErrorKind::NotFound);
    EXPECT_EQ(valueOf(templates.lastSync(workspace.account())), at(3));
}

TEST(SettingStoreTest, settingsAreKeptAndForgotten)
{
    TemporaryWorkspace workspace;
    SettingStore settings{workspace.database()};

    valueOf(settings.setValue(u"country"_s, u"IN"_s));
    valueOf(settings.setValue(u"country"_s, u"ES"_s));
    EXPECT_EQ(valueOf(settings.value(u"country"_s)), u"ES"_s);
    valueOf(settings.remove(u"country"_s));

    EXPECT_EQ(valueOf(settings.value(u"country"_s)), std::nullopt);
}

TEST(SettingStoreTest, aWorkspaceKnowsItsIdentityAndWhetherItIsPractice)
{
    TemporaryWorkspace workspace;
    SettingStore settings{workspace.database()};
    EXPECT_EQ(valueOf(settings.identity()), std::nullopt);
    EXPECT_FALSE(valueOf(settings.isPractice()));

    valueOf(settings.setIdentity({u"abc"_s, 3}));
    valueOf(settings.setPractice(true));

    EXPECT_EQ(valueOf(settings.identity()), (WorkspaceIdentity{u"abc"_s, 3}));
    EXPECT_TRUE(valueOf(settings.isPractice()));
}

TEST(SettingStoreTest, whatNobodyReceivedForLongerThanMetaTriesIsLost)
{
    constexpr auto kDay = std::chrono::hours{24};
    TemporaryWorkspace workspace;
    SettingStore settings{workspace.database()};

    EXPECT_EQ(valueOf(settings.noteReceiving(at(0))), std::nullopt) << "nothing was expected before";
    EXPECT_EQ(valueOf(settings.noteReceiving(at(0) + 7 * kDay)), std::nullopt) << "Meta still tells it";
    const BlindPeriod lost{at(0) + 7 * kDay, at(0) + 9 * kDay};
    EXPECT_EQ(valueOf(settings.noteReceiving(at(0) + 16 * kDay)), lost);
    EXPECT_EQ(valueOf(settings.noteReceiving(at(1) + 16 * kDay)), std::nullopt) << "it is told once";

    EXPECT_THAT(valueOf(settings.blindPeriods()), ElementsAre(lost));
}

TEST(ActivityStoreTest, theLogIsReadFromBothEnds)
{
    TemporaryWorkspace workspace;
    ActivityStore activities{workspace.database()};
    const CampaignId id = workspace.draftWith(0); // "Drafted."
    valueOf(activities.note(id, u"one"_s, at(1)));
    valueOf(activities.note(id, u"two"_s, at(2)));
    valueOf(activities.note(std::nullopt, u"of the workspace"_s, at(3)));

    const auto newest = valueOf(activities.newest(id, 2));
    ASSERT_THAT(newest, SizeIs(2));
    EXPECT_EQ(newest[0].what, u"two"_s);
    EXPECT_EQ(newest[0].at, at(2));
    EXPECT_THAT(valueOf(activities.newest(id, 5, newest[1].id)), SizeIs(1));
    EXPECT_THAT(valueOf(activities.since(id, newest[1].id)), ElementsAre(newest[0]));
}

TEST(WorkspaceCheckTest, contentsAreCounted)
{
    TemporaryWorkspace workspace;
    workspace.draftWith(3);
    workspace.draftWith(2);

    const ContentCounts counts = valueOf(countContents(workspace.database()));

    EXPECT_EQ(counts.accounts, 1);
    EXPECT_EQ(counts.contacts, 3);
    EXPECT_EQ(counts.campaigns, 2);
    EXPECT_EQ(counts.recipients, 5);
    EXPECT_GT(workspace.database().sizeInBytes(), 0);
}
