#include "webhooks/webhookparser.h"

#include <QStringList>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace {

const UtcTime kReceivedAt = fromMilliseconds(1'795'999'999'000);

/// The events of one change of the field `messages`.
std::vector<DeliveryEvent> eventsIn(const QByteArray &value, const QByteArray &field = "messages")
{
    const Result<std::vector<DeliveryEvent>> events =
        parseWebhook(R"({"object":"whatsapp_business_account","entry":[{"id":"222","changes":[{"field":")"
                         + field + R"(","value":)" + value + "}]}]}",
                     kReceivedAt);
    EXPECT_TRUE(events);
    return events ? *events : std::vector<DeliveryEvent>{};
}

/// The only event, of type T.
template <typename T>
T onlyEventIn(const QByteArray &value, const QByteArray &field = "messages")
{
    const std::vector<DeliveryEvent> events = eventsIn(value, field);
    EXPECT_EQ(events.size(), 1u);
    if (events.size() != 1 || !std::holds_alternative<T>(events.front())) {
        ADD_FAILURE() << "another event than expected";
        return {};
    }
    return std::get<T>(events.front());
}

/// An inbound message of this type and content from +393331234567.
InboundMessageEvent inbound(const QByteArray &type, const QByteArray &content)
{
    return onlyEventIn<InboundMessageEvent>(
        R"({"contacts":[{"profile":{"name":"Anna"},"wa_id":"393331234567","user_id":"IT.8842"}],)"
        R"("messages":[{"from":"393331234567","from_user_id":"IT.8842","id":"wamid.Y",)"
        R"("timestamp":"1795000500","type":")"
        + type + R"(",")" + type + R"(":)" + content + "}]}");
}

} // namespace

TEST(WebhookParserTest, readsAStatusWithItsAttemptAndPrice)
{
    const auto event = onlyEventIn<MessageStatusEvent>(R"({"messaging_product":"whatsapp",
        "metadata":{"display_phone_number":"390200000","phone_number_id":"111"},
        "contacts":[{"profile":{"name":"Anna"},"wa_id":"393331234567","user_id":"IT.8842"}],
        "statuses":[{"id":"wamid.X","status":"sent","timestamp":"1795000100","recipient_id":"393331234567",
        "biz_opaque_callback_data":"0123abcd",
        "pricing":{"billable":true,"pricing_model":"PMP","type":"regular","category":"marketing"}}]})");

    EXPECT_EQ(event.messageId, u"wamid.X"_s);
    EXPECT_EQ(event.attemptId, u"0123abcd"_s);
    EXPECT_EQ(event.statusWord, u"sent"_s);
    EXPECT_EQ(event.status, DeliveryStatus::Sent);
    EXPECT_EQ(toMilliseconds(event.at), 1'795'000'100'000);
    EXPECT_EQ(event.errorCode, 0);
    EXPECT_EQ(event.pricingCategory, u"marketing"_s);
    EXPECT_EQ(event.pricingType, u"regular"_s);
}

TEST(WebhookParserTest, readsAFailureWithItsCodeAndDetails)
{
    const auto event = onlyEventIn<MessageStatusEvent>(R"({"statuses":[{"id":"wamid.X","status":"failed",
        "timestamp":"1795000101","errors":[{"code":131049,"title":"t","message":"m",
        "error_data":{"details":"why"},"href":"h"}]}]})");

    EXPECT_EQ(event.status, DeliveryStatus::Failed);
    EXPECT_EQ(event.errorCode, 131049);
    EXPECT_EQ(event.errorDetails, u"why"_s);
}

TEST(WebhookParserTest, aFailureWithoutDetailsTellsTheTitle)
{
    const auto event = onlyEventIn<MessageStatusEvent>(
        R"({"statuses":[{"id":"wamid.X","status":"failed","errors":[{"code":"131026","title":"Undeliverable"}]}]})");

    EXPECT_EQ(event.errorCode, 131026);
    EXPECT_EQ(event.errorDetails, u"Undeliverable"_s);
}

TEST(WebhookParserTest, playedIsReadAndUnknownWordsAreKept)
{
    const std::vector<DeliveryEvent> events = eventsIn(R"({"statuses":[
        {"id":"1","status":"delivered"},{"id":"2","status":"read"},{"id":"3","status":"played"},
        {"id":"4","status":"deleted"},{"id":"5","status":"WARNING"}]})");

    ASSERT_EQ(events.size(), 5u);
    const auto status = [&](size_t i) { return std::get<MessageStatusEvent>(events[i]).status; };
    EXPECT_EQ(status(0), DeliveryStatus::Delivered);
    EXPECT_EQ(status(1), DeliveryStatus::Read);
    EXPECT_EQ(status(2), DeliveryStatus::Read);
    EXPECT_EQ(status(3), std::nullopt);
    EXPECT_EQ(status(4), std::nullopt);
    EXPECT_EQ(std::get<MessageStatusEvent>(events[4]).statusWord, u"warning"_s);
}

TEST(WebhookParserTest, timesMayBeTextNumbersMillisecondsOrMissing)
{
    const std::vector<DeliveryEvent> events = eventsIn(R"({"statuses":[
        {"id":"1","status":"sent","timestamp":"1795000100"},{"id":"2","status":"sent","timestamp":1795000100},
        {"id":"3","status":"sent","timestamp":"1795000100000"},{"id":"4","status":"sent"},
        {"id":"5","status":"sent","timestamp":"soon"},{"id":"6","status":"sent","timestamp":-1},
        {"id":"7","status":"sent","timestamp":1e300},{"id":"8","status":"sent","timestamp":"0.7"}]})");

    ASSERT_EQ(events.size(), 8u);
    for (size_t i = 0; i < 3; ++i)
        EXPECT_EQ(toMilliseconds(std::get<MessageStatusEvent>(events[i]).at), 1'795'000'100'000) << i;
    for (size_t i = 3; i < 8; ++i)
        EXPECT_EQ(std::get<MessageStatusEvent>(events[i]).at, kReceivedAt) << i;
}

TEST(WebhookParserTest, allEntriesChangesAndStatusesAreRead)
{
    const Result<std::vector<DeliveryEvent>> events = parseWebhook(R"({"entry":[
        {"changes":[{"field":"messages","value":{"statuses":[{"id":"1","status":"sent"},
                                                             {"id":"2","status":"sent"}]}},
                    {"field":"messages","value":{"statuses":[{"id":"3","status":"sent"}]}}]},
        {"time":1795000000,"changes":[{"field":"messages","value":{"statuses":[{"id":"4","status":"sent"}]}}]}]})",
                                                                   kReceivedAt);

    ASSERT_TRUE(events);
    QStringList ids;
    for (const DeliveryEvent &event : *events)
        ids << std::get<MessageStatusEvent>(event).messageId;
    EXPECT_EQ(ids, (QStringList{u"1"_s, u"2"_s, u"3"_s, u"4"_s}));
    EXPECT_EQ(toMilliseconds(std::get<MessageStatusEvent>(events->back()).at), 1'795'000'000'000);
}

TEST(WebhookParserTest, readsATextMessage)
{
    const InboundMessageEvent event = inbound("text", R"({"body":"Ciao \u00e8 bello"})");

    EXPECT_EQ(event.messageId, u"wamid.Y"_s);
    EXPECT_EQ(event.fromPhone, u"+393331234567"_s);
    EXPECT_EQ(event.fromUserId, u"IT.8842"_s);
    EXPECT_EQ(event.profileName, u"Anna"_s);
    EXPECT_EQ(event.type, u"text"_s);
    EXPECT_EQ(event.text, u"Ciao è bello"_s);
    EXPECT_EQ(toMilliseconds(event.at), 1'795'000'500'000);
}

TEST(WebhookParserTest, aTappedButtonTellsItsPayloadAndWhatItAnswers)
{
    const auto event = onlyEventIn<InboundMessageEvent>(R"({"messages":[{"context":{"from":"390200000",
        "id":"wamid.X"},"from":"393331234567","id":"wamid.Y","timestamp":"1795000500","type":"button",
        "button":{"payload":"attempt:0123abcd","text":"Stop promozioni"}}]})");

    EXPECT_EQ(event.text, u"Stop promozioni"_s);
    EXPECT_EQ(event.payload, u"attempt:0123abcd"_s);
    EXPECT_EQ(event.inReplyTo, u"wamid.X"_s);
}

TEST(WebhookParserTest, showsWhatAPersonWouldSeeOfEachType)
{
    EXPECT_EQ(
        inbound("interactive", R"({"type":"button_reply","button_reply":{"id":"yes","title":"Yes"}})").text,
        u"Yes"_s);
    EXPECT_EQ(inbound("interactive", R"({"list_reply":{"id":"r1","title":"Row"}})").payload, u"r1"_s);
    EXPECT_EQ(
        inbound("interactive", R"({"nfm_reply":{"name":"flow","body":"Sent","response_json":"{}"}})").text,
        u"Sent"_s);
    EXPECT_EQ(inbound("image", R"({"id":"1","caption":"Look"})").text, u"Look"_s);
    EXPECT_EQ(inbound("document", R"({"id":"1","filename":"a.pdf"})").text, u"a.pdf"_s);
    EXPECT_EQ(inbound("sticker", R"({"id":"1"})").text, QString{});
    EXPECT_EQ(inbound("location", R"({"latitude":45.4,"longitude":9.1,"name":"Shop"})").text, u"Shop"_s);
    EXPECT_EQ(inbound("location", R"({"latitude":45.4,"longitude":9.1})").text, u"45.4, 9.1"_s);
    EXPECT_EQ(inbound("contacts", R"([{"name":{"formatted_name":"Bo"},"phones":[{"phone":"+46 70"}]}])").text,
              u"Bo, +46 70"_s);
    EXPECT_EQ(inbound("order", R"({"catalog_id":"C","product_items":[
        {"product_retailer_id":"SKU1","quantity":2,"item_price":49.9}]})")
                  .text,
              u"2 × SKU1"_s);
    EXPECT_EQ(inbound("unsupported", R"({"type":"poll_creation"})").type, u"unsupported"_s);
    EXPECT_EQ(inbound("hologram", R"({"body":"?"})").text, u"?"_s);
}

TEST(WebhookParserTest, anOrderTellsWhatWasOrderedForWhichPriceBesideItsWords)
{
    const InboundMessageEvent order =
        inbound("order", R"({"catalog_id":"C","text":"please gift wrap","product_items":[
        {"product_retailer_id":"SKU1","quantity":2,"item_price":49.9,"currency":"EUR"},
        {"product_retailer_id":"SKU2","quantity":1,"item_price":1200,"currency":"EUR"}]})");

    EXPECT_EQ(order.text, u"please gift wrap"_s);
    EXPECT_EQ(order.payload, u"2 × SKU1, 49.9 EUR\n1 × SKU2, 1200 EUR"_s);
}

TEST(WebhookParserTest, aPlaceKeepsItsCoordinatesAndACardAllItsNumbers)
{
    EXPECT_EQ(inbound("location", R"({"latitude":45.464211,"longitude":9.191383,"name":"Shop"})").payload,
              u"45.464211, 9.191383"_s);
    EXPECT_EQ(inbound("contacts",
                      R"([{"name":{"formatted_name":"Bo"},"phones":[{"phone":"+46 70"},{"phone":"+46 8"}]}])")
                  .text,
              u"Bo, +46 70, +46 8"_s);
}

TEST(WebhookParserTest, anEditedMessageReadsAsItDoesNow)
{
    EXPECT_EQ(inbound("edit", R"({"original_message_id":"wamid.X","message":{"type":"text",
        "text":{"body":"STOP"}}})")
                  .text,
              u"STOP"_s);
    EXPECT_TRUE(inbound("edit", R"({"message":{"type":"edit","edit":{}}})").text.isEmpty());
}

TEST(WebhookParserTest, aReactionAnswersTheMessageItIsFor)
{
    const InboundMessageEvent event =
        inbound("reaction", R"({"message_id":"wamid.X","emoji":"\ud83d\udc4d"})");

    EXPECT_EQ(event.text, u"👍"_s);
    EXPECT_EQ(event.inReplyTo, u"wamid.X"_s);
}

TEST(WebhookParserTest, aWithheldNumberLeavesTheUserId)
{
    const auto event = onlyEventIn<InboundMessageEvent>(
        R"({"contacts":[{"profile":{"name":"Anna"},"user_id":"IT.8842"}],
        "messages":[{"from_user_id":"IT.8842","id":"wamid.Y","type":"text","text":{"body":"x"}}]})");

    EXPECT_EQ(event.fromPhone, QString{});
    EXPECT_EQ(event.fromUserId, u"IT.8842"_s);
    EXPECT_EQ(event.profileName, u"Anna"_s);
}

TEST(WebhookParserTest, aUserIdInPlaceOfTheNumberIsNoNumber)
{
    const auto event = onlyEventIn<InboundMessageEvent>(
        R"({"messages":[{"from":"IT.8842","id":"wamid.Y","type":"text","text":{"body":"x"}}]})");

    EXPECT_EQ(event.fromPhone, QString{});
    EXPECT_EQ(event.fromUserId, u"IT.8842"_s);
}

TEST(WebhookParserTest, theNumberIsFoundAmongTheContacts)
{
    const auto event = onlyEventIn<InboundMessageEvent>(R"({"contacts":[
        {"wa_id":"4670","user_id":"SE.1"},{"wa_id":"393331234567","user_id":"IT.8842"}],
        "messages":[{"from_user_id":"IT.8842","id":"wamid.Y","type":"text","text":{"body":"x"}}]})");

    EXPECT_EQ(event.fromPhone, u"+393331234567"_s);
}

TEST(WebhookParserTest, whatAPersonDidNotSayIsNoMessage)
{
    const auto event = onlyEventIn<OtherEvent>(R"({"messages":[{"from":"393331234567","id":"wamid.Y",
        "timestamp":"1795000500","type":"system",
        "system":{"type":"something_new","body":"Anna did something"}}]})");

    EXPECT_EQ(event.field, u"messages.system"_s);
    EXPECT_EQ(event.summary, u"Anna did something"_s);
}

TEST(WebhookParserTest, aPersonTellsTheirNewNumber)
{
    const auto event = onlyEventIn<PersonChangeEvent>(R"({"messages":[{"from":"393331234567","id":"wamid.Y",
        "timestamp":"1795000500","type":"system",
        "system":{"type":"user_changed_number","wa_id":"393339999999","body":"Anna changed number"}}]})");

    EXPECT_EQ(event.oldPhone, u"+393331234567"_s);
    EXPECT_EQ(event.newPhone, u"+393339999999"_s);
    EXPECT_EQ(event.at, fromMilliseconds(1'795'000'500'000));
}

TEST(WebhookParserTest, aPersonWhoseNewNumberIsWithheldIsToldByTheName)
{
    const auto event = onlyEventIn<PersonChangeEvent>(R"({"messages":[{"from":"393331234567","id":"wamid.Y",
        "timestamp":"1795000500","type":"system","system":{"type":"user_changed_number","user_id":"IT.9"}}]})");

    EXPECT_EQ(event.oldPhone, u"+393331234567"_s);
    EXPECT_EQ(event.newUserId, u"IT.9"_s);
    EXPECT_TRUE(event.newPhone.isEmpty());
}

TEST(WebhookParserTest, aPersonIsCalledSomethingElse)
{
    const auto told = onlyEventIn<PersonChangeEvent>(R"({"messages":[{"from":"393331234567","id":"wamid.Y",
        "type":"system","system":{"type":"user_changed_user_id","user_id":"IT.9"}}]})");
    EXPECT_EQ(told.newUserId, u"IT.9"_s);
    EXPECT_TRUE(told.newPhone.isEmpty());

    const auto updated = onlyEventIn<PersonChangeEvent>(R"({"user_id_update":[{"wa_id":"393331234567",
        "user_id":{"previous":"IT.8","current":"IT.9"},"timestamp":1795000500}]})",
                                                        "user_id_update");
    EXPECT_EQ(updated.oldUserId, u"IT.8"_s);
    EXPECT_EQ(updated.newUserId, u"IT.9"_s);
}

TEST(WebhookParserTest, readsStopAndResume)
{
    const std::vector<DeliveryEvent> events = eventsIn(R"({"user_preferences":[
        {"wa_id":"393331234567","user_id":"IT.8842","category":"marketing_messages","value":"stop",
         "timestamp":1795000600},
        {"user_id":"IT.8842","value":"resume","timestamp":"1795000700"},
        {"user_id":"IT.8842","value":"signup"},{"value":"stop"}]})",
                                                       "user_preferences");

    ASSERT_EQ(events.size(), 4u);
    const auto stop = std::get<PreferenceEvent>(events[0]);
    EXPECT_EQ(stop.phone, u"+393331234567"_s);
    EXPECT_EQ(stop.userId, u"IT.8842"_s);
    EXPECT_TRUE(stop.isStop);
    EXPECT_EQ(toMilliseconds(stop.at), 1'795'000'600'000);
    const auto resume = std::get<PreferenceEvent>(events[1]);
    EXPECT_EQ(resume.phone, QString{});
    EXPECT_FALSE(resume.isStop);
    EXPECT_TRUE(std::holds_alternative<OtherEvent>(events[2]));
    EXPECT_TRUE(std::holds_alternative<OtherEvent>(events[3])) << "a wish of nobody";
}

TEST(WebhookParserTest, aTemplateTellsItsNewStatus)
{
    const auto event = onlyEventIn<TemplateEvent>(
        R"({"event":"PAUSED","message_template_id":900100900100900100,
        "message_template_name":"autumn_offer","message_template_language":"en-US","reason":null,
        "other_info":{"title":"FIRST_PAUSE"}})",
        "message_template_status_update");

    EXPECT_EQ(event.field, u"message_template_status_update"_s);
    EXPECT_EQ(event.name, u"autumn_offer"_s);
    EXPECT_EQ(event.language, u"en_US"_s) << "as the API writes it";
    EXPECT_EQ(event.status, u"PAUSED"_s);
    EXPECT_EQ(event.category, QString{});
    EXPECT_EQ(event.at, kReceivedAt);
}

TEST(WebhookParserTest, aTemplateTellsItsNewCategoryAndTheOneToCome)
{
    const auto done = onlyEventIn<TemplateEvent>(
        R"({"message_template_id":9,"message_template_name":"autumn_offer","message_template_language":"it",
        "previous_category":"UTILITY","new_category":"MARKETING"})",
        "template_category_update");
    const auto announced = onlyEventIn<TemplateEvent>(
        R"({"message_template_id":9,"message_template_name":"autumn_offer","message_template_language":"it",
        "new_category":"UTILITY","correct_category":"MARKETING","category_update_timestamp":1795000600})",
        "template_category_update");

    EXPECT_EQ(done.category, u"MARKETING"_s);
    EXPECT_EQ(done.futureCategory, QString{});
    EXPECT_EQ(announced.category, u"UTILITY"_s);
    EXPECT_EQ(announced.futureCategory, u"MARKETING"_s);
    ASSERT_TRUE(announced.futureFrom);
    EXPECT_EQ(toMilliseconds(*announced.futureFrom), 1'795'000'600'000);
}

TEST(WebhookParserTest, aTemplateWithoutANameIsSummedUp)
{
    const auto event = onlyEventIn<OtherEvent>(R"({"event":"PAUSED","message_template_id":900100900100900100,
        "other_info":{"title":"FIRST_PAUSE"}})",
                                               "message_template_status_update");

    EXPECT_EQ(event.summary, u"PAUSED, FIRST_PAUSE"_s);
}

TEST(WebhookParserTest, accountChangesAreSummedUp)
{
    const auto restricted = onlyEventIn<AccountEvent>(R"({"event":"ACCOUNT_RESTRICTION",
        "restriction_info":[{"restriction_type":"RESTRICTED_BIZ_INITIATED_MESSAGING"}]})",
                                                      "account_update");
    EXPECT_EQ(restricted.summary, u"ACCOUNT_RESTRICTION, RESTRICTED_BIZ_INITIATED_MESSAGING"_s);
    EXPECT_EQ(restricted.effect, AccountEvent::Effect::Blocks);

    const auto upgraded =
        onlyEventIn<AccountEvent>(R"({"display_phone_number":"39","event":"THROUGHPUT_UPGRADE",
        "max_daily_conversations_per_business":"TIER_2K"})",
                                  "phone_number_quality_update");
    EXPECT_EQ(upgraded.summary, u"39, THROUGHPUT_UPGRADE, TIER_2K"_s);
    EXPECT_EQ(upgraded.displayPhone, u"39"_s);
    EXPECT_EQ(upgraded.messagingLimit, (MessagingLimit{2'000}));
    EXPECT_EQ(upgraded.throughputPerSecond, 1'000);

    EXPECT_EQ(onlyEventIn<OtherEvent>(R"({"x":1})", "something_new").summary, u"{\"x\":1}"_s);
}

TEST(WebhookParserTest, onlyWhatKeepsAnAccountFromWritingFirstBlocksIt)
{
    using enum AccountEvent::Effect;
    const auto effectOf = [](const QByteArray &value) {
        return onlyEventIn<AccountEvent>(value, "account_update").effect;
    };
    EXPECT_EQ(effectOf(R"({"event":"DISABLED_UPDATE","ban_info":{"waba_ban_state":"DISABLE"}})"), Blocks);
    EXPECT_EQ(effectOf(R"({"event":"DISABLED_UPDATE","ban_info":{"waba_ban_state":"SCHEDULE_FOR_DISABLE"}})"),
              None);
    EXPECT_EQ(effectOf(R"({"event":"DISABLED_UPDATE","ban_info":{"waba_ban_state":"REINSTATE"}})"), Lifts);
    EXPECT_EQ(effectOf(R"({"event":"ACCOUNT_DELETED"})"), Blocks);
    EXPECT_EQ(effectOf(R"({"event":"ACCOUNT_RESTRICTION",
        "restriction_info":[{"restriction_type":"RESTRICTED_ADD_PHONE_NUMBER_ACTION"}]})"),
              None);
    EXPECT_EQ(effectOf(R"({"event":"PARTNER_ADDED"})"), None);
}

TEST(WebhookParserTest, aMessagingLimitMayBeATierOrANumber)
{
    const auto limitOf = [](const QByteArray &value) {
        return onlyEventIn<AccountEvent>(value, "business_capability_update").messagingLimit;
    };
    EXPECT_EQ(limitOf(R"({"max_daily_conversations_per_business":"TIER_10K"})"), (MessagingLimit{10'000}));
    EXPECT_EQ(limitOf(R"({"max_daily_conversations_per_business":2000})"), (MessagingLimit{2'000}));
    EXPECT_EQ(limitOf(R"({"max_daily_conversations_per_business":-1})"), MessagingLimit{});
    EXPECT_EQ(limitOf(R"({"max_phone_numbers_per_waba":25})"), std::nullopt);
}

TEST(WebhookParserTest, systemErrorsBesideMessagesAreKept)
{
    const auto event = onlyEventIn<OtherEvent>(R"({"errors":[{"code":130429,"title":"Rate limit hit"}]})");

    EXPECT_EQ(event.field, u"errors"_s);
    EXPECT_EQ(event.summary, u"130429, Rate limit hit"_s);
}

TEST(WebhookParserTest, whatCannotBeReadIsCounted)
{
    const Result<std::vector<DeliveryEvent>> events =
        parseWebhook(R"({"entry":[7,{"changes":5},{"changes":[{"value":{}},"x",
        {"field":"messages","value":{"statuses":[1,{"id":"1"},{"status":"sent"},{"id":"2","status":"sent"}],
                                     "messages":[null,{"id":"3"},{"type":"text"}],"errors":3}}]}]})",
                     kReceivedAt);

    ASSERT_TRUE(events);
    ASSERT_EQ(events->size(), 6u);
    EXPECT_EQ(std::get<MessageStatusEvent>(events->front()).messageId, u"2"_s);
    QStringList counted;
    for (size_t i = 1; i < events->size(); ++i) {
        const auto &other = std::get<OtherEvent>((*events)[i]);
        counted << other.field + u' ' + other.summary.section(u' ', 0, 0);
    }
    EXPECT_EQ(counted,
              (QStringList{u"changes 2"_s, u"entry 2"_s, u"errors 1"_s, u"messages 3"_s, u"statuses 3"_s}));
}

TEST(WebhookParserTest, aBareChangeAndTheDashboardsSampleAreRead)
{
    const QByteArray change = R"({"field":"messages","value":{"statuses":[{"id":"1","status":"sent"}]}})";
    for (const QByteArray &body :
         {change, R"({"sample":)" + change + "}", R"({"statuses":[{"id":"1","status":"sent"}]})"_ba}) {
        const Result<std::vector<DeliveryEvent>> events = parseWebhook(body, kReceivedAt);

        ASSERT_TRUE(events) << body.toStdString();
        ASSERT_EQ(events->size(), 1u);
        EXPECT_TRUE(std::holds_alternative<MessageStatusEvent>(events->front()));
    }
}

TEST(WebhookParserTest, otherTextsAreRefused)
{
    const auto codeOf = [](const QByteArray &body) {
        const Result<std::vector<DeliveryEvent>> events = parseWebhook(body, kReceivedAt);
        return events ? QString{} : events.error().code;
    };

    EXPECT_EQ(codeOf(""), u"not_json"_s);
    EXPECT_EQ(codeOf("phone;name\n"), u"not_json"_s);
    EXPECT_EQ(codeOf(R"({"entry":[)"), u"not_json"_s);
    EXPECT_EQ(codeOf("[]"), u"not_a_webhook"_s);
    EXPECT_EQ(codeOf("{}"), u"not_a_webhook"_s);
    EXPECT_EQ(codeOf(R"({"entry":{}})"), u"not_a_webhook"_s);
}

TEST(WebhookParserTest, veryDeepJsonIsRefusedInsteadOfCrashing)
{
    const QByteArray deep = R"({"entry":)" + QByteArray(1'000'000, '[') + QByteArray(1'000'000, ']') + "}";

    EXPECT_FALSE(parseWebhook(deep, kReceivedAt));
}
