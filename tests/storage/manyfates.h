#pragma once

#include "storage/campaignstore.h"
#include "storage/deliverystore.h"
#include "storage/sqlitesendledger.h"
#include "storage/temporaryworkspace.h"

#include <gtest/gtest.h>

#include <random>

/// Campaigns whose people met with every fate.
class ManyFatesTest : public ::testing::Test
{
protected:
    std::vector<Claim> claim(CampaignId id, int people, int seconds)
    {
        return valueOf(m_ledger.claim({id, people, at(seconds), std::nullopt})).claims;
    }

    void tell(const QString &messageId, DeliveryStatus status, UtcTime when, int code = 0)
    {
        MessageStatusEvent event = statusEvent(messageId, status, when);
        event.errorCode = code;
        event.pricingCategory = QStringLiteral("marketing");
        event.pricingType = QStringLiteral("regular");
        valueOf(m_deliveries.apply("{}", {event}, when));
    }

    void answer(const QString &messageId, const Claim &claimed, UtcTime when)
    {
        InboundMessageEvent event;
        event.messageId = QStringLiteral("in.") + messageId;
        event.fromPhone = claimed.to.e164();
        event.type = QStringLiteral("text");
        event.text = QStringLiteral("Yes, please");
        event.inReplyTo = messageId;
        event.at = when;
        valueOf(m_deliveries.apply("{}", {event}, when));
    }

    /// People with every fate, at random but the same each time.
    CampaignId campaignOf(int people, unsigned seed)
    {
        std::mt19937 random{seed};
        const auto below = [&](int limit) {
            return static_cast<int>(random() % static_cast<unsigned>(limit));
        };
        const CampaignId id = m_workspace.sendingWith(people);
        int number = 0;
        for (const Claim &claimed : claim(id, people - 3, 10)) { // three wait on
            const QString messageId = QStringLiteral("wamid.%1.%2").arg(seed).arg(++number);
            const UtcTime sent = at(11) + std::chrono::milliseconds{below(90'000)};
            const int fate = below(10);
            if (fate == 0) {
                valueOf(m_ledger.settle(
                    {refused(claimed, below(2) == 0 ? 131026 : 131049, RecipientStatus::Failed, sent)}));
                continue;
            }
            if (fate == 1) {
                valueOf(m_ledger.settle({unknown(claimed, sent)}));
                continue;
            }
            valueOf(m_ledger.settle({accepted(claimed, messageId, sent)}));
            if (fate == 2) {
                tell(messageId, DeliveryStatus::Failed, sent + std::chrono::seconds{2}, 131026);
                continue;
            }
            if (fate >= 4) // some are read and nobody told that they were delivered
                tell(messageId, DeliveryStatus::Delivered, sent + std::chrono::milliseconds{below(40'000)});
            if (fate >= 6 || fate == 3)
                tell(messageId, DeliveryStatus::Read, sent + std::chrono::seconds{60 + below(90'000)});
            if (fate >= 8)
                answer(messageId, claimed, sent + std::chrono::seconds{90'100 + below(90'000)});
        }
        return id;
    }

    TemporaryWorkspace m_workspace;
    SqliteSendLedger m_ledger{m_workspace.database()};
    DeliveryStore m_deliveries{m_workspace.database()};
    CampaignStore m_campaigns{m_workspace.database()};
};
