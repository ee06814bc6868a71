#include "storage/contactmerge.h"
#include "storage/deliverytest.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using enum DeliveryStatus;
using ::testing::IsEmpty;

namespace {

// People go to other numbers and get other names from Meta, which tells it late, again and in any order.
class PersonChangesTest : public DeliveryTest
{
};

} // namespace

TEST_F(PersonChangesTest, aContactFollowsAPersonToANewNumber)
{
    const CampaignId waiting = m_workspace.sendingWith(2);

    PersonChangeEvent change{phoneOf(1).e164(), {}, u"+34699000001"_s, {}, u"ES"_s, at(100)};
    const AppliedEvent applied = apply(change);

    EXPECT_EQ(applied.kind, u"person"_s);
    EXPECT_TRUE(applied.applied) << applied.why.toStdString();
    const std::optional<Contact> moved = valueOf(m_contacts.find(*PhoneNumber::fromE164(u"+34699000001"_s)));
    ASSERT_TRUE(moved);
    EXPECT_EQ(moved->region, u"ES"_s);
    EXPECT_FALSE(valueOf(m_contacts.find(phoneOf(1))));
    EXPECT_EQ(m_workspace.people(waiting).front().phone.e164(), u"+34699000001"_s)
        << "still to be written to";
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
}

TEST_F(PersonChangesTest, whatWasSentStaysSentToTheOldNumberAndItsAnswerCounts)
{
    const CampaignId campaign = sentTo(1);

    apply(PersonChangeEvent{phoneOf(1).e164(), {}, u"+34699000001"_s, {}, u"ES"_s, at(100)});
    InboundMessageEvent late = answer(u"wamid.late"_s, 1, u"Yes"_s, 200, u"wamid.1"_s);
    late.fromPhone = u"+34699000001"_s;
    apply(late);

    EXPECT_EQ(person(campaign, 1).phone, phoneOf(1));
    EXPECT_EQ(person(campaign, 1).progress.status, RecipientStatus::Responded);
}

TEST_F(PersonChangesTest, aCopyOfACampaignGoesToWherePeopleAreNow)
{
    const CampaignId campaign = sentTo(2);
    apply(PersonChangeEvent{phoneOf(1).e164(), {}, newPhoneOf(1).e164(), {}, u"ES"_s, at(100)});
    valueOf(m_contacts.optOut(newPhoneOf(1), u"reply"_s, at(110)));

    const CampaignId copy = valueOf(m_campaigns.duplicate(campaign, u"Again"_s, at(120)));

    EXPECT_EQ(m_workspace.campaign(copy).counts.total(), 1)
        << "who said STOP from the new number is left out";
    EXPECT_FALSE(valueOf(m_contacts.find(phoneOf(1)))) << "nobody is put where they were";
}

TEST_F(PersonChangesTest, whoIsTriedAgainIsWrittenToWhereTheyAreNow)
{
    const CampaignId campaign = m_workspace.sendingWith(2);
    const std::vector<Claim> claims = claim(campaign, 2);
    valueOf(m_ledger.settle({accepted(claims[0], u"wamid.1"_s, at(11)), unknown(claims[1], at(70))}));
    apply(PersonChangeEvent{phoneOf(2).e164(), {}, newPhoneOf(2).e164(), {}, u"ES"_s, at(100)});

    EXPECT_EQ(valueOf(m_campaigns.resolveUnconfirmed(campaign, Resolution::Resend, 0s, at(200))), 1);

    const std::vector<Recipient> people = m_workspace.people(campaign);
    EXPECT_EQ(people[0].phone, phoneOf(1));
    EXPECT_EQ(people[1].phone, newPhoneOf(2));
}

TEST_F(PersonChangesTest, anOptOutFollowsToTheNewNumberAndStaysWithTheOldOne)
{
    sentTo(1);
    valueOf(m_contacts.optOut(phoneOf(1), u"by phone"_s, at(50)));

    apply(PersonChangeEvent{phoneOf(1).e164(), {}, u"+34699000001"_s, {}, u"ES"_s, at(100)});

    EXPECT_TRUE(valueOf(m_contacts.isSuppressed(*PhoneNumber::fromE164(u"+34699000001"_s))));
    EXPECT_TRUE(valueOf(m_contacts.isSuppressed(phoneOf(1))));
}

TEST_F(PersonChangesTest, anOptOutFollowsToANumberThatIsAnotherContactsThoughMetaKeptTheOldOneBack)
{
    sentTo(2);
    valueOf(execute(m_workspace.database(),
                    u"INSERT INTO known_user_id SELECT 'ES.1', id, 0 FROM contact WHERE phone = ?"_s,
                    {phoneOf(1).e164()}));
    valueOf(m_contacts.optOut(phoneOf(1), u"by phone"_s, at(50)));

    apply(PersonChangeEvent{{}, u"ES.1"_s, phoneOf(2).e164(), {}, u"ES"_s, at(100)});

    EXPECT_TRUE(valueOf(m_contacts.isSuppressed(phoneOf(2)))) << "who said STOP reads there now";
    EXPECT_TRUE(valueOf(m_contacts.find(phoneOf(1)))) << "the two are not thrown together";
}

TEST_F(PersonChangesTest, twoContactsAreNotThrownTogetherBecauseOneTookTheOthersNumber)
{
    sentTo(2);

    const AppliedEvent applied =
        apply(PersonChangeEvent{phoneOf(1).e164(), {}, phoneOf(2).e164(), {}, {}, at(100)});

    EXPECT_FALSE(applied.applied);
    EXPECT_TRUE(valueOf(m_contacts.find(phoneOf(1))));
    EXPECT_TRUE(valueOf(m_contacts.find(phoneOf(2))));
}

TEST_F(PersonChangesTest, aNewUserIdIsLearned)
{
    sentTo(1);
    apply(PersonChangeEvent{phoneOf(1).e164(), {}, {}, u"IN.1"_s, {}, at(100)});
    apply(PersonChangeEvent{{}, u"IN.1"_s, {}, u"IN.2"_s, {}, at(101)});

    EXPECT_EQ(valueOf(m_contacts.find(phoneOf(1)))->userId, u"IN.2"_s);
}

TEST_F(PersonChangesTest, aStopFromTheNumberThatAPersonHasLeftHoldsForTheNewOneToo)
{
    sentTo(3);
    for (int number = 1; number <= 3; ++number)
        apply(movedFrom(number, 100));

    apply(answer(u"wamid.late"_s, 1, u"STOP"_s, 90)); // said before, told after
    InboundMessageEvent tap =
        answer(u"wamid.tap"_s, 2, u"Stop promotions"_s, 120); // said from there after it
    tap.type = u"button"_s;
    tap.payload = u"STOP"_s;
    apply(tap);
    apply(PreferenceEvent{phoneOf(3).e164(), {}, true, at(90)});

    for (int number = 1; number <= 3; ++number) {
        EXPECT_TRUE(valueOf(m_contacts.isSuppressed(newPhoneOf(number)))) << number;
        EXPECT_TRUE(valueOf(m_contacts.find(newPhoneOf(number)))->optedOutAt) << number;
        EXPECT_TRUE(valueOf(m_contacts.isSuppressed(phoneOf(number)))) << "the old number stays known";
    }
    EXPECT_EQ(valueOf(m_deliveries.messages({newPhoneOf(1).e164(), {}})).size(), 1u);
}

TEST_F(PersonChangesTest, aStopUnderANameThatMetaNoLongerUsesHoldsForThePerson)
{
    sentTo(1);
    apply(PersonChangeEvent{phoneOf(1).e164(), u"IN.1"_s, newPhoneOf(1).e164(), u"ES.1"_s, u"ES"_s, at(100)});

    InboundMessageEvent stop = answer(u"wamid.late"_s, 1, u"STOP"_s, 90);
    stop.fromPhone.clear();
    stop.fromUserId = u"IN.1"_s;
    apply(stop);

    EXPECT_TRUE(valueOf(m_contacts.isSuppressed(newPhoneOf(1))));
    EXPECT_EQ(valueOf(m_contacts.find(newPhoneOf(1)))->userId, u"ES.1"_s);
}

TEST_F(PersonChangesTest, aFailureOfAMessageToTheOldNumberKeepsMarketingFromTheNewOneToo)
{
    sentTo(2);
    apply(movedFrom(1, 100));
    apply(movedFrom(2, 100));

    apply(failure(u"wamid.1"_s, 131050, 90)); // stopped marketing
    apply(failure(u"wamid.2"_s, 131049, 90)); // has had enough for a day

    EXPECT_TRUE(valueOf(m_contacts.isSuppressed(newPhoneOf(1))));
    EXPECT_EQ(
        valueOf(firstInteger(m_workspace.database(), u"SELECT count(*) FROM marketing_hold WHERE phone = ?"_s,
                             {newPhoneOf(2).e164()})),
        1);
}

TEST_F(PersonChangesTest, whatThePersonTookBackAtTheNewNumberIsNotStoppedByAnEarlierWordFromTheOldOne)
{
    sentTo(1);
    apply(movedFrom(1, 100));
    apply(PreferenceEvent{newPhoneOf(1).e164(), {}, false, at(110)});

    apply(PreferenceEvent{phoneOf(1).e164(), {}, true, at(90)});

    EXPECT_FALSE(valueOf(m_contacts.isSuppressed(newPhoneOf(1))));
    EXPECT_TRUE(valueOf(m_contacts.isSuppressed(phoneOf(1))));
}

TEST_F(PersonChangesTest, aChangeThatIsToldAgainDoesNotUndoAnOptIn)
{
    sentTo(1);
    valueOf(m_contacts.optOut(phoneOf(1), u"by phone"_s, at(50)));
    apply(movedFrom(1, 100));
    valueOf(m_contacts.optIn(newPhoneOf(1), {.at = at(200), .source = u"web form"_s}, at(200)));

    const AppliedEvent again = apply(movedFrom(1, 100));

    EXPECT_FALSE(again.applied);
    EXPECT_FALSE(valueOf(m_contacts.isSuppressed(newPhoneOf(1))));
}

TEST_F(PersonChangesTest, whoWritesFromANumberAfterItsPersonLeftItIsSomebodyElse)
{
    const CampaignId campaign = sentTo(1);
    apply(movedFrom(1, 100));

    const AppliedEvent applied = apply(answer(u"wamid.stranger"_s, 1, u"Hello"_s, 120));

    EXPECT_EQ(applied.campaignId, 0);
    EXPECT_EQ(person(campaign, 1).progress.status, RecipientStatus::Sent);
    EXPECT_THAT(valueOf(m_deliveries.messages({newPhoneOf(1).e164(), {}})), IsEmpty());
}

TEST_F(PersonChangesTest, aLateStatusDoesNotBringBackAnOldUserId)
{
    sentTo(1);
    const auto calls = [&](DeliveryStatus status, const QString &userId, int second) {
        MessageStatusEvent event = statusEvent(u"wamid.1"_s, status, at(second));
        event.toUserId = userId;
        apply(event);
    };
    calls(Read, u"IN.new"_s, 30);

    calls(Delivered, u"IN.old"_s, 20);
    InboundMessageEvent hello = answer(u"wamid.in"_s, 1, u"Hello"_s, 15);
    hello.fromUserId = u"IN.older"_s;
    apply(hello);

    EXPECT_EQ(valueOf(m_contacts.find(phoneOf(1)))->userId, u"IN.new"_s);
}

TEST_F(PersonChangesTest, anOldNameThatIsToldLateStillTellsWhoseStopItWas)
{
    sentTo(1);
    InboundMessageEvent stop = answer(u"wamid.s"_s, 0, u"STOP"_s, 15);
    stop.fromPhone.clear();
    stop.fromUserId = u"IN.old"_s;
    apply(stop);
    MessageStatusEvent read = statusEvent(u"wamid.1"_s, Read, at(30));
    read.toUserId = u"IN.new"_s;
    apply(read);
    ASSERT_FALSE(valueOf(m_contacts.isSuppressed(phoneOf(1))));

    MessageStatusEvent delivered = statusEvent(u"wamid.1"_s, Delivered, at(20));
    delivered.toUserId = u"IN.old"_s;
    apply(delivered);

    EXPECT_TRUE(valueOf(m_contacts.isSuppressed(phoneOf(1))));
}

TEST_F(PersonChangesTest, changesOfANumberEndTheSameInWhateverOrderAndHoweverOftenTheyAreTold)
{
    const std::vector<DeliveryEvent> changes{
        PersonChangeEvent{phoneOf(1).e164(),  {}, u"+34699000001"_s,   {}, u"ES"_s, at(100)},
        PersonChangeEvent{u"+34699000001"_s,  {}, u"+393331234567"_s,  {}, u"IT"_s, at(200)},
        PersonChangeEvent{u"+393331234567"_s, {}, u"+4915112345678"_s, {}, u"DE"_s, at(300)},
        answer(u"wamid.stop"_s, 1, u"STOP"_s, 90),
    };
    std::vector<size_t> order{0, 1, 2, 3};
    do {
        TemporaryWorkspace workspace;
        ContactStore contacts{workspace.database()};
        DeliveryStore deliveries{workspace.database()};
        const CampaignId campaign = workspace.sendingWith(1);
        for (int times = 0; times < 2; ++times) {
            for (const size_t next : order)
                valueOf(deliveries.apply("{}", {changes[next]}, at(1000)));
        }

        const std::optional<Contact> moved =
            valueOf(contacts.find(*PhoneNumber::fromE164(u"+4915112345678"_s)));
        ASSERT_TRUE(moved);
        EXPECT_EQ(moved->region, u"DE"_s);
        EXPECT_EQ(workspace.people(campaign).front().phone, moved->phone);
        EXPECT_EQ(valueOf(contacts.count()), 1);
        EXPECT_TRUE(moved->isSuppressed);
        EXPECT_EQ(moved->optedOutAt, at(90));
        for (const QString &left : {phoneOf(1).e164(), u"+34699000001"_s, u"+393331234567"_s})
            EXPECT_TRUE(valueOf(contacts.isSuppressed(*PhoneNumber::fromE164(left)))) << left.toStdString();
        EXPECT_THAT(workspace.problems(), IsEmpty());
    } while (std::next_permutation(order.begin(), order.end()));
}

TEST_F(PersonChangesTest, aChangeThatNamesOnlyAnOldUserIdWaitsUntilItIsKnownWhoThatIs)
{
    sentTo(1);
    apply(PersonChangeEvent{{}, u"ES.1"_s, u"+393331234567"_s, u"IT.1"_s, u"IT"_s, at(200)});

    apply(PersonChangeEvent{phoneOf(1).e164(), u"IN.1"_s, u"+34699000001"_s, u"ES.1"_s, u"ES"_s, at(100)});

    const std::optional<Contact> moved = valueOf(m_contacts.find(*PhoneNumber::fromE164(u"+393331234567"_s)));
    ASSERT_TRUE(moved);
    EXPECT_EQ(moved->userId, u"IT.1"_s);
}

TEST_F(PersonChangesTest, whoCameBackToTheirFirstNumberIsFoundThere)
{
    sentTo(1);
    apply(PersonChangeEvent{newPhoneOf(1).e164(), {}, phoneOf(1).e164(), {}, u"IN"_s, at(200)});

    apply(movedFrom(1, 100));

    EXPECT_TRUE(valueOf(m_contacts.find(phoneOf(1))));
    EXPECT_FALSE(valueOf(m_contacts.find(newPhoneOf(1))));
}

TEST_F(PersonChangesTest, aMergedContactMayBeWrittenToAtTheNumberThatThePersonHasNow)
{
    const PhoneNumber today = *PhoneNumber::fromE164(u"+525512345678"_s);
    const PhoneNumber old = *PhoneNumber::fromE164(u"+5215512345678"_s);
    const PhoneNumber next = *PhoneNumber::fromE164(u"+34699000001"_s);
    for (const PhoneNumber &phone : {today, old, next})
        valueOf(m_contacts.put(phone, u"MX"_s, {u"Lucía"_s, {}, {}, {}}, at(1)));
    valueOf(ContactMerge{m_workspace.database()}.merge(today, {old, next}, at(2)));
    ASSERT_TRUE(valueOf(m_contacts.isSuppressed(next))) << "she is written to at the other number";

    apply(PersonChangeEvent{today.e164(), {}, next.e164(), {}, u"ES"_s, at(100)});

    EXPECT_TRUE(valueOf(m_contacts.find(next)));
    EXPECT_FALSE(valueOf(m_contacts.isSuppressed(next))) << "nobody asked for that";
}

TEST_F(PersonChangesTest, aStopHoldsAtTheNewNumberThoughSomebodyTookTheirsBackThereBefore)
{
    for (const bool isToldLate : {false, true}) {
        TemporaryWorkspace workspace;
        DeliveryStore deliveries{workspace.database()};
        ContactStore contacts{workspace.database()};
        const auto tell = [&](const DeliveryEvent &event) {
            valueOf(deliveries.apply("{}", {event}, at(1000)));
        };
        valueOf(contacts.put(phoneOf(1), {}, {}, at(1)));
        tell(PreferenceEvent{newPhoneOf(1).e164(), {}, false, at(90)}); // whoever had the number then
        const PreferenceEvent stop{phoneOf(1).e164(), {}, true, at(80)};

        tell(isToldLate ? DeliveryEvent{movedFrom(1, 100)} : DeliveryEvent{stop});
        tell(isToldLate ? DeliveryEvent{stop} : DeliveryEvent{movedFrom(1, 100)});

        EXPECT_TRUE(valueOf(contacts.isSuppressed(newPhoneOf(1)))) << isToldLate;
        const std::optional<Contact> moved = valueOf(contacts.find(newPhoneOf(1)));
        ASSERT_TRUE(moved);
        EXPECT_TRUE(moved->optedOutAt);
        EXPECT_FALSE(moved->optedInAt) << "they never agreed to anything";
    }
}

TEST_F(PersonChangesTest, whatSomebodyTookBackBeforeTheyHadANumberLiftsNobodysStopWhoHadItThen)
{
    sentTo(1);
    const PhoneNumber strangers = *PhoneNumber::fromE164(u"+393331234567"_s);
    apply(PreferenceEvent{newPhoneOf(1).e164(), {}, true, at(40)});
    apply(PersonChangeEvent{newPhoneOf(1).e164(), {}, strangers.e164(), {}, u"IT"_s, at(70)});
    ASSERT_TRUE(valueOf(m_contacts.isSuppressed(strangers)));
    apply(PreferenceEvent{phoneOf(1).e164(), {}, false, at(60)});

    apply(movedFrom(1, 100));

    EXPECT_TRUE(valueOf(m_contacts.isSuppressed(strangers)));
    EXPECT_FALSE(valueOf(m_contacts.isSuppressed(newPhoneOf(1)))) << "who has it now took it back";
}

TEST_F(PersonChangesTest, whatAnEarlierHolderTookBackLiftsNoStopOfWhoHasTheNumberNow)
{
    sentTo(1);
    apply(PreferenceEvent{phoneOf(1).e164(), {}, true, at(40)});
    apply(movedFrom(1, 100));

    apply(PreferenceEvent{newPhoneOf(1).e164(), {}, false, at(90)});

    EXPECT_TRUE(valueOf(m_contacts.isSuppressed(newPhoneOf(1))));
    EXPECT_FALSE(valueOf(m_contacts.find(newPhoneOf(1)))->optedInAt);
}

TEST_F(PersonChangesTest, whatAPersonTookBackBeforeTheyWentIsNotForgottenAtTheNewNumber)
{
    std::vector<DeliveryEvent> events{
        PreferenceEvent{phoneOf(1).e164(), {}, true,  at(40)},
        PreferenceEvent{phoneOf(1).e164(), {}, false, at(60)},
        movedFrom(1, 100),
    };
    std::vector<size_t> order{0, 1, 2};
    do {
        TemporaryWorkspace workspace;
        DeliveryStore deliveries{workspace.database()};
        ContactStore contacts{workspace.database()};
        valueOf(contacts.put(phoneOf(1), {}, {}, at(1)));
        for (int times = 0; times < 2; ++times) {
            for (const size_t next : order)
                valueOf(deliveries.apply("{}", {events[next]}, at(1000)));
        }

        for (const PhoneNumber &phone : {phoneOf(1), newPhoneOf(1)})
            EXPECT_FALSE(valueOf(contacts.isSuppressed(phone))) << order[0] << order[1] << order[2];
        EXPECT_EQ(valueOf(contacts.find(newPhoneOf(1)))->optedInAt, at(60)) << order[0] << order[1];
    } while (std::next_permutation(order.begin(), order.end()));
}

TEST_F(PersonChangesTest, whoTakesBackAStopFromAMergedNumberIsWrittenToAtTheKeptOneOnly)
{
    std::vector<DeliveryEvent> events{
        PreferenceEvent{phoneOf(2).e164(), {}, true,  at(50)},
        PreferenceEvent{phoneOf(2).e164(), {}, false, at(60)},
        PreferenceEvent{phoneOf(1).e164(), {}, true,  at(55)},
    };
    std::vector<size_t> order{0, 1, 2};
    do {
        TemporaryWorkspace workspace;
        DeliveryStore deliveries{workspace.database()};
        ContactStore contacts{workspace.database()};
        for (const int number : {1, 2})
            valueOf(contacts.put(phoneOf(number), {}, {}, at(1)));
        valueOf(ContactMerge{workspace.database()}.merge(phoneOf(1), {phoneOf(2)}, at(2)));

        for (const size_t next : order)
            valueOf(deliveries.apply("{}", {events[next]}, at(1000)));

        EXPECT_FALSE(valueOf(contacts.isSuppressed(phoneOf(1)))) << order[0] << order[1] << order[2];
        EXPECT_TRUE(valueOf(contacts.isSuppressed(phoneOf(2)))) << "she is written to at the other number";
    } while (std::next_permutation(order.begin(), order.end()));
}

// Whether a number without the mobile prefix is a land line's nobody can tell.
TEST_F(PersonChangesTest, aPersonOfArgentinaIsFollowedHoweverTheNumberIsWritten)
{
    const PhoneNumber stored = *PhoneNumber::fromE164(u"+5491123456789"_s);
    valueOf(m_contacts.put(stored, u"AR"_s, {}, at(1)));

    apply(PersonChangeEvent{u"+541123456789"_s, {}, newPhoneOf(1).e164(), {}, u"ES"_s, at(100)});
    apply(PreferenceEvent{stored.e164(), {}, true, at(90)});

    EXPECT_TRUE(valueOf(m_contacts.find(newPhoneOf(1))));
    EXPECT_TRUE(valueOf(m_contacts.isSuppressed(newPhoneOf(1))));
}

// "I agreed again, and they opted me out a second time because Meta repeated itself."
TEST_F(PersonChangesTest, whatIsToldAgainDoesNotUndoALaterOptIn)
{
    sentTo(2);
    const PreferenceEvent stop{phoneOf(1).e164(), {}, true, at(90)};
    apply(stop);
    valueOf(m_contacts.optIn(phoneOf(1), {.at = at(200), .source = u"web form"_s}, at(200)));

    EXPECT_FALSE(apply(stop).applied);

    EXPECT_FALSE(valueOf(m_contacts.isSuppressed(phoneOf(1))));
    EXPECT_EQ(rowsOf(u"delivery_event WHERE kind = 'preference'"_s), 1);
}

TEST_F(PersonChangesTest, aChangeThatIsToldWithNamesToWhomItWasToldWithoutDoesNotUndoALaterOptIn)
{
    sentTo(1);
    valueOf(m_contacts.optOut(phoneOf(1), u"by phone"_s, at(50)));
    apply(movedFrom(1, 100));
    valueOf(m_contacts.optIn(newPhoneOf(1), {.at = at(200), .source = u"web form"_s}, at(200)));
    PersonChangeEvent named = movedFrom(1, 100);
    named.oldUserId = u"IN.1"_s;
    named.newUserId = u"ES.1"_s;

    apply(named);

    EXPECT_FALSE(valueOf(m_contacts.isSuppressed(newPhoneOf(1))));
    EXPECT_EQ(valueOf(m_contacts.find(newPhoneOf(1)))->userId, u"ES.1"_s) << "what is new of it is learned";
    EXPECT_EQ(rowsOf(u"person_change"_s), 1) << "it happened once";
    EXPECT_FALSE(apply(named).applied);
    EXPECT_FALSE(apply(movedFrom(1, 100)).applied);
}

TEST_F(PersonChangesTest, aNameThatIsLearnedLateDoesNotTellAChangeASecondTime)
{
    sentTo(1);
    valueOf(m_contacts.optOut(phoneOf(1), u"by phone"_s, at(50)));
    PersonChangeEvent change = movedFrom(1, 100);
    change.oldUserId = u"IN.1"_s; // which change tells no new name, so that the old one is not learned either
    apply(change);
    valueOf(m_contacts.optIn(newPhoneOf(1), {.at = at(200), .source = u"web form"_s}, at(200)));

    MessageStatusEvent read = statusEvent(u"wamid.1"_s, Read, at(30));
    read.toUserId = u"IN.1"_s;
    apply(read);

    EXPECT_FALSE(valueOf(m_contacts.isSuppressed(newPhoneOf(1))));
}

TEST_F(PersonChangesTest, whatWasSaidFromANumberBeforeItWasLeftIsNotWhoHasItsNow)
{
    const CampaignId campaign = sentTo(1);
    apply(movedFrom(1, 100));
    valueOf(m_contacts.put(phoneOf(1), {}, {.name = u"The next one"_s}, at(150)));

    apply(answer(u"wamid.late"_s, 1, u"STOP"_s, 90));

    EXPECT_EQ(valueOf(m_deliveries.messages({newPhoneOf(1).e164(), {}})).size(), 1u);
    EXPECT_THAT(valueOf(m_deliveries.messages({phoneOf(1).e164(), {}})), IsEmpty());
    EXPECT_TRUE(valueOf(m_contacts.find(newPhoneOf(1)))->optedOutAt);
    EXPECT_EQ(person(campaign, 1).progress.status, RecipientStatus::Responded);
}

TEST_F(PersonChangesTest, whoIsFoundByNameAtAnotherNumberThanMetaSaysIsFollowedFromThere)
{
    valueOf(m_contacts.put(phoneOf(3), {}, {}, at(1)));
    valueOf(
        execute(m_workspace.database(), u"INSERT INTO known_user_id SELECT 'IN.3', id, 0 FROM contact"_s));

    PersonChangeEvent change = movedFrom(1, 100); // from a number that nobody has written down
    change.oldUserId = u"IN.3"_s;
    apply(change);
    ASSERT_TRUE(valueOf(m_contacts.find(newPhoneOf(1))));
    apply(PreferenceEvent{phoneOf(3).e164(), {}, true, at(90)});

    EXPECT_TRUE(valueOf(m_contacts.isSuppressed(newPhoneOf(1))));
    EXPECT_FALSE(apply(change).applied);
}

// "They are a customer already at the new number; do not send to the number that somebody else may have now."
TEST_F(PersonChangesTest, nobodyIsWrittenToAtANumberThatWasLeftForAnotherContacts)
{
    const CampaignId waiting = m_workspace.sendingWith(2);

    apply(PersonChangeEvent{phoneOf(1).e164(), {}, phoneOf(2).e164(), {}, {}, at(100)});

    const Recipient left = person(waiting, 1);
    EXPECT_EQ(left.progress.status, RecipientStatus::Skipped);
    ASSERT_TRUE(left.error);
    EXPECT_EQ(left.error->code, u"number_left"_s);
    EXPECT_FALSE(left.error->message.isEmpty());
    const std::vector<Claim> claims = claim(waiting, 5, 200);
    ASSERT_EQ(claims.size(), 1u);
    EXPECT_EQ(claims.front().to, phoneOf(2));
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
}

TEST_F(PersonChangesTest, whoComesToANumberThatACampaignHasGoneToIsLeftOutOfIt)
{
    const CampaignId campaign = m_workspace.sendingWith(2);
    valueOf(m_ledger.settle({accepted(claim(campaign, 1).front(), u"wamid.1"_s, at(11))}));
    const CampaignId draft = m_workspace.draftWith(2);
    apply(movedFrom(1, 50));
    valueOf(execute(m_workspace.database(), u"UPDATE recipient SET phone = ? WHERE phone = ?"_s,
                    {phoneOf(1).e164(), newPhoneOf(1).e164()})); // as in a draft of before

    apply(PersonChangeEvent{phoneOf(2).e164(), {}, phoneOf(1).e164(), {}, {}, at(100)});

    const Recipient left = person(campaign, 2);
    EXPECT_EQ(left.progress.status, RecipientStatus::Skipped);
    ASSERT_TRUE(left.error);
    EXPECT_EQ(left.error->code, u"number_left"_s);
    EXPECT_THAT(claim(campaign, 5, 200), IsEmpty());
    EXPECT_EQ(m_workspace.campaign(draft).counts.total(), 1);
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
}

TEST_F(PersonChangesTest, nobodyIsClaimedWhoSaidStopAtTheNumberThatTheyHaveNow)
{
    const CampaignId campaign = m_workspace.sendingWith(1);
    valueOf(execute(m_workspace.database(), u"UPDATE contact SET phone = ?"_s, {newPhoneOf(1).e164()}));
    valueOf(m_contacts.optOut(newPhoneOf(1), u"by phone"_s, at(50)));

    EXPECT_THAT(claim(campaign, 5, 200), IsEmpty());

    EXPECT_EQ(person(campaign, 1).progress.status, RecipientStatus::OptedOut);
}
