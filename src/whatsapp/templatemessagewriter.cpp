#include "whatsapp/templatemessagewriter.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace {

/// Text as a JSON string. Made here because the objects of QJsonDocument cost twenty times as much, for every
/// message.
void addString(QByteArray &json, const QString &text)
{
    constexpr char kHexDigits[] = "0123456789abcdef";
    json += '"';
    const QByteArray utf8 = text.toUtf8();
    for (const char c : utf8) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            json += '\\';
            json += c;
        } else if (byte < 0x20) {
            json += "\\u00";
            json += kHexDigits[byte >> 4];
            json += kHexDigits[byte & 0xf];
        } else {
            json += c;
        }
    }
    json += '"';
}

QByteArray stringOf(const QString &text)
{
    QByteArray json;
    addString(json, text);
    return json;
}

/// `,` between the members of a list, nothing before the first.
void addSeparator(QByteArray &json)
{
    if (!json.endsWith('[') && !json.endsWith('{'))
        json += ',';
}

void addTextParameter(QByteArray &json, const QString &text, const QString &name)
{
    addSeparator(json);
    json += R"({"type":"text","text":)";
    addString(json, text);
    if (!name.isEmpty()) {
        json += R"(,"parameter_name":)";
        addString(json, name);
    }
    json += '}';
}

/// The name by which people will see a document.
QString fileNameOf(const HeaderMedia &media)
{
    switch (media.kind) {
    case HeaderMedia::Kind::File: return QFileInfo{media.value}.fileName();
    case HeaderMedia::Kind::Link: return QUrl{media.value}.fileName();
    case HeaderMedia::Kind::None:
    case HeaderMedia::Kind::Id: return {};
    }
    Q_UNREACHABLE();
}

void addMediaParameter(QByteArray &json, HeaderFormat format, const HeaderMedia &media)
{
    const QByteArray type = stringOf(toWord(format).toLower());
    json += R"({"type":)" + type + ',' + type + ":{";
    json += media.kind == HeaderMedia::Kind::Link ? R"("link":)" : R"("id":)";
    addString(json, media.kind == HeaderMedia::Kind::File ? media.mediaId : media.value);
    const QString fileName = fileNameOf(media);
    if (format == HeaderFormat::Document && !fileName.isEmpty()) {
        json += R"(,"filename":)";
        addString(json, fileName);
    }
    json += "}}";
}

void addLocationParameter(QByteArray &json, const Variables &values)
{
    json += R"({"type":"location","location":{"latitude":)";
    addString(json, values.value(u"header_latitude"_s));
    json += R"(,"longitude":)";
    addString(json, values.value(u"header_longitude"_s));
    json += R"(,"name":)";
    addString(json, values.value(u"header_name"_s));
    json += R"(,"address":)";
    addString(json, values.value(u"header_address"_s));
    json += "}}";
}

/// The name in a dynamic address, "https://ex.org/{{1}}".
QString nameInUrl(const QString &url)
{
    static const QRegularExpression placeholder{uR"(\{\{\s*([A-Za-z0-9_]+)\s*\}\})"_s};
    return placeholder.match(url).captured(1);
}

bool isHexDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

} // namespace

QString urlSuffix(const QString &value)
{
    // ':' and '|' are legal in addresses, yet Meta refuses them unencoded.
    constexpr QByteArrayView kKept{"/?&=#+,;@!$'()*-._~"};
    constexpr char kHexDigits[] = "0123456789ABCDEF";
    const QByteArray utf8 = value.toUtf8();
    QByteArray encoded;
    encoded.reserve(utf8.size());
    for (qsizetype i = 0; i < utf8.size(); ++i) {
        const char c = utf8[i];
        const bool isAlphanumeric =
            (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        const bool isEncodedAlready =
            c == '%' && i + 2 < utf8.size() && isHexDigit(utf8[i + 1]) && isHexDigit(utf8[i + 2]);
        if (isAlphanumeric || isEncodedAlready || kKept.contains(c)) {
            encoded += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        encoded += '%';
        encoded += kHexDigits[byte >> 4];
        encoded += kHexDigits[byte & 0xf];
    }
    return QString::fromLatin1(encoded);
}

TemplateMessageWriter::TemplateMessageWriter(std::shared_ptr<const MessageTemplate> messageTemplate)
    : m_template{std::move(messageTemplate)}
    , m_templateBeginning{R"(,"type":"template","template":{"name":)" + stringOf(m_template->name)
                          + R"(,"language":{"code":)" + stringOf(m_template->language) + '}'}
{
    const MessageTemplate &source = *m_template;
    // Header, body and buttons are asked one by one: a key that occurs in two of them is listed once.
    const auto parametersOf = [&](const MessageTemplate &part) {
        std::vector<Parameter> parameters;
        for (const TemplateVariable &variable : part.variables())
            parameters.push_back({variable.key, source.isNamed ? variable.key : QString{}});
        return parameters;
    };
    MessageTemplate header;
    header.isNamed = source.isNamed;
    header.headerFormat = source.headerFormat;
    header.headerText = source.headerText;
    m_header = parametersOf(header);

    MessageTemplate body;
    body.isNamed = source.isNamed;
    body.body = source.body;
    m_body = parametersOf(body);

    MessageTemplate buttons;
    buttons.buttons = source.buttons;
    for (const TemplateVariable &variable : buttons.variables()) {
        const TemplateButton &button = source.buttons[static_cast<size_t>(variable.index)];
        const bool isUrl = button.isDynamicUrl();
        m_buttons.push_back({
            isUrl ? Button::Kind::Url : Button::Kind::CopyCode,
            variable.index,
            {variable.key, source.isNamed && isUrl ? nameInUrl(button.url) : QString{}}
        });
    }
    for (int i = 0; i < static_cast<int>(source.buttons.size()); ++i) {
        if (source.buttons[static_cast<size_t>(i)].type == "QUICK_REPLY"_L1)
            m_buttons.push_back({Button::Kind::QuickReply, i, {}});
    }
}

QByteArray TemplateMessageWriter::bodyFor(const OutgoingMessage &message) const
{
    QByteArray json;
    json.reserve(1024);
    json += R"({"messaging_product":"whatsapp","recipient_type":"individual","to":)";
    addString(json, message.to.e164());
    json += m_templateBeginning;
    const qsizetype beginning = json.size();
    json += R"(,"components":[)";
    const qsizetype first = json.size();
    addHeader(json, message);
    addBody(json, message.variables);
    for (const Button &button : m_buttons)
        addButton(json, button, message);
    if (json.size() == first)
        json.truncate(beginning);
    else
        json += ']';
    json += '}';
    if (message.attempt.isValid()) {
        json += R"(,"biz_opaque_callback_data":)";
        addString(json, message.attempt.value);
    }
    json += '}';
    return json;
}

void TemplateMessageWriter::addHeader(QByteArray &json, const OutgoingMessage &message) const
{
    const bool isLocation = m_template->headerFormat == HeaderFormat::Location;
    const bool isMedia = !isLocation && m_template->needsHeaderMedia();
    if (isMedia ? message.headerMedia.kind == HeaderMedia::Kind::None : !isLocation && m_header.empty())
        return;
    json += R"({"type":"header","parameters":[)";
    if (isLocation)
        addLocationParameter(json, message.variables);
    else if (isMedia)
        addMediaParameter(json, m_template->headerFormat, message.headerMedia);
    else
        for (const Parameter &parameter : m_header)
            addTextParameter(json, message.variables.value(parameter.key), parameter.name);
    json += "]}";
}

void TemplateMessageWriter::addBody(QByteArray &json, const Variables &values) const
{
    if (m_body.empty())
        return;
    addSeparator(json);
    json += R"({"type":"body","parameters":[)";
    for (const Parameter &parameter : m_body)
        addTextParameter(json, values.value(parameter.key), parameter.name);
    json += "]}";
}

void TemplateMessageWriter::addButton(QByteArray &json, const Button &button,
                                      const OutgoingMessage &message) const
{
    // WhatsApp often leaves out which message a tap answers, so the tap itself says it.
    if (button.kind == Button::Kind::QuickReply && !message.attempt.isValid())
        return;
    addSeparator(json);
    json += R"({"type":"button","index":")" + QByteArray::number(button.index) + R"(","sub_type":)";
    const QString value = message.variables.value(button.parameter.key);
    switch (button.kind) {
    case Button::Kind::Url:
        json += R"("url","parameters":[)";
        addTextParameter(json, urlSuffix(value), button.parameter.name);
        break;
    case Button::Kind::CopyCode:
        json += R"("copy_code","parameters":[{"type":"coupon_code","coupon_code":)";
        addString(json, value);
        json += '}';
        break;
    case Button::Kind::QuickReply:
        json += R"("quick_reply","parameters":[{"type":"payload","payload":)";
        addString(json, u"attempt:"_s + message.attempt.value);
        json += '}';
        break;
    }
    json += "]}";
}
