#pragma once

#include "exchange/phonetables/regionrules.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

/// What is certain about digits that are a valid number.
struct Verdict
{
    std::string region;
    int type = 0;
    int stripped = 0;
    bool needsCallingCode = false;

    auto operator<=>(const Verdict &) const = default;
};

using Node = std::pair<int, std::array<std::uint32_t, 10>>; ///< verdict, next nodes

/// The deterministic automaton: equal nodes are kept once.
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

/// The node from which national numbers behind this calling code are read.
std::uint32_t internationalRoot(Tables &tables, const CallingCode &callingCode);

/// The node from which digits are read as somebody in `region` types them.
std::uint32_t nationalRoot(Tables &tables, const CallingCode &callingCode, const Region &region);

/// Puts the calling codes in front of their national numbers; the node of what follows `path`.
std::uint32_t joinedRoot(Tables &tables, const std::map<std::string, std::uint32_t> &rootOfCode,
                         const std::string &path = {});
