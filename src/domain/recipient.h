#pragma once

#include "domain/errorcatalog.h"
#include "domain/ids.h"
#include "domain/messagetemplate.h"
#include "domain/phonenumber.h"
#include "domain/recipientstatus.h"

#include <QString>

#include <optional>

/// Why a recipient failed or stands in doubt, in plain words with what to do.
struct RecipientError
{
    QString code; ///< Meta's code as text, or one of ours: "unconfirmed", "missing_variable", …
    QString message;
    QString advice;
    QString details; ///< technical: HTTP status, Meta's details, fbtrace id

    friend bool operator==(const RecipientError &, const RecipientError &) = default;
};

/// One contact inside one campaign.
struct Recipient
{
    RecipientId id;
    CampaignId campaignId;
    ContactId contactId;
    PhoneNumber phone;
    QString region; ///< ISO 3166 code of the number's country, "ES"; empty if unknown
    QString timeZone; ///< the person's own, "Atlantic/Canary"; empty: that of the country
    QString name;
    Variables
        variables; ///< the person's own values; the campaign's defaults stand behind them until it is armed
    DeliveryProgress progress;
    QString messageId;
    int attempts = 0; ///< requests that left, or may have
    std::optional<UtcTime> notBefore; ///< waits out a backoff
    std::optional<RecipientError> error;
    QString response; ///< the first answer's text

    friend bool operator==(const Recipient &, const Recipient &) = default;
};

/// A person to be put into a draft.
struct NewRecipient
{
    PhoneNumber phone;
    QString region;
    QString name;
    Variables variables;
    QString timeZone = {}; ///< one that isTimeZoneName() knows, or empty
    QMap<QString, QString> attributes = {}; ///< for the contact book; what it knows already stays
};
