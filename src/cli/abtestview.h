#pragma once

#include "cli/terminal.h"
#include "workspace/abtestdesk.h"

#include <QJsonObject>

// A/B tests in the terminal.

/// What is asked of a test, and how its people were divided: for the answers of other commands.
QJsonObject abTestJson(const AbTest &test);
/// The same, with the letter of one of its campaigns: "A" to "D", "rest".
QJsonObject abTestPlaceJson(const AbTest &test, CampaignId campaign);
/// The same with what the figures tell.
QJsonObject abOutcomeJson(const AbOutcome &outcome);
void sayOutcome(Terminal &terminal, const AbOutcome &outcome);
