#include "workspace/practice.h"

#include "simulator/accountprofile.h"
#include "simulator/simulator.h"
#include "storage/accountstore.h"
#include "storage/contactstore.h"
#include "storage/templatestore.h"
#include "whatsapp/templatereader.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <array>

using namespace Qt::StringLiterals;

namespace {

/// Any valid numbers: nothing leaves a practice workspace.
constexpr std::array kPeople{u"+34600000101", u"+34600000102", u"+34600000103", u"+34600000104",
                             u"+34600000105", u"+34600000106", u"+34600000107", u"+34600000108",
                             u"+34600000109", u"+34600000110", u"+34600000111", u"+34600000112"};

std::vector<MessageTemplate> templatesOfTheSimulator()
{
    std::vector<MessageTemplate> templates;
    const QJsonArray listed = practiceTemplates();
    for (const QJsonValue &json : listed) {
        if (std::optional<MessageTemplate> read = readTemplate(json.toObject()))
            templates.push_back(*std::move(read));
    }
    return templates;
}

} // namespace

Result<> fillPracticeWorkspace(Database &database, UtcTime now)
{
    const SimulatorOptions simulator;
    const AccountProfile profile;
    AccountStore accounts{database};
    Account account;
    account.phoneNumberId = simulator.phoneNumberId;
    account.wabaId = simulator.wabaId;
    account.name = QCoreApplication::translate("Practice", "Practice");
    account.apiBase = QString::fromLatin1(kDefaultApiBase);
    account.graphVersion = QString::fromLatin1(kDefaultGraphVersion);
    const Result<AccountId> id = accounts.put(account);
    if (!id)
        return id.error();
    NumberReport report;
    report.displayPhoneNumber = profile.displayPhoneNumber;
    report.verifiedName = profile.businessName;
    report.qualityRating = u"GREEN"_s;
    report.throughputPerSecond = simulator.messagesPerSecond;
    if (const Result<> stored = accounts.storeReport(*id, report, now); !stored)
        return stored.error();
    if (const Result<TemplateSync> synced = TemplateStore{database}.sync(*id, templatesOfTheSimulator(), now);
        !synced)
        return synced.error();
    ContactStore contacts{database};
    for (const char16_t *number : kPeople) {
        const std::optional<PhoneNumber> phone = PhoneNumber::fromE164(QStringView{number});
        if (const Result<> added = contacts.optIn(
                *phone, {.at = now, .source = QCoreApplication::translate("Practice", "Practice data")}, now);
            !added)
            return added.error();
    }
    return Done{};
}
