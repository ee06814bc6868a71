#include "storage/deliverytest.h"
#include "storage/erasure.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using ::testing::IsEmpty;

namespace {

// People who had other numbers before, or whom Meta calls by other names, ask to be forgotten.
class MovedErasureTest : public DeliveryTest
{
protected:
    void moved(const PhoneNumber &from, const PhoneNumber &to, int second)
    {
        apply(PersonChangeEvent{from.e164(), {}, to.e164(), {}, {}, at(second)});
    }

    bool isErased(const PhoneNumber &phone)
    {
        const Result<Contact> put = m_contacts.put(phone, {}, {}, at(900));
        return !put && put.error().code == u"erased"_s;
    }

    AppliedEvent say(const QString &id, const QString &phone, const QString &userId)
    {
        InboundMessageEvent event{id, phone, userId, {}, u"text"_s, u"Hello"_s, {}, {}, {}, at(800)};
        return valueOf(m_deliveries.apply("{\"from\":\"" + phone.mid(1).toLatin1() + "\",\"user_id\":\""
                                              + userId.toLatin1() + "\"}",
                                          {event}, at(1000)))
            .front();
    }

    /// Tables in which a text stands.
    QStringList tablesWith(const QString &text)
    {
        QStringList found;
        Database &database = m_workspace.database();
        std::vector<std::pair<QString, QString>> columns;
        valueOf(forEachRow(database,
                           uR"(SELECT t.name, c.name FROM sqlite_schema t, pragma_table_info(t.name) c
                    WHERE t.type = 'table' AND t.name NOT LIKE 'contact_search%')"_s,
                           {}, [&](const Row &row) { columns.emplace_back(row.text(0), row.text(1)); }));
        for (const auto &[table, column] : columns) {
            if (valueOf(firstInteger(
                    database,
                    u"SELECT count(*) FROM %1 WHERE instr(CAST(%2 AS TEXT), ?) > 0"_s.arg(table, column),
                    {text}))
                > 0)
                found << table + u'.' + column;
        }
        return found;
    }

    Erasure m_erasure{m_workspace.database()};
};

} // namespace

TEST_F(MovedErasureTest, whoIsErasedByANumberThatTheyLeftIsErasedWhereTheyAre)
{
    for (const bool isByTheNumberBetween : {false, true}) {
        SCOPED_TRACE(isByTheNumberBetween);
        const int first = isByTheNumberBetween ? 4 : 1;
        valueOf(m_contacts.put(phoneOf(first), {}, {}, at(1)));
        moved(phoneOf(first), phoneOf(first + 1), 100);
        moved(phoneOf(first + 1), phoneOf(first + 2), 200);

        valueOf(m_erasure.erase({phoneOf(isByTheNumberBetween ? first + 1 : first)}, at(300)));

        for (int number = first; number < first + 3; ++number) {
            EXPECT_TRUE(isErased(phoneOf(number))) << number;
            EXPECT_THAT(tablesWith(phoneOf(number).e164().mid(1)), IsEmpty());
        }
    }
}

TEST_F(MovedErasureTest, whoIsErasedByTheirLastNumberIsErasedFromAllOfThem)
{
    valueOf(m_contacts.put(phoneOf(1), {}, {}, at(1)));
    moved(phoneOf(1), phoneOf(2), 100);
    moved(phoneOf(2), phoneOf(3), 200);

    valueOf(m_erasure.erase({phoneOf(3)}, at(300)));

    for (int number = 1; number <= 3; ++number)
        EXPECT_TRUE(isErased(phoneOf(number))) << number;
}

TEST_F(MovedErasureTest, whoLeftANumberIsNotErasedWithAStrangerWhoCameThereSince)
{
    valueOf(m_contacts.put(phoneOf(1), {}, {}, at(1)));
    moved(phoneOf(1), phoneOf(2), 100);
    moved(phoneOf(9), phoneOf(1), 150); // in no contact book

    valueOf(m_erasure.erase({phoneOf(1)}, at(300)));

    EXPECT_TRUE(valueOf(m_contacts.find(phoneOf(2))));
    EXPECT_FALSE(isErased(phoneOf(2)));
    EXPECT_TRUE(isErased(phoneOf(9)));
}

TEST_F(MovedErasureTest, whoHadANumberBeforeTheErasedOneIsNotErased)
{
    const CampaignId campaign = sentTo(1); // to the first holder of the number
    moved(phoneOf(1), phoneOf(2), 100);
    valueOf(m_contacts.put(phoneOf(5), {}, {}, at(101)));
    moved(phoneOf(5), phoneOf(1), 150);
    moved(phoneOf(1), phoneOf(6), 200);

    valueOf(m_erasure.erase({phoneOf(6)}, at(300)));

    EXPECT_TRUE(valueOf(m_contacts.find(phoneOf(2))));
    EXPECT_FALSE(valueOf(m_contacts.isSuppressed(phoneOf(2))));
    EXPECT_TRUE(isErased(phoneOf(6)));
    EXPECT_TRUE(isErased(phoneOf(5)));
    EXPECT_EQ(m_workspace.campaign(campaign).counts.total(), 1);
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
}

TEST_F(MovedErasureTest, aStrangersNamesAreForgottenWithTheirNumber)
{
    say(u"wamid.1"_s, phoneOf(1).e164(), u"IN.stranger1"_s);
    apply(PersonChangeEvent{
        phoneOf(1).e164(), u"IN.stranger1"_s, phoneOf(2).e164(), u"IN.stranger2"_s, {}, at(900)});

    valueOf(m_erasure.erase({phoneOf(2)}, at(950)));

    EXPECT_THAT(tablesWith(u"IN.stranger"_s), IsEmpty());
    say(u"wamid.2"_s, {}, u"IN.stranger1"_s);
    say(u"wamid.3"_s, {}, u"IN.stranger2"_s);
    EXPECT_EQ(rowsOf(u"message"_s), 0);
    EXPECT_THAT(tablesWith(u"IN.stranger"_s), IsEmpty());
}

TEST_F(MovedErasureTest, aNumberIsForgottenHoweverItIsWritten)
{
    for (const auto &[stored, other] : {
             std::pair{u"+525512345678"_s,  u"+5215512345678"_s},
             std::pair{u"+5491123456789"_s, u"+541123456789"_s }
    }) {
        valueOf(m_contacts.put(*PhoneNumber::fromE164(stored), {}, {}, at(1)));
        for (const QString &table :
             {u"suppression (phone, source, added_at) VALUES (?, 'letter', 0)"_s,
              u"resumption (phone, at) VALUES (?, 0)"_s, u"marketing_hold (phone, until) VALUES (?, 0)"_s})
            valueOf(execute(m_workspace.database(), u"INSERT INTO "_s + table, {other}));

        const ErasedPeople erased = valueOf(m_erasure.erase({*PhoneNumber::fromE164(stored)}, at(5)));

        EXPECT_EQ(erased.numbers, 1);
        EXPECT_THAT(tablesWith(other.mid(1)), IsEmpty()) << other.toStdString();
    }
}

// Without the 9 it may be a land line, and another person's.
TEST_F(MovedErasureTest, aLandLineOfAnotherContactIsNotErasedWithAMobileNumberOfTheSameDigits)
{
    const PhoneNumber mobile = *PhoneNumber::fromE164(u"+5491123456789"_s);
    const PhoneNumber land = *PhoneNumber::fromE164(u"+541123456789"_s);
    for (const PhoneNumber &phone : {mobile, land})
        valueOf(m_contacts.put(phone, {}, {}, at(1)));

    valueOf(m_erasure.erase({mobile}, at(5)));

    EXPECT_FALSE(valueOf(m_contacts.find(mobile)));
    EXPECT_TRUE(valueOf(m_contacts.find(land)));
}

TEST_F(MovedErasureTest, aChangeToAnErasedNumberOrNameIsNotWrittenDown)
{
    const CampaignId waiting = m_workspace.sendingWith(2);
    valueOf(m_erasure.erase({phoneOf(9)}, at(5)));
    say(u"wamid.1"_s, phoneOf(9).e164(), u"IN.nine"_s);

    const PersonChangeEvent change{phoneOf(1).e164(), {}, phoneOf(9).e164(), u"IN.ten"_s, {}, at(100)};
    valueOf(m_deliveries.apply("{\"wa_id\":\"" + phoneOf(9).e164().mid(1).toLatin1() + "\",\"IN.ten\"}",
                               {change}, at(101)));

    EXPECT_THAT(tablesWith(phoneOf(9).e164().mid(1)), IsEmpty());
    EXPECT_THAT(tablesWith(u"IN.ten"_s), IsEmpty());
    EXPECT_TRUE(valueOf(m_contacts.find(phoneOf(1)))) << "they were not asked to be forgotten";
    EXPECT_EQ(person(waiting, 1).progress.status, RecipientStatus::Skipped) << "nor are they there any more";
    EXPECT_EQ(claim(waiting, 5, 200).size(), 1u);
}

TEST_F(MovedErasureTest, whoWasErasedIsNotLetInAgainBecauseTheyWriteFromAnotherNumber)
{
    valueOf(m_contacts.put(phoneOf(1), {}, {}, at(1)));
    say(u"wamid.1"_s, phoneOf(1).e164(), u"IN.one"_s);
    valueOf(m_erasure.erase({phoneOf(1)}, at(5)));

    say(u"wamid.2"_s, phoneOf(2).e164(), u"IN.one"_s);
    say(u"wamid.3"_s, {}, u"IN.one"_s);

    EXPECT_EQ(rowsOf(u"message"_s), 0);
    EXPECT_THAT(tablesWith(u"IN.one"_s), IsEmpty());
    EXPECT_THAT(tablesWith(phoneOf(2).e164().mid(1)), IsEmpty());

    valueOf(m_contacts.optIn(phoneOf(2), {.at = at(700), .source = u"shop"_s}, at(700)));
    say(u"wamid.4"_s, phoneOf(2).e164(), u"IN.one"_s);
    EXPECT_EQ(rowsOf(u"message"_s), 1) << "they agreed to it";
}

TEST_F(MovedErasureTest, aTapOnAnOldButtonTellsNothingOfWhoWasErased)
{
    const CampaignId campaign = m_workspace.sendingWith(1);
    const Claim claimed = claim(campaign, 1).front();
    valueOf(m_ledger.settle({accepted(claimed, u"wamid.1"_s, at(11))}));
    valueOf(m_erasure.erase({phoneOf(1)}, at(20)));

    InboundMessageEvent tap{u"wamid.tap"_s, {}, {}, {}, u"button"_s, u"I am Anna"_s, {}, {}, {}, at(30)};
    tap.payload = u"attempt:"_s + claimed.attempt.value;
    apply(tap);

    EXPECT_THAT(tablesWith(u"Anna"_s), IsEmpty());
    EXPECT_EQ(m_workspace.campaign(campaign).reached.responded, 0);
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
}
