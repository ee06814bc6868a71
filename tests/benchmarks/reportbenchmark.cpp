#include "reportbenchmark.h"

#include "measuredprogram.h"
#include "storage/campaignfigures.h"
#include "storage/database.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kCampaignsOfAYear = 200;
constexpr int kPeopleOfACampaign = 25'000;
constexpr int kFailedOfACampaign = 750;
constexpr int kKindsOfDelay = 3'000;

Error failed(const QString &what)
{
    return {ErrorKind::Internal, what, u"benchmark"_s, {}};
}

QString numbers(int until)
{
    return u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1) "_s.arg(until);
}

QString campaignSql(int id, const QString &name)
{
    return uR"(INSERT INTO campaign (id, name, state, rate, window_from, window_to, window_days, max_retries, brake,
        created_at, started_at, completed_at, template_name, language, frozen_template) VALUES (%1, '%2', 'completed',
        'max', 0, 1440, 127, 0, 'off', 0, 1795003200000, 1795006800000, 'offer', 'en_US',
        '{"body":"Hello {{1}}, from {{2}}.","name":"offer","language":"en_US","status":"APPROVED"}'))"_s
        .arg(id)
        .arg(name);
}

/// People who got everything, a part of whom failed or answered, with the counters that go with them.
QStringList campaignScript(int id, int people)
{
    const QString campaign = QString::number(id);
    return {
        campaignSql(id, u"Winter"_s),
        uR"(INSERT INTO recipient (campaign_id, contact_id, phone, region, name, variables, status, attempts,
                message_id, sent_at, delivered_at, read_at, failed_at, error_code, error_message, error_advice, response) )"_s
            + numbers(people) + u"SELECT "_s + campaign
            + uR"(, 1000000, '+9190' || printf('%08d', i), 'IN', 'Person ' || i,
                    json_object('1', 'Traveller ' || i, '2', (i % 900 + 100) || ' EUR'),
                    CASE WHEN i % 33 = 0 THEN 'failed' WHEN i % 3 = 0 THEN 'read' ELSE 'delivered' END, 1,
                    'wamid.HBgMOTE5MDAwMDAwMDAx' || i, 1795003200000 + i * 3,
                    CASE WHEN i % 33 <> 0 THEN 1795003201000 + i * 3 + i % 9000 END,
                    CASE WHEN i % 3 = 0 AND i % 33 <> 0 THEN 1795003300000 + i * 3 + i % 900000 END,
                    CASE WHEN i % 33 = 0 THEN 1795003202000 + i * 3 END,
                    CASE WHEN i % 33 = 0 THEN '131026' ELSE '' END,
                    CASE WHEN i % 33 = 0 THEN 'The number is not on WhatsApp.' ELSE '' END,
                    CASE WHEN i % 33 = 0 THEN 'Check the number, or reach this person another way.' ELSE '' END,
                    CASE WHEN i % 99 = 1 THEN 'Yes, "please", tell me more' ELSE '' END FROM n)"_s,
        uR"(INSERT INTO campaign_counts (campaign_id, delivered, read, failed, reached_sent, reached_delivered, reached_read)
                SELECT campaign_id, sum(status = 'delivered'), sum(status = 'read'), sum(status = 'failed'), count(*),
                       sum(status <> 'failed'), sum(status = 'read') FROM recipient WHERE campaign_id = %1)"_s
            .arg(id),
        uR"(INSERT INTO campaign_minute (campaign_id, minute, sent, delivered)
                SELECT campaign_id, sent_at / 60000, count(*), count(delivered_at) FROM recipient
                WHERE campaign_id = %1 GROUP BY 2)"_s.arg(id),
        uR"(INSERT INTO campaign_delay (campaign_id, step, delay, people)
                SELECT campaign_id, 'delivered', (delivered_at - sent_at) / 10 * 10, count(*) FROM recipient
                WHERE campaign_id = %1 AND delivered_at IS NOT NULL GROUP BY 3)"_s.arg(id)};
}

/// Campaigns of a year: their counters, and those of their people whom figures look at.
QStringList yearScript()
{
    QStringList script;
    for (int i = 0; i < kCampaignsOfAYear; ++i) {
        const int id = 1000 + i;
        const QString campaign = QString::number(id);
        script += {
            campaignSql(id, u"Week %1"_s.arg(i)),
            uR"(INSERT INTO campaign_counts (campaign_id, delivered, read, failed, reached_sent, reached_delivered, reached_read)
                    VALUES (%1, %2, 8000, %3, %4, %5, 8000))"_s.arg(id)
                .arg(kPeopleOfACampaign - kFailedOfACampaign - 8000)
                .arg(kFailedOfACampaign)
                .arg(kPeopleOfACampaign)
                .arg(kPeopleOfACampaign - kFailedOfACampaign),
            uR"(INSERT INTO recipient (campaign_id, contact_id, phone, region, name, variables, status, error_code,
                    error_message) )"_s
                + numbers(kFailedOfACampaign) + u"SELECT "_s + campaign
                + uR"(, 1000000, '+9190' || printf('%08d', i), 'IN', '', '{}', 'failed', 131000 + i % 12, 'A reason.' FROM n)"_s,
            u"INSERT INTO campaign_minute (campaign_id, minute, sent, delivered) "_s + numbers(600)
                + u"SELECT "_s + campaign + u", 29916720 + i, 40, 38 FROM n"_s,
            u"INSERT INTO campaign_delay (campaign_id, step, delay, people) "_s + numbers(kKindsOfDelay)
                + u"SELECT "_s + campaign
                + u", s.column1, i * 10, 3 FROM n, (VALUES ('delivered'), ('read'), ('responded')) s"_s};
    }
    return script;
}

/// The same table as the program's, by the sqlite3 shell.
Result<double> shellSeconds(const QString &database, const QString &output)
{
    QStringList times;
    for (const QString &column :
         {u"sent_at"_s, u"delivered_at"_s, u"read_at"_s, u"responded_at"_s, u"failed_at"_s})
        times << u"strftime('%Y-%m-%dT%H:%M:%fZ', %1 / 1000.0, 'unixepoch') AS %1"_s.arg(column);
    const Result<ProgramRun> run = runMeasured(u"sqlite3"_s, {u"-readonly"_s, database}, uR"(.mode csv
.headers on
.output %1
SELECT phone, name, status, variables ->> '$.1', variables ->> '$.2', %2, attempts, message_id, error_code,
       error_message, error_advice, response FROM recipient WHERE campaign_id = 1 ORDER BY id;
)"_s.arg(output, times.join(u", "_s)));
    if (!run || run->exitCode != 0 || QFile{output}.size() < 1000)
        return failed(u"The sqlite3 shell is needed for comparison: apt-get install sqlite3"_s);
    return run->seconds;
}

class Reports
{
public:
    Reports(QString workspace, const QString &folder)
        : m_workspace{std::move(workspace)}
        , m_folder{folder}
    {
    }

    Result<ProgramRun> write(int campaign, const QString &format) const
    {
        const QString program = QCoreApplication::applicationDirPath() + u"/fanfare-cli"_s;
        Result<ProgramRun> run = runMeasured(program,
                                             {u"--workspace"_s, m_workspace, u"--json"_s, u"report"_s,
                                              u"export"_s, QString::number(campaign), u"--format"_s, format,
                                              u"--output"_s, m_folder + u"/report."_s + format});
        if (run && run->exitCode != 0)
            return failed(QString::fromUtf8(run->out));
        return run;
    }

private:
    QString m_workspace;
    QString m_folder;
};

} // namespace

Result<std::vector<Measurement>> measureReports(int people)
{
    const QTemporaryDir folder{QCoreApplication::applicationDirPath() + u"/reports-XXXXXX"_s};
    const QString workspace = folder.filePath(u"workspace"_s);
    const Result<ProgramRun> made = runMeasured(QCoreApplication::applicationDirPath() + u"/fanfare-cli"_s,
                                                {u"--workspace"_s, workspace, u"workspace"_s, u"init"_s});
    if (!made || made->exitCode != 0)
        return failed(u"The workspace could not be made."_s);
    const QString path = workspace + u"/fanfare.sqlite"_s;
    // By a program of its own: what this one holds would count for those it measures.
    const QStringList script =
        QStringList{
            u"PRAGMA foreign_keys = ON"_s, u"BEGIN"_s,
            u"INSERT INTO contact (id, phone, region, name, created_at) VALUES (1000000, '+910', 'IN', '', 0)"_s}
        + campaignScript(1, people) + campaignScript(2, people / 10) + yearScript()
        + QStringList{u"COMMIT"_s};
    const Result<ProgramRun> filled =
        runMeasured(u"sqlite3"_s, {u"-bail"_s, path}, script.join(u";\n"_s) + u';');
    if (!filled || filled->exitCode != 0)
        return failed(u"The sqlite3 shell is needed: apt-get install sqlite3"_s);
    const Result<double> shell = shellSeconds(path, folder.filePath(u"shell.csv"_s));
    if (!shell)
        return shell.error();
    const Reports reports{workspace, folder.path()};
    const Result<ProgramRun> csv = reports.write(1, u"csv"_s);
    const Result<ProgramRun> fewer = reports.write(2, u"xlsx"_s);
    const Result<ProgramRun> workbook = reports.write(1, u"xlsx"_s);
    const Result<ProgramRun> pdf = reports.write(2, u"pdf"_s);
    for (const Result<ProgramRun> *run : {&csv, &fewer, &workbook, &pdf}) {
        if (!*run)
            return run->error();
    }
    const Result<std::unique_ptr<Database>> database = Database::open(path);
    if (!database)
        return database.error();
    std::vector<CampaignId> year;
    for (int i = 0; i < kCampaignsOfAYear; ++i)
        year.push_back({1000 + i});
    QElapsedTimer timer;
    timer.start();
    CampaignFigures figures{**database};
    const Result<FigureSet> all = figures.figures(year);
    const Result<std::vector<TimeLinePoint>> line = figures.timeLine(year, 24h);
    const double seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
    if (!all || !line)
        return all ? line.error() : all.error();
    if (all->counts.total() != kCampaignsOfAYear * kPeopleOfACampaign)
        return failed(u"The figures of the year are wrong."_s);

    const QString subject = u"Reports of %1 people"_s.arg(people);
    return std::vector<Measurement>{
        {subject, u"people/s, CSV"_s,                      people / csv->seconds,
         Measurement::Reference{u"sqlite3 .mode csv, the same cells"_s, people / *shell} },
        {subject, u"people/s, workbook"_s,                 people / workbook->seconds, {}},
        {subject, u"MB of memory, workbook"_s,             workbook->mostMegabytes,
         Measurement::Reference{u"with a tenth of the people"_s, fewer->mostMegabytes}   },
        {subject, u"seconds, PDF of a tenth"_s,            pdf->seconds,               {}},
        {subject, u"ms, figures of a year of 5,000,000"_s, seconds * 1000,             {}},
    };
}
