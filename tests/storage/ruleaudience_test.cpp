#include "storage/campaignstore.h"
#include "storage/contactstore.h"
#include "storage/deliverystore.h"
#include "storage/recurrencestore.h"
#include "storage/ruleaudience.h"
#include "storage/segmentstore.h"
#include "storage/sqlitesendledger.h"
#include "storage/temporaryworkspace.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using ::testing::IsEmpty;

namespace {

class RuleAudienceTest : public ::testing::Test
{
protected:
    void addContact(int number, const QStringList &tags, const QMap<QString, QString> &attributes = {})
    {
        valueOf(m_contacts.put(
            phoneOf(number), u"IN"_s,
            {.name = u"Contact %1"_s.arg(number), .attributes = attributes, .addedTags = tags}, at(0)));
    }

    std::vector<QString> phonesIn(CampaignId campaign)
    {
        std::vector<QString> phones;
        for (const Recipient &person : m_workspace.people(campaign))
            phones.push_back(person.phone.e164());
        return phones;
    }

    AddedPeople refresh(CampaignId campaign)
    {
        return valueOf(m_audience.refresh(campaign, {u"Package"_s, u"name"_s}, at(9)));
    }

    static SegmentRule vips() { return valueOf(SegmentRule::fromText(u"tag = vip"_s)); }

    TemporaryWorkspace m_workspace;
    ContactStore m_contacts{m_workspace.database()};
    CampaignStore m_campaigns{m_workspace.database()};
    SegmentStore m_segments{m_workspace.database()};
    RuleAudience m_audience{m_workspace.database()};
};

} // namespace

TEST_F(RuleAudienceTest, aDraftFollowsItsRule)
{
    addContact(1, {u"vip"_s});
    addContact(2, {u"vip"_s});
    addContact(3, {});
    const CampaignId draft = m_workspace.draftWith(0);
    valueOf(m_audience.follow(draft, {vips(), u"VIPs"_s}));
    EXPECT_EQ(refresh(draft), (AddedPeople{2, 0, 0}));

    addContact(3, {u"vip"_s});
    valueOf(m_contacts.untag({valueOf(m_contacts.find(phoneOf(1)))->id}, u"vip"_s));
    refresh(draft);

    EXPECT_EQ(phonesIn(draft), (std::vector{phoneOf(2).e164(), phoneOf(3).e164()}));
    EXPECT_EQ(m_workspace.campaign(draft).counts.total(), 2);
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
}

TEST_F(RuleAudienceTest, nobodyIsTakenOutWhoCameAnotherWay)
{
    addContact(1, {u"vip"_s});
    const CampaignId draft = m_workspace.draftWith(2);
    valueOf(m_audience.follow(draft, {vips(), u"VIPs"_s}));
    refresh(draft);

    valueOf(m_contacts.untag({valueOf(m_contacts.find(phoneOf(1)))->id}, u"vip"_s));
    refresh(draft);

    EXPECT_EQ(m_workspace.campaign(draft).counts.total(), 2);
}

TEST_F(RuleAudienceTest, whoIsSuppressedStaysOut)
{
    addContact(1, {u"vip"_s});
    addContact(2, {u"vip"_s});
    valueOf(m_contacts.optOut(phoneOf(1), u"letter"_s, at(1)));
    const CampaignId draft = m_workspace.draftWith(0);
    valueOf(m_audience.follow(draft, {vips(), u"VIPs"_s}));

    EXPECT_EQ(refresh(draft), (AddedPeople{1, 0, 1}));
    EXPECT_EQ(phonesIn(draft), std::vector{phoneOf(2).e164()});
}

TEST_F(RuleAudienceTest, valuesComeFromAttributesAndTheName)
{
    addContact(1,
               {
                   u"vip"_s
    },
               {{u"Package"_s, u"Goa"_s}, {u"Other"_s, u"x"_s}});
    const CampaignId draft = m_workspace.draftWith(0);
    valueOf(m_audience.follow(draft, {vips(), u"VIPs"_s}));
    refresh(draft);

    EXPECT_EQ(m_workspace.person(draft, 1).variables,
              (Variables{
                  {u"Package"_s, u"Goa"_s      },
                  {u"name"_s,    u"Contact 1"_s}
    }));
}

TEST_F(RuleAudienceTest, segmentsAreKeptUnderTheirNames)
{
    valueOf(m_segments.create(u" VIPs "_s, vips(), at(1)));

    EXPECT_EQ(m_segments.create(u"vips"_s, vips(), at(2)).error().code, u"segment_exists"_s);
    EXPECT_EQ(m_segments.create(u" "_s, vips(), at(2)).error().code, u"no_name"_s);
    EXPECT_EQ(valueOf(m_segments.load(u"vips"_s)), (Segment{u"VIPs"_s, vips(), at(1), at(1)}));
    valueOf(m_segments.change(u"VIPs"_s, SegmentRule::everybody(), at(3)));
    EXPECT_EQ(valueOf(m_segments.list()),
              (std::vector{
                  Segment{u"VIPs"_s, SegmentRule::everybody(), at(1), at(3)}
    }));
    valueOf(m_segments.remove(u"VIPs"_s));
    EXPECT_EQ(m_segments.load(u"VIPs"_s).error().code, u"no_segment"_s);
    EXPECT_EQ(m_segments.remove(u"VIPs"_s).error().code, u"no_segment"_s);
}

TEST_F(RuleAudienceTest, peopleOfAnEarlierCampaignMakeASegment)
{
    const CampaignId campaign = m_workspace.sendingWith(4);
    SqliteSendLedger ledger{m_workspace.database()};
    const std::vector<Claim> claims = valueOf(ledger.claim({campaign, 4, at(2), std::nullopt})).claims;
    valueOf(ledger.settle({accepted(claims[0], u"wamid.1"_s, at(3)), accepted(claims[1], u"wamid.2"_s, at(3)),
                           refused(claims[2], 131026, RecipientStatus::Failed, at(3)),
                           unknown(claims[3], at(3))}));
    DeliveryStore deliveries{m_workspace.database()};
    valueOf(deliveries.apply("{}", {statusEvent(u"wamid.1"_s, DeliveryStatus::Read, at(4))}, at(4)));
    const auto people = [&](FollowUpGroup group) {
        return valueOf(m_segments.people(ruleFor(group, campaign), at(5)));
    };

    EXPECT_EQ(people(FollowUpGroup::Read), 1);
    EXPECT_EQ(people(FollowUpGroup::Unread), 1);
    EXPECT_EQ(people(FollowUpGroup::Failed), 1);
    EXPECT_EQ(people(FollowUpGroup::Responded), 0);
    EXPECT_EQ(people(FollowUpGroup::Unanswered), 1);
    EXPECT_EQ(people(FollowUpGroup::Retriable), 0) << "not on WhatsApp";
}

TEST_F(RuleAudienceTest, whoFailedForAReasonThatPassesAndWhoPressedAButtonMakeSegmentsToo)
{
    const CampaignId campaign = m_workspace.sendingWith(3);
    SqliteSendLedger ledger{m_workspace.database()};
    const std::vector<Claim> claims = valueOf(ledger.claim({campaign, 3, at(2), std::nullopt})).claims;
    valueOf(ledger.settle({refused(claims[0], 130429, RecipientStatus::Failed, at(3)),
                           refused(claims[1], 131026, RecipientStatus::Failed, at(3)),
                           accepted(claims[2], u"wamid.3"_s, at(3))}));
    InboundMessageEvent press;
    press.messageId = u"wamid.in"_s;
    press.fromPhone = phoneOf(3).e164();
    press.type = u"button"_s;
    press.text = u"Yes"_s;
    press.inReplyTo = u"wamid.3"_s;
    press.at = at(5);
    valueOf(DeliveryStore{m_workspace.database()}.apply("{}", {press}, at(5)));
    const auto phones = [&](FollowUpGroup group) {
        const CampaignId draft = valueOf(m_campaigns.followUp(campaign, group, u"Next"_s, at(9)));
        EXPECT_EQ(valueOf(m_segments.people(ruleFor(group, campaign), at(9))), 1);
        return phonesIn(draft);
    };

    EXPECT_EQ(phones(FollowUpGroup::Retriable), std::vector{phoneOf(1).e164()});
    EXPECT_EQ(phones(FollowUpGroup::Clicked), std::vector{phoneOf(3).e164()});
}

TEST_F(RuleAudienceTest, whomAPersonTakesOutDoesNotComeBackByTheRule)
{
    for (const int number : {1, 2, 3})
        addContact(number, {u"vip"_s});
    const CampaignId draft = m_workspace.draftWith(0);
    valueOf(m_audience.follow(draft, {vips(), u"VIPs"_s}));
    refresh(draft);

    valueOf(m_campaigns.removeRecipients(draft, {phoneOf(2)}));
    valueOf(m_campaigns.removeRecipients(draft, {phoneOf(3)}));
    addContact(4, {u"vip"_s});
    refresh(draft);

    EXPECT_EQ(phonesIn(draft), (std::vector{phoneOf(1).e164(), phoneOf(4).e164()}));
    valueOf(m_campaigns.removeAllRecipients(draft));
    refresh(draft);
    EXPECT_EQ(phonesIn(draft), std::vector<QString>{}) << "it follows nothing any more";
}

TEST_F(RuleAudienceTest, whoIsInGetsTheValuesOfATemplateThatIsChosenLater)
{
    addContact(1,
               {
                   u"vip"_s
    },
               {{u"Package"_s, u"Goa"_s}});
    const CampaignId draft = m_workspace.draftWith(0);
    valueOf(m_audience.follow(draft, {vips(), u"VIPs"_s}));
    valueOf(m_audience.refresh(draft, {}, at(9)));
    ASSERT_TRUE(m_workspace.person(draft, 1).variables.isEmpty());

    refresh(draft);

    EXPECT_EQ(m_workspace.person(draft, 1).variables.value(u"Package"_s), u"Goa"_s);
    EXPECT_EQ(m_workspace.person(draft, 1).variables.value(u"name"_s), u"Contact 1"_s);
}

TEST_F(RuleAudienceTest, aSegmentIsRenamedAlsoForCampaignsThatAreRepeatedForIt)
{
    valueOf(m_segments.create(u"VIPs"_s, vips(), at(1)));
    valueOf(m_segments.create(u"Others"_s, vips(), at(1)));
    const CampaignId campaign = m_workspace.draftWith(1);
    RecurrenceStore recurrences{m_workspace.database()};
    Recurrence recurrence;
    recurrence.pattern = campaign;
    recurrence.audience = RecurringAudience::ofSegment(u"vips"_s);
    recurrence.nextAt = at(1000);
    valueOf(recurrences.set(recurrence, at(1)));

    valueOf(m_segments.rename(u"vips"_s, u" Best guests "_s, at(4)));

    EXPECT_EQ(valueOf(m_segments.load(u"Best guests"_s)).changedAt, at(4));
    EXPECT_EQ(m_segments.load(u"VIPs"_s).error().code, u"no_segment"_s);
    EXPECT_EQ(valueOf(recurrences.find(campaign))->audience, RecurringAudience::ofSegment(u"Best guests"_s));
    EXPECT_EQ(m_segments.rename(u"Best guests"_s, u"OTHERS"_s, at(5)).error().code, u"segment_exists"_s);
    EXPECT_EQ(m_segments.rename(u"Best guests"_s, u" "_s, at(5)).error().code, u"no_name"_s);
    EXPECT_EQ(m_segments.rename(u"gone"_s, u"x"_s, at(5)).error().code, u"no_segment"_s);
    valueOf(m_segments.rename(u"Best guests"_s, u"BEST GUESTS"_s, at(6)));
}

TEST_F(RuleAudienceTest, whoeverWritesARuleSeesHowManyAndTheFirstOfThem)
{
    for (const int number : {1, 2, 3})
        addContact(number, {u"vip"_s});
    valueOf(m_contacts.optOut(phoneOf(3), u"letter"_s, at(1)));

    const SegmentPeople people = valueOf(m_segments.look(vips(), at(9), 2));

    EXPECT_EQ(people.all, 3);
    EXPECT_EQ(people.suppressed, 1);
    ASSERT_EQ(people.first.size(), 2U);
    EXPECT_EQ(people.first[1].phone, phoneOf(2));
    EXPECT_EQ(valueOf(m_segments.look(SegmentRule::everybody(), at(9), 9)).first.size(), 3U);
}

TEST_F(RuleAudienceTest, aCountThatFollowsTypingKnowsWhoJoinedMeanwhile)
{
    addContact(1, {u"vip"_s});
    const auto vipsCounted = [this] { return valueOf(m_segments.look(vips(), at(9), 9)).all; };
    EXPECT_EQ(vipsCounted(), 1);

    addContact(2, {u"vip"_s});
    EXPECT_EQ(vipsCounted(), 2);

    const std::unique_ptr<Database> another = m_workspace.secondConnection();
    valueOf(ContactStore{*another}.put(phoneOf(3), u"IN"_s, {.addedTags = QStringList{u"vip"_s}}, at(0)));
    EXPECT_EQ(vipsCounted(), 3);
    valueOf(ContactStore{*another}.optOut(phoneOf(3), u"letter"_s, at(1)));
    EXPECT_EQ(valueOf(m_segments.look(vips(), at(9), 9)).suppressed, 1);
}

TEST_F(RuleAudienceTest, whoOptsOutAfterTheBuilderHasOpenedIsCountedSo)
{
    addContact(1, {u"vip"_s});
    addContact(2, {});
    valueOf(m_segments.getReady(at(8)));
    const auto seen = [this] { return valueOf(m_segments.look(SegmentRule::everybody(), at(9), 9)); };
    EXPECT_EQ(seen().all, 2);
    EXPECT_EQ(seen().suppressed, 0);

    addContact(3, {});
    valueOf(ContactStore{*m_workspace.secondConnection()}.optOut(phoneOf(2), u"letter"_s, at(9)));

    EXPECT_EQ(seen().all, 3);
    EXPECT_EQ(seen().suppressed, 1);
}

TEST_F(RuleAudienceTest, oneConditionWithOtherWordsIsAnotherQuestion)
{
    addContact(1, {u"vip"_s});
    addContact(2, {u"goa"_s});
    const auto counted = [this](const QString &rule) {
        return valueOf(m_segments.look(valueOf(SegmentRule::fromText(rule)), at(9), 9)).first;
    };

    ASSERT_EQ(counted(u"tag = vip"_s).size(), 1U);
    ASSERT_EQ(counted(u"tag = goa"_s).size(), 1U);
    EXPECT_EQ(counted(u"tag = vip"_s).front().phone, phoneOf(1));
    EXPECT_EQ(counted(u"tag = goa"_s).front().phone, phoneOf(2));
}
