#pragma once

#include "domain/campaign.h"
#include "domain/deliveryevent.h"
#include "domain/ports/sendledger.h"
#include "domain/recipient.h"
#include "storage/database.h"

#include <QTemporaryDir>

#include <memory>
#include <vector>

/// A real database in a folder of its own, with an account and a few shortcuts that stop the test when they
/// fail.
class TemporaryWorkspace
{
public:
    TemporaryWorkspace();

    Database &database() { return *m_database; }
    QString path() const;
    QString file(const QString &name) const { return m_folder.filePath(name); }

    /// A second connection, as another thread or process would have.
    std::unique_ptr<Database> secondConnection() const;

    AccountId account() const { return m_account; }
    /// A draft with this many people, +919000000001 onwards.
    CampaignId draftWith(int people);
    /// The same, armed and sending.
    CampaignId sendingWith(int people);

    Campaign campaign(CampaignId id);
    std::vector<Recipient> people(CampaignId id);
    Recipient person(CampaignId id, int number);
    /// What `workspace check` says about counters.
    std::vector<QString> problems();

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Database> m_database;
    AccountId m_account;
};

/// +919000000001 for 1, and so on.
PhoneNumber phoneOf(int number);
NewRecipient newPerson(int number);
MessageTemplate tourTemplate();
UtcTime at(int seconds);

/// The value, or an exception that fails the test with the error's words.
template <typename T>
T valueOf(Result<T> result)
{
    if (!result)
        throw std::runtime_error{
            (result.error().message + QStringLiteral(" / ") + result.error().detail).toStdString()};
    return std::move(*result);
}

Settlement accepted(const Claim &claim, const QString &messageId, UtcTime when);
Settlement refused(const Claim &claim, int code, RecipientStatus next, UtcTime when);
Settlement unknown(const Claim &claim, UtcTime when);
MessageStatusEvent statusEvent(const QString &messageId, DeliveryStatus status, UtcTime when,
                               const QString &attemptId = {});
