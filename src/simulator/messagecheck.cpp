#include "simulator/messagecheck.h"

#include "simulator/templateshelf.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kBodyLimit = 1024;
constexpr qsizetype kTextLimit = 4096;
constexpr qsizetype kPayloadLimit = 256;
constexpr qsizetype kOpaqueLimit = 512;
constexpr qsizetype kCouponLimit = 20;

using Refused = std::optional<GraphRefusal>;

GraphRefusal missing(const QString &details)
{
    return {.code = 131008, .details = details};
}

GraphRefusal notValid(const QString &details)
{
    return {.code = 131009, .details = details};
}

GraphRefusal invalidParameter(const QString &details)
{
    return {.code = 100, .details = details};
}

GraphRefusal wrongCount(const QString &where, qsizetype sent, qsizetype expected)
{
    return {.code = 132000,
            .details =
                u"%1: number of localizable_params (%2) does not match the expected number of params (%3)"_s
                    .arg(where)
                    .arg(sent)
                    .arg(expected)};
}

GraphRefusal formatMismatch(const QString &where, const QString &expected, const QString &received)
{
    return {.code = 132012,
            .details = u"%1: Format mismatch, expected %2, received %3"_s.arg(
                where, expected, received.isEmpty() ? u"UNKNOWN"_s : received.toUpper())};
}

Refused checkMedia(const QJsonValue &value, const QString &where)
{
    const QJsonObject media = value.toObject();
    const QString id = media[u"id"_s].toString();
    const QString link = media[u"link"_s].toString();
    if (id.isEmpty() && link.isEmpty())
        return missing(u"%1: either id or link is required"_s.arg(where));
    if (!id.isEmpty() && !link.isEmpty())
        return invalidParameter(u"%1: id and link must not be used together"_s.arg(where));
    static const QRegularExpression digits{u"^[0-9]{1,32}$"_s};
    if (!id.isEmpty() && !digits.match(id).hasMatch())
        return notValid(u"%1: id is not a media id"_s.arg(where));
    if (const QUrl url{link, QUrl::StrictMode}; !link.isEmpty()
        && (!url.isValid() || url.host().isEmpty()
            || (url.scheme() != "https"_L1 && url.scheme() != "http"_L1))) {
        return notValid(u"%1: link is not a valid URL"_s.arg(where));
    }
    return {};
}

/// One message of a template against that template.
class TemplateCheck
{
public:
    explicit TemplateCheck(const SendableTemplate &expected)
        : m_expected{expected}
    {
    }

    Refused run(const QJsonValue &componentsValue)
    {
        if (!componentsValue.isUndefined() && !componentsValue.isArray())
            return invalidParameter(u"template['components'] must be an array"_s);
        const QJsonArray components = componentsValue.toArray();
        for (const QJsonValue &value : components) {
            if (const Refused refused = readComponent(value))
                return refused;
        }
        if (!m_hasHeader) {
            if (const Refused refused = checkHeader({}))
                return refused;
        }
        if (!m_hasBody) {
            if (const Refused refused = checkBody({}))
                return refused;
        }
        return checkMissingButtons();
    }

    QString mediaId() const { return m_mediaId; }

    std::vector<QuickReply> quickReplies() const
    {
        std::vector<QuickReply> replies;
        for (std::size_t i = 0; i < m_expected.buttons.size(); ++i) {
            const SendableButton &button = m_expected.buttons[i];
            if (button.type == "QUICK_REPLY"_L1)
                replies.push_back({button.text, m_payloads.value(int(i), button.text)});
        }
        return replies;
    }

private:
    Refused readComponent(const QJsonValue &value)
    {
        const QString type = value[u"type"_s].toString().toLower();
        const QJsonValue parametersValue = value[u"parameters"_s];
        if (!parametersValue.isUndefined() && !parametersValue.isArray())
            return invalidParameter(u"%1: parameters must be an array"_s.arg(type));
        const QJsonArray parameters = parametersValue.toArray();
        if (type == "header"_L1) {
            if (std::exchange(m_hasHeader, true))
                return invalidParameter(u"header: sent more than once"_s);
            return checkHeader(parameters);
        }
        if (type == "body"_L1) {
            if (std::exchange(m_hasBody, true))
                return invalidParameter(u"body: sent more than once"_s);
            return checkBody(parameters);
        }
        if (type == "button"_L1)
            return checkButton(value.toObject(), parameters);
        return invalidParameter(u"template['components']: unknown type (%1)"_s.arg(type));
    }

    Refused checkHeader(const QJsonArray &parameters)
    {
        const QString &format = m_expected.headerFormat;
        if (format.isEmpty() || format == "TEXT"_L1)
            return checkTexts(parameters, m_expected.headerVariables, u"header"_s);
        const QString received = parameters.isEmpty() ? QString{} : parameters.first()[u"type"_s].toString();
        if (received.toUpper() != format)
            return formatMismatch(u"header"_s, format, received);
        if (parameters.size() != 1)
            return wrongCount(u"header"_s, parameters.size(), 1);
        const QJsonValue content = parameters.first()[received];
        if (format == "LOCATION"_L1) {
            if (content[u"latitude"_s].isUndefined() || content[u"longitude"_s].isUndefined())
                return missing(u"header: latitude and longitude are required"_s);
            return {};
        }
        m_mediaId = content[u"id"_s].toString();
        return checkMedia(content, u"header"_s);
    }

    Refused checkBody(const QJsonArray &parameters) const
    {
        if (const Refused refused = checkTexts(parameters, m_expected.bodyVariables, u"body"_s))
            return refused;
        qsizetype length = m_expected.bodyText.size();
        for (const QString &variable : m_expected.bodyVariables)
            length -= variable.size() + 4;
        for (const QJsonValue &parameter : parameters)
            length += parameter[u"text"_s].toString().size();
        if (length > kBodyLimit) {
            return GraphRefusal{
                .code = 132005,
                .details =
                    u"body: the text is too long with its parameters (%1 of %2 characters)"_s.arg(length).arg(
                        kBodyLimit)};
        }
        return {};
    }

    Refused checkTexts(const QJsonArray &parameters, const QStringList &variables, const QString &where) const
    {
        if (parameters.size() != variables.size())
            return wrongCount(where, parameters.size(), variables.size());
        QSet<QString> named;
        for (const QJsonValue &parameter : parameters) {
            if (const Refused refused = checkText(parameter, where))
                return refused;
            const QString name = parameter[u"parameter_name"_s].toString();
            if (m_expected.isNamed && name.isEmpty())
                return invalidParameter(u"%1: Parameter name is missing or empty"_s.arg(where));
            if (!m_expected.isNamed && !name.isEmpty())
                return invalidParameter(
                    u"%1: parameter_name (%2) sent for a positional template"_s.arg(where, name));
            if (m_expected.isNamed && !variables.contains(name))
                return invalidParameter(u"%1: parameter_name (%2) is not in the template"_s.arg(where, name));
            if (m_expected.isNamed && named.contains(name))
                return invalidParameter(u"%1: parameter_name (%2) sent more than once"_s.arg(where, name));
            named.insert(name);
        }
        return {};
    }

    static Refused checkText(const QJsonValue &parameter, const QString &where)
    {
        const QString type = parameter[u"type"_s].toString();
        if (type == "currency"_L1 || type == "date_time"_L1) {
            if (parameter[type][u"fallback_value"_s].toString().isEmpty())
                return missing(u"%1: fallback_value is required"_s.arg(where));
            return {};
        }
        if (type != "text"_L1)
            return formatMismatch(where, u"TEXT"_s, type);
        const QString text = parameter[u"text"_s].toString();
        if (text.isEmpty())
            return missing(u"%1: Parameter of type text is missing text value"_s.arg(where));
        static const QRegularExpression forbidden{u"[\\n\\r\\t]| {5}"_s};
        if (text.contains(forbidden)) {
            return GraphRefusal{
                .code = 132018,
                .details =
                    u"%1: param text cannot have new-line/tab characters or more than 4 consecutive spaces"_s
                        .arg(where)};
        }
        return {};
    }

    Refused checkButton(const QJsonObject &component, const QJsonArray &parameters)
    {
        const QJsonValue indexValue = component[u"index"_s];
        bool isNumber = indexValue.isDouble();
        const int index = isNumber ? indexValue.toInt(-1) : indexValue.toString().toInt(&isNumber);
        if (!isNumber || index < 0 || std::size_t(index) >= m_expected.buttons.size())
            return notValid(
                u"buttons: the template has no button at index %1"_s.arg(indexValue.toVariant().toString()));
        const SendableButton &button = m_expected.buttons[std::size_t(index)];
        const QString subType = component[u"sub_type"_s].toString();
        const bool isOneTimeCode = button.type == "OTP"_L1 && subType == "url"_L1;
        if (subType.toUpper() != button.type && !isOneTimeCode)
            return formatMismatch(u"button %1"_s.arg(index), button.type, subType);
        if (m_sentButtons.contains(index))
            return invalidParameter(u"buttons: button at index %1 sent more than once"_s.arg(index));
        m_sentButtons.insert(index);

        if (subType == "url"_L1)
            return checkUrlButton(button, index, parameters);
        if (subType == "quick_reply"_L1)
            return checkQuickReply(index, parameters);
        if (subType == "copy_code"_L1)
            return checkCoupon(index, parameters);
        return {};
    }

    Refused checkUrlButton(const SendableButton &button, int index, const QJsonArray &parameters) const
    {
        const qsizetype expected = button.hasVariable || button.type == "OTP"_L1 ? 1 : 0;
        const QString where = u"button %1"_s.arg(index);
        if (parameters.size() != expected)
            return wrongCount(where, parameters.size(), expected);
        if (expected == 0)
            return {};
        const QJsonValue parameter = parameters.first();
        if (const Refused refused = checkText(parameter, where))
            return refused;
        static const QRegularExpression unescaped{u"[\\s:|]|[^\\x21-\\x7e]"_s};
        if (parameter[u"text"_s].toString().contains(unescaped))
            return notValid(u"%1: special characters of a URL must be percent-encoded"_s.arg(where));
        if (m_expected.isNamed && parameter[u"parameter_name"_s].toString().isEmpty())
            return invalidParameter(u"%1: Parameter name is missing or empty"_s.arg(where));
        return {};
    }

    Refused checkQuickReply(int index, const QJsonArray &parameters)
    {
        if (parameters.isEmpty())
            return {};
        const QString payload = parameters.first()[u"payload"_s].toString();
        if (parameters.size() != 1 || parameters.first()[u"type"_s].toString() != "payload"_L1
            || payload.isEmpty())
            return missing(u"button %1: one parameter of type payload is required"_s.arg(index));
        if (payload.size() > kPayloadLimit)
            return notValid(
                u"button %1: payload is longer than %2 characters"_s.arg(index).arg(kPayloadLimit));
        m_payloads.insert(index, payload);
        return {};
    }

    static Refused checkCoupon(int index, const QJsonArray &parameters)
    {
        const QString coupon =
            parameters.isEmpty() ? QString{} : parameters.first()[u"coupon_code"_s].toString();
        if (coupon.isEmpty())
            return missing(u"button %1: coupon_code is required"_s.arg(index));
        if (coupon.size() > kCouponLimit)
            return notValid(
                u"button %1: coupon_code is longer than %2 characters"_s.arg(index).arg(kCouponLimit));
        return {};
    }

    Refused checkMissingButtons() const
    {
        for (std::size_t i = 0; i < m_expected.buttons.size(); ++i) {
            const SendableButton &button = m_expected.buttons[i];
            const bool needsParameter =
                button.hasVariable || button.type == "OTP"_L1 || button.type == "COPY_CODE"_L1;
            if (needsParameter && !m_sentButtons.contains(int(i))) {
                return missing(
                    u"buttons: Button at index %1 of type %2 requires a parameter"_s.arg(i).arg(button.type));
            }
        }
        return {};
    }

    const SendableTemplate &m_expected;
    bool m_hasHeader = false;
    bool m_hasBody = false;
    QString m_mediaId;
    QSet<int> m_sentButtons;
    QHash<int, QString> m_payloads;
};

std::variant<PostedMessage, GraphRefusal> checkTemplate(const QJsonValue &sent,
                                                        const TemplateShelf &templates)
{
    const QString name = sent[u"name"_s].toString();
    const QString language = sent[u"language"_s][u"code"_s].toString();
    if (name.isEmpty())
        return missing(u"template['name'] is required"_s);
    if (language.isEmpty())
        return missing(u"template['language']['code'] is required"_s);
    if (const QJsonValue policy = sent[u"language"_s][u"policy"_s];
        !policy.isUndefined() && policy.toString() != "deterministic"_L1) {
        return invalidParameter(u"template['language']['policy'] must be deterministic"_s);
    }
    const SendableTemplate *found = templates.find(name, language);
    if (found && found->status == "PAUSED"_L1)
        return GraphRefusal{.code = 132015,
                            .details = u"template (%1) in %2 is paused"_s.arg(name, language)};
    if (found && found->status == "DISABLED"_L1)
        return GraphRefusal{.code = 132016,
                            .details = u"template (%1) in %2 is disabled"_s.arg(name, language)};
    if (!found || found->status != "APPROVED"_L1) {
        return GraphRefusal{.code = 132001,
                            .details = u"template name (%1) does not exist in %2"_s.arg(name, language)};
    }
    TemplateCheck check{*found};
    if (const Refused refused = check.run(sent[u"components"_s]))
        return *refused;
    return PostedMessage{.type = u"template"_s,
                         .isTemplate = true,
                         .templateId = found->id,
                         .category = found->category.toLower(),
                         .language = language,
                         .mediaId = check.mediaId(),
                         .quickReplies = check.quickReplies()};
}

Refused checkFreeForm(const QString &type, const QJsonValue &content)
{
    if (type == "text"_L1) {
        const QString body = content[u"body"_s].toString();
        if (body.isEmpty())
            return missing(u"text['body'] is required"_s);
        if (body.size() > kTextLimit)
            return invalidParameter(u"text['body'] must be at most %1 characters long"_s.arg(kTextLimit));
        return {};
    }
    return checkMedia(content, type);
}

} // namespace

std::optional<QByteArray> whatsAppId(const QString &to, const QByteArray &ownCountryCode)
{
    QByteArray digits;
    bool isInternational = false;
    for (const QChar character : to) {
        if (character >= u'0' && character <= u'9')
            digits += char(character.unicode());
        else if (character == u'+' && digits.isEmpty() && !isInternational)
            isInternational = true;
        else if (character != u' ' && character != u'-' && character != u'(' && character != u')')
            return std::nullopt;
    }
    if (!isInternational && !digits.startsWith(ownCountryCode))
        digits.prepend(ownCountryCode);
    if (digits.size() < 7 || digits.size() > 15 || digits.startsWith('0'))
        return std::nullopt;
    return digits;
}

std::variant<PostedMessage, GraphRefusal> checkMessage(const QJsonObject &message,
                                                       const TemplateShelf &templates)
{
    if (const QJsonValue recipientType = message[u"recipient_type"_s];
        !recipientType.isUndefined() && recipientType.toString() != "individual"_L1) {
        return invalidParameter(u"recipient_type must be individual"_s);
    }
    const QJsonValue opaque = message[u"biz_opaque_callback_data"_s];
    if (!opaque.isUndefined() && (!opaque.isString() || opaque.toString().size() > kOpaqueLimit)) {
        return invalidParameter(
            u"biz_opaque_callback_data must be a string of at most %1 characters"_s.arg(kOpaqueLimit));
    }

    const QString type = message[u"type"_s].toString(u"text"_s);
    static const QStringList kMediaTypes{u"image"_s, u"video"_s, u"audio"_s, u"document"_s, u"sticker"_s};
    static const QStringList kOtherTypes{u"location"_s, u"contacts"_s, u"interactive"_s, u"reaction"_s};
    const bool isChecked = type == "text"_L1 || kMediaTypes.contains(type);
    if (type != "template"_L1 && !isChecked && !kOtherTypes.contains(type))
        return invalidParameter(u"type (%1) is not one of the message types"_s.arg(type));
    const QJsonValue content = message[type];
    if (type == "contacts"_L1 ? !content.isArray() : !content.isObject())
        return GraphRefusal{.code = 100, .message = u"(#100) The parameter %1 is required."_s.arg(type)};
    if (type == "template"_L1)
        return checkTemplate(content, templates);
    if (isChecked) {
        if (const Refused refused = checkFreeForm(type, content))
            return *refused;
    }
    return PostedMessage{.type = type,
                         .category = u"service"_s,
                         .mediaId = kMediaTypes.contains(type) ? content[u"id"_s].toString() : QString{}};
}
