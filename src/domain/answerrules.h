#pragma once

#include "domain/optouts.h"

#include <chrono>

/// What becomes of people's answers, as a person set it for a workspace.
struct AnswerRules
{
    static constexpr std::chrono::hours kLongestAttribution{30 * 24};

    QStringList optOutAnswers = usualOptOutAnswers();
    /// An answer that does not say what it answers belongs to the latest campaign message of so long before.
    std::chrono::hours attribution{72};

    friend bool operator==(const AnswerRules &, const AnswerRules &) = default;
};
