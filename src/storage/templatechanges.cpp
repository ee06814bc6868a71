#include "storage/templatechanges.h"

#include "domain/errorcatalog.h"
#include "storage/campaignrows.h"
#include "storage/database.h"
#include "storage/sql.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace {

constexpr int kTemplatePausedCode = 132015;
constexpr int kTemplateDisabledCode = 132016;
constexpr QLatin1StringView kNotApproved{"template_status"};

class Words
{
    Q_DECLARE_TR_FUNCTIONS(TemplateChanges)
};

/// The words of the API's list for what only events call otherwise. A flagged template may still be sent.
QString statusFrom(const QString &event)
{
    if (event == "REINSTATED"_L1 || event == "UNARCHIVED"_L1 || event == "FLAGGED"_L1)
        return u"APPROVED"_s;
    return event;
}

QString goesOnByItself()
{
    return Words::tr("Sending goes on by itself when Meta has approved the template again.");
}

StateReason reasonFor(const QString &status)
{
    if (status == "PAUSED"_L1) {
        const ErrorEntry &entry = errorEntry(kTemplatePausedCode);
        return {QString::number(kTemplatePausedCode), entry.message(),
                entry.advice() + u' ' + goesOnByItself()};
    }
    if (status == "DISABLED"_L1) {
        const ErrorEntry &entry = errorEntry(kTemplateDisabledCode);
        return {QString::number(kTemplateDisabledCode), entry.message(), entry.advice()};
    }
    const QString message = status == "PENDING"_L1 || status == "IN_APPEAL"_L1
        ? Words::tr("Meta is looking at the template again, so it cannot be sent just now.")
        : Words::tr("Meta does not let this template be sent any more (%1).").arg(status);
    return {kNotApproved, message, goesOnByItself()};
}

/// "Marketing" for MARKETING.
QString categoryWord(const QString &category)
{
    if (category == "MARKETING"_L1)
        return Words::tr("Marketing");
    if (category == "UTILITY"_L1)
        return Words::tr("Utility");
    if (category == "AUTHENTICATION"_L1)
        return Words::tr("Authentication");
    return category;
}

Result<std::vector<Campaign>> campaignsOf(Database &database, AccountId account, const QString &name,
                                          const QString &language, const QString &condition)
{
    return loadCampaigns(database,
                         u"WHERE c.account_id = ? AND c.template_name = ? AND c.language = ? AND "_s
                             + condition + u" ORDER BY c.id"_s,
                         {account.value, name, language});
}

Result<> tellAll(Database &database, AccountId account, const MessageTemplate &concerned, const QString &what,
                 UtcTime now)
{
    const Result<std::vector<Campaign>> campaigns =
        campaignsOf(database, account, concerned.name, concerned.language,
                    u"c.state IN ('draft', 'scheduled', 'sending', 'paused')"_s);
    if (!campaigns)
        return campaigns.error();
    for (const Campaign &campaign : *campaigns) {
        if (const Result<> noted = noteActivity(database, campaign.id, what, now); !noted)
            return noted.error();
    }
    return Done{};
}

struct Mirrored
{
    qint64 id = 0;
    AccountId account;
    MessageTemplate known;
};

Result<std::vector<Mirrored>> mirroredFor(Database &database, const TemplateEvent &event)
{
    std::vector<Mirrored> mirrored;
    const Result<> read = forEachRow(
        database,
        uR"(SELECT t.id, t.account_id, t.content FROM template t JOIN account a ON a.id = t.account_id
            WHERE t.name = ? AND t.language = ? AND (? = '' OR a.waba_id = ?) ORDER BY t.id)"_s,
        {event.name, event.language, event.wabaId, event.wabaId}, [&](const Row &row) {
            mirrored.push_back({row.integer(0), {row.integer(1)}, templateFromJson(row.text(2))});
        });
    if (!read)
        return read.error();
    return mirrored;
}

/// Tells what an event says of one account's template; how many campaigns changed.
Result<int> applyTo(Database &database, const Mirrored &mirrored, const TemplateEvent &event, UtcTime now)
{
    MessageTemplate fresh = mirrored.known;
    int changed = 0;
    if (!event.status.isEmpty()) {
        fresh.status = statusFrom(event.status);
        const Result<int> campaigns =
            applyTemplateStatus(database, mirrored.account, event.name, event.language, fresh.status, now);
        if (!campaigns)
            return campaigns.error();
        changed = *campaigns;
    }
    if (!event.quality.isEmpty())
        fresh.quality = event.quality;
    if (!event.category.isEmpty() && event.category != fresh.category) {
        if (const Result<> told =
                tellNewCategory(database, mirrored.account, mirrored.known, event.category, now);
            !told)
            return told.error();
        fresh.category = event.category;
    }
    if (!event.futureCategory.isEmpty() && event.futureCategory != fresh.category) {
        const QString what = event.futureFrom
            ? Words::tr(
                  "Meta is going to move this template to the category %1 on %2, which changes what its "
                  "messages cost.")
                  .arg(categoryWord(event.futureCategory),
                       QLocale{}.toString(toDateTime(*event.futureFrom).toLocalTime(), QLocale::ShortFormat))
            : Words::tr("Meta is going to move this template to the category %1, which changes what its "
                        "messages cost.")
                  .arg(categoryWord(event.futureCategory));
        if (const Result<> told = tellAll(database, mirrored.account, mirrored.known, what, now); !told)
            return told.error();
    }
    const Result<int> stored =
        execute(database, u"UPDATE template SET content = ? WHERE id = ?"_s, {toJson(fresh), mirrored.id});
    if (!stored)
        return stored.error();
    return changed;
}

QString consequencesOf(const TemplateEvent &event, int campaigns)
{
    QStringList news{event.status, event.quality, event.category, event.futureCategory};
    news.removeAll(QString{});
    QString what = Words::tr("Template “%1”: %2").arg(event.name, news.join(u", "_s));
    if (campaigns > 0)
        what += u". "_s + Words::tr("%n campaign(s) paused, ended or went on.", nullptr, campaigns);
    return what;
}

} // namespace

Result<int> applyTemplateStatus(Database &database, AccountId account, const QString &name,
                                const QString &language, const QString &status, UtcTime now)
{
    const bool isApproved = status == "APPROVED"_L1;
    const QString concerned = isApproved
        ? u"c.state = 'paused' AND c.reason_code IN ('%1', '%2')"_s.arg(kTemplatePausedCode).arg(kNotApproved)
        : u"c.state IN ('scheduled', 'sending')"_s;
    Result<std::vector<Campaign>> campaigns = campaignsOf(database, account, name, language, concerned);
    if (!campaigns)
        return campaigns.error();
    int changed = 0;
    for (Campaign &campaign : *campaigns) {
        const CampaignEvent event = isApproved ? eventToGoOn(campaign, now)
            : status == "DISABLED"_L1          ? CampaignEvent::Fail
                                               : CampaignEvent::Pause;
        if (isApproved) {
            if (const Result<> noted = noteActivity(database, campaign.id,
                                                    Words::tr("Meta has approved the template again."), now);
                !noted)
                return noted.error();
        }
        const Result<bool> done =
            carryOut(database, campaign, event, isApproved ? StateReason{} : reasonFor(status), now);
        if (!done)
            return done.error();
        changed += *done ? 1 : 0;
    }
    return changed;
}

Result<> tellNewCategory(Database &database, AccountId account, const MessageTemplate &before,
                         const QString &category, UtcTime now)
{
    return tellAll(
        database, account, before,
        Words::tr("Meta moved this template from the category %1 to %2. From now on its messages cost "
                  "what that category costs.")
            .arg(categoryWord(before.category), categoryWord(category)),
        now);
}

Result<AppliedEvent> applyTemplateEvent(Database &database, const TemplateEvent &event, UtcTime now)
{
    const Result<std::vector<Mirrored>> mirrored = mirroredFor(database, event);
    if (!mirrored)
        return mirrored.error();
    AppliedEvent applied{u"template"_s, !mirrored->empty(), {}, 0, 0};
    if (mirrored->empty()) {
        applied.why = Words::tr("The template “%1” is not known here.").arg(event.name);
        return applied;
    }
    int campaigns = 0;
    for (const Mirrored &one : *mirrored) {
        const Result<int> changed = applyTo(database, one, event, now);
        if (!changed)
            return changed.error();
        campaigns += *changed;
    }
    applied.why = consequencesOf(event, campaigns);
    return applied;
}

Result<std::vector<AccountId>> accountsWaitingForTemplates(Database &database)
{
    std::vector<AccountId> accounts;
    const Result<> read = forEachRow(
        database,
        uR"(SELECT DISTINCT account_id FROM campaign WHERE state = 'paused' AND account_id IS NOT NULL
            AND reason_code IN (?, ?) ORDER BY 1)"_s,
        {QString::number(kTemplatePausedCode), QString{kNotApproved}},
        [&](const Row &row) { accounts.push_back({row.integer(0)}); });
    if (!read)
        return read.error();
    return accounts;
}
