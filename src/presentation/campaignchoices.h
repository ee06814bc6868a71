#pragma once

#include "domain/recipientstatus.h"

#include <QString>

#include <optional>

/// Whom a follow-up of a campaign goes to.
enum class FollowUpAudience {
    DidNotRead,
    Read,
    DidNotAnswer, ///< although they read it
    Responded,
    Failed,
    MayWorkNow, ///< failed for a reason that may be over by now
    PressedButton, ///< under the message, one that answers
};

/// What a person decides about messages of which nobody knows whether they went out.
enum class ResolveChoice {
    Resend, ///< pending again: someone may get it twice
    Accept, ///< counted as sent
};

/// The file in which a campaign's results are saved.
enum class ResultsFormat { Csv, Workbook, Pdf };

/// Which people of a campaign are listed.
struct RecipientFilter
{
    std::optional<RecipientStatus> status; ///< nothing: all
    QString search; ///< a part of the number or the name
    bool isAtLeast = false; ///< with a step of the funnel: everybody who got so far, whatever came later
    QString errorCode; ///< only those with this error; empty: whatever happened

    friend bool operator==(const RecipientFilter &, const RecipientFilter &) = default;
};
