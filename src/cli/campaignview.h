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

/// Fails, with the checks as details where the campaign was not ready.
void failWithChecks(CommandContext &context, Session &session, CampaignId id, const Error &error,
                    bool hasToken);
