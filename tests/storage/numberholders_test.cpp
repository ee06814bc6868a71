#include "storage/contactmerge.h"
#include "storage/numberhistorytest.h"
#include "storage/optoutcarrying.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using enum DeliveryStatus;
using ::testing::IsEmpty;

TEST_F(NumberHistoryTest, whoHadAnErasedNumberBeforeIsNotErasedInTheBackup)
{
    put(1);
    put(5);
    const std::unique_ptr<Database> backup = backUp();
    moved(1, 2, 100);
    moved(5, 1, 150);
    valueOf(m_erasure.erase({phoneOf(1)}, at(300)));
    ASSERT_TRUE(contact(2));

    valueOf(carryOptOuts(m_workspace.database(), *backup, at(2000)));

    EXPECT_EQ(rowsIn(*backup, u"contact WHERE id > 0"_s), 1);
}

TEST_F(NumberHistoryTest, aStopFromANumberBetweenHoldsInWhateverOrderTheChangesOfANameAreTold)
{
    for (const bool isInOrder : {true, false}) {
        SCOPED_TRACE(isInOrder);
        const int base = isInOrder ? 1 : 5;
        const QString name = isInOrder ? u"IN.a"_s : u"IN.b"_s;
        put(base);
        hello(base, name, 10 + base);
        if (isInOrder)
            renamed(name, base + 1, 100);
        renamed(name, base + 2, 200);
        if (!isInOrder)
            renamed(name, base + 1, 100);
        ASSERT_TRUE(contact(base + 2));

        apply(answer(u"wamid.stop%1"_s.arg(base), base + 1, u"STOP"_s, 150));

        EXPECT_TRUE(isSuppressed(base + 2));
    }
}

TEST_F(NumberHistoryTest, whoCameBackFromAnotherContactsNumberIsWrittenToInWhateverOrderItIsTold)
{
    for (const bool isInOrder : {true, false}) {
        SCOPED_TRACE(isInOrder);
        const int base = isInOrder ? 1 : 5;
        put(base);
        put(base + 1);
        moved(isInOrder ? base : base + 1, isInOrder ? base + 1 : base, isInOrder ? 100 : 200);
        moved(isInOrder ? base + 1 : base, isInOrder ? base : base + 1, isInOrder ? 200 : 100);
        EXPECT_FALSE(isSuppressed(base));
    }
}

TEST_F(NumberHistoryTest, whoIsErasedAtAnotherContactsNumberIsErasedWhereTheirContactStayed)
{
    put(1);
    put(2);
    moved(1, 2, 100); // the same person reads at 2

    valueOf(m_erasure.erase({phoneOf(2)}, at(300)));

    EXPECT_FALSE(contact(2));
    EXPECT_FALSE(contact(1)) << "they are still known here";
}

TEST_F(NumberHistoryTest, aStopUnderANameThatWasChangedBeforeAnybodyKnewItHolds)
{
    for (const bool isChangeToldLast : {false, true}) {
        SCOPED_TRACE(isChangeToldLast);
        SentToOne sent;
        InboundMessageEvent stop = answer(u"wamid.s"_s, 0, u"STOP"_s, 15);
        stop.fromPhone.clear();
        stop.fromUserId = u"IN.old"_s;
        const PersonChangeEvent change{{}, u"IN.old"_s, {}, u"IN.new"_s, {}, at(20)};
        MessageStatusEvent read = statusEvent(u"wamid.1"_s, Read, at(30));
        read.toUserId = u"IN.new"_s;
        sent.tell(stop);
        if (!isChangeToldLast)
            sent.tell(change);
        sent.tell(read);
        if (isChangeToldLast)
            sent.tell(change);

        EXPECT_TRUE(valueOf(ContactStore{sent.workspace.database()}.isSuppressed(phoneOf(1))));
    }
}

TEST_F(NumberHistoryTest, aStopFromArgentinaHoldsForAContactThatIsAddedLater)
{
    const PhoneNumber stored = *PhoneNumber::fromE164(u"+5491123456789"_s);
    apply(PreferenceEvent{u"+541123456789"_s, {}, true, at(50)});
    valueOf(m_contacts.put(stored, u"AR"_s, {}, at(60)));

    EXPECT_TRUE(valueOf(m_contacts.isSuppressed(stored)));
}

TEST_F(NumberHistoryTest, aStopOfWhoLeftANumberHoldsThoughWhoCameAfterThemWasErased)
{
    numberOneChangesHands();
    valueOf(m_erasure.erase({phoneOf(1)}, at(300)));
    ASSERT_TRUE(contact(2));

    apply(answer(u"wamid.late"_s, 1, u"STOP"_s, 90));

    EXPECT_TRUE(isSuppressed(2));
}

TEST_F(NumberHistoryTest, aChangeThatIsToldAgainErasesNobodyWhoLeftAnErasedNumberBefore)
{
    put(5);
    moved(1, 2, 100); // in no contact book
    moved(5, 1, 150);
    valueOf(m_erasure.erase({phoneOf(1)}, at(300)));

    moved(1, 2, 100);

    EXPECT_FALSE(isSuppressed(2));
}

TEST_F(NumberHistoryTest, whoWasErasedDoesNotComeBackBecauseTheirNumberWasAnotherContactsBefore)
{
    put(1);
    put(2);
    hello(1, u"IN.one"_s, 10);
    moved(1, 2, 100);
    valueOf(m_erasure.erase({phoneOf(1)}, at(300)));

    hello(2, u"IN.one"_s, 400);

    EXPECT_EQ(rowsOf(u"message WHERE user_id = 'IN.one'"_s), 0);
    EXPECT_EQ(rowsOf(u"known_user_id"_s), 0);
}

TEST_F(NumberHistoryTest, aNameOfWhoCameAfterAPersonIsNotTheirsThoughTheChangeWasToldLate)
{
    put(1);
    hello(1, u"IN.next"_s, 150); // somebody else by then
    moved(1, 2, 100);
    says(2, true, 160);
    ASSERT_TRUE(isSuppressed(2));

    apply(PreferenceEvent{phoneOf(1).e164(), u"IN.next"_s, false, at(170)});

    EXPECT_TRUE(isSuppressed(2));
}

TEST_F(NumberHistoryTest, whoWasErasedIsFollowedInWhateverOrderTheirChangesAreTold)
{
    for (const bool isInOrder : {true, false}) {
        SCOPED_TRACE(isInOrder);
        const int base = isInOrder ? 1 : 5;
        valueOf(m_erasure.erase({phoneOf(base)}, at(50)));
        if (isInOrder)
            moved(base, base + 1, 100);
        moved(base + 1, base + 2, 200);
        if (!isInOrder)
            moved(base, base + 1, 100);

        EXPECT_TRUE(isSuppressed(base + 1));
        EXPECT_TRUE(isSuppressed(base + 2));
        EXPECT_EQ(rowsOf(u"person_change"_s), 0);
    }
}

TEST_F(NumberHistoryTest, whatAnErasedPersonSaidFromANumberThatIsLearnedLateIsForgotten)
{
    put(1);
    valueOf(m_erasure.erase({phoneOf(1)}, at(50)));
    hello(2, u"IN.one"_s, 150); // nobody knows yet who that is

    moved(1, 2, 100);

    EXPECT_TRUE(isSuppressed(2));
    EXPECT_EQ(rowsOf(u"message"_s), 0);
}

TEST_F(NumberHistoryTest, aContactFollowsToANumberThatItsHolderTurnsOutToHaveLeftBefore)
{
    const CampaignId waiting = m_workspace.sendingWith(2);
    moved(2, 1, 200); // to what is another contact's as far as anybody knows
    moved(1, 3, 100); // but who left it before

    EXPECT_TRUE(contact(3));
    EXPECT_TRUE(contact(1)) << "told in order, the second contact follows";
    EXPECT_FALSE(isSuppressed(1));
    EXPECT_EQ(claim(waiting, 5, 300).size(), 2u) << "nobody is forgotten";
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
}

// What follows is told by whoever is still known: nothing of theirs gets lost with an erased stranger.
TEST_F(NumberHistoryTest, aStopHoldsThoughANumberBetweenWasErasedWithWhoCameThereSince)
{
    put(3);
    moved(3, 7, 100);
    moved(7, 2, 150);
    put(7);
    valueOf(m_erasure.erase({phoneOf(7)}, at(300)));
    ASSERT_TRUE(contact(2));

    says(3, true, 90); // told late

    EXPECT_TRUE(isSuppressed(2));
    EXPECT_EQ(rowsOf(u"person_change WHERE old_phone = '%1' OR new_phone = '%1'"_s.arg(phoneOf(7).e164())),
              0);
}

TEST_F(NumberHistoryTest, whoIsErasedByANumberThatOthersLeftLeavesNoNumberBehind)
{
    numberOneChangesHands();

    valueOf(m_erasure.erase({phoneOf(1)}, at(300)));

    for (const int erased : {1, 5})
        EXPECT_EQ(
            rowsOf(u"person_change WHERE old_phone = '%1' OR new_phone = '%1'"_s.arg(phoneOf(erased).e164())),
            0)
            << erased;
    EXPECT_TRUE(contact(2));
}

TEST_F(NumberHistoryTest, aStopFromAnErasedPersonsNumberStopsNobodyWhoLeftItBefore)
{
    numberOneChangesHands();
    valueOf(m_erasure.erase({phoneOf(1)}, at(300)));

    says(1, true, 200); // the erased person

    EXPECT_FALSE(isSuppressed(2));
}

TEST_F(NumberHistoryTest, whoIsLetInAgainIsNotTakenForWhoLeftTheirNumber)
{
    numberOneChangesHands();
    valueOf(m_erasure.erase({phoneOf(1)}, at(300)));
    valueOf(m_contacts.optIn(phoneOf(1), {.at = at(400), .source = u"shop"_s}, at(400)));

    says(1, true, 90); // by the first one, told late

    EXPECT_TRUE(isSuppressed(2));
    moved(1, 2, 100);
    EXPECT_TRUE(contact(1)) << "it was told before";
}

TEST_F(NumberHistoryTest, aStopUnderAnErasedNameHoldsForAContactsNumber)
{
    put(1);
    put(2);
    hello(1, u"IN.one"_s, 10);
    valueOf(m_erasure.erase({phoneOf(1)}, at(300)));

    InboundMessageEvent stop = answer(u"wamid.stop"_s, 2, u"STOP"_s, 400);
    stop.fromUserId = u"IN.one"_s;
    apply(stop);

    EXPECT_TRUE(isSuppressed(2));
    EXPECT_EQ(rowsOf(u"message"_s), 0);
}

TEST_F(NumberHistoryTest, aContactFollowsThoughAStrangerCameToItsNumberSinceAsWasToldBefore)
{
    const CampaignId waiting = m_workspace.sendingWith(1);
    moved(9, 1, 150); // in no contact book
    moved(1, 2, 100);

    EXPECT_TRUE(contact(2));
    const std::vector<Claim> claims = claim(waiting, 5, 300);
    ASSERT_EQ(claims.size(), 1u);
    EXPECT_EQ(claims.front().to, phoneOf(2));
}

TEST_F(NumberHistoryTest, aContactThatCameToANumberDoesNotFollowWhoLeftItBefore)
{
    put(9);
    moved(9, 1, 150);
    moved(1, 2, 100);

    EXPECT_TRUE(contact(1));
    EXPECT_FALSE(contact(2));
}

TEST_F(NumberHistoryTest, whoCameBackFromAnotherContactsNumberGetsTheCampaign)
{
    const CampaignId waiting = m_workspace.sendingWith(2);
    moved(1, 2, 100);
    ASSERT_EQ(person(waiting, 1).progress.status, RecipientStatus::Skipped);

    moved(2, 1, 200);

    const std::vector<Claim> claims = claim(waiting, 5, 300);
    ASSERT_EQ(claims.size(), 1u);
    EXPECT_EQ(claims.front().to, phoneOf(1));
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
}

TEST_F(NumberHistoryTest, whoGotTheCampaignAtAnotherContactsNumberDoesNotGetItAgainWhenTheyAreBack)
{
    const CampaignId waiting = m_workspace.sendingWith(2);
    moved(1, 2, 100);
    ASSERT_EQ(claim(waiting, 5, 150).size(), 1u); // at 2

    moved(2, 1, 200);

    EXPECT_THAT(claim(waiting, 5, 300), IsEmpty());
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
}

TEST_F(NumberHistoryTest, aChangeThatIsToldAgainErasesNobodyInARestoredBackupEither)
{
    put(5);
    const std::unique_ptr<Database> backup = backUp();
    moved(1, 2, 100); // in no contact book
    moved(5, 1, 150);
    valueOf(m_erasure.erase({phoneOf(1)}, at(300)));

    valueOf(carryOptOuts(m_workspace.database(), *backup, at(2000)));
    const PersonChangeEvent again{phoneOf(1).e164(), {}, phoneOf(2).e164(), {}, {}, at(100)};
    valueOf(DeliveryStore{*backup}.apply("{}", {again}, at(2100)));

    EXPECT_EQ(rowsIn(*backup, u"contact WHERE id > 0"_s), 0);
    EXPECT_FALSE(valueOf(ContactStore{*backup}.isSuppressed(phoneOf(2))));
}

TEST_F(NumberHistoryTest, aContactOfSeveralThatWereMergedDoesNotFollowWhoHadItsNumberBefore)
{
    put(1);
    put(2);
    moved(1, 2, 100);
    valueOf(ContactMerge{m_workspace.database()}.merge(phoneOf(2), {phoneOf(1)}, at(150)));

    moved(2, 4, 50); // told late

    EXPECT_TRUE(contact(2));
}

TEST_F(NumberHistoryTest, nobodyIsWrittenToAtANumberThatWasLeftForAnErasedOneThoughAStrangerCameThere)
{
    put(1);
    valueOf(m_erasure.erase({phoneOf(9)}, at(50)));
    moved(8, 1, 150);

    moved(1, 9, 100);

    EXPECT_TRUE(isSuppressed(1));
}

TEST_F(NumberHistoryTest, whatAPersonWroteGoesOnWithThemFromNumberToNumber)
{
    put(1);
    apply(answer(u"wamid.first"_s, 1, u"Hello"_s, 45));
    apply(answer(u"wamid.stranger"_s, 2, u"Who is this?"_s, 46));
    moved(1, 2, 50);
    moved(2, 3, 80);

    const std::vector<StoredMessage> theirs = valueOf(m_deliveries.messages({phoneOf(3).e164(), {}}));
    ASSERT_EQ(theirs.size(), 1u);
    EXPECT_EQ(theirs.front().text, u"Hello"_s);
}

TEST_F(NumberHistoryTest, aMessageNamesNobodyWhoWasErasedAndHasANumberThatWeWriteToNow)
{
    put(1);
    hello(1, u"IN.one"_s, 3);
    valueOf(m_erasure.erase({phoneOf(1)}, at(300)));
    sentTo(2);
    valueOf(execute(m_workspace.database(), u"UPDATE contact SET created_at = 1 WHERE id > 0"_s));

    MessageStatusEvent read = statusEvent(u"wamid.1"_s, Read, at(400));
    read.toPhone = phoneOf(2).e164();
    read.toUserId = u"IN.one"_s;
    apply(read);

    EXPECT_EQ(rowsOf(u"known_user_id"_s), 0);
}
