#include "app/launchoptions.h"

#include <QDir>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

TEST(LaunchOptionsTest, nothingAskedForMeansTheWorkspaceOfLastTime)
{
    const Result<LaunchOptions> options = LaunchOptions::parse({u"fanfare"_s});

    ASSERT_TRUE(options);
    EXPECT_TRUE(options->workspace.isEmpty());
    EXPECT_FALSE(options->isPractice);
}

TEST(LaunchOptionsTest, aRelativeFolderIsMeantFromWhereThePersonStands)
{
    const Result<LaunchOptions> options =
        LaunchOptions::parse({u"fanfare"_s, u"--practice"_s, u"--workspace"_s, u"mine"_s});

    ASSERT_TRUE(options);
    EXPECT_EQ(options->workspace, QDir::current().absoluteFilePath(u"mine"_s));
    EXPECT_TRUE(options->isPractice);
}

TEST(LaunchOptionsTest, whatNobodyKnowsIsWrongUsage)
{
    for (const QStringList &arguments : {
             QStringList{u"fanfare"_s, u"--fast"_s      },
             QStringList{u"fanfare"_s, u"extra"_s       },
             QStringList{u"fanfare"_s, u"--workspace="_s}
    }) {
        const Result<LaunchOptions> options = LaunchOptions::parse(arguments);

        ASSERT_FALSE(options) << qPrintable(arguments.join(u' '));
        EXPECT_EQ(options.error().kind, ErrorKind::Usage);
        EXPECT_FALSE(options.error().message.isEmpty());
    }
}

TEST(LaunchOptionsTest, theHelpNamesEveryOption)
{
    for (const QString &option : {u"--workspace"_s, u"--practice"_s, u"--help"_s, u"--version"_s})
        EXPECT_TRUE(LaunchOptions::helpText().contains(option)) << qPrintable(option);
}
