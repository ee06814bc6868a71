#include "workspace/world.h"

#include "exchange/tablefile.h"
#include "storage/sql.h"

#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file{path};
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
}

std::optional<QJsonObject> saidByPython(const QString &script, const QString &path)
{
    QProcess python;
    python.start(QFile::exists(u"/usr/bin/python3"_s) ? u"/usr/bin/python3"_s : u"python3"_s,
                 {u"-c"_s, script, path});
    if (!python.waitForFinished() || python.exitCode() == 77)
        return std::nullopt;
    EXPECT_EQ(python.exitCode(), 0) << python.readAllStandardError().toStdString();
    return QJsonDocument::fromJson(python.readAllStandardOutput()).object();
}

/// A workbook as openpyxl, which shares nothing with us, reads it; nothing where it is not installed.
std::optional<QJsonObject> readByOpenpyxl(const QString &path)
{
    const QString script = uR"(
import sys, json
try:
    import openpyxl
except ImportError:
    sys.exit(77)
book = openpyxl.load_workbook(sys.argv[1])
sheets = {}
for sheet in book.worksheets:
    rows = [[c.isoformat() if hasattr(c, 'isoformat') else str(c) if type(c).__name__ == 'timedelta' else c
             for c in row] for row in sheet.iter_rows(values_only=True)]
    sheets[sheet.title] = {'rows': rows, 'filter': sheet.auto_filter.ref, 'frozen': sheet.freeze_panes,
                           'charts': len(sheet._charts),
                           'types': [c.data_type for c in sheet[min(3, sheet.max_row)]]}
print(json.dumps({'names': book.sheetnames, 'sheets': sheets, 'title': book.properties.title})))"_s;
    return saidByPython(script, path);
}

/// A table as Python, which shares nothing with us, reads it: a row an object; nothing where it is not
/// installed.
std::optional<QJsonArray> readByPython(const QString &path)
{
    const QString script = uR"(
import sys, csv, json
with open(sys.argv[1], encoding='utf-8-sig', newline='') as table:
    print(json.dumps({'rows': list(csv.DictReader(table, strict=True))})))"_s;
    const std::optional<QJsonObject> said = saidByPython(script, path);
    return said ? std::optional{(*said)[u"rows"].toArray()} : std::nullopt;
}

class ReportDeskTest : public ::testing::Test
{
protected:
    /// Somebody answered, somebody failed, the others were delivered or wait.
    CampaignId sentCampaign()
    {
        const CampaignId id = m_world.draft(6);
        Database &database = m_world.session().database();
        const auto change = [&](const QString &sql) { EXPECT_TRUE(execute(database, sql)); };
        change(
            u"UPDATE campaign SET state = 'completed', started_at = 1795003200000, completed_at = 1795003800000"_s);
        change(
            uR"(UPDATE recipient SET status = 'delivered', sent_at = 1795003201500, delivered_at = 1795003203000,
                       name = '=SUM(A1:A9)' WHERE phone = '+34600000001')"_s);
        change(
            uR"(UPDATE recipient SET status = 'responded', sent_at = 1795003201000, read_at = 1795003263000,
                       responded_at = 1795003300000, response = '+1 yes, please' WHERE phone = '+34600000002')"_s);
        change(uR"(UPDATE recipient SET status = 'failed', failed_at = 1795003202000, error_code = '131026',
                       error_message = 'Not reachable on WhatsApp.', error_advice = 'Check the number.'
                       WHERE phone = '+34600000003')"_s);
        change(uR"(UPDATE campaign_counts SET pending = 3, delivered = 1, responded = 1, failed = 1,
                       reached_sent = 2, reached_delivered = 2, reached_read = 1, reached_responded = 1)"_s);
        change(uR"(INSERT INTO campaign_minute (campaign_id, minute, sent, delivered, read, responded, failed)
                   SELECT id, 1795003200000 / 60000, 2, 1, 0, 0, 1 FROM campaign)"_s);
        change(uR"(INSERT INTO campaign_minute (campaign_id, minute, sent, delivered, read, responded, failed)
                   SELECT id, 1795003200000 / 60000 + 1, 0, 0, 1, 1, 0 FROM campaign)"_s);
        change(uR"(INSERT INTO campaign_delay (campaign_id, step, delay, people)
                   SELECT id, 'delivered', 1500, 1 FROM campaign)"_s);
        EXPECT_TRUE(m_world.session().settings().setValue(u"time_zone"_s, u"Asia/Kolkata"_s));
        return id;
    }

    Result<ExportedReport> write(CampaignId id, ReportFormat format, const QString &name,
                                 const CancelToken &cancel = {}, const ReportOptions &options = {})
    {
        return m_world.session().reportDesk().write({.campaigns = {id}}, format, m_world.path(name), cancel,
                                                    {}, options);
    }

    World m_world;
};

} // namespace

TEST_F(ReportDeskTest, theTableHasEverybodyUnderTheirVariables)
{
    const CampaignId id = m_world.draft(3);

    const Result<ExportedReport> report = write(id, ReportFormat::Csv, u"report.csv"_s);

    ASSERT_TRUE(report);
    EXPECT_EQ(report->rows, 3);
    const QByteArray content = contentOf(m_world.path(u"report.csv"_s));
    EXPECT_TRUE(content.startsWith("phone,name,status,variable 1,variable 2,sent_at"));
    EXPECT_TRUE(content.contains("+34600000001,Person 1,pending,Lisbon,419 EUR"));
    EXPECT_EQ(content.count("\r\n"), 4);
}

TEST_F(ReportDeskTest, aTableMayBeginWithAByteOrderMarkAndRunsNoFormula)
{
    const CampaignId id = sentCampaign();

    ASSERT_TRUE(write(id, ReportFormat::Csv, u"report.csv"_s, {}, {.byteOrderMark = true}));

    const QByteArray content = contentOf(m_world.path(u"report.csv"_s));
    EXPECT_TRUE(content.startsWith("\xEF\xBB\xBFphone,"));
    EXPECT_TRUE(content.contains("+34600000001,'=SUM(A1:A9),delivered"));
    EXPECT_TRUE(content.contains("\"'+1 yes, please\""));
}

TEST_F(ReportDeskTest, whateverIsInACellComesBackAsItWas)
{
    const CampaignId id = sentCampaign();
    Database &database = m_world.session().database();
    ASSERT_TRUE(
        execute(database, uR"(UPDATE recipient SET name = 'A "B", C', response = 'one' || char(10) || 'नमस्ते',
        variables = '{"1":"Lis\"bon, \\ x","2":"{\"1\":\"no\"}"}', read_at = -1 WHERE phone = '+34600000001')"_s));
    ASSERT_TRUE(
        execute(database,
                u"UPDATE recipient SET phone = 'erased:7', variables = '{}' WHERE phone = '+34600000002'"_s));

    ASSERT_TRUE(write(id, ReportFormat::Csv, u"report.csv"_s));

    QFile file{m_world.path(u"report.csv"_s)};
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QByteArray content = file.readAll();
    EXPECT_TRUE(
        content.contains("\"A \"\"B\"\", C\",delivered,\"Lis\"\"bon, \\ x\",\"{\"\"1\"\":\"\"no\"\"}\","
                         "2026-11-18T12:00:01.500Z,2026-11-18T12:00:03.000Z,1969-12-31T23:59:59.999Z,,,0,"))
        << content.constData();
    EXPECT_TRUE(content.contains("\"one\nनमस्ते\"\r\n"));
    EXPECT_TRUE(content.contains("\r\n,Person 2,responded,,,"));
}

TEST_F(ReportDeskTest, aTableReadByOthersHasTheValuesOfTheRows)
{
    const CampaignId id = sentCampaign();
    ASSERT_TRUE(execute(
        m_world.session().database(),
        uR"(UPDATE recipient SET name = 'A "B", C' || char(10) || 'नमस्ते', variables = '{"1":"O\"Hara, 1"}'
                            WHERE phone = '+34600000004')"_s));
    for (const bool marks : {false, true}) {
        ASSERT_TRUE(write(id, ReportFormat::Csv, u"report.csv"_s, {}, {.byteOrderMark = marks}));
        const std::optional<QJsonArray> rows = readByPython(m_world.path(u"report.csv"_s));
        if (!rows)
            GTEST_SKIP() << "Python is not installed";

        ASSERT_EQ(rows->size(), 6);
        int at = 0;
        EXPECT_TRUE(forEachRow(
            m_world.session().database(),
            u"SELECT phone, name, status, error_code, error_message, delivered_at FROM recipient ORDER BY id"_s,
            {}, [&](const Row &person) {
                const QJsonObject row = (*rows)[at++].toObject();
                EXPECT_EQ(row[u"phone"].toString(), person.text(0));
                EXPECT_EQ(row[u"status"].toString(), person.text(2));
                EXPECT_EQ(row[u"error_code"].toString(), person.text(3));
                EXPECT_EQ(row[u"error"].toString(), person.text(4));
                const QString guarded =
                    person.text(1).startsWith(u'=') ? u'\'' + person.text(1) : person.text(1);
                EXPECT_EQ(row[u"name"].toString(), guarded);
                EXPECT_EQ(row[u"delivered_at"].toString(),
                          person.isNull(5) ? QString{} : toIsoText(fromMilliseconds(person.integer(5))));
            }));
        EXPECT_EQ((*rows)[4][u"variable 1"].toString(), u"O\"Hara, 1"_s);
    }
}

TEST_F(ReportDeskTest, severalCampaignsAreOneTableThatNamesThem)
{
    const CampaignId first = m_world.draft(2);
    const CampaignId second = m_world.draft(3);

    const Result<ExportedReport> report = m_world.session().reportDesk().write(
        {
            .campaigns = {first, second, first}
    },
        ReportFormat::Csv, m_world.path(u"all.csv"_s));

    ASSERT_TRUE(report);
    EXPECT_EQ(report->rows, 5);
    EXPECT_TRUE(contentOf(m_world.path(u"all.csv"_s)).startsWith("campaign,phone,name"));
}

TEST_F(ReportDeskTest, aCancelledExportLeavesNoFile)
{
    const CampaignId id = m_world.draft(3);
    CancelToken cancel;
    cancel.cancel();

    for (const ReportFormat format : {ReportFormat::Csv, ReportFormat::Workbook}) {
        const Result<ExportedReport> report = write(id, format, u"report"_s, cancel);

        ASSERT_TRUE(report);
        EXPECT_TRUE(report->wasCancelled);
        EXPECT_FALSE(QFile::exists(m_world.path(u"report"_s)));
    }
}

TEST_F(ReportDeskTest, aWorkbookReadByOthersHasTheValuesOfTheRowsInTheirOwnTypes)
{
    const CampaignId id = sentCampaign();
    ASSERT_TRUE(write(id, ReportFormat::Workbook, u"report.xlsx"_s));

    const std::optional<QJsonObject> book = readByOpenpyxl(m_world.path(u"report.xlsx"_s));

    if (!book)
        GTEST_SKIP() << "openpyxl is not installed";
    EXPECT_EQ((*book)[u"title"].toString(), u"Winter"_s);
    const QJsonObject sheets = (*book)[u"sheets"].toObject();
    const QJsonObject people = sheets[u"People"].toObject();
    const QJsonArray rows = people[u"rows"].toArray();
    ASSERT_EQ(rows.size(), 7);
    EXPECT_EQ(people[u"frozen"].toString(), u"A2"_s);
    EXPECT_EQ(people[u"filter"].toString(), u"A1:N7"_s);
    const QJsonArray first = rows[2].toArray();
    EXPECT_EQ(first[1].toString(), u"+34600000001"_s);
    EXPECT_EQ(first[2].toString(), u"=SUM(A1:A9)"_s);
    EXPECT_EQ(people[u"types"].toArray()[2].toString(), u"s"_s) << "a text, never a formula";
    EXPECT_EQ(people[u"types"].toArray()[6].toString(), u"d"_s);
    EXPECT_TRUE(first[6].toString().startsWith(u"2026-11-18T17:30:01"_s))
        << "in the zone of the workspace" << qPrintable(first[6].toString());
    EXPECT_EQ(first[11].toInt(-1), 0);
    EXPECT_EQ(rows[3].toArray()[13].toString(), u"+1 yes, please"_s);

    const QJsonArray failures = sheets[u"Failures"].toObject()[u"rows"].toArray();
    ASSERT_EQ(failures.size(), 2);
    EXPECT_EQ(failures[1].toArray()[4].toString(), u"131026"_s);
    const QJsonObject summary = sheets[u"Summary"].toObject();
    EXPECT_EQ(summary[u"charts"].toInt(), 1);
    QMap<QString, int> counted;
    for (const QJsonValue &row : summary[u"rows"].toArray()) {
        if (row[0].isString() && row[1].isDouble() && !counted.contains(row[0].toString()))
            counted[row[0].toString()] = row[1].toInt();
    }
    EXPECT_EQ(counted[u"On the list"_s], 6);
    EXPECT_EQ(counted[u"Sent"_s], 2);
    EXPECT_EQ(counted[u"Not sent yet"_s], 3);
    EXPECT_EQ(counted[u"Everybody"_s], static_cast<int>(rows.size()) - 1);
    EXPECT_EQ(counted[u"Not reachable on WhatsApp."_s], static_cast<int>(failures.size()) - 1);
    const QJsonArray line = sheets[u"Over time"].toObject()[u"rows"].toArray();
    EXPECT_EQ(line.last()[1].toInt(), 2);
    EXPECT_EQ(line.last()[4].toInt(), 1);
}

TEST_F(ReportDeskTest, eachCampaignOfAWorkbookHasItsCostAsANumberThatCanBeSummed)
{
    const CampaignId first = sentCampaign();
    const CampaignId second = m_world.draft(2);
    const QString card = m_world.writeFile(u"rates.csv"_s,
                                           "Market,Currency,Marketing,Utility,Authentication,Service\n"
                                           "Spain,$US,0.0615,0.0200,0.0200,0.0200\n");
    ASSERT_TRUE(m_world.session().costDesk().importRates({
        .path = card, .effective = QDate{2026, 10, 1}
    }));
    ASSERT_TRUE(execute(m_world.session().database(),
                        u"INSERT INTO campaign_charge VALUES (?, 1795003200000 / 900000, 'ES', "
                        "'marketing/regular', 2)"_s,
                        {first.value}));
    ASSERT_TRUE(m_world.session().reportDesk().write(
        {
            .campaigns = {first, second}
    },
        ReportFormat::Workbook, m_world.path(u"costs.xlsx"_s)));

    const Result<std::unique_ptr<TableReader>> summary = openTableFile(m_world.path(u"costs.xlsx"_s));
    ASSERT_TRUE(summary);
    QStringList campaigns;
    QStringList total;
    QStringList spent;
    for (TableRow row; *(*summary)->next(row); row = {}) {
        if (row.cells.value(0) == m_world.load(first).name && row.cells.size() > 4)
            campaigns << row.cells[4];
        if (row.cells.value(0) == u"All campaigns"_s)
            total << row.cells.value(4);
        if (row.cells.value(0) == u"Cost"_s && row.cells.value(1).contains(u'1'))
            spent << row.cells[1];
    }
    EXPECT_THAT(campaigns, ::testing::UnorderedElementsAre(u"0.123"_s, u"0"_s));
    EXPECT_THAT(total, ::testing::ElementsAre(u"0.123"_s)) << "a number with all its digits";
    EXPECT_EQ(spent, total);
}

TEST_F(ReportDeskTest, moreThanASheetHoldsGoesOnAndIsSaid)
{
    const CampaignId id = sentCampaign();

    const Result<ExportedReport> report =
        write(id, ReportFormat::Workbook, u"report.xlsx"_s, {}, {.rowsOfASheet = 3});

    ASSERT_TRUE(report);
    EXPECT_EQ(report->sheets, (QStringList{u"People"_s, u"People (2)"_s, u"People (3)"_s}));
    const std::optional<QJsonObject> book = readByOpenpyxl(m_world.path(u"report.xlsx"_s));
    if (!book)
        GTEST_SKIP() << "openpyxl is not installed";
    EXPECT_EQ((*book)[u"sheets"][u"People (3)"][u"rows"].toArray().size(), 3);
    const QByteArray summary = QJsonDocument{(*book)[u"sheets"][u"Summary"].toObject()}.toJson();
    EXPECT_TRUE(summary.contains("People, People (2), People (3)"));
}

TEST_F(ReportDeskTest, theFiguresAreTheCampaigns)
{
    const CampaignId id = m_world.draft(3);

    const Result<ClientReport> figures = m_world.session().reportDesk().figuresOf({.campaigns = {id}});

    ASSERT_TRUE(figures);
    EXPECT_EQ(figures->title, u"Winter"_s);
    EXPECT_EQ(figures->figures.counts.total(), 3);
    EXPECT_TRUE(figures->isPractice);
    ASSERT_EQ(figures->templates.size(), 1u);
    EXPECT_TRUE(figures->templates.front().body.contains("{{1}}"_L1));
    EXPECT_FALSE(figures->senderNumber.isEmpty());
}

TEST_F(ReportDeskTest, campaignsAndTemplatesOfAReportAddUpToItsFigures)
{
    sentCampaign();
    ReportScope scope;
    for (const int people : {2, 4})
        scope.campaigns.push_back(m_world.draft(people));
    scope.campaigns.push_back({1});

    const Result<ClientReport> report = m_world.session().reportDesk().figuresOf(scope);

    ASSERT_TRUE(report);
    int inCampaigns = 0;
    int inTemplates = 0;
    for (const ReportedCampaign &campaign : report->campaigns)
        inCampaigns += campaign.figures.counts.total();
    for (const ReportedTemplate &shown : report->templates)
        inTemplates += shown.figures.counts.total();
    EXPECT_EQ(report->figures.counts.total(), 12);
    EXPECT_EQ(inCampaigns, 12);
    EXPECT_EQ(inTemplates, 12);
}

// "Two of our clients have a template called “offer”. Their reports must not show each other's text."
TEST_F(ReportDeskTest, templatesOfTheSameNameInTwoAccountsAreTwo)
{
    Session &session = m_world.session();
    const CampaignId ours = m_world.draft(2);
    const CampaignId theirs = m_world.draft(3);
    const Campaign campaign = m_world.load(ours);
    const auto inAccount = [&](const QString &number, const QString &waba) {
        const Result<AccountId> account =
            session.accounts().put({.phoneNumberId = number, .wabaId = waba, .name = u"Account "_s + number});
        EXPECT_TRUE(account);
        MessageTemplate sent =
            *session.templates().find(campaign.accountId, campaign.templateName, u"en_US"_s);
        sent.body = u"Of "_s + waba;
        EXPECT_TRUE(session.templates().sync(*account, {sent}, m_world.clock().now()));
        return *account;
    };
    const auto sendFrom = [&](CampaignId id, AccountId account) {
        EXPECT_TRUE(execute(session.database(), u"UPDATE campaign SET account_id = ? WHERE id = ?"_s,
                            {account.value, id.value}));
    };
    sendFrom(ours, inAccount(u"71"_s, u"waba-a"_s));
    sendFrom(theirs, inAccount(u"72"_s, u"waba-b"_s));

    const Result<ClientReport> two = session.reportDesk().figuresOf({
        .campaigns = {ours, theirs}
    });
    sendFrom(theirs, inAccount(u"73"_s, u"waba-a"_s));
    const Result<ClientReport> one = session.reportDesk().figuresOf({
        .campaigns = {ours, theirs}
    });

    ASSERT_TRUE(two && one);
    ASSERT_EQ(two->templates.size(), 2u);
    EXPECT_EQ(two->templates[0].body, u"Of waba-b"_s);
    EXPECT_EQ(two->templates[0].accountName, u"Account 72"_s);
    EXPECT_EQ(two->templates[0].figures.counts.total(), 3);
    EXPECT_EQ(two->templates[1].body, u"Of waba-a"_s);
    ASSERT_EQ(one->templates.size(), 1u) << "numbers of one business account share their templates";
    EXPECT_EQ(one->templates[0].figures.counts.total(), 5);
    EXPECT_EQ(one->templates[0].accountName, QString{});
}

TEST_F(ReportDeskTest, aPeriodTakesTheCampaignsThatBeganOnItsDaysWhereTheAgencyIs)
{
    const CampaignId id = sentCampaign(); // 18 November, 17:30 in Kolkata
    ReportDesk &desk = m_world.session().reportDesk();
    const QDate day{2026, 11, 18};

    const Result<ReportScope> scope = desk.scopeOf(day, day);

    ASSERT_TRUE(scope);
    EXPECT_THAT(scope->campaigns, ::testing::ElementsAre(id));
    EXPECT_EQ(toIsoText(*scope->from), u"2026-11-17T18:30:00.000Z"_s);
    EXPECT_EQ(desk.scopeOf(day.addDays(1), day.addDays(30)).error().kind, ErrorKind::NotFound);
}

TEST_F(ReportDeskTest, theLookOfReportsIsKept)
{
    const QString picture = m_world.path(u"logo.png"_s);
    QImage image{2400, 600, QImage::Format_RGB32};
    image.fill(Qt::darkGreen);
    ASSERT_TRUE(image.save(picture));
    ReportDesk &desk = m_world.session().reportDesk();
    const Result<QByteArray> logo = ReportDesk::readLogo(picture);
    ASSERT_TRUE(logo);
    const ReportLook look{u"Blue Harbour"_s, *logo, 0xff0d4a22, ReportLook::Paper::Letter};

    ASSERT_TRUE(desk.setLook(look));

    EXPECT_EQ(*desk.look(), look);
    EXPECT_EQ(QImage::fromData(desk.look()->logo).width(), 1200);
    EXPECT_FALSE(ReportDesk::readLogo(m_world.writeFile(u"logo.txt"_s, "not a picture")));
}
