#include "domain/ids.h"
#include "domain/phonenumber.h"

#include <gtest/gtest.h>

#include <set>

using namespace Qt::StringLiterals;

TEST(PhoneNumberTest, takesOnlyPlusAndSevenToFifteenDigits)
{
    EXPECT_EQ(PhoneNumber::fromE164(u"+34600112233")->e164(), u"+34600112233"_s);
    EXPECT_TRUE(PhoneNumber::fromE164(u"+1234567"));
    EXPECT_TRUE(PhoneNumber::fromE164(u"+123456789012345"));
    for (const QStringView bad : {u"", u"+", u"34600112233", u"+034600112233", u"+123456",
                                  u"+1234567890123456", u"+34 600112233", u"+٣٤٦٠٠١١٢٢٣٣"})
        EXPECT_FALSE(PhoneNumber::fromE164(bad)) << bad.toString().toStdString();
}

TEST(PhoneNumberTest, aLogShowsOnlyTheEnds)
{
    EXPECT_EQ(PhoneNumber::fromE164(u"+34600112274")->masked(), u"+34…74"_s);
    EXPECT_EQ(PhoneNumber{}.masked(), QString{});
}

TEST(AttemptIdTest, everyIdIsNewAndHasThirtyTwoHexDigits)
{
    std::set<AttemptId> ids;
    for (int i = 0; i < 1000; ++i) {
        const AttemptId id = makeAttemptId();
        EXPECT_EQ(id.value.size(), 32);
        ids.insert(id);
    }
    EXPECT_EQ(ids.size(), 1000u);
}
