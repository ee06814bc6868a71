#include "storage/contactarrivals.h"

#include "storage/bulkstatement.h"
#include "storage/contactindex.h"
#include "storage/contactstore.h"
#include "storage/erasednumbers.h"
#include "storage/sql.h"
#include "storage/suppressionlist.h"
#include "storage/temporaryworkspace.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

namespace {

class ContactArrivalsTest : public ::testing::Test
{
protected:
    void add(ContactArrivals &arrivals, int number, const QString &name,
             const QMap<QString, QString> &attributes = {})
    {
        arrivals.add(phoneOf(number), u"IN"_s, name, attributes);
    }

    ContactArrivals::Outcome publish(ContactArrivals &arrivals, const ArrivalTerms &terms = {})
    {
        return valueOf(arrivals.publish(terms, at(100), {}, {}, {}));
    }

    QStringList names()
    {
        QStringList names;
        for (const Contact &contact : valueOf(m_contacts.page({}, at(100), 0)))
            names << contact.name;
        return names;
    }

    Contact contact(int number) { return valueOf(m_contacts.find(phoneOf(number))).value_or(Contact{}); }

    TemporaryWorkspace m_workspace;
    ContactStore m_contacts{m_workspace.database()};
};

} // namespace

TEST_F(ContactArrivalsTest, peopleComeInTheOrderOfTheirFileWithAllThatIsTrueOfThem)
{
    ContactArrivals arrivals{m_workspace.database()};
    add(arrivals, 9, u"Zoe"_s,
        {
            {u"City"_s, u"Málaga"_s}
    });
    add(arrivals, 3, u"José \"Pepe\""_s);
    add(arrivals, 5, {});

    const ContactArrivals::Outcome outcome = publish(arrivals,
                                                     {
                                                         .tags = {u"vip"_s, u"winter"_s},
                                                         .optInSource = u"form"_s,
                                                         .optInWords = u"Yes, please"_s,
                                                         .optInFile = u"abc"_s,
                                                         .optedInAt = at(50)
    });

    EXPECT_EQ(outcome.added, 3);
    EXPECT_EQ(names(), (QStringList{u"Zoe"_s, u"José \"Pepe\""_s, QString{}}));
    const Contact zoe = contact(9);
    EXPECT_EQ(zoe.region, u"IN"_s);
    EXPECT_EQ(zoe.attributes.value(u"City"_s), u"Málaga"_s);
    EXPECT_EQ(zoe.tags, (QStringList{u"vip"_s, u"winter"_s}));
    EXPECT_EQ(zoe.optedInAt, at(50));
    EXPECT_EQ(zoe.optInSource, u"form"_s);
    EXPECT_EQ(zoe.optInWords, u"Yes, please"_s);
    EXPECT_EQ(zoe.optInFile, u"abc"_s);
    EXPECT_EQ(zoe.createdAt, at(100));
    EXPECT_FALSE(contact(5).optedOutAt);
    EXPECT_EQ(valueOf(m_contacts.count()), 3);
}

// What people paste: attributes come back letter by letter.
TEST_F(ContactArrivalsTest, attributesKeepTheirQuotesLineBreaksAndSigns)
{
    const QMap<QString, QString> attributes{
        {u"A \"b\" \\c"_s, u"line\nbreak\r\tand \"quotes\" \\ \b\f\u0001\u001f"_s},
        {u"Ciudad"_s,      u"Málaga 😀 {}[]:,"_s                              },
        {u"Empty"_s,       {}                                                    }
    };
    ContactArrivals arrivals{m_workspace.database()};
    add(arrivals, 1, u"Ana"_s, attributes);

    publish(arrivals);

    EXPECT_EQ(contact(1).attributes, attributes);
    QJsonObject object;
    for (auto attribute = attributes.begin(); attribute != attributes.end(); ++attribute)
        object.insert(attribute.key(), attribute.value());
    EXPECT_EQ(toJsonUtf8(attributes), QJsonDocument{object}.toJson(QJsonDocument::Compact));
}

TEST_F(ContactArrivalsTest, nobodyAgreedWhereNobodySaysSo)
{
    ContactArrivals arrivals{m_workspace.database()};
    add(arrivals, 1, u"Ana"_s);

    publish(arrivals);

    EXPECT_FALSE(contact(1).optedInAt);
    EXPECT_EQ(contact(1).optInSource, QString{});
}

TEST_F(ContactArrivalsTest, whoWaitsInAFileComesAsWhoWaitsInMemory)
{
    constexpr qsizetype kFewBytes = 1000;
    constexpr int kPeople = 3000;
    const auto nameOf = [](int number) { return number % 7 == 0 ? QString{} : u"José \"%1\""_s.arg(number); };
    add(*std::make_unique<ContactArrivals>(m_workspace.database()), 1,
        {}); // who is not published leaves nothing
    valueOf(m_contacts.put(phoneOf(5), u"IN"_s, {.name = u"Known"_s}, at(1)));
    ContactArrivals arrivals{m_workspace.database(), kFewBytes};
    for (int i = 0; i < kPeople; ++i) {
        const int number = 1 + i * 7 % kPeople; // in no order
        add(arrivals, number, nameOf(number),
            {
                {u"City"_s, u"Málaga %1"_s.arg(number)}
        });
    }

    const ContactArrivals::Outcome outcome = publish(arrivals, {.known = KnownContacts::Keep});

    EXPECT_EQ(outcome.added, kPeople - 1);
    EXPECT_EQ(outcome.known, 1);
    EXPECT_EQ(valueOf(m_contacts.count()), kPeople);
    for (int number = 1; number <= kPeople; ++number) {
        const Contact person = contact(number);
        ASSERT_EQ(person.name, number == 5 ? u"Known"_s : nameOf(number)) << number;
        ASSERT_EQ(person.attributes.value(u"City"_s), number == 5 ? QString{} : u"Málaga %1"_s.arg(number));
    }
    const std::vector<ContactId> inBook = valueOf(m_contacts.keys({}, at(100)));
    std::vector<ContactId> byNumber =
        valueOf(m_contacts.keys({.order = ContactQuery::Order::Phone}, at(100)));
    std::erase(byNumber, contact(5).id);
    EXPECT_TRUE(std::equal(byNumber.begin(), byNumber.end(), inBook.begin() + 1))
        << "in the order of the numbers";
}

// "Half of the new list is in my book already. Do not ruin what I wrote there."
TEST_F(ContactArrivalsTest, knownContactsAreKeptFilledOrOverwrittenAsAPersonChose)
{
    const auto prepared = [&](int number) {
        valueOf(m_contacts.put(phoneOf(number), u"IN"_s,
                               {.name = u"Old"_s, .attributes = {{u"City"_s, u"Delhi"_s}}}, at(1)));
    };
    const auto import = [&](int number, KnownContacts known) {
        ContactArrivals arrivals{m_workspace.database()};
        add(arrivals, number, u"New"_s,
            {
                {u"City"_s, u"Goa"_s},
                {u"Tier"_s, u"2"_s  }
        });
        return publish(arrivals, {.tags = {u"vip"_s}, .optInSource = u"form"_s, .known = known});
    };
    for (const int number : {1, 2, 3})
        prepared(number);

    const ContactArrivals::Outcome kept = import(1, KnownContacts::Keep);
    import(2, KnownContacts::FillGaps);
    import(3, KnownContacts::Overwrite);

    EXPECT_EQ(kept.added, 0);
    EXPECT_EQ(kept.known, 1);
    EXPECT_EQ(contact(1).name, u"Old"_s);
    EXPECT_EQ(contact(1).attributes,
              (QMap<QString, QString>{
                  {u"City"_s, u"Delhi"_s}
    }));
    EXPECT_EQ(contact(1).tags, (QStringList{u"vip"_s}));
    EXPECT_FALSE(contact(1).optedInAt);
    EXPECT_EQ(contact(2).name, u"Old"_s);
    EXPECT_EQ(contact(2).attributes,
              (QMap<QString, QString>{
                  {u"City"_s, u"Delhi"_s},
                  {u"Tier"_s, u"2"_s    }
    }));
    EXPECT_EQ(contact(2).optInSource, u"form"_s);
    EXPECT_EQ(contact(3).name, u"New"_s);
    EXPECT_EQ(contact(3).attributes,
              (QMap<QString, QString>{
                  {u"City"_s, u"Goa"_s},
                  {u"Tier"_s, u"2"_s  }
    }));
    EXPECT_EQ(contact(3).tags, (QStringList{u"vip"_s}));
}

TEST_F(ContactArrivalsTest, nobodyIsSeenBeforeAllAreThere)
{
    constexpr int kPeople = 60'000;
    valueOf(m_contacts.put(phoneOf(1'000'000), u"IN"_s, {.name = u"Before"_s}, at(1)));
    ContactArrivals arrivals{m_workspace.database()};
    for (int number = 1; number <= kPeople; ++number)
        add(arrivals, number, u"Person %1"_s.arg(number));
    const auto beside = m_workspace.secondConnection();
    ContactStore others{*beside};
    int looks = 0;
    const auto look = [&](qint64 published) {
        if (published >= kPeople || ++looks % 3 != 1)
            return;
        EXPECT_EQ(valueOf(others.count()), 1);
        EXPECT_EQ(valueOf(others.keys({}, at(100))).size(), 1u);
        EXPECT_EQ(valueOf(others.keys({.order = ContactQuery::Order::Name}, at(100))).size(), 1u);
        EXPECT_EQ(valueOf(others.page({}, at(100), 0)).size(), 1u);
        EXPECT_EQ(valueOf(others.count({.search = u"person"_s}, at(100))), 0);
        EXPECT_EQ(valueOf(others.count({.rule = valueOf(SegmentRule::fromText(u"tag = vip"_s))}, at(100))),
                  0);
        EXPECT_FALSE(valueOf(others.find(phoneOf(1))));
    };

    const auto outcome = valueOf(arrivals.publish({.tags = {u"vip"_s}}, at(100), {}, look, {}));

    EXPECT_EQ(outcome.added, kPeople);
    EXPECT_GT(looks, 1);
    EXPECT_EQ(valueOf(others.count()), kPeople + 1);
    EXPECT_EQ(valueOf(others.count({.search = u"person"_s}, at(100))), kPeople);
    EXPECT_EQ(valueOf(others.count({.rule = valueOf(SegmentRule::fromText(u"tag = vip"_s))}, at(100))),
              kPeople);
    valueOf(ContactIndex{*beside}.catchUp());
    EXPECT_EQ(valueOf(others.count({.search = u"person 2999"_s}, at(100))), 11);
    EXPECT_THAT(valueOf(beside->integrityProblems()), IsEmpty());
}

TEST_F(ContactArrivalsTest, aCancelledImportLeavesNothingBehind)
{
    valueOf(m_contacts.put(phoneOf(5), u"IN"_s, {.name = u"Before"_s}, at(1)));
    ContactArrivals arrivals{m_workspace.database()};
    for (int number = 1; number <= 30'000; ++number)
        add(arrivals, number, u"New"_s);
    CancelToken cancel;

    const auto outcome = valueOf(arrivals.publish({.tags = {u"vip"_s}, .known = KnownContacts::Overwrite},
                                                  at(100), cancel, [&](qint64) { cancel.cancel(); }, {}));

    EXPECT_TRUE(outcome.wasCancelled);
    EXPECT_EQ(names(), (QStringList{u"Before"_s}));
    EXPECT_EQ(valueOf(firstInteger(m_workspace.database(), u"SELECT count(*) FROM contact"_s)), 1);
    EXPECT_EQ(valueOf(firstInteger(m_workspace.database(), u"SELECT count(*) FROM contact_tag"_s)), 0);
    EXPECT_EQ(valueOf(firstInteger(m_workspace.database(), u"SELECT count(*) FROM contact_arriving"_s)), 0);
    EXPECT_TRUE(valueOf(m_contacts.tags()).empty()) << "a tag that nobody has";
}

TEST_F(ContactArrivalsTest, whoTakesAnotherTagFromItsLastPersonMeanwhileTakesNoneFromTheImport)
{
    for (int number = 1; number <= 3; ++number)
        valueOf(m_contacts.put(phoneOf(number), u"IN"_s, {.addedTags = {u"old"_s}}, at(1)));
    const std::vector<ContactId> everybody = valueOf(m_contacts.keys({}, at(1)));
    ContactArrivals arrivals{m_workspace.database()};
    for (int number = 1; number <= 3; ++number)
        add(arrivals, number, u"Known"_s);
    const auto untagBeside = [&] {
        EXPECT_TRUE(m_contacts.untag(everybody, u"old"_s));
        return false;
    };

    valueOf(arrivals.publish({.tags = {u"new"_s}}, at(100), {}, {}, untagBeside));

    EXPECT_EQ(contact(1).tags, QStringList{u"new"_s});
    EXPECT_EQ(contact(3).tags, QStringList{u"new"_s});
}

// "While a list was coming in I added a customer by hand, and was told that they were not in the book any
// more."
TEST_F(ContactArrivalsTest, whoIsPutIntoTheBookByHandMeanwhileIsSeenAtOnceAndStays)
{
    Database &database = m_workspace.database();
    for (int number = 1; number <= 9; ++number)
        valueOf(m_contacts.put(phoneOf(number), u"IN"_s, {.name = u"Half"_s}, at(1)));
    valueOf(execute(database, u"INSERT INTO contact_arriving VALUES (1, 9)"_s));

    const Result<Contact> added = m_contacts.put(phoneOf(4), u"IN"_s, {.name = u"By hand"_s}, at(2));
    valueOf(m_contacts.optIn(phoneOf(9), {.at = at(2), .source = u"phone call"_s}, at(2)));

    ASSERT_TRUE(added);
    EXPECT_EQ(names(), (QStringList{u"By hand"_s, u"Half"_s}));
    EXPECT_EQ(valueOf(m_contacts.count()), 2);
    valueOf(ContactArrivals::settleUnfinished(database, {}));
    EXPECT_EQ(names(), (QStringList{u"By hand"_s, u"Half"_s}));
    EXPECT_TRUE(contact(9).optedInAt);
}

TEST_F(ContactArrivalsTest, whoeverCancelsAnImportThatIsWholeComesTooLate)
{
    constexpr int kPeople = 30'000;
    const auto import = [&](const QString &name, const CancelToken &cancel,
                            const ContactArrivals::IsSending &isSending) {
        ContactArrivals arrivals{m_workspace.database()};
        for (int number = 1; number <= kPeople; ++number)
            add(arrivals, number, name);
        return valueOf(arrivals.publish({.known = KnownContacts::Overwrite}, at(100), cancel, {}, isSending));
    };
    import(u"Old"_s, {}, {});
    const auto beside = m_workspace.secondConnection();
    CancelToken cancel;
    const auto cancelLate = [&] {
        if (valueOf(ContactArrivals::unfinished(*beside)) == ContactArrivals::Unfinished::Whole)
            cancel.cancel();
        return false;
    };

    const ContactArrivals::Outcome outcome = import(u"New"_s, cancel, cancelLate);

    EXPECT_TRUE(cancel.isCancelled());
    EXPECT_FALSE(outcome.wasCancelled);
    EXPECT_EQ(outcome.known, kPeople);
    EXPECT_EQ(valueOf(m_contacts.count({.search = u"New"_s}, at(100))), kPeople);
}

TEST_F(ContactArrivalsTest, whatADeadProcessLeftIsTakenBackButForThoseWhomOthersKnow)
{
    Database &database = m_workspace.database();
    for (int number = 1; number <= 500; ++number)
        valueOf(m_contacts.put(phoneOf(number), u"IN"_s, {.name = u"Half"_s}, at(1)));
    valueOf(execute(database, u"INSERT INTO contact_arriving VALUES (1, 500)"_s));
    valueOf(m_contacts.optOut(phoneOf(7), u"letter"_s, at(2)));
    EXPECT_EQ(valueOf(m_contacts.count()), 0);

    valueOf(ContactArrivals::settleUnfinished(database, {}));

    EXPECT_EQ(valueOf(m_contacts.count()), 1);
    EXPECT_TRUE(contact(7).isSuppressed);
}

TEST_F(ContactArrivalsTest, theFirstOfAnEmptyBookIsSeenAfterSomebodyWasErased)
{
    valueOf(
        execute(m_workspace.database(), u"INSERT INTO contact (id, phone, created_at) VALUES (-1, '', 0)"_s));
    ContactArrivals arrivals{m_workspace.database()};
    add(arrivals, 1, u"Ana"_s);
    add(arrivals, 2, u"Bea"_s);

    publish(arrivals);

    EXPECT_EQ(names(), (QStringList{u"Ana"_s, u"Bea"_s}));
}

TEST_F(ContactArrivalsTest, anImportThatWasWholeIsFinishedAfterTheDeathOfItsProgram)
{
    Database &database = m_workspace.database();
    valueOf(m_contacts.put(phoneOf(1), u"IN"_s, {.name = u"Old"_s}, at(1)));
    valueOf(execute(database, u"INSERT INTO tag (id, name) VALUES (3, 'vip')"_s));
    valueOf(execute(
        database,
        u"INSERT INTO contact_change VALUES (1, '%1', 'IN', 'New', '{}'), (2, '+15550001', 'US', 'Gone', '{}')"_s
            .arg(phoneOf(1).e164())));
    EXPECT_EQ(valueOf(ContactArrivals::unfinished(database)), ContactArrivals::Unfinished::Part);
    valueOf(execute(database,
                    u"INSERT INTO contact_change_terms VALUES ('overwrite', '[3,4]', 5, 'form', '', '')"_s));
    EXPECT_EQ(valueOf(ContactArrivals::unfinished(database)), ContactArrivals::Unfinished::Whole);

    valueOf(ContactArrivals::settleUnfinished(database, {}));

    EXPECT_EQ(contact(1).name, u"New"_s);
    EXPECT_EQ(contact(1).optInSource, u"form"_s);
    EXPECT_EQ(contact(1).tags, QStringList{u"vip"_s});
    EXPECT_EQ(valueOf(m_contacts.count()), 1); // whoever was deleted meanwhile stays so
    EXPECT_EQ(valueOf(ContactArrivals::unfinished(database)), ContactArrivals::Unfinished::Nothing);
}

TEST_F(ContactArrivalsTest, theSuppressionListIsReadWithThoseWhoWereErased)
{
    valueOf(m_contacts.optOut(phoneOf(1), u"letter"_s, at(1)));
    Database &database = m_workspace.database();
    valueOf(inTransaction(database, [&] { return ErasedNumbers{database}.add(phoneOf(2), at(1)); }));

    const SuppressionList list = valueOf(SuppressionList::read(database));

    EXPECT_TRUE(list.contains(phoneOf(1)));
    EXPECT_TRUE(list.contains(phoneOf(2)));
    EXPECT_FALSE(list.contains(phoneOf(3)));
}
