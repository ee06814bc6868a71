#include "storage/contactindex.h"

#include "storage/contactarrivals.h"
#include "storage/contactstore.h"
#include "storage/sqlitehandle.h"
#include "storage/temporaryworkspace.h"

#include <gtest/gtest.h>
#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace {

/// What SQLite does on a connection, in thousands of its steps: the same on every machine.
class Effort
{
public:
    explicit Effort(sqlite3 *handle)
        : m_handle{handle}
    {
        sqlite3_progress_handler(m_handle, 1000, &Effort::count, this);
    }
    ~Effort() { sqlite3_progress_handler(m_handle, 0, nullptr, nullptr); }

    qint64 spent() const { return m_spent; }

private:
    static int count(void *self)
    {
        ++static_cast<Effort *>(self)->m_spent;
        return 0;
    }

    sqlite3 *m_handle;
    qint64 m_spent = 0;
};

void import(Database &database, int first, int last)
{
    ContactArrivals arrivals{database};
    for (int number = first; number <= last; ++number)
        arrivals.add(phoneOf(number), u"IN"_s, number % 2 == 0 ? u"Žofie Dvořáková"_s : u"Priya Nair"_s,
                     {
                         {u"City"_s, u"Kochi"_s}
        });
    valueOf(arrivals.publish({}, at(100), {}, {}, {}));
}

} // namespace

// A second list must not make the index wait for all that came before it.
TEST(ContactIndexTest, theLastPeopleCostNoMoreThanTheFirst)
{
    constexpr int kPeople = 10'000;
    TemporaryWorkspace workspace;
    sqlite3 *const handle = valueOf(sqliteHandle(workspace.database()));
    if (handle == nullptr)
        GTEST_SKIP() << "Qt brings a SQLite of its own.";
    ContactIndex index{workspace.database()};
    const auto effortFor = [&](int first, int last) {
        import(workspace.database(), first, last);
        const Effort effort{handle};
        valueOf(index.catchUp());
        return effort.spent();
    };

    const qint64 early = effortFor(1, kPeople);
    effortFor(kPeople + 1, 5 * kPeople);
    const qint64 late = effortFor(5 * kPeople + 1, 6 * kPeople);

    EXPECT_GT(early, 0);
    EXPECT_LT(late, early * 3 / 2);
    EXPECT_EQ(valueOf(index.behind()), 0);
    ContactQuery query;
    query.search = u"dvorakova"_s;
    EXPECT_EQ(valueOf(ContactStore{workspace.database()}.count(query, at(100))), 3 * kPeople);
}
