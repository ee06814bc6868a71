#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

constexpr int kMostTypedDigits = 18; // of a number, with a prefix

/// One state of the nondeterministic automaton that all patterns are part of.
struct State
{
    std::vector<int> silent; ///< reached without a digit
    unsigned digits = 0; ///< bit by digit
    int next = -1;
    int accepts = -1; ///< the number of the pattern that ends here
};

/// The states of all patterns, by their number. The builder is one thread and has one automaton.
inline std::vector<State> &states()
{
    static std::vector<State> all;
    return all;
}

/// The number of a state that leads nowhere yet.
int newState();

/// A pattern and the lengths it may have; nothing in `lengths` means any.
struct Pattern
{
    int start = -1;
    int id = -1; ///< what its last state accepts
    std::set<int> lengths;
    bool matchesAnything = false; ///< an absent description does not
};

/// What a pattern is held against.
enum class Use {
    WholeNumber,
    Beginning, ///< what follows does not matter
    Prefix, ///< something that the library takes off; better too often than too seldom
};

/// Adds the states of a pattern. Nothing where the expression cannot be understood.
std::optional<Pattern> compilePattern(const std::string &text, Use use);
