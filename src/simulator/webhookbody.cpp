#include "simulator/webhookbody.h"

#include "simulator/accountprofile.h"
#include "simulator/deliveryplan.h"
#include "simulator/graphrefusal.h"
#include "simulator/seededrandom.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QMessageAuthenticationCode>

#include <array>

using namespace Qt::StringLiterals;

namespace {

// Since this day free-form answers and utility templates inside an open window cost money too: 1 October
// 2026.
constexpr UtcTime kAllCharged{std::chrono::sys_days{std::chrono::year{2026} / 10 / 1}};

QString profileName(const QByteArray &waId)
{
    static const std::array kNames{
        u"Ananya Rao"_s,    u"Rohan Mehta"_s,  u"Priya Nair"_s,      u"Arjun Singh"_s,    u"Kavya Iyer"_s,
        u"Vikram Patel"_s,  u"Meera Joshi"_s,  u"Aditya Kulkarni"_s, u"Sneha Das"_s,      u"Imran Sheikh"_s,
        u"Lakshmi Menon"_s, u"Kabir Khanna"_s, u"Lucía Fernández"_s, u"José Martín"_s,    u"आरव शर्मा"_s,
        u"दिया वर्मा"_s,     u"Zoë Laurent"_s,  u"Nikhil Verma"_s,    u"Fatima D'Souza"_s, u"Rahul ✈️"_s};
    SeededRandom random{1, waId};
    return kNames[random.below(kNames.size())];
}

/// The business-scoped user id; empty for calling codes whose country is not known here.
QString userId(const QByteArray &waId)
{
    struct Country
    {
        const char *callingCode;
        const char *region;
    };
    static constexpr std::array kCountries{
        Country{"91",  "IN"},
        Country{"971", "AE"},
        Country{"44",  "GB"},
        Country{"49",  "DE"},
        Country{"34",  "ES"},
        Country{"33",  "FR"},
        Country{"39",  "IT"},
        Country{"52",  "MX"},
        Country{"55",  "BR"},
        Country{"65",  "SG"},
        Country{"61",  "AU"},
        Country{"62",  "ID"},
        Country{"54",  "AR"},
        Country{"57",  "CO"},
        Country{"27",  "ZA"}
    };
    for (const Country &country : kCountries) {
        if (waId.startsWith(country.callingCode)) {
            SeededRandom random{2, waId};
            return u"%1.%2"_s.arg(QLatin1StringView{country.region})
                .arg(random.next() % 10'000'000'000'000'000ULL);
        }
    }
    return {};
}

QString unixSeconds(UtcTime time)
{
    return QString::number(toMilliseconds(time) / 1000);
}

QJsonArray contactsOf(const SentMessage &message)
{
    QJsonObject contact{
        {u"profile"_s, QJsonObject{{u"name"_s, profileName(message.waId)}}},
        {u"wa_id"_s,   QString::fromLatin1(message.waId)                  }
    };
    if (const QString id = userId(message.waId); !id.isEmpty())
        contact[u"user_id"_s] = id;
    return {contact};
}

QJsonObject pricingOf(const SentMessage &message)
{
    const bool wasOnceFree =
        message.category == "service"_L1 || (message.category == "utility"_L1 && message.hadOpenWindow);
    const bool isFree = wasOnceFree && message.acceptedAt < kAllCharged;
    return {
        {u"billable"_s,      !isFree                                           },
        {u"pricing_model"_s, u"PMP"_s                                          },
        {u"type"_s,          isFree ? u"free_customer_service"_s : u"regular"_s},
        {u"category"_s,      message.category                                  }
    };
}

QString statusWord(PlannedEvent::Kind kind)
{
    switch (kind) {
    case PlannedEvent::Kind::Sent: return u"sent"_s;
    case PlannedEvent::Kind::Delivered: return u"delivered"_s;
    case PlannedEvent::Kind::Read: return u"read"_s;
    case PlannedEvent::Kind::Failed: return u"failed"_s;
    case PlannedEvent::Kind::TextReply:
    case PlannedEvent::Kind::ButtonReply:
    case PlannedEvent::Kind::StopPreference: break;
    }
    Q_UNREACHABLE();
}

QString failureDetails(int code)
{
    switch (code) {
    case 131026: return u"Message Undeliverable."_s;
    case 131047:
        return u"Message failed to send because more than 24 hours have passed since the customer last "
               u"replied to "
               "this number."_s;
    case 131049:
        return u"In order to maintain a healthy ecosystem engagement, the message failed to be delivered."_s;
    case 131050: return u"Recipient has stopped receiving marketing messages from this business."_s;
    case 130472: return u"Failed to send message because this user's phone number is part of an experiment"_s;
    default: return errorTitle(code) + u'.';
    }
}

QJsonObject statusOf(const PlannedEvent &event, const SentMessage &message, UtcTime at)
{
    QJsonObject status{
        {u"id"_s,           message.id                       },
        {u"status"_s,       statusWord(event.kind)           },
        {u"timestamp"_s,    unixSeconds(at)                  },
        {u"recipient_id"_s, QString::fromLatin1(message.waId)}
    };
    if (!message.opaque.isEmpty())
        status[u"biz_opaque_callback_data"_s] = message.opaque;
    if (event.kind == PlannedEvent::Kind::Failed) {
        const QString title = errorTitle(event.code);
        status[u"errors"_s] = QJsonArray{
            QJsonObject{{u"code"_s, event.code},
                        {u"title"_s, title},
                        {u"message"_s, title},
                        {u"error_data"_s, QJsonObject{{u"details"_s, failureDetails(event.code)}}},
                        {u"href"_s,
                         u"https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/"_s}}
        };
        return status;
    }
    if (const QString id = userId(message.waId); !id.isEmpty())
        status[u"recipient_user_id"_s] = id;
    if (event.hasPricing)
        status[u"pricing"_s] = pricingOf(message);
    return status;
}

QJsonObject replyOf(const PlannedEvent &event, const SentMessage &message, const AccountProfile &account,
                    UtcTime at)
{
    const QByteArray origin = message.id.toLatin1() + "/reply";
    const QByteArray id = QCryptographicHash::hash(origin, QCryptographicHash::Sha256).left(24).toBase64();
    QJsonObject reply{
        {u"from"_s,      QString::fromLatin1(message.waId)        },
        {u"id"_s,        u"wamid.HBgM"_s + QString::fromLatin1(id)},
        {u"timestamp"_s, unixSeconds(at)                          }
    };
    if (const QString user = userId(message.waId); !user.isEmpty())
        reply[u"from_user_id"_s] = user;
    if (event.hasContext) {
        reply[u"context"_s] = QJsonObject{
            {u"from"_s, QString::fromLatin1(account.waId)},
            {u"id"_s,   message.id                       }
        };
    }
    if (event.kind == PlannedEvent::Kind::ButtonReply) {
        reply[u"type"_s] = u"button"_s;
        reply[u"button"_s] = QJsonObject{
            {u"payload"_s, event.payload},
            {u"text"_s,    event.text   }
        };
    } else {
        reply[u"type"_s] = u"text"_s;
        reply[u"text"_s] = QJsonObject{
            {u"body"_s, event.text}
        };
    }
    return reply;
}

QJsonObject preferenceOf(const SentMessage &message, UtcTime at)
{
    QJsonObject preference{
        {u"wa_id"_s,     QString::fromLatin1(message.waId)             },
        {u"detail"_s,    u"User requested to stop marketing messages"_s},
        {u"category"_s,  u"marketing_messages"_s                       },
        {u"value"_s,     u"stop"_s                                     },
        {u"timestamp"_s, toMilliseconds(at) / 1000                     }
    };
    if (const QString user = userId(message.waId); !user.isEmpty())
        preference[u"user_id"_s] = user;
    return preference;
}

} // namespace

QJsonObject webhookChange(const PlannedEvent &event, const SentMessage &message,
                          const AccountProfile &account)
{
    const UtcTime at = message.acceptedAt + event.after;
    QJsonObject value{
        {u"messaging_product"_s, u"whatsapp"_s                     },
        {u"metadata"_s,
         QJsonObject{{u"display_phone_number"_s, QString::fromLatin1(account.waId)},
                     {u"phone_number_id"_s, account.phoneNumberId}}}
    };
    QString field = u"messages"_s;
    if (event.kind != PlannedEvent::Kind::Failed)
        value[u"contacts"_s] = contactsOf(message);
    switch (event.kind) {
    case PlannedEvent::Kind::Sent:
    case PlannedEvent::Kind::Delivered:
    case PlannedEvent::Kind::Read:
    case PlannedEvent::Kind::Failed: value[u"statuses"_s] = QJsonArray{statusOf(event, message, at)}; break;
    case PlannedEvent::Kind::TextReply:
    case PlannedEvent::Kind::ButtonReply:
        value[u"messages"_s] = QJsonArray{replyOf(event, message, account, at)};
        break;
    case PlannedEvent::Kind::StopPreference:
        field = u"user_preferences"_s;
        value[u"user_preferences"_s] = QJsonArray{preferenceOf(message, at)};
        break;
    }
    return {
        {u"field"_s, field},
        {u"value"_s, value}
    };
}

QByteArray webhookBody(const QJsonArray &changes, const AccountProfile &account)
{
    const QJsonObject body{
        {u"object"_s, u"whatsapp_business_account"_s                                             },
        {u"entry"_s,  QJsonArray{QJsonObject{{u"id"_s, account.wabaId}, {u"changes"_s, changes}}}}
    };
    const QString json = QString::fromUtf8(QJsonDocument{body}.toJson(QJsonDocument::Compact));
    QByteArray ascii;
    ascii.reserve(json.size() + json.size() / 8);
    for (const QChar unit : json) {
        // A slash occurs only inside strings, where it may be escaped.
        if (unit == u'/')
            ascii += "\\/";
        else if (unit.unicode() < 0x80)
            ascii += char(unit.unicode());
        else
            ascii += "\\u" + QByteArray::number(unit.unicode(), 16).rightJustified(4, '0');
    }
    return ascii;
}

QByteArray bodySignature(const QByteArray &body, const QByteArray &appSecret)
{
    return "sha256=" + QMessageAuthenticationCode::hash(body, appSecret, QCryptographicHash::Sha256).toHex();
}
