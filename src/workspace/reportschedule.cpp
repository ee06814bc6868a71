#include "workspace/reportschedule.h"

#include "workspace/session.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

using Every = ReportSchedule::Every;

constexpr QLatin1StringView kKey{"report_schedule"};
constexpr std::array kEvery{Every::Never, Every::Week, Every::Month};
constexpr int kSunday = 7;

QDate endOf(Every every, QDate day)
{
    return every == Every::Month ? QDate{day.year(), day.month(), day.daysInMonth()}
                                 : day.addDays(kSunday - day.dayOfWeek());
}

QDate beginningOf(Every every, QDate day)
{
    return every == Every::Month ? QDate{day.year(), day.month(), 1} : day.addDays(1 - day.dayOfWeek());
}

bool has(const std::vector<ReportFormat> &formats, ReportFormat format)
{
    return std::find(formats.begin(), formats.end(), format) != formats.end();
}

std::vector<ReportFormat> withoutRepetitions(const std::vector<ReportFormat> &formats)
{
    std::vector<ReportFormat> once;
    std::copy_if(formats.begin(), formats.end(), std::back_inserter(once),
                 [&](ReportFormat format) { return !has(once, format); });
    return once;
}

/// What is not known here stands for a PDF: a period has a report in any case.
std::vector<ReportFormat> formatsIn(const QJsonArray &words)
{
    std::vector<ReportFormat> formats;
    for (const QJsonValue word : words)
        formats.push_back(reportFormatFromWord(word.toString()).value_or(ReportFormat::Pdf));
    return withoutRepetitions(formats);
}

QJsonArray wordsOf(const std::vector<ReportFormat> &formats)
{
    QJsonArray words;
    for (const ReportFormat format : formats)
        words.append(toWord(format));
    return words;
}

ReportSchedule readSchedule(const std::optional<QString> &stored)
{
    ReportSchedule schedule;
    if (!stored)
        return schedule;
    const QJsonObject json = QJsonDocument::fromJson(stored->toUtf8()).object();
    schedule.every = scheduleEveryFromWord(json[u"every"].toString()).value_or(Every::Never);
    schedule.folder = json[u"folder"].toString();
    schedule.formats = formatsIn(json[u"formats"].toArray());
    if (schedule.formats.empty())
        schedule.formats = {ReportFormat::Pdf};
    schedule.written = formatsIn(json[u"written"].toArray());
    if (const QDate day = QDate::fromString(json[u"done_to"].toString(), Qt::ISODate); day.isValid())
        schedule.doneTo = day;
    schedule.problem = json[u"problem"].toString();
    return schedule;
}

QString written(const ReportSchedule &schedule)
{
    const QJsonObject json{
        {u"every"_s,   toWord(schedule.every)                                              },
        {u"folder"_s,  schedule.folder                                                     },
        {u"written"_s, wordsOf(schedule.written)                                           },
        {u"formats"_s, wordsOf(schedule.formats)                                           },
        {u"done_to"_s, schedule.doneTo ? schedule.doneTo->toString(Qt::ISODate) : QString{}},
        {u"problem"_s, schedule.problem                                                    }
    };
    return QString::fromUtf8(QJsonDocument{json}.toJson(QJsonDocument::Compact));
}

} // namespace

std::vector<ReportFormat> ReportSchedule::missing() const
{
    std::vector<ReportFormat> missing;
    std::copy_if(formats.begin(), formats.end(), std::back_inserter(missing),
                 [this](ReportFormat format) { return !has(written, format); });
    return missing;
}

std::optional<QDate> ReportSchedule::nextEnd() const
{
    if (every == Every::Never || !doneTo)
        return std::nullopt;
    return endOf(every, doneTo->addDays(1));
}

QString toWord(ReportSchedule::Every every)
{
    switch (every) {
    case Every::Never: return u"never"_s;
    case Every::Week: return u"week"_s;
    case Every::Month: return u"month"_s;
    }
    Q_UNREACHABLE();
}

std::optional<ReportSchedule::Every> scheduleEveryFromWord(QStringView word)
{
    const auto found =
        std::find_if(kEvery.begin(), kEvery.end(), [word](Every every) { return toWord(every) == word; });
    return found == kEvery.end() ? std::nullopt : std::optional{*found};
}

std::vector<ReportPeriod> duePeriods(const ReportSchedule &schedule, QDate today)
{
    std::vector<ReportPeriod> due;
    if (schedule.every == Every::Never || !schedule.doneTo)
        return due;
    for (QDate from = schedule.doneTo->addDays(1);;) {
        const QDate to = endOf(schedule.every, from);
        if (to >= today)
            return due;
        due.push_back({from, to});
        from = to.addDays(1);
    }
}

Result<ReportSchedule> ReportScheduler::schedule()
{
    const Result<std::optional<QString>> stored = m_session.settings().value(kKey);
    return stored ? Result<ReportSchedule>{readSchedule(*stored)} : stored.error();
}

Result<ReportSchedule> ReportScheduler::set(Every every, const QString &folder,
                                            const std::vector<ReportFormat> &formats)
{
    Result<ReportSchedule> schedule = this->schedule();
    if (!schedule)
        return schedule;
    const QFileInfo place{folder};
    if (every != Every::Never && (folder.isEmpty() || !place.isDir()))
        return Error{ErrorKind::BadInput,
                     tr("There is no folder “%1”. Choose where the reports go.").arg(folder),
                     u"no_folder"_s,
                     {}};
    if (every != Every::Never && formats.empty())
        return Error{ErrorKind::BadInput, tr("Choose at least one kind of file."), u"no_format"_s, {}};
    if (every == Every::Never)
        schedule->doneTo.reset();
    else if (every != schedule->every || !schedule->doneTo)
        schedule->doneTo = beginningOf(every, today()).addDays(-1);
    const QString chosen = folder.isEmpty() ? QString{} : place.absoluteFilePath();
    if (every != schedule->every || chosen != schedule->folder)
        schedule->written.clear();
    schedule->every = every;
    schedule->folder = chosen;
    schedule->formats = formats.empty() ? std::vector{ReportFormat::Pdf} : withoutRepetitions(formats);
    schedule->problem.clear();
    if (const Result<> stored = m_session.settings().setValue(kKey, written(*schedule)); !stored)
        return stored.error();
    return schedule;
}

Result<bool> ReportScheduler::isPdfDue()
{
    const Result<ReportSchedule> schedule = this->schedule();
    if (!schedule)
        return schedule.error();
    const size_t due = duePeriods(*schedule, today()).size();
    // The first period may have its PDF already, the later ones have nothing.
    return due > 0 && has(due > 1 ? schedule->formats : schedule->missing(), ReportFormat::Pdf);
}

Result<ScheduledReports> ReportScheduler::writeDue(const CancelToken &cancel,
                                                   const ReportDesk::Progress &progress)
{
    ScheduledReports reports;
    while (!cancel.isCancelled() && !reports.problem) {
        const Result<ReportSchedule> schedule = this->schedule(); // as it is wanted now
        if (!schedule)
            return schedule.error();
        const std::vector<ReportPeriod> due = duePeriods(*schedule, today());
        if (due.empty())
            break;
        const std::vector<ReportFormat> finished =
            writePeriod(*schedule, due.front(), cancel, progress, reports);
        const QString problem = reports.problem ? reports.problem->message : QString{};
        if (const Result<> noted = noteFinished(*schedule, due.front(), finished, problem); !noted)
            return noted.error();
    }
    return reports;
}

std::vector<ReportFormat> ReportScheduler::writePeriod(const ReportSchedule &schedule,
                                                       const ReportPeriod &period, const CancelToken &cancel,
                                                       const ReportDesk::Progress &progress,
                                                       ScheduledReports &reports)
{
    ReportDesk &desk = m_session.reportDesk();
    const Result<ReportScope> scope = desk.scopeOf(period.from, period.to);
    if (!scope && scope.error().kind == ErrorKind::NotFound) {
        reports.empty.push_back(period);
        return schedule.missing();
    }
    const Result<ReportLook> look = desk.look();
    if (!scope || !look) {
        reports.problem = scope ? look.error() : scope.error();
        return {};
    }
    const QString name =
        tr("Campaigns %1 to %2").arg(period.from.toString(Qt::ISODate), period.to.toString(Qt::ISODate));
    std::vector<ReportFile> files;
    for (const ReportFormat format : schedule.missing())
        files.push_back({format, QDir{schedule.folder}.filePath(name + u'.' + toWord(format))});
    const Result<ReportFiles> written =
        desk.writeAll(*scope, files, cancel, progress, {.byteOrderMark = look->marksTables});
    if (!written) {
        reports.problem = written.error();
        return {};
    }
    reports.problem = written->problem;
    std::vector<ReportFormat> finished;
    for (const ReportFiles::Written &file : written->written) {
        reports.files.push_back({period, file.report});
        finished.push_back(file.format);
    }
    return finished;
}

Result<> ReportScheduler::noteFinished(const ReportSchedule &carriedOut, const ReportPeriod &period,
                                       const std::vector<ReportFormat> &formats, const QString &problem)
{
    const Result<bool> noted = m_session.settings().change(
        kKey, [&](const std::optional<QString> &stored) -> std::optional<QString> {
            ReportSchedule now = readSchedule(stored);
            if (now.every != carriedOut.every || now.folder != carriedOut.folder
                || now.doneTo != carriedOut.doneTo)
                return std::nullopt;
            now.written.insert(now.written.end(), formats.begin(), formats.end());
            now.problem = problem;
            if (now.missing().empty()) {
                now.doneTo = period.to;
                now.written.clear();
            }
            return written(now);
        });
    return noted ? Result<>{Done{}} : noted.error();
}

QDate ReportScheduler::today() const
{
    return toDateTime(m_session.clock().now()).toTimeZone(m_session.timeZone()).date();
}
