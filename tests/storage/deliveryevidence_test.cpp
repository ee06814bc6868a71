#include "storage/deliveryevidence.h"

#include "storage/accountstore.h"
#include "storage/campaignstore.h"
#include "storage/deliverystore.h"
#include "storage/sql.h"
#include "storage/sqlitesendledger.h"
#include "storage/temporaryworkspace.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace {

/// A campaign that began at second 10 and whose one message is wamid.own, and one of another number, with
/// wamid.other.
class DeliveryEvidenceTest : public ::testing::Test
{
protected:
    DeliveryEvidenceTest()
        : m_campaign{m_workspace.sendingWith(1)}
        , m_other{m_workspace.sendingWith(1)}
    {
        Account account;
        account.phoneNumberId = u"another"_s;
        account.wabaId = u"another"_s;
        const AccountId another = valueOf(AccountStore{m_workspace.database()}.put(account));
        valueOf(execute(m_workspace.database(), u"UPDATE campaign SET account_id = ? WHERE id = ?"_s,
                        {another.value, m_other.value}));
        valueOf(execute(m_workspace.database(), u"UPDATE campaign SET started_at = ?"_s,
                        {toMilliseconds(at(10))}));
        send(m_campaign, u"wamid.own"_s);
        send(m_other, u"wamid.other"_s);
    }

    void send(CampaignId campaign, const QString &messageId)
    {
        SqliteSendLedger ledger{m_workspace.database()};
        const Claim claim = valueOf(ledger.claim({campaign, 1, at(11), std::nullopt})).claims.front();
        valueOf(ledger.settle({accepted(claim, messageId, at(11))}));
    }

    void arrives(const QString &messageId, int second)
    {
        valueOf(DeliveryStore{m_workspace.database()}.apply(
            "{}", {statusEvent(messageId, DeliveryStatus::Sent, at(second))}, at(second)));
    }

    std::optional<UtcTime> since()
    {
        return valueOf(DeliveryEvidence{m_workspace.database()}.eventSince(m_workspace.campaign(m_campaign)));
    }

    TemporaryWorkspace m_workspace;
    CampaignId m_campaign;
    CampaignId m_other;
};

} // namespace

TEST_F(DeliveryEvidenceTest, anEventOfTheNumberTellsThatEventsArrive)
{
    EXPECT_EQ(since(), std::nullopt);

    arrives(u"wamid.own"_s, 20);

    EXPECT_EQ(since(), at(20));
    EXPECT_FALSE(isDeliveryUnknown(m_workspace.campaign(m_campaign), since()));
}

TEST_F(DeliveryEvidenceTest, thoseOfAnotherNumberOrOfNobodyTellNothing)
{
    arrives(u"wamid.other"_s, 20);
    arrives(u"wamid.nobodys"_s, 21);
    valueOf(DeliveryStore{
        m_workspace.database()
    }
                .apply("{}", {OtherEvent{u"account_alerts"_s, u"a warning"_s, at(22)}}, at(22)));

    EXPECT_EQ(since(), std::nullopt);
    EXPECT_TRUE(isDeliveryUnknown(m_workspace.campaign(m_campaign), since()));
}

TEST_F(DeliveryEvidenceTest, whatCameBeforeTheCampaignBeganTellsNothing)
{
    arrives(u"wamid.own"_s, 20);
    valueOf(execute(m_workspace.database(), u"UPDATE campaign SET started_at = ? WHERE id = ?"_s,
                    {toMilliseconds(at(30)), m_campaign.value}));

    EXPECT_EQ(since(), std::nullopt);
}
