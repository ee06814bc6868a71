#include "sendingworkspace.h"

#include "base/clock.h"
#include "simulator/practicetemplates.h"
#include "storage/accountstore.h"
#include "storage/campaignstore.h"
#include "whatsapp/templatereader.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr auto kTemplateName = "tour_package_marketing"_L1;
constexpr int kGroup = 5'000;

} // namespace

SendingWorkspace::SendingWorkspace()
    : m_folder{QCoreApplication::applicationDirPath() + u"/benchmark-XXXXXX"_s}
{
}

Result<std::unique_ptr<SendingWorkspace>> SendingWorkspace::create(int people, const SendRate &rate)
{
    std::unique_ptr<SendingWorkspace> workspace{new SendingWorkspace};
    if (const Result<> filled = workspace->fill(people, rate); !filled)
        return filled.error();
    return workspace;
}

Result<> SendingWorkspace::fill(int people, const SendRate &rate)
{
    Result<std::unique_ptr<Database>> database = Database::create(file(u"fanfare.db"_s));
    if (!database)
        return database.error();
    m_database = *std::move(database);
    const Result<AccountId> account =
        AccountStore{*m_database}.put({.phoneNumberId = u"1001"_s, .wabaId = u"2001"_s, .name = u"Agency"_s});
    if (!account)
        return account.error();
    m_account = *account;

    const UtcTime now = SystemClock{}.now();
    const MessageTemplate sent = practiceTemplate();
    CampaignStore campaigns{*m_database};
    Campaign campaign;
    campaign.accountId = m_account;
    campaign.name = u"Benchmark"_s;
    campaign.templateName = sent.name;
    campaign.language = sent.language;
    campaign.settings.rate = rate;
    const Result<CampaignId> created = campaigns.create(campaign, now);
    if (!created)
        return created.error();
    m_campaign = *created;
    for (int first = 0; first < people; first += kGroup) {
        std::vector<NewRecipient> group;
        for (int number = first; number < std::min(people, first + kGroup); ++number)
            group.push_back(
                {practicePhone(number), u"IN"_s, u"Person %1"_s.arg(number), practiceValues(number)});
        if (const auto added = campaigns.addRecipients(m_campaign, group, now); !added)
            return added.error();
    }
    if (const Result<Campaign> started = campaigns.send(m_campaign, sent, now); !started)
        return started.error();
    return Done{};
}

Result<CampaignCounts> SendingWorkspace::counts()
{
    const Result<Campaign> campaign = CampaignStore{*m_database}.load(m_campaign);
    if (!campaign)
        return campaign.error();
    return campaign->counts;
}

MessageTemplate practiceTemplate()
{
    const QJsonArray templates = practiceTemplates();
    for (const QJsonValue json : templates) {
        const std::optional<MessageTemplate> read = readTemplate(json.toObject());
        if (read && read->name == kTemplateName)
            return *read;
    }
    Q_UNREACHABLE(); // it ships with the simulator
}

PhoneNumber practicePhone(int number)
{
    return *PhoneNumber::fromE164(u"+91%1"_s.arg(9'000'000'000 + number));
}

Variables practiceValues(int number)
{
    return {
        {u"1"_s, u"Kerala, 5 days"_s                     },
        {u"2"_s, u"₹%1"_s.arg(20'000 + number % 40'000)}
    };
}
