#include "storage/waitingpeople.h"

#include "storage/temporaryworkspace.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

namespace {

constexpr qsizetype kFewBytes = 200;

class WaitingPeopleTest : public ::testing::Test
{
protected:
    std::vector<std::pair<quint64, QByteArray>> readAll(WaitingPeople &people, qint64 mostAsAdded = 0)
    {
        valueOf(people.startReading(mostAsAdded));
        std::vector<std::pair<quint64, QByteArray>> all;
        while (true) {
            const auto some = valueOf(people.next(3));
            if (some.empty())
                return all;
            for (const WaitingPeople::Person &person : some)
                all.emplace_back(person.key, person.packed.toByteArray());
        }
    }

    QStringList files() const { return QDir{m_folder.path()}.entryList(QDir::Files | QDir::Hidden); }

    QTemporaryDir m_folder;
};

} // namespace

TEST_F(WaitingPeopleTest, aFewComeAsTheyWereAdded)
{
    WaitingPeople people{m_folder.path()};
    people.add(9, "nine");
    people.add(3, {});
    people.add(5, "five");

    using Pair = std::pair<quint64, QByteArray>;
    EXPECT_THAT(readAll(people, 3), ElementsAre(Pair{9, "nine"}, Pair{3, ""}, Pair{5, "five"}));
    EXPECT_THAT(files(), IsEmpty());
}

TEST_F(WaitingPeopleTest, manyComeInTheOrderOfTheirKeysHoweverManyPiecesTheyWaitIn)
{
    for (const quint64 count : {1u, 2u, 7u, 100u, 5000u}) {
        WaitingPeople people{m_folder.path(), kFewBytes};
        for (quint64 i = 0; i < count; ++i) {
            const quint64 key = 1 + i * 7919 % count;
            people.add(key, QByteArray(qsizetype(key % 90), 'x') + QByteArray::number(key));
        }

        const auto all = readAll(people);

        ASSERT_EQ(all.size(), count);
        for (quint64 i = 0; i < count; ++i) {
            ASSERT_EQ(all[i].first, i + 1);
            ASSERT_EQ(all[i].second, QByteArray(qsizetype((i + 1) % 90), 'x') + QByteArray::number(i + 1));
        }
    }
}

TEST_F(WaitingPeopleTest, whoTakesMoreThanAPieceComesWholeToo)
{
    WaitingPeople people{m_folder.path(), kFewBytes};
    const QByteArray large(1'000'000, 'l');
    people.add(2, large);
    people.add(1, "small");
    people.add(3, large + 'r');

    const auto all = readAll(people);

    ASSERT_EQ(all.size(), 3u);
    EXPECT_EQ(all[1].second, large);
    EXPECT_EQ(all[2].second, large + 'r');
}

TEST_F(WaitingPeopleTest, nobodyElseReadsTheFileAndItIsGoneAfterwards)
{
    {
        WaitingPeople people{m_folder.path(), kFewBytes};
        for (quint64 key = 1; key < 1000; ++key)
            people.add(key, QByteArray::number(key));
        valueOf(people.startReading(0));

        for (const QString &file : files()) {
            constexpr QFile::Permissions kOthers =
                QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
            EXPECT_EQ(QFile::permissions(m_folder.filePath(file)) & kOthers, 0);
        }
#ifdef Q_OS_LINUX // where it has no name at all
        EXPECT_THAT(files(), IsEmpty());
        int open = 0;
        const QDir descriptors{u"/proc/self/fd"_s};
        for (const QString &descriptor : descriptors.entryList(QDir::System | QDir::Files)) {
            const QString path = descriptors.filePath(descriptor);
            if (!QFile::symLinkTarget(path).startsWith(QFileInfo{m_folder.path()}.canonicalFilePath()))
                continue;
            ++open;
            EXPECT_EQ(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteOther),
                      0);
        }
        EXPECT_EQ(open, 1);
#endif
    }

    EXPECT_THAT(files(), IsEmpty());
}

TEST_F(WaitingPeopleTest, aFolderThatTakesNoFileIsSaidBeforeAnybodyIsRead)
{
    WaitingPeople people{m_folder.filePath(u"not there"_s), kFewBytes};
    for (quint64 key = 1; key < 1000; ++key)
        people.add(key, QByteArray::number(key));

    const Result<> begun = people.startReading(0);

    ASSERT_FALSE(begun);
    EXPECT_EQ(begun.error().code, u"temporary_file"_s);
    EXPECT_EQ(begun.error().kind, ErrorKind::Storage);
}

TEST_F(WaitingPeopleTest, whatADeadProgramLeftIsFoundAndRemoved)
{
    for (const QString &name : {u"importing-abcdef.tmp"_s, u"fanfare.db"_s}) {
        QFile file{m_folder.filePath(name)};
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    }
    ASSERT_TRUE(WaitingPeople::hasLeftovers(m_folder.path()));

    WaitingPeople::removeLeftovers(m_folder.path());

    EXPECT_FALSE(WaitingPeople::hasLeftovers(m_folder.path()));
    EXPECT_THAT(files(), ElementsAre(u"fanfare.db"_s));
}
