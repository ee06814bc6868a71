#include "simulator/webhookbody.h"

#include "simulator/accountprofile.h"
#include "simulator/deliveryplan.h"

#include <QCryptographicHash>
#include <QJsonDocument>

#include <gtest/gtest.h>

using Kind = PlannedEvent::Kind;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const AccountProfile kAccount{.phoneNumberId = u"111"_s, .wabaId = u"222"_s};
const SentMessage kMessage{.id = u"wamid.X"_s,
                           .waId = "919812340001",
                           .opaque = u"a1"_s,
                           .category = u"marketing"_s,
                           .acceptedAt = fromMilliseconds(1'795'000'000'000)};

QJsonObject statusIn(const QJsonObject &change)
{
    return change[u"value"][u"statuses"][0].toObject();
}

} // namespace

TEST(WebhookBodyTest, isWrittenInAscii)
{
    const PlannedEvent reply{.kind = Kind::TextReply, .text = u"è 🙂 1/2"_s, .hasContext = false};

    const QByteArray body = webhookBody({webhookChange(reply, kMessage, kAccount)}, kAccount);

    EXPECT_TRUE(body.contains(R"("body":"\u00e8 \ud83d\ude42 1\/2")")) << body.toStdString();
    EXPECT_TRUE(std::all_of(body.begin(), body.end(), [](char c) { return c > 0; }));
    EXPECT_EQ(
        QJsonDocument::fromJson(body)[u"entry"][0][u"changes"][0][u"value"][u"messages"][0][u"text"][u"body"]
            .toString(),
        u"è 🙂 1/2"_s);
}

TEST(WebhookBodyTest, isSignedWithHmacSha256)
{
    // RFC 4231, test case 2.
    EXPECT_EQ(bodySignature("what do ya want for nothing?", "Jefe"),
              "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
}

TEST(WebhookBodyTest, aStatusCarriesTextTimestampsTheOpaqueValueAndAPrice)
{
    const QJsonObject change =
        webhookChange({.kind = Kind::Delivered, .after = 2s, .hasPricing = true}, kMessage, kAccount);

    const QJsonObject status = statusIn(change);
    EXPECT_EQ(change[u"field"].toString(), u"messages"_s);
    EXPECT_EQ(change[u"value"][u"metadata"][u"phone_number_id"].toString(), u"111"_s);
    EXPECT_EQ(status[u"id"].toString(), u"wamid.X"_s);
    EXPECT_EQ(status[u"status"].toString(), u"delivered"_s);
    EXPECT_TRUE(status[u"timestamp"].isString());
    EXPECT_EQ(status[u"timestamp"].toString(), u"1795000002"_s);
    EXPECT_EQ(status[u"recipient_id"].toString(), u"919812340001"_s);
    EXPECT_EQ(status[u"biz_opaque_callback_data"].toString(), u"a1"_s);
    EXPECT_EQ(status[u"pricing"][u"category"].toString(), u"marketing"_s);
    EXPECT_EQ(status[u"pricing"][u"type"].toString(), u"regular"_s);
    EXPECT_TRUE(change[u"value"].toObject().contains(u"contacts"));
}

TEST(WebhookBodyTest, aFailureHasAnErrorAndNoContact)
{
    const QJsonObject change = webhookChange({.kind = Kind::Failed, .code = 131026}, kMessage, kAccount);

    const QJsonObject error = statusIn(change)[u"errors"][0].toObject();
    EXPECT_FALSE(change[u"value"].toObject().contains(u"contacts"));
    EXPECT_FALSE(statusIn(change).contains(u"recipient_user_id"));
    EXPECT_EQ(error[u"code"].toInt(), 131026);
    EXPECT_EQ(error[u"title"].toString(), u"Message undeliverable"_s);
    EXPECT_EQ(error[u"title"], error[u"message"]);
    EXPECT_FALSE(error[u"error_data"][u"details"].toString().isEmpty());
}

TEST(WebhookBodyTest, utilityInsideAnOpenWindowWasFreeUntilTheFirstOfOctober2026)
{
    SentMessage message = kMessage;
    message.category = u"utility"_s;
    message.hadOpenWindow = true;
    const PlannedEvent sent{.kind = Kind::Sent, .hasPricing = true};

    message.acceptedAt = fromDateTime(QDateTime::fromString(u"2026-09-30T23:59:59Z"_s, Qt::ISODate));
    EXPECT_EQ(statusIn(webhookChange(sent, message, kAccount))[u"pricing"][u"type"].toString(),
              u"free_customer_service"_s);
    message.acceptedAt = fromDateTime(QDateTime::fromString(u"2026-10-01T00:00:00Z"_s, Qt::ISODate));
    EXPECT_EQ(statusIn(webhookChange(sent, message, kAccount))[u"pricing"][u"type"].toString(), u"regular"_s);
    message.acceptedAt = fromDateTime(QDateTime::fromString(u"2026-09-30T23:59:59Z"_s, Qt::ISODate));
    message.hadOpenWindow = false;
    EXPECT_EQ(statusIn(webhookChange(sent, message, kAccount))[u"pricing"][u"type"].toString(), u"regular"_s);
}

TEST(WebhookBodyTest, aButtonReplyNamesTheMessageItAnswers)
{
    const QJsonObject change =
        webhookChange({.kind = Kind::ButtonReply, .text = u"Stop promotions"_s, .payload = u"STOP:1"_s},
                      kMessage, kAccount);

    const QJsonObject message = change[u"value"][u"messages"][0].toObject();
    EXPECT_EQ(message[u"type"].toString(), u"button"_s);
    EXPECT_EQ(message[u"button"][u"payload"].toString(), u"STOP:1"_s);
    EXPECT_EQ(message[u"context"][u"id"].toString(), u"wamid.X"_s);
    EXPECT_EQ(message[u"from"].toString(), u"919812340001"_s);
}

TEST(WebhookBodyTest, theNativeStopIsAPreferenceWithANumberForItsTime)
{
    const QJsonObject change = webhookChange({.kind = Kind::StopPreference}, kMessage, kAccount);

    const QJsonObject preference = change[u"value"][u"user_preferences"][0].toObject();
    EXPECT_EQ(change[u"field"].toString(), u"user_preferences"_s);
    EXPECT_EQ(preference[u"value"].toString(), u"stop"_s);
    EXPECT_TRUE(preference[u"timestamp"].isDouble());
}
