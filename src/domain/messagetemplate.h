#pragma once

#include "domain/ids.h"

#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

/// Values for a template's variables by key (see TemplateVariable).
using Variables = QMap<QString, QString>;

enum class HeaderFormat { None, Text, Image, Video, Document, Location };

/// A button of a template. Kinds that take nothing when sent are kept for the preview.
struct TemplateButton
{
    QString type; ///< Meta's word: QUICK_REPLY, URL, PHONE_NUMBER, COPY_CODE, …
    QString text;
    QString url; ///< with {{1}} when dynamic
    QString phoneNumber;

    bool isDynamicUrl() const;
    friend bool operator==(const TemplateButton &, const TemplateButton &) = default;
};

/// A place in a template that is filled in for each person.
struct TemplateVariable
{
    enum class Place { Header, Body, Button };

    /// Body variables are called what Meta calls them: "1", "2", … or the parameter's name. Header and button
    /// variables of positional templates have namespaces of their own at Meta, so here they are "header" and
    /// "button_1" (the button's place, from 1); a named header variable keeps its name.
    QString key;
    Place place = Place::Body;
    int index = 0; ///< 0-based place inside its component (for a button: among all buttons)
    QString example;

    friend bool operator==(const TemplateVariable &, const TemplateVariable &) = default;
};

/// One run of text in a filled-in message; `isFilledIn` marks what came from a variable.
struct TextRun
{
    QString text;
    bool isFilledIn = false;
    QString key; ///< the variable's key where it was filled in, or would be

    friend bool operator==(const TextRun &, const TextRun &) = default;
};

/// A message as a phone would show it.
struct RenderedMessage
{
    std::vector<TextRun> header;
    std::vector<TextRun> body;
    QString footer;
    QStringList buttons;

    QString headerText() const;
    QString bodyText() const;
};

/// A message template approved (or not) by Meta, as cached here. Category, status and quality are Meta's
/// words: open sets.
struct MessageTemplate
{
    TemplateId id;
    QString metaId;
    QString name;
    QString language; ///< exactly as Meta gives it: "en_US"
    QString status; ///< APPROVED, PENDING, REJECTED, PAUSED, …
    QString category; ///< MARKETING, UTILITY, AUTHENTICATION
    QString quality; ///< GREEN, YELLOW, RED, UNKNOWN or empty
    QString rejectedReason;
    bool isNamed = false; ///< parameter_format NAMED
    HeaderFormat headerFormat = HeaderFormat::None;
    QString headerText;
    QString headerExample; ///< an example text, or the example media's address
    QString body;
    QString footer;
    std::vector<TemplateButton> buttons;
    QMap<QString, QString> examples; ///< by variable key
    QStringList unsupportedParts; ///< component types this version cannot fill in (CAROUSEL, …); such a
                                  ///< template is not sent

    /// Only APPROVED templates may be sent.
    bool isSendable() const { return status == QStringLiteral("APPROVED") && unsupportedParts.isEmpty(); }
    bool needsHeaderMedia() const;
    bool isMarketing() const { return category == QStringLiteral("MARKETING"); }

    /// In reading order: header, body, buttons. A key that occurs twice in the body is listed once.
    std::vector<TemplateVariable> variables() const;

    /// The filled-in message. A variable without a value shows as its placeholder, "{{1}}", and stays
    /// unfilled.
    RenderedMessage rendered(const Variables &values) const;

    friend bool operator==(const MessageTemplate &, const MessageTemplate &) = default;
};

/// What is wrong with a filled-in value or message, by Meta's rules (131008, 132018, 132005).
enum class ValueProblem { None, Empty, LineBreak, Spaces, TooLong };
ValueProblem problemOfValue(const QString &value); ///< never TooLong
/// The same in a sentence for the person; empty when nothing is wrong.
QString problemWithValue(const QString &value);
QString sentenceFor(ValueProblem problem);

/// Meta's limit on a body after filling in (132005).
inline constexpr int kLongestBody = 1024;

QString toWord(HeaderFormat format); ///< "NONE", "TEXT", "IMAGE", …
std::optional<HeaderFormat> headerFormatFromWord(QStringView word);
