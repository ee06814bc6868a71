#pragma once

#include "domain/contact.h"
#include "presentation/wording.h"

#include <QString>

#include <vector>

/// Contacts that may be one person, as they are shown.
struct DuplicatePeople
{
    enum class Reason {
        SameUser, ///< WhatsApp knows them as one
        SameNumber, ///< two ways to write one number
        SameNameAndAddress,
    };

    std::vector<Contact> contacts; ///< the one to keep, if nobody knows better, first
    std::vector<Reason> reasons;

    friend bool operator==(const DuplicatePeople &, const DuplicatePeople &) = default;
};

/// Why they may be one person, as sentences.
QString reasonText(const DuplicatePeople &people);
/// "Inés Gil · +34 600 000 101".
QString personTitle(const Contact &person, const PhoneFormat &format);
/// What is known of a person besides: consent, tags, values.
QString personLine(const Contact &person);
/// What merging them into the contact in this place does, as sentences.
QString mergeText(const DuplicatePeople &people, size_t kept, const PhoneFormat &format);
