#pragma once

#include <algorithm>
#include <optional>

/// A row of the table that says how something may change.
template <typename State, typename Event>
struct StateTransition
{
    State from;
    Event event;
    State to;
};

/// The state entered when `event` happens in `state`; nothing if it may not happen there.
template <typename Table, typename State, typename Event>
std::optional<State> nextStateIn(const Table &transitions, State state, Event event)
{
    const auto found = std::find_if(transitions.begin(), transitions.end(), [&](const auto &transition) {
        return transition.from == state && transition.event == event;
    });
    if (found == transitions.end())
        return std::nullopt;
    return found->to;
}
