#pragma once

#include <QString>

#include <array>
#include <optional>

enum class DirectMessageState {
    Waiting, ///< for an engine that takes it up
    Sending, ///< claimed: it may have left
    Accepted,
    Refused,
    NotSent, ///< provably nothing left
    Unconfirmed, ///< no answer: it may have gone out; never sent again
    Failed, ///< accepted, and then Meta could not deliver it
    Declined, ///< not tried: a rule forbids it
    Withdrawn, ///< by whoever had asked for it
    Expired, ///< its time passed before anybody took it up
};

inline constexpr std::array kDirectMessageStates{
    DirectMessageState::Waiting, DirectMessageState::Sending,  DirectMessageState::Accepted,
    DirectMessageState::Refused, DirectMessageState::NotSent,  DirectMessageState::Unconfirmed,
    DirectMessageState::Failed,  DirectMessageState::Declined, DirectMessageState::Withdrawn,
    DirectMessageState::Expired};

enum class DirectMessageEvent {
    Claim,
    Decline,
    Withdraw,
    Expire,
    Accept, ///< Meta has it: by its answer, or by an event that reports it
    Refuse,
    ProveUnsent,
    LoseAnswer,
    Fail,
};

/// The state entered when `event` happens in `state`; nothing if it may not happen there.
std::optional<DirectMessageState> nextState(DirectMessageState state, DirectMessageEvent event);

/// The word used in the database: "waiting", "sending", …
QString toWord(DirectMessageState state);
std::optional<DirectMessageState> directMessageStateFromWord(QStringView word);
