#pragma once

#include "base/clock.h"
#include "domain/ids.h"
#include "domain/phonenumber.h"

#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

/// That a person agreed to get messages, with what proves it.
struct OptIn
{
    UtcTime at;
    QString source; ///< how and where
    QString words; ///< what was agreed to, as it was put to the person; may be empty
    QString fileHash; ///< SHA-256, in hex, of the file that told it; empty if none did

    friend bool operator==(const OptIn &, const OptIn &) = default;
};

/// A person in the contact book, and whether we may write to them.
struct Contact
{
    ContactId id;
    PhoneNumber phone;
    QString userId; ///< Meta's business-scoped id; empty while unknown
    QString region; ///< ISO 3166 code of the number's country; empty if unknown
    QString name;
    QMap<QString, QString> attributes;
    QStringList tags; ///< in alphabetical order
    UtcTime createdAt;
    std::optional<UtcTime> optedInAt;
    QString optInSource;
    QString optInWords;
    QString optInFile; ///< SHA-256, in hex
    std::optional<UtcTime> optedOutAt;
    QString optOutSource;
    bool isSuppressed = false; ///< nobody writes to this number

    friend bool operator==(const Contact &, const Contact &) = default;
};
