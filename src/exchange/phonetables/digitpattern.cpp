#include "exchange/phonetables/digitpattern.h"

#include "exchange/phonetables/digitexpression.h"

namespace {

/// Adds the states of `expression` that lead from `from`; the state where it has been read.
int build(const Expression &expression, int from)
{
    switch (expression.kind) {
    case Expression::Kind::Digits: {
        const int begin = newState();
        const int end = newState();
        states()[size_t(from)].silent.push_back(begin);
        states()[size_t(begin)].digits = expression.digits;
        states()[size_t(begin)].next = end;
        return end;
    }
    case Expression::Kind::Sequence:
        for (const Expression &part : expression.parts)
            from = build(part, from);
        return from;
    case Expression::Kind::Choice: {
        const int end = newState();
        for (const Expression &part : expression.parts) {
            const int begin = newState();
            states()[size_t(from)].silent.push_back(begin);
            const int partEnd = build(part, begin);
            states()[size_t(partEnd)].silent.push_back(end);
        }
        return end;
    }
    case Expression::Kind::Repeat: {
        for (int i = 0; i < expression.least; ++i)
            from = build(expression.parts[0], from);
        const int end = newState();
        states()[size_t(from)].silent.push_back(end);
        const int copies = expression.most < 0 ? kMostTypedDigits : expression.most - expression.least;
        for (int i = 0; i < copies; ++i) {
            from = build(expression.parts[0], from);
            states()[size_t(from)].silent.push_back(end);
        }
        return end;
    }
    }
    return from;
}

int newPatternId()
{
    static int count = 0;
    return count++;
}

} // namespace

int newState()
{
    states().emplace_back();
    return int(states().size()) - 1;
}

std::optional<Pattern> compilePattern(const std::string &text, Use use)
{
    const std::optional<Expression> expression = readExpression(text, use == Use::Prefix);
    if (!expression)
        return std::nullopt;
    Pattern pattern;
    pattern.start = newState();
    pattern.id = newPatternId();
    pattern.matchesAnything = true;
    const int end = build(*expression, pattern.start);
    states()[size_t(end)].accepts = pattern.id;
    if (use == Use::Beginning) {
        states()[size_t(end)].digits = kAllDigits;
        states()[size_t(end)].next = end;
    }
    return pattern;
}
