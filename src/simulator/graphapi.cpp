#include "simulator/graphapi.h"

#include "simulator/messagecheck.h"

#include <QJsonDocument>
#include <QRandomGenerator>
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kDefaultPage = 25;
constexpr int kLargestPage = 1000;
constexpr std::chrono::hours kServiceWindow{24};
constexpr std::chrono::minutes kMediaUrlLifetime{5};
constexpr std::size_t kMostPeople = 200'000;
constexpr std::size_t kMostCountedRecipients = 1'000'000;
constexpr QLatin1StringView kDefaultVersion{"v26.0"};

/// "id,health_status{entities},analytics.start(1)": the names at the top, without what follows them.
QStringList fieldNames(const QString &fields)
{
    QStringList names;
    QString name;
    int depth = 0;
    bool isName = true;
    for (const QChar character : fields + u',') {
        if (character == u',' && depth == 0) {
            if (!name.trimmed().isEmpty())
                names.append(name.trimmed());
            name.clear();
            isName = true;
            continue;
        }
        if (character == u'{' || character == u'(')
            ++depth;
        if (character == u'}' || character == u')')
            --depth;
        if (character == u'{' || character == u'(' || character == u'.')
            isName = false;
        if (isName)
            name += character;
    }
    return names;
}

/// The asked fields of a node and its id; all that are usual when none are asked.
std::variant<QJsonObject, GraphRefusal> select(const QJsonObject &node,
                                               const std::optional<QByteArray> &fields,
                                               const QStringList &usual, const QString &nodeType)
{
    QJsonObject selected{
        {u"id"_s, node[u"id"_s]}
    };
    const QStringList asked = fields ? fieldNames(QString::fromUtf8(*fields)) : usual;
    for (const QString &name : asked) {
        if (!node.contains(name)) {
            return GraphRefusal{
                .code = 100,
                .message =
                    u"(#100) Tried accessing nonexisting field (%1) on node type (%2)"_s.arg(name, nodeType)};
        }
        selected[name] = node[name];
    }
    return selected;
}

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

} // namespace

/// One request, taken apart.
struct GraphApi::Call
{
    const HttpRequest &request;
    QByteArrayList path; ///< without the version
    const QJsonObject json; ///< the body, if it is an object

    QString node() const { return QString::fromUtf8(path.value(0)); }
    QString edge() const { return QString::fromUtf8(path.value(1)); }
    bool isGet() const { return request.method == "GET"; }
    bool isPost() const { return request.method == "POST"; }
    bool isDelete() const { return request.method == "DELETE"; }
    std::optional<QByteArray> fields() const { return request.queryValue("fields"); }
    GraphRefusal unknown() const
    {
        return unknownObject(path.isEmpty() ? u""_s : node(), QString::fromLatin1(request.method.toLower()));
    }
};

GraphApi::GraphApi(const Clock &clock, const SimulatorOptions &options, QString token)
    : m_clock{clock}
    , m_account{.phoneNumberId = options.phoneNumberId, .wabaId = options.wabaId}
    , m_token{std::move(token)}
    , m_seed{options.seed ? *options.seed : QRandomGenerator::system()->generate64()}
    , m_behaviour{options.behaviour}
    , m_allowedRecipients{options.allowedRecipients}
    , m_templates{options.templates}
    , m_insights{options.isEnabledForInsights}
    , m_sendWindow{options.messagesPerSecond, 1s}
    , m_managementWindow{options.managementCallsPerHour, 1h}
    , m_traces{m_seed, "traces"}
{
    m_faults.replace(options.faults);
}

bool GraphApi::setTemplateStatus(const QString &name, const QString &language, const QString &status)
{
    const std::lock_guard lock{m_mutex};
    return m_templates.setStatus(name, language, status);
}

HandledRequest GraphApi::handle(const HttpRequest &request)
{
    const std::lock_guard lock{m_mutex};
    HandledRequest handled;
    handled.entry.at = m_clock.now();
    handled.entry.method = request.method;
    handled.entry.path = request.path;

    Call call{request, request.path.split('/'), QJsonDocument::fromJson(request.body).object()};
    call.path.removeAll(QByteArray{});
    static const QRegularExpression versionForm{u"^v[0-9]+\\.[0-9]+$"_s};
    QByteArray version = QByteArray{kDefaultVersion.data(), kDefaultVersion.size()};
    if (!call.path.isEmpty() && versionForm.match(QString::fromUtf8(call.path.first())).hasMatch())
        version = call.path.takeFirst();
    if (call.edge() == "messages"_L1) {
        handled.entry.to = call.json[u"to"_s].toString();
        handled.entry.opaque = call.json[u"biz_opaque_callback_data"_s].toString();
    }

    const Answer answer = isAuthorized(request)
        ? route(call, handled)
        : Answer{
            GraphRefusal{.code = 190,
                         .message = u"Invalid OAuth access token - Cannot parse access "
                                    "token"_s}
    };
    if (const auto *refusal = std::get_if<GraphRefusal>(&answer)) {
        handled.entry.verdict = RequestVerdict::Refused;
        handled.entry.code = refusal->code;
        handled.response = toResponse(*refusal, nextTraceId());
    } else if (handled.entry.verdict == RequestVerdict::Accepted
               || handled.entry.verdict == RequestVerdict::Refused) {
        handled.response = std::get<HttpResponse>(answer);
    }
    if (handled.response)
        handled.response->headers.emplace_back("facebook-api-version", version);
    return handled;
}

bool GraphApi::isAuthorized(const HttpRequest &request) const
{
    const QByteArray header = request.header("Authorization");
    if (header.left(7).compare("Bearer ", Qt::CaseInsensitive) == 0)
        return header.mid(7).trimmed() == m_token.toUtf8();
    return request.queryValue("access_token") == m_token.toUtf8();
}

GraphApi::Answer GraphApi::route(const Call &call, HandledRequest &handled)
{
    const QString node = call.node();
    const QString edge = call.edge();
    if (call.path.isEmpty() || call.path.size() > 2)
        return call.unknown();
    if (node == m_account.phoneNumberId && edge == "messages"_L1 && call.isPost())
        return postMessage(call.json, handled);
    if (node == m_account.phoneNumberId && edge == "media"_L1 && call.isPost())
        return uploadMedia(call);
    if (node == "media"_L1 && call.isGet())
        return downloadMedia(call);
    if (edge.isEmpty() && node != m_account.phoneNumberId && m_media.find(node, m_clock.now()))
        return answerMedia(call);
    return answerManagement(call);
}

GraphApi::Answer GraphApi::postMessage(const QJsonObject &message, HandledRequest &handled)
{
    if (message[u"messaging_product"_s].toString() != "whatsapp"_L1)
        return GraphRefusal{.code = 100, .message = u"(#100) The parameter messaging_product is required."_s};
    if (message[u"status"_s].toString() == "read"_L1) {
        if (message[u"message_id"_s].toString().isEmpty())
            return GraphRefusal{.code = 100, .message = u"(#100) The parameter message_id is required."_s};
        handled.entry.messageId = message[u"message_id"_s].toString();
        return jsonResponse({
            {u"success"_s, true}
        });
    }
    const QString to = message[u"to"_s].toString();
    if (to.isEmpty())
        return GraphRefusal{.code = 100, .message = u"(#100) The parameter to is required."_s};
    const std::optional<QByteArray> waId = whatsAppId(to, m_account.countryCode);
    if (!waId)
        return GraphRefusal{.code = 131009, .details = u"to (%1) is not a valid phone number"_s.arg(to)};

    const Fault fault = m_faults.take('+' + *waId).value_or(Fault{});
    handled.extraDelay = fault.delay;
    switch (fault.act) {
    case Fault::Act::None: return acceptOrRefuse(message, *waId, handled);
    case Fault::Act::Refuse: return GraphRefusal{.code = fault.code, .status = fault.status};
    case Fault::Act::DropBefore: handled.entry.verdict = RequestVerdict::DroppedBefore; return HttpResponse{};
    case Fault::Act::DropAfter: {
        Answer answer = acceptOrRefuse(message, *waId, handled);
        if (std::holds_alternative<HttpResponse>(answer))
            handled.entry.verdict = RequestVerdict::DroppedAfter;
        return answer;
    }
    case Fault::Act::RawBody: {
        const HttpResponse raw = httpResponse(fault.status, "text/html; charset=UTF-8", fault.body);
        if (fault.status >= 300) {
            handled.entry.verdict = RequestVerdict::Refused;
            return raw;
        }
        Answer answer = acceptOrRefuse(message, *waId, handled);
        return std::holds_alternative<HttpResponse>(answer) ? raw : answer;
    }
    }
    Q_UNREACHABLE();
}

GraphApi::Answer GraphApi::acceptOrRefuse(const QJsonObject &message, const QByteArray &waId,
                                          HandledRequest &handled)
{
    if (waId == m_account.waId)
        return GraphRefusal{.code = 131021};
    if (!m_allowedRecipients.isEmpty() && !m_allowedRecipients.contains(QString::fromLatin1(waId)))
        return GraphRefusal{.code = 131030};
    const std::variant<PostedMessage, GraphRefusal> checked = checkMessage(message, m_templates);
    if (const auto *refusal = std::get_if<GraphRefusal>(&checked))
        return *refusal;
    if (MediaShelf::hasExpired(std::get<PostedMessage>(checked).mediaId, m_clock.now()))
        return GraphRefusal{.code = 131009, .details = u"the media id has expired"_s};
    if (!m_sendWindow.take(m_clock.monotonic())) {
        return GraphRefusal{.code = 130429,
                            .details =
                                u"Message failed to send because there were too many messages sent from this "
                                "phone number in a short period of time"_s};
    }
    if (!m_pairLimit.take(waId, m_clock.monotonic())) {
        return GraphRefusal{.code = 131056,
                            .details =
                                u"Message failed to send because there were too many messages sent from this "
                                "phone number to the same phone number in a short period of time."_s};
    }
    return accept(message, std::get<PostedMessage>(checked), waId, handled);
}

HttpResponse GraphApi::accept(const QJsonObject &message, const PostedMessage &outgoing,
                              const QByteArray &waId, HandledRequest &handled)
{
    const UtcTime now = m_clock.now();
    const auto person = m_people.find(waId.toStdString());
    auto sent = std::make_shared<SentMessage>();
    sent->id = nextMessageId(waId);
    sent->waId = waId;
    sent->opaque = handled.entry.opaque;
    sent->category = outgoing.category;
    sent->acceptedAt = now;
    sent->hadOpenWindow = person != m_people.end() && person->second.wroteAt <= now
        && now - person->second.wroteAt < kServiceWindow;
    planEvents(outgoing, *sent, handled);
    m_insights.note(outgoing.templateId, outgoing.category, now, handled.events);
    handled.entry.messageId = sent->id;
    handled.accepted = sent;

    QJsonObject answered{
        {u"id"_s, sent->id}
    };
    if (outgoing.isTemplate)
        answered[u"message_status"_s] = u"accepted"_s;
    return jsonResponse({
        {u"messaging_product"_s, u"whatsapp"_s                                                           },
        {u"contacts"_s,
         QJsonArray{QJsonObject{{u"input"_s, message[u"to"_s]}, {u"wa_id"_s, QString::fromLatin1(waId)}}}},
        {u"messages"_s,          QJsonArray{answered}                                                    }
    });
}

void GraphApi::planEvents(const PostedMessage &outgoing, const SentMessage &sent, HandledRequest &handled)
{
    const std::string key = sent.waId.toStdString();
    if (m_messagesTo.size() > kMostCountedRecipients)
        m_messagesTo.clear();
    const int number = ++m_messagesTo[key];
    const auto known = m_people.find(key);
    const RecipientState recipient{.waId = sent.waId,
                                   .hasStoppedMarketing =
                                       known != m_people.end() && known->second.hasStoppedMarketing,
                                   .hasOpenWindow = sent.hadOpenWindow};
    SeededRandom random{m_seed, sent.waId + '/' + QByteArray::number(number)};
    handled.events = planDelivery(outgoing, recipient, m_behaviour, random);

    for (const PlannedEvent &event : handled.events) {
        const bool stops = event.kind == PlannedEvent::Kind::StopPreference;
        if (!stops && event.kind != PlannedEvent::Kind::TextReply
            && event.kind != PlannedEvent::Kind::ButtonReply)
            continue;
        if (m_people.size() > kMostPeople) {
            std::erase_if(m_people, [&](const auto &entry) {
                return !entry.second.hasStoppedMarketing
                    && sent.acceptedAt - entry.second.wroteAt > kServiceWindow;
            });
        }
        Person &person = m_people[key];
        if (stops)
            person.hasStoppedMarketing = true;
        else
            person.wroteAt = sent.acceptedAt + event.after;
    }
}

QString GraphApi::nextMessageId(const QByteArray &waId)
{
    // The shape of Meta's ids: a little envelope with the person's digits and eighteen hexadecimal digits.
    // The time in them keeps the ids of two runs with one seed apart.
    ++m_messageNumber;
    const QByteArray unique =
        QByteArray::number(toMilliseconds(m_clock.now()) & 0xffff'ffff'ff, 16).rightJustified(10, '0')
        + QByteArray::number(m_messageNumber & 0xffff'ffff, 16).rightJustified(8, '0');
    QByteArray bytes{"\x1c\x18", 2};
    bytes += char(waId.size());
    bytes += waId;
    bytes += QByteArray{"\x15\x02\x00\x11\x18\x12", 6};
    bytes += unique.toUpper();
    bytes += '\0';
    return u"wamid."_s + QString::fromLatin1(bytes.toBase64());
}

/// The only app there is: the one of the token.
GraphApi::Answer GraphApi::subscribedApps(const Call &call)
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

GraphApi::Answer GraphApi::answerManagement(const Call &call)
{
    const bool isAllowed = m_managementWindow.take(m_clock.monotonic());
    const int percent = m_managementWindow.percentUsed(m_clock.monotonic());
    Answer answer = call.unknown();
    if (!isAllowed)
        answer = GraphRefusal{.code = 80007};
    else if (call.isGet() && call.node() == m_account.phoneNumberId && call.edge().isEmpty())
        answer = readNumber(call);
    else if (call.isGet() && call.node() == m_account.wabaId && call.edge().isEmpty())
        answer = readAccount(call);
    else if (call.isGet() && call.node() == m_account.wabaId && call.edge() == "phone_numbers"_L1)
        answer = listNumbers(call);
    else if (call.isGet() && call.node() == m_account.wabaId && call.edge() == "message_templates"_L1)
        answer = listTemplates(call);
    else if (call.isGet() && call.node() == m_account.wabaId && call.edge() == "template_analytics"_L1)
        answer = tellInsights(call);
    else if (call.node() == m_account.wabaId && call.edge() == "subscribed_apps"_L1)
        answer = subscribedApps(call);
    else if (call.isPost() && call.node() == m_account.wabaId && call.edge().isEmpty())
        answer = enableInsights(call);
    else if (call.isGet() && call.edge().isEmpty() && m_templates.findById(call.node()))
        answer = readTemplate(call);
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

namespace {

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

} // namespace

GraphApi::Answer GraphApi::readNumber(const Call &call) const
{
    const auto selected =
        select(numberNode(m_account), call.fields(), usualNumberFields(), u"WhatsAppBusinessPhoneNumber"_s);
    if (const auto *refusal = std::get_if<GraphRefusal>(&selected))
        return *refusal;
    return jsonResponse(std::get<QJsonObject>(selected));
}

GraphApi::Answer GraphApi::readAccount(const Call &call) const
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
    const auto selected =
        select(node, call.fields(), {u"name"_s, u"timezone_id"_s, u"message_template_namespace"_s},
               u"WhatsAppBusinessAccount"_s);
    if (const auto *refusal = std::get_if<GraphRefusal>(&selected))
        return *refusal;
    return jsonResponse(std::get<QJsonObject>(selected));
}

GraphApi::Answer GraphApi::listNumbers(const Call &call) const
{
    const auto selected =
        select(numberNode(m_account), call.fields(), usualNumberFields(), u"WhatsAppBusinessPhoneNumber"_s);
    if (const auto *refusal = std::get_if<GraphRefusal>(&selected))
        return *refusal;
    const QJsonObject cursors{
        {u"before"_s, encodeCursor(0)},
        {u"after"_s,  encodeCursor(1)}
    };
    return jsonResponse({
        {u"data"_s,   QJsonArray{std::get<QJsonObject>(selected)}},
        {u"paging"_s, QJsonObject{{u"cursors"_s, cursors}}       }
    });
}

GraphApi::Answer GraphApi::listTemplates(const Call &call) const
{
    const HttpRequest &request = call.request;
    std::vector<const QJsonObject *> matching;
    for (const QJsonObject &listed : m_templates.listed()) {
        if (matches(listed, request, "name", u"name"_s) && matches(listed, request, "language", u"language"_s)
            && matches(listed, request, "status", u"status"_s)
            && matches(listed, request, "category", u"category"_s)) {
            matching.push_back(&listed);
        }
    }
    std::size_t first = 0;
    if (const std::optional<QByteArray> after = request.queryValue("after"); after && !after->isEmpty()) {
        const std::optional<std::size_t> index = decodeCursor(*after);
        if (!index || *index > matching.size())
            return GraphRefusal{.code = 131059};
        first = *index;
    }
    int limit = request.queryValue("limit").value_or(QByteArray{}).toInt();
    if (limit <= 0)
        limit = kDefaultPage;
    const std::size_t end = std::min(matching.size(), first + std::size_t(std::min(limit, kLargestPage)));

    QJsonArray data;
    for (std::size_t i = first; i < end; ++i) {
        const auto selected = select(
            *matching[i], call.fields(),
            {u"name"_s, u"parameter_format"_s, u"components"_s, u"language"_s, u"status"_s, u"category"_s},
            u"WhatsAppMessageTemplate"_s);
        if (const auto *refusal = std::get_if<GraphRefusal>(&selected))
            return *refusal;
        data.append(std::get<QJsonObject>(selected));
    }
    QJsonObject paging;
    if (!data.isEmpty())
        paging[u"cursors"_s] = QJsonObject{
            {u"before"_s, encodeCursor(first)},
            {u"after"_s,  encodeCursor(end)  }
        };
    if (end < matching.size()) {
        QUrlQuery query;
        for (const auto &[name, value] : request.query) {
            if (name != "after" && name != "access_token")
                query.addQueryItem(QString::fromUtf8(name), QString::fromUtf8(value));
        }
        query.addQueryItem(u"after"_s, encodeCursor(end));
        paging[u"next"_s] =
            u"http://%1%2?%3"_s.arg(QString::fromUtf8(request.header("Host")),
                                    QString::fromUtf8(request.path), query.toString(QUrl::FullyEncoded));
    }
    return jsonResponse({
        {u"data"_s,   data  },
        {u"paging"_s, paging}
    });
}

GraphApi::Answer GraphApi::tellInsights(const Call &call) const
{
    const InsightsBook::Answer told = m_insights.templateAnalytics(call.request, m_templates, m_clock.now());
    if (const auto *refusal = std::get_if<GraphRefusal>(&told))
        return *refusal;
    return jsonResponse(std::get<QJsonObject>(told));
}

GraphApi::Answer GraphApi::enableInsights(const Call &call)
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

GraphApi::Answer GraphApi::readTemplate(const Call &call) const
{
    const auto selected = select(*m_templates.findById(call.node()), call.fields(),
                                 {u"name"_s, u"components"_s, u"language"_s, u"status"_s, u"category"_s},
                                 u"WhatsAppMessageTemplate"_s);
    if (const auto *refusal = std::get_if<GraphRefusal>(&selected))
        return *refusal;
    return jsonResponse(std::get<QJsonObject>(selected));
}

GraphApi::Answer GraphApi::uploadMedia(const Call &call)
{
    const auto parts = parseMultipart(call.request.header("Content-Type"), call.request.body);
    if (!parts)
        return GraphRefusal{.code = 100, .message = u"(#100) The body must be multipart/form-data."_s};
    const FormPart *file = nullptr;
    QString product;
    QString type;
    for (const FormPart &part : *parts) {
        if (part.name == "file")
            file = &part;
        else if (part.name == "messaging_product")
            product = QString::fromUtf8(part.content);
        else if (part.name == "type")
            type = QString::fromUtf8(part.content);
    }
    if (product != "whatsapp"_L1)
        return GraphRefusal{.code = 100, .message = u"(#100) The parameter messaging_product is required."_s};
    if (!file)
        return GraphRefusal{.code = 100, .message = u"(#100) The parameter file is required."_s};
    const QString mimeType = file->contentType.isEmpty() ? type : QString::fromUtf8(file->contentType);
    if (const QString objection = MediaShelf::objection(mimeType, file->content.size()); !objection.isEmpty())
        return GraphRefusal{.code = 100, .message = u"(#100) "_s + objection};
    return jsonResponse({
        {u"id"_s, m_media.add(mimeType, file->content, m_clock.now())}
    });
}

GraphApi::Answer GraphApi::answerMedia(const Call &call)
{
    if (call.isDelete()) {
        m_media.remove(call.node());
        return jsonResponse({
            {u"success"_s, true}
        });
    }
    if (!call.isGet())
        return call.unknown();
    const StoredMedia *media = m_media.find(call.node(), m_clock.now());
    const QString url =
        u"http://%1/media/%2?expires=%3"_s.arg(QString::fromUtf8(call.request.header("Host")), media->id)
            .arg(toMilliseconds(m_clock.now() + kMediaUrlLifetime));
    return jsonResponse({
        {u"messaging_product"_s, u"whatsapp"_s                     },
        {u"url"_s,               url                               },
        {u"mime_type"_s,         media->mimeType                   },
        {u"sha256"_s,            QString::fromLatin1(media->sha256)},
        {u"file_size"_s,         media->size                       },
        {u"id"_s,                media->id                         }
    });
}

GraphApi::Answer GraphApi::downloadMedia(const Call &call) const
{
    const qint64 expires = call.request.queryValue("expires").value_or(QByteArray{}).toLongLong();
    const StoredMedia *media = m_media.find(call.edge(), m_clock.now());
    if (!media || m_clock.now() > fromMilliseconds(expires))
        return httpResponse(404, "text/plain", "URL signature expired");
    return httpResponse(200, media->mimeType.toUtf8(), media->content);
}

QString GraphApi::nextTraceId()
{
    QByteArray bytes;
    for (int i = 0; i < 2; ++i) {
        const std::uint64_t value = m_traces.next();
        bytes.append(reinterpret_cast<const char *>(&value), sizeof value);
    }
    return u'A'
        + QString::fromLatin1(bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}
