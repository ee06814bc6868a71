#include "ownstatefolder.h"
#include "storage/sql.h"
#include "storage/sqlitesendledger.h"
#include "webhooks/webhookparser.h"
#include "workspace/deliveryintake.h"
#include "workspace/session.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <stdexcept>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// Meta tells things late, again and in any order. Whatever the order, the workspace must end the same.

namespace {

template <typename T>
T valueOf(Result<T> result)
{
    if (!result)
        throw std::runtime_error{result.error().message.toStdString() + result.error().detail.toStdString()};
    return std::move(*result);
}

constexpr qint64 kSentAt = 1'795'000'000; // seconds

PhoneNumber phoneOf(int number)
{
    return *PhoneNumber::fromE164(u"+9190000000%1"_s.arg(number, 2, 10, QChar{u'0'}));
}

UtcTime after(int seconds)
{
    return fromMilliseconds((kSentAt + seconds) * 1'000);
}

/// A workspace whose campaign was accepted for twelve people as wamid.1 to wamid.12; of wamid.11 and wamid.12
/// the answers were lost.
class World
{
public:
    World()
    {
        Account account;
        account.phoneNumberId = u"1"_s;
        account.wabaId = u"2"_s;
        account.apiBase = u"http://127.0.0.1:1"_s;
        account.graphVersion = u"v25.0"_s;
        Campaign campaign;
        campaign.accountId = valueOf(m_session->accounts().put(account));
        campaign.name = u"Summer"_s;
        const CampaignId id = valueOf(m_session->campaigns().create(campaign, after(-100)));
        std::vector<NewRecipient> people;
        for (int number = 1; number <= kPeople; ++number)
            people.push_back({phoneOf(number), u"IN"_s, {}, {}});
        valueOf(m_session->campaigns().addRecipients(id, people, after(-100)));
        valueOf(m_session->campaigns().send(id, MessageTemplate{.name = u"hello"_s, .body = u"Hello"_s},
                                            after(-50)));
        SqliteSendLedger ledger{m_session->database()};
        int number = 0;
        for (const Claim &claim : valueOf(ledger.claim({id, kPeople, after(0), std::nullopt})).claims) {
            ++number;
            m_attempts << claim.attempt.value;
            const bool isAnswered = number <= kAnswered;
            Settlement settlement{claim.attempt, claim.recipient, claim.campaign, {}, after(1), {}};
            if (isAnswered)
                settlement.outcome = Accepted{u"wamid.%1"_s.arg(number), {}, {}};
            else
                settlement.outcome = Unknown{};
            settlement.next = isAnswered ? RecipientStatus::Sent : RecipientStatus::Unconfirmed;
            valueOf(ledger.settle({settlement}));
        }
    }

    const QStringList &attempts() const { return m_attempts; }

    /// Every event of a body gets its verdict.
    void take(const QByteArray &body)
    {
        const std::vector<DeliveryEvent> events = valueOf(parseWebhook(body, after(10'000)));
        const std::vector<AppliedEvent> applied = valueOf(m_intake->take(body, events, after(10'000)));
        ASSERT_EQ(applied.size(), events.size());
        for (const AppliedEvent &event : applied)
            EXPECT_TRUE(event.applied || !event.why.isEmpty()) << body.constData();
    }

    /// Everything that people see and sending obeys; not in which order the events came.
    QStringList state()
    {
        return rowsOf(
                   u"id, phone, region, user_id, opted_in_at, opt_in_source, opted_out_at, opt_out_source"_s,
                   u"contact WHERE id > 0 ORDER BY id"_s)
            + rowsOf(u"id, contact_id, phone, status, attempts, message_id, sent_at, delivered_at, read_at, "
                     "responded_at, failed_at, error_code, error_message, error_details, response"_s,
                     u"recipient ORDER BY id"_s)
            + rowsOf(u"recipient_id, outcome, message_id, proven_at"_s, u"attempt ORDER BY id"_s)
            + rowsOf(u"pending, sending, sent, delivered, read, responded, failed, opted_out, skipped, "
                     "unconfirmed, reached_sent, reached_delivered, reached_read, reached_responded"_s,
                     u"campaign_counts"_s)
            + rowsOf(
                   u"minute, sent, delivered, read, responded, failed"_s,
                   u"campaign_minute WHERE sent + delivered + read + responded + failed <> 0 ORDER BY minute"_s)
            + rowsOf(u"phone, source, added_at"_s, u"suppression ORDER BY phone"_s)
            + rowsOf(u"phone, until"_s, u"marketing_hold ORDER BY phone"_s)
            + rowsOf(u"message_id, phone, user_id, type, text, at, campaign_id, is_opt_out"_s,
                     u"message ORDER BY message_id"_s)
            + rowsOf(u"state, reason_code"_s, u"campaign"_s)
            + rowsOf(u"messaging_limit, throughput_per_second"_s, u"account"_s);
    }

private:
    static constexpr int kPeople = 12;
    static constexpr int kAnswered = 10;

    QStringList rowsOf(const QString &columns, const QString &source)
    {
        QStringList rows;
        const Result<> read =
            forEachRow(m_session->database(), u"SELECT json_array(%1) FROM %2"_s.arg(columns, source), {},
                       [&](const Row &row) { rows << row.text(0); });
        if (!read)
            throw std::runtime_error{read.error().detail.toStdString()};
        return rows;
    }

    OwnStateFolder m_folder;
    SystemClock m_clock;
    Workspace m_workspace =
        valueOf(Workspace::create(m_folder.file(u"ws"_s), Workspace::Purpose::Real, m_clock));
    std::unique_ptr<Session> m_session = valueOf(Session::open(m_workspace, m_clock));
    std::unique_ptr<DeliveryIntake> m_intake = valueOf(DeliveryIntake::open(m_workspace, m_clock));
    QStringList m_attempts;
};

QByteArray inEnvelope(const QString &field, const QString &value)
{
    return uR"({"object":"whatsapp_business_account","entry":[{"id":"2","time":1795000900,"changes":[)"
           uR"({"field":"%1","value":%2}]}]})"_s.arg(field, value)
               .toUtf8();
}

QString waId(int number)
{
    return phoneOf(number).e164().mid(1);
}

QByteArray status(int number, const QString &word, int seconds, const QString &more = {})
{
    return inEnvelope(
        u"messages"_s,
        uR"({"statuses":[{"id":"wamid.%1","status":"%2","timestamp":"%3","recipient_id":"%4"%5}]})"_s
            .arg(number)
            .arg(word)
            .arg(kSentAt + seconds)
            .arg(waId(number), more));
}

QByteArray failure(int number, int code, int seconds)
{
    return status(number, u"failed"_s, seconds,
                  uR"(,"errors":[{"code":%1,"error_data":{"details":"as Meta said"}}])"_s.arg(code));
}

QByteArray message(const QString &id, const QString &from, int seconds, const QString &content)
{
    return inEnvelope(u"messages"_s,
                      uR"({"messages":[{"id":"%1",%2,"timestamp":"%3",%4}]})"_s.arg(id, from)
                          .arg(kSentAt + seconds)
                          .arg(content));
}

QString from(int number)
{
    return uR"("from":"%1")"_s.arg(waId(number));
}

QString text(const QString &words)
{
    return uR"("type":"text","text":{"body":"%1"})"_s.arg(words);
}

/// Of every kind that Meta has.
std::vector<QByteArray> bodies(const QStringList &attempts)
{
    const auto attemptOf = [&](int number) {
        return uR"(,"biz_opaque_callback_data":"%1")"_s.arg(attempts.at(number - 1));
    };
    const auto quoting = [](int number) { return uR"("context":{"id":"wamid.%1"},)"_s.arg(number); };
    return {
        status(1, u"sent"_s, 2),
        status(1, u"delivered"_s, 5),
        status(1, u"read"_s, 9),
        status(2, u"sent"_s, 2),
        status(2, u"read"_s, 4), // delivered is left out
        failure(3, 131026, 6),
        failure(4, 131049, 7),
        failure(5, 131050, 8), // stopped marketing
        status(6, u"delivered"_s, 5, uR"(,"recipient_user_id":"IN.6")"_s),
        message(u"in.1"_s, from(1), 20, quoting(1) + text(u"Yes"_s)),
        message(u"in.2"_s, from(1), 15, text(u"Earlier"_s)),
        message(u"in.3"_s, from(2), 20, text(u"STOP"_s)),
        message(u"in.4"_s, from(7), 21,
                uR"("type":"button","button":{"payload":"attempt:%1","text":"More"})"_s.arg(attempts.at(6))),
        message(u"in.5"_s, uR"("from_user_id":"IN.6")"_s, 22, text(u"unsubscribe"_s)), // before IN.6 is known
        inEnvelope(
            u"user_preferences"_s,
            uR"({"user_preferences":[{"wa_id":"%1","value":"stop","timestamp":%2}]})"_s.arg(waId(8)).arg(
                kSentAt + 30)),
        inEnvelope(u"user_preferences"_s,
                   uR"({"user_preferences":[{"wa_id":"34699000008","value":"resume","timestamp":%1}]})"_s.arg(
                       kSentAt + 40)),
        message(u"sys.2"_s, from(8), 35,
                uR"("type":"system","system":{"type":"user_changed_number","wa_id":"34699000008"})"_s),
        // A new number, and what is said under it.
        message(u"sys.1"_s, from(9), 50,
                uR"("type":"system","system":{"type":"user_changed_number","wa_id":"34699000009"})"_s),
        message(u"in.6"_s, uR"("from":"34699000009")"_s, 60, quoting(9) + text(u"It is me"_s)),
        // One who goes on twice, under other names too, and has said STOP where they were first.
        message(
            u"sys.3"_s, from(10) + uR"(,"from_user_id":"IN.10")"_s, 50,
            uR"("type":"system","system":{"type":"user_changed_number","wa_id":"34699000010","user_id":"ES.10"})"_s),
        message(u"sys.4"_s, uR"("from":"34699000010")"_s, 80,
                uR"("type":"system","system":{"type":"user_changed_number","wa_id":"393339999910"})"_s),
        message(u"sys.5"_s, uR"("from_user_id":"ES.10")"_s, 81,
                uR"("type":"system","system":{"type":"user_changed_user_id","user_id":"IT.10"})"_s),
        message(u"in.8"_s, from(10), 45, text(u"STOP"_s)),
        message(u"in.9"_s, uR"("from":"34699000010")"_s, 60, text(u"Hello"_s)),
        status(10, u"delivered"_s, 46, uR"(,"recipient_user_id":"IN.10")"_s),
        status(10, u"read"_s, 48, uR"(,"recipient_user_id":"IN.10")"_s),
        // Those whose answers were lost.
        status(11, u"sent"_s, 3, attemptOf(11)),
        status(11, u"delivered"_s, 4),
        message(u"in.7"_s, from(11), 70, quoting(11) + text(u"Got it"_s)),
        failure(12, 131026, 9)
            .replace("\"recipient_id\"",
                     "\"biz_opaque_callback_data\":\"" + attempts.at(11).toUtf8() + "\",\"recipient_id\""),
        inEnvelope(
            u"business_capability_update"_s,
            uR"({"max_daily_conversations_per_business":"TIER_2K","timestamp":%1})"_s.arg(kSentAt + 1)),
        inEnvelope(
            u"business_capability_update"_s,
            uR"({"max_daily_conversations_per_business":"TIER_10K","timestamp":%1})"_s.arg(kSentAt + 99)),
        inEnvelope(u"something_new"_s, uR"({"x":1})"_s),
    };
}

} // namespace

TEST(EventOrderTest, anyOrderAndTwiceEndsTheSame)
{
    QStringList expected;
    for (unsigned seed = 0; seed <= 10; ++seed) {
        World world;
        std::vector<QByteArray> order = bodies(world.attempts());
        if (seed > 0) {
            const std::vector<QByteArray> again = order;
            order.insert(order.end(), again.begin(), again.end());
            std::shuffle(order.begin(), order.end(), std::mt19937{seed});
        }
        for (const QByteArray &body : order)
            world.take(body);

        QStringList state = world.state();
        // Attempt ids are random.
        for (qsizetype i = 0; i < world.attempts().size(); ++i)
            state.replaceInStrings(world.attempts().at(i), u"attempt %1"_s.arg(i));
        if (seed == 0) {
            expected = state;
            continue;
        }
        for (qsizetype i = 0; i < std::max(state.size(), expected.size()); ++i)
            EXPECT_EQ(state.value(i).toStdString(), expected.value(i).toStdString()) << "seed " << seed;
    }
}
