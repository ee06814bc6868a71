#include "whatsapp/templatereader.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

// Buttons that need nothing when the message is sent, or that we fill in.
constexpr std::array kSendableButtons{"QUICK_REPLY"_L1, "URL"_L1,  "PHONE_NUMBER"_L1,
                                      "COPY_CODE"_L1,   "FLOW"_L1, "CATALOG"_L1,
                                      "VOICE_CALL"_L1,  "APP"_L1,  "REQUEST_CONTACT_INFO"_L1};

QString wordIn(const QJsonObject &json, QLatin1StringView key)
{
    return json.value(key).toString().toUpper();
}

void addUnsupported(MessageTemplate &result, const QString &part)
{
    if (!result.unsupportedParts.contains(part))
        result.unsupportedParts << part;
}

/// [{"param_name": …, "example": …}]
void readNamedExamples(const QJsonValue &json, MessageTemplate &result)
{
    const QJsonArray pairs = json.toArray();
    for (const QJsonValue pair : pairs)
        result.examples.insert(pair["param_name"_L1].toString(), pair["example"_L1].toString());
}

void readHeader(const QJsonObject &json, MessageTemplate &result)
{
    const QString word = wordIn(json, "format"_L1);
    const std::optional<HeaderFormat> format = headerFormatFromWord(word);
    if (!format) {
        addUnsupported(result, u"HEADER "_s + word);
        return;
    }
    result.headerFormat = *format;
    result.headerText = json.value("text"_L1).toString();
    const QJsonObject example = json.value("example"_L1).toObject();
    if (result.headerFormat == HeaderFormat::Text) {
        const QJsonValue texts = example.value("header_text"_L1);
        const QString text = texts.isString() ? texts.toString() : texts[0].toString();
        if (!text.isEmpty())
            result.examples.insert(u"header"_s, text);
        readNamedExamples(example.value("header_text_named_params"_L1), result);
        result.headerExample = text;
    } else {
        result.headerExample = example.value("header_handle"_L1)[0].toString();
    }
}

void readBody(const QJsonObject &json, MessageTemplate &result)
{
    result.body = json.value("text"_L1).toString();
    const QJsonObject example = json.value("example"_L1).toObject();
    // An array of arrays, of which only the first is used.
    const QJsonArray rows = example.value("body_text"_L1).toArray();
    const QJsonArray texts = rows.at(0).isArray() ? rows.at(0).toArray() : rows;
    for (qsizetype i = 0; i < texts.size(); ++i)
        result.examples.insert(QString::number(i + 1), texts.at(i).toString());
    readNamedExamples(example.value("body_text_named_params"_L1), result);
}

/// The part of a URL button's example that its variable stands for: Meta gives the whole address.
QString suffixExample(const TemplateButton &button, const QString &example)
{
    const QString prefix = button.url.left(button.url.indexOf(u"{{"_s));
    return example.startsWith(prefix) ? example.mid(prefix.size()) : example;
}

void readButtons(const QJsonArray &json, MessageTemplate &result)
{
    for (const QJsonValue value : json) {
        TemplateButton button;
        button.type = wordIn(value.toObject(), "type"_L1);
        button.text = value["text"_L1].toString();
        button.url = value["url"_L1].toString();
        button.phoneNumber = value["phone_number"_L1].toString();

        // A one-time code goes into the body and the button at once; it is listed as an ordinary address.
        if (button.url.contains("whatsapp.com/otp/"_L1))
            addUnsupported(result, u"OTP"_s);
        else if (std::find(kSendableButtons.begin(), kSendableButtons.end(), button.type)
                 == kSendableButtons.end())
            addUnsupported(result, button.type);

        const QJsonValue examples = value["example"_L1];
        const QString example = examples.isString() ? examples.toString() : examples[0].toString();
        const QString key = u"button_%1"_s.arg(result.buttons.size() + 1);
        if (button.isDynamicUrl() && !example.isEmpty())
            result.examples.insert(key, suffixExample(button, example));
        else if (button.type == "COPY_CODE"_L1 && !example.isEmpty())
            result.examples.insert(key, example);
        result.buttons.push_back(std::move(button));
    }
}

void readComponent(const QJsonObject &json, MessageTemplate &result)
{
    const QString type = wordIn(json, "type"_L1);
    if (type == "HEADER"_L1)
        readHeader(json, result);
    else if (type == "BODY"_L1)
        readBody(json, result);
    else if (type == "FOOTER"_L1)
        result.footer = json.value("text"_L1).toString();
    else if (type == "BUTTONS"_L1)
        readButtons(json.value("buttons"_L1).toArray(), result);
    else
        addUnsupported(result, type);
}

} // namespace

std::optional<MessageTemplate> readTemplate(const QJsonObject &json)
{
    MessageTemplate result;
    result.metaId = json.value("id"_L1).toVariant().toString(); // a number in some answers
    result.name = json.value("name"_L1).toString();
    result.language = json.value("language"_L1).toString();
    if (result.name.isEmpty() || result.language.isEmpty())
        return std::nullopt;
    result.status = wordIn(json, "status"_L1);
    result.category = wordIn(json, "category"_L1);
    result.isNamed = wordIn(json, "parameter_format"_L1) == "NAMED"_L1;
    result.quality = json.value("quality_score"_L1)["score"_L1].toString();
    // Healthy templates carry NONE.
    const QString reason = json.value("rejected_reason"_L1).toString();
    result.rejectedReason = reason == "NONE"_L1 ? QString{} : reason;
    const QJsonArray components = json.value("components"_L1).toArray();
    for (const QJsonValue value : components)
        readComponent(value.toObject(), result);
    return result;
}
