#include "cli/invocation.h"

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace {

const std::vector<Command> &commands()
{
    static const std::vector<Command> table{
        Command{u"campaign show"_s, u"One campaign."_s }
        .takes(u"ID"_s),
        Command{u"campaign list"_s, u"All campaigns."_s},
    };
    return table;
}

} // namespace

TEST(InvocationTest, theCommonOptionsMayStandAnywhere)
{
    const auto [invocation, understood] = Invocation::read(
        {u"campaign"_s, u"--json"_s, u"show"_s, u"7"_s, u"--workspace"_s, u"/w"_s}, commands());

    ASSERT_TRUE(understood);
    EXPECT_TRUE(invocation.isJson);
    EXPECT_EQ(invocation.workspaceFolder, u"/w"_s);
    ASSERT_TRUE(invocation.command);
    EXPECT_EQ(invocation.command->path().last(), u"show"_s);
    EXPECT_EQ(invocation.rest, QStringList{u"7"_s});
}

TEST(InvocationTest, anUnknownCommandIsAUsageErrorThatStillKnowsTheFormAskedFor)
{
    const auto [invocation, understood] =
        Invocation::read({u"campaign"_s, u"fly"_s, u"--json"_s}, commands());

    ASSERT_FALSE(understood);
    EXPECT_EQ(understood.error().kind, ErrorKind::Usage);
    EXPECT_TRUE(invocation.isJson);
}

TEST(InvocationTest, aGroupAloneIsNoCommandButHasHelp)
{
    const auto [alone, isAloneRight] = Invocation::read({u"campaign"_s}, commands());
    const auto [helped, isHelpRight] = Invocation::read({u"campaign"_s, u"--help"_s}, commands());

    EXPECT_FALSE(isAloneRight);
    ASSERT_TRUE(isHelpRight);
    EXPECT_TRUE(helpText(helped, commands()).contains("campaign list"_L1));
}

TEST(InvocationTest, everyCommandOfTheTableCanBeStarted)
{
    for (const Command &command : allCommands()) {
        const auto [invocation, understood] =
            Invocation::read(command.path() + QStringList{u"--help"_s}, allCommands());

        EXPECT_TRUE(understood);
        EXPECT_EQ(invocation.command, &command) << qPrintable(command.path().join(u' '));
        EXPECT_TRUE(helpText(invocation, allCommands()).contains(command.summary()));
    }
}
