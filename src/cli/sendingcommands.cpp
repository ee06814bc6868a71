#include "cli/campaignview.h"
#include "cli/campaignwait.h"
#include "cli/command.h"
#include "cli/commandcontext.h"
#include "cli/enginerun.h"
#include "cli/jsonforms.h"
#include "cli/options.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(SendingCommands)
};

/// The campaign, or every version of the test that it is.
Result<std::vector<CampaignId>> sentWith(Session &session, const Campaign &campaign)
{
    const Result<std::optional<AbTest>> test = session.abTests().of(campaign.id);
    if (!test)
        return test.error();
    if (!*test || (*test)->rest == campaign.id)
        return std::vector<CampaignId>{campaign.id};
    std::vector<CampaignId> versions;
    for (const CampaignId id : (*test)->campaigns) {
        if (id.isValid())
            versions.push_back(id);
    }
    return versions;
}

/// After the commit, for who does not wait: whether anybody sends it, and else how. `together`: the campaigns
/// that are sent with it.
void sayTakenUp(CommandContext &context, const Session &session, const Campaign &campaign,
                const std::vector<CampaignId> &together)
{
    const std::optional<EngineHolder> engine = EngineLock::holder(session.workspace().path());
    const QString how = Words::tr("Nobody sends yet. Start it with: fanfare-cli campaign run");
    if (!context.isJson()) {
        context.terminal().line(
            Words::tr("Campaign %1: %2").arg(QString::number(campaign.id.value), toWord(campaign.state)));
        context.terminal().line(
            engine ? Words::tr("%1 (process %2) sends it.").arg(engine->program).arg(engine->processId)
                   : how);
        return;
    }
    QJsonObject answer{
        {u"event"_s,    u"state"_s            },
        {u"id"_s,       campaign.id.value     },
        {u"campaign"_s, campaign.id.value     },
        {u"status"_s,   toWord(campaign.state)},
        {u"reason"_s,   QJsonValue::Null      },
        {u"engine"_s,   QJsonValue::Null      },
    };
    if (together.size() > 1) {
        QJsonArray ids;
        for (const CampaignId id : together)
            ids.append(id.value);
        answer.insert(u"campaigns"_s, ids);
    }
    if (engine)
        answer.insert(u"engine"_s,
                      QJsonObject{
                          {u"program"_s, engine->program  },
                          {u"pid"_s,     engine->processId}
        });
    else
        answer.insert(u"message"_s, how);
    context.terminal().json(answer);
}

/// Commits `sending`, or finds it committed already.
void arm(CommandContext &context, const std::shared_ptr<MetaConnection> &meta, CampaignId id,
         const Result<> &token, const std::function<void(const Campaign &)> &next)
{
    Session &session = meta->session();
    const Result<Campaign> sent = session.campaignDesk().send(id, static_cast<bool>(token));
    if (sent)
        return next(*sent);
    if (sent.error().code == "no_token"_L1 && !token)
        return context.fail(token.error());
    failWithChecks(context, session, id, sent.error(), static_cast<bool>(token));
}

void sendCampaign(const Arguments &arguments, CommandContext &context)
{
    const Result<CampaignId> id = readCampaignId(arguments.positional(0));
    if (!id)
        return context.fail(id.error());
    const Result<std::shared_ptr<MetaConnection>> meta = MetaConnection::open(context);
    if (!meta)
        return context.fail(meta.error());
    const Result<Campaign> campaign = (*meta)->session().campaigns().load(*id);
    if (!campaign)
        return context.fail(campaign.error());
    const auto next = [&context, meta = *meta, wait = arguments.has(u"wait"_s)](const Campaign &armed) {
        const Result<std::vector<CampaignId>> together = sentWith(meta->session(), armed);
        if (!together)
            return context.fail(together.error());
        if (wait) {
            (new CampaignWait{context, meta, *together})->start();
            return;
        }
        sayTakenUp(context, meta->session(), armed, *together);
        context.finish(ExitCode::Done);
    };
    // Sent before, by somebody whose process may be gone: nothing is left to commit.
    if (campaign->state == CampaignState::Sending)
        return next(*campaign);
    (*meta)->findToken(campaign->accountId, [&context, meta = *meta, id = *id, next](const Result<> &token) {
        arm(context, meta, id, token, next);
    });
}

void runEngine(const Arguments &arguments, CommandContext &context)
{
    const Result<std::shared_ptr<MetaConnection>> meta = MetaConnection::open(context);
    if (!meta)
        return context.fail(meta.error());
    (new EngineRun{context, *meta, arguments.has(u"until-idle"_s)})->start();
}

} // namespace

std::vector<Command> sendingCommands()
{
    return {
        Command(u"campaign send"_s, Words::tr("Sends a campaign, at once."))
            .takes(u"ID"_s)
            .flag(u"wait"_s,
                  Words::tr("Run the engine here, or follow the one that runs, until the campaign is over."))
            .notes(Words::tr("With --wait the exit status is 0 when it is completed or cancelled, 5 when it "
                             "paused, 6 when it "
                             "failed."))
            .starts(sendCampaign),
        Command(u"campaign run"_s, Words::tr("Runs the engine here for all that is due, until Ctrl+C."))
            .flag(u"until-idle"_s, Words::tr("End when nothing can leave now and no backoff runs."))
            .starts(runEngine),
    };
}
