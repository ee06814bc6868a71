#pragma once

struct Campaign;
class Terminal;

/// A campaign with its counts, for people.
void sayCampaign(Terminal &terminal, const Campaign &campaign);
