#include "domain/segmentrule.h"

#include <QCoreApplication>
#include <QDate>
#include <QStringList>

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace {

using Subject = SegmentCondition::Subject;
using Test = SegmentCondition::Test;
using Join = SegmentRule::Join;

constexpr int kDeepest = 30;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(SegmentRule)
};

struct SubjectWord
{
    Subject subject;
    QLatin1String word;
};

/// Subjects of which there are texts or days to compare.
constexpr std::array kComparedSubjects{
    SubjectWord{Subject::Anywhere,     "person"_L1    },
    SubjectWord{Subject::Name,         "name"_L1      },
    SubjectWord{Subject::Phone,        "phone"_L1     },
    SubjectWord{Subject::Country,      "country"_L1   },
    SubjectWord{Subject::Tag,          "tag"_L1       },
    SubjectWord{Subject::FirstSeen,    "first-seen"_L1},
    SubjectWord{Subject::LastMessaged, "messaged"_L1  },
};

/// What became of a campaign's message.
constexpr std::array kCampaignSubjects{
    SubjectWord{Subject::Sent,       "sent"_L1      },
    SubjectWord{Subject::Received,   "received"_L1  },
    SubjectWord{Subject::Read,       "read"_L1      },
    SubjectWord{Subject::Answered,   "answered"_L1  },
    SubjectWord{Subject::Unread,     "unread"_L1    },
    SubjectWord{Subject::Unanswered, "unanswered"_L1},
    SubjectWord{Subject::Failed,     "failed"_L1    },
    SubjectWord{Subject::Retriable,  "retriable"_L1 },
    SubjectWord{Subject::Clicked,    "clicked"_L1   },
};

struct TestWord
{
    Test test;
    QLatin1String word;
};

constexpr std::array kTests{
    TestWord{Test::Is,         "="_L1       },
    TestWord{Test::Contains,   "contains"_L1},
    TestWord{Test::StartsWith, "starts"_L1  },
    TestWord{Test::Less,       "<"_L1       },
    TestWord{Test::AtMost,     "<="_L1      },
    TestWord{Test::Greater,    ">"_L1       },
    TestWord{Test::AtLeast,    ">="_L1      },
    TestWord{Test::Before,     "before"_L1  },
    TestWord{Test::After,      "after"_L1   },
    TestWord{Test::WithinDays, "within"_L1  },
};

bool mayBeTested(Subject subject, Test test)
{
    switch (subject) {
    case Subject::Anywhere:
    case Subject::Name:
    case Subject::Phone: return test == Test::Is || test == Test::Contains || test == Test::StartsWith;
    case Subject::Country:
    case Subject::Tag: return test == Test::Is;
    case Subject::Attribute: return true;
    case Subject::FirstSeen: return test == Test::Before || test == Test::After || test == Test::WithinDays;
    case Subject::LastMessaged:
        return test == Test::Holds || test == Test::Before || test == Test::After || test == Test::WithinDays;
    case Subject::OptedIn:
    case Subject::OptedOut:
    case Subject::Sent:
    case Subject::Received:
    case Subject::Read:
    case Subject::Answered:
    case Subject::Unread:
    case Subject::Unanswered:
    case Subject::Failed:
    case Subject::Retriable:
    case Subject::Clicked: return test == Test::Holds;
    }
    Q_UNREACHABLE();
}

bool isCampaignSubject(Subject subject)
{
    return std::any_of(kCampaignSubjects.begin(), kCampaignSubjects.end(),
                       [&](const SubjectWord &known) { return known.subject == subject; });
}

bool isNumberTest(Test test)
{
    return test == Test::Less || test == Test::AtMost || test == Test::Greater || test == Test::AtLeast;
}

Error badRule(const QString &message)
{
    return {ErrorKind::BadInput, message, u"bad_rule"_s, {}};
}

struct Token
{
    QString text;
    bool isQuoted = false;

    bool is(QLatin1String word) const { return !isQuoted && text.compare(word, Qt::CaseInsensitive) == 0; }
};

bool isOperatorSign(QChar c)
{
    return u"=<>!()"_s.contains(c);
}

class Tokenizer
{
public:
    explicit Tokenizer(const QString &text)
        : m_text{text}
    {
    }

    Result<std::vector<Token>> tokens()
    {
        std::vector<Token> found;
        while (skipSpace()) {
            if (m_text[m_at] == u'"') {
                const Result<QString> quoted = readQuoted();
                if (!quoted)
                    return quoted.error();
                found.push_back({*quoted, true});
            } else if (isOperatorSign(m_text[m_at])) {
                found.push_back({readSign(), false});
            } else {
                found.push_back({readWord(), false});
                // attr:"two words" is one name.
                if (found.back().text.compare("attr:"_L1, Qt::CaseInsensitive) == 0 && m_at < m_text.size()
                    && m_text[m_at] == u'"') {
                    const Result<QString> name = readQuoted();
                    if (!name)
                        return name.error();
                    found.back().text += *name;
                }
            }
        }
        return found;
    }

private:
    bool skipSpace()
    {
        while (m_at < m_text.size() && m_text[m_at].isSpace())
            ++m_at;
        return m_at < m_text.size();
    }

    Result<QString> readQuoted()
    {
        QString value;
        for (++m_at; m_at < m_text.size(); ++m_at) {
            if (m_text[m_at] == u'"') {
                ++m_at;
                return value;
            }
            if (m_text[m_at] == u'\\' && m_at + 1 < m_text.size())
                ++m_at;
            value += m_text[m_at];
        }
        return badRule(Words::tr("A quotation mark is not closed."));
    }

    QString readSign()
    {
        const QString sign = m_text.mid(m_at, 2);
        const bool isPair = sign == "<="_L1 || sign == ">="_L1 || sign == "!="_L1;
        m_at += isPair ? 2 : 1;
        return isPair ? sign : sign.first(1);
    }

    QString readWord()
    {
        const qsizetype start = m_at;
        while (m_at < m_text.size() && !m_text[m_at].isSpace() && !isOperatorSign(m_text[m_at])
               && m_text[m_at] != u'"')
            ++m_at;
        return m_text.mid(start, m_at - start);
    }

    const QString &m_text;
    qsizetype m_at = 0;
};

class Parser
{
public:
    explicit Parser(std::vector<Token> tokens)
        : m_tokens{std::move(tokens)}
    {
    }

    Result<SegmentRule> parse()
    {
        if (m_tokens.empty())
            return SegmentRule::everybody();
        Result<SegmentRule> rule = joined(0);
        if (rule && m_at < m_tokens.size())
            return badRule(
                Words::tr("“%1” was not expected. Join conditions with “and” or “or”.").arg(next().text));
        return rule;
    }

private:
    Token next() const { return m_at < m_tokens.size() ? m_tokens[m_at] : Token{}; }

    bool take(QLatin1String word)
    {
        if (m_at >= m_tokens.size() || !m_tokens[m_at].is(word))
            return false;
        ++m_at;
        return true;
    }

    /// "or" binds less than "and".
    Result<SegmentRule> joined(int depth)
    {
        if (depth > kDeepest)
            return badRule(Words::tr("There are too many groups inside each other."));
        return chain("or"_L1, Join::Any,
                     [&] { return chain("and"_L1, Join::All, [&] { return factor(depth); }); });
    }

    template <typename Part>
    Result<SegmentRule> chain(QLatin1String word, Join join, const Part &readPart)
    {
        std::vector<SegmentRule> parts;
        do {
            Result<SegmentRule> part = readPart();
            if (!part)
                return part;
            parts.push_back(std::move(*part));
        } while (take(word));
        if (parts.size() == 1)
            return std::move(parts.front());
        return join == Join::All ? SegmentRule::all(std::move(parts)) : SegmentRule::any(std::move(parts));
    }

    Result<SegmentRule> factor(int depth)
    {
        bool isNegated = false;
        while (take("not"_L1))
            isNegated = !isNegated;
        Result<SegmentRule> rule = take("("_L1) ? group(depth) : condition();
        return rule && isNegated ? Result<SegmentRule>{rule->negated()} : rule;
    }

    Result<SegmentRule> group(int depth)
    {
        Result<SegmentRule> inner = joined(depth + 1);
        if (inner && !take(")"_L1))
            return badRule(Words::tr("A parenthesis is not closed."));
        return inner;
    }

    Result<SegmentRule> condition()
    {
        if (take("everybody"_L1))
            return SegmentRule::everybody();
        if (take("nobody"_L1))
            return SegmentRule::any({});
        if (take("opted"_L1)) {
            if (take("in"_L1))
                return SegmentRule::of({.subject = Subject::OptedIn, .test = Test::Holds});
            if (take("out"_L1))
                return SegmentRule::of({.subject = Subject::OptedOut, .test = Test::Holds});
            return badRule(Words::tr("“opted” must be followed by “in” or “out”."));
        }
        for (const SubjectWord &known : kCampaignSubjects) {
            if (take(known.word))
                return ofCampaign(known);
        }
        for (const SubjectWord &known : kComparedSubjects) {
            if (take(known.word))
                return compared({.subject = known.subject});
        }
        const Token token = next();
        constexpr auto kAttribute = "attr:"_L1;
        if (!token.isQuoted && token.text.startsWith(kAttribute, Qt::CaseInsensitive)
            && token.text.size() > kAttribute.size()) {
            ++m_at;
            return compared({.subject = Subject::Attribute, .name = token.text.mid(kAttribute.size())});
        }
        if (token.text.isEmpty())
            return badRule(Words::tr("A condition is missing at the end."));
        return badRule(Words::tr("“%1” is nothing that contacts have. A condition begins with tag, country, "
                                 "name, phone, attr:NAME, opted in, opted out, first-seen, messaged, or with "
                                 "sent, received, read, unread, answered, unanswered, clicked, failed or "
                                 "retriable and “campaign” with its number.")
                           .arg(token.text));
    }

    Result<SegmentRule> ofCampaign(const SubjectWord &subject)
    {
        take("campaign"_L1);
        bool isNumber = false;
        const qint64 id = next().text.toLongLong(&isNumber);
        if (!isNumber || id <= 0)
            return badRule(
                Words::tr("“%1” must be followed by “campaign” and its number.").arg(subject.word));
        ++m_at;
        return SegmentRule::of({.subject = subject.subject, .test = Test::Holds, .campaign = {id}});
    }

    Result<SegmentRule> compared(SegmentCondition condition)
    {
        const bool isNot = take("!="_L1);
        if (isNot) {
            condition.test = Test::Is;
        } else if (take("known"_L1)) {
            condition.test = Test::Holds;
        } else if (const std::optional<Test> test = takeTest()) {
            condition.test = *test;
        } else if (condition.subject == Subject::LastMessaged) {
            condition.test = Test::Holds; // "messaged", ever
        } else {
            return badRule(
                Words::tr("What is compared? Expected =, !=, contains, starts, <, <=, >, >=, before, "
                          "after, within, or known, but found “%1”.")
                    .arg(next().text));
        }
        if (!mayBeTested(condition.subject, condition.test))
            return badRule(
                Words::tr("This cannot be compared in this way: %1").arg(SegmentRule::of(condition).text()));
        if (condition.test != Test::Holds) {
            if (const Result<> read = readValue(condition); !read)
                return read.error();
        }
        SegmentRule rule = SegmentRule::of(condition);
        return isNot ? rule.negated() : rule;
    }

    std::optional<Test> takeTest()
    {
        for (const TestWord &known : kTests) {
            if (take(known.word))
                return known.test;
        }
        return std::nullopt;
    }

    Result<> readValue(SegmentCondition &condition)
    {
        const Token token = next();
        if (m_at >= m_tokens.size() || (!token.isQuoted && isOperatorSign(token.text.front())))
            return badRule(Words::tr("A value is missing."));
        ++m_at;
        condition.value = token.text;
        bool isNumber = true;
        if (isNumberTest(condition.test)) {
            token.text.toDouble(&isNumber);
            if (!isNumber)
                return badRule(Words::tr("“%1” is not a number.").arg(token.text));
        } else if (condition.test == Test::Before || condition.test == Test::After) {
            if (!QDate::fromString(token.text, Qt::ISODate).isValid())
                return badRule(Words::tr("“%1” is not a day such as 2026-11-25.").arg(token.text));
        } else if (condition.test == Test::WithinDays) {
            const int days = token.text.toInt(&isNumber);
            if (!isNumber || days <= 0)
                return badRule(Words::tr("“%1” is not a number of days.").arg(token.text));
            if (!take("days"_L1))
                take("day"_L1);
        } else if (condition.subject == Subject::Country) {
            condition.value = condition.value.toUpper();
        }
        return Done{};
    }

    std::vector<Token> m_tokens;
    size_t m_at = 0;
};

QString quoted(const QString &value)
{
    const bool isPlain = !value.isEmpty() && std::all_of(value.begin(), value.end(), [](QChar c) {
        return c.isLetterOrNumber() || u"+-._:/@"_s.contains(c);
    });
    if (isPlain)
        return value;
    QString escaped = value;
    escaped.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
    return u'"' + escaped + u'"';
}

QString wordOf(Subject subject)
{
    for (const SubjectWord &known : kComparedSubjects) {
        if (known.subject == subject)
            return known.word;
    }
    for (const SubjectWord &known : kCampaignSubjects) {
        if (known.subject == subject)
            return known.word;
    }
    return subject == Subject::OptedIn ? u"opted in"_s : u"opted out"_s;
}

QString textOf(const SegmentCondition &condition)
{
    const QString subject = condition.subject == Subject::Attribute ? u"attr:"_s + quoted(condition.name)
                                                                    : wordOf(condition.subject);
    if (isCampaignSubject(condition.subject))
        return u"%1 campaign %2"_s.arg(subject).arg(condition.campaign.value);
    if (condition.test == Test::Holds)
        return condition.subject == Subject::Attribute ? subject + u" known"_s : subject;
    const auto known = std::find_if(kTests.begin(), kTests.end(),
                                    [&](const TestWord &word) { return word.test == condition.test; });
    const QString unit = condition.test == Test::WithinDays ? u" days"_s : QString{};
    return subject + u' ' + known->word + u' ' + quoted(condition.value) + unit;
}

} // namespace

SegmentRule SegmentRule::of(SegmentCondition condition)
{
    SegmentRule rule;
    rule.join = Join::One;
    rule.condition = std::move(condition);
    return rule;
}

SegmentRule SegmentRule::all(std::vector<SegmentRule> parts)
{
    SegmentRule rule;
    rule.parts = std::move(parts);
    return rule;
}

SegmentRule SegmentRule::any(std::vector<SegmentRule> parts)
{
    SegmentRule rule = all(std::move(parts));
    rule.join = Join::Any;
    return rule;
}

SegmentRule SegmentRule::negated() const
{
    SegmentRule rule = *this;
    rule.isNegated = !isNegated;
    return rule;
}

QString SegmentRule::text() const
{
    if (isEverybody())
        return {};
    const QString sign = isNegated ? u"not "_s : QString{};
    if (join == Join::One)
        return sign + textOf(condition);
    if (parts.empty())
        return sign + (join == Join::All ? u"everybody"_s : u"nobody"_s);
    QStringList texts;
    for (const SegmentRule &part : parts) {
        if (part.isEverybody())
            texts << u"everybody"_s;
        else if (part.join == Join::One || part.isNegated || part.parts.empty())
            texts << part.text();
        else
            texts << u'(' + part.text() + u')';
    }
    const QString joined = texts.join(join == Join::All ? u" and "_s : u" or "_s);
    return isNegated ? u"not ("_s + joined + u')' : joined;
}

Result<SegmentRule> SegmentRule::fromText(const QString &text)
{
    Result<std::vector<Token>> tokens = Tokenizer{text}.tokens();
    if (!tokens)
        return tokens.error();
    return Parser{std::move(*tokens)}.parse();
}
