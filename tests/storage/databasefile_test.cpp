#include "storage/database.h"
#include "storage/settingstore.h"
#include "storage/sql.h"
#include "storage/temporaryworkspace.h"

#include <QCryptographicHash>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <thread>

using namespace Qt::StringLiterals;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

namespace {

QByteArray hashOf(const QString &path)
{
    QFile file{path};
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << path.toStdString();
    return QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256).toHex();
}

void writeFile(const QString &path, const QByteArray &content)
{
    QFile file{path};
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(content);
}

QByteArray readFile(const QString &path)
{
    QFile file{path};
    EXPECT_TRUE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

/// A closed database with some content.
QString closedDatabase(const QTemporaryDir &folder)
{
    const QString path = folder.filePath(u"fanfare.db"_s);
    const auto database = valueOf(Database::create(path));
    valueOf(SettingStore{*database}.setValue(u"colour"_s, u"blue"_s));
    return path;
}

} // namespace

TEST(DatabaseTest, aNewDatabaseAndItsFolderAreTheOwnersOnly)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"mine/fanfare.db"_s);

    const auto database = valueOf(Database::create(path));
    valueOf(SettingStore{*database}.setValue(u"a"_s, u"b"_s));

    const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup
        | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    EXPECT_FALSE(QFile::permissions(folder.filePath(u"mine"_s)) & others);
    for (const QString &file : {path, path + u"-wal"_s, path + u"-shm"_s}) {
        ASSERT_TRUE(QFile::exists(file)) << file.toStdString();
        EXPECT_FALSE(QFile::permissions(file) & (others | QFile::ExeOwner)) << file.toStdString();
    }
    EXPECT_THAT(QDir{folder.filePath(u"mine"_s)}.entryList(QDir::Files),
                ElementsAre(u"fanfare.db"_s, u"fanfare.db-shm"_s, u"fanfare.db-wal"_s));
}

TEST(DatabaseTest, everyCommitIsDurableAndForeignKeysAreOn)
{
    TemporaryWorkspace workspace;
    const auto pragma = [&](const QString &name) {
        return valueOf(firstRow(workspace.database(), u"PRAGMA "_s + name, {},
                                [](const Row &row) { return row.text(0); }))
            .value();
    };

    EXPECT_EQ(pragma(u"journal_mode"_s), u"wal"_s);
    EXPECT_EQ(pragma(u"synchronous"_s), u"2"_s); // FULL
    EXPECT_EQ(pragma(u"foreign_keys"_s), u"1"_s);
}

TEST(DatabaseTest, anExistingDatabaseIsNotCreatedOver)
{
    const QTemporaryDir folder;
    const QString path = closedDatabase(folder);

    const auto again = Database::create(path);

    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, u"database_exists"_s);
    const auto database = valueOf(Database::open(path));
    EXPECT_EQ(valueOf(SettingStore{*database}.value(u"colour"_s)), u"blue"_s);
}

TEST(DatabaseTest, aDatabaseThatCannotBeFilledIsNotThere)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"fanfare.db"_s);

    const auto failed = Database::create(path, [](Database &fresh) -> Result<> {
        valueOf(SettingStore{fresh}.setPractice(true));
        return Error{ErrorKind::Storage, u"No."_s, u"no"_s, {}};
    });

    ASSERT_FALSE(failed);
    EXPECT_EQ(failed.error().code, u"no"_s);
    EXPECT_THAT(QDir{folder.path()}.entryList(QDir::Files), IsEmpty());
}

TEST(DatabaseTest, whatACrashLeftOfMakingADatabaseIsTakenAwayByTheNextOne)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"fanfare.db"_s);
    for (const QString &suffix : {QString{}, u"-wal"_s, u"-shm"_s}) {
        QFile left{path + u".new-0123456789abcdef"_s + suffix};
        ASSERT_TRUE(left.open(QIODevice::WriteOnly));
    }
    EXPECT_EQ(Database::leftovers(path).size(), 3);

    const auto database = valueOf(
        Database::create(path, [](Database &fresh) { return SettingStore{fresh}.setPractice(true); }));

    EXPECT_TRUE(valueOf(SettingStore{*database}.isPractice()));
    EXPECT_THAT(Database::leftovers(path), IsEmpty());
}

TEST(DatabaseTest, aMissingDatabaseIsNotFoundAndNotMade)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"fanfare.db"_s);

    const auto opened = Database::open(path);

    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().kind, ErrorKind::NotFound);
    EXPECT_FALSE(QFile::exists(path));
}

TEST(DatabaseTest, aNewerDatabaseIsRefusedPolitelyAndLeftUntouched)
{
    const QTemporaryDir folder;
    const QString path = closedDatabase(folder);
    {
        const auto database = valueOf(Database::open(path));
        valueOf(execute(*database, u"PRAGMA user_version = 4711"_s));
    }
    const QByteArray before = hashOf(path);

    const auto opened = Database::open(path);

    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().kind, ErrorKind::Refused);
    EXPECT_EQ(opened.error().code, u"newer_database"_s);
    EXPECT_TRUE(opened.error().message.contains(path));
    EXPECT_EQ(hashOf(path), before);
    EXPECT_THAT(QDir{folder.path()}.entryList(QDir::Files), ElementsAre(u"fanfare.db"_s));
}

TEST(DatabaseTest, aNewerVersionThatIsOnlyInTheLogIsSeenToo)
{
    const QTemporaryDir folder;
    const QTemporaryDir crashed;
    const QString path = closedDatabase(folder);
    const auto database = valueOf(Database::open(path));
    valueOf(execute(*database, u"PRAGMA user_version = 4711"_s));
    const QString copy = crashed.filePath(u"fanfare.db"_s);
    ASSERT_TRUE(QFile::copy(path, copy));
    ASSERT_TRUE(QFile::copy(path + u"-wal"_s, copy + u"-wal"_s));
    const QByteArray before = hashOf(copy);
    const QByteArray logBefore = hashOf(copy + u"-wal"_s);

    const auto opened = Database::open(copy);

    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().code, u"newer_database"_s);
    EXPECT_EQ(hashOf(copy), before);
    EXPECT_EQ(hashOf(copy + u"-wal"_s), logBefore);
}

TEST(DatabaseTest, whatIsNoDatabaseIsNamedAndLeftUntouched)
{
    const QTemporaryDir folder;
    const QString text = folder.filePath(u"letter.db"_s);
    writeFile(text, QByteArray{"Dear customers, "}.repeated(50));
    const QString empty = folder.filePath(u"empty.db"_s);
    writeFile(empty, {});
    ASSERT_TRUE(QDir{folder.path()}.mkdir(u"folder.db"_s));

    for (const QString &path : {text, empty, folder.filePath(u"folder.db"_s)}) {
        const QByteArray before = QFileInfo{path}.isFile() ? hashOf(path) : QByteArray{};

        const auto opened = Database::open(path);

        ASSERT_FALSE(opened) << path.toStdString();
        EXPECT_EQ(opened.error().kind, ErrorKind::Storage);
        EXPECT_EQ(opened.error().code, u"unreadable_database"_s);
        EXPECT_TRUE(opened.error().message.contains(path));
        EXPECT_EQ(QFileInfo{path}.isFile() ? hashOf(path) : QByteArray{}, before);
    }
    EXPECT_THAT(QDir{folder.path()}.entryList(QDir::Files), ElementsAre(u"empty.db"_s, u"letter.db"_s));
}

TEST(DatabaseTest, aDatabaseOfAnotherProgramIsLeftUntouched)
{
    const QTemporaryDir folder;
    const QString path = closedDatabase(folder);
    {
        const auto database = valueOf(Database::open(path));
        valueOf(execute(*database, u"PRAGMA application_id = 1"_s));
    }
    const QByteArray before = hashOf(path);

    const auto opened = Database::open(path);

    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().code, u"unreadable_database"_s);
    EXPECT_EQ(hashOf(path), before);
}

TEST(DatabaseTest, aDamagedDatabaseIsNamedAndLeftUntouched)
{
    const QTemporaryDir folder;
    const QByteArray sound = readFile(closedDatabase(folder));
    constexpr qsizetype kPage = 4096;
    QByteArray garbled = sound;
    for (qsizetype i = kPage; i < garbled.size(); ++i) // the first page, with the schema, stays
        garbled[i] = static_cast<char>(i * 31);
    QByteArray withoutSchema = sound;
    for (qsizetype i = 100; i < kPage; ++i)
        withoutSchema[i] = static_cast<char>(i * 31);
    const std::vector<QByteArray> damaged{sound.left(sound.size() / 2), sound.left(kPage + 17), garbled,
                                          withoutSchema};

    for (size_t i = 0; i < damaged.size(); ++i) {
        const QString path = folder.filePath(u"damaged%1.db"_s.arg(i));
        writeFile(path, damaged[i]);

        const auto opened = Database::open(path);

        ASSERT_FALSE(opened) << i;
        EXPECT_EQ(opened.error().kind, ErrorKind::Storage) << i;
        EXPECT_EQ(opened.error().code, u"unreadable_database"_s) << i;
        EXPECT_TRUE(opened.error().message.contains(path)) << i;
        EXPECT_EQ(readFile(path), damaged[i]) << i;
        EXPECT_FALSE(QFile::exists(path + u"-wal"_s)) << i;
    }
}

TEST(DatabaseTest, whoWritesNowAndThenGetsATurnBesideOneWhoWritesAllTheTime)
{
    constexpr int kTurns = 10;
    const QTemporaryDir folder;
    const QString path = closedDatabase(folder);
    std::atomic<bool> isOver{false};
    std::thread busy{[&] {
        const auto database = valueOf(Database::open(path));
        for (int i = 0; !isOver; ++i) {
            valueOf(inTransaction(*database, [&]() -> Result<> {
                std::this_thread::sleep_for(std::chrono::milliseconds{15});
                if (const Result<int> set =
                        execute(*database, u"INSERT OR REPLACE INTO setting VALUES ('busy', ?)"_s, {i});
                    !set)
                    return set.error();
                return Done{};
            }));
            std::this_thread::sleep_for(std::chrono::milliseconds{2});
        }
    }};
    const auto database = valueOf(Database::open(path));
    QElapsedTimer timer;
    timer.start();

    for (int turn = 0; turn < kTurns; ++turn)
        valueOf(SettingStore{*database}.setValue(u"turn"_s, QString::number(turn)));
    isOver = true;
    busy.join();

    EXPECT_LT(timer.elapsed(), 3'000);
}
