#include "whatsapp/templatemessagewriter.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace {

QJsonObject textParameter(const QString &text, const QString &name)
{
    QJsonObject parameter{
        {u"type"_s, u"text"_s},
        {u"text"_s, text     }
    };
    if (!name.isEmpty())
        parameter.insert(u"parameter_name"_s, name);
    return parameter;
}

QJsonObject component(const QString &type, const QJsonArray &parameters)
{
    return {
        {u"type"_s,       type      },
        {u"parameters"_s, parameters}
    };
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

QJsonArray mediaParameters(HeaderFormat format, const HeaderMedia &media)
{
    QJsonObject object;
    switch (media.kind) {
    case HeaderMedia::Kind::None: return {};
    case HeaderMedia::Kind::File: object.insert(u"id"_s, media.mediaId); break;
    case HeaderMedia::Kind::Link: object.insert(u"link"_s, media.value); break;
    case HeaderMedia::Kind::Id: object.insert(u"id"_s, media.value); break;
    }
    const QString fileName = fileNameOf(media);
    if (format == HeaderFormat::Document && !fileName.isEmpty())
        object.insert(u"filename"_s, fileName);
    const QString type = toWord(format).toLower();
    return {
        QJsonObject{{u"type"_s, type}, {type, object}}
    };
}

QJsonArray locationParameters(const Variables &values)
{
    const QJsonObject location{
        {u"latitude"_s,  values.value(u"header_latitude"_s) },
        {u"longitude"_s, values.value(u"header_longitude"_s)},
        {u"name"_s,      values.value(u"header_name"_s)     },
        {u"address"_s,   values.value(u"header_address"_s)  }
    };
    return {
        QJsonObject{{u"type"_s, u"location"_s}, {u"location"_s, location}}
    };
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
    const Variables &values = message.variables;
    QJsonArray components;

    QJsonArray header;
    if (m_template->headerFormat == HeaderFormat::Location)
        header = locationParameters(values);
    else if (m_template->needsHeaderMedia())
        header = mediaParameters(m_template->headerFormat, message.headerMedia);
    else
        for (const Parameter &parameter : m_header)
            header.append(textParameter(values.value(parameter.key), parameter.name));
    if (!header.isEmpty())
        components.append(component(u"header"_s, header));

    QJsonArray body;
    for (const Parameter &parameter : m_body)
        body.append(textParameter(values.value(parameter.key), parameter.name));
    if (!body.isEmpty())
        components.append(component(u"body"_s, body));

    for (const Button &button : m_buttons) {
        QString kind;
        QJsonObject parameter;
        switch (button.kind) {
        case Button::Kind::Url:
            kind = u"url"_s;
            parameter = textParameter(urlSuffix(values.value(button.parameter.key)), button.parameter.name);
            break;
        case Button::Kind::CopyCode:
            kind = u"copy_code"_s;
            parameter = {
                {u"type"_s,        u"coupon_code"_s                  },
                {u"coupon_code"_s, values.value(button.parameter.key)}
            };
            break;
        case Button::Kind::QuickReply:
            // WhatsApp often leaves out which message a tap answers, so the tap itself says it.
            if (!message.attempt.isValid())
                continue;
            kind = u"quick_reply"_s;
            parameter = {
                {u"type"_s,    u"payload"_s                         },
                {u"payload"_s, u"attempt:"_s + message.attempt.value}
            };
            break;
        }
        QJsonObject object = component(u"button"_s, {parameter});
        object.insert(u"sub_type"_s, kind);
        object.insert(u"index"_s, QString::number(button.index));
        components.append(object);
    }

    QJsonObject templateObject{
        {u"name"_s,     m_template->name                              },
        {u"language"_s, QJsonObject{{u"code"_s, m_template->language}}}
    };
    if (!components.isEmpty())
        templateObject.insert(u"components"_s, components);
    QJsonObject envelope{
        {u"messaging_product"_s, u"whatsapp"_s    },
        {u"recipient_type"_s,    u"individual"_s  },
        {u"to"_s,                message.to.e164()},
        {u"type"_s,              u"template"_s    },
        {u"template"_s,          templateObject   }
    };
    if (message.attempt.isValid())
        envelope.insert(u"biz_opaque_callback_data"_s, message.attempt.value);
    return QJsonDocument{envelope}.toJson(QJsonDocument::Compact);
}
