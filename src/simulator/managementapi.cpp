#include "simulator/managementapi.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kDefaultPage = 25;
constexpr int kLargestPage = 1000;

QString encodeCursor(std::size_t index)
{
    return QString::fromLatin1(
        ("QVFIU" + QByteArray::number(qulonglong(index))).toBase64(QByteArray::OmitTrailingEquals));
}

std::optional<std::size_t> decodeCursor(const QByteArray &cursor)
{
    const QByteArray decoded = QByteArray::fromBase64(cursor);
    bool isNumber = false;
    const qulonglong index = decoded.mid(5).toULongLong(&isNumber);
    if (!decoded.startsWith("QVFIU") || !isNumber)
        return std::nullopt;
    return std::size_t(index);
}

bool matches(const QJsonObject &listed, const HttpRequest &request, QByteArrayView parameter,
             const QString &field)
{
    const std::optional<QByteArray> wanted = request.queryValue(parameter);
    return !wanted || QString::fromUtf8(*wanted).split(u',').contains(listed[field].toString());
}

QJsonObject healthEntity(const QString &type, const QString &id)
{
    return {
        {u"entity_type"_s,      type          },
        {u"id"_s,               id            },
        {u"can_send_message"_s, u"AVAILABLE"_s}
    };
}

QJsonObject health(const QJsonArray &entities)
{
    return {
        {u"can_send_message"_s, u"AVAILABLE"_s},
        {u"entities"_s,         entities      }
    };
}

QJsonObject numberNode(const AccountProfile &account)
{
    return {
        {u"id"_s,                                        account.phoneNumberId                   },
        {u"display_phone_number"_s,                      account.displayPhoneNumber              },
        {u"verified_name"_s,                             account.businessName                    },
        {u"status"_s,                                    u"CONNECTED"_s                          },
        {u"quality_rating"_s,                            u"GREEN"_s                              },
        {u"quality_score"_s,                             QJsonObject{{u"score"_s, u"GREEN"_s}}   },
        {u"code_verification_status"_s,                  u"VERIFIED"_s                           },
        {u"name_status"_s,                               u"APPROVED"_s                           },
        {u"platform_type"_s,                             u"CLOUD_API"_s                          },
        {u"account_mode"_s,                              u"LIVE"_s                               },
        {u"is_on_biz_app"_s,                             false                                   },
        {u"throughput"_s,                                QJsonObject{{u"level"_s, u"STANDARD"_s}}},
        {u"whatsapp_business_manager_messaging_limit"_s, u"TIER_10K"_s                           },
        {u"messaging_limit_tier"_s,                      u"TIER_10K"_s                           },
        {u"webhook_configuration"_s,                     QJsonObject{}                           },
        {u"health_status"_s,
         health({healthEntity(u"PHONE_NUMBER"_s, account.phoneNumberId),
                 healthEntity(u"WABA"_s, account.wabaId)})                                       }
    };
}

const QStringList &usualNumberFields()
{
    static const QStringList names{u"verified_name"_s,        u"code_verification_status"_s,
                                   u"display_phone_number"_s, u"quality_rating"_s,
                                   u"platform_type"_s,        u"throughput"_s};
    return names;
}

std::variant<QJsonObject, GraphRefusal> selectOfNumber(const AccountProfile &account, const GraphCall &call)
{
    return selectFields(numberNode(account), call.fields(), usualNumberFields(),
                        u"WhatsAppBusinessPhoneNumber"_s);
}

/// Where the page begins: behind the cursor that was given, or at the front. Nothing: it is not one of ours.
std::optional<std::size_t> firstOfPage(const HttpRequest &request, std::size_t count)
{
    const std::optional<QByteArray> after = request.queryValue("after");
    if (!after || after->isEmpty())
        return 0;
    const std::optional<std::size_t> index = decodeCursor(*after);
    return index && *index <= count ? index : std::nullopt;
}

std::size_t pageSize(const HttpRequest &request)
{
    const int limit = request.queryValue("limit").value_or(QByteArray{}).toInt();
    return std::size_t(limit <= 0 ? kDefaultPage : std::min(limit, kLargestPage));
}

/// The same request for what follows the place of the cursor.
QString nextPageAddress(const HttpRequest &request, const QString &cursor)
{
    QUrlQuery query;
    for (const auto &[name, value] : request.query) {
        if (name != "after" && name != "access_token")
            query.addQueryItem(QString::fromUtf8(name), QString::fromUtf8(value));
    }
    query.addQueryItem(u"after"_s, cursor);
    return u"http://%1%2?%3"_s.arg(QString::fromUtf8(request.header("Host")), QString::fromUtf8(request.path),
                                   query.toString(QUrl::FullyEncoded));
}

QJsonObject cursors(std::size_t first, std::size_t end)
{
    return {
        {u"before"_s, encodeCursor(first)},
        {u"after"_s,  encodeCursor(end)  }
    };
}

} // namespace

ManagementApi::ManagementApi(const Clock &clock, const AccountProfile &account,
                             const TemplateShelf &templates, InsightsBook &insights, int callsPerHour)
    : m_clock{clock}
    , m_account{account}
    , m_templates{templates}
    , m_insights{insights}
    , m_window{callsPerHour, 1h}
{
}

GraphAnswer ManagementApi::answer(const GraphCall &call)
{
    if (!m_window.take(m_clock.monotonic()))
        return GraphRefusal{.code = 80007};
    const int percent = m_window.percentUsed(m_clock.monotonic());
    GraphAnswer answer = route(call);
    if (auto *response = std::get_if<HttpResponse>(&answer)) {
        const QJsonObject usage{
            {u"type"_s,                            u"whatsapp_business_management"_s},
            {u"call_count"_s,                      percent                          },
            {u"total_cputime"_s,                   1                                },
            {u"total_time"_s,                      1                                },
            {u"estimated_time_to_regain_access"_s, 0                                }
        };
        response->headers.emplace_back(
            "X-Business-Use-Case-Usage",
            QJsonDocument{QJsonObject{{m_account.wabaId, QJsonArray{usage}}}}.toJson(QJsonDocument::Compact));
    }
    return answer;
}

GraphAnswer ManagementApi::route(const GraphCall &call)
{
    const QString edge = call.edge();
    if (call.node() == m_account.phoneNumberId && edge.isEmpty() && call.isGet())
        return readNumber(call);
    if (call.node() == m_account.wabaId) {
        if (edge == "subscribed_apps"_L1)
            return subscribedApps(call);
        if (edge.isEmpty() && call.isPost())
            return enableInsights(call);
        if (call.isGet() && edge.isEmpty())
            return readAccount(call);
        if (call.isGet() && edge == "phone_numbers"_L1)
            return listNumbers(call);
        if (call.isGet() && edge == "message_templates"_L1)
            return listTemplates(call);
        if (call.isGet() && edge == "template_analytics"_L1)
            return toAnswer(m_insights.templateAnalytics(call.request, m_templates, m_clock.now()));
    }
    if (call.isGet() && edge.isEmpty() && m_templates.findById(call.node()))
        return readTemplate(call);
    return call.unknown();
}

GraphAnswer ManagementApi::readNumber(const GraphCall &call) const
{
    return toAnswer(selectOfNumber(m_account, call));
}

GraphAnswer ManagementApi::readAccount(const GraphCall &call) const
{
    QJsonObject node{
        {u"id"_s,                                        m_account.wabaId                                   },
        {u"name"_s,                                      m_account.businessName                             },
        {u"currency"_s,                                  u"INR"_s                                           },
        {u"timezone_id"_s,                               u"71"_s                                            },
        {u"country"_s,                                   u"IN"_s                                            },
        {u"status"_s,                                    u"ACTIVE"_s                                        },
        {u"account_review_status"_s,                     u"APPROVED"_s                                      },
        {u"business_verification_status"_s,              u"verified"_s                                      },
        {u"is_enabled_for_insights"_s,                   m_insights.isEnabled()                             },
        {u"message_template_namespace"_s,                u"6f1c2c5e_8a53_4c0b_9d3e_b1d0f3a2c711"_s          },
        {u"whatsapp_business_manager_messaging_limit"_s, u"TIER_10K"_s                                      },
        {u"health_status"_s,                             health({healthEntity(u"WABA"_s, m_account.wabaId)})}
    };
    const QString asked = QString::fromUtf8(call.fields().value_or(QByteArray{}));
    if (fieldNames(asked).contains(u"pricing_analytics"_s)) {
        const InsightsBook::Answer prices = m_insights.pricingAnalytics(asked, m_clock.now());
        if (const auto *refusal = std::get_if<GraphRefusal>(&prices))
            return *refusal;
        node[u"pricing_analytics"_s] = std::get<QJsonObject>(prices);
    }
    return toAnswer(selectFields(node, call.fields(),
                                 {u"name"_s, u"timezone_id"_s, u"message_template_namespace"_s},
                                 u"WhatsAppBusinessAccount"_s));
}

GraphAnswer ManagementApi::listNumbers(const GraphCall &call) const
{
    const auto selected = selectOfNumber(m_account, call);
    if (const auto *refusal = std::get_if<GraphRefusal>(&selected))
        return *refusal;
    return jsonResponse({
        {u"data"_s,   QJsonArray{std::get<QJsonObject>(selected)}},
        {u"paging"_s, QJsonObject{{u"cursors"_s, cursors(0, 1)}} }
    });
}

GraphAnswer ManagementApi::listTemplates(const GraphCall &call) const
{
    const std::vector<const QJsonObject *> matching = matchingTemplates(call.request);
    const std::optional<std::size_t> first = firstOfPage(call.request, matching.size());
    if (!first)
        return GraphRefusal{.code = 131059};
    const std::size_t end = std::min(matching.size(), *first + pageSize(call.request));

    QJsonArray data;
    for (std::size_t i = *first; i < end; ++i) {
        const auto selected = selectFields(
            *matching[i], call.fields(),
            {u"name"_s, u"parameter_format"_s, u"components"_s, u"language"_s, u"status"_s, u"category"_s},
            u"WhatsAppMessageTemplate"_s);
        if (const auto *refusal = std::get_if<GraphRefusal>(&selected))
            return *refusal;
        data.append(std::get<QJsonObject>(selected));
    }
    QJsonObject paging;
    if (!data.isEmpty())
        paging[u"cursors"_s] = cursors(*first, end);
    if (end < matching.size())
        paging[u"next"_s] = nextPageAddress(call.request, encodeCursor(end));
    return jsonResponse({
        {u"data"_s,   data  },
        {u"paging"_s, paging}
    });
}

std::vector<const QJsonObject *> ManagementApi::matchingTemplates(const HttpRequest &request) const
{
    std::vector<const QJsonObject *> matching;
    for (const QJsonObject &listed : m_templates.listed()) {
        if (matches(listed, request, "name", u"name"_s) && matches(listed, request, "language", u"language"_s)
            && matches(listed, request, "status", u"status"_s)
            && matches(listed, request, "category", u"category"_s)) {
            matching.push_back(&listed);
        }
    }
    return matching;
}

GraphAnswer ManagementApi::enableInsights(const GraphCall &call)
{
    const QByteArray wanted = call.request.queryValue("is_enabled_for_insights").value_or(QByteArray{});
    if (wanted != "true" && !call.json[u"is_enabled_for_insights"_s].toBool())
        return GraphRefusal{.code = 100,
                            .message = u"(#100) Nothing of the account can be changed by that."_s};
    m_insights.enable();
    return jsonResponse({
        {u"id"_s, m_account.wabaId}
    });
}

/// The only app there is: the one of the token.
GraphAnswer ManagementApi::subscribedApps(const GraphCall &call)
{
    if (call.isPost() || call.isDelete()) {
        m_isAppSubscribed = call.isPost();
        return jsonResponse({
            {u"success"_s, true}
        });
    }
    QJsonArray apps;
    if (m_isAppSubscribed) {
        apps.append(QJsonObject{
            {u"whatsapp_business_api_data"_s,
             QJsonObject{{u"id"_s, u"670843887433847"_s}, {u"name"_s, u"Simulated app"_s}}}
        });
    }
    return jsonResponse({
        {u"data"_s, apps}
    });
}

GraphAnswer ManagementApi::readTemplate(const GraphCall &call) const
{
    return toAnswer(selectFields(*m_templates.findById(call.node()), call.fields(),
                                 {u"name"_s, u"components"_s, u"language"_s, u"status"_s, u"category"_s},
                                 u"WhatsAppMessageTemplate"_s));
}
