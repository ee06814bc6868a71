#include "storage/contactstore.h"

#include "storage/campaignstore.h"
#include "storage/contactindex.h"
#include "storage/sql.h"
#include "storage/temporaryworkspace.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

namespace {

class ContactStoreTest : public ::testing::Test
{
protected:
    Contact put(int number, const ContactEdit &edit)
    {
        return valueOf(m_contacts.put(phoneOf(number), u"IN"_s, edit, at(number)));
    }
    Contact named(int number, const QString &name) { return put(number, {.name = name}); }

    QStringList names(const ContactQuery &query)
    {
        QStringList names;
        for (const Contact &contact : valueOf(m_contacts.rows(valueOf(m_contacts.keys(query, at(100))))))
            names << contact.name;
        return names;
    }
    QStringList found(const QString &search) { return names({.search = search}); }
    QStringList meeting(const QString &rule) { return names({.rule = valueOf(SegmentRule::fromText(rule))}); }

    void catchUp() { valueOf(ContactIndex{m_workspace.database()}.catchUp()); }
    qint64 behind() { return valueOf(ContactIndex{m_workspace.database()}.behind()); }

    TemporaryWorkspace m_workspace;
    ContactStore m_contacts{m_workspace.database()};
};

} // namespace

TEST_F(ContactStoreTest, anOptOutOfAnUnknownNumberIsKept)
{
    valueOf(m_contacts.optOut(phoneOf(7), u"letter"_s, at(1)));

    EXPECT_TRUE(valueOf(m_contacts.isSuppressed(phoneOf(7))));
    const auto contact = valueOf(m_contacts.find(phoneOf(7)));
    ASSERT_TRUE(contact);
    EXPECT_TRUE(contact->isSuppressed);
    EXPECT_EQ(contact->optOutSource, u"letter"_s);
    EXPECT_FALSE(valueOf(m_contacts.isSuppressed(phoneOf(8))));
    EXPECT_FALSE(valueOf(m_contacts.find(phoneOf(8))));
}

TEST_F(ContactStoreTest, anOptInLiftsAnEarlierOptOut)
{
    valueOf(m_contacts.optOut(phoneOf(7), u"letter"_s, at(1)));

    valueOf(m_contacts.optIn(phoneOf(7), {.at = at(2), .source = u"web form"_s}, at(2)));

    const auto contact = valueOf(m_contacts.find(phoneOf(7)));
    EXPECT_FALSE(contact->isSuppressed);
    EXPECT_EQ(contact->optedOutAt, std::nullopt);
    EXPECT_EQ(contact->optedInAt, at(2));
    EXPECT_EQ(contact->optInSource, u"web form"_s);
}

TEST_F(ContactStoreTest, contactsAreListedInPagesAndFound)
{
    m_workspace.draftWith(12);

    const auto first = valueOf(m_contacts.page({}, at(1), 10));
    const auto rest = valueOf(m_contacts.page({}, at(1), 10, first.back().id));

    EXPECT_THAT(first, SizeIs(10));
    EXPECT_THAT(rest, SizeIs(2));
    EXPECT_THAT(valueOf(m_contacts.page({.search = u"person 1"_s}, at(1), 0)), SizeIs(4));
    EXPECT_THAT(valueOf(m_contacts.page({.search = u"person 1"_s}, at(1), 3)), SizeIs(3));
    EXPECT_THAT(valueOf(m_contacts.page({.search = u"000000012"_s}, at(1), 0)), SizeIs(1));
    EXPECT_EQ(valueOf(m_contacts.count()), 12);
}

TEST_F(ContactStoreTest, aSearchFindsTheSameBeforeAndAfterTheIndexHasCaughtUp)
{
    named(1, u"José Álvarez"_s);
    named(2, u"Straße 7"_s);
    named(3, u"प्रिया शर्मा"_s);
    named(4, u"Bo"_s);
    const auto answers = [&] {
        return QList{found(u"jose"_s), found(u"ÁLV"_s),  found(u"STRAß"_s),      found(u"शर्मा"_s),
                     found(u"bo"_s),   found(u"\"os"_s), found(u"9000000003"_s), found(u"+91 90000"_s),
                     found(u"é á"_s),  found(u"e"_s),    found(u"%"_s)};
    };
    const auto before = answers();
    ASSERT_GT(behind(), 0);

    catchUp();

    EXPECT_EQ(behind(), 0);
    EXPECT_EQ(answers(), before);
    EXPECT_THAT(before[0], ElementsAre(u"José Álvarez"_s));
    EXPECT_THAT(before[1], ElementsAre(u"José Álvarez"_s));
    EXPECT_THAT(before[2], ElementsAre(u"Straße 7"_s));
    EXPECT_THAT(before[3], ElementsAre(u"प्रिया शर्मा"_s));
    EXPECT_THAT(before[4], ElementsAre(u"Bo"_s));
    EXPECT_THAT(before[5], IsEmpty());
    EXPECT_THAT(before[6], ElementsAre(u"प्रिया शर्मा"_s));
    EXPECT_THAT(before[7], SizeIs(4));
    EXPECT_THAT(before[8], ElementsAre(u"José Álvarez"_s));
    EXPECT_THAT(before[9], ElementsAre(u"José Álvarez"_s, u"Straße 7"_s));
    EXPECT_THAT(before[10], IsEmpty());
}

TEST_F(ContactStoreTest, aChangeIsFoundAtOnceAndTheOldNameNoMore)
{
    const Contact contact = named(1, u"Asha Rao"_s);
    put(2, {.name = u"Bela"_s, .attributes = {{u"City"_s, u"Pune"_s}}});
    catchUp();

    valueOf(m_contacts.edit(contact.id, {.name = u"Asha Iyer"_s, .attributes = {{u"City"_s, u"Pune"_s}}}));

    for (int round = 0; round < 2; ++round) {
        EXPECT_THAT(found(u"rao"_s), IsEmpty());
        EXPECT_THAT(found(u"iyer"_s), ElementsAre(u"Asha Iyer"_s));
        EXPECT_THAT(meeting(u"attr:City = pune"_s), ElementsAre(u"Asha Iyer"_s, u"Bela"_s));
        EXPECT_THAT(names({.order = ContactQuery::Order::Name}), ElementsAre(u"Asha Iyer"_s, u"Bela"_s));
        catchUp();
    }
}

TEST_F(ContactStoreTest, everyOrderIsTheSameBeforeWhileAndAfterTheIndexCatchesUp)
{
    named(5, u"émile"_s);
    named(3, u"Zoe"_s);
    named(4, u"adam"_s);
    const auto inEveryOrder = [&] {
        return QList{names({}), names({.isDescending = true}), names({.order = ContactQuery::Order::Phone}),
                     names({.order = ContactQuery::Order::Name}),
                     names({.order = ContactQuery::Order::Name, .isDescending = true})};
    };
    const auto before = inEveryOrder();
    catchUp();
    EXPECT_EQ(inEveryOrder(), before);
    EXPECT_THAT(before[0], ElementsAre(u"émile"_s, u"Zoe"_s, u"adam"_s));
    EXPECT_THAT(before[2], ElementsAre(u"Zoe"_s, u"adam"_s, u"émile"_s));
    EXPECT_THAT(before[3], ElementsAre(u"adam"_s, u"émile"_s, u"Zoe"_s));

    named(6, u"Bela"_s);
    EXPECT_THAT(names({.order = ContactQuery::Order::Name}),
                ElementsAre(u"adam"_s, u"Bela"_s, u"émile"_s, u"Zoe"_s));
}

TEST_F(ContactStoreTest, peopleAreOrderedByCountryAsItsNameIsReadAndThenByTheirOwn)
{
    const auto from = [&](int number, const QString &region, const QString &name) {
        return valueOf(m_contacts.put(phoneOf(number), region, {.name = name}, at(number)));
    };
    from(1, u"CH"_s, u"Urs"_s);
    from(2, u"DE"_s, u"Zoe"_s);
    from(3, {}, u"Nobody knows"_s);
    from(4, u"DE"_s, u"émile"_s);
    from(5, u"XK"_s, u"Not named"_s);
    ContactQuery query{
        .order = ContactQuery::Order::Country, .countries = {u"DE"_s, u"ES"_s, u"CH"_s}
    };

    for (int round = 0; round < 2; ++round) {
        query.isDescending = false;
        EXPECT_THAT(names(query),
                    ElementsAre(u"émile"_s, u"Zoe"_s, u"Urs"_s, u"Not named"_s, u"Nobody knows"_s));
        query.isDescending = true;
        EXPECT_THAT(names(query),
                    ElementsAre(u"Not named"_s, u"Urs"_s, u"émile"_s, u"Zoe"_s, u"Nobody knows"_s));
        catchUp();
    }

    valueOf(execute(m_workspace.database(), u"UPDATE contact SET region = 'CH' WHERE name = 'émile'"_s));
    query.isDescending = false;
    EXPECT_THAT(names(query), ElementsAre(u"Zoe"_s, u"émile"_s, u"Urs"_s, u"Not named"_s, u"Nobody knows"_s))
        << "somebody who has changed since";
    query.search = u"oe"_s;
    EXPECT_THAT(names(query), ElementsAre(u"Zoe"_s));
}

TEST_F(ContactStoreTest, peopleAreOrderedByTheirTagsAsTheCellReadsThem)
{
    put(1,
        {
            .name = u"Goa and vip"_s, .addedTags = {u"vip"_s, u"goa"_s}
    });
    put(2, {.name = u"None"_s});
    put(3, {.name = u"Goa"_s, .addedTags = {u"Goa"_s}});
    put(4, {.name = u"Vip"_s, .addedTags = {u"VIP"_s}});
    put(5,
        {
            .name = u"Goa, north and vip"_s, .addedTags = {u"vip"_s, u"north"_s, u"goa"_s}
    });
    put(6, {.name = u"Also goa"_s, .addedTags = {u"goa"_s}});
    ContactQuery query{.order = ContactQuery::Order::Tags};

    for (int round = 0; round < 2; ++round) {
        query.isDescending = false;
        EXPECT_THAT(names(query),
                    ElementsAre(u"Also goa"_s, u"Goa"_s, u"Goa, north and vip"_s, u"Goa and vip"_s, u"Vip"_s,
                                u"None"_s));
        query.isDescending = true;
        EXPECT_THAT(names(query),
                    ElementsAre(u"Vip"_s, u"Goa and vip"_s, u"Goa, north and vip"_s, u"Also goa"_s, u"Goa"_s,
                                u"None"_s));
        catchUp();
    }
}

TEST_F(ContactStoreTest, peopleAreOrderedByTheirConsent)
{
    for (const auto &[number, name] : {
             std::pair{1, u"Left"_s           },
             std::pair{2, u"Unknown"_s        },
             std::pair{3, u"Zoe agreed"_s     },
             std::pair{4, u"Agreed and left"_s},
             std::pair{5, u"Adam agreed"_s    }
    })
        named(number, name);
    for (const int number : {3, 4, 5})
        valueOf(m_contacts.optIn(phoneOf(number), {.at = at(1), .source = u"web form"_s}, at(1)));
    for (const int number : {1, 4})
        valueOf(m_contacts.optOut(phoneOf(number), u"letter"_s, at(2)));
    ContactQuery query{.order = ContactQuery::Order::Consent};

    for (int round = 0; round < 2; ++round) {
        query.isDescending = false;
        EXPECT_THAT(
            names(query),
            ElementsAre(u"Adam agreed"_s, u"Zoe agreed"_s, u"Unknown"_s, u"Agreed and left"_s, u"Left"_s));
        query.isDescending = true;
        EXPECT_THAT(
            names(query),
            ElementsAre(u"Agreed and left"_s, u"Left"_s, u"Unknown"_s, u"Adam agreed"_s, u"Zoe agreed"_s));
        catchUp();
    }
}

TEST_F(ContactStoreTest, anIdThatIsUsedAgainBringsNothingBack)
{
    const CampaignId draft = m_workspace.draftWith(3);
    catchUp();
    valueOf(CampaignStore{
        m_workspace.database()
    }
                .undoImport(draft, {{}, {{1}, {2}, {3}}}));
    ASSERT_EQ(valueOf(m_contacts.count()), 0);

    named(9, u"Newcomer"_s);

    for (int round = 0; round < 2; ++round) {
        EXPECT_THAT(found(u"person"_s), IsEmpty());
        EXPECT_THAT(found(u"comer"_s), ElementsAre(u"Newcomer"_s));
        EXPECT_THAT(names({.order = ContactQuery::Order::Name}), ElementsAre(u"Newcomer"_s));
        catchUp();
    }
    EXPECT_THAT(valueOf(m_workspace.database().integrityProblems()), IsEmpty());
}

TEST_F(ContactStoreTest, attributesAreComparedAsTextsNumbersAndDates)
{
    put(1,
        {
            .name = u"A"_s,
            .attributes = {{u"City"_s, u"Pune"_s}, {u"Visits"_s, u"9"_s}, {u"Born"_s, u"1990-05-01"_s}}
    });
    put(2,
        {
            .name = u"B"_s,
            .attributes = {
                           {u"City"_s, u"New Pune"_s}, {u"Visits"_s, u"10.5"_s}, {u"Born"_s, u"2001-01-31T08:30"_s}}
    });
    put(3,
        {
            .name = u"C"_s, .attributes = {{u"City"_s, u"007"_s}, {u"Visits"_s, u"many"_s}}
    });

    for (int round = 0; round < 2; ++round) {
        EXPECT_THAT(meeting(u"attr:City = PUNE"_s), ElementsAre(u"A"_s));
        EXPECT_THAT(meeting(u"attr:City contains pune"_s), ElementsAre(u"A"_s, u"B"_s));
        EXPECT_THAT(meeting(u"attr:City starts new"_s), ElementsAre(u"B"_s));
        EXPECT_THAT(meeting(u"attr:City > 1"_s), IsEmpty());
        EXPECT_THAT(meeting(u"attr:Visits > 9"_s), ElementsAre(u"B"_s));
        EXPECT_THAT(meeting(u"attr:Visits <= 9"_s), ElementsAre(u"A"_s));
        EXPECT_THAT(meeting(u"attr:Born before 2001-01-31"_s), ElementsAre(u"A"_s));
        EXPECT_THAT(meeting(u"attr:Born after 1990-05-01"_s), ElementsAre(u"B"_s));
        EXPECT_THAT(meeting(u"attr:Born after 2001-01-31"_s), IsEmpty()) << "a time of day is no later day";
        EXPECT_THAT(meeting(u"attr:Born before 2001-02-01"_s), ElementsAre(u"A"_s, u"B"_s));
        EXPECT_THAT(meeting(u"not attr:Born known"_s), ElementsAre(u"C"_s));
        EXPECT_THAT(meeting(u"attr:Height known"_s), IsEmpty());
        catchUp();
    }
    EXPECT_THAT(valueOf(m_contacts.attributes()),
                ElementsAre(Attribute{u"Born"_s, AttributeType::Date},
                            Attribute{u"City"_s, AttributeType::Text},
                            Attribute{u"Visits"_s, AttributeType::Text}));
}

TEST_F(ContactStoreTest, tagsAreCountedAndGoWithTheirLastContact)
{
    const Contact a = put(1,
                          {
                              .name = u"A"_s, .addedTags = {u"vip"_s, u"gold"_s}
    });
    const Contact b = put(2, {.name = u"B"_s, .addedTags = {u"VIP"_s}});

    EXPECT_THAT(b.tags, ElementsAre(u"vip"_s));
    EXPECT_THAT(a.tags, ElementsAre(u"gold"_s, u"vip"_s));
    EXPECT_THAT(valueOf(m_contacts.tags()), ElementsAre(TagCount{u"gold"_s, 1}, TagCount{u"vip"_s, 2}));
    EXPECT_EQ(valueOf(m_contacts.tag({a.id, b.id}, u"gold"_s)), 1);
    EXPECT_EQ(valueOf(m_contacts.untag({a.id, b.id}, u"vip"_s)), 2);
    EXPECT_THAT(valueOf(m_contacts.tags()), ElementsAre(TagCount{u"gold"_s, 2}));
    EXPECT_THAT(meeting(u"tag = GOLD"_s), ElementsAre(u"A"_s, u"B"_s));
}

TEST_F(ContactStoreTest, rulesAskForConsentCountryAndWhatBecameOfACampaign)
{
    const CampaignId campaign = m_workspace.sendingWith(4);
    CampaignStore campaigns{m_workspace.database()};
    const auto mark = [&](int number, const QString &status) {
        valueOf(execute(m_workspace.database(),
                        u"UPDATE recipient SET status = ? WHERE campaign_id = ? AND phone = ?"_s,
                        {status, campaign.value, phoneOf(number).e164()}));
        valueOf(m_contacts.put(phoneOf(number), {}, {.name = status}, at(1)));
    };
    mark(1, u"read"_s);
    mark(2, u"responded"_s);
    mark(3, u"failed"_s);
    mark(4, u"delivered"_s);
    valueOf(m_contacts.optIn(phoneOf(1), {.at = at(1), .source = u"form"_s}, at(1)));
    valueOf(m_contacts.optIn(phoneOf(2), {.at = at(1), .source = u"form"_s}, at(1)));
    valueOf(m_contacts.optOut(phoneOf(2), u"letter"_s, at(2)));
    const QString number = QString::number(campaign.value);

    for (int round = 0; round < 2; ++round) {
        EXPECT_THAT(meeting(u"read campaign "_s + number), ElementsAre(u"read"_s, u"responded"_s));
        EXPECT_THAT(meeting(u"read campaign %1 and not answered campaign %1"_s.arg(number)),
                    ElementsAre(u"read"_s));
        EXPECT_THAT(meeting(u"received campaign "_s + number),
                    ElementsAre(u"read"_s, u"responded"_s, u"delivered"_s));
        EXPECT_THAT(meeting(u"failed campaign "_s + number), ElementsAre(u"failed"_s));
        EXPECT_THAT(meeting(u"opted in"_s), ElementsAre(u"read"_s));
        EXPECT_THAT(meeting(u"opted out"_s), ElementsAre(u"responded"_s));
        EXPECT_THAT(meeting(u"not opted out and not opted in"_s), ElementsAre(u"failed"_s, u"delivered"_s));
        EXPECT_THAT(meeting(u"country = ES"_s), IsEmpty());
        EXPECT_THAT(meeting(u"not messaged"_s), SizeIs(4));
        EXPECT_THAT(meeting(u"first-seen within 1 days"_s), SizeIs(4));
        EXPECT_THAT(meeting(u"nobody"_s), IsEmpty());
        catchUp();
    }
}

TEST_F(ContactStoreTest, whatProvesAnOptInIsKept)
{
    const OptIn proof{
        .at = at(3), .source = u"Fair 2026"_s, .words = u"Yes, write to me"_s, .fileHash = u"ab12"_s};

    valueOf(m_contacts.optIn(phoneOf(1), proof, at(4)));

    const auto contact = valueOf(m_contacts.find(phoneOf(1)));
    ASSERT_TRUE(contact);
    EXPECT_EQ(contact->optedInAt, at(3));
    EXPECT_EQ(contact->optInWords, proof.words);
    EXPECT_EQ(contact->optInFile, proof.fileHash);
}

TEST_F(ContactStoreTest, countriesAreCountedTheSameBeforeAndAfterTheIndexCatchesUp)
{
    named(1, u"Asha"_s);
    named(2, u"Ravi"_s);
    const ContactId other =
        valueOf(m_contacts.put(*PhoneNumber::fromE164(u"+34600000001"_s), u"ES"_s, {}, at(3))).id;
    valueOf(m_contacts.put(*PhoneNumber::fromE164(u"+99900000001"_s), {}, {}, at(4)));
    const std::vector<CountryCount> expected{
        {u"ES"_s, 1},
        {u"IN"_s, 2}
    };

    EXPECT_EQ(valueOf(m_contacts.countries()), expected);
    catchUp();
    EXPECT_EQ(valueOf(m_contacts.countries()), expected);
    valueOf(m_contacts.edit(other, {.name = u"Lucía"_s}));
    EXPECT_EQ(valueOf(m_contacts.countries()), expected);
}

TEST_F(ContactStoreTest, severalPeopleOptOutAtOnceAndEachCountsOnce)
{
    const ContactId first = named(1, u"Asha"_s).id;
    const ContactId second = named(2, u"Ravi"_s).id;
    valueOf(m_contacts.optOut(phoneOf(2), u"letter"_s, at(3)));

    EXPECT_EQ(valueOf(m_contacts.optOut({first, second, {777}}, u"person"_s, at(4))), 1);

    EXPECT_TRUE(valueOf(m_contacts.isSuppressed(phoneOf(1))));
    EXPECT_EQ(valueOf(m_contacts.find(phoneOf(2)))->optOutSource, u"letter"_s);
}
