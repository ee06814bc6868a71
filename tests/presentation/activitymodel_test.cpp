#include "presentation/activitymodel.h"

#include "support/fakeclock.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

TEST(ActivityModelTest, newLinesComeOnTopAndKnownOnesAreIgnored)
{
    const FakeClock clock;
    ActivityModel model{clock};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};
    model.setEntries({
        {1, clock.now(), u"Ana"_s, u"Started"_s    },
        {2, clock.now(), {},       u"Slowed down"_s}
    });
    QSignalSpy inserted{&model, &QAbstractItemModel::rowsInserted};

    model.addEntries({
        {2, clock.now(), {},       u"Slowed down"_s},
        {3, clock.now(), u"Ana"_s, u"Paused"_s     }
    });

    ASSERT_EQ(model.rowCount(), 3);
    EXPECT_EQ(inserted.count(), 1);
    EXPECT_EQ(model.index(0).data().toString(), u"Paused"_s);
    EXPECT_EQ(model.index(2).data().toString(), u"Started"_s);
    EXPECT_TRUE(model.index(0).data(SecondLineRole).toString().endsWith(u"· Ana"_s));
}
