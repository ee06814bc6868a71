#pragma once

#include "base/result.h"
#include "domain/campaign.h"
#include "domain/messagetemplate.h"
#include "domain/phonenumber.h"
#include "storage/database.h"

#include <QTemporaryDir>

#include <memory>

/// A workspace on the disk of the build, with one campaign that is sending. Not in the system's folder for
/// temporary files, because writing is free where that is memory.
class SendingWorkspace
{
public:
    static Result<std::unique_ptr<SendingWorkspace>> create(int people, const SendRate &rate);

    Database &database() { return *m_database; }
    AccountId account() const { return m_account; }
    CampaignId campaign() const { return m_campaign; }
    Result<CampaignCounts> counts();
    QString file(const QString &name) const { return m_folder.filePath(name); }

private:
    SendingWorkspace();
    Result<> fill(int people, const SendRate &rate);

    QTemporaryDir m_folder;
    std::unique_ptr<Database> m_database;
    AccountId m_account;
    CampaignId m_campaign;
};

/// The template that practice campaigns send, with two values a person.
MessageTemplate practiceTemplate();
PhoneNumber practicePhone(int number);
Variables practiceValues(int number);
