#include "exchange/phonetables/numberautomaton.h"

#include "exchange/phonetables/digitexpression.h"

#include <algorithm>
#include <optional>
#include <set>

namespace {

constexpr int kMostDigits = 15; // of a number with its calling code, by ITU-T E.164

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

} // namespace

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

std::uint32_t joinedRoot(Tables &tables, const std::map<std::string, std::uint32_t> &rootOfCode,
                         const std::string &path)
{
    if (const auto root = rootOfCode.find(path); root != rootOfCode.end())
        return root->second;
    constexpr size_t kLongestCallingCode = 3;
    if (path.size() == kLongestCallingCode)
        return 0;
    Node node{0, {}};
    for (int digit = 0; digit < 10; ++digit)
        node.second[size_t(digit)] = joinedRoot(tables, rootOfCode, path + char('0' + digit));
    return tables.add(node);
}
