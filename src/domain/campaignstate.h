#pragma once

#include <QString>

#include <array>
#include <optional>

enum class CampaignState {
    Draft,
    Scheduled,
    Sending,
    Paused, ///< by a person, the safety brake, or trouble with account, token or template; it has a reason
    Completed, ///< nothing pending, sending or waiting for a retry; unconfirmed people may remain
    Cancelled,
    Failed, ///< ended by Meta (the stop_campaign rows); a person may still resume it
};

inline constexpr std::array kCampaignStates{
    CampaignState::Draft,     CampaignState::Scheduled, CampaignState::Sending, CampaignState::Paused,
    CampaignState::Completed, CampaignState::Cancelled, CampaignState::Failed};

enum class CampaignEvent {
    Schedule,
    Unschedule, ///< back to a draft
    Start, ///< a person sends it, or its time has come
    Pause,
    Resume,
    Finish,
    Cancel,
    Fail,
    Reopen, ///< a retry or a resolve brought people back
};

/// The state entered when `event` happens in `state`; nothing if it may not happen there.
std::optional<CampaignState> nextState(CampaignState state, CampaignEvent event);

/// The word used in the database, in JSON and on the command line: "draft", "sending", …
QString toWord(CampaignState state);
std::optional<CampaignState> campaignStateFromWord(QStringView word);

/// Something of it may still leave by itself: scheduled, sending or paused.
bool isLive(CampaignState state);
