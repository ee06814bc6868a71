#include "reporting/pdfreport.h"

#include "reporting/pdflanguage.h"
#include "reporting/reportwords.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <chrono>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

FigureSet goaFigures()
{
    FigureSet figures;
    figures.counts.set(RecipientStatus::Responded, 188);
    figures.counts.set(RecipientStatus::Read, 2'674);
    figures.counts.set(RecipientStatus::Delivered, 4'080);
    figures.counts.set(RecipientStatus::Sent, 305);
    figures.counts.set(RecipientStatus::Failed, 155);
    figures.counts.set(RecipientStatus::OptedOut, 9);
    figures.counts.set(RecipientStatus::Unconfirmed, 6);
    figures.reached = {.sent = 7'247, .delivered = 6'942, .read = 2'862, .responded = 188};
    figures.errors = {
        {u"131026"_s, u"Not reachable on WhatsApp."_s, u"Check the number with the customer."_s, 120},
        {u"131049"_s, u"Held back by Meta."_s,         u"Do not retry for 24 hours."_s,          35 }
    };
    figures.times.toDeliver = StepTime{2'100ms, 9'400ms, 1'300ms, 4'200ms, 6'942};
    figures.times.toRead = StepTime{492s, 7h, 95s, 3h, 2'862};
    figures.prices = {
        {u"marketing"_s, u"regular"_s,               6'900},
        {u"marketing"_s, u"free_customer_service"_s, 42   }
    };
    return figures;
}

ClientReport goaReport()
{
    ClientReport report;
    report.title = u"New Year in Goa, early bird"_s;
    report.accountName = u"Meridian Journeys"_s;
    report.senderNumber = u"+44 7700 900411"_s;
    report.figures = goaFigures();
    const UtcTime start = fromMilliseconds(1'795'003'200'000);
    report.madeAt = start + 20min;
    report.zone = QTimeZone{"Europe/Madrid"};
    for (int minute = 0; minute < 13; ++minute)
        report.timeLine.push_back({start + minute * 1min, 557, 534, minute * 36, minute * 2, minute});
    report.campaigns = {
        {report.title, u"goa_newyear_offer"_s, u"en_US"_s, CampaignState::Completed, start, start + 13min,
         report.figures}
    };
    ReportedTemplate message{
        u"goa_newyear_offer"_s,
        u"en_US"_s,
        u"MARKETING"_s,
        u"Five nights in Goa"_s,
        u"Hello {{1}}, five nights in Goa from {{2}}. नमस्ते! أهلا بكم"_s,
        u"Reply STOP to opt out"_s,
        {u"Tell me more"_s, u"Not now"_s},
        1,
        report.figures
    };
    report.templates = {message};
    return report;
}

/// The same in several campaigns of two templates.
ClientReport seasonReport()
{
    ClientReport report = goaReport();
    report.title = u"Winter season"_s;
    report.campaigns.clear();
    const UtcTime begin = fromMilliseconds(1'795'003'200'000);
    for (int i = 0; i < 12; ++i)
        report.campaigns.push_back({u"Campaign number %1 of the season"_s.arg(i + 1), u"goa_newyear_offer"_s,
                                    u"en_US"_s, CampaignState::Completed, begin + i * 48h,
                                    begin + i * 48h + 1h, goaFigures()});
    report.from = begin - 24h;
    report.until = begin + 24h * 30;
    ReportedTemplate other = report.templates.front();
    other.name = u"diwali_greeting"_s;
    other.language = u"hi"_s;
    other.header.clear();
    other.body = u"नमस्ते {{1}}, दीपावली की हार्दिक शुभकामनाएँ! इस सप्ताह हमारी सभी यात्राओं पर १० प्रतिशत की छूट।"_s;
    other.campaigns = 4;
    report.templates.push_back(other);
    return report;
}

/// So many messages that Meta charged for.
CampaignCost chargedFor(int charged)
{
    CampaignCost cost;
    cost.currency = u"USD"_s;
    cost.charged = charged;
    cost.amount = Money{61'500} * charged;
    return cost;
}

/// The same with what Meta charged for each campaign.
ClientReport seasonWithCosts()
{
    ClientReport report = seasonReport();
    for (ReportedCampaign &campaign : report.campaigns)
        campaign.money.cost = chargedFor(6'900);
    return report;
}

QByteArray bytesOf(const QString &path)
{
    QFile file{path};
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
}

QByteArray pngOf(QSize size, QColor colour)
{
    QImage image{size, QImage::Format_RGB32};
    image.fill(colour);
    QByteArray bytes;
    QBuffer buffer{&bytes};
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

QString outputOf(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished())
        return {};
    // Fonts set "fi" as one glyph, which comes back as U+FB01.
    return QString::fromUtf8(process.readAllStandardOutput()).normalized(QString::NormalizationForm_KC);
}

/// The pages' text, or nothing where it cannot be read here.
std::optional<QString> textOf(const QString &path)
{
    const QString pdftotext = QStandardPaths::findExecutable(u"pdftotext"_s);
    if (pdftotext.isEmpty())
        return std::nullopt;
    return outputOf(pdftotext, {u"-layout"_s, path, u"-"_s});
}

/// Keeps a report for eyes where a folder is named for it.
void keepForLooking(const QString &path, const QString &name)
{
    if (const QString folder = qEnvironmentVariable("FANFARE_KEEP_REPORTS"); !folder.isEmpty())
        QFile::copy(path, folder + u'/' + name);
}

class PdfReportTest : public ::testing::Test
{
protected:
    QString write(const ClientReport &report, const QString &name)
    {
        const QString path = m_folder.filePath(name);
        const Result<int> pages = writePdfReport(report, path);
        EXPECT_TRUE(pages);
        m_pages = pages ? *pages : 0;
        keepForLooking(path, name);
        return path;
    }

    QTemporaryDir m_folder;
    int m_pages = 0;
};

} // namespace

TEST_F(PdfReportTest, theReportIsAPdfWithItsTitleAndLanguage)
{
    const QByteArray pdf = bytesOf(write(goaReport(), u"goa.pdf"_s));

    EXPECT_TRUE(pdf.startsWith("%PDF-"));
    EXPECT_TRUE(pdf.trimmed().endsWith("%%EOF"));
    EXPECT_TRUE(pdf.contains("/Lang (en"));
    const QString pdfinfo = QStandardPaths::findExecutable(u"pdfinfo"_s);
    if (pdfinfo.isEmpty())
        GTEST_SKIP() << "pdfinfo is not installed";
    const QString facts = outputOf(pdfinfo, {m_folder.filePath(u"goa.pdf"_s)});
    EXPECT_TRUE(facts.contains(u"New Year in Goa, early bird"_s)) << qPrintable(facts);
    EXPECT_TRUE(facts.contains(u"(A4)"_s)) << qPrintable(facts);
    EXPECT_TRUE(facts.contains(QRegularExpression{u"Pages: +%1\\n"_s.arg(m_pages)})) << qPrintable(facts);
}

TEST_F(PdfReportTest, theTextCanBeSelectedAndCarriesTheNumbers)
{
    const std::optional<QString> text = textOf(write(goaReport(), u"goa.pdf"_s));
    if (!text)
        GTEST_SKIP() << "pdftotext is not installed";

    for (const QString &expected :
         {u"New Year in Goa, early bird"_s, u"Meridian Journeys"_s, u"7,417"_s, u"95.8 % of sent"_s,
          u"6,942 of 7,417 people got the message"_s, u"Not reachable on WhatsApp."_s, u"2,862"_s,
          u"8 min 12 s"_s, u"goa_newyear_offer"_s, u"How these figures are counted"_s,
          u"Marketing, charged for"_s, u"Page 1 of %1"_s.arg(m_pages), u"Page %1 of %1"_s.arg(m_pages)})
        EXPECT_TRUE(text->contains(expected)) << qPrintable(expected) << "\n" << qPrintable(*text);
}

TEST_F(PdfReportTest, theOutcomesOnTheFirstPageAddUpToEverybody)
{
    const std::optional<QString> text = textOf(write(goaReport(), u"goa.pdf"_s));
    if (!text)
        GTEST_SKIP() << "pdftotext is not installed";

    const QString part = text->section(u"What became of everybody"_s, 1).section(u"\f"_s, 0, 0);
    const QRegularExpression line{u"^ *[A-Z][a-z ]+ .*? ([0-9,]+) +[0-9.]+ %"_s,
                                  QRegularExpression::MultilineOption};
    int sum = 0;
    int everybody = 0;
    for (auto match = line.globalMatch(part); match.hasNext();) {
        const QRegularExpressionMatch found = match.next();
        const int people = found.captured(1).remove(u',').toInt();
        (found.captured(0).contains("Everybody"_L1) ? everybody : sum) += people;
    }
    EXPECT_EQ(everybody, 7'417) << qPrintable(part);
    EXPECT_EQ(sum, everybody) << qPrintable(part);
}

TEST_F(PdfReportTest, severalCampaignsAreComparedAndEachTemplateHasItsPage)
{
    const std::optional<QString> text = textOf(write(seasonReport(), u"season.pdf"_s));
    if (!text)
        GTEST_SKIP() << "pdftotext is not installed";

    EXPECT_TRUE(text->contains(u"Campaign by campaign"_s));
    EXPECT_TRUE(text->contains(u"Campaign number 12 of the season"_s));
    EXPECT_TRUE(text->contains(u"All campaigns"_s));
    EXPECT_TRUE(text->contains(u"Message “goa_newyear_offer”"_s));
    EXPECT_TRUE(text->contains(u"Message “diwali_greeting”"_s));
    EXPECT_TRUE(text->contains(u"Campaigns that began in the period"_s));
}

TEST_F(PdfReportTest, eachCampaignHasItsCostAndTheyAddUp)
{
    ClientReport report = seasonWithCosts();
    ReportedCampaign nobody;
    nobody.name = u"Nobody got it"_s;
    nobody.state = CampaignState::Cancelled;
    nobody.money.cost = chargedFor(0);
    report.campaigns.push_back(nobody);
    RevenueSum revenue;
    revenue.currency = u"USD"_s;
    revenue.amount = Money{24'000'000'000};
    revenue.bookings = 31;
    report.money.revenue.push_back(revenue);

    const std::optional<QString> text = textOf(write(report, u"costs.pdf"_s));
    if (!text)
        GTEST_SKIP() << "pdftotext is not installed";

    const QString plain = QString{*text}.replace(QChar{0xA0}, u' ');
    EXPECT_EQ(plain.count(u"424.35 USD"_s), 12);
    EXPECT_EQ(plain.count(u"5,092.20 USD"_s), 2) << "below the campaigns, and where the money is";
    EXPECT_EQ(plain.count(u" 0.00 USD"_s), 1);
    EXPECT_TRUE(plain.contains(u"371.3 %"_s)) << "the return";
    EXPECT_FALSE(plain.contains(u"not part of this report"_s));
}

TEST_F(PdfReportTest, aCostOfWhichAPartIsNotKnownSaysSo)
{
    ClientReport report = seasonWithCosts();
    report.campaigns[3].money.cost->unpriced = 20;
    report.campaigns[4].money.cost = chargedFor(0); // Meta told no price yet
    report.campaigns[5].money.cost.reset();

    const ReportCost cost = costOf(report);
    const ReportWords words{report};

    EXPECT_FALSE(cost.isWhole);
    EXPECT_EQ(cost.sums.at(u"USD"_s), Money{4'243'500'000});
    EXPECT_EQ(words.cost(cost).replace(QChar{0xA0}, u' '), u"at least 4,243.50 USD"_s);
    EXPECT_EQ(words.cost(costOf(report.campaigns[3])).replace(QChar{0xA0}, u' '), u"at least 424.35 USD"_s);
    EXPECT_EQ(words.cost(costOf(report.campaigns[4])), u"–"_s);
    EXPECT_EQ(words.cost(costOf(report.campaigns[5])), u"–"_s);
    EXPECT_FALSE(words.money().front().amount) << "a spreadsheet would take it for all of it";
}

TEST_F(PdfReportTest, theOnlyTemplateHasItsOwnFiguresWhereOtherCampaignsHaveNone)
{
    ClientReport report = goaReport();
    const auto funnelsIn = [&](const QString &name) -> std::optional<qsizetype> {
        const std::optional<QString> text = textOf(write(report, name));
        return text ? std::optional{text->count(u"On the list"_s)} : std::nullopt;
    };
    const std::optional<qsizetype> alone = funnelsIn(u"alone.pdf"_s);
    if (!alone)
        GTEST_SKIP() << "pdftotext is not installed";

    report.campaigns.push_back({u"Without a template"_s, {}, {}, CampaignState::Draft, {}, {}, {}});
    report.figures.counts.set(RecipientStatus::Pending, 1'000);

    EXPECT_EQ(*alone, 1);
    EXPECT_EQ(funnelsIn(u"beside.pdf"_s), 2);
}

TEST_F(PdfReportTest, anAgencyGivesItItsNameItsLogoItsColourAndItsPaper)
{
    ClientReport report = goaReport();
    report.look = {u"Blue Harbour Agency"_s, pngOf({400, 100}, Qt::darkGreen), 0xff0d4a22,
                   ReportLook::Paper::Letter};

    const QString path = write(report, u"agency.pdf"_s);

    const std::optional<QString> text = textOf(path);
    if (!text)
        GTEST_SKIP() << "pdftotext is not installed";
    EXPECT_TRUE(text->contains(u"Blue Harbour Agency"_s));
    EXPECT_TRUE(text->contains(u"For Meridian Journeys"_s));
    EXPECT_TRUE(bytesOf(path).contains("/Subtype /Image"));
    EXPECT_TRUE(bytesOf(path).contains("/MediaBox [0 0 612"));
}

TEST_F(PdfReportTest, namesThatAreTooLongForTheirLineEndInDots)
{
    ClientReport report = seasonReport();
    report.look.agency =
        u"An agency with a name that goes on for longer than any line of a page "_s.repeated(2);
    report.templates.front().name = u"a_template_whose_name_has_no_place_to_break_"_s.repeated(4);

    const std::optional<QString> text = textOf(write(report, u"longnames.pdf"_s));
    if (!text)
        GTEST_SKIP() << "pdftotext is not installed";

    // The dots are one character, which textOf() takes apart.
    EXPECT_TRUE(
        text->section(u'\n', 0, 0).contains(QRegularExpression{u"An agency.*\\.\\.\\. +Campaign report"_s}))
        << qPrintable(text->section(u'\n', 0, 0));
    EXPECT_TRUE(text->contains(QRegularExpression{u"Message “a_template_whose[^\n]*\\.\\.\\. *\n"_s}));
}

TEST_F(PdfReportTest, aRightToLeftReportIsMirrored)
{
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    ClientReport report = goaReport();
    report.title = u"رأس السنة في غوا، عرض مبكر"_s;
    report.accountName = u"رحلات ميريديان"_s;
    report.templates.front().body = u"مرحبا {{1}}، خمس ليال في غوا ابتداء من {{2}}."_s;

    write(report, u"arabic.pdf"_s);
    QGuiApplication::setLayoutDirection(Qt::LayoutDirectionAuto);

    const QString pdftotext = QStandardPaths::findExecutable(u"pdftotext"_s);
    if (pdftotext.isEmpty())
        GTEST_SKIP() << "pdftotext is not installed";
    // The mark is at the leading edge, so the words beside it end before it and those opposite begin at the
    // left.
    const QString left = outputOf(pdftotext,
                                  {u"-x"_s, u"0"_s, u"-y"_s, u"0"_s, u"-W"_s, u"200"_s, u"-H"_s, u"100"_s,
                                   m_folder.filePath(u"arabic.pdf"_s), u"-"_s});
    EXPECT_TRUE(left.contains(u"Campaign report"_s)) << qPrintable(left);
}

TEST_F(PdfReportTest, aReportThatIsCancelledLeavesWhatWasThere)
{
    const QString path = write(goaReport(), u"earlier.pdf"_s);
    const QByteArray earlier = bytesOf(path);
    CancelToken cancel;
    cancel.cancel();

    const Result<int> pages = writePdfReport(goaReport(), path, cancel);

    ASSERT_TRUE(pages);
    EXPECT_EQ(*pages, 0);
    EXPECT_EQ(bytesOf(path), earlier);
    EXPECT_EQ(QDir{m_folder.path()}.entryList(QDir::Files).size(), 1);
}

TEST_F(PdfReportTest, drawingEndsWithinASecondWhenNobodyWantsTheReport)
{
    ClientReport report = goaReport();
    report.templates.resize(4000, report.templates.front());
    CancelToken cancel;
    std::thread person{[&] {
        std::this_thread::sleep_for(200ms);
        cancel.cancel();
    }};
    const auto begin = std::chrono::steady_clock::now();

    const Result<int> pages = writePdfReport(report, m_folder.filePath(u"long.pdf"_s), cancel);
    const auto taken = std::chrono::steady_clock::now() - begin;
    person.join();

    ASSERT_TRUE(pages);
    EXPECT_EQ(*pages, 0);
    EXPECT_LT(taken, 1s);
    EXPECT_EQ(QDir{m_folder.path()}.entryList(QDir::Files).size(), 0);
}

TEST_F(PdfReportTest, picturesInATitleAreSeen)
{
    const QString pdftoppm = QStandardPaths::findExecutable(u"pdftoppm"_s);
    if (pdftoppm.isEmpty())
        GTEST_SKIP() << "pdftoppm is not installed";
    const auto greenOnTop = [&](const QString &title, const QString &name) {
        ClientReport report = goaReport();
        report.title = title;
        const QString path = write(report, name + u".pdf"_s);
        outputOf(pdftoppm,
                 {u"-r"_s, u"100"_s, u"-f"_s, u"1"_s, u"-l"_s, u"1"_s, u"-singlefile"_s, u"-png"_s, path,
                  m_folder.filePath(name)});
        const QImage page{m_folder.filePath(name + u".png"_s)};
        EXPECT_FALSE(page.isNull());
        int green = 0;
        for (int y = 0; y < page.height() / 4; ++y) {
            for (int x = 0; x < page.width(); ++x) {
                const QColor dot = page.pixelColor(x, y);
                green += dot.green() > dot.red() + 10 && dot.green() > dot.blue() + 40 ? 1 : 0;
            }
        }
        return green;
    };

    EXPECT_EQ(greenOnTop(u"New Year in Goa"_s, u"words"_s), 0);
    EXPECT_GT(greenOnTop(u"New Year 🌴 in Goa, early bird and so much more that it takes two lines 🌴"_s,
                         u"pictures"_s),
              100);
}

TEST_F(PdfReportTest, aCampaignThatReachedNobodyHasAReportToo)
{
    ClientReport report;
    report.title = u"Empty"_s;
    report.zone = QTimeZone::utc();
    report.campaigns.push_back({u"Empty"_s, {}, {}, CampaignState::Draft, {}, {}, {}});

    write(report, u"empty.pdf"_s);

    EXPECT_GE(m_pages, 1);
}

TEST_F(PdfReportTest, whatNobodyReportedIsCalledUnknown)
{
    ClientReport report = goaReport();
    report.isDeliveryUnknown = true;

    const std::optional<QString> text = textOf(write(report, u"unknown.pdf"_s));

    if (!text)
        GTEST_SKIP() << "pdftotext is not installed";
    EXPECT_TRUE(text->simplified().contains(u"Whether it was delivered is unknown"_s));
}

TEST_F(PdfReportTest, manyReasonsOfFailureFlowOverSeveralPages)
{
    ClientReport report = goaReport();
    write(report, u"short.pdf"_s);
    const int before = m_pages;
    for (int i = 0; i < 60; ++i)
        report.figures.errors.push_back(
            {QString::number(i), u"A reason that is written down in a sentence."_s, u"And what helps."_s, 1});

    write(report, u"long.pdf"_s);

    EXPECT_GE(m_pages, before + 2);
}

TEST_F(PdfReportTest, aPlaceThatCannotBeWrittenIsSaidAndNothingIsLeftThere)
{
    const Result<int> pages = writePdfReport(goaReport(), m_folder.filePath(u"no/such/folder/goa.pdf"_s));

    ASSERT_FALSE(pages);
    EXPECT_EQ(pages.error().code, u"cannot_write"_s);
}

TEST(PdfLanguageTest, aDocumentOfAnotherStructureIsRefused)
{
    EXPECT_FALSE(withLanguage("%PDF-1.4\nnothing in it\n", u"en"_s));
}
