#include "exchange/phonetables/digitexpression.h"

#include <utility>

namespace {

/// Reads one expression, once.
class ExpressionReader
{
public:
    ExpressionReader(std::string text, bool mayEndEarly)
        : m_text{std::move(text)}
        , m_mayEndEarly{mayEndEarly}
    {
    }

    std::optional<Expression> read()
    {
        Expression expression = readChoice();
        if (m_failed || m_at != m_text.size())
            return std::nullopt;
        return expression;
    }

private:
    bool isAt(char c) const { return m_at < m_text.size() && m_text[m_at] == c; }

    Expression readChoice()
    {
        Expression choice{.kind = Expression::Kind::Choice};
        choice.parts.push_back(readSequence());
        while (isAt('|')) {
            ++m_at;
            choice.parts.push_back(readSequence());
        }
        return choice;
    }

    Expression readSequence()
    {
        Expression sequence{.kind = Expression::Kind::Sequence};
        while (!m_failed && m_at < m_text.size() && !isAt('|') && !isAt(')'))
            sequence.parts.push_back(readRepeated());
        return sequence;
    }

    Expression readRepeated()
    {
        Expression expression = readOne();
        while (!m_failed && m_at < m_text.size()) {
            int least = 0;
            int most = -1;
            if (isAt('?'))
                most = 1;
            else if (isAt('+'))
                least = 1;
            else if (isAt('{'))
                readCounts(least, most);
            else if (!isAt('*'))
                break;
            ++m_at;
            if (isAt('?') || isAt('+'))
                m_failed = true; // lazy or possessive
            Expression repeat{.kind = Expression::Kind::Repeat, .least = least, .most = most};
            repeat.parts.push_back(std::move(expression));
            expression = std::move(repeat);
        }
        return expression;
    }

    /// Stays at the closing brace.
    void readCounts(int &least, int &most)
    {
        ++m_at;
        least = readNumber();
        most = least;
        if (isAt(',')) {
            ++m_at;
            most = isAt('}') ? -1 : readNumber();
        }
        m_failed = m_failed || !isAt('}');
    }

    int readNumber()
    {
        int number = 0;
        m_failed = m_failed || m_at >= m_text.size() || m_text[m_at] < '0' || m_text[m_at] > '9';
        while (m_at < m_text.size() && m_text[m_at] >= '0' && m_text[m_at] <= '9' && number < 1000)
            number = number * 10 + (m_text[m_at++] - '0');
        return number;
    }

    Expression readOne()
    {
        const char c = m_text[m_at++];
        if (c >= '0' && c <= '9')
            return {.kind = Expression::Kind::Digits, .digits = 1u << (c - '0')};
        if (c == '\\' && isAt('d')) {
            ++m_at;
            return {.kind = Expression::Kind::Digits, .digits = kAllDigits};
        }
        if (c == '[')
            return readClass();
        if (c == '(') {
            if (m_text.compare(m_at, 2, "?:") == 0)
                m_at += 2;
            else
                m_failed = m_failed || isAt('?'); // looks ahead
            Expression inside = readChoice();
            m_failed = m_failed || !isAt(')');
            ++m_at;
            return inside;
        }
        m_failed = m_failed || c != '$' || !m_mayEndEarly;
        return {};
    }

    Expression readClass()
    {
        unsigned digits = 0;
        while (m_at < m_text.size() && !isAt(']')) {
            const char first = m_text[m_at++];
            if (first == '\\' && isAt('d')) {
                ++m_at;
                digits |= kAllDigits;
                continue;
            }
            char last = first;
            if (isAt('-') && m_at + 1 < m_text.size()) {
                last = m_text[m_at + 1];
                m_at += 2;
            }
            m_failed = m_failed || first < '0' || last > '9' || first > last;
            for (char digit = first; !m_failed && digit <= last; ++digit)
                digits |= 1u << (digit - '0');
        }
        m_failed = m_failed || !isAt(']');
        ++m_at;
        return {.kind = Expression::Kind::Digits, .digits = digits};
    }

    std::string m_text;
    bool m_mayEndEarly;
    size_t m_at = 0;
    bool m_failed = false;
};

} // namespace

std::optional<Expression> readExpression(const std::string &text, bool mayEndEarly)
{
    return ExpressionReader{text, mayEndEarly}.read();
}
