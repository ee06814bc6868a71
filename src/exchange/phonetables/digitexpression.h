#pragma once

#include <optional>
#include <string>
#include <vector>

constexpr unsigned kAllDigits = 0x3FF; ///< bit by digit

/// A part of a regular expression over digits. Kept as a tree, because a counted part is written out several
/// times.
struct Expression
{
    enum class Kind { Digits, Sequence, Choice, Repeat };

    Kind kind = Kind::Sequence;
    unsigned digits = 0;
    std::vector<Expression> parts;
    int least = 1;
    int most = 1; ///< -1: any number
};

/// Understands what libphonenumber's metadata uses; nothing where there is anything else. `mayEndEarly`: "$"
/// is read as if it were not there, so that the pattern matches more than it should.
std::optional<Expression> readExpression(const std::string &text, bool mayEndEarly);
