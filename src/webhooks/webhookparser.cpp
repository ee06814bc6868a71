#include "webhooks/webhookparser.h"

#include "domain/phonenumber.h"
#include "webhooks/messagecontent.h"
#include "webhooks/webhookvalues.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {

constexpr int kUpgradedThroughput = 1'000; // messages a second: "Throughput", Cloud API

/// Unix seconds as text or number; some senders give milliseconds.
std::optional<UtcTime> timeFrom(const QJsonValue &value)
{
    constexpr qint64 kLatest = 4'102'444'800; // the year 2100
    const double given = value.isString() ? value.toString().toDouble() : value.toDouble();
    if (!(given >= 1) || given > double(kLatest) * 1'000)
        return std::nullopt;
    const auto number = static_cast<qint64>(given);
    return fromMilliseconds(number <= kLatest ? number * 1'000 : number);
}

/// E.164 from a wa_id, which is a number without "+"; empty for anything else.
QString phoneFrom(const QString &waId)
{
    const std::optional<PhoneNumber> phone =
        PhoneNumber::fromE164(waId.startsWith(u'+') ? waId : u'+' + waId);
    return phone ? phone->e164() : QString{};
}

QString compact(const QJsonValue &value)
{
    const QJsonDocument document =
        value.isArray() ? QJsonDocument{value.toArray()} : QJsonDocument{value.toObject()};
    return QString::fromUtf8(document.toJson(QJsonDocument::Compact)).left(kLongestSummary);
}

std::optional<DeliveryStatus> deliveryStatusFrom(const QString &word)
{
    if (word == "sent"_L1)
        return DeliveryStatus::Sent;
    if (word == "delivered"_L1)
        return DeliveryStatus::Delivered;
    if (word == "read"_L1 || word == "played"_L1)
        return DeliveryStatus::Read;
    if (word == "failed"_L1)
        return DeliveryStatus::Failed;
    return std::nullopt;
}

/// Details of the first error: the most exact text that Meta gave.
QString detailsOf(const QJsonValue &error)
{
    const QJsonValue data = error["error_data"_L1];
    for (const QString &text : {data.isString() ? data.toString() : textIn(data, "details"_L1),
                                textIn(error, "message"_L1), textIn(error, "title"_L1)}) {
        if (!text.isEmpty())
            return text;
    }
    return {};
}

/// What an account-level change says, in Meta's own words.
QString summaryOf(const QString &field, const QJsonValue &value)
{
    if (field.startsWith("message_template_"_L1) || field == "template_category_update"_L1) {
        const QJsonValue other = value["other_info"_L1];
        return joinedParts({textIn(value, "message_template_name"_L1),
                            textIn(value, "message_template_language"_L1), textIn(value, "event"_L1),
                            textIn(value, "new_quality_score"_L1), textIn(value, "new_category"_L1),
                            textIn(value, "correct_category"_L1), textIn(value, "reason"_L1),
                            textIn(other, "title"_L1), textIn(other, "description"_L1)});
    }
    if (field == "phone_number_quality_update"_L1) {
        return joinedParts({textIn(value, "display_phone_number"_L1), textIn(value, "event"_L1),
                            textIn(value, "current_limit"_L1),
                            idIn(value, "max_daily_conversations_per_business"_L1)});
    }
    if (field == "account_update"_L1) {
        QStringList parts{textIn(value, "event"_L1), textIn(value["violation_info"_L1], "violation_type"_L1),
                          textIn(value["ban_info"_L1], "waba_ban_state"_L1)};
        const QJsonArray restrictions = value["restriction_info"_L1].toArray();
        for (const QJsonValue restriction : restrictions)
            parts << textIn(restriction, "restriction_type"_L1);
        return joinedParts(parts);
    }
    if (field == "account_alerts"_L1) {
        const QJsonValue alert = value["alert_info"_L1];
        return joinedParts({textIn(alert, "alert_severity"_L1), textIn(alert, "alert_type"_L1),
                            textIn(alert, "alert_status"_L1), textIn(alert, "alert_description"_L1)});
    }
    return compact(value);
}

/// Whether a change keeps the account from beginning conversations ("account_update" and "Policy
/// enforcement").
AccountEvent::Effect effectOf(const QJsonValue &value)
{
    const QString event = textIn(value, "event"_L1);
    const QString ban = textIn(value["ban_info"_L1], "waba_ban_state"_L1);
    if (ban == "REINSTATE"_L1 || event == "ACCOUNT_RECONNECTED"_L1)
        return AccountEvent::Effect::Lifts;
    if (ban == "DISABLE"_L1 || event == "ACCOUNT_DELETED"_L1 || event == "ACCOUNT_OFFBOARDED"_L1)
        return AccountEvent::Effect::Blocks;
    const QJsonArray restrictions = value["restriction_info"_L1].toArray();
    for (const QJsonValue restriction : restrictions) {
        if (textIn(restriction, "restriction_type"_L1) == "RESTRICTED_BIZ_INITIATED_MESSAGING"_L1)
            return AccountEvent::Effect::Blocks;
    }
    return AccountEvent::Effect::None;
}

/// A tier, or a bare number as in Meta's sample; -1 is said to mean no limit.
std::optional<MessagingLimit> limitIn(const QJsonValue &value)
{
    for (const auto key : {"max_daily_conversations_per_business"_L1, "current_limit"_L1}) {
        const QString told = idIn(value, key);
        if (const std::optional<MessagingLimit> tier = messagingLimitFrom(told))
            return tier;
        bool isNumber = false;
        const int count = told.toInt(&isNumber);
        if (isNumber && count > 0)
            return MessagingLimit{count};
        if (isNumber && count == -1)
            return MessagingLimit{};
    }
    return std::nullopt;
}

/// Who a contacts array says somebody is.
struct Person
{
    QString phone;
    QString userId;
    QString profileName;
};

/// Turns one body into events.
class WebhookReader
{
public:
    explicit WebhookReader(UtcTime receivedAt)
        : m_receivedAt{receivedAt}
        , m_entryTime{receivedAt}
    {
    }

    /// False if nothing in the object is of a shape that Meta sends.
    bool read(const QJsonObject &body);
    std::vector<DeliveryEvent> takeEvents();

private:
    void readEntry(const QJsonValue &entry);
    void readChange(const QString &field, const QJsonValue &value);
    void readMessages(const QJsonValue &value);
    void readStatus(const QJsonValue &json);
    void readMessage(const QJsonValue &json, const std::vector<Person> &people);
    void readPreference(const QJsonValue &json);
    void readErrors(const QJsonValue &errors);
    bool readTemplate(const QString &field, const QJsonValue &value);
    bool readPersonChange(const QJsonValue &message);
    bool readUserIdUpdate(const QJsonValue &json);
    bool readAccount(const QString &field, const QJsonValue &value);
    void addOther(const QString &field, const QString &summary, const QJsonValue &time);
    UtcTime timeOr(const QJsonValue &time) const { return timeFrom(time).value_or(m_entryTime); }

    const UtcTime m_receivedAt;
    UtcTime m_entryTime;
    QString m_entryId; ///< of the WhatsApp account
    QString m_phoneNumberId; ///< that the change is about; may be empty
    std::vector<DeliveryEvent> m_events;
    QMap<QString, int> m_unreadable; ///< by field
};

/// The person of the contacts array whom a message is from: by number, by user id, or the only one.
const Person *findPerson(const std::vector<Person> &people, const QString &phone, const QString &userId)
{
    const auto found = std::find_if(people.begin(), people.end(), [&](const Person &person) {
        return (!phone.isEmpty() && person.phone == phone) || (!userId.isEmpty() && person.userId == userId);
    });
    if (found != people.end())
        return &*found;
    return people.size() == 1 && phone.isEmpty() && userId.isEmpty() ? &people.front() : nullptr;
}

bool WebhookReader::read(const QJsonObject &body)
{
    if (body.value("entry"_L1).isArray()) {
        const QJsonArray entries = body.value("entry"_L1).toArray();
        for (const QJsonValue entry : entries)
            readEntry(entry);
        return true;
    }
    // The dashboard's test button sends a change alone, older tools the bare value.
    const QJsonObject change = body.value("sample"_L1).isObject() ? body.value("sample"_L1).toObject() : body;
    if (change.value("field"_L1).isString() && change.contains("value"_L1)) {
        readChange(change.value("field"_L1).toString(), change.value("value"_L1));
        return true;
    }
    if (body.value("statuses"_L1).isArray() || body.value("messages"_L1).isArray()) {
        readChange(u"messages"_s, body);
        return true;
    }
    return false;
}

std::vector<DeliveryEvent> WebhookReader::takeEvents()
{
    for (auto it = m_unreadable.cbegin(); it != m_unreadable.cend(); ++it) {
        m_events.push_back(
            OtherEvent{it.key(),
                       QCoreApplication::translate("WebhookParser", "%n part(s) that could not be read",
                                                   nullptr, it.value()),
                       m_receivedAt});
    }
    m_unreadable.clear();
    return std::move(m_events);
}

void WebhookReader::readEntry(const QJsonValue &entry)
{
    const QJsonValue changes = entry["changes"_L1];
    if (!changes.isArray()) {
        ++m_unreadable[u"entry"_s];
        return;
    }
    m_entryTime = timeFrom(entry["time"_L1]).value_or(m_receivedAt);
    m_entryId = idIn(entry, "id"_L1);
    const QJsonArray all = changes.toArray();
    for (const QJsonValue change : all) {
        if (change["field"_L1].isString())
            readChange(textIn(change, "field"_L1), change["value"_L1]);
        else
            ++m_unreadable[u"changes"_s];
    }
    m_entryTime = m_receivedAt;
    m_entryId.clear();
}

void WebhookReader::readChange(const QString &field, const QJsonValue &value)
{
    if (!value.isObject()) {
        ++m_unreadable[field];
        return;
    }
    m_phoneNumberId = textIn(value["metadata"_L1], "phone_number_id"_L1);
    if (field == "messages"_L1) {
        readMessages(value);
        return;
    }
    if (field == "user_preferences"_L1 && value["user_preferences"_L1].isArray()) {
        const QJsonArray preferences = value["user_preferences"_L1].toArray();
        for (const QJsonValue preference : preferences)
            readPreference(preference);
        return;
    }
    if (field == "user_id_update"_L1 && value["user_id_update"_L1].isArray()) {
        const QJsonArray updates = value["user_id_update"_L1].toArray();
        for (const QJsonValue update : updates) {
            if (!readUserIdUpdate(update))
                ++m_unreadable[field];
        }
        return;
    }
    if (readTemplate(field, value) || readAccount(field, value))
        return;
    addOther(field, summaryOf(field, value), value["timestamp"_L1]);
}

/// False if it is not about the status, quality or category of a template.
bool WebhookReader::readTemplate(const QString &field, const QJsonValue &value)
{
    TemplateEvent event;
    event.field = field;
    event.wabaId = m_entryId;
    event.name = textIn(value, "message_template_name"_L1);
    event.language = textIn(value, "message_template_language"_L1);
    event.language.replace(u'-', u'_'); // events write en-US where the API has en_US
    event.at = timeOr(value["timestamp"_L1]);
    if (field == "message_template_status_update"_L1) {
        event.status = textIn(value, "event"_L1).toUpper();
        event.category = textIn(value, "message_template_category"_L1).toUpper();
    } else if (field == "message_template_quality_update"_L1) {
        event.quality = textIn(value, "new_quality_score"_L1).toUpper();
    } else if (field == "template_category_update"_L1) {
        event.category = textIn(value, "new_category"_L1).toUpper();
        event.futureCategory = textIn(value, "correct_category"_L1).toUpper();
        event.futureFrom = timeFrom(value["category_update_timestamp"_L1]);
    }
    const bool tellsSomething =
        !event.status.isEmpty() || !event.quality.isEmpty() || !event.category.isEmpty();
    if (event.name.isEmpty() || event.language.isEmpty() || !tellsSomething)
        return false;
    m_events.emplace_back(std::move(event));
    return true;
}

/// False if it does not say who somebody is now.
bool WebhookReader::readPersonChange(const QJsonValue &message)
{
    const QJsonValue change = message["system"_L1];
    const QString type = textIn(change, "type"_L1);
    PersonChangeEvent event;
    event.oldPhone = phoneFrom(textIn(message, "from"_L1));
    event.oldUserId = textIn(message, "from_user_id"_L1);
    event.newUserId = textIn(change, "user_id"_L1);
    if (type == "user_changed_number"_L1) {
        event.newPhone = phoneFrom(textIn(change, "wa_id"_L1));
        if (event.newPhone.isEmpty() && event.newUserId.isEmpty())
            return false;
    } else if (type != "user_changed_user_id"_L1 || event.newUserId.isEmpty()) {
        return false;
    }
    if (event.oldPhone.isEmpty() && event.oldUserId.isEmpty())
        return false;
    event.at = timeOr(message["timestamp"_L1]);
    event.phoneNumberId = m_phoneNumberId;
    m_events.emplace_back(std::move(event));
    return true;
}

bool WebhookReader::readUserIdUpdate(const QJsonValue &json)
{
    PersonChangeEvent event;
    event.oldPhone = phoneFrom(textIn(json, "wa_id"_L1));
    event.oldUserId = textIn(json["user_id"_L1], "previous"_L1);
    event.newUserId = textIn(json["user_id"_L1], "current"_L1);
    event.at = timeOr(json["timestamp"_L1]);
    if (event.newUserId.isEmpty() || (event.oldPhone.isEmpty() && event.oldUserId.isEmpty()))
        return false;
    event.phoneNumberId = m_phoneNumberId;
    m_events.emplace_back(std::move(event));
    return true;
}

/// False if it is not about the account, its numbers or what they may do.
bool WebhookReader::readAccount(const QString &field, const QJsonValue &value)
{
    constexpr std::array kFields{"account_update"_L1,
                                 "account_alerts"_L1,
                                 "account_review_update"_L1,
                                 "business_capability_update"_L1,
                                 "phone_number_quality_update"_L1,
                                 "phone_number_name_update"_L1};
    if (std::find(kFields.begin(), kFields.end(), field) == kFields.end())
        return false;
    AccountEvent event;
    event.field = field;
    event.wabaId = m_entryId;
    event.displayPhone = textIn(value, "display_phone_number"_L1);
    event.summary = summaryOf(field, value);
    event.effect = effectOf(value);
    event.messagingLimit = limitIn(value);
    if (textIn(value, "event"_L1) == "THROUGHPUT_UPGRADE"_L1)
        event.throughputPerSecond = kUpgradedThroughput;
    event.at = timeOr(value["timestamp"_L1]);
    m_events.emplace_back(std::move(event));
    return true;
}

void WebhookReader::readMessages(const QJsonValue &value)
{
    std::vector<Person> people;
    const QJsonArray contacts = value["contacts"_L1].toArray();
    for (const QJsonValue contact : contacts) {
        const QString waId = textIn(contact, "wa_id"_L1);
        const QString phone = phoneFrom(waId);
        QString userId = textIn(contact, "user_id"_L1);
        if (userId.isEmpty() && phone.isEmpty())
            userId = waId;
        people.push_back({phone, userId, textIn(contact["profile"_L1], "name"_L1)});
    }

    const QJsonArray statuses = value["statuses"_L1].toArray();
    for (const QJsonValue status : statuses)
        readStatus(status);
    const QJsonArray messages = value["messages"_L1].toArray();
    for (const QJsonValue message : messages)
        readMessage(message, people);
    if (!value["errors"_L1].isUndefined())
        readErrors(value["errors"_L1]);

    const bool isKnown =
        value["statuses"_L1].isArray() || value["messages"_L1].isArray() || value["errors"_L1].isArray();
    if (!isKnown)
        addOther(u"messages"_s, compact(value), {});
}

void WebhookReader::readStatus(const QJsonValue &json)
{
    MessageStatusEvent event;
    event.messageId = textIn(json, "id"_L1);
    event.attemptId = textIn(json, "biz_opaque_callback_data"_L1);
    event.toPhone = phoneFrom(textIn(json, "recipient_id"_L1));
    event.toUserId = textIn(json, "recipient_user_id"_L1);
    event.statusWord = textIn(json, "status"_L1).toLower();
    if ((event.messageId.isEmpty() && event.attemptId.isEmpty()) || event.statusWord.isEmpty()) {
        ++m_unreadable[u"statuses"_s];
        return;
    }
    event.status = deliveryStatusFrom(event.statusWord);
    event.at = timeOr(json["timestamp"_L1]);
    const QJsonValue error = json["errors"_L1][0];
    if (error.isObject()) {
        event.errorCode = numberIn(error, "code"_L1);
        event.errorDetails = detailsOf(error);
    }
    event.pricingCategory = textIn(json["pricing"_L1], "category"_L1);
    event.pricingType = textIn(json["pricing"_L1], "type"_L1);
    event.phoneNumberId = m_phoneNumberId;
    m_events.emplace_back(std::move(event));
}

void WebhookReader::readMessage(const QJsonValue &json, const std::vector<Person> &people)
{
    const QString type = textIn(json, "type"_L1);
    if (type == "system"_L1 && readPersonChange(json))
        return;
    // Things about a person that the person did not say to us.
    if (type == "system"_L1 || type == "revoke"_L1 || type == "request_welcome"_L1) {
        const QString said = textIn(json["system"_L1], "body"_L1);
        addOther(u"messages."_s + type, said.isEmpty() ? compact(json[type]) : said.left(kLongestSummary),
                 json["timestamp"_L1]);
        return;
    }
    InboundMessageEvent event;
    event.messageId = textIn(json, "id"_L1);
    if (type.isEmpty() || event.messageId.isEmpty()) {
        ++m_unreadable[u"messages"_s];
        return;
    }
    event.type = type;
    event.at = timeOr(json["timestamp"_L1]);
    const QString from = textIn(json, "from"_L1);
    event.fromPhone = phoneFrom(from);
    event.fromUserId = textIn(json, "from_user_id"_L1);
    // Some early notes have a user id where the number used to be.
    if (event.fromUserId.isEmpty() && event.fromPhone.isEmpty())
        event.fromUserId = from;
    if (const Person *person = findPerson(people, event.fromPhone, event.fromUserId)) {
        event.profileName = person->profileName;
        if (event.fromPhone.isEmpty())
            event.fromPhone = person->phone;
        if (event.fromUserId.isEmpty())
            event.fromUserId = person->userId;
    }
    event.inReplyTo = textIn(json["context"_L1], "id"_L1);
    readContent(json, event);
    event.phoneNumberId = m_phoneNumberId;
    m_events.emplace_back(std::move(event));
}

void WebhookReader::readPreference(const QJsonValue &json)
{
    const QString wish = textIn(json, "value"_L1).toLower();
    if (wish != "stop"_L1 && wish != "resume"_L1) {
        addOther(u"user_preferences"_s, compact(json), json["timestamp"_L1]);
        return;
    }
    PreferenceEvent event;
    const QString waId = textIn(json, "wa_id"_L1);
    event.phone = phoneFrom(waId);
    event.userId = textIn(json, "user_id"_L1);
    if (event.userId.isEmpty() && event.phone.isEmpty())
        event.userId = waId;
    if (event.phone.isEmpty() && event.userId.isEmpty()) {
        ++m_unreadable[u"user_preferences"_s];
        return;
    }
    event.isStop = wish == "stop"_L1;
    event.at = timeOr(json["timestamp"_L1]);
    event.phoneNumberId = m_phoneNumberId;
    m_events.emplace_back(std::move(event));
}

void WebhookReader::readErrors(const QJsonValue &errors)
{
    if (!errors.isArray()) {
        ++m_unreadable[u"errors"_s];
        return;
    }
    const QJsonArray all = errors.toArray();
    for (const QJsonValue error : all) {
        addOther(u"errors"_s, joinedParts({QString::number(numberIn(error, "code"_L1)), detailsOf(error)}),
                 {});
    }
}

void WebhookReader::addOther(const QString &field, const QString &summary, const QJsonValue &time)
{
    m_events.push_back(OtherEvent{field, summary, timeOr(time), m_phoneNumberId});
}

} // namespace

Result<std::vector<DeliveryEvent>> parseWebhook(const QByteArray &body, UtcTime receivedAt)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(body, &problem);
    if (problem.error != QJsonParseError::NoError) {
        return Error{ErrorKind::BadInput,
                     QCoreApplication::translate("WebhookParser", "This is not a webhook: it is not JSON."),
                     u"not_json"_s, u"%1 at byte %2"_s.arg(problem.errorString()).arg(problem.offset)};
    }
    WebhookReader reader{receivedAt};
    if (!document.isObject() || !reader.read(document.object())) {
        return Error{
            ErrorKind::BadInput,
            QCoreApplication::translate("WebhookParser", "This is JSON, but not a webhook of WhatsApp."),
            u"not_a_webhook"_s};
    }
    return reader.takeEvents();
}

std::vector<DeliveryEvent> unreadableWebhook(const Error &why, UtcTime receivedAt)
{
    std::vector<DeliveryEvent> events;
    events.emplace_back(OtherEvent{u"unreadable"_s, why.message, receivedAt});
    return events;
}
