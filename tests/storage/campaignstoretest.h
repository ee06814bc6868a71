#pragma once

#include "storage/campaignstore.h"
#include "storage/contactstore.h"
#include "storage/deliverystore.h"
#include "storage/recipientstore.h"
#include "storage/sql.h"
#include "storage/sqlitesendledger.h"
#include "storage/temporaryworkspace.h"

#include <gtest/gtest.h>

#include <vector>

/// Campaigns in a database of their own, with everything that people's histories are made with.
class CampaignStoreTest : public ::testing::Test
{
protected:
    std::vector<Claim> claim(CampaignId campaign, int count, int second = 10)
    {
        return valueOf(m_ledger.claim({campaign, count, at(second), std::nullopt})).claims;
    }

    /// Five people: sent, delivered, read, responded and failed.
    CampaignId variedCampaign()
    {
        const CampaignId campaign = m_workspace.sendingWith(5);
        int number = 0;
        for (const Claim &claimed : claim(campaign, 4))
            valueOf(m_ledger.settle({accepted(claimed, QStringLiteral("wamid.%1").arg(++number), at(11))}));
        const Claim last = claim(campaign, 1).front();
        valueOf(m_ledger.settle({refused(last, 131026, RecipientStatus::Failed, at(12))}));
        InboundMessageEvent answer;
        answer.messageId = QStringLiteral("in.1");
        answer.fromPhone = phoneOf(4).e164();
        answer.type = QStringLiteral("text");
        answer.text = QStringLiteral("Yes");
        answer.inReplyTo = QStringLiteral("wamid.4");
        answer.at = at(70);
        valueOf(
            m_deliveries.apply("{}",
                               {statusEvent(QStringLiteral("wamid.2"), DeliveryStatus::Delivered, at(20)),
                                statusEvent(QStringLiteral("wamid.3"), DeliveryStatus::Read, at(30)), answer},
                               at(80)));
        return campaign;
    }

    std::vector<PhoneNumber> phonesOf(CampaignId campaign)
    {
        std::vector<PhoneNumber> phones;
        for (const Recipient &person : m_workspace.people(campaign))
            phones.push_back(person.phone);
        return phones;
    }

    qint64 rowsOf(const QString &table)
    {
        return valueOf(firstInteger(m_workspace.database(), QStringLiteral("SELECT count(*) FROM ") + table));
    }

    TemporaryWorkspace m_workspace;
    CampaignStore m_campaigns{m_workspace.database()};
    ContactStore m_contacts{m_workspace.database()};
    RecipientStore m_recipients{m_workspace.database()};
    DeliveryStore m_deliveries{m_workspace.database()};
    SqliteSendLedger m_ledger{m_workspace.database()};
};
