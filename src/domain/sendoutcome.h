#pragma once

#include <QString>

#include <chrono>
#include <optional>
#include <variant>

/// Meta took the message. Accepted is not delivered.
struct Accepted
{
    QString messageId; ///< wamid, opaque, compared exactly
    QString messageStatus; ///< "accepted", "held_for_quality_assessment", "paused" or empty
    QString waId;
    std::optional<int> usagePercent; ///< of the requests that Meta allows for now; at 100 it refuses
};

/// Meta answered with an error: the message does not exist. What to do about it is in the error catalog.
struct Refused
{
    int code = 0;
    int subcode = 0;
    int httpStatus = 0;
    QString details; ///< error_data.details, or the message; for support
    QString fbtraceId;
    std::optional<std::chrono::seconds> retryAfter; ///< Retry-After or estimated_time_to_regain_access
    std::optional<int> usagePercent; ///< as for an accepted one
};

/// No byte of the body was read from us: provably nothing left (refused connection, DNS, TLS before the body,
/// no route).
struct NotSent
{
    QString why;
    bool isFinal = false; ///< trying again cannot help until a person changes something (bad address, proxy)
    bool isForeign = false; ///< another server than Meta's stands there (its certificate is not trusted)
};

/// The body left and no usable answer came: it may or may not have been accepted. Never resent by the
/// program.
struct Unknown
{
    QString why;
    bool isForeign =
        false; ///< what came was not Graph's: a sign-in page, a redirect, an error page on the way
};

using SendOutcome = std::variant<Accepted, Refused, NotSent, Unknown>;
