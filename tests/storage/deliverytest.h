#pragma once

#include "storage/campaignstore.h"
#include "storage/contactstore.h"
#include "storage/deliverystore.h"
#include "storage/sql.h"
#include "storage/sqlitesendledger.h"
#include "storage/temporaryworkspace.h"

#include <gtest/gtest.h>

/// A workspace with campaigns that were sent, to which Meta tells what became of them and of their people.
class DeliveryTest : public ::testing::Test
{
protected:
    std::vector<Claim> claim(CampaignId campaign, int count, int second = 10)
    {
        return valueOf(m_ledger.claim({campaign, count, at(second), std::nullopt})).claims;
    }

    /// A campaign of people whose messages wamid.1, wamid.2, … were accepted at second 11.
    CampaignId sentTo(int people)
    {
        const CampaignId campaign = m_workspace.sendingWith(people);
        int number = 0;
        for (const Claim &claimed : claim(campaign, people))
            valueOf(m_ledger.settle({accepted(claimed, QStringLiteral("wamid.%1").arg(++number), at(11))}));
        return campaign;
    }

    AppliedEvent apply(const DeliveryEvent &event)
    {
        return valueOf(m_deliveries.apply("{}", {event}, at(1000))).front();
    }

    static InboundMessageEvent answer(const QString &id, int number, const QString &text, int second,
                                      const QString &inReplyTo = {})
    {
        InboundMessageEvent event;
        event.messageId = id;
        event.fromPhone = phoneOf(number).e164();
        event.type = QStringLiteral("text");
        event.text = text;
        event.inReplyTo = inReplyTo;
        event.at = at(second);
        return event;
    }

    static MessageStatusEvent failure(const QString &messageId, int code, int second)
    {
        MessageStatusEvent event = statusEvent(messageId, DeliveryStatus::Failed, at(second));
        event.errorCode = code;
        event.errorDetails = QStringLiteral("as Meta said");
        return event;
    }

    static PhoneNumber newPhoneOf(int number)
    {
        return *PhoneNumber::fromE164(QStringLiteral("+3469900000%1").arg(number));
    }

    static PersonChangeEvent movedFrom(int number, int second)
    {
        return {phoneOf(number).e164(), {}, newPhoneOf(number).e164(), {}, QStringLiteral("ES"), at(second)};
    }

    qint64 rowsOf(const QString &table)
    {
        return valueOf(firstInteger(m_workspace.database(), QStringLiteral("SELECT count(*) FROM ") + table));
    }

    Recipient person(CampaignId campaign, int number) { return m_workspace.person(campaign, number); }

    TemporaryWorkspace m_workspace;
    SqliteSendLedger m_ledger{m_workspace.database()};
    CampaignStore m_campaigns{m_workspace.database()};
    ContactStore m_contacts{m_workspace.database()};
    DeliveryStore m_deliveries{m_workspace.database()};
};
