#include "cli/campaignview.h"
#include "cli/command.h"
#include "cli/commandcontext.h"
#include "cli/jsonforms.h"
#include "cli/metaconnection.h"
#include "cli/namedcampaign.h"
#include "cli/options.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(CampaignCommands)
};

void sendTestMessage(const Arguments &arguments, CommandContext &context)
{
    const Result<CampaignId> id = readCampaignId(arguments.positional(0));
    if (!id)
        return context.fail(id.error());
    const Result<PhoneNumber> to = readPhone(arguments.value(u"to"_s));
    if (!to)
        return context.fail(to.error());
    const Result<std::shared_ptr<MetaConnection>> meta = MetaConnection::open(context);
    if (!meta)
        return context.fail(meta.error());
    const Result<DirectMessage> message = (*meta)->session().campaignDesk().testMessage(*id, *to);
    if (!message)
        return context.fail(message.error());
    sendAndSay(context, *meta, *message, Words::tr("Meta accepted the test message."));
}

/// A person's decision about a campaign, as the store carries it out.
template <Result<Campaign> (CampaignStore::*decide)(CampaignId, UtcTime)>
Result<> decision(Session &session, const Campaign &campaign, const Arguments &, CommandContext &context)
{
    const Result<Campaign> decided = (session.campaigns().*decide)(campaign.id, session.clock().now());
    if (!decided)
        return decided.error();
    sayStatus(context, decided->id, toWord(decided->state));
    return Done{};
}

Result<> deleteCampaign(Session &session, const Campaign &campaign, const Arguments &,
                        CommandContext &context)
{
    const Result<Campaign> removed = session.campaigns().remove(campaign.id);
    if (!removed)
        return removed.error();
    sayStatus(context, campaign.id, u"deleted"_s);
    return Done{};
}

Result<> duplicateCampaign(Session &session, const Campaign &campaign, const Arguments &,
                           CommandContext &context)
{
    const Result<CampaignId> copy = session.campaignDesk().duplicate(campaign.id);
    if (!copy)
        return copy.error();
    sayStatus(context, *copy, toWord(CampaignState::Draft));
    return Done{};
}

void scheduleCampaign(Session &session, const Campaign &campaign, const Arguments &arguments,
                      CommandContext &context)
{
    const Result<UtcTime> when = readTime(arguments.positional(1));
    if (!when)
        return context.fail(when.error());
    const Result<Campaign> scheduled = session.campaignDesk().schedule(campaign.id, *when);
    if (!scheduled)
        return failWithChecks(context, session, campaign.id, scheduled.error(), true);
    sayStatus(context, campaign.id, toWord(scheduled->state));
    sayHowSchedulesRun(context, campaign.id);
    context.finish(ExitCode::Done);
}

void sayChanged(CommandContext &context, int changed)
{
    if (context.isJson())
        context.terminal().json({
            {u"changed"_s, changed}
        });
    else
        context.terminal().line(
            QCoreApplication::translate("CampaignCommands", "%n person(s) changed.", nullptr, changed));
}

void sayRetried(CommandContext &context, CampaignId campaign, const RetryOffer &retried)
{
    Terminal &terminal = context.terminal();
    if (context.isJson()) {
        QJsonArray left;
        for (const RetryOffer::Group &group : retried.left) {
            left.append(QJsonObject{
                {u"code"_s,    group.code              },
                {u"message"_s, group.message           },
                {u"advice"_s,  textOrNull(group.advice)},
                {u"count"_s,   group.people            },
            });
        }
        terminal.json({
            {u"changed"_s,     retried.people()             },
            {u"held"_s,        retried.held                 },
            {u"held_until"_s,  timeOrNull(retried.heldUntil)},
            {u"not_retried"_s, left                         },
        });
        return;
    }
    sayChanged(context, retried.people());
    if (retried.heldUntil)
        terminal.line(
            Words::tr("%n of them must wait until %1, because Meta asks for that.", nullptr, retried.held)
                .arg(QLocale{}.toString(toDateTime(*retried.heldUntil).toLocalTime(), QLocale::ShortFormat)));
    if (retried.left.empty())
        return;
    terminal.line(Words::tr("%n person(s) stay failed, because a second try would not help them. To write to "
                            "them after all: campaign create --from-campaign %1 --who failed",
                            nullptr, retried.peopleLeft())
                      .arg(campaign.value));
    std::vector<std::vector<Cell>> rows;
    for (const RetryOffer::Group &group : retried.left)
        rows.push_back({group.code, Cell::number(group.people), group.message, group.advice});
    terminal.table({Words::tr("Code"), Words::tr("People"), Words::tr("Error"), Words::tr("What to do")},
                   rows);
}

Result<> retryFailed(Session &session, const Campaign &campaign, const Arguments &, CommandContext &context)
{
    const Result<RetryOffer> retried = session.campaigns().retryFailed(campaign.id, session.clock().now());
    if (!retried)
        return retried.error();
    sayRetried(context, campaign.id, *retried);
    return Done{};
}

Result<> resolveUnconfirmed(Session &session, const Campaign &campaign, const Arguments &arguments,
                            CommandContext &context)
{
    const bool isResend = arguments.has(u"resend"_s);
    if (isResend == arguments.has(u"accept"_s))
        return usageError(
            Words::tr("Say --resend (someone may get it twice) or --accept (count them as sent)."));
    const Result<std::chrono::milliseconds> olderThan =
        readDuration(arguments.value(u"older-than"_s, u"10m"_s));
    if (!olderThan)
        return olderThan.error();
    const Result<int> changed = session.campaigns().resolveUnconfirmed(
        campaign.id, isResend ? Resolution::Resend : Resolution::Accept, *olderThan, session.clock().now());
    if (!changed)
        return changed.error();
    sayChanged(context, *changed);
    return Done{};
}

} // namespace

std::vector<Command> campaignCommands()
{
    const QString id = u"ID"_s;
    return {
        Command(u"campaign test"_s, Words::tr("Sends one message to your own phone, outside the statistics."))
            .takes(id)
            .requiredOption(u"to"_s, u"PHONE"_s, Words::tr("Your number, with its country code."))
            .starts(sendTestMessage),
        Command(u"campaign pause"_s, Words::tr("Nothing new leaves."))
            .takes(id)
            .does(withCampaign(decision<&CampaignStore::pause>)),
        Command(u"campaign resume"_s, Words::tr("Goes on after a pause or a failure."))
            .takes(id)
            .does(withCampaign(decision<&CampaignStore::resume>)),
        Command(u"campaign cancel"_s, Words::tr("Ends it for good."))
            .takes(id)
            .does(withCampaign(decision<&CampaignStore::cancel>)),
        Command(u"campaign delete"_s, Words::tr("Deletes it with its people and history."))
            .takes(id)
            .does(withCampaign(deleteCampaign)),
        Command(u"campaign duplicate"_s, Words::tr("A draft with the same settings and people."))
            .takes(id)
            .does(withCampaign(duplicateCampaign)),
        Command(u"campaign schedule"_s, Words::tr("Sends it at a time, like 2026-12-24T18:00:00Z."))
            .takes(id)
            .takes(u"TIME"_s)
            .starts(withCampaign(scheduleCampaign)),
        Command(u"campaign retry"_s, Words::tr("Tries failed people again, those that may be retried."))
            .takes(id)
            .does(withCampaign(retryFailed)),
        Command(u"campaign resolve"_s,
                Words::tr("Settles people whose message may or may not have gone out."))
            .takes(id)
            .flag(u"resend"_s, Words::tr("Send again: someone may get it twice."))
            .flag(u"accept"_s, Words::tr("Count them as sent."))
            .option(u"older-than"_s, u"TIME"_s, Words::tr("Only those in doubt for so long; else 10m."))
            .does(withCampaign(resolveUnconfirmed)),
    };
}
