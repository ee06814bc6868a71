#include "storage/waitingpeople.h"

#include "storage/temporaryworkspace.h"

#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <algorithm>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

double residentMegabytes()
{
    QFile file{u"/proc/self/statm"_s};
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toDouble() * double(sysconf(_SC_PAGESIZE)) / 1e6;
}

} // namespace

// "Five million people, and the program takes no more memory than for a hundred thousand."
TEST(WaitingMemoryTest, memoryDoesNotGrowWithThePeople)
{
    constexpr qsizetype kPiece = 2 * 1024 * 1024;
    constexpr quint64 kPeople = 400'000;
    constexpr double kMostMegabytes = 25; // of some 50
    const double before = residentMegabytes();
    const QTemporaryDir folder;
    WaitingPeople people{folder.path(), kPiece};
    double most = 0;
    for (quint64 i = 0; i < kPeople; ++i) {
        people.add(1 + i * 7919 % kPeople, QByteArray(100, 'x'));
        if (i % 10'000 == 0)
            most = std::max(most, residentMegabytes());
    }

    valueOf(people.startReading(0));
    quint64 last = 0;
    while (true) {
        const auto some = valueOf(people.next(32));
        if (some.empty())
            break;
        ASSERT_EQ(some.front().key, last + 1);
        last = some.back().key;
        if (last % 10'000 < 32)
            most = std::max(most, residentMegabytes());
    }

    EXPECT_EQ(last, kPeople);
    EXPECT_LT(most - before, kMostMegabytes);
}
