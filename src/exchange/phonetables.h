#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

// What makephonetables writes into phonetables.cpp while the project is built: libphonenumber's rules for
// valid numbers of all countries and kinds, as one automaton over digits.

/// What the automaton knows when it has read all digits of a number.
struct PhoneVerdict
{
    std::uint16_t region = 0; ///< index into kPhoneRegions
    std::uint8_t type = 0; ///< as PhoneNumberUtil::PhoneNumberType
    std::uint8_t stripped = 0; ///< so many digits at the beginning are no part of the number
    bool needsCallingCode = false; ///< the digits are national ones
};

struct PhoneRegion
{
    char code[4]; ///< "ES"; "001" is the whole world
    std::uint16_t callingCode; ///< 0 of the whole world
    std::uint32_t nationalRoot; ///< where reading digits begins that were typed in this country; 0: not known
};

using PhoneNode = std::array<std::uint32_t, 10>; ///< by digit, the next node; 0: unsure from here on

extern const std::uint32_t kPhoneInternationalRoot; ///< for digits that begin with a calling code
extern const PhoneNode kPhoneNodes[];
extern const std::uint16_t kPhoneNodeVerdicts[]; ///< by node, an index into kPhoneVerdicts; 0: unsure
extern const PhoneVerdict kPhoneVerdicts[];
extern const PhoneRegion kPhoneRegions[]; ///< sorted by code
extern const std::size_t kPhoneRegionCount;
