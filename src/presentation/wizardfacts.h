#pragma once

#include "domain/ids.h"
#include "domain/recipientsample.h"

#include <QString>

/// A number that campaigns can be sent from.
struct SenderNumber
{
    AccountId id;
    QString label; ///< "Meridian Journeys · +44 7700 900411"

    friend bool operator==(const SenderNumber &, const SenderNumber &) = default;
};
