#pragma once

#include "domain/ids.h"
#include "domain/messagetemplate.h"

#include <QString>

/// A number that campaigns can be sent from.
struct SenderNumber
{
    AccountId id;
    QString label; ///< "Meridian Journeys · +44 7700 900411"

    friend bool operator==(const SenderNumber &, const SenderNumber &) = default;
};

/// Whose message the review shows next.
struct SampleChoice
{
    enum class Kind { AtPlace, Longest, UsesDefault };

    Kind kind = Kind::AtPlace;
    qint64 place = 0; ///< with AtPlace: from 0

    friend bool operator==(const SampleChoice &, const SampleChoice &) = default;
};

/// One person of a draft, to be shown the message as they would get it.
struct RecipientSample
{
    qint64 place = 0; ///< from 0
    qint64 people = 0; ///< in all
    QString phone; ///< E.164
    QString name;
    Variables values; ///< their own; defaults are filled in by whoever shows it

    friend bool operator==(const RecipientSample &, const RecipientSample &) = default;
};
