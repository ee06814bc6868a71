#include "secrets/knownkeys.h"

#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

TEST(KnownKeysTest, areRememberedAcrossRunsInAPrivateFile)
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"known-keys"_s);
    {
        KnownKeys keys{file};
        keys.add(u"token/1"_s);
        keys.add(u"app-secret/1"_s);
        keys.remove(u"app-secret/1"_s);
    }

    const KnownKeys again{file};

    EXPECT_TRUE(again.contains(u"token/1"_s));
    EXPECT_FALSE(again.contains(u"app-secret/1"_s));
    EXPECT_EQ(QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions{});
}

TEST(KnownKeysTest, withoutAFileLiveForThisRun)
{
    KnownKeys keys{{}};

    keys.add(u"token/1"_s);

    EXPECT_TRUE(keys.contains(u"token/1"_s));
}
