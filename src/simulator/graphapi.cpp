#include "simulator/graphapi.h"

#include "simulator/messagecheck.h"

#include <QJsonDocument>
#include <QRandomGenerator>
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::hours kServiceWindow{24};
constexpr std::size_t kMostPeople = 200'000;
constexpr std::size_t kMostCountedRecipients = 1'000'000;
constexpr QLatin1StringView kDefaultVersion{"v26.0"};

} // namespace

GraphApi::GraphApi(const Clock &clock, const SimulatorOptions &options, QString token)
    : m_clock{clock}
    , m_account{.phoneNumberId = options.phoneNumberId, .wabaId = options.wabaId}
    , m_token{std::move(token)}
    , m_seed{options.seed ? *options.seed : QRandomGenerator::system()->generate64()}
    , m_behaviour{options.behaviour}
    , m_allowedRecipients{options.allowedRecipients}
    , m_templates{options.templates}
    , m_insights{options.isEnabledForInsights}
    , m_media{clock}
    , m_management{clock, m_account, m_templates, m_insights, options.managementCallsPerHour}
    , m_sendWindow{options.messagesPerSecond, 1s}
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

    GraphCall call{request, request.path.split('/'), QJsonDocument::fromJson(request.body).object()};
    call.path.removeAll(QByteArray{});
    static const QRegularExpression versionForm{u"^v[0-9]+\\.[0-9]+$"_s};
    QByteArray version = QByteArray{kDefaultVersion.data(), kDefaultVersion.size()};
    if (!call.path.isEmpty() && versionForm.match(QString::fromUtf8(call.path.first())).hasMatch())
        version = call.path.takeFirst();
    if (call.edge() == "messages"_L1) {
        handled.entry.to = call.json[u"to"_s].toString();
        handled.entry.opaque = call.json[u"biz_opaque_callback_data"_s].toString();
    }

    const GraphAnswer answer = isAuthorized(request)
        ? route(call, handled)
        : GraphAnswer{
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

GraphAnswer GraphApi::route(const GraphCall &call, HandledRequest &handled)
{
    const QString node = call.node();
    const QString edge = call.edge();
    if (call.path.isEmpty() || call.path.size() > 2)
        return call.unknown();
    if (node == m_account.phoneNumberId && edge == "messages"_L1 && call.isPost())
        return postMessage(call.json, handled);
    if (node == m_account.phoneNumberId && edge == "media"_L1 && call.isPost())
        return m_media.uploadMedia(call);
    if (node == "media"_L1 && call.isGet())
        return m_media.downloadMedia(call);
    if (edge.isEmpty() && node != m_account.phoneNumberId && m_media.knows(node))
        return m_media.answerMedia(call);
    return m_management.answer(call);
}

GraphAnswer GraphApi::postMessage(const QJsonObject &message, HandledRequest &handled)
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
        GraphAnswer answer = acceptOrRefuse(message, *waId, handled);
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
        GraphAnswer answer = acceptOrRefuse(message, *waId, handled);
        return std::holds_alternative<HttpResponse>(answer) ? raw : answer;
    }
    }
    Q_UNREACHABLE();
}

GraphAnswer GraphApi::acceptOrRefuse(const QJsonObject &message, const QByteArray &waId,
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
