#include "storage/campaignstore.h"
#include "storage/recipientstore.h"
#include "storage/sqlitesendledger.h"
#include "storage/temporaryworkspace.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <iostream>

using namespace Qt::StringLiterals;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

namespace {

class RecipientStoreTest : public ::testing::Test
{
protected:
    std::vector<PhoneNumber> phonesOf(const std::vector<Recipient> &people)
    {
        std::vector<PhoneNumber> phones;
        for (const Recipient &person : people)
            phones.push_back(person.phone);
        return phones;
    }

    std::vector<PhoneNumber> found(const RecipientQuery &query)
    {
        return phonesOf(valueOf(m_recipients.page(query, 0, std::nullopt)));
    }

    TemporaryWorkspace m_workspace;
    CampaignStore m_campaigns{m_workspace.database()};
    RecipientStore m_recipients{m_workspace.database()};
};

} // namespace

TEST_F(RecipientStoreTest, pagesFollowEachOtherWithoutGaps)
{
    const CampaignId id = m_workspace.draftWith(5);
    m_workspace.draftWith(3); // another campaign is not mixed in

    const auto first = valueOf(m_recipients.page({.campaign = id}, 2, std::nullopt));
    const auto second = valueOf(m_recipients.page({.campaign = id}, 2, first.back().id));
    const auto third = valueOf(m_recipients.page({.campaign = id}, 2, second.back().id));
    const auto fourth = valueOf(m_recipients.page({.campaign = id}, 2, third.back().id));

    EXPECT_THAT(phonesOf(first), ElementsAre(phoneOf(1), phoneOf(2)));
    EXPECT_THAT(phonesOf(second), ElementsAre(phoneOf(3), phoneOf(4)));
    EXPECT_THAT(phonesOf(third), ElementsAre(phoneOf(5)));
    EXPECT_THAT(fourth, IsEmpty());
}

TEST_F(RecipientStoreTest, aStatusFiltersPagesKeysAndCounts)
{
    const CampaignId id = m_workspace.sendingWith(4);
    SqliteSendLedger ledger{m_workspace.database()};
    valueOf(ledger.claim({id, 2, at(5), std::nullopt}));
    const RecipientQuery query{.campaign = id, .status = RecipientStatus::Pending};

    EXPECT_THAT(found(query), ElementsAre(phoneOf(3), phoneOf(4)));
    EXPECT_THAT(valueOf(m_recipients.keys(query)), SizeIs(2));
    EXPECT_EQ(valueOf(m_recipients.count(query)), 2);
    EXPECT_EQ(valueOf(m_recipients.count({.campaign = id})), 4);
}

TEST_F(RecipientStoreTest, searchFindsPartsOfNumbersAndNames)
{
    const CampaignId id = m_workspace.draftWith(12);
    NewRecipient spanish = newPerson(13);
    spanish.phone = *PhoneNumber::fromE164(u"+34600111222");
    spanish.name = u"100% Ana_María"_s;
    valueOf(m_campaigns.addRecipients(id, {spanish}, at(1)));
    const auto search = [&](const QString &text) { return found({.campaign = id, .search = text}); };

    EXPECT_THAT(search(u"+34"_s), ElementsAre(spanish.phone));
    EXPECT_THAT(search(u"+34 600-111"_s), ElementsAre(spanish.phone));
    EXPECT_THAT(search(u"600111"_s), ElementsAre(spanish.phone));
    EXPECT_THAT(search(u"ana_"_s), ElementsAre(spanish.phone));
    EXPECT_THAT(search(u"100%"_s), ElementsAre(spanish.phone));
    EXPECT_THAT(search(u"PERSON 12"_s), ElementsAre(phoneOf(12)));
    EXPECT_THAT(search(u"nobody"_s), IsEmpty());
    EXPECT_THAT(search(u" "_s), SizeIs(13));
    EXPECT_EQ(valueOf(m_recipients.count({.campaign = id, .search = u"person 1"_s})), 4);
}

TEST_F(RecipientStoreTest, keysComeInTheOrderAskedForAndRowsFollowThem)
{
    const CampaignId id = m_workspace.draftWith(0);
    std::vector<NewRecipient> people{newPerson(3), newPerson(1), newPerson(2)};
    people[0].name = u"bela"_s;
    people[1].name = u"Carla"_s;
    people[2].name = u"Anna"_s;
    valueOf(m_campaigns.addRecipients(id, people, at(1)));
    const auto ordered = [&](RecipientQuery::Order order, bool isDescending) {
        const auto keys =
            valueOf(m_recipients.keys({.campaign = id, .order = order, .isDescending = isDescending}));
        return phonesOf(valueOf(m_recipients.rows(keys)));
    };

    EXPECT_THAT(ordered(RecipientQuery::Order::Added, false),
                ElementsAre(phoneOf(3), phoneOf(1), phoneOf(2)));
    EXPECT_THAT(ordered(RecipientQuery::Order::Added, true), ElementsAre(phoneOf(2), phoneOf(1), phoneOf(3)));
    EXPECT_THAT(ordered(RecipientQuery::Order::Phone, true), ElementsAre(phoneOf(3), phoneOf(2), phoneOf(1)));
    EXPECT_THAT(ordered(RecipientQuery::Order::Name, false), ElementsAre(phoneOf(2), phoneOf(3), phoneOf(1)));
}

TEST_F(RecipientStoreTest, rowsThatAreGoneAreLeftOut)
{
    const CampaignId id = m_workspace.draftWith(2);
    const auto keys = valueOf(m_recipients.keys({.campaign = id}));
    valueOf(m_campaigns.removeRecipients(id, {phoneOf(1)}));

    EXPECT_THAT(phonesOf(valueOf(m_recipients.rows(keys))), ElementsAre(phoneOf(2)));
    EXPECT_EQ(m_recipients.load(keys.front()).error().kind, ErrorKind::NotFound);
}

TEST_F(RecipientStoreTest, exportsReadEverybodyInOrderAndCanBeStopped)
{
    const CampaignId id = m_workspace.draftWith(20);
    std::vector<PhoneNumber> taken;
    const auto takeAll = [&](const Recipient &person) {
        taken.push_back(person.phone);
        return true;
    };

    EXPECT_EQ(valueOf(m_recipients.forEach({.campaign = id}, takeAll)), 20);
    EXPECT_EQ(taken.front(), phoneOf(1));
    EXPECT_EQ(taken.back(), phoneOf(20));

    CancelToken cancel;
    int seen = 0;
    const int stopped = valueOf(m_recipients.forEach(
        {.campaign = id},
        [&](const Recipient &) {
            if (++seen == 5)
                cancel.cancel();
            return true;
        },
        cancel));
    EXPECT_EQ(stopped, 5);
    EXPECT_EQ(valueOf(m_recipients.forEach({.campaign = id}, [](const Recipient &) { return false; })), 1);
}

TEST_F(RecipientStoreTest, aLargeCampaignIsQuickEnough)
{
    constexpr int kPeople = 20'000;
    const auto measured = [](const char *what, const auto &work) {
        const auto start = std::chrono::steady_clock::now();
        work();
        const auto time =
            std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start);
        std::cout << what << ": " << static_cast<double>(time.count()) / 1000 << " ms\n";
        return time;
    };
    SqliteSendLedger ledger{m_workspace.database()};
    CampaignId id;
    measured("add 20,000 people and start", [&] { id = m_workspace.sendingWith(kPeople); });
    measured("claim and settle 5,000 in groups of 100", [&] {
        for (int round = 0; round < 50; ++round) {
            const auto claims = valueOf(ledger.claim({id, 100, at(5), std::nullopt})).claims;
            std::vector<Settlement> settlements;
            for (const Claim &claim : claims)
                settlements.push_back(accepted(claim, u"wamid."_s + claim.attempt.value, at(6)));
            valueOf(ledger.settle(settlements));
        }
    });
    const auto claim = measured("claim 100", [&] { valueOf(ledger.claim({id, 100, at(7), std::nullopt})); });
    std::vector<RecipientId> keys;
    measured("keys of everybody", [&] { keys = valueOf(m_recipients.keys({.campaign = id})); });
    measured("page of 100 near the end", [&] {
        EXPECT_THAT(valueOf(m_recipients.page({.campaign = id}, 100, keys[kPeople - 101])), SizeIs(100));
    });
    measured("search for a name",
             [&] { EXPECT_EQ(found({.campaign = id, .search = u"n 19999"_s}).size(), 1u); });

    EXPECT_THAT(keys, SizeIs(kPeople));
    EXPECT_LT(claim, std::chrono::seconds{1});
    EXPECT_THAT(m_workspace.problems(), IsEmpty());
}
