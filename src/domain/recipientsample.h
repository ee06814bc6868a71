#pragma once

#include "domain/messagetemplate.h"

#include <QString>

/// Whose message of a draft is looked at before it is sent.
struct SampleChoice
{
    enum class Kind {
        AtPlace,
        Longest,
        Shortest,
        UsesDefault, ///< or misses a value altogether
        Refused, ///< by Meta, for what is filled in
    };

    Kind kind = Kind::AtPlace;
    qint64 place = 0; ///< with AtPlace: from 0; with UsesDefault and Refused: look from there on

    friend bool operator==(const SampleChoice &, const SampleChoice &) = default;
};

/// One person of a draft, to be shown the message as they would get it.
struct RecipientSample
{
    qint64 place = 0; ///< from 0
    qint64 people = 0; ///< in all
    QString phone; ///< E.164; empty: nobody is meant
    QString name;
    Variables values; ///< their own; defaults are filled in by whoever shows it
    QString problem; ///< why Meta would refuse it, in a sentence; empty: nothing is wrong

    friend bool operator==(const RecipientSample &, const RecipientSample &) = default;
};
