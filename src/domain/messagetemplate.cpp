#include "domain/messagetemplate.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

const QRegularExpression &placeholder()
{
    static const QRegularExpression expression{uR"(\{\{\s*([A-Za-z0-9_]+)\s*\}\})"_s};
    return expression;
}

QStringList placeholderNames(const QString &text)
{
    QStringList names;
    auto matches = placeholder().globalMatch(text);
    while (matches.hasNext()) {
        const QString name = matches.next().captured(1);
        if (!names.contains(name))
            names << name;
    }
    return names;
}

/// Splits `text` at its placeholders; `keyFor` names the variable that a placeholder stands for.
template <typename KeyFor>
std::vector<TextRun> fillIn(const QString &text, const Variables &values, KeyFor keyFor)
{
    std::vector<TextRun> runs;
    qsizetype end = 0;
    auto matches = placeholder().globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        if (match.capturedStart() > end)
            runs.push_back({text.mid(end, match.capturedStart() - end), false, {}});
        const QString key = keyFor(match.captured(1));
        const QString value = values.value(key);
        runs.push_back({value.isEmpty() ? match.captured(0) : value, !value.isEmpty(), key});
        end = match.capturedEnd();
    }
    if (end < text.size())
        runs.push_back({text.mid(end), false, {}});
    return runs;
}

QString joined(const std::vector<TextRun> &runs)
{
    QString text;
    for (const TextRun &run : runs)
        text += run.text;
    return text;
}

QString buttonKey(int index)
{
    return u"button_%1"_s.arg(index + 1);
}

bool takesValue(const TemplateButton &button)
{
    return button.isDynamicUrl() || button.type == "COPY_CODE"_L1;
}

constexpr std::array kHeaderFormats{HeaderFormat::None,  HeaderFormat::Text,     HeaderFormat::Image,
                                    HeaderFormat::Video, HeaderFormat::Document, HeaderFormat::Location};

} // namespace

bool TemplateButton::isDynamicUrl() const
{
    return type == "URL"_L1 && url.contains(placeholder());
}

QString RenderedMessage::headerText() const
{
    return joined(header);
}

QString RenderedMessage::bodyText() const
{
    return joined(body);
}

bool MessageTemplate::needsHeaderMedia() const
{
    return headerFormat == HeaderFormat::Image || headerFormat == HeaderFormat::Video
        || headerFormat == HeaderFormat::Document;
}

std::vector<TemplateVariable> MessageTemplate::variables() const
{
    std::vector<TemplateVariable> result;
    const auto add = [&](const QString &key, TemplateVariable::Place place, int index) {
        const bool isKnown = std::any_of(result.begin(), result.end(), [&](const TemplateVariable &variable) {
            return variable.key == key;
        });
        if (!isKnown)
            result.push_back({key, place, index, examples.value(key)});
    };
    if (headerFormat == HeaderFormat::Text) {
        const QStringList names = placeholderNames(headerText);
        if (!names.isEmpty())
            add(isNamed ? names.first() : u"header"_s, TemplateVariable::Place::Header, 0);
    }
    if (headerFormat == HeaderFormat::Location) {
        const std::array keys{u"header_latitude"_s, u"header_longitude"_s, u"header_name"_s,
                              u"header_address"_s};
        for (size_t i = 0; i < keys.size(); ++i)
            add(keys[i], TemplateVariable::Place::Header, static_cast<int>(i));
    }
    QStringList names = placeholderNames(body);
    if (!isNamed)
        std::sort(names.begin(), names.end(),
                  [](const QString &a, const QString &b) { return a.toInt() < b.toInt(); });
    for (int i = 0; i < names.size(); ++i)
        add(names[i], TemplateVariable::Place::Body, i);
    for (int i = 0; i < static_cast<int>(buttons.size()); ++i) {
        if (takesValue(buttons[static_cast<size_t>(i)]))
            add(buttonKey(i), TemplateVariable::Place::Button, i);
    }
    return result;
}

RenderedMessage MessageTemplate::rendered(const Variables &values) const
{
    RenderedMessage message;
    if (headerFormat == HeaderFormat::Text)
        message.header =
            fillIn(headerText, values, [&](const QString &called) { return isNamed ? called : u"header"_s; });
    message.body = fillIn(body, values, [](const QString &called) { return called; });
    message.footer = footer;
    for (const TemplateButton &button : buttons)
        message.buttons << button.text;
    return message;
}

ValueProblem problemOfValue(const QString &value)
{
    constexpr int kLongestRunOfSpaces = 4;
    if (value.trimmed().isEmpty())
        return ValueProblem::Empty;
    if (value.contains(u'\n') || value.contains(u'\r') || value.contains(u'\t'))
        return ValueProblem::LineBreak;
    if (value.contains(QString{kLongestRunOfSpaces + 1, u' '}))
        return ValueProblem::Spaces;
    return ValueProblem::None;
}

QString problemWithValue(const QString &value)
{
    return sentenceFor(problemOfValue(value));
}

QString sentenceFor(ValueProblem problem)
{
    switch (problem) {
    case ValueProblem::None: return {};
    case ValueProblem::Empty: return QCoreApplication::translate("MessageTemplate", "There is no text here.");
    case ValueProblem::LineBreak:
        return QCoreApplication::translate("MessageTemplate",
                                           "A line break or a tab is not allowed in a filled-in value.");
    case ValueProblem::Spaces:
        return QCoreApplication::translate("MessageTemplate",
                                           "More than four spaces in a row are not allowed.");
    case ValueProblem::TooLong:
        return QCoreApplication::translate(
                   "MessageTemplate", "The filled-in text is longer than the %1 characters that Meta allows.")
            .arg(QLocale{}.toString(kLongestBody));
    }
    Q_UNREACHABLE();
}

QString toWord(HeaderFormat format)
{
    switch (format) {
    case HeaderFormat::None: return u"NONE"_s;
    case HeaderFormat::Text: return u"TEXT"_s;
    case HeaderFormat::Image: return u"IMAGE"_s;
    case HeaderFormat::Video: return u"VIDEO"_s;
    case HeaderFormat::Document: return u"DOCUMENT"_s;
    case HeaderFormat::Location: return u"LOCATION"_s;
    }
    Q_UNREACHABLE();
}

std::optional<HeaderFormat> headerFormatFromWord(QStringView word)
{
    for (const HeaderFormat format : kHeaderFormats) {
        if (toWord(format) == word)
            return format;
    }
    return std::nullopt;
}
