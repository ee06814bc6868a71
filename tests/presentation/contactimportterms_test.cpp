#include "presentation/contactimportterms.h"

#include "presentation/wording.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

TEST(ContactImportTermsTest, atFirstOnlyWhatIsCountedIsSaid)
{
    EXPECT_EQ(paceSentence({.rows = 900, .share = 0.01, .elapsed = 300ms}), u"900 rows checked"_s);
}

TEST(ContactImportTermsTest, thenTheRateAndTheTimeThatIsLeft)
{
    EXPECT_EQ(paceSentence({.rows = 41234, .share = 0.25, .elapsed = 2s}),
              u"%1 rows checked, %2 a second. About 6 s left."_s.arg(countText(41234), countText(21000)));
}

TEST(ContactImportTermsTest, storingCountsPeople)
{
    EXPECT_EQ(paceSentence({.rows = 90000, .people = 45000, .share = 0.8, .elapsed = 8s}),
              u"%1 people stored. About 2 s left."_s.arg(countText(45000)));
}
