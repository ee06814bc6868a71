#include "cli/cliworld.h"
#include "ledgercopy.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QJsonArray>

#include <cstdio>

using namespace Qt::StringLiterals;

// An import into the contact book that dies by SIGKILL, from within, at one commit after the other.

namespace {

constexpr int kKnown = 20'000; ///< are in the book before, as "Old"
constexpr int kPeople = 24'000; ///< of the file, all of them "New"

QByteArray listOf(int people, const QByteArray &name)
{
    QByteArray list = "name,phone\n";
    for (int i = 0; i < people; ++i)
        list += name + ",+346" + QByteArray::number(i * 37).rightJustified(8, '0') + '\n';
    return list;
}

/// How many of the book have a name, and a tag.
struct Book
{
    qsizetype old = 0;
    qsizetype renewed = 0;
    qsizetype tagged = 0;

    friend bool operator==(const Book &, const Book &) = default;
};

Book bookOf(const CliWorld &world)
{
    Book book;
    for (const QJsonObject &contact : world.json({u"contact"_s, u"list"_s}).lines()) {
        book.old += contact[u"name"_s] == u"Old"_s ? 1 : 0;
        book.renewed += contact[u"name"_s] == u"New"_s ? 1 : 0;
        book.tagged += contact[u"tags"_s].toArray().isEmpty() ? 0 : 1;
    }
    return book;
}

} // namespace

TEST(KillOfAnImportTest, whereverItDiesTheBookHasAllOfTheFileOrNothing)
{
    const Book kBefore{kKnown, 0, 0};
    const Book kAfter{0, kPeople, kPeople};

    int unseen = 0;
    int whole = 0;
    for (int commit = 1;; ++commit) {
        CliWorld world;
        ASSERT_EQ(world.json({u"workspace"_s, u"init"_s}).exitCode, 0);
        ASSERT_EQ(
            world.json({u"contact"_s, u"import"_s, world.writeFile(u"old.csv"_s, listOf(kKnown, "Old"))})
                .exitCode,
            0);
        const QStringList before = QDir{world.workspace()}.entryList(QDir::Files);
        world.useProgram(QStringLiteral(FANFARE_CLI_MORTAL));
        world.setEnvironment(u"FANFARE_DIE_AT"_s, u"before_commit:%1"_s.arg(commit));
        const CliResult imported =
            world.json({u"contact"_s, u"import"_s, world.writeFile(u"new.csv"_s, listOf(kPeople, "New")),
                        u"--tag"_s, u"vip"_s, u"--known"_s, u"overwrite"_s});
        world.unsetEnvironment(u"FANFARE_DIE_AT"_s);

        const Book book = bookOf(world);

        if (imported.exitCode != -1) {
            EXPECT_EQ(imported.exitCode, 0);
            EXPECT_EQ(book, kAfter);
            break;
        }
        EXPECT_TRUE(book == kBefore || book == kAfter)
            << "commit " << commit << ": " << book.old << " old, " << book.renewed << " new, " << book.tagged
            << " tagged";
        ++(book == kAfter ? whole : unseen);
        LedgerCopy left{world.workspace()};
        EXPECT_TRUE(left.problems().isEmpty()) << qPrintable(left.problems().join(u'\n'));

        // The same again, and nothing is left of the first time.
        EXPECT_EQ(world
                      .json({u"contact"_s, u"import"_s, world.path(u"new.csv"_s), u"--tag"_s, u"vip"_s,
                             u"--known"_s, u"overwrite"_s})
                      .exitCode,
                  0);
        EXPECT_EQ(bookOf(world), kAfter);
        EXPECT_EQ(QDir{world.workspace()}.entryList(QDir::Files), before);
    }

    std::printf("%d deaths before it was whole, %d after\n", unseen, whole);
    EXPECT_GT(unseen, 1);
    EXPECT_GT(whole, 0);
}
