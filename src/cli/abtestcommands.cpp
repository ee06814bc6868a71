#include "cli/abtestview.h"
#include "cli/campaignview.h"
#include "cli/command.h"
#include "cli/commandcontext.h"
#include "cli/metaconnection.h"
#include "cli/namedcampaign.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(AbTestCommands)
};

Result<> showTest(Session &session, const Campaign &campaign, const Arguments &, CommandContext &context)
{
    const Result<AbOutcome> outcome = session.abTestDesk().outcome(campaign.id);
    if (!outcome)
        return outcome.error();
    if (context.isJson())
        context.terminal().json(abOutcomeJson(*outcome));
    else
        sayOutcome(context.terminal(), *outcome);
    return Done{};
}

Result<> listTests(const Arguments &, CommandContext &context)
{
    const Result<Session *> session = context.session();
    if (!session)
        return session.error();
    const Result<std::vector<AbTest>> tests = (*session)->abTests().list();
    if (!tests)
        return tests.error();
    std::vector<std::vector<Cell>> rows;
    for (const AbTest &test : *tests) {
        if (context.isJson()) {
            QJsonObject line = abTestJson(test);
            line.insert(u"name"_s, test.name);
            context.terminal().json(line);
            continue;
        }
        QStringList campaigns;
        for (const CampaignId id : test.campaigns)
            campaigns << (id.isValid() ? QString::number(id.value) : u"–"_s);
        rows.push_back({test.name, toWord(test.state), campaigns.join(u", "_s),
                        test.rest.isValid() ? QString::number(test.rest.value) : u"–"_s,
                        test.winner ? variantLetter(*test.winner) : u"–"_s});
    }
    if (tests->empty() && !context.isJson())
        context.terminal().message(
            Words::tr("There is no A/B test. Make one: fanfare-cli campaign create --variant …"));
    context.terminal().table({Words::tr("Name"), Words::tr("Status"), Words::tr("Campaigns"),
                              Words::tr("Rest"), Words::tr("Winner")},
                             rows);
    return Done{};
}

void chooseWinner(Session &session, const Campaign &campaign, const Arguments &arguments,
                  CommandContext &context)
{
    const std::optional<int> winner = variantIndex(arguments.positional(1));
    if (!winner)
        return context.fail(
            usageError(Words::tr("“%1” is no version: say A, B, C or D.").arg(arguments.positional(1))));
    const Result<AbOutcome> outcome = session.abTestDesk().outcome(campaign.id);
    if (!outcome)
        return context.fail(outcome.error());
    const Result<std::shared_ptr<MetaConnection>> meta = MetaConnection::open(context);
    if (!meta)
        return context.fail(meta.error());
    const auto choose = [&context, meta = *meta, id = campaign.id, winner = *winner](const Result<> &token) {
        AbTestDesk &desk = meta->session().abTestDesk();
        const Result<Campaign> armed = desk.choose(id, winner, static_cast<bool>(token));
        if (!armed)
            return context.fail(armed.error().code == "no_token"_L1 && !token ? token.error()
                                                                              : armed.error());
        sayStatus(context, armed->id, toWord(armed->state));
        context.finish(ExitCode::Done);
    };
    (*meta)->findToken(campaign.accountId, choose);
}

} // namespace

std::vector<Command> abTestCommands()
{
    const QString id = u"ID"_s;
    return {
        Command(u"campaign abtest list"_s,
                Words::tr("Campaigns that were, or are to be, sent in several versions."))
            .does(listTests),
        Command(u"campaign abtest show"_s,
                Words::tr("The versions of a test side by side; ID is any campaign of it."))
            .takes(id)
            .does(withCampaign(showTest)),
        Command(u"campaign abtest choose"_s, Words::tr("Sends this version to the rest of the people."))
            .takes(id)
            .takes(u"LETTER"_s)
            .starts(withCampaign(chooseWinner)),
    };
}
