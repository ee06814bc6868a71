#include "exchange/importreason.h"

#include <gtest/gtest.h>

#include <optional>

using namespace Qt::StringLiterals;

TEST(ImportReasonTest, everyWordOfTheContractNamesAReason)
{
    for (const QString &word :
         {u"empty_phone"_s, u"not_a_number"_s, u"invalid_for_country"_s, u"missing_country"_s, u"too_short"_s,
          u"too_long"_s, u"several_numbers"_s, u"precision_lost"_s, u"not_textual"_s, u"missing_variable"_s,
          u"unknown_time_zone"_s, u"unclosed_quote"_s}) {
        const std::optional<ImportReason> reason = importReasonFromWord(word);
        ASSERT_TRUE(reason) << qPrintable(word);
        EXPECT_EQ(toWord(*reason), word);
    }
    EXPECT_EQ(importReasonFromWord(u"bad_luck"_s), std::nullopt);
}
