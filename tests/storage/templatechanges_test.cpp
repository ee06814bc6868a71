#include "storage/templatechanges.h"

#include "storage/activitystore.h"
#include "storage/campaignstore.h"
#include "storage/deliverystore.h"
#include "storage/sqlitesendledger.h"
#include "storage/templatestore.h"
#include "storage/temporaryworkspace.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

namespace {

class TemplateChangesTest : public ::testing::Test
{
protected:
    TemplateChangesTest() { sync(tourTemplate()); }

    void sync(const MessageTemplate &tour)
    {
        valueOf(TemplateStore{m_workspace.database()}.sync(m_workspace.account(), {tour}, at(0)));
    }

    static TemplateEvent event(const QString &status, int second)
    {
        TemplateEvent event;
        event.field = u"message_template_status_update"_s;
        event.wabaId = u"2001"_s;
        event.name = u"tour_package_marketing"_s;
        event.language = u"en_US"_s;
        event.status = status;
        event.at = at(second);
        return event;
    }

    AppliedEvent tell(const TemplateEvent &event)
    {
        return valueOf(DeliveryStore{m_workspace.database()}.apply("{}", {event}, at(1000))).front();
    }

    QString statusInMirror()
    {
        return valueOf(TemplateStore{m_workspace.database()}.find(m_workspace.account(),
                                                                  u"tour_package_marketing"_s, u"en_US"_s))
            .status;
    }

    QStringList activity(CampaignId id)
    {
        QStringList lines;
        for (const Activity &line : valueOf(ActivityStore{m_workspace.database()}.since(id)))
            lines << line.what;
        return lines;
    }

    TemporaryWorkspace m_workspace;
    CampaignStore m_campaigns{m_workspace.database()};
};

} // namespace

TEST_F(TemplateChangesTest, aPausedTemplatePausesItsCampaignsWhichGoOnWhenItIsApprovedAgain)
{
    const CampaignId sending = m_workspace.sendingWith(3);
    const CampaignId held = m_workspace.sendingWith(3);
    valueOf(m_campaigns.pause(held, at(5)));

    const AppliedEvent paused = tell(event(u"PAUSED"_s, 10));

    EXPECT_EQ(paused.kind, u"template"_s);
    EXPECT_TRUE(paused.applied);
    EXPECT_EQ(statusInMirror(), u"PAUSED"_s);
    EXPECT_EQ(m_workspace.campaign(sending).state, CampaignState::Paused);
    EXPECT_EQ(m_workspace.campaign(sending).reason.code, u"132015"_s);
    EXPECT_FALSE(m_workspace.campaign(sending).reason.advice.isEmpty());
    EXPECT_EQ(m_workspace.campaign(sending).counts.of(RecipientStatus::Pending), 3);
    EXPECT_THAT(valueOf(accountsWaitingForTemplates(m_workspace.database())),
                ElementsAre(m_workspace.account()));

    tell(event(u"APPROVED"_s, 20));

    EXPECT_EQ(statusInMirror(), u"APPROVED"_s);
    EXPECT_EQ(m_workspace.campaign(sending).state, CampaignState::Sending);
    EXPECT_EQ(m_workspace.campaign(held).state, CampaignState::Paused) << "a person paused that one";
    EXPECT_THAT(valueOf(accountsWaitingForTemplates(m_workspace.database())), IsEmpty());
    EXPECT_THAT(activity(sending), ::testing::Contains(u"Meta has approved the template again."_s));
}

TEST_F(TemplateChangesTest, whatMetaTellsLateOrAgainChangesNothing)
{
    const CampaignId id = m_workspace.sendingWith(3);
    tell(event(u"PAUSED"_s, 20));

    EXPECT_FALSE(tell(event(u"APPROVED"_s, 10)).applied);
    EXPECT_EQ(m_workspace.campaign(id).state, CampaignState::Paused);
    valueOf(m_campaigns.resume(id, at(30)));
    EXPECT_FALSE(tell(event(u"PAUSED"_s, 20)).applied);

    EXPECT_EQ(m_workspace.campaign(id).state, CampaignState::Sending) << "a person decided otherwise since";
}

TEST_F(TemplateChangesTest, aDisabledTemplateEndsItsCampaignsAndOnlyAPersonGoesOn)
{
    const CampaignId id = m_workspace.sendingWith(3);

    tell(event(u"DISABLED"_s, 10));
    tell(event(u"APPROVED"_s, 20));

    EXPECT_EQ(m_workspace.campaign(id).state, CampaignState::Failed);
    EXPECT_EQ(m_workspace.campaign(id).reason.code, u"132016"_s);
    EXPECT_TRUE(m_campaigns.resume(id, at(30)));
}

TEST_F(TemplateChangesTest, aScheduledCampaignKeepsItsTime)
{
    const CampaignId id = m_workspace.draftWith(3);
    valueOf(m_campaigns.schedule(id, tourTemplate(), at(5000), at(1)));

    tell(event(u"PENDING"_s, 10));
    EXPECT_EQ(m_workspace.campaign(id).state, CampaignState::Paused);
    tell(event(u"APPROVED"_s, 20));

    EXPECT_EQ(m_workspace.campaign(id).state, CampaignState::Scheduled);
    EXPECT_EQ(m_workspace.campaign(id).scheduledFor, at(5000));
}

TEST_F(TemplateChangesTest, aSyncTellsTheSameAsAnEvent)
{
    const CampaignId id = m_workspace.sendingWith(3);
    MessageTemplate tour = tourTemplate();
    tour.status = u"PAUSED"_s;

    sync(tour);
    EXPECT_EQ(m_workspace.campaign(id).reason.code, u"132015"_s);
    sync(tourTemplate());

    EXPECT_EQ(m_workspace.campaign(id).state, CampaignState::Sending);
}

TEST_F(TemplateChangesTest, aCampaignThatARefusalPausedGoesOnToo)
{
    const CampaignId id = m_workspace.sendingWith(3);
    SqliteSendLedger ledger{m_workspace.database()};
    valueOf(ledger.change(id, CampaignEvent::Pause, {u"132015"_s, u"Paused."_s, {}}, at(10)));

    sync(tourTemplate()); // the mirror never knew

    EXPECT_EQ(m_workspace.campaign(id).state, CampaignState::Sending);
}

TEST_F(TemplateChangesTest, aNewCategoryIsToldToEveryCampaignThatIsNotOver)
{
    const CampaignId draft = m_workspace.draftWith(1);
    const CampaignId sending = m_workspace.sendingWith(1);
    const CampaignId cancelled = m_workspace.sendingWith(1);
    valueOf(m_campaigns.cancel(cancelled, at(5)));
    TemplateEvent announced = event({}, 10);
    announced.field = u"template_category_update"_s;
    announced.category = u"MARKETING"_s;
    announced.futureCategory = u"UTILITY"_s;
    announced.futureFrom = at(90'000);
    TemplateEvent moved = announced;
    moved.category = u"UTILITY"_s;
    moved.futureCategory.clear();
    moved.futureFrom.reset();
    moved.at = at(90'000);

    tell(announced);
    tell(moved);

    for (const CampaignId id : {draft, sending}) {
        const QStringList lines = activity(id);
        EXPECT_EQ(lines.filter(u"is going to move this template to the category Utility on"_s).size(), 1);
        EXPECT_EQ(lines.filter(u"moved this template from the category Marketing to Utility"_s).size(), 1);
    }
    EXPECT_TRUE(activity(cancelled).filter(u"category"_s).isEmpty());
    EXPECT_EQ(m_workspace.campaign(sending).state, CampaignState::Sending);
}

TEST_F(TemplateChangesTest, aTemplateThatIsNotHereIsKeptWithoutEffect)
{
    TemplateEvent elsewhere = event(u"PAUSED"_s, 10);
    elsewhere.wabaId = u"999"_s;
    const CampaignId id = m_workspace.sendingWith(1);

    EXPECT_FALSE(tell(elsewhere).applied);

    EXPECT_EQ(m_workspace.campaign(id).state, CampaignState::Sending);
    EXPECT_EQ(statusInMirror(), u"APPROVED"_s);
}

TEST_F(TemplateChangesTest, aMessageThatMetaHoldsIsSentAndSaysSoUntilThereIsNewsOfIt)
{
    const CampaignId id = m_workspace.sendingWith(2);
    SqliteSendLedger ledger{m_workspace.database()};
    const std::vector<Claim> claims = valueOf(ledger.claim({id, 2, at(10), std::nullopt})).claims;
    for (size_t i = 0; i < 2; ++i) {
        Settlement held = accepted(claims[i], u"wamid.%1"_s.arg(i + 1), at(11));
        std::get<Accepted>(held.outcome).messageStatus =
            i == 0 ? u"held_for_quality_assessment"_s : u"paused"_s;
        valueOf(ledger.settle({held}));
    }

    for (const int number : {1, 2}) {
        const Recipient person = m_workspace.person(id, number);
        EXPECT_EQ(person.progress.status, RecipientStatus::Sent);
        ASSERT_TRUE(person.error);
        EXPECT_EQ(person.error->code, number == 1 ? u"held_for_quality_assessment"_s : u"paused"_s);
        EXPECT_FALSE(person.error->advice.isEmpty());
    }
    EXPECT_EQ(m_workspace.campaign(id).counts.of(RecipientStatus::Sent), 2);
    EXPECT_EQ(m_workspace.campaign(id).counts.of(RecipientStatus::Failed), 0);

    MessageStatusEvent dropped = statusEvent(u"wamid.2"_s, DeliveryStatus::Failed, at(20));
    dropped.errorCode = 132015;
    valueOf(DeliveryStore{m_workspace.database()}.apply(
        "{}", {statusEvent(u"wamid.1"_s, DeliveryStatus::Sent, at(20)), dropped}, at(20)));

    EXPECT_EQ(m_workspace.person(id, 1).error, std::nullopt);
    EXPECT_EQ(m_workspace.person(id, 2).progress.status, RecipientStatus::Failed);
    EXPECT_EQ(m_workspace.person(id, 2).error->code, u"132015"_s);
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
}

TEST_F(TemplateChangesTest, aFailureWithoutAReasonIsNotTakenForTroubleWithTheKey)
{
    const CampaignId id = m_workspace.sendingWith(1);
    SqliteSendLedger ledger{m_workspace.database()};
    const Claim claim = valueOf(ledger.claim({id, 1, at(10), std::nullopt})).claims.front();
    valueOf(ledger.settle({accepted(claim, u"wamid.1"_s, at(11))}));

    valueOf(DeliveryStore{m_workspace.database()}.apply(
        "{}", {statusEvent(u"wamid.1"_s, DeliveryStatus::Failed, at(20))}, at(20)));

    EXPECT_EQ(m_workspace.person(id, 1).error->code, u"no_reason"_s);
    EXPECT_EQ(m_workspace.campaign(id).state, CampaignState::Sending);
}
