#pragma once

#include "cli/terminal.h"
#include "workspace/session.h"

#include <optional>

class CommandContext;

Tone toneOf(CampaignState state);
Tone toneOf(RecipientStatus status);

/// Local and short; empty where it has not happened.
QString shownTime(const std::optional<UtcTime> &time);

/// A campaign with its counts, for people.
void sayCampaign(Terminal &terminal, const Campaign &campaign);

/// The answer of a command that changed a campaign: its id and what it is now.
void sayStatus(CommandContext &context, CampaignId id, const QString &status);

/// On standard error, for who schedules: what a schedule needs, and what happens to one that is missed.
void sayHowSchedulesRun(CommandContext &context, CampaignId id);

/// Fails, with the checks as details where the campaign was not ready.
void failWithChecks(CommandContext &context, Session &session, CampaignId id, const Error &error,
                    bool hasToken);
