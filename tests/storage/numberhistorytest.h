#pragma once

#include "storage/deliverytest.h"
#include "storage/erasure.h"

/// People who go from number to number, which others had before them or get after them.
class NumberHistoryTest : public DeliveryTest
{
protected:
    void put(int number) { valueOf(m_contacts.put(phoneOf(number), {}, {}, at(1))); }
    void moved(int from, int to, int second)
    {
        apply(PersonChangeEvent{phoneOf(from).e164(), {}, phoneOf(to).e164(), {}, {}, at(second)});
    }
    /// A contact leaves it for number two, and another one comes to it from number five.
    void numberOneChangesHands()
    {
        put(1);
        put(5);
        moved(1, 2, 100);
        moved(5, 1, 150);
    }
    void renamed(const QString &userId, int to, int second)
    {
        apply(PersonChangeEvent{{}, userId, to > 0 ? phoneOf(to).e164() : QString{}, {}, {}, at(second)});
    }
    void says(int number, bool isStop, int second)
    {
        apply(PreferenceEvent{phoneOf(number).e164(), {}, isStop, at(second)});
    }
    void hello(int number, const QString &userId, int second)
    {
        InboundMessageEvent event =
            answer(QStringLiteral("wamid.hello%1").arg(second), number, QStringLiteral("Hello"), second);
        event.fromUserId = userId;
        apply(event);
    }
    void isCalled(const QString &messageId, const QString &userId, int second)
    {
        MessageStatusEvent read = statusEvent(messageId, DeliveryStatus::Read, at(second));
        read.toUserId = userId;
        apply(read);
    }
    bool isSuppressed(int number) { return valueOf(m_contacts.isSuppressed(phoneOf(number))); }
    std::optional<Contact> contact(int number) { return valueOf(m_contacts.find(phoneOf(number))); }

    std::unique_ptr<Database> backUp()
    {
        const QString path = m_workspace.file(QStringLiteral("backup.db"));
        valueOf(m_workspace.database().copyTo(path));
        return valueOf(Database::open(path));
    }
    static qint64 rowsIn(Database &database, const QString &rows)
    {
        return valueOf(firstInteger(database, QStringLiteral("SELECT count(*) FROM ") + rows));
    }

    Erasure m_erasure{m_workspace.database()};
};

/// A workspace of its own, for what may be told in several orders: one person got a campaign as wamid.1.
struct SentToOne
{
    SentToOne()
    {
        SqliteSendLedger ledger{workspace.database()};
        const Claim claimed = valueOf(ledger.claim({campaign, 1, at(10), std::nullopt})).claims.front();
        valueOf(ledger.settle({accepted(claimed, QStringLiteral("wamid.1"), at(11))}));
    }

    void tell(const DeliveryEvent &event) { valueOf(deliveries.apply("{}", {event}, at(1000))); }

    TemporaryWorkspace workspace;
    DeliveryStore deliveries{workspace.database()};
    CampaignId campaign = workspace.sendingWith(1);
};
