#include "domain/preflight.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kMetaDefaultPerSecond = 80;
constexpr qint64 kMegabyte = 1024 * 1024;

class Preflight
{
    Q_DECLARE_TR_FUNCTIONS(Preflight)
};

PreflightCheck pass(const QString &id, const QString &message)
{
    return {id, CheckLevel::Pass, message};
}

PreflightCheck warn(const QString &id, const QString &message)
{
    return {id, CheckLevel::Warn, message};
}

PreflightCheck block(const QString &id, const QString &message)
{
    return {id, CheckLevel::Block, message};
}

PreflightCheck checkName(const PreflightFacts &facts)
{
    if (facts.campaign.name.trimmed().isEmpty())
        return block(u"name"_s, Preflight::tr("Give the campaign a name."));
    return pass(u"name"_s, Preflight::tr("The campaign has a name."));
}

PreflightCheck checkTemplate(const PreflightFacts &facts)
{
    const QString id = u"template"_s;
    if (facts.campaign.templateName.isEmpty())
        return block(id, Preflight::tr("Choose a template."));
    if (!facts.messageTemplate)
        return block(
            id,
            Preflight::tr(
                "The template “%1” in %2 is not known here. Sync the templates, or choose another one.")
                .arg(facts.campaign.templateName, facts.campaign.language));
    const MessageTemplate &chosen = *facts.messageTemplate;
    if (!chosen.unsupportedParts.isEmpty())
        return block(id,
                     Preflight::tr("The template has parts that Fanfare cannot fill in yet: %1.")
                         .arg(chosen.unsupportedParts.join(u", "_s)));
    if (!chosen.isSendable())
        return block(
            id,
            Preflight::tr("Meta does not let this template be sent: its status is %1.").arg(chosen.status));
    const std::optional<MessageTemplate> &frozen = facts.campaign.frozenTemplate;
    if (frozen && (frozen->body != chosen.body || frozen->headerText != chosen.headerText))
        return warn(id,
                    Preflight::tr(
                        "The template was changed at Meta after this campaign was set up. People get Meta's "
                        "present text."));
    if (chosen.quality == "RED"_L1)
        return warn(
            id, Preflight::tr("Meta rates this template's quality as low. It may be paused while you send."));
    return pass(id, Preflight::tr("The template is approved and unchanged."));
}

PreflightCheck checkRecipients(const PreflightFacts &facts)
{
    if (facts.recipients == 0)
        return block(u"recipients"_s, Preflight::tr("There is nobody to send to. Add people first."));
    return pass(u"recipients"_s,
                Preflight::tr("%Ln people will get this campaign.", nullptr, facts.recipients));
}

QString wordsFor(const RefusedValues &refused)
{
    const QString people = QLocale{}.toString(refused.people);
    switch (refused.problem) {
    case ValueProblem::LineBreak:
        //: A variable's name, and how many people have that
        return Preflight::tr("a line break or a tab in “%1” (%2)").arg(refused.key, people);
    case ValueProblem::Spaces:
        return Preflight::tr("more than four spaces in a row in “%1” (%2)").arg(refused.key, people);
    case ValueProblem::TooLong:
        return Preflight::tr("a text of more than %1 characters (%2)")
            .arg(QLocale{}.toString(kLongestBody), people);
    case ValueProblem::None:
    case ValueProblem::Empty: return {};
    }
    Q_UNREACHABLE();
}

QString wordsForDefaults(const PreflightFacts &facts)
{
    QStringList words;
    for (auto used = facts.defaultsUsed.begin(); used != facts.defaultsUsed.end(); ++used) {
        //: A default text, the variable it stands in for, and for how many people
        words << Preflight::tr("“%1” for “%2” (%3)")
                     .arg(facts.campaign.settings.defaults.value(used.key()), used.key(),
                          QLocale{}.toString(*used));
    }
    return words.join(u", "_s);
}

PreflightCheck checkVariables(const PreflightFacts &facts)
{
    const QString id = u"variables"_s;
    if (facts.withMissingVariables > 0)
        return block(id,
                     Preflight::tr("“%1” is empty for %Ln people. Set a default or leave them out.", nullptr,
                                   facts.withMissingVariables)
                         .arg(facts.missingVariableKey));
    if (facts.withBadValues > 0) {
        QStringList words;
        for (const RefusedValues &refused : facts.refusedValues)
            words << wordsFor(refused);
        return block(
            id,
            Preflight::tr("Meta would refuse the values of %Ln people: %1.", nullptr, facts.withBadValues)
                .arg(words.join(u", "_s)));
    }
    if (facts.withDefaults > 0)
        return pass(id,
                    Preflight::tr("Every value is filled in; %Ln people get a default: %1.", nullptr,
                                  facts.withDefaults)
                        .arg(wordsForDefaults(facts)));
    return pass(id, Preflight::tr("Every value is filled in for every person."));
}

PreflightCheck checkHeaderMedia(const PreflightFacts &facts)
{
    const QString id = u"header_media"_s;
    const HeaderMedia &media = facts.campaign.settings.headerMedia;
    if (!facts.messageTemplate || !facts.messageTemplate->needsHeaderMedia())
        return pass(id, Preflight::tr("No header file is needed."));
    if (media.kind == HeaderMedia::Kind::None)
        return block(
            id, Preflight::tr("The template needs a picture, video or document in its header. Choose one."));
    if (media.kind == HeaderMedia::Kind::File && !facts.isHeaderFileReadable)
        return block(id, Preflight::tr("The header file cannot be read: %1").arg(media.value));
    // Meta's limits: image 5 MB, video 16 MB, document 100 MB.
    const HeaderFormat format = facts.messageTemplate->headerFormat;
    const qint64 limit = format == HeaderFormat::Image ? 5 * kMegabyte
        : format == HeaderFormat::Video                ? 16 * kMegabyte
                                                       : 100 * kMegabyte;
    if (facts.headerFileBytes && *facts.headerFileBytes > limit)
        return block(id,
                     Preflight::tr("The header file is larger than the %1 that Meta allows.")
                         .arg(QLocale{}.formattedDataSize(limit, 0)));
    return pass(id, Preflight::tr("The header file is ready."));
}

PreflightCheck checkAccount(const PreflightFacts &facts)
{
    const QString id = u"account"_s;
    if (facts.isPractice)
        return pass(id, Preflight::tr("Practice: nothing leaves this computer."));
    if (!facts.account)
        return block(id, Preflight::tr("No number is connected. Connect one in Settings."));
    if (!facts.hasToken)
        return block(id, Preflight::tr("There is no access key for this number. Paste one in Settings."));
    if (facts.account->qualityRating == "RED"_L1)
        return warn(
            id,
            Preflight::tr("Meta rates this number's quality as low. Send to fewer, better-matched people."));
    if (facts.account->displayPhoneNumber.isEmpty())
        return warn(id, Preflight::tr("The number was not checked with Meta yet."));
    return pass(id, Preflight::tr("The number %1 is connected.").arg(facts.account->displayPhoneNumber));
}

PreflightCheck checkMessagingLimit(const PreflightFacts &facts)
{
    const QString id = u"messaging_limit"_s;
    if (facts.isPractice)
        return pass(id, Preflight::tr("Practice has no limit."));
    const std::optional<int> limit = facts.account ? facts.account->messagingLimit : std::nullopt;
    if (!limit)
        return warn(id,
                    Preflight::tr("Meta did not say how many people this number may write to in 24 hours."));
    const int used = facts.messagedInLast24Hours.value_or(0);
    const int left = std::max(0, *limit - used);
    const std::optional<int> perDay = facts.campaign.settings.perDay;
    const int wanted = facts.recipients - facts.alreadyCounted;
    if (wanted > left && perDay && *perDay <= left)
        return pass(id,
                    Preflight::tr("Spread over days: %1 a day, and %2 more are allowed in these 24 hours.")
                        .arg(QLocale{}.toString(*perDay), QLocale{}.toString(left)));
    if (wanted > left)
        return warn(id,
                    Preflight::tr("This goes to %1 people; %2 more are allowed in these 24 hours. The others "
                                  "wait and leave by themselves as the hours pass. Spread it over days to "
                                  "decide how many leave on each.")
                        .arg(QLocale{}.toString(wanted), QLocale{}.toString(left)));
    return pass(
        id,
        Preflight::tr("%1 more people may be written to in these 24 hours.").arg(QLocale{}.toString(left)));
}

PreflightCheck checkRate(const PreflightFacts &facts)
{
    const QString id = u"rate"_s;
    const SendRate &rate = facts.campaign.settings.rate;
    const std::optional<int> reported = facts.account ? facts.account->throughputPerSecond : std::nullopt;
    if (!reported && rate.unit() == SendRate::Unit::PerSecond && rate.count() > kMetaDefaultPerSecond)
        return warn(id,
                    Preflight::tr("%1 is more than the 80/s that Meta gives most numbers.").arg(rate.text()));
    return pass(id, Preflight::tr("The rate is %1.").arg(rate.text()));
}

PreflightCheck checkOptOuts(const PreflightFacts &facts)
{
    if (facts.optedOut > 0)
        return pass(u"opt_outs"_s,
                    Preflight::tr("%Ln people opted out and will not get it.", nullptr, facts.optedOut));
    return pass(u"opt_outs"_s, Preflight::tr("Nobody on the list has opted out."));
}

PreflightCheck checkOptIns(const PreflightFacts &facts)
{
    if (facts.withoutOptIn > 0)
        return warn(u"opt_in"_s,
                    Preflight::tr("%Ln people have no recorded opt-in. Meta requires one.", nullptr,
                                  facts.withoutOptIn));
    return pass(u"opt_in"_s, Preflight::tr("Everybody's opt-in is recorded."));
}

PreflightCheck checkNumbersMetaRefuses(const PreflightFacts &facts)
{
    if (facts.usMarketing > 0)
        return warn(
            u"us_marketing"_s,
            Preflight::tr("Meta does not deliver marketing to US numbers: %Ln people will not get it.",
                          nullptr, facts.usMarketing));
    return pass(u"us_marketing"_s, Preflight::tr("No number that Meta is known to refuse."));
}

PreflightCheck checkWindow(const PreflightFacts &facts)
{
    const SendingWindow &window = facts.campaign.settings.window;
    const UtcTime start = std::max(facts.now, facts.campaign.scheduledFor.value_or(facts.now));
    const QTimeZone zone = zoneOf(window, facts.zone);
    if (!window.usesRecipientZone() && !isOpen(window, start, zone)) {
        const std::optional<UtcTime> opening = nextOpening(window, start, zone);
        if (!opening)
            return block(u"window"_s, Preflight::tr("No day is chosen on which messages may leave."));
        return warn(
            u"window"_s,
            Preflight::tr("The send window is closed at the start. The first message leaves at %1.")
                .arg(QLocale{}.toString(toDateTime(*opening).toTimeZone(zone), QLocale::ShortFormat)));
    }
    return pass(u"window"_s, Preflight::tr("The send window is open at the start."));
}

QString withoutPrice(int people)
{
    return Preflight::tr(
        "The cost cannot be estimated for %Ln person(s): the rate card has no price for their "
        "country.",
        nullptr, people);
}

/// Nothing without a rate card: many do without.
std::optional<PreflightCheck> checkCost(const PreflightFacts &facts)
{
    const QString id = u"cost"_s;
    if (!facts.cost || facts.recipients == 0)
        return std::nullopt;
    if (facts.cost->withoutPrice > 0)
        return warn(id, withoutPrice(facts.cost->withoutPrice));
    return pass(id,
                Preflight::tr("It costs up to %1 if everybody is delivered.")
                    .arg(shownMoney(facts.cost->total, facts.cost->currency)));
}

PreflightCheck checkBudget(const PreflightFacts &facts, const Budget &budget)
{
    const QString id = u"budget"_s;
    const QString limit = shownMoney(budget.amount, budget.currency);
    if (!facts.cost)
        return block(
            id,
            Preflight::tr("No rate card in %1 is in force, so the budget cannot be kept. Import one in "
                          "Settings, or take the budget away.")
                .arg(budget.currency));
    if (facts.cost->withoutPrice > 0)
        return block(id,
                     withoutPrice(facts.cost->withoutPrice) + u' '
                         + Preflight::tr("So the budget cannot be kept."));
    const QString cost = shownMoney(facts.cost->highest, facts.cost->currency);
    if (facts.cost->highest > budget.amount)
        return warn(
            id,
            Preflight::tr("The budget of %1 does not reach for everybody, which may cost %2. Sending pauses "
                          "before it is passed.")
                .arg(limit, cost));
    return pass(id, Preflight::tr("It costs up to %1, within the budget of %2.").arg(cost, limit));
}

PreflightCheck checkFolder(const PreflightFacts &facts)
{
    const QString id = u"workspace_folder"_s;
    if (!facts.networkFileSystem.isEmpty() && !facts.isPractice)
        return block(
            id,
            Preflight::tr("The workspace is on a network drive (%1), where two computers could send the same "
                          "message. Move its folder to a disk of this computer.")
                .arg(facts.networkFileSystem));
    if (!facts.syncedBy.isEmpty())
        return warn(id,
                    Preflight::tr(
                        "%1 syncs the workspace's folder and may damage it. Move it to a folder that is not "
                        "synced; a backup is the way to share it.")
                        .arg(facts.syncedBy));
    return pass(id, Preflight::tr("The workspace is on a disk of this computer."));
}

/// The open time of the seven days after `start`, which must be inside the window.
std::chrono::milliseconds openInWeek(const SendingWindow &window, UtcTime start, const QTimeZone &zone)
{
    const UtcTime end = start + std::chrono::weeks{1};
    std::chrono::milliseconds sum{0};
    std::optional<UtcTime> at = start;
    while (at && *at < end) {
        const std::chrono::milliseconds open = std::min(openFor(window, *at, zone), end - *at);
        sum += open;
        at = nextOpening(window, *at + open, zone);
    }
    return sum;
}

} // namespace

std::vector<PreflightCheck> preflight(const PreflightFacts &facts)
{
    std::vector<PreflightCheck> checks{
        checkName(facts),        checkTemplate(facts), checkRecipients(facts),         checkVariables(facts),
        checkHeaderMedia(facts), checkAccount(facts),  checkMessagingLimit(facts),     checkRate(facts),
        checkOptOuts(facts),     checkOptIns(facts),   checkNumbersMetaRefuses(facts), checkWindow(facts),
        checkFolder(facts)};
    if (const std::optional<PreflightCheck> cost = facts.campaign.settings.budget
            ? checkBudget(facts, *facts.campaign.settings.budget)
            : checkCost(facts))
        checks.push_back(*cost);
    return checks;
}

bool isReady(const std::vector<PreflightCheck> &checks)
{
    return std::none_of(checks.begin(), checks.end(),
                        [](const PreflightCheck &check) { return check.level == CheckLevel::Block; });
}

std::optional<SendEstimate> estimateSending(int people, const SendRate &rate,
                                            std::optional<int> reportedPerSecond, const SendingWindow &window,
                                            UtcTime start, const QTimeZone &zone, std::optional<int> perDay)
{
    using std::chrono::milliseconds;
    if (perDay && people > *perDay) {
        const std::optional<SendEstimate> first =
            estimateSending(*perDay, rate, reportedPerSecond, window, start, zone);
        if (!first)
            return std::nullopt;
        const int fullDays = (people - 1) / *perDay;
        const QDate lastDay = toDateTime(first->startsAt).toTimeZone(zone).date().addDays(fullDays);
        const std::optional<SendEstimate> last =
            estimateSending(people - fullDays * *perDay, rate, reportedPerSecond, window,
                            fromDateTime(lastDay.startOfDay(zone)), zone);
        if (!last)
            return std::nullopt;
        // A rate too slow for a day's share takes as long as without days.
        const std::optional<SendEstimate> plain =
            estimateSending(people, rate, reportedPerSecond, window, start, zone);
        const UtcTime end = std::max(last->endsAt, plain->endsAt);
        return SendEstimate{std::chrono::duration_cast<std::chrono::seconds>(end - start), first->startsAt,
                            end};
    }
    constexpr auto kWeek = std::chrono::weeks{1};
    // The first message leaves at once, so n people take n - 1 intervals.
    const double intervals = std::max(0, people - 1);
    auto left =
        milliseconds{static_cast<qint64>(std::ceil(intervals * 1000.0 / rate.perSecond(reportedPerSecond)))};
    // A window in the recipients' own zones is estimated in ours: people of one list mostly live in one
    // country.
    std::optional<UtcTime> at = nextOpening(window, start, zone);
    if (!at)
        return std::nullopt;
    const UtcTime first = *at;
    if (!window.isAlwaysOpen()) {
        // Whole weeks are skipped at once: a long list under a narrow window takes years.
        const milliseconds inAWeek = openInWeek(window, first, zone);
        const qint64 weeks = std::max<qint64>(0, left / inAWeek - 1);
        left -= weeks * inAWeek;
        at = nextOpening(window, first + weeks * kWeek, zone);
    }
    while (true) {
        const milliseconds open = window.isAlwaysOpen() ? left : openFor(window, *at, zone);
        if (left <= open)
            break;
        left -= open;
        at = nextOpening(window, *at + open, zone);
        if (!at)
            return std::nullopt;
    }
    const UtcTime end = *at + left;
    return SendEstimate{std::chrono::duration_cast<std::chrono::seconds>(end - start), first, end};
}

UtcTime dayBegin(UtcTime time, const QTimeZone &zone)
{
    return fromDateTime(toDateTime(time).toTimeZone(zone).date().startOfDay(zone));
}

UtcTime nextDayBegin(UtcTime time, const QTimeZone &zone)
{
    return fromDateTime(toDateTime(time).toTimeZone(zone).date().addDays(1).startOfDay(zone));
}

QString toWord(CheckLevel level)
{
    switch (level) {
    case CheckLevel::Pass: return u"pass"_s;
    case CheckLevel::Warn: return u"warn"_s;
    case CheckLevel::Block: return u"block"_s;
    }
    Q_UNREACHABLE();
}
