#include "exchange/importreason.h"

#include <algorithm>
#include <array>
#include <utility>

namespace {

using enum ImportReason;

constexpr std::array kWords{
    std::pair{EmptyPhone,        QLatin1StringView{"empty_phone"}        },
    std::pair{NotANumber,        QLatin1StringView{"not_a_number"}       },
    std::pair{InvalidForCountry, QLatin1StringView{"invalid_for_country"}},
    std::pair{MissingCountry,    QLatin1StringView{"missing_country"}    },
    std::pair{TooShort,          QLatin1StringView{"too_short"}          },
    std::pair{TooLong,           QLatin1StringView{"too_long"}           },
    std::pair{SeveralNumbers,    QLatin1StringView{"several_numbers"}    },
    std::pair{PrecisionLost,     QLatin1StringView{"precision_lost"}     },
    std::pair{NotTextual,        QLatin1StringView{"not_textual"}        },
    std::pair{MissingVariable,   QLatin1StringView{"missing_variable"}   },
    std::pair{UnclosedQuote,     QLatin1StringView{"unclosed_quote"}     },
    std::pair{UnknownTimeZone,   QLatin1StringView{"unknown_time_zone"}  },
};

} // namespace

QString toWord(ImportReason reason)
{
    const auto entry = std::find_if(kWords.begin(), kWords.end(),
                                    [reason](const auto &word) { return word.first == reason; });
    Q_ASSERT(entry != kWords.end());
    return entry->second;
}

std::optional<ImportReason> importReasonFromWord(QStringView word)
{
    const auto entry = std::find_if(kWords.begin(), kWords.end(),
                                    [word](const auto &known) { return known.second == word; });
    if (entry == kWords.end())
        return std::nullopt;
    return entry->first;
}
