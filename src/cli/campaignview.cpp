#include "cli/campaignview.h"
#include "cli/commandcontext.h"
#include "cli/jsonforms.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(CampaignCommands)
};

QString shownRate(const std::optional<double> &rate)
{
    return rate ? QLocale{}.toString(*rate * 100, 'f', 1) + u" %"_s : u"–"_s;
}

} // namespace

Tone toneOf(CampaignState state)
{
    switch (state) {
    case CampaignState::Draft: return Tone::Muted;
    case CampaignState::Scheduled:
    case CampaignState::Sending:
    case CampaignState::Completed: return Tone::Good;
    case CampaignState::Paused: return Tone::Attention;
    case CampaignState::Cancelled:
    case CampaignState::Failed: return Tone::Bad;
    }
    Q_UNREACHABLE();
}

Tone toneOf(RecipientStatus status)
{
    switch (status) {
    case RecipientStatus::Pending:
    case RecipientStatus::Skipped: return Tone::Muted;
    case RecipientStatus::Sending:
    case RecipientStatus::Sent: return Tone::Plain;
    case RecipientStatus::Delivered:
    case RecipientStatus::Read:
    case RecipientStatus::Responded: return Tone::Good;
    case RecipientStatus::Unconfirmed: return Tone::Attention;
    case RecipientStatus::Failed:
    case RecipientStatus::OptedOut: return Tone::Bad;
    }
    Q_UNREACHABLE();
}

QString shownTime(const std::optional<UtcTime> &time)
{
    return time ? QLocale{}.toString(toDateTime(*time).toLocalTime(), QLocale::ShortFormat) : QString{};
}

void sayCampaign(Terminal &terminal, const Campaign &campaign)
{
    std::vector<std::pair<QString, Cell>> facts{
        {Words::tr("Campaign"), Cell{campaign.name, Tone::Strong}                   },
        {Words::tr("Status"),   Cell{toWord(campaign.state), toneOf(campaign.state)}},
        {Words::tr("Template"), u"%1 (%2)"_s.arg(campaign.templateName,               campaign.language)},
        {Words::tr("Rate"),                     campaign.settings.rate.text()                                                        },
        {Words::tr("Window"),                     campaign.settings.window.hoursText()},
    };
    if (const std::optional<Budget> &budget = campaign.settings.budget)
        facts.emplace_back(Words::tr("Budget"), shownMoney(budget->amount, budget->currency));
    if (campaign.scheduledFor)
        facts.emplace_back(Words::tr("Scheduled for"), shownTime(campaign.scheduledFor));
    if (!campaign.reason.isEmpty()
        && (campaign.state == CampaignState::Paused || campaign.state == CampaignState::Failed)) {
        facts.emplace_back(Words::tr("Reason"), campaign.reason.message);
        facts.emplace_back(Words::tr("What to do"), campaign.reason.advice);
    }
    facts.emplace_back(Words::tr("People"), QLocale{}.toString(campaign.counts.total()));
    for (const RecipientStatus status : kRecipientStatuses) {
        if (const int count = campaign.counts.of(status); count > 0)
            facts.emplace_back(u"  "_s + toWord(status), Cell{QLocale{}.toString(count), toneOf(status)});
    }
    facts.emplace_back(Words::tr("Delivery rate"), shownRate(deliveryRate(campaign.reached)));
    facts.emplace_back(Words::tr("Read rate"), shownRate(readRate(campaign.reached)));
    facts.emplace_back(Words::tr("Response rate"), shownRate(responseRate(campaign.reached)));
    terminal.facts(facts);
}

void sayStatus(CommandContext &context, CampaignId id, const QString &status)
{
    if (context.isJson())
        context.terminal().json({
            {u"id"_s,     id.value},
            {u"status"_s, status  }
        });
    else
        context.terminal().line(Words::tr("Campaign %1: %2").arg(QString::number(id.value), status));
}

void sayHowSchedulesRun(CommandContext &context, CampaignId id)
{
    const QString number = QString::number(id.value);
    context.terminal().message(
        Words::tr(
            "It leaves while Fanfare is open or fanfare-cli campaign run runs, up to two hours after its "
            "time. Later it is paused as missed and waits for your word: fanfare-cli campaign resume %1, or "
            "campaign schedule %1 TIME")
            .arg(number));
}

void failWithChecks(CommandContext &context, Session &session, CampaignId id, const Error &error,
                    bool hasToken)
{
    if (error.code != "not_ready"_L1)
        return context.fail(error);
    const Result<CampaignCheck> check = session.campaignDesk().check(id, hasToken);
    context.fail(error, check ? QJsonValue{checksJson(check->checks)} : QJsonValue{QJsonValue::Null});
}
