#include "storage/contactmerge.h"
#include "storage/numberhistorytest.h"
#include "storage/optoutcarrying.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using enum DeliveryStatus;
using ::testing::IsEmpty;

TEST_F(NumberHistoryTest, aLateResumptionIsNotThatOfWhoHadTheNewNumberThen)
{
    put(1);
    put(2);
    says(2, true, 40); // whoever has 2 then
    moved(2, 3, 80);
    moved(1, 2, 100);
    ASSERT_TRUE(isSuppressed(3));

    says(1, false, 50); // who is at 2 now, told late

    EXPECT_TRUE(isSuppressed(3)) << "they said stop and took nothing back";
    ASSERT_TRUE(contact(3));
    EXPECT_FALSE(contact(3)->optedInAt) << "invented";
}

TEST_F(NumberHistoryTest, aResumptionUnderANameLearnedLateIsNotThatOfWhoHadTheNewNumberThen)
{
    sentTo(1);
    put(2);
    says(2, true, 40);
    moved(2, 3, 80);
    apply(PreferenceEvent{{}, u"IN.P"_s, false, at(50)});
    moved(1, 2, 100);
    ASSERT_TRUE(isSuppressed(3));

    isCalled(u"wamid.1"_s, u"IN.P"_s, 30);

    EXPECT_TRUE(isSuppressed(3));
    EXPECT_FALSE(contact(3)->optedInAt) << "invented";
}

TEST_F(NumberHistoryTest, whoComesToANumberThatWasMergedLiftsNoStopOfTheKeptContact)
{
    put(1);
    put(2);
    valueOf(ContactMerge{m_workspace.database()}.merge(phoneOf(1), {phoneOf(2)}, at(2)));
    says(1, true, 40);
    says(5, false, 60); // a stranger

    moved(5, 2, 100); // gets the number that the contact had once

    EXPECT_TRUE(isSuppressed(1));
}

TEST_F(NumberHistoryTest, whoCameToANumberThatWasMergedAgreesToNothingForTheKeptContact)
{
    put(1);
    put(2);
    valueOf(ContactMerge{m_workspace.database()}.merge(phoneOf(1), {phoneOf(2)}, at(2)));
    says(1, true, 40);
    moved(5, 2, 100);

    says(2, false, 150);

    EXPECT_TRUE(isSuppressed(1));
    EXPECT_FALSE(contact(1)->optedInAt) << "invented";
}

TEST_F(NumberHistoryTest, whatAnEarlierHolderOfAMergedNumberTookBackHidesNoStop)
{
    put(2);
    says(2, false, 50);
    moved(2, 9, 60);
    put(1);
    put(2);
    valueOf(ContactMerge{m_workspace.database()}.merge(phoneOf(1), {phoneOf(2)}, at(70)));

    says(1, true, 40); // told late

    EXPECT_TRUE(isSuppressed(1));
}

TEST_F(NumberHistoryTest, aChangeThatIsToldAfterALaterOneLiftsNobodysStopWhoHadTheLastNumberThen)
{
    put(1);
    says(1, false, 60);
    says(3, true, 50);
    moved(3, 4, 150);
    moved(2, 3, 200);
    ASSERT_TRUE(isSuppressed(4));

    moved(1, 2, 100);

    ASSERT_TRUE(contact(3));
    EXPECT_TRUE(isSuppressed(4));
}

TEST_F(NumberHistoryTest, whoMovedWhileTheirMessageWasUnderWayIsTriedAgainAtTheirNewNumber)
{
    const CampaignId campaign = m_workspace.sendingWith(1);
    const Claim first = claim(campaign, 1).front();
    apply(movedFrom(1, 11));
    valueOf(m_ledger.settle({refused(first, 130429, RecipientStatus::Pending, at(12))}));

    const std::vector<Claim> again = claim(campaign, 1, 100000);

    ASSERT_EQ(again.size(), 1u);
    EXPECT_EQ(again.front().to, newPhoneOf(1));
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
}

TEST_F(NumberHistoryTest, aContactWhoWaitsTwiceInACampaignMayMove)
{
    const CampaignId campaign = m_workspace.sendingWith(2);
    const std::vector<Claim> claims = claim(campaign, 2);
    valueOf(m_ledger.settle({unknown(claims[0], at(70)), unknown(claims[1], at(70))}));
    valueOf(ContactMerge{m_workspace.database()}.merge(phoneOf(1), {phoneOf(2)}, at(80)));
    valueOf(m_campaigns.resolveUnconfirmed(campaign, Resolution::Resend, 0s, at(200)));

    EXPECT_NO_THROW(apply(movedFrom(1, 300)));

    EXPECT_TRUE(valueOf(m_contacts.find(newPhoneOf(1))));
    EXPECT_LE(claim(campaign, 5, 400).size(), 1u);
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
}

TEST_F(NumberHistoryTest, aContactWhoWaitsTwiceAndHasMovedIsSentAgainOnce)
{
    const CampaignId campaign = m_workspace.sendingWith(2);
    const std::vector<Claim> claims = claim(campaign, 2);
    valueOf(m_ledger.settle({unknown(claims[0], at(70)), unknown(claims[1], at(70))}));
    valueOf(ContactMerge{m_workspace.database()}.merge(phoneOf(1), {phoneOf(2)}, at(80)));
    apply(movedFrom(1, 100));

    EXPECT_NO_THROW(valueOf(m_campaigns.resolveUnconfirmed(campaign, Resolution::Resend, 0s, at(200))));

    EXPECT_EQ(claim(campaign, 5, 400).size(), 1u);
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
}

TEST_F(NumberHistoryTest, aNumberLeftForAnotherContactsStopsNobodyThereInARestoredBackup)
{
    put(1);
    put(2);
    const std::unique_ptr<Database> backup = backUp();
    moved(1, 2, 100);
    ASSERT_FALSE(isSuppressed(2));

    valueOf(carryOptOuts(m_workspace.database(), *backup, at(2000)));

    EXPECT_FALSE(valueOf(ContactStore{*backup}.isSuppressed(phoneOf(2)))) << "nobody asked for it";
}

TEST_F(NumberHistoryTest, whoLeftANumberForAnotherContactsIsWrittenToInABackupWithoutThatContact)
{
    put(1);
    const std::unique_ptr<Database> backup = backUp();
    put(2);
    moved(1, 2, 100);

    valueOf(carryOptOuts(m_workspace.database(), *backup, at(2000)));

    EXPECT_TRUE(valueOf(ContactStore{*backup}.find(phoneOf(2))));
    EXPECT_FALSE(valueOf(ContactStore{*backup}.isSuppressed(phoneOf(2)))) << "nobody asked for it";
}

/// A backup that knows of an erasure of which the workspace does not know yet.
TEST_F(NumberHistoryTest, whoWasErasedInTheBackupDoesNotComeBackFromTheWorkspace)
{
    says(7, false, 20);
    apply(PersonChangeEvent{phoneOf(7).e164(), u"IN.seven"_s, phoneOf(8).e164(), u"IN.eight"_s, {}, at(30)});
    const std::unique_ptr<Database> backup = backUp();
    valueOf(Erasure{*backup}.erase({phoneOf(8)}, at(100)));
    ASSERT_EQ(rowsIn(*backup, u"person_change"_s), 0);

    valueOf(carryOptOuts(m_workspace.database(), *backup, at(2000)));

    EXPECT_EQ(rowsIn(*backup, u"person_change"_s), 0);
    EXPECT_EQ(rowsIn(*backup, u"resumption"_s), 0);
}

TEST_F(NumberHistoryTest, aNumberThatMayNotBeWrittenDownIsNoReasonToLeaveOutWhoWentOn)
{
    put(1);
    hello(1, u"IN.one"_s, 10);
    valueOf(m_erasure.erase({phoneOf(9)}, at(50)));
    renamed(u"IN.one"_s, 3, 200);
    ASSERT_TRUE(contact(3));

    renamed(u"IN.one"_s, 9, 100); // told late: they are at 3 since

    EXPECT_FALSE(isSuppressed(3));
}

TEST_F(NumberHistoryTest, aChangeToAnErasedNumberThatIsToldAgainDoesNotUndoAnOptIn)
{
    put(1);
    valueOf(m_erasure.erase({phoneOf(9)}, at(50)));
    moved(1, 9, 100);
    valueOf(m_contacts.optIn(phoneOf(1), {.at = at(200), .source = u"shop"_s}, at(200)));
    ASSERT_FALSE(isSuppressed(1));

    moved(1, 9, 100);

    EXPECT_FALSE(isSuppressed(1));
}

TEST_F(NumberHistoryTest, whatAStrangerSaidFromTheLastNumberBeforeAPersonCameIsNotTheirs)
{
    for (const bool isInOrder : {true, false}) {
        SCOPED_TRACE(isInOrder);
        SentToOne sent;
        const PersonChangeEvent first{phoneOf(1).e164(), {}, phoneOf(2).e164(), {}, {}, at(100)};
        const PersonChangeEvent second{phoneOf(2).e164(), {}, phoneOf(3).e164(), {}, {}, at(200)};
        if (isInOrder)
            sent.tell(first);
        sent.tell(answer(u"wamid.hi"_s, 3, u"Who are you?"_s, 120)); // a stranger
        sent.tell(second);
        if (!isInOrder)
            sent.tell(first);

        EXPECT_EQ(sent.workspace.campaign(sent.campaign).reached.responded, 0);
        EXPECT_THAT(sent.workspace.problems(), IsEmpty());
    }
}

TEST_F(NumberHistoryTest, whatWasSaidFromANumberBeforeSomebodyCameThereIsNotTheirs)
{
    apply(answer(u"wamid.q"_s, 1, u"I am Quentin"_s, 10));
    moved(1, 9, 20);
    put(5);
    moved(5, 1, 30);

    moved(1, 2, 100);

    EXPECT_THAT(valueOf(m_deliveries.messages({phoneOf(2).e164(), {}})), IsEmpty());
}

TEST_F(NumberHistoryTest, whoWasWrittenToAtANumberIsNotErasedWithAStrangerWhoCameThereSince)
{
    sentTo(1);
    moved(1, 2, 100);
    moved(9, 1, 150); // in no contact book

    valueOf(m_erasure.erase({phoneOf(1)}, at(300)));

    EXPECT_TRUE(contact(2));
}

TEST_F(NumberHistoryTest, aStopIsCarriedToAnArgentineContactHoweverMetaWritesTheNumber)
{
    const PhoneNumber stored = *PhoneNumber::fromE164(u"+5491123456789"_s);
    for (const bool isToldLate : {false, true}) {
        SCOPED_TRACE(isToldLate);
        TemporaryWorkspace workspace;
        ContactStore contacts{workspace.database()};
        DeliveryStore deliveries{workspace.database()};
        valueOf(contacts.put(phoneOf(1), {}, {}, at(1)));
        valueOf(contacts.put(stored, u"AR"_s, {}, at(1)));
        const std::vector<DeliveryEvent> events{
            PreferenceEvent{phoneOf(1).e164(),   {}, true,    at(50) },
            PersonChangeEvent{ phoneOf(1).e164(), {}, u"+541123456789"_s, {}, u"AR"_s, at(100)}
        };
        for (const size_t next : isToldLate ? std::vector<size_t>{1, 0} : std::vector<size_t>{0, 1})
            valueOf(deliveries.apply("{}", {events[next]}, at(1000)));

        EXPECT_TRUE(valueOf(contacts.isSuppressed(stored))) << "who said STOP reads there now";
    }
}

TEST_F(NumberHistoryTest, whoWasErasedAndAgreedAgainMayStopFromAWithheldNumber)
{
    put(1);
    hello(1, u"IN.one"_s, 3);
    valueOf(m_erasure.erase({phoneOf(1)}, at(5)));
    valueOf(m_contacts.optIn(phoneOf(1), {.at = at(6), .source = u"shop"_s}, at(6)));
    sentTo(1);
    MessageStatusEvent read = statusEvent(u"wamid.1"_s, Read, at(30));
    read.toPhone = phoneOf(1).e164();
    read.toUserId = u"IN.one"_s;
    apply(read);
    ASSERT_EQ(contact(1)->userId, u"IN.one"_s);

    apply(PreferenceEvent{{}, u"IN.one"_s, true, at(40)});

    EXPECT_TRUE(isSuppressed(1));
}

TEST_F(NumberHistoryTest, aStopFromWhereAMergedNumberWentHoldsForTheKeptContact)
{
    put(1);
    put(2);
    valueOf(ContactMerge{m_workspace.database()}.merge(phoneOf(1), {phoneOf(2)}, at(2)));
    moved(2, 3, 100);

    apply(answer(u"wamid.s"_s, 3, u"STOP"_s, 150));

    EXPECT_TRUE(isSuppressed(1));
}

TEST_F(NumberHistoryTest, aMergeIntoANumberThatWasLeftIsRefusedWithTheReason)
{
    m_workspace.sendingWith(2);
    moved(1, 2, 100);

    const Result<MergeOutcome> merged =
        ContactMerge{m_workspace.database()}.merge(phoneOf(1), {phoneOf(2)}, at(150));

    ASSERT_FALSE(merged);
    EXPECT_EQ(merged.error().code, u"number_left"_s);
    EXPECT_TRUE(contact(2));
}

TEST_F(NumberHistoryTest, aMergeIntoTheNumberThatAPersonHasNowGivesThemTheCampaignOnce)
{
    const CampaignId waiting = m_workspace.sendingWith(2);
    moved(1, 2, 100);

    valueOf(ContactMerge{m_workspace.database()}.merge(phoneOf(2), {phoneOf(1)}, at(150)));

    const std::vector<Claim> claims = claim(waiting, 5, 200);
    ASSERT_EQ(claims.size(), 1u);
    EXPECT_EQ(claims.front().to, phoneOf(2));
    EXPECT_FALSE(isSuppressed(2));
    EXPECT_FALSE(contact(2)->optedOutAt);
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
}

TEST_F(NumberHistoryTest, aStopThatWasToldToWhatsAppIsNotLostBecauseTheNumberWasLeft)
{
    for (const bool isStopLast : {false, true}) {
        SCOPED_TRACE(isStopLast);
        const int base = isStopLast ? 1 : 4;
        put(base);
        put(base + 1);
        valueOf(m_erasure.erase({phoneOf(9)}, at(20)));
        if (!isStopLast)
            says(base, true, 50);
        moved(base, 9, 100); // which was erased
        if (isStopLast)
            says(base, true, 50);

        valueOf(ContactMerge{m_workspace.database()}.merge(phoneOf(base + 1), {phoneOf(base)}, at(150)));

        EXPECT_TRUE(isSuppressed(base + 1));
    }
}

/// A contact whom two spellings of one number name.
TEST_F(NumberHistoryTest, nobodyOfArgentinaIsInACampaignTwiceAfterAMove)
{
    const PhoneNumber stored = *PhoneNumber::fromE164(u"+5491123456789"_s);
    const CampaignId campaign = m_workspace.draftWith(1);
    valueOf(m_campaigns.addRecipients(campaign,
                                      {
                                          {stored, u"AR"_s, {}, {}}
    },
                                      at(1)));
    valueOf(m_campaigns.send(campaign, tourTemplate(), at(1)));
    apply(PersonChangeEvent{phoneOf(1).e164(), {}, u"+541123456789"_s, {}, u"AR"_s, at(100)});

    EXPECT_EQ(claim(campaign, 5, 200).size(), 1u);
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
}

TEST_F(NumberHistoryTest, aRenameThatIsToldTwiceOrLateEndsTheSame)
{
    for (const bool isInOrder : {true, false}) {
        SCOPED_TRACE(isInOrder);
        TemporaryWorkspace workspace;
        DeliveryStore deliveries{workspace.database()};
        ContactStore contacts{workspace.database()};
        valueOf(contacts.put(phoneOf(1), {}, {}, at(1)));
        const std::vector<DeliveryEvent> events{
            PersonChangeEvent{phoneOf(1).e164(), u"IN.a"_s,         {},                              u"IN.b"_s,   {}, at(50)},
            PersonChangeEvent{{},           u"IN.b"_s,                            phoneOf(2).e164(),                                                          u"IN.c"_s,                                                  {}, at(100)},
            PersonChangeEvent{{},        u"IN.c"_s,                       phoneOf(3).e164(),u"IN.d"_s,{}, at(200)},
            PreferenceEvent{{}, u"IN.a"_s,true,            at(40)                                                                     },
        };
        std::vector<size_t> order{0, 1, 2, 3};
        if (!isInOrder)
            std::reverse(order.begin(), order.end());
        for (const size_t next : order)
            valueOf(deliveries.apply("{}", {events[next]}, at(1000)));
        const std::optional<Contact> there = valueOf(contacts.find(phoneOf(3)));
        ASSERT_TRUE(there);
        EXPECT_EQ(there->userId, u"IN.d"_s);
        EXPECT_TRUE(there->isSuppressed);
    }
}

/// A retry after a move to another contact's number says why.
TEST_F(NumberHistoryTest, whoLeftWhileTheirMessageWasUnderWayIsLeftOutWithTheReason)
{
    const CampaignId campaign = m_workspace.sendingWith(2);
    const Claim first = claim(campaign, 1).front();
    ASSERT_EQ(first.to, phoneOf(1));
    moved(1, 2, 11);
    valueOf(m_ledger.settle({refused(first, 130429, RecipientStatus::Pending, at(12))}));

    claim(campaign, 5, 100000);

    const Recipient left = person(campaign, 1);
    EXPECT_EQ(left.progress.status, RecipientStatus::Skipped);
    EXPECT_TRUE(left.error && left.error->code == u"number_left"_s);
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
}

TEST_F(NumberHistoryTest, aLateStopHoldsForWhoSaidItThoughWhoHasTheNumberNowTookTheirsBack)
{
    put(1);
    says(2, false, 120);
    moved(2, 1, 130);
    says(1, true, 100); // by whoever had it then

    moved(1, 3, 110); // is where they are now

    EXPECT_TRUE(isSuppressed(3));
}

TEST_F(NumberHistoryTest, whatTheNextHolderTookBackLiftsNoStopOfWhoTurnsOutToHaveLeftBefore)
{
    put(1);
    says(1, true, 100);
    says(1, false, 160); // somebody else by then, as is told only now:

    moved(1, 3, 140);

    EXPECT_TRUE(isSuppressed(3));
    ASSERT_TRUE(contact(3));
    EXPECT_FALSE(contact(3)->optedInAt) << "invented";
}
