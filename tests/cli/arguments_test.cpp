#include "cli/arguments.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace {

CallSpec importCall()
{
    CallSpec call;
    call.positionals = {{u"ID"_s}, {u"FILE"_s}};
    call.options = {
        {u"map"_s,     u"FIELD=COLUMN"_s, {}, false, true },
        {u"country"_s, u"CC"_s,           {}, false, false},
        {u"dry-run"_s, {},                {}, false, false},
    };
    return call;
}

QString problemOf(const CallSpec &call, const QStringList &words)
{
    const Result<Arguments> arguments = Arguments::parse(call, words);
    return arguments ? QString{} : arguments.error().message;
}

} // namespace

TEST(ArgumentsTest, anOptionTakesTheNextWordOrWhatFollowsItsEqualsSign)
{
    const Result<Arguments> spaced =
        Arguments::parse(importCall(), {u"--country"_s, u"ES"_s, u"1"_s, u"a.csv"_s});
    const Result<Arguments> joined = Arguments::parse(importCall(), {u"1"_s, u"--country=ES"_s, u"a.csv"_s});

    ASSERT_TRUE(spaced && joined);
    EXPECT_EQ(spaced->value(u"country"_s), u"ES"_s);
    EXPECT_EQ(joined->value(u"country"_s), u"ES"_s);
}

TEST(ArgumentsTest, aValueMayItselfHoldAnEqualsSign)
{
    const Result<Arguments> arguments =
        Arguments::parse(importCall(), {u"1"_s, u"a.csv"_s, u"--map=1=package"_s, u"--map"_s, u"2=price"_s});

    ASSERT_TRUE(arguments);
    EXPECT_EQ(arguments->values(u"map"_s), (QStringList{u"1=package"_s, u"2=price"_s}));
}

TEST(ArgumentsTest, aRepeatableOptionMayBeNamedOnceForSeveralValues)
{
    const Result<Arguments> arguments =
        Arguments::parse(importCall(), {u"1"_s, u"--map"_s, u"1=package"_s, u"2=price"_s, u"a.csv"_s});

    ASSERT_TRUE(arguments);
    EXPECT_EQ(arguments->values(u"map"_s), (QStringList{u"1=package"_s, u"2=price"_s}));
    EXPECT_EQ(arguments->positional(1), u"a.csv"_s);
}

TEST(ArgumentsTest, whatFollowsTwoDashesIsNeverAnOption)
{
    const Result<Arguments> arguments =
        Arguments::parse(importCall(), {u"1"_s, u"--"_s, u"--odd-name.csv"_s});

    ASSERT_TRUE(arguments);
    EXPECT_EQ(arguments->positional(1), u"--odd-name.csv"_s);
}

TEST(ArgumentsTest, everyWrongCallSaysWhatIsWrong)
{
    EXPECT_TRUE(problemOf(importCall(), {u"1"_s, u"a.csv"_s, u"--speed"_s}).contains("--speed"_L1));
    EXPECT_TRUE(problemOf(importCall(), {u"1"_s, u"a.csv"_s, u"--country"_s}).contains("--country"_L1));
    EXPECT_TRUE(problemOf(importCall(), {u"1"_s, u"a.csv"_s, u"--dry-run=yes"_s}).contains("--dry-run"_L1));
    EXPECT_TRUE(problemOf(importCall(), {u"1"_s}).contains("FILE"_L1));
    EXPECT_TRUE(problemOf(importCall(), {u"1"_s, u"a.csv"_s, u"b.csv"_s}).contains("b.csv"_L1));
    EXPECT_TRUE(problemOf(importCall(), {u"1"_s, u"a.csv"_s, u"--country=ES"_s, u"--country=IN"_s})
                    .contains("twice"_L1));
}

TEST(ArgumentsTest, aMissingRequiredOptionIsNamed)
{
    CallSpec call;
    call.options = {
        {u"name"_s, u"NAME"_s, {}, true, false}
    };

    EXPECT_TRUE(problemOf(call, {}).contains("--name"_L1));
    EXPECT_EQ(problemOf(call, {u"--name"_s, u"Winter"_s}), QString{});
}
