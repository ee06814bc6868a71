#include "cli/command.h"

namespace {

void append(std::vector<Command> &all, std::vector<Command> group)
{
    for (Command &command : group)
        all.push_back(std::move(command));
}

} // namespace

const std::vector<Command> &allCommands()
{
    static const std::vector<Command> commands = [] {
        std::vector<Command> all;
        append(all, workspaceCommands());
        append(all, accountCommands());
        append(all, insightsCommands());
        append(all, templateCommands());
        append(all, contactCommands());
        append(all, contactEditCommands());
        append(all, suppressionCommands());
        append(all, segmentCommands());
        append(all, phoneCommands());
        append(all, draftCommands());
        append(all, recipientCommands());
        append(all, campaignLookCommands());
        append(all, campaignCommands());
        append(all, abTestCommands());
        append(all, rateCommands());
        append(all, revenueCommands());
        append(all, recurringCommands());
        append(all, sendingCommands());
        append(all, reportCommands());
        append(all, reportScheduleCommands());
        append(all, inboxCommands());
        append(all, analyticsCommands());
        append(all, webhookCommands());
        append(all, relayServerCommands());
        append(all, relayCommands());
        append(all, simulatorCommands());
        return all;
    }();
    return commands;
}
