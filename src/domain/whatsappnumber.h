#pragma once

#include "domain/phonenumber.h"

#include <vector>

/// The numbers under which WhatsApp may speak of the same person. It knows some mobile numbers by an older
/// spelling than the one that is dialled today, and rewrites those it is given ("Brazil and Mexico numbers
/// may be rewritten by Meta (extra digit)", Cloud API, Messages): Mexico with a 1 after the country code,
/// Brazil without the ninth digit, Argentina without the 9 of mobile numbers. The first is the one that an
/// import would store; a number of anywhere else is alone.
std::vector<PhoneNumber> spellingsOnWhatsApp(const PhoneNumber &phone);

/// Whether the number with these digits is the first of its own spellings, told cheaply: false also where it
/// takes spellingsOnWhatsApp() to know.
bool isFirstSpelling(quint64 digits);
