#include "workspace/reportreading.h"

#include "workspace/session.h"

#include <algorithm>
#include <map>
#include <tuple>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kPointsOfATimeLine = 160;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(ReportDesk)
};

std::chrono::milliseconds lengthOf(const std::vector<TimeLinePoint> &hours)
{
    return hours.empty() ? 0ms : hours.back().start + 1h - hours.front().start;
}

QString titleOf(const std::vector<Campaign> &campaigns)
{
    if (campaigns.size() == 1)
        return campaigns.front().name;
    return Words::tr("WhatsApp campaigns");
}

/// The account a campaign was sent from; nothing where it is gone.
std::optional<Account> accountOf(Session &session, const Campaign &campaign)
{
    if (!campaign.accountId.isValid())
        return std::nullopt;
    const Result<Account> account = session.accounts().load(campaign.accountId);
    return account ? std::optional{*account} : std::nullopt;
}

/// The account of all of them; nothing where they were sent from several numbers.
std::optional<Account> accountOf(Session &session, const std::vector<Campaign> &campaigns)
{
    const AccountId first = campaigns.front().accountId;
    const bool isShared = std::all_of(campaigns.begin(), campaigns.end(),
                                      [&](const Campaign &campaign) { return campaign.accountId == first; });
    return isShared ? accountOf(session, campaigns.front()) : std::nullopt;
}

/// A template is known by its name and language in its business account, which several numbers may share.
struct TemplateKey
{
    QString businessAccount;
    QString name;
    QString language;

    friend bool operator<(const TemplateKey &a, const TemplateKey &b)
    {
        return std::tie(a.businessAccount, a.name, a.language)
            < std::tie(b.businessAccount, b.name, b.language);
    }
};

TemplateKey keyOf(const Campaign &campaign, const std::optional<Account> &account)
{
    return {account && !account->wabaId.isEmpty() ? account->wabaId
                                                  : u"number %1"_s.arg(campaign.accountId.value),
            campaign.templateName, campaign.language};
}

QString nameOf(const Account &account)
{
    return account.verifiedName.isEmpty() ? account.name : account.verifiedName;
}

Result<std::vector<ReportedTemplate>> readTemplates(Session &session, const std::vector<Campaign> &campaigns)
{
    std::map<TemplateKey, std::vector<const Campaign *>> byTemplate;
    std::map<QString, QString> businessAccounts; // with their names
    for (const Campaign &campaign : campaigns) {
        if (campaign.templateName.isEmpty())
            continue;
        const std::optional<Account> account = accountOf(session, campaign);
        const TemplateKey key = keyOf(campaign, account);
        businessAccounts[key.businessAccount] = account ? nameOf(*account) : QString{};
        byTemplate[key].push_back(&campaign);
    }
    std::vector<ReportedTemplate> templates;
    for (const auto &[key, senders] : byTemplate) {
        ReportedTemplate shown{.name = key.name, .language = key.language};
        if (businessAccounts.size() > 1)
            shown.accountName = businessAccounts[key.businessAccount];
        if (const std::optional<MessageTemplate> sent = templateSent(session, *senders.back())) {
            shown.category = sent->category;
            shown.header = sent->headerText;
            shown.body = sent->body;
            shown.footer = sent->footer;
            for (const TemplateButton &button : sent->buttons)
                shown.buttons << button.text;
        }
        shown.campaigns = static_cast<int>(senders.size());
        std::vector<CampaignId> ids;
        for (const Campaign *campaign : senders)
            ids.push_back(campaign->id);
        Result<FigureSet> figures = session.figures().figures(ids);
        if (!figures)
            return figures.error();
        shown.figures = *std::move(figures);
        templates.push_back(std::move(shown));
    }
    std::stable_sort(templates.begin(), templates.end(), [](const auto &a, const auto &b) {
        return a.figures.counts.total() > b.figures.counts.total();
    });
    return templates;
}

} // namespace

std::optional<MessageTemplate> templateSent(Session &session, const Campaign &campaign)
{
    if (campaign.frozenTemplate)
        return campaign.frozenTemplate;
    if (campaign.templateName.isEmpty())
        return std::nullopt;
    const Result<MessageTemplate> mirrored = session.campaignDesk().templateOf(campaign);
    return mirrored ? std::optional{*mirrored} : std::nullopt;
}

Result<std::vector<Campaign>> campaignsOf(Session &session, const ReportScope &scope)
{
    std::vector<Campaign> campaigns;
    for (const CampaignId id : scope.campaigns) {
        const bool isTwice = std::any_of(campaigns.begin(), campaigns.end(),
                                         [id](const Campaign &campaign) { return campaign.id == id; });
        if (isTwice)
            continue;
        Result<Campaign> campaign = session.campaigns().load(id);
        if (!campaign)
            return campaign.error();
        campaigns.push_back(*std::move(campaign));
    }
    std::stable_sort(campaigns.begin(), campaigns.end(), [](const Campaign &a, const Campaign &b) {
        return a.startedAt.value_or(UtcTime::max()) < b.startedAt.value_or(UtcTime::max());
    });
    return campaigns;
}

Result<ClientReport> readReport(Session &session, const ReportScope &scope)
{
    const Result<std::vector<Campaign>> campaigns = campaignsOf(session, scope);
    if (!campaigns)
        return campaigns.error();
    Q_ASSERT(!campaigns->empty());
    ClientReport report;
    report.title = titleOf(*campaigns);
    if (campaigns->size() == 1)
        report.description = campaigns->front().description;
    report.from = scope.from;
    report.until = scope.until;
    report.madeAt = session.clock().now();
    report.zone = session.timeZone();
    report.isPractice = session.workspace().isPractice();
    if (const std::optional<Account> account = accountOf(session, *campaigns)) {
        report.accountName = nameOf(*account);
        report.senderNumber = account->displayPhoneNumber;
    }
    const Result<std::map<CampaignId, CampaignReturn>> returns = session.revenueDesk().returnsOf(*campaigns);
    if (!returns)
        return returns.error();
    std::vector<CampaignReturn> all;
    for (const Campaign &campaign : *campaigns)
        all.push_back(returns->at(campaign.id));
    report.money = sumOf(all);
    std::vector<CampaignId> ids;
    int unknown = 0;
    for (const Campaign &campaign : *campaigns) {
        ids.push_back(campaign.id);
        const Result<std::optional<UtcTime>> lastEvent = session.deliveryEvidence().eventSince(campaign);
        if (!lastEvent)
            return lastEvent.error();
        unknown += isDeliveryUnknown(campaign, *lastEvent);
        Result<FigureSet> figures = session.figures().figures({campaign.id});
        if (!figures)
            return figures.error();
        report.campaigns.push_back({campaign.name, campaign.templateName, campaign.language, campaign.state,
                                    campaign.startedAt, campaign.completedAt, *std::move(figures),
                                    returns->at(campaign.id)});
    }
    report.isDeliveryUnknown = unknown > 0 && unknown == static_cast<int>(campaigns->size());
    Result<FigureSet> figures = session.figures().figures(ids);
    if (!figures)
        return figures.error();
    report.figures = *std::move(figures);
    const Result<std::vector<TimeLinePoint>> hours = session.figures().timeLine(ids, 1h);
    if (!hours)
        return hours.error();
    report.step = timeLineStep(lengthOf(*hours), kPointsOfATimeLine);
    Result<std::vector<TimeLinePoint>> timeLine = session.figures().timeLine(ids, report.step);
    if (!timeLine)
        return timeLine.error();
    report.timeLine = *std::move(timeLine);
    Result<std::vector<ReportedTemplate>> templates = readTemplates(session, *campaigns);
    if (!templates)
        return templates.error();
    report.templates = *std::move(templates);
    Result<ReportLook> look = session.reportDesk().look();
    if (!look)
        return look.error();
    report.look = *std::move(look);
    return report;
}
