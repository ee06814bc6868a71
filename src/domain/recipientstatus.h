#pragma once

#include "base/clock.h"

#include <QString>

#include <array>
#include <optional>

enum class RecipientStatus {
    Pending,
    Sending, ///< claimed: an attempt is on disk and its answer is not
    Sent, ///< accepted by Meta
    Delivered,
    Read,
    Responded,
    Failed,
    OptedOut, ///< kept out before any request because the person is suppressed
    Skipped, ///< kept out by any other rule
    Unconfirmed, ///< it may or may not have gone out; only proof or a person settles it
};

inline constexpr std::array kRecipientStatuses{RecipientStatus::Pending, RecipientStatus::Sending,
                                               RecipientStatus::Sent,    RecipientStatus::Delivered,
                                               RecipientStatus::Read,    RecipientStatus::Responded,
                                               RecipientStatus::Failed,  RecipientStatus::OptedOut,
                                               RecipientStatus::Skipped, RecipientStatus::Unconfirmed};

/// The word used in the database, in JSON and on the command line: "pending", "opted_out", …
QString toWord(RecipientStatus status);
std::optional<RecipientStatus> recipientStatusFromWord(QStringView word);

/// What a delivery event says about one message.
enum class DeliveryStatus { Sent, Delivered, Read, Responded, Failed };

/// The part of a recipient that delivery events move.
struct DeliveryProgress
{
    RecipientStatus status = RecipientStatus::Pending;
    std::optional<UtcTime> sentAt; ///< when Meta accepted it
    std::optional<UtcTime> deliveredAt;
    std::optional<UtcTime> readAt;
    std::optional<UtcTime> respondedAt;
    std::optional<UtcTime> failedAt;

    friend bool operator==(const DeliveryProgress &, const DeliveryProgress &) = default;
};

/// What an event makes of a recipient. Events come in any order, any number of times, with the same result: a
/// status only rises (sent < delivered < read < responded); `delivered` and above beat `failed` and
/// `unconfirmed`; `failed` ends only what was not delivered; a late event fills in its own time and changes
/// no status. A recipient that is pending or sending is moved too: proof that a message exists beats our
/// missing answer. A time that no event gave stays empty; `failed` stands in for the time of acceptance,
/// because only what was accepted fails afterwards.
DeliveryProgress afterDelivery(const DeliveryProgress &before, DeliveryStatus event, UtcTime at);

/// The funnel steps a recipient has reached, whatever came later (`reached` in the command line's contract).
struct Reached
{
    bool sent = false;
    bool delivered = false;
    bool read = false;
    bool responded = false;

    friend bool operator==(const Reached &, const Reached &) = default;
};

/// `read` implies delivered, `responded` implies both, and each implies sent.
Reached reachedBy(const DeliveryProgress &progress);
