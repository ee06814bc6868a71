#include "storage/contactarrivals.h"
#include "storage/contactstore.h"
#include "storage/sql.h"
#include "storage/temporaryworkspace.h"

#include <QElapsedTimer>

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <ctime>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;

// Short for a new list with tags, for one that the book knows, and for one that is taken back.
TEST(ImportTimingTest, noTransactionOfAnImportTakesLong)
{
    TemporaryWorkspace workspace;
    constexpr int kPeople = 100'000;
    std::vector<qint64> times;
    std::vector<double> own; // without what the disk and other programs took
    QElapsedTimer timer;
    std::clock_t ownStart = 0;
    const auto measure = [&] { // asked before each transaction
        if (timer.isValid()) {
            times.push_back(timer.elapsed());
            own.push_back(1000.0 * double(std::clock() - ownStart) / CLOCKS_PER_SEC);
        }
        timer.start();
        ownStart = std::clock();
        return false;
    };
    const auto import = [&](const QString &name, const CancelToken &cancel = {},
                            const ContactArrivals::Progress &progress = {}) {
        ContactArrivals arrivals{workspace.database()};
        for (int number = 1; number <= kPeople; ++number)
            arrivals.add(phoneOf(number), u"IN"_s, name,
                         {
                             {u"City"_s, name}
            });
        timer.invalidate();
        return valueOf(arrivals.publish(
            {
                .tags = {u"a"_s, u"b"_s, u"c"_s, u"d"_s},
                  .known = KnownContacts::Overwrite
        },
            at(100), cancel, progress, measure));
    };
    CancelToken cancel;
    const auto cancelLate = [&](qint64 published) {
        if (published > kPeople / 2)
            cancel.cancel();
    };

    EXPECT_TRUE(import(u"Taken back"_s, cancel, cancelLate).wasCancelled);
    EXPECT_EQ(import(u"New"_s).added, kPeople);
    EXPECT_EQ(import(u"Known"_s).known, kPeople);

    const auto last = valueOf(ContactStore{workspace.database()}.find(phoneOf(kPeople)));
    ASSERT_TRUE(last);
    EXPECT_EQ(last->name, u"Known"_s);
    ASSERT_GT(times.size(), 20u);
    std::sort(times.begin(), times.end());
    std::sort(own.begin(), own.end());
    RecordProperty("longest_ms", static_cast<int>(times.back()));
    EXPECT_LT(times[times.size() / 2], 50);
    EXPECT_LT(own[own.size() * 99 / 100], 50);
}

// "My campaign must not stumble because a colleague imports a list."
TEST(ImportTimingTest, whoeverWritesBesideItHardlyWaits)
{
    TemporaryWorkspace workspace;
    ContactArrivals arrivals{workspace.database()};
    constexpr int kPeople = 300'000; // enough for the sender to come between them often
    for (int number = 1; number <= kPeople; ++number)
        arrivals.add(phoneOf(number), u"IN"_s, u"Person %1"_s.arg(number), {});
    std::atomic<bool> isOver = false;
    std::vector<qint64> waits;
    std::thread sender{[&] {
        const auto beside = workspace.secondConnection();
        while (!isOver) {
            QElapsedTimer timer;
            timer.start();
            valueOf(inTransaction(*beside, [&]() -> Result<int> {
                return execute(*beside, u"INSERT INTO activity (at, what) VALUES (0, 'sent')"_s);
            }));
            waits.push_back(timer.elapsed());
            std::this_thread::sleep_for(std::chrono::milliseconds{7});
        }
    }};

    const auto outcome = valueOf(arrivals.publish({}, at(100), {}, {}, [] { return true; }));
    isOver = true;
    sender.join();

    EXPECT_EQ(outcome.added, kPeople);
    std::sort(waits.begin(), waits.end());
    ASSERT_GT(waits.size(), 50u);
    EXPECT_LE(waits[waits.size() * 99 / 100], 100);
}
