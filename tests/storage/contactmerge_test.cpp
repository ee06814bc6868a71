#include "storage/contactmerge.h"

#include "storage/campaignstore.h"
#include "storage/contactduplicates.h"
#include "storage/contactindex.h"
#include "storage/contactstore.h"
#include "storage/deliverystore.h"
#include "storage/erasure.h"
#include "storage/portfoliocount.h"
#include "storage/sql.h"
#include "storage/sqlitesendledger.h"
#include "storage/suppressionstore.h"
#include "storage/temporaryworkspace.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

namespace {

PhoneNumber number(const QString &e164)
{
    return PhoneNumber::fromE164(e164).value();
}

class ContactMergeTest : public ::testing::Test
{
protected:
    Contact add(const PhoneNumber &phone, const ContactEdit &edit = {})
    {
        return valueOf(m_contacts.put(phone, u"IN"_s, edit, at(0)));
    }
    MergeOutcome merge(int keep, const std::vector<int> &others)
    {
        std::vector<PhoneNumber> phones;
        for (const int other : others)
            phones.push_back(phoneOf(other));
        return valueOf(m_merge.merge(phoneOf(keep), phones, at(50)));
    }
    bool isSuppressed(int who) { return valueOf(m_contacts.isSuppressed(phoneOf(who))); }
    std::vector<QString> phonesIn(CampaignId campaign)
    {
        std::vector<QString> phones;
        for (const Recipient &person : m_workspace.people(campaign))
            phones.push_back(person.phone.e164());
        return phones;
    }
    CampaignId draftTo(const std::vector<int> &people)
    {
        const CampaignId draft = m_workspace.draftWith(0);
        std::vector<NewRecipient> recipients;
        for (const int person : people)
            recipients.push_back(newPerson(person));
        valueOf(m_campaigns.addRecipients(draft, recipients, at(1)));
        return draft;
    }
    std::vector<QString> claimable(CampaignId campaign)
    {
        SqliteSendLedger ledger{m_workspace.database()};
        std::vector<QString> phones;
        for (const Claim &claim : valueOf(ledger.claim({campaign, 10, at(60), std::nullopt})).claims)
            phones.push_back(claim.to.e164());
        return phones;
    }

    TemporaryWorkspace m_workspace;
    ContactStore m_contacts{m_workspace.database()};
    CampaignStore m_campaigns{m_workspace.database()};
    ContactMerge m_merge{m_workspace.database()};
};

} // namespace

TEST_F(ContactMergeTest, theKeptContactGetsWhatItLacks)
{
    add(phoneOf(1), {.attributes = {{u"City"_s, u"Pune"_s}}, .addedTags = {u"vip"_s}});
    add(phoneOf(2),
        {
            .name = u"Asha"_s,
            .attributes = {{u"City"_s, u"Goa"_s}, {u"E-mail"_s, u"asha@example.com"_s}},
            .addedTags = {u"gold"_s                    }
    });
    valueOf(m_contacts.optIn(phoneOf(2), {.at = at(3), .source = u"fair"_s, .words = u"Yes"_s}, at(3)));

    const MergeOutcome outcome = merge(1, {2});

    EXPECT_EQ(outcome.merged, 1);
    EXPECT_EQ(outcome.contact.phone, phoneOf(1));
    EXPECT_EQ(outcome.contact.name, u"Asha"_s);
    EXPECT_EQ(outcome.contact.attributes,
              (QMap<QString, QString>{
                  {u"City"_s,   u"Pune"_s            },
                  {u"E-mail"_s, u"asha@example.com"_s}
    }));
    EXPECT_EQ(outcome.contact.tags, (QStringList{u"gold"_s, u"vip"_s}));
    EXPECT_EQ(outcome.contact.optInSource, u"fair"_s);
    EXPECT_EQ(outcome.contact.optInWords, u"Yes"_s);
    EXPECT_EQ(valueOf(m_contacts.find(phoneOf(2))), std::nullopt);
    EXPECT_EQ(valueOf(m_contacts.count()), 1);
}

TEST_F(ContactMergeTest, anOptOutOfOneIsAnOptOutOfAll)
{
    for (const int first : {1, 4, 7}) {
        for (const int person : {first, first + 1, first + 2})
            add(phoneOf(person));
    }
    valueOf(m_contacts.optOut(phoneOf(2), u"letter"_s, at(9))); // of the other one
    valueOf(m_contacts.optOut(phoneOf(4), u"letter"_s, at(9))); // of the kept one
    valueOf(m_contacts.optIn(phoneOf(5), {.at = at(3), .source = u"fair"_s}, at(3)));

    const Contact afterOther = merge(1, {3, 2}).contact;
    const Contact afterKept = merge(4, {5, 6}).contact;
    const Contact afterNone = merge(7, {8, 9}).contact;

    EXPECT_TRUE(afterOther.isSuppressed);
    EXPECT_EQ(afterOther.optOutSource, u"letter"_s);
    EXPECT_EQ(afterOther.optedOutAt, at(9));
    EXPECT_TRUE(afterKept.isSuppressed);
    EXPECT_EQ(afterKept.optedInAt, std::nullopt) << "an opt-in does not come along where one opted out";
    EXPECT_FALSE(afterNone.isSuppressed);
    for (const int gone : {2, 3, 5, 6, 8, 9})
        EXPECT_TRUE(isSuppressed(gone)) << gone;
}

TEST_F(ContactMergeTest, aMergedNumberIsWrittenToByNoWayAtAll)
{
    const CampaignId earlier = m_workspace.sendingWith(2);
    merge(1, {2});

    const CampaignId draft = draftTo({2});

    EXPECT_THAT(phonesIn(draft), IsEmpty()) << "a file, a paste";
    EXPECT_THAT(phonesIn(valueOf(m_campaigns.duplicate(earlier, u"Again"_s, at(60)))),
                ElementsAre(phoneOf(1).e164()));
    EXPECT_THAT(claimable(earlier), ElementsAre(phoneOf(1).e164()));
}

TEST_F(ContactMergeTest, whatWaitsGoesToTheKeptNumberOnce)
{
    add(phoneOf(1));
    const CampaignId toBoth = m_workspace.sendingWith(2);
    const CampaignId toOther = draftTo({2, 3});
    const CampaignId bothInDraft = draftTo({1, 2});

    const MergeOutcome outcome = merge(1, {2});

    EXPECT_EQ(outcome.moved, 1);
    EXPECT_EQ(outcome.skipped, 2);
    EXPECT_THAT(phonesIn(toOther), ElementsAre(phoneOf(1).e164(), phoneOf(3).e164()));
    EXPECT_THAT(phonesIn(bothInDraft), ElementsAre(phoneOf(1).e164()));
    EXPECT_EQ(m_workspace.campaign(toBoth).counts.of(RecipientStatus::Skipped), 1);
    EXPECT_EQ(m_workspace.campaign(toBoth).counts.of(RecipientStatus::Pending), 1);
    EXPECT_EQ(m_workspace.campaign(bothInDraft).counts.total(), 1);
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
    EXPECT_THAT(valueOf(m_workspace.database().integrityProblems()), IsEmpty());
}

TEST_F(ContactMergeTest, whatWasSentStaysAsItWasAndCountsForTheKeptContact)
{
    const CampaignId campaign = m_workspace.sendingWith(3);
    SqliteSendLedger ledger{m_workspace.database()};
    const std::vector<Claim> claims = valueOf(ledger.claim({campaign, 3, at(2), std::nullopt})).claims;
    valueOf(ledger.settle({accepted(claims[0], u"wamid.1"_s, at(3)), accepted(claims[1], u"wamid.2"_s, at(4)),
                           unknown(claims[2], at(3))}));
    DeliveryStore deliveries{m_workspace.database()};
    valueOf(deliveries.apply("{}", {statusEvent(u"wamid.2"_s, DeliveryStatus::Read, at(5))}, at(5)));
    const ReachedCounts before = m_workspace.campaign(campaign).reached;

    const MergeOutcome outcome = merge(1, {2, 3});

    EXPECT_EQ(outcome.moved + outcome.skipped, 0);
    EXPECT_EQ(m_workspace.campaign(campaign).reached, before);
    EXPECT_THAT(phonesIn(campaign), ElementsAre(phoneOf(1).e164(), phoneOf(2).e164(), phoneOf(3).e164()));
    EXPECT_THAT(valueOf(m_contacts.history(outcome.contact.id)), SizeIs(3));
    const auto rule = valueOf(SegmentRule::fromText(u"read campaign %1"_s.arg(campaign.value)));
    EXPECT_EQ(valueOf(m_contacts.count({.rule = rule}, at(60))), 1);
    InboundMessageEvent answer;
    answer.messageId = u"wamid.in"_s;
    answer.fromPhone = phoneOf(2).e164();
    answer.type = u"text"_s;
    answer.text = u"Gladly"_s;
    answer.inReplyTo = u"wamid.2"_s;
    answer.at = at(56);
    valueOf(deliveries.apply("{ }", {statusEvent(u"wamid.1"_s, DeliveryStatus::Delivered, at(55)), answer},
                             at(56)));
    EXPECT_EQ(m_workspace.person(campaign, 2).progress.status, RecipientStatus::Responded);
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
    EXPECT_THAT(valueOf(m_workspace.database().integrityProblems()), IsEmpty());
}

TEST_F(ContactMergeTest, bothNumbersGoOnCountingAgainstTheMessagingLimit)
{
    const CampaignId campaign = m_workspace.sendingWith(2);
    SqliteSendLedger ledger{m_workspace.database()};
    const std::vector<Claim> claims = valueOf(ledger.claim({campaign, 2, at(2), std::nullopt})).claims;
    valueOf(
        ledger.settle({accepted(claims[0], u"wamid.1"_s, at(3)), accepted(claims[1], u"wamid.2"_s, at(4))}));
    const auto counted = [&] {
        return valueOf(firstInteger(m_workspace.database(),
                                    u"SELECT count(*) FROM messaged WHERE counted_at > 0"_s, {}));
    };
    const qint64 before = counted();

    merge(1, {2});

    EXPECT_EQ(counted(), before);
    const auto recent = valueOf(SegmentRule::fromText(u"messaged within 1 days"_s));
    EXPECT_EQ(valueOf(m_contacts.count({.rule = recent}, at(60))), 1);
}

TEST_F(ContactMergeTest, whoSaysStopFromTheOldNumberIsNotWrittenToAtTheNewOne)
{
    add(phoneOf(1));
    add(phoneOf(2));
    merge(1, {2});
    InboundMessageEvent stop;
    stop.messageId = u"wamid.in"_s;
    stop.fromPhone = phoneOf(2).e164();
    stop.type = u"text"_s;
    stop.text = u"STOP"_s;
    stop.at = at(70);

    valueOf(DeliveryStore{m_workspace.database()}.apply("{}", {stop}, at(70)));

    EXPECT_TRUE(isSuppressed(1));
    const Contact kept = valueOf(m_contacts.find(phoneOf(1))).value();
    EXPECT_EQ(kept.optOutSource, u"reply"_s);
    EXPECT_THAT(valueOf(m_contacts.history(kept.id)), SizeIs(1)) << "what they wrote is in the history";
}

TEST_F(ContactMergeTest, whatWhatsAppLiftsDoesNotOpenTheOldNumberAgain)
{
    add(phoneOf(1));
    add(phoneOf(2));
    PreferenceEvent preference;
    preference.phone = phoneOf(2).e164();
    preference.isStop = true;
    preference.at = at(10);
    DeliveryStore deliveries{m_workspace.database()};
    valueOf(deliveries.apply("{}", {preference}, at(10)));
    merge(1, {2});

    preference.isStop = false;
    preference.at = at(90);
    valueOf(deliveries.apply("{ }", {preference}, at(90)));

    EXPECT_TRUE(isSuppressed(2));
}

TEST_F(ContactMergeTest, anErasureTakesTheOldNumbersAlong)
{
    add(phoneOf(1));
    add(phoneOf(2));
    merge(1, {2});

    valueOf(Erasure{m_workspace.database()}.erase({phoneOf(1)}, at(90)));

    EXPECT_TRUE(isSuppressed(2)) << "by its hash";
    EXPECT_EQ(valueOf(firstInteger(m_workspace.database(), u"SELECT count(*) FROM merged_number"_s, {})), 0);
    EXPECT_EQ(valueOf(firstInteger(m_workspace.database(), u"SELECT count(*) FROM suppression"_s, {})), 0);
}

TEST_F(ContactMergeTest, aMergeTheOtherWayRoundOpensTheNumberThatIsKeptNow)
{
    add(phoneOf(1));
    add(phoneOf(2));
    merge(1, {2});
    add(phoneOf(2)); // it was the right one after all

    const MergeOutcome outcome = merge(2, {1});

    EXPECT_FALSE(outcome.contact.isSuppressed);
    EXPECT_FALSE(isSuppressed(2));
    EXPECT_TRUE(isSuppressed(1));
}

TEST_F(ContactMergeTest, whoIsNotThereOrGivenTwiceIsRefusedAndNothingChanges)
{
    add(phoneOf(1));
    add(phoneOf(2), {.name = u"B"_s});

    EXPECT_EQ(m_merge.merge(phoneOf(1), {phoneOf(2), phoneOf(3)}, at(5)).error().code, u"no_contact"_s);
    EXPECT_EQ(m_merge.merge(phoneOf(1), {phoneOf(1)}, at(5)).error().code, u"same_contact"_s);
    EXPECT_EQ(m_merge.merge(phoneOf(1), {phoneOf(2), phoneOf(2)}, at(5)).error().code, u"same_contact"_s);

    EXPECT_EQ(valueOf(m_contacts.find(phoneOf(2)))->name, u"B"_s);
    EXPECT_FALSE(isSuppressed(2));
}

TEST_F(ContactMergeTest, duplicatesAreFoundByUserIdNumberAndNameWithAddress)
{
    add(number(u"+5215512345678"_s), {.name = u"Ines"_s});
    add(number(u"+525512345678"_s), {.name = u"Inés G."_s});
    add(number(u"+541123456789"_s));
    add(number(u"+5491123456789"_s));
    add(number(u"+551187654321"_s));
    add(number(u"+5511987654321"_s));
    add(phoneOf(1), {.name = u"José  Pérez"_s, .attributes = {{u"Mail"_s, u"JP@example.com"_s}}});
    add(phoneOf(2), {.name = u"jose pérez"_s, .attributes = {{u"E-mail"_s, u"jp@example.com "_s}}});
    add(phoneOf(3), {.name = u"Josefa"_s, .attributes = {{u"Mail"_s, u"jp@example.com"_s}}});
    add(phoneOf(4), {.name = u"José Pérez"_s, .attributes = {{u"City"_s, u"Lima"_s}}});
    for (const int same : {5, 6}) {
        const Contact contact = add(phoneOf(same));
        valueOf(execute(m_workspace.database(), u"UPDATE contact SET user_id = 'IN.1' WHERE id = ?"_s,
                        {contact.id.value}));
    }

    const std::vector<DuplicateGroup> groups = valueOf(findDuplicates(m_workspace.database()));

    std::vector<QString> found;
    for (const DuplicateGroup &group : groups) {
        QStringList words;
        for (const Contact &contact : group.contacts)
            words << contact.phone.e164();
        for (const DuplicateReason reason : group.reasons)
            words << toWord(reason);
        found.push_back(words.join(u' '));
    }
    EXPECT_THAT(found,
                ElementsAre(u"+525512345678 +5215512345678 same_number"_s,
                            u"+5491123456789 +541123456789 same_number"_s,
                            u"+5511987654321 +551187654321 same_number"_s,
                            phoneOf(1).e164() + u' ' + phoneOf(2).e164() + u" same_name_and_email"_s,
                            phoneOf(5).e164() + u' ' + phoneOf(6).e164() + u" same_user_id"_s));
}

TEST(SuppressionStoreTest, whatAPersonPutThereComesOffAndWhatThePeopleAskedForDoesNot)
{
    TemporaryWorkspace workspace;
    ContactStore contacts{workspace.database()};
    SuppressionStore list{workspace.database()};
    EXPECT_TRUE(valueOf(list.add(phoneOf(1), u"complaint"_s, at(1))));
    EXPECT_FALSE(valueOf(list.add(phoneOf(1), u"again"_s, at(2))));
    valueOf(contacts.optOut(phoneOf(2), u"reply"_s, at(2)));
    valueOf(Erasure{workspace.database()}.erase({phoneOf(3)}, at(3)));

    EXPECT_THAT(valueOf(list.page(0)), SizeIs(2));
    EXPECT_THAT(valueOf(list.page(1)), ElementsAre(SuppressedNumber{phoneOf(1), {}, u"complaint"_s, at(2)}));
    EXPECT_THAT(valueOf(list.page(1, phoneOf(1).e164())),
                ElementsAre(SuppressedNumber{phoneOf(2), {}, u"reply"_s, at(2)}));
    EXPECT_EQ(valueOf(list.erasedPeople()), 1);
    EXPECT_EQ(valueOf(contacts.find(phoneOf(1))), std::nullopt) << "a list of numbers makes no contacts";
    valueOf(list.remove(phoneOf(1)));
    EXPECT_FALSE(valueOf(contacts.isSuppressed(phoneOf(1))));
    EXPECT_EQ(list.remove(phoneOf(1)).error().code, u"not_suppressed"_s);
    EXPECT_EQ(list.remove(phoneOf(2)).error().code, u"person_opted_out"_s);
    EXPECT_EQ(list.remove(phoneOf(3)).error().code, u"erased"_s);
    EXPECT_FALSE(valueOf(list.add(phoneOf(3), u"x"_s, at(4)))) << "a hash is all that is kept";
}

// "I opted her out, she wrote STOP in the same second, and I undid mine."
TEST(SuppressionStoreTest, whatThePeopleAskForThemselvesWeighsMoreThanOurOwnNote)
{
    TemporaryWorkspace workspace;
    ContactStore contacts{workspace.database()};
    SuppressionStore list{workspace.database()};
    valueOf(contacts.optOut(phoneOf(1), u"person"_s, at(10)));
    valueOf(contacts.optOut(phoneOf(1), u"reply"_s, at(8)));

    EXPECT_EQ(list.remove(phoneOf(1)).error().code, u"person_opted_out"_s);
    EXPECT_TRUE(valueOf(contacts.isSuppressed(phoneOf(1))));
}
