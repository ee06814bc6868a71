#include "domain/phonenumber.h"
#include "support/fuzz.h"
#include "webhooks/webhookparser.h"

#include <gtest/gtest.h>

#include <QFile>

using namespace Qt::StringLiterals;

// Bodies as nobody at Meta wrote them: sound ones of every kind, broken in ways that a seed decides. Whatever
// comes, the parser ends soon, in events that make sense or in an error that says something. Run under the
// sanitizers by ./dev asan.

namespace {

const UtcTime kReceivedAt = fromMilliseconds(1'795'999'999'000);
const UtcTime kLatest = fromMilliseconds(4'102'444'800'000); // the year 2100

QList<QByteArray> bodies()
{
    QFile file{QStringLiteral(FANFARE_WEBHOOK_SAMPLES "/bodies.jsonl")};
    EXPECT_TRUE(file.open(QIODevice::ReadOnly));
    QList<QByteArray> lines = file.readAll().split('\n');
    lines.removeAll(QByteArray{});
    return lines;
}

void expectPhone(const QString &phone)
{
    EXPECT_TRUE(phone.isEmpty() || PhoneNumber::fromE164(phone)) << qPrintable(phone);
}

void expectTime(UtcTime at)
{
    EXPECT_GT(at, fromMilliseconds(0));
    EXPECT_LE(at, kLatest);
}

// What may be relied on of each kind of event.

void expectSense(const MessageStatusEvent &event)
{
    EXPECT_FALSE(event.messageId.isEmpty() && event.attemptId.isEmpty());
    EXPECT_FALSE(event.statusWord.isEmpty());
    expectPhone(event.toPhone);
    expectTime(event.at);
}

void expectSense(const InboundMessageEvent &event)
{
    EXPECT_FALSE(event.messageId.isEmpty());
    EXPECT_FALSE(event.type.isEmpty());
    expectPhone(event.fromPhone);
    expectTime(event.at);
}

void expectSense(const PreferenceEvent &event)
{
    EXPECT_FALSE(event.phone.isEmpty() && event.userId.isEmpty());
    expectPhone(event.phone);
    expectTime(event.at);
}

void expectSense(const TemplateEvent &event)
{
    EXPECT_FALSE(event.name.isEmpty());
    EXPECT_FALSE(event.language.isEmpty());
    expectTime(event.at);
}

void expectSense(const PersonChangeEvent &event)
{
    EXPECT_FALSE(event.oldPhone.isEmpty() && event.oldUserId.isEmpty());
    EXPECT_FALSE(event.newPhone.isEmpty() && event.newUserId.isEmpty());
    expectPhone(event.oldPhone);
    expectPhone(event.newPhone);
    expectTime(event.at);
}

void expectSense(const AccountEvent &event)
{
    EXPECT_FALSE(event.field.isEmpty());
    expectTime(event.at);
}

void expectSense(const OtherEvent &event)
{
    EXPECT_LE(event.summary.size(), 400);
    expectTime(event.at);
}

const QList<QByteArray> kWords{"{",
                               "}",
                               "[",
                               "]",
                               "[[[[[[[[",
                               "{\"a\":",
                               ",",
                               ":",
                               "null",
                               "true",
                               "-1",
                               "1e999",
                               "99999999999999999999",
                               "\"\"",
                               "\"\\u0000\"",
                               "\"\\ud83d\"",
                               "\"entry\":",
                               "\"changes\":",
                               "\"field\":\"messages\"",
                               "\"value\":",
                               "\"statuses\":[",
                               "\"messages\":[",
                               "\"contacts\":[",
                               "\"errors\":[",
                               "\"user_preferences\":[",
                               "\"type\":\"order\"",
                               "\"type\":\"edit\"",
                               "\"timestamp\":\"1795000100\"",
                               "\"wa_id\":\"393331234567\"",
                               "\"code\":131050"};

} // namespace

TEST(WebhookFuzzTest, everyBodyOfTheCollectionIsUnderstood)
{
    for (const QByteArray &body : bodies()) {
        const Result<std::vector<DeliveryEvent>> events = parseWebhook(body, kReceivedAt);

        ASSERT_TRUE(events) << body.constData();
        EXPECT_FALSE(events->empty()) << body.constData();
        for (const DeliveryEvent &event : *events)
            std::visit([](const auto &one) { expectSense(one); }, event);
    }
}

TEST(WebhookFuzzTest, whateverIsPostedIsEventsThatMakeSenseOrAnError)
{
    fuzz(bodies(), kWords, [](const QByteArray &body, Mutation &) {
        const Result<std::vector<DeliveryEvent>> events = parseWebhook(body, kReceivedAt);

        if (!events) {
            EXPECT_EQ(events.error().kind, ErrorKind::BadInput);
            EXPECT_FALSE(events.error().message.isEmpty());
            EXPECT_FALSE(events.error().code.isEmpty());
            return;
        }
        EXPECT_LE(events->size(), size_t(body.size()));
        for (const DeliveryEvent &event : *events)
            std::visit([](const auto &one) { expectSense(one); }, event);
    });
}
