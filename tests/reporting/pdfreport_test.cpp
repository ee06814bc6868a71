#include "reporting/pdfreport.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

CampaignReport goaReport()
{
    CampaignReport report;
    report.campaignName = u"New Year in Goa, early bird"_s;
    report.accountName = u"Meridian Journeys"_s;
    report.senderNumber = u"+44 7700 900411"_s;
    report.templateName = u"goa_newyear_offer"_s;
    report.language = u"en_US"_s;
    report.messageText = u"Hello {{1}}, five nights in Goa from {{2}}. नमस्ते! أهلا بكم"_s;
    report.counts.set(RecipientStatus::Responded, 188);
    report.counts.set(RecipientStatus::Read, 2'674);
    report.counts.set(RecipientStatus::Delivered, 4'080);
    report.counts.set(RecipientStatus::Sent, 305);
    report.counts.set(RecipientStatus::Failed, 155);
    report.counts.set(RecipientStatus::OptedOut, 9);
    report.counts.set(RecipientStatus::Unconfirmed, 6);
    report.reached = {.sent = 7'380, .delivered = 6'942, .read = 2'862, .responded = 188};
    const UtcTime start = fromMilliseconds(1'795'000'000'000);
    report.startedAt = start;
    report.completedAt = start + 13min;
    report.madeAt = start + 20min;
    report.zone = QTimeZone{"Europe/Madrid"};
    for (int minute = 0; minute <= 13; ++minute)
        report.timeline.push_back(
            {start + minute * 1min, minute * 567, minute * 534, minute * 220, minute * 14, minute * 11});
    report.failures = {
        {u"131026"_s, u"Not reachable on WhatsApp."_s, u"Check the number with the customer."_s, 120},
        {u"131049"_s, u"Held back by Meta."_s,         u"Do not retry for 24 hours."_s,          35 }
    };
    return report;
}

QByteArray bytesOf(const QString &path)
{
    QFile file{path};
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
}

} // namespace

TEST(PdfReportTest, theReportIsAPdfWithTheCampaignsTitle)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"goa.pdf"_s);

    const Result<int> pages = writePdfReport(goaReport(), path);

    ASSERT_TRUE(pages);
    EXPECT_GE(*pages, 1);
    EXPECT_TRUE(bytesOf(path).startsWith("%PDF-"));
    EXPECT_TRUE(bytesOf(path).trimmed().endsWith("%%EOF"));
}

TEST(PdfReportTest, theTextCanBeSelectedAndCarriesTheNumbers)
{
    const QString pdftotext = QStandardPaths::findExecutable(u"pdftotext"_s);
    if (pdftotext.isEmpty())
        GTEST_SKIP() << "pdftotext is not installed";
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"goa.pdf"_s);
    ASSERT_TRUE(writePdfReport(goaReport(), path));

    QProcess reader;
    reader.start(pdftotext, {u"-layout"_s, path, u"-"_s});
    ASSERT_TRUE(reader.waitForFinished());
    // Fonts set "fi" as one glyph, which comes back as U+FB01.
    const QString text =
        QString::fromUtf8(reader.readAllStandardOutput()).normalized(QString::NormalizationForm_KC);

    EXPECT_TRUE(text.contains(u"New Year in Goa, early bird"_s)) << qPrintable(text);
    EXPECT_TRUE(text.contains(u"7,417"_s)); // everybody on the list
    EXPECT_TRUE(text.contains(u"94.1 % of sent"_s));
    EXPECT_TRUE(text.contains(u"Not reachable on WhatsApp."_s));
    EXPECT_TRUE(text.contains(u"unconfirmed 6"_s));
}

TEST(PdfReportTest, aCampaignThatReachedNobodyHasAReportToo)
{
    const QTemporaryDir folder;
    CampaignReport report;
    report.campaignName = u"Empty"_s;
    report.zone = QTimeZone::utc();

    const Result<int> pages = writePdfReport(report, folder.filePath(u"empty.pdf"_s));

    ASSERT_TRUE(pages);
    EXPECT_EQ(*pages, 1);
}

TEST(PdfReportTest, manyReasonsOfFailureFlowOverSeveralPages)
{
    const QTemporaryDir folder;
    CampaignReport report = goaReport();
    for (int i = 0; i < 60; ++i)
        report.failures.push_back(
            {QString::number(i), u"A reason that is written down in a sentence."_s, {}, 1});

    const Result<int> pages = writePdfReport(report, folder.filePath(u"long.pdf"_s));

    ASSERT_TRUE(pages);
    EXPECT_GE(*pages, 3);
}

TEST(PdfReportTest, aPlaceThatCannotBeWrittenIsSaidAndNothingIsLeftThere)
{
    const QTemporaryDir folder;

    const Result<int> pages = writePdfReport(goaReport(), folder.filePath(u"no/such/folder/goa.pdf"_s));

    ASSERT_FALSE(pages);
    EXPECT_EQ(pages.error().code, u"cannot_write"_s);
}
