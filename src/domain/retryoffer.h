#pragma once

#include "base/clock.h"

#include <QString>

#include <optional>
#include <vector>

/// What "retry failed" does with the people of a campaign who failed, by their reasons.
struct RetryOffer
{
    struct Group
    {
        QString code;
        QString message;
        QString advice;
        int people = 0;

        friend bool operator==(const Group &, const Group &) = default;
    };

    std::vector<Group> offered; ///< the commonest first
    std::vector<Group> left; ///< they stay failed: trying again would not help, or only annoy
    int held = 0; ///< of the offered ones: Meta allows it only later
    std::optional<UtcTime> heldUntil; ///< when the last of those may be tried

    int people() const;
    int peopleLeft() const;

    friend bool operator==(const RetryOffer &, const RetryOffer &) = default;
};
