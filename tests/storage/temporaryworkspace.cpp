#include "storage/temporaryworkspace.h"

#include "domain/errorcatalog.h"
#include "storage/accountstore.h"
#include "storage/campaignstore.h"
#include "storage/recipientstore.h"
#include "storage/workspacecheck.h"

using namespace Qt::StringLiterals;

TemporaryWorkspace::TemporaryWorkspace()
{
    m_database = valueOf(Database::create(path()));
    m_account = valueOf(AccountStore{*m_database}.put(
        {.phoneNumberId = u"1001"_s, .wabaId = u"2001"_s, .name = u"Agency"_s}));
}

QString TemporaryWorkspace::path() const
{
    return m_folder.filePath(u"workspace/fanfare.db"_s);
}

std::unique_ptr<Database> TemporaryWorkspace::secondConnection() const
{
    return valueOf(Database::open(path()));
}

CampaignId TemporaryWorkspace::draftWith(int people)
{
    CampaignStore store{*m_database};
    Campaign campaign;
    campaign.accountId = m_account;
    campaign.name = u"Monsoon offers"_s;
    campaign.templateName = u"tour_package_marketing"_s;
    campaign.language = u"en_US"_s;
    const CampaignId id = valueOf(store.create(campaign, at(0)));
    std::vector<NewRecipient> everybody;
    for (int number = 1; number <= people; ++number)
        everybody.push_back(newPerson(number));
    valueOf(store.addRecipients(id, everybody, at(0)));
    return id;
}

CampaignId TemporaryWorkspace::sendingWith(int people)
{
    const CampaignId id = draftWith(people);
    valueOf(CampaignStore{*m_database}.send(id, tourTemplate(), at(1)));
    return id;
}

Campaign TemporaryWorkspace::campaign(CampaignId id)
{
    return valueOf(CampaignStore{*m_database}.load(id));
}

std::vector<Recipient> TemporaryWorkspace::people(CampaignId id)
{
    return valueOf(RecipientStore{*m_database}.page({.campaign = id}, 0, std::nullopt));
}

Recipient TemporaryWorkspace::person(CampaignId id, int number)
{
    return valueOf(RecipientStore{*m_database}.find(id, phoneOf(number))).value();
}

std::vector<QString> TemporaryWorkspace::problems()
{
    return valueOf(counterProblems(*m_database));
}

PhoneNumber phoneOf(int number)
{
    return PhoneNumber::fromE164(u"+91%1"_s.arg(9'000'000'000 + number)).value();
}

NewRecipient newPerson(int number)
{
    return {
        phoneOf(number),
        u"IN"_s,
        u"Person %1"_s.arg(number),
        {{u"1"_s, u"Kerala"_s}, {u"2"_s, u"%1"_s.arg(number)}}
    };
}

MessageTemplate tourTemplate()
{
    MessageTemplate tour;
    tour.metaId = u"77"_s;
    tour.name = u"tour_package_marketing"_s;
    tour.language = u"en_US"_s;
    tour.status = u"APPROVED"_s;
    tour.category = u"MARKETING"_s;
    tour.body = u"A tour to {{1}} for only {{2}} rupees"_s;
    tour.examples = {
        {u"1"_s, u"Goa"_s },
        {u"2"_s, u"9999"_s}
    };
    tour.buttons = {
        {u"QUICK_REPLY"_s, u"Stop"_s, {}, {}}
    };
    return tour;
}

UtcTime at(int seconds)
{
    return fromMilliseconds(1'795'000'000'000 + qint64{1000} * seconds);
}

Settlement accepted(const Claim &claim, const QString &messageId, UtcTime when)
{
    return {
        claim.attempt, claim.recipient,      claim.campaign, Accepted{messageId, {}, {}},
        when,          RecipientStatus::Sent
    };
}

Settlement refused(const Claim &claim, int code, RecipientStatus next, UtcTime when)
{
    const ErrorEntry &entry = errorEntry(code);
    Refused answer;
    answer.code = code;
    answer.httpStatus = 400;
    Settlement settlement{claim.attempt, claim.recipient, claim.campaign, answer, when, next};
    settlement.error = RecipientError{QString::number(code), entry.message(), entry.advice(), {}};
    return settlement;
}

Settlement unknown(const Claim &claim, UtcTime when)
{
    Settlement settlement{claim.attempt,  claim.recipient,
                          claim.campaign, Unknown{u"time-out"_s},
                          when,           RecipientStatus::Unconfirmed};
    settlement.error = RecipientError{u"unconfirmed"_s, u"No answer."_s, {}, {}};
    return settlement;
}

MessageStatusEvent statusEvent(const QString &messageId, DeliveryStatus status, UtcTime when,
                               const QString &attemptId)
{
    MessageStatusEvent event;
    event.messageId = messageId;
    event.attemptId = attemptId;
    event.status = status;
    event.statusWord = status == DeliveryStatus::Sent ? u"sent"_s
        : status == DeliveryStatus::Delivered         ? u"delivered"_s
        : status == DeliveryStatus::Read              ? u"read"_s
                                                      : u"failed"_s;
    event.at = when;
    return event;
}
