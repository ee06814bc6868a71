#include "workspace/world.h"

#include <QFile>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file{path};
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
}

} // namespace

TEST(ReportDeskTest, theTableHasEverybodyUnderTheirVariables)
{
    World world;
    const CampaignId id = world.draft(3);
    const QString path = world.path(u"report.csv"_s);

    const Result<ExportedReport> report = world.session().reportDesk().writeCsv(id, path);

    ASSERT_TRUE(report);
    EXPECT_EQ(report->rows, 3);
    const QByteArray content = contentOf(path);
    EXPECT_TRUE(content.startsWith("phone,name,status,variable 1,variable 2,sent_at"));
    EXPECT_TRUE(content.contains("+34600000001,Person 1,pending,Lisbon,419 EUR"));
    EXPECT_EQ(content.count("\r\n"), 4);
}

TEST(ReportDeskTest, aCancelledExportLeavesNoFile)
{
    World world;
    const CampaignId id = world.draft(3);
    CancelToken cancel;
    cancel.cancel();

    const Result<ExportedReport> report =
        world.session().reportDesk().writeCsv(id, world.path(u"report.csv"_s), cancel);

    ASSERT_TRUE(report);
    EXPECT_TRUE(report->wasCancelled);
    EXPECT_FALSE(QFile::exists(world.path(u"report.csv"_s)));
}

TEST(ReportDeskTest, theFiguresAreTheCampaigns)
{
    World world;
    const CampaignId id = world.draft(3);

    const Result<CampaignReport> figures = world.session().reportDesk().figuresOf(id);

    ASSERT_TRUE(figures);
    EXPECT_EQ(figures->campaignName, u"Winter"_s);
    EXPECT_EQ(figures->counts.total(), 3);
    EXPECT_TRUE(figures->isPractice);
    EXPECT_TRUE(figures->messageText.contains("{{1}}"_L1));
    EXPECT_FALSE(figures->senderNumber.isEmpty());
}
