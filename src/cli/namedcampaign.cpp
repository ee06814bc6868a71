#include "cli/namedcampaign.h"
#include "cli/commandcontext.h"
#include "cli/options.h"

namespace {

/// Hands both to `use`, or the error to `refuse`.
template <typename Use, typename Refuse>
auto load(const Arguments &arguments, CommandContext &context, Use use, Refuse refuse)
{
    const Result<CampaignId> id = readCampaignId(arguments.positional(0));
    if (!id)
        return refuse(id.error());
    const Result<Session *> session = context.session();
    if (!session)
        return refuse(session.error());
    const Result<Campaign> campaign = (*session)->campaigns().load(*id);
    if (!campaign)
        return refuse(campaign.error());
    return use(**session, *campaign);
}

} // namespace

Command::Work withCampaign(CampaignWork work)
{
    return [work](const Arguments &arguments, CommandContext &context) {
        return load(
            arguments, context,
            [&](Session &session, const Campaign &campaign) {
                return work(session, campaign, arguments, context);
            },
            [](const Error &error) -> Result<> { return error; });
    };
}

Command::Start withCampaign(CampaignStart start)
{
    return [start](const Arguments &arguments, CommandContext &context) {
        load(
            arguments, context,
            [&](Session &session, const Campaign &campaign) { start(session, campaign, arguments, context); },
            [&context](const Error &error) { context.fail(error); });
    };
}
