#include "app/appworld.h"

#include "widgets/campaign/campaignpage.h"
#include "widgets/pages/campaignspage.h"
#include "widgets/wizard/campaignwizard.h"
#include "workspace/session.h"

#include <QAbstractItemView>
#include <QElapsedTimer>
#include <QFile>
#include <QTableView>
#include <QTimer>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// How long this thread has been ready to run without being given a core, where the system tells (Linux).
std::chrono::milliseconds timeWithoutACore()
{
    QFile schedule{u"/proc/thread-self/schedstat"_s};
    if (!schedule.open(QIODevice::ReadOnly))
        return 0ms;
    const QList<QByteArray> numbers = schedule.readAll().split(' '); // running, waiting, time slices
    const auto waiting = std::chrono::nanoseconds{numbers.value(1).toLongLong()};
    return std::chrono::duration_cast<std::chrono::milliseconds>(waiting);
}

/// How long the window keeps a person waiting: the longest time between two turns of its event loop. What
/// other programs took of a busy machine is not the window's doing and does not count.
class LatencyProbe
{
public:
    LatencyProbe()
        : m_waited{timeWithoutACore()}
    {
        m_sinceLast.start();
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            const auto turn = std::chrono::milliseconds{m_sinceLast.restart()};
            const std::chrono::milliseconds waited = timeWithoutACore();
            m_worst = std::max(m_worst, turn - (waited - m_waited));
            m_waited = waited;
        });
        m_timer.start(1ms);
    }

    std::chrono::milliseconds worst() const { return m_worst; }

private:
    QTimer m_timer;
    QElapsedTimer m_sinceLast;
    std::chrono::milliseconds m_waited;
    std::chrono::milliseconds m_worst{0};
};

void writePeople(const QString &path, int people)
{
    QFile file{path};
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    QByteArray rows = "name,phone,package,price\n";
    for (int person = 0; person < people; ++person)
        rows += "Person " + QByteArray::number(person) + ",+9190000" + QByteArray::number(10000 + person)
            + ",Kerala,27500\n";
    file.write(rows);
}

} // namespace

TEST(ResponsivenessTest, theWindowAnswersWhileFiftyThousandPeopleAreImportedAndACampaignIsSent)
{
    AppWorld world;
    world.startPractice();
    world.sendPracticeCampaign();
    writePeople(world.filePath(u"people.csv"_s), 50'000);
    world.showPlace(u"campaigns"_s);
    world.awaitPage<CampaignsPage>();
    world.click(u"New campaign"_s);
    world.clickRow(u"templateTable"_s, u"tour_package_marketing"_s);
    world.click(u"nextButton"_s);
    world.awaitPage<CampaignWizard>();
    world.click(u"removeFile"_s);

    const LatencyProbe probe;
    world.dropFile(world.filePath(u"people.csv"_s));
    auto *rows = world.widget<QTableView>(u"importTable"_s, 60'000);
    ASSERT_TRUE(world.waitFor([&] { return rows->isVisible() && rows->model()->rowCount() >= 500; }, 60'000));
    world.click(u"nextButton"_s);
    ASSERT_TRUE(
        world.waitFor([&] { return world.page<CampaignWizard>()->step() == WizardStep::Settings; }, 60'000));

    EXPECT_LT(probe.worst(), 100ms);
}
