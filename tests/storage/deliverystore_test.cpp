#include "domain/errorcatalog.h"
#include "storage/accountstore.h"
#include "storage/campaignfigures.h"
#include "storage/contactmerge.h"
#include "storage/deliverytest.h"
#include "storage/settingstore.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using enum DeliveryStatus;
using ::testing::IsEmpty;
using ::testing::SizeIs;

namespace {

class DeliveryStoreTest : public DeliveryTest
{
};

} // namespace

TEST_F(DeliveryStoreTest, aStatusMovesTheRecipientOfItsMessage)
{
    const CampaignId campaign = sentTo(2);

    const AppliedEvent applied = apply(statusEvent(u"wamid.2"_s, Delivered, at(20)));

    EXPECT_TRUE(applied.applied);
    EXPECT_EQ(applied.campaignId, campaign.value);
    EXPECT_EQ(person(campaign, 1).progress.status, RecipientStatus::Sent);
    EXPECT_EQ(person(campaign, 2).progress.status, RecipientStatus::Delivered);
    EXPECT_EQ(person(campaign, 2).progress.deliveredAt, at(20));
    EXPECT_EQ(m_workspace.campaign(campaign).reached.delivered, 1);
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
}

TEST_F(DeliveryStoreTest, anyOrderAndAnyNumberOfTimesGivesTheSameResult)
{
    std::vector<DeliveryEvent> events{statusEvent({}, Sent, at(20)), statusEvent({}, Delivered, at(25)),
                                      statusEvent({}, Read, at(30)), statusEvent({}, Failed, at(22))};
    std::vector<size_t> order{0, 1, 2, 3};
    std::optional<DeliveryProgress> expected;
    do {
        const CampaignId campaign = m_workspace.sendingWith(1);
        const Claim claimed = claim(campaign, 1).front(); // whose answer is never seen
        const QString messageId = u"wamid.%1"_s.arg(campaign.value);
        for (int round = 0; round < 2; ++round) {
            for (const size_t index : order) {
                MessageStatusEvent event = std::get<MessageStatusEvent>(events[index]);
                event.messageId = messageId;
                event.attemptId = claimed.attempt.value;
                apply(event);
            }
        }
        const DeliveryProgress progress = person(campaign, 1).progress;
        if (!expected)
            expected = progress;
        EXPECT_EQ(progress, *expected) << order[0] << order[1] << order[2] << order[3];
    } while (std::next_permutation(order.begin(), order.end()));

    EXPECT_EQ(expected->status, RecipientStatus::Read);
    EXPECT_EQ(expected->sentAt, at(20));
    EXPECT_EQ(expected->deliveredAt, at(25));
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
}

TEST_F(DeliveryStoreTest, theAttemptIdProvesAMessageWhoseAnswerWasNeverSeen)
{
    const CampaignId campaign = m_workspace.sendingWith(3);
    const std::vector<Claim> claims = claim(campaign, 3);
    valueOf(m_ledger.settle({unknown(claims[0], at(70))})); // unconfirmed
    valueOf(m_ledger.giveBack(campaign, {claims[2].attempt}, at(70))); // pending again
    for (const Claim &claimed : claims)
        apply(statusEvent(u"wamid."_s + claimed.to.e164(), Sent, at(12), claimed.attempt.value));

    for (int number = 1; number <= 3; ++number) {
        EXPECT_EQ(person(campaign, number).progress.status, RecipientStatus::Sent) << number;
        EXPECT_EQ(person(campaign, number).progress.sentAt, at(12)) << number;
        EXPECT_EQ(person(campaign, number).messageId, u"wamid."_s + phoneOf(number).e164()) << number;
        EXPECT_EQ(person(campaign, number).attempts, 1) << number;
        EXPECT_EQ(person(campaign, number).error, std::nullopt) << number;
    }
    EXPECT_THAT(claim(campaign, 5, 100), IsEmpty()) << "nobody gets it twice";
    EXPECT_EQ(valueOf(AccountStore{m_workspace.database()}.peopleCountedSince(m_workspace.account(), at(0))),
              3);
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
}

TEST_F(DeliveryStoreTest, eventsWithoutTheAttemptIdAreAppliedOnceAnotherTellsWhoseTheyAre)
{
    const CampaignId campaign = m_workspace.sendingWith(1);
    const Claim claimed = claim(campaign, 1).front();
    EXPECT_FALSE(apply(statusEvent(u"wamid.1"_s, Read, at(30))).applied);

    apply(statusEvent(u"wamid.1"_s, Delivered, at(25), claimed.attempt.value));

    EXPECT_EQ(person(campaign, 1).progress.status, RecipientStatus::Read);
    EXPECT_EQ(person(campaign, 1).progress.deliveredAt, at(25));
    EXPECT_EQ(person(campaign, 1).progress.readAt, at(30));
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
}

TEST_F(DeliveryStoreTest, aPhoneNumberAloneProvesNothing)
{
    const CampaignId campaign = m_workspace.sendingWith(1);
    claim(campaign, 1);

    const AppliedEvent applied = apply(statusEvent(u"wamid.x"_s, Delivered, at(20), u"somebody else's"_s));

    EXPECT_FALSE(applied.applied);
    EXPECT_EQ(person(campaign, 1).progress.status, RecipientStatus::Sending);
}

TEST_F(DeliveryStoreTest, duplicatesAreRecognisedAndTheirBodyIsNotKeptAgain)
{
    const CampaignId campaign = sentTo(1);
    const MessageStatusEvent event = statusEvent(u"wamid.1"_s, Delivered, at(20));
    apply(event);
    const Recipient before = person(campaign, 1);

    const AppliedEvent again = apply(event);

    EXPECT_FALSE(again.applied);
    EXPECT_EQ(person(campaign, 1), before);
    EXPECT_EQ(rowsOf(u"delivery_event"_s), 1);
    EXPECT_EQ(rowsOf(u"webhook_post"_s), 1);
}

TEST_F(DeliveryStoreTest, oneBodyIsKeptOnceForAllItsEvents)
{
    sentTo(3);

    const auto applied = valueOf(m_deliveries.apply(
        "the body",
        {
            statusEvent(u"wamid.1"_s, Delivered, at(20)), statusEvent(u"wamid.2"_s, Read, at(21)),
            OtherEvent{u"account_alerts"_s, u"a warning"_s, at(22)}
    },
        at(30)));

    ASSERT_THAT(applied, SizeIs(3));
    EXPECT_EQ(applied[2].kind, u"other"_s);
    EXPECT_EQ(rowsOf(u"webhook_post"_s), 1);
    EXPECT_EQ(rowsOf(u"delivery_event"_s), 3);
    EXPECT_EQ(valueOf(m_deliveries.lastArrival()), at(30));
}

TEST_F(DeliveryStoreTest, aBodyWithoutAnyEventIsKeptTooButNothingIsInvented)
{
    EXPECT_EQ(valueOf(m_deliveries.lastArrival()), std::nullopt);

    EXPECT_THAT(valueOf(m_deliveries.apply("{}", {}, at(30))), IsEmpty());

    EXPECT_EQ(rowsOf(u"webhook_post"_s), 1);
}

TEST_F(DeliveryStoreTest, aFailureIsToldInPlainWordsAndDeliveredBeatsIt)
{
    const CampaignId campaign = sentTo(1);

    const AppliedEvent applied = apply(failure(u"wamid.1"_s, 131049, 20));

    EXPECT_EQ(applied.errorCode, 131049);
    const Recipient failed = person(campaign, 1);
    EXPECT_EQ(failed.progress.status, RecipientStatus::Failed);
    ASSERT_TRUE(failed.error);
    EXPECT_EQ(failed.error->code, u"131049"_s);
    EXPECT_EQ(failed.error->message, errorEntry(131049).message());
    EXPECT_EQ(failed.error->details, u"as Meta said"_s);

    apply(statusEvent(u"wamid.1"_s, Delivered, at(25)));
    const Recipient delivered = person(campaign, 1);
    EXPECT_EQ(delivered.progress.status, RecipientStatus::Delivered);
    EXPECT_EQ(delivered.progress.failedAt, std::nullopt);
    EXPECT_EQ(delivered.error, std::nullopt);
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
}

TEST_F(DeliveryStoreTest, aFailureBecauseThePersonStoppedMarketingSuppressesThem)
{
    const CampaignId campaign = sentTo(1);

    apply(failure(u"wamid.1"_s, 131050, 20));

    EXPECT_EQ(person(campaign, 1).progress.status, RecipientStatus::Failed);
    EXPECT_TRUE(valueOf(m_contacts.isSuppressed(phoneOf(1))));
}

TEST_F(DeliveryStoreTest, anEventOfAnEarlierAttemptDoesNotUndoARetry)
{
    const CampaignId campaign = sentTo(1);
    apply(failure(u"wamid.1"_s, 131000, 20));
    ASSERT_EQ(valueOf(m_campaigns.retryFailed(campaign, at(30))).people(), 1);

    apply(failure(u"wamid.1"_s, 131000, 21));
    apply(statusEvent(u"wamid.1"_s, Sent, at(19)));
    EXPECT_EQ(person(campaign, 1).progress.status, RecipientStatus::Pending);

    const Claim again = claim(campaign, 1, 40).front();
    EXPECT_EQ(again.attemptNumber, 2);
    valueOf(m_ledger.settle({accepted(again, u"wamid.new"_s, at(41))}));
    apply(failure(u"wamid.1"_s, 131000, 22));
    EXPECT_EQ(person(campaign, 1).progress.status, RecipientStatus::Sent);
    EXPECT_EQ(person(campaign, 1).progress.sentAt, at(41));
    EXPECT_EQ(person(campaign, 1).messageId, u"wamid.new"_s);
    apply(statusEvent(u"wamid.new"_s, Delivered, at(45)));
    EXPECT_EQ(person(campaign, 1).progress.status, RecipientStatus::Delivered);
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
}

TEST_F(DeliveryStoreTest, aDecisionToResendIsOvertakenByProof)
{
    const CampaignId campaign = m_workspace.sendingWith(1);
    const Claim claimed = claim(campaign, 1).front();
    valueOf(m_ledger.settle({unknown(claimed, at(70))}));
    ASSERT_EQ(valueOf(m_campaigns.resolveUnconfirmed(campaign, Resolution::Resend, 10s, at(100))), 1);

    apply(statusEvent(u"wamid.1"_s, Sent, at(12), claimed.attempt.value));

    EXPECT_EQ(person(campaign, 1).progress.status, RecipientStatus::Sent);
    EXPECT_THAT(claim(campaign, 1, 101), IsEmpty());
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
}

TEST_F(DeliveryStoreTest, theFirstAnswerIsTheResponse)
{
    const CampaignId campaign = sentTo(2);

    const AppliedEvent later = apply(answer(u"in.2"_s, 1, u"How much?"_s, 60, u"wamid.1"_s));
    apply(answer(u"in.1"_s, 1, u"Hello"_s, 50, u"wamid.1"_s));
    apply(answer(u"in.3"_s, 1, u"Please call"_s, 70, u"wamid.1"_s));
    const AppliedEvent again = apply(answer(u"in.3"_s, 1, u"Please call"_s, 70, u"wamid.1"_s));

    EXPECT_EQ(later.campaignId, campaign.value);
    EXPECT_FALSE(again.applied);
    const Recipient responded = person(campaign, 1);
    EXPECT_EQ(responded.progress.status, RecipientStatus::Responded);
    EXPECT_EQ(responded.progress.respondedAt, at(50));
    EXPECT_EQ(responded.response, u"Hello"_s);
    EXPECT_EQ(m_workspace.campaign(campaign).reached.responded, 1);
    EXPECT_THAT(valueOf(m_deliveries.messages({.phone = phoneOf(1).e164()})), SizeIs(3));
    EXPECT_THAT(valueOf(m_deliveries.messages({.campaign = campaign})), SizeIs(3));
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
}

TEST_F(DeliveryStoreTest, anAnswerWithoutContextBelongsToTheLastMessageOfThreeDays)
{
    const CampaignId older = m_workspace.sendingWith(1);
    const Claim first = claim(older, 1).front();
    valueOf(m_ledger.settle({accepted(first, u"wamid.old"_s, at(11))}));
    const CampaignId newer = m_workspace.sendingWith(1);
    const Claim second = claim(newer, 1, 100).front();
    valueOf(m_ledger.settle({accepted(second, u"wamid.new"_s, at(101))}));
    constexpr int kFourDays = 4 * 24 * 3600;

    const AppliedEvent tooLate = apply(answer(u"in.1"_s, 1, u"Late"_s, kFourDays));
    EXPECT_EQ(tooLate.campaignId, 0);
    const AppliedEvent inTime = apply(answer(u"in.2"_s, 1, u"Yes"_s, 200));

    EXPECT_EQ(inTime.campaignId, newer.value);
    EXPECT_EQ(person(newer, 1).response, u"Yes"_s);
    EXPECT_EQ(person(older, 1).progress.status, RecipientStatus::Sent);
}

TEST_F(DeliveryStoreTest, aStopWordOrAStopButtonOptsOut)
{
    const CampaignId campaign = sentTo(3);
    InboundMessageEvent button = answer(u"in.2"_s, 2, u"No more offers"_s, 51);
    button.type = u"button"_s;
    button.payload = u"STOP:c1"_s;

    apply(answer(u"in.1"_s, 1, u"¡Baja!"_s, 50));
    apply(button);
    apply(answer(u"in.3"_s, 3, u"Don't stop, I like it"_s, 52));

    EXPECT_TRUE(valueOf(m_contacts.isSuppressed(phoneOf(1))));
    EXPECT_TRUE(valueOf(m_contacts.isSuppressed(phoneOf(2))));
    EXPECT_FALSE(valueOf(m_contacts.isSuppressed(phoneOf(3))));
    const auto contact = valueOf(m_contacts.find(phoneOf(1)));
    EXPECT_EQ(contact->optedOutAt, at(50));
    EXPECT_EQ(contact->optOutSource, u"reply"_s);
    EXPECT_EQ(person(campaign, 1).progress.status, RecipientStatus::Responded) << "an answer all the same";
    EXPECT_TRUE(valueOf(m_deliveries.messages()).front().isOptOut);
}

TEST_F(DeliveryStoreTest, whatsAppsOwnStopIsLiftedByItsResumeAndNothingElseIs)
{
    sentTo(2);
    apply(PreferenceEvent{phoneOf(1).e164(), {}, true, at(50)});
    apply(PreferenceEvent{phoneOf(2).e164(), {}, true, at(50)});
    EXPECT_TRUE(valueOf(m_contacts.isSuppressed(phoneOf(1))));
    apply(answer(u"in.1"_s, 2, u"STOP"_s, 55));

    apply(PreferenceEvent{phoneOf(1).e164(), {}, false, at(60)});
    apply(PreferenceEvent{phoneOf(2).e164(), {}, false, at(60)});

    EXPECT_FALSE(valueOf(m_contacts.isSuppressed(phoneOf(1))));
    EXPECT_EQ(valueOf(m_contacts.find(phoneOf(1)))->optedOutAt, std::nullopt);
    EXPECT_TRUE(valueOf(m_contacts.isSuppressed(phoneOf(2))));
}

TEST_F(DeliveryStoreTest, thePersonsLatestWordToWhatsAppCountsInAnyOrder)
{
    std::vector<PreferenceEvent> events{
        {phoneOf(1).e164(), {}, true,  at(50)},
        {phoneOf(1).e164(), {}, false, at(60)},
        {phoneOf(1).e164(), {}, true,  at(70)}
    };
    std::vector<size_t> order{0, 1, 2};
    do {
        TemporaryWorkspace workspace;
        ContactStore contacts{workspace.database()};
        valueOf(contacts.optIn(phoneOf(1), {.at = at(10), .source = u"a form"_s}, at(10)));
        for (const size_t index : {order[0], order[1], order[2], order[0], order[1], order[2]})
            valueOf(DeliveryStore{workspace.database()}.apply("{}", {events[index]}, at(1000)));

        EXPECT_TRUE(valueOf(contacts.isSuppressed(phoneOf(1)))) << order[0] << order[1] << order[2];
    } while (std::next_permutation(order.begin(), order.end()));
}

TEST_F(DeliveryStoreTest, anOldStopThatIsToldAgainDoesNotUndoALaterResume)
{
    sentTo(1);
    const PreferenceEvent stop{phoneOf(1).e164(), {}, true, at(50)};
    apply(stop);
    apply(PreferenceEvent{phoneOf(1).e164(), {}, false, at(60)});

    const AppliedEvent again = apply(stop);

    EXPECT_FALSE(again.applied);
    EXPECT_FALSE(valueOf(m_contacts.isSuppressed(phoneOf(1))));
    apply(PreferenceEvent{phoneOf(1).e164(), {}, true, at(61)});
    EXPECT_TRUE(valueOf(m_contacts.isSuppressed(phoneOf(1)))) << "a new one counts";
}

TEST_F(DeliveryStoreTest, aStopWordWithoutANumberConcernsThePersonWhoseMessageItQuotes)
{
    const CampaignId campaign = sentTo(2);
    InboundMessageEvent stop = answer(u"in.1"_s, 2, u"STOP"_s, 50, u"wamid.2"_s);
    stop.fromPhone.clear();

    apply(stop);

    EXPECT_TRUE(valueOf(m_contacts.isSuppressed(phoneOf(2))));
    EXPECT_FALSE(valueOf(m_contacts.isSuppressed(phoneOf(1))));
    EXPECT_EQ(person(campaign, 2).progress.status, RecipientStatus::Responded);
    EXPECT_EQ(valueOf(m_deliveries.messages()).front().phone, phoneOf(2).e164());
}

TEST_F(DeliveryStoreTest, anAnswerIsNotTakenForOneToADeletedCampaign)
{
    const CampaignId deleted = sentTo(1);
    valueOf(m_campaigns.cancel(deleted, at(20)));
    valueOf(m_campaigns.remove(deleted));
    const CampaignId other = m_workspace.draftWith(0);
    valueOf(m_campaigns.addRecipients(other, {newPerson(9)}, at(21))); // takes the row id that became free

    const AppliedEvent applied = apply(answer(u"in.1"_s, 1, u"Hi"_s, 50));

    EXPECT_EQ(applied.campaignId, 0);
    EXPECT_EQ(person(other, 9).progress.status, RecipientStatus::Pending);
}

TEST_F(DeliveryStoreTest, aPersonWithoutANumberIsFoundByTheUserId)
{
    const CampaignId campaign = sentTo(1);
    InboundMessageEvent known = answer(u"in.1"_s, 1, u"Hi"_s, 50);
    known.fromUserId = u"IN.42"_s;
    apply(known);

    apply(PreferenceEvent{{}, u"IN.42"_s, true, at(60)});
    const AppliedEvent stranger = apply(PreferenceEvent{{}, u"IN.43"_s, true, at(60)});

    EXPECT_TRUE(valueOf(m_contacts.isSuppressed(phoneOf(1))));
    EXPECT_FALSE(stranger.applied);
    EXPECT_EQ(person(campaign, 1).response, u"Hi"_s);
}

TEST_F(DeliveryStoreTest, aWordThatWeDoNotKnowChangesNothing)
{
    const CampaignId campaign = sentTo(1);
    const Recipient before = person(campaign, 1);
    MessageStatusEvent event = statusEvent(u"wamid.1"_s, Sent, at(20));
    event.statusWord = u"teleported"_s;
    event.status = std::nullopt;

    const AppliedEvent applied = apply(event);

    EXPECT_FALSE(applied.applied);
    EXPECT_TRUE(applied.why.contains(u"teleported"_s));
    EXPECT_EQ(person(campaign, 1), before);
}

TEST_F(DeliveryStoreTest, aTapWithoutContextAnswersTheMessageThatItsPayloadNames)
{
    const CampaignId first = m_workspace.sendingWith(1);
    const Claim claimed = claim(first, 1).front();
    valueOf(m_ledger.settle({accepted(claimed, u"wamid.first"_s, at(11))}));
    sentTo(1); // a later campaign to the same person

    InboundMessageEvent tap = answer(u"wamid.tap"_s, 1, u"Yes"_s, 100);
    tap.type = u"button"_s;
    tap.payload = u"attempt:"_s + claimed.attempt.value;
    const AppliedEvent applied = apply(tap);

    EXPECT_EQ(applied.campaignId, first.value);
    EXPECT_EQ(person(first, 1).progress.status, RecipientStatus::Responded);
}

TEST_F(DeliveryStoreTest, aMexicanWhoWritesUnderTheOldSpellingIsTheContactOfTheImport)
{
    const PhoneNumber phone = *PhoneNumber::fromE164(u"+525512345678"_s);
    valueOf(m_contacts.put(phone, u"MX"_s, {u"Lucía"_s, {}, {}, {}}, at(1)));

    InboundMessageEvent stop = answer(u"wamid.mx"_s, 1, u"BAJA"_s, 100);
    stop.fromPhone = u"+5215512345678"_s;
    stop.fromUserId = u"MX.7"_s;
    apply(stop);

    EXPECT_TRUE(valueOf(m_contacts.isSuppressed(phone)));
    EXPECT_EQ(valueOf(m_contacts.find(phone))->userId, u"MX.7"_s);
    EXPECT_EQ(valueOf(m_deliveries.messages({phone.e164(), {}})).size(), 1u);
}

TEST_F(DeliveryStoreTest, aStrangerIsKeptUnderTheNumberThatAnImportWouldStore)
{
    InboundMessageEvent event = answer(u"wamid.br"_s, 1, u"Oi"_s, 100);
    event.fromPhone = u"+551187654321"_s;
    apply(event);

    EXPECT_EQ(valueOf(m_deliveries.messages()).front().phone, u"+5511987654321"_s);
}

TEST_F(DeliveryStoreTest, theUserIdTellsThePersonBeforeTheNumber)
{
    const CampaignId campaign = sentTo(1);
    MessageStatusEvent delivered = statusEvent(u"wamid.1"_s, Delivered, at(20));
    delivered.toUserId = u"IN.7"_s;
    apply(delivered);

    InboundMessageEvent stop = answer(u"wamid.in"_s, 99, u"STOP"_s, 100);
    stop.fromUserId = u"IN.7"_s;
    const AppliedEvent applied = apply(stop);

    EXPECT_EQ(applied.campaignId, campaign.value);
    EXPECT_TRUE(valueOf(m_contacts.isSuppressed(phoneOf(1))));
    EXPECT_TRUE(valueOf(m_contacts.isSuppressed(phoneOf(99))))
        << "the number that wrote is left alone as well";
}

TEST_F(DeliveryStoreTest, aPersonsOwnListOfAnswersAndTimeForThemCount)
{
    SettingStore settings{m_workspace.database()};
    valueOf(settings.setAnswerRules({{u"ya no"_s}, 1h}));
    const CampaignId campaign = sentTo(3);

    apply(answer(u"wamid.a"_s, 1, u"Ya no!"_s, 20));
    apply(answer(u"wamid.b"_s, 2, u"stop"_s, 20));
    const AppliedEvent late = apply(answer(u"wamid.c"_s, 3, u"Yes"_s, 11 + 3601));

    EXPECT_TRUE(valueOf(m_contacts.isSuppressed(phoneOf(1))));
    EXPECT_FALSE(valueOf(m_contacts.isSuppressed(phoneOf(2))));
    EXPECT_EQ(late.campaignId, 0);
    EXPECT_EQ(person(campaign, 3).progress.status, RecipientStatus::Sent);
}

TEST_F(DeliveryStoreTest, whatIsAsUsualIsNotWrittenDown)
{
    SettingStore settings{m_workspace.database()};
    valueOf(settings.setAnswerRules({{u"ya no"_s}, 1h}));
    EXPECT_EQ(valueOf(settings.answerRules()), (AnswerRules{{u"ya no"_s}, 1h}));

    valueOf(settings.setAnswerRules({}));

    EXPECT_EQ(valueOf(settings.answerRules()), AnswerRules{});
    EXPECT_FALSE(valueOf(settings.value(u"opt_out_answers"_s)));
}

TEST_F(DeliveryStoreTest, anAnswerThatComesBeforeItsMessageIsKnownCountsOnceItIs)
{
    const CampaignId campaign = m_workspace.sendingWith(1);
    const Claim claimed = claim(campaign, 1).front(); // whose answer is still under way

    EXPECT_EQ(apply(answer(u"wamid.early"_s, 1, u"Yes"_s, 12, u"wamid.1"_s)).campaignId, 0);
    valueOf(m_ledger.settle({accepted(claimed, u"wamid.1"_s, at(13))}));

    EXPECT_EQ(person(campaign, 1).progress.status, RecipientStatus::Responded);
    EXPECT_EQ(person(campaign, 1).response, u"Yes"_s);
    EXPECT_EQ(valueOf(m_deliveries.messages()).front().campaign, campaign);
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
}

TEST_F(DeliveryStoreTest, anAnswerToSomebodyElsesMessageIsNoAnswerToTheLatestCampaign)
{
    const CampaignId campaign = sentTo(1);

    EXPECT_EQ(apply(answer(u"wamid.x"_s, 1, u"Yes"_s, 20, u"wamid.ofAnotherTool"_s)).campaignId, 0);

    EXPECT_EQ(person(campaign, 1).progress.status, RecipientStatus::Sent);
}

TEST_F(DeliveryStoreTest, aStopFromSomebodyWithoutANumberHoldsOnceTheNumberIsKnown)
{
    sentTo(2);
    InboundMessageEvent stop = answer(u"wamid.s"_s, 0, u"STOP"_s, 20);
    stop.fromPhone.clear();
    stop.fromUserId = u"IN.1"_s;
    apply(stop);
    apply(PreferenceEvent{{}, u"IN.2"_s, true, at(21)});
    EXPECT_FALSE(valueOf(m_contacts.isSuppressed(phoneOf(1))));

    MessageStatusEvent delivered = statusEvent(u"wamid.1"_s, Delivered, at(22));
    delivered.toUserId = u"IN.1"_s;
    apply(delivered);
    delivered = statusEvent(u"wamid.2"_s, Delivered, at(22));
    delivered.toUserId = u"IN.2"_s;
    apply(delivered);

    EXPECT_TRUE(valueOf(m_contacts.isSuppressed(phoneOf(1))));
    EXPECT_TRUE(valueOf(m_contacts.isSuppressed(phoneOf(2))));
    EXPECT_EQ(valueOf(m_deliveries.messages()).front().phone, phoneOf(1).e164());
}

TEST_F(DeliveryStoreTest, aFailureOfBeforeAResumeDoesNotOptOutAgain)
{
    sentTo(1);
    apply(PreferenceEvent{phoneOf(1).e164(), {}, true, at(12)});
    apply(PreferenceEvent{phoneOf(1).e164(), {}, false, at(30)});

    apply(failure(u"wamid.1"_s, 131050, 20));

    EXPECT_FALSE(valueOf(m_contacts.isSuppressed(phoneOf(1))));
}
