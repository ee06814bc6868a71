// Run while the project is built: reads the metadata that libphonenumber carries and writes phonetables.cpp,
// an automaton for the numbers that are certainly valid. Whatever it leaves out is given to the library, so
// it errs on that side: where a rule cannot be read, or the library might take a prefix off, the digits lead
// nowhere.

#include <phonenumbers/phonemetadata.pb.h>
#include <phonenumbers/phonenumberutil.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <fstream>
#include <iostream>
#include <list>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace i18n::phonenumbers {
// Exported by the library, but in none of its installed headers.
int metadata_size();
const void *metadata_get();
} // namespace i18n::phonenumbers

namespace {

using i18n::phonenumbers::PhoneMetadata;
using i18n::phonenumbers::PhoneMetadataCollection;
using i18n::phonenumbers::PhoneNumberDesc;
using i18n::phonenumbers::PhoneNumberUtil;

constexpr int kMostDigits = 15; // of a number with its calling code, by ITU-T E.164
constexpr int kMostTypedDigits = 18; // with a prefix
constexpr unsigned kAllDigits = 0x3FF;

// Regular expressions over digits as a nondeterministic automaton

struct State
{
    std::vector<int> silent; ///< reached without a digit
    unsigned digits = 0; ///< bit by digit
    int next = -1;
    int accepts = -1; ///< the number of the pattern that ends here
};

std::vector<State> &states()
{
    static std::vector<State> all;
    return all;
}

int newState()
{
    states().emplace_back();
    return int(states().size()) - 1;
}

/// A part of an expression. Kept as a tree, because a counted part is written out several times.
struct Expression
{
    enum class Kind { Digits, Sequence, Choice, Repeat };

    Kind kind = Kind::Sequence;
    unsigned digits = 0;
    std::vector<Expression> parts;
    int least = 1;
    int most = 1; ///< -1: any number
};

/// Understands what the metadata uses; anything else is a failure.
class ExpressionReader
{
public:
    /// `mayEndEarly`: "$" is read as if it were not there, so that the pattern matches more than it should.
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

/// A pattern and the lengths it may have; nothing in `lengths` means any.
struct Pattern
{
    int start = -1;
    int id = -1; ///< what its last state accepts
    std::set<int> lengths;
    bool matchesAnything = false; ///< an absent description does not
};

int newPatternId()
{
    static int count = 0;
    return count++;
}

enum class Use {
    WholeNumber,
    Beginning, ///< what follows does not matter
    Prefix, ///< something that the library takes off; better too often than too seldom
};

/// Nothing where the expression cannot be understood.
std::optional<Pattern> compile(const std::string &text, Use use)
{
    const std::optional<Expression> expression = ExpressionReader{text, use == Use::Prefix}.read();
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

std::optional<Pattern> compile(const PhoneNumberDesc &description)
{
    Pattern pattern;
    if (!description.national_number_pattern().empty()) {
        const std::optional<Pattern> compiled =
            compile(description.national_number_pattern(), Use::WholeNumber);
        if (!compiled)
            return std::nullopt;
        pattern = *compiled;
    }
    pattern.lengths = {description.possible_length().begin(), description.possible_length().end()};
    return pattern;
}

// Regions

/// The kinds in the order in which the library asks for them, the two most frequent ones apart.
constexpr std::array kKindsAskedFirst{
    PhoneNumberUtil::PREMIUM_RATE, PhoneNumberUtil::TOLL_FREE,       PhoneNumberUtil::SHARED_COST,
    PhoneNumberUtil::VOIP,         PhoneNumberUtil::PERSONAL_NUMBER, PhoneNumberUtil::PAGER,
    PhoneNumberUtil::UAN,          PhoneNumberUtil::VOICEMAIL};

struct Region
{
    std::string code;
    int callingCode = 0;
    Pattern general;
    std::array<Pattern, kKindsAskedFirst.size()> kinds;
    Pattern fixedLine;
    Pattern mobile;
    bool sameMobileAndFixedLine = false;
    std::optional<Pattern> leadingDigits;
    std::optional<Pattern> internationalPrefix;
    std::optional<Pattern> nationalPrefix; ///< what the library takes off national digits
    std::string plainNationalPrefix; ///< where that is just digits; else empty
};

bool isDigits(const std::string &text)
{
    return !text.empty()
        && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Nothing where some rule cannot be understood.
std::optional<Region> readRegion(const PhoneMetadata &metadata)
{
    Region region;
    region.code = metadata.id();
    region.callingCode = metadata.country_code();
    bool isUnderstood = true;
    const auto take = [&](const PhoneNumberDesc &description) {
        const std::optional<Pattern> pattern = compile(description);
        isUnderstood = isUnderstood && pattern.has_value();
        return pattern.value_or(Pattern{});
    };
    const auto takeText = [&](const std::string &text, Use use) -> std::optional<Pattern> {
        if (text.empty())
            return std::nullopt;
        std::optional<Pattern> pattern = compile(text, use);
        isUnderstood = isUnderstood && pattern.has_value();
        return pattern;
    };
    region.general = take(metadata.general_desc());
    region.kinds = {
        take(metadata.premium_rate()), take(metadata.toll_free()),       take(metadata.shared_cost()),
        take(metadata.voip()),         take(metadata.personal_number()), take(metadata.pager()),
        take(metadata.uan()),          take(metadata.voicemail())};
    region.fixedLine = take(metadata.fixed_line());
    region.mobile = take(metadata.mobile());
    region.sameMobileAndFixedLine = metadata.same_mobile_and_fixed_line_pattern();
    region.leadingDigits = takeText(metadata.leading_digits(), Use::Beginning);
    region.internationalPrefix = takeText(metadata.international_prefix(), Use::Prefix);
    region.nationalPrefix = takeText(metadata.national_prefix_for_parsing(), Use::Prefix);
    if (isDigits(metadata.national_prefix_for_parsing()) && metadata.national_prefix_transform_rule().empty())
        region.plainNationalPrefix = metadata.national_prefix_for_parsing();
    return isUnderstood ? std::optional<Region>{region} : std::nullopt;
}

/// The regions that share a calling code, the main one first, as the library asks them.
struct CallingCode
{
    int code = 0;
    std::vector<const Region *> regions;
};

// The deterministic automaton

struct Verdict
{
    std::string region;
    int type = 0;
    int stripped = 0;
    bool needsCallingCode = false;

    auto operator<=>(const Verdict &) const = default;
};

using Node = std::pair<int, std::array<std::uint32_t, 10>>; ///< verdict, next nodes

class Tables
{
public:
    static constexpr std::uint32_t kNoNumber = 1; ///< whatever follows

    Tables()
        : m_nodes{
            {0, {}                            },
            {0, {1, 1, 1, 1, 1, 1, 1, 1, 1, 1}}
    }
    {
    }

    std::uint32_t add(const Node &node)
    {
        if (node == m_nodes[0])
            return 0;
        const auto [known, isNew] = m_known.emplace(node, std::uint32_t(m_nodes.size()));
        if (isNew)
            m_nodes.push_back(node);
        return known->second;
    }

    int verdict(const Verdict &verdict)
    {
        const auto found = std::find(m_verdicts.begin(), m_verdicts.end(), verdict);
        if (found != m_verdicts.end())
            return int(found - m_verdicts.begin()) + 1;
        m_verdicts.push_back(verdict);
        return int(m_verdicts.size());
    }

    const std::vector<Node> &nodes() const { return m_nodes; }
    const std::vector<Verdict> &verdicts() const { return m_verdicts; }

private:
    std::vector<Node> m_nodes; ///< the first is unsure; kNoNumber
    std::map<Node, std::uint32_t> m_known;
    std::vector<Verdict> m_verdicts;
};

/// One way to read typed digits: what has been taken off when the national number begins, and which patterns
/// run.
struct Way
{
    std::string prefix; ///< read before the national number
    bool isInternational = false; ///< the prefix is the calling code
    std::optional<Pattern> mustMatch; ///< the national number, besides being valid
    std::optional<Pattern> mustNotMatch; ///< all digits
    std::vector<Pattern> endedBy; ///< national numbers that begin so are unsure
    bool isFollowed = false; ///< also where no valid number begins so: it is sure then that there is none
};

/// Builds the nodes for digits that may be read in some ways, of which never two fit.
class Reading
{
public:
    Reading(Tables &tables, const CallingCode &callingCode, std::vector<Way> ways,
            std::optional<Pattern> forbiddenBeginning)
        : m_tables{tables}
        , m_callingCode{callingCode}
        , m_ways{std::move(ways)}
        , m_forbiddenBeginning{std::move(forbiddenBeginning)}
    {
    }

    std::uint32_t root()
    {
        Set set;
        const int common = int(m_ways.size()) * 2;
        if (m_forbiddenBeginning)
            enter(set, common, m_forbiddenBeginning->start);
        for (size_t way = 0; way < m_ways.size(); ++way) {
            if (m_ways[way].mustNotMatch)
                enter(set, int(way) * 2 + 1, m_ways[way].mustNotMatch->start);
            if (m_ways[way].prefix.empty())
                enterNational(set, way);
        }
        return node(set, 0);
    }

private:
    /// Pairs of a track (each way has one for its national number and one for all digits, and there is one in
    /// common) and a state.
    using Set = std::set<std::pair<int, int>>;

    static void enter(Set &set, int track, int state)
    {
        if (state < 0 || !set.emplace(track, state).second)
            return;
        for (const int next : states()[size_t(state)].silent)
            enter(set, track, next);
    }

    void enterNational(Set &set, size_t way) const
    {
        const int track = int(way) * 2;
        for (const Region *region : m_callingCode.regions) {
            enter(set, track, region->general.start);
            for (const Pattern &kind : region->kinds)
                enter(set, track, kind.start);
            enter(set, track, region->fixedLine.start);
            enter(set, track, region->mobile.start);
            if (region->leadingDigits)
                enter(set, track, region->leadingDigits->start);
        }
        if (m_ways[way].mustMatch)
            enter(set, track, m_ways[way].mustMatch->start);
        for (const Pattern &ending : m_ways[way].endedBy)
            enter(set, track, ending.start);
        if (m_ways[way].isFollowed)
            enter(set, track, anyDigits());
    }

    /// Never left, and accepts nothing.
    static int anyDigits()
    {
        static const int state = [] {
            const int made = newState();
            states()[size_t(made)].digits = kAllDigits;
            states()[size_t(made)].next = made;
            return made;
        }();
        return state;
    }

    static bool accepts(const Set &set, int track, int id)
    {
        for (auto at = set.lower_bound({track, 0}); at != set.end() && at->first == track; ++at) {
            if (states()[size_t(at->second)].accepts == id)
                return true;
        }
        return false;
    }

    static bool matches(const std::set<int> &accepted, const Pattern &pattern, int length)
    {
        return pattern.matchesAnything && (pattern.lengths.empty() || pattern.lengths.count(length) > 0)
            && accepted.count(pattern.id) > 0;
    }

    static int typeOf(const std::set<int> &accepted, const Region &region, int length)
    {
        if (!matches(accepted, region.general, length))
            return PhoneNumberUtil::UNKNOWN;
        for (size_t i = 0; i < kKindsAskedFirst.size(); ++i) {
            if (matches(accepted, region.kinds[i], length))
                return kKindsAskedFirst[i];
        }
        const bool isMobile = matches(accepted, region.mobile, length);
        if (matches(accepted, region.fixedLine, length)) {
            return region.sameMobileAndFixedLine || isMobile ? PhoneNumberUtil::FIXED_LINE_OR_MOBILE
                                                             : PhoneNumberUtil::FIXED_LINE;
        }
        return !region.sameMobileAndFixedLine && isMobile ? PhoneNumberUtil::MOBILE
                                                          : PhoneNumberUtil::UNKNOWN;
    }

    /// As the library finds the region of a number and its type; nothing where it is not valid.
    std::optional<std::pair<const Region *, int>> validity(const std::set<int> &accepted, int length) const
    {
        const std::set<int> &possible = m_callingCode.regions.front()->general.lengths;
        if (possible.count(length) == 0)
            return std::nullopt;
        for (const Region *region : m_callingCode.regions) {
            const int type = typeOf(accepted, *region, length);
            const bool isIts = m_callingCode.regions.size() == 1
                || (region->leadingDigits ? accepted.count(region->leadingDigits->id) > 0
                                          : type != PhoneNumberUtil::UNKNOWN);
            if (isIts)
                return type == PhoneNumberUtil::UNKNOWN ? std::nullopt
                                                        : std::optional{
                                                            std::pair{region, type}
                };
        }
        return std::nullopt;
    }

    int verdictAt(const Set &set, int depth) const
    {
        std::optional<Verdict> verdict;
        for (size_t way = 0; way < m_ways.size(); ++way) {
            const Way &read = m_ways[way];
            const int length = depth - int(read.prefix.size());
            std::set<int> accepted;
            for (auto at = set.lower_bound({int(way) * 2, 0}); at != set.end() && at->first == int(way) * 2;
                 ++at) {
                if (const int id = states()[size_t(at->second)].accepts; id >= 0)
                    accepted.insert(id);
            }
            const int digits = length + int(std::to_string(m_callingCode.code).size());
            if (length <= 0 || accepted.empty() || digits > kMostDigits
                || (read.mustMatch && !matches(accepted, *read.mustMatch, length)))
                continue;
            if (read.mustNotMatch && accepts(set, int(way) * 2 + 1, read.mustNotMatch->id)
                && read.mustNotMatch->lengths.count(depth) > 0)
                continue;
            const auto valid = validity(accepted, length);
            if (!valid)
                continue;
            if (verdict)
                return 0; // two ways fit
            verdict = Verdict{valid->first->code, valid->second,
                              read.isInternational ? 0 : int(read.prefix.size()), !read.isInternational};
        }
        return verdict ? m_tables.verdict(*verdict) : 0;
    }

    Set step(const Set &set, int digit, int depth) const
    {
        Set next;
        for (const auto &[track, state] : set) {
            const State &at = states()[size_t(state)];
            if ((at.digits >> digit & 1u) != 0)
                enter(next, track, at.next);
        }
        for (size_t way = 0; way < m_ways.size(); ++way) {
            const std::string &prefix = m_ways[way].prefix;
            if (int(prefix.size()) == depth + 1 && prefix == m_path + char('0' + digit))
                enterNational(next, way);
        }
        return next;
    }

    /// Drops the ways that are not sure any more; false where none is.
    bool keepSureWays(Set &set) const
    {
        if (m_forbiddenBeginning && accepts(set, int(m_ways.size()) * 2, m_forbiddenBeginning->id))
            return false;
        for (size_t way = 0; way < m_ways.size(); ++way) {
            const bool isEnded =
                std::any_of(m_ways[way].endedBy.begin(), m_ways[way].endedBy.end(),
                            [&](const Pattern &ending) { return accepts(set, int(way) * 2, ending.id); });
            if (isEnded)
                std::erase_if(set, [&](const auto &element) { return element.first == int(way) * 2; });
        }
        return true;
    }

    bool mayBecomeAPrefix() const
    {
        return std::any_of(m_ways.begin(), m_ways.end(), [&](const Way &way) {
            return way.prefix.size() > m_path.size() && way.prefix.compare(0, m_path.size(), m_path) == 0;
        });
    }

    std::uint32_t node(const Set &set, int depth)
    {
        const bool isBeforeAPrefix = mayBecomeAPrefix();
        if ((set.empty() && !isBeforeAPrefix) || depth > kMostTypedDigits)
            return 0;
        if (set.size() == 1 && set.begin()->second == anyDigits())
            return Tables::kNoNumber;
        const auto key = std::pair{depth, set};
        if (!isBeforeAPrefix) {
            if (const auto known = m_known.find(key); known != m_known.end())
                return known->second;
        }
        Node made{verdictAt(set, depth), {}};
        for (int digit = 0; digit < 10; ++digit) {
            Set next = step(set, digit, depth);
            m_path += char('0' + digit);
            if (keepSureWays(next))
                made.second[size_t(digit)] = node(next, depth + 1);
            m_path.pop_back();
        }
        const std::uint32_t added = m_tables.add(made);
        if (!isBeforeAPrefix)
            m_known.emplace(key, added);
        return added;
    }

    Tables &m_tables;
    const CallingCode &m_callingCode;
    std::vector<Way> m_ways;
    std::optional<Pattern> m_forbiddenBeginning;
    std::map<std::pair<int, Set>, std::uint32_t> m_known;
    std::string m_path; ///< the digits that led here
};

std::uint32_t internationalRoot(Tables &tables, const CallingCode &callingCode)
{
    Way way{.isInternational = true, .isFollowed = true};
    if (callingCode.regions.front()->nationalPrefix)
        way.endedBy.push_back(*callingCode.regions.front()->nationalPrefix);
    return Reading{tables, callingCode, {way}, std::nullopt}.root();
}

std::uint32_t nationalRoot(Tables &tables, const CallingCode &callingCode, const Region &region)
{
    const std::string code = std::to_string(callingCode.code);
    Way plain{.mustMatch = region.general};
    if (region.nationalPrefix)
        plain.endedBy.push_back(*region.nationalPrefix);
    std::vector<Way> ways{plain};
    const std::string &prefix = region.plainNationalPrefix;
    if (!prefix.empty() && prefix.front() != code.front())
        ways.push_back({.prefix = prefix, .mustMatch = region.general});
    // The library takes the country's own code off where what remains looks like a number of it and the whole
    // does not.
    Way own{
        .prefix = code, .isInternational = true, .mustMatch = region.general, .mustNotMatch = region.general};
    if (callingCode.regions.front()->nationalPrefix)
        own.endedBy.push_back(*callingCode.regions.front()->nationalPrefix);
    ways.push_back(own);
    return Reading{tables, callingCode, ways, region.internationalPrefix}.root();
}

/// Puts the calling codes in front of their national numbers.
std::uint32_t joined(Tables &tables, const std::map<std::string, std::uint32_t> &rootOfCode,
                     const std::string &path)
{
    if (const auto root = rootOfCode.find(path); root != rootOfCode.end())
        return root->second;
    constexpr size_t kLongestCallingCode = 3;
    if (path.size() == kLongestCallingCode)
        return 0;
    Node node{0, {}};
    for (int digit = 0; digit < 10; ++digit)
        node.second[size_t(digit)] = joined(tables, rootOfCode, path + char('0' + digit));
    return tables.add(node);
}

void write(std::ostream &out, const Tables &tables, std::uint32_t root,
           const std::map<std::string, std::pair<int, std::uint32_t>> &regions)
{
    std::map<std::string, size_t> indexOfRegion;
    for (const auto &region : regions)
        indexOfRegion.emplace(region.first, indexOfRegion.size());

    out << "// Written by makephonetables from the metadata of libphonenumber.\n"
           "#include \"exchange/phonetables.h\"\n\n"
        << "const std::uint32_t kPhoneInternationalRoot = " << root
        << ";\n\nconst PhoneNode kPhoneNodes[] = {\n";
    for (const Node &node : tables.nodes()) {
        out << "{{";
        for (const std::uint32_t next : node.second)
            out << next << ',';
        out << "}},\n";
    }
    out << "};\n\nconst std::uint16_t kPhoneNodeVerdicts[] = {\n";
    for (size_t i = 0; i < tables.nodes().size(); ++i)
        out << tables.nodes()[i].first << (i % 20 == 19 ? ",\n" : ",");
    out << "};\n\nconst PhoneVerdict kPhoneVerdicts[] = {\n{},\n";
    for (const Verdict &verdict : tables.verdicts()) {
        out << '{' << indexOfRegion.at(verdict.region) << ',' << verdict.type << ',' << verdict.stripped
            << ',' << (verdict.needsCallingCode ? "true" : "false") << "},\n";
    }
    out << "};\n\nconst PhoneRegion kPhoneRegions[] = {\n";
    for (const auto &[code, facts] : regions)
        out << "{\"" << code << "\"," << facts.first << ',' << facts.second << "},\n";
    out << "};\n\nconst std::size_t kPhoneRegionCount = " << regions.size() << ";\n";
}

} // namespace

int main(int argc, char *argv[])
{
    PhoneMetadataCollection collection;
    if (argc != 2
        || !collection.ParseFromArray(i18n::phonenumbers::metadata_get(),
                                      i18n::phonenumbers::metadata_size())) {
        std::cerr << "Usage: makephonetables FILE\n";
        return 1;
    }
    std::list<Region> understood;
    std::map<int, CallingCode> callingCodes;
    std::set<int> unclear;
    std::map<std::string, const Region *> regionOfCode;
    for (const PhoneMetadata &metadata : collection.metadata()) {
        const std::optional<Region> region = readRegion(metadata);
        if (!region) {
            unclear.insert(metadata.country_code());
            std::cerr << "libphonenumber itself reads the numbers of " << metadata.id() << " (+"
                      << metadata.country_code() << ")\n";
            continue;
        }
        understood.push_back(*region);
        if (metadata.id() != "001")
            regionOfCode.emplace(metadata.id(), &understood.back());
    }
    for (const Region &region : understood)
        callingCodes[region.callingCode].code = region.callingCode;
    for (auto &[code, callingCode] : callingCodes) {
        std::list<std::string> codes; // in the library's order
        PhoneNumberUtil::GetInstance()->GetRegionCodesForCountryCallingCode(code, &codes);
        for (const std::string &name : codes) {
            const auto region = std::find_if(
                understood.begin(), understood.end(), [&, number = code](const Region &candidate) {
                    return candidate.code == name && candidate.callingCode == number;
                });
            if (region == understood.end())
                unclear.insert(code);
            else
                callingCode.regions.push_back(&*region);
        }
        if (callingCode.regions.empty())
            unclear.insert(code);
    }

    Tables tables;
    std::map<std::string, std::uint32_t> rootOfCode;
    for (const auto &[code, callingCode] : callingCodes) {
        if (unclear.count(code) == 0)
            rootOfCode.emplace(std::to_string(code), internationalRoot(tables, callingCode));
    }
    const std::uint32_t root = joined(tables, rootOfCode, {});
    std::map<std::string, std::pair<int, std::uint32_t>> regions{
        {"001", {0, 0}}
    };
    std::set<std::string> supported;
    PhoneNumberUtil::GetInstance()->GetSupportedRegions(&supported);
    for (const std::string &code : supported) {
        const auto region = regionOfCode.find(code);
        const int callingCode = PhoneNumberUtil::GetInstance()->GetCountryCodeForRegion(code);
        const bool isClear = region != regionOfCode.end() && unclear.count(callingCode) == 0;
        regions.emplace(
            code,
            std::pair{callingCode,
                      isClear ? nationalRoot(tables, callingCodes.at(callingCode), *region->second) : 0});
    }

    std::ofstream out{argv[1]};
    write(out, tables, root, regions);
    std::cerr << tables.nodes().size() << " nodes, " << tables.verdicts().size() << " verdicts\n";
    return out.flush() ? 0 : 1;
}
