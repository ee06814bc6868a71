#pragma once

#include "base/clock.h"
#include "domain/ids.h"
#include "domain/phonenumber.h"

#include <QMap>
#include <QString>

#include <optional>

/// A person in the contact book, and whether we may write to them.
struct Contact
{
    ContactId id;
    PhoneNumber phone;
    QString userId; ///< Meta's business-scoped id; empty while unknown
    QString region; ///< ISO 3166 code of the number's country; empty if unknown
    QString name;
    QMap<QString, QString> attributes;
    std::optional<UtcTime> optedInAt;
    QString optInSource;
    std::optional<UtcTime> optedOutAt;
    QString optOutSource;
    bool isSuppressed = false; ///< nobody writes to this number

    friend bool operator==(const Contact &, const Contact &) = default;
};
