#include "storage/contactmerge.h"
#include "storage/deliverytest.h"
#include "storage/erasure.h"
#include "storage/optoutcarrying.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace {

// A backup is restored: what people asked for since it was made still holds.
class OptOutCarryingTest : public DeliveryTest
{
protected:
    /// The workspace as it is now.
    std::unique_ptr<Database> backUp()
    {
        const QString path = m_workspace.file(u"backup%1.db"_s.arg(++m_backups));
        valueOf(m_workspace.database().copyTo(path));
        return valueOf(Database::open(path));
    }

    int carryTo(Database &backup) { return valueOf(carryOptOuts(m_workspace.database(), backup, at(2000))); }

    static qint64 rowsIn(Database &database, const QString &rows)
    {
        return valueOf(firstInteger(database, u"SELECT count(*) FROM "_s + rows));
    }

    static bool isSuppressed(Database &database, const PhoneNumber &phone)
    {
        return valueOf(ContactStore{database}.isSuppressed(phone));
    }

    int m_backups = 0;
};

} // namespace

TEST_F(OptOutCarryingTest, whoWasErasedSinceIsNowhereInTheBackupEither)
{
    sentTo(1);
    InboundMessageEvent hello = answer(u"wamid.hello"_s, 7, u"Hello"_s, 15); // a stranger
    hello.fromUserId = u"IN.seven"_s;
    valueOf(m_deliveries.apply("{\"from\":\"" + phoneOf(7).e164().mid(1).toLatin1()
                                   + "\",\"from_user_id\":\"IN.seven\"}",
                               {hello}, at(16)));
    hello = answer(u"wamid.withheld"_s, 7, u"It is me"_s, 17);
    hello.fromPhone.clear();
    hello.fromUserId = u"IN.seven"_s;
    valueOf(m_deliveries.apply("{\"from_user_id\":\"IN.seven\"}", {hello}, at(18)));
    apply(PreferenceEvent{phoneOf(7).e164(), {}, false, at(19)});
    apply(PersonChangeEvent{phoneOf(7).e164(), u"IN.seven"_s, {}, u"IN.seven7"_s, {}, at(20)});
    const std::unique_ptr<Database> backup = backUp();
    ASSERT_EQ(rowsIn(*backup, u"message"_s), 2);
    valueOf(Erasure{m_workspace.database()}.erase({phoneOf(7)}, at(30)));
    ASSERT_EQ(rowsIn(m_workspace.database(), u"message"_s), 0);

    carryTo(*backup);

    for (const QString &rows :
         {u"message"_s, u"person_change"_s, u"resumption"_s,
          u"webhook_post WHERE instr(body, 'seven') + instr(body, '%1') > 0"_s.arg(phoneOf(7).e164().mid(1))})
        EXPECT_EQ(rowsIn(*backup, rows), 0) << rows.toStdString();
    EXPECT_EQ(ContactStore{*backup}.put(phoneOf(7), {}, {}, at(40)).error().code, u"erased"_s);
}

TEST_F(OptOutCarryingTest, aStopAtANumberThatThePersonWentToSinceHoldsForThemInTheBackup)
{
    const CampaignId waiting = m_workspace.sendingWith(2);
    const std::unique_ptr<Database> backup = backUp();
    apply(movedFrom(1, 100));
    apply(PreferenceEvent{newPhoneOf(1).e164(), {}, true, at(110)});

    EXPECT_GE(carryTo(*backup), 1);

    EXPECT_TRUE(valueOf(ContactStore{*backup}.find(newPhoneOf(1)))) << "they are there now";
    EXPECT_TRUE(isSuppressed(*backup, newPhoneOf(1)));
    SqliteSendLedger ledger{*backup};
    const std::vector<Claim> claims = valueOf(ledger.claim({waiting, 5, at(200), std::nullopt})).claims;
    ASSERT_EQ(claims.size(), 1u);
    EXPECT_EQ(claims.front().to, phoneOf(2));
}

TEST_F(OptOutCarryingTest, whoWasMergedSinceIsNotOptedOutInTheBackup)
{
    for (const int number : {1, 2})
        valueOf(m_contacts.put(phoneOf(number), {}, {}, at(1)));
    const std::unique_ptr<Database> backup = backUp();
    valueOf(ContactMerge{m_workspace.database()}.merge(phoneOf(1), {phoneOf(2)}, at(50)));

    EXPECT_EQ(carryTo(*backup), 0);

    EXPECT_FALSE(isSuppressed(*backup, phoneOf(1)));
    EXPECT_FALSE(isSuppressed(*backup, phoneOf(2))) << "there they are two contacts, and nobody asked for it";
}

TEST_F(OptOutCarryingTest, aWordThatCannotBeLiftedReplacesOneThatCan)
{
    sentTo(1);
    apply(PreferenceEvent{phoneOf(1).e164(), {}, true, at(50)});
    const std::unique_ptr<Database> backup = backUp();
    apply(answer(u"wamid.stop"_s, 1, u"STOP"_s, 60));

    carryTo(*backup);
    valueOf(DeliveryStore{
        *backup
    }
                .apply("{}", {PreferenceEvent{phoneOf(1).e164(), {}, false, at(70)}}, at(80)));

    EXPECT_TRUE(isSuppressed(*backup, phoneOf(1)));
}

TEST_F(OptOutCarryingTest, whatSomebodyTookBackSinceIsNotForgotten)
{
    sentTo(1);
    const std::unique_ptr<Database> backup = backUp();
    apply(PreferenceEvent{phoneOf(1).e164(), {}, false, at(60)});

    carryTo(*backup);
    valueOf(DeliveryStore{
        *backup
    }
                .apply("{}", {PreferenceEvent{phoneOf(1).e164(), {}, true, at(50)}}, at(80)));

    EXPECT_FALSE(isSuppressed(*backup, phoneOf(1))) << "Meta tells the earlier stop late";
}
