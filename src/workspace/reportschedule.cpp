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

ReportSchedule readSchedule(const std::optional<QString> &stored)
{
    ReportSchedule schedule;
    if (!stored)
        return schedule;
    const QJsonObject json = QJsonDocument::fromJson(stored->toUtf8()).object();
    schedule.every = scheduleEveryFromWord(json[u"every"].toString()).value_or(Every::Never);
    schedule.folder = json[u"folder"].toString();
    schedule.formats.clear();
    for (const QJsonValue format : json[u"formats"].toArray()) {
        if (const auto known = reportFormatFromWord(format.toString()))
            schedule.formats.push_back(*known);
    }
    if (const QDate day = QDate::fromString(json[u"done_to"].toString(), Qt::ISODate); day.isValid())
        schedule.doneTo = day;
    schedule.problem = json[u"problem"].toString();
    return schedule;
}

QString written(const ReportSchedule &schedule)
{
    QJsonArray formats;
    for (const ReportFormat format : schedule.formats)
        formats.append(toWord(format));
    const QJsonObject json{
        {u"every"_s,   toWord(schedule.every)                                              },
        {u"folder"_s,  schedule.folder                                                     },
        {u"formats"_s, formats                                                             },
        {u"done_to"_s, schedule.doneTo ? schedule.doneTo->toString(Qt::ISODate) : QString{}},
        {u"problem"_s, schedule.problem                                                    }
    };
    return QString::fromUtf8(QJsonDocument{json}.toJson(QJsonDocument::Compact));
}

} // namespace

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
    schedule->every = every;
    schedule->folder = folder.isEmpty() ? QString{} : place.absoluteFilePath();
    schedule->formats = formats;
    schedule->problem.clear();
    if (const Result<> stored = m_session.settings().setValue(kKey, written(*schedule)); !stored)
        return stored.error();
    return schedule;
}

Result<ScheduledReports> ReportScheduler::writeDue(const CancelToken &cancel,
                                                   const ReportDesk::Progress &progress)
{
    Result<ReportSchedule> schedule = this->schedule();
    if (!schedule)
        return schedule.error();
    ScheduledReports reports;
    for (const ReportPeriod &period : duePeriods(*schedule, today())) {
        const Result<> done = writePeriod(*schedule, period, cancel, progress, reports);
        if (cancel.isCancelled())
            break;
        const Result<bool> isStillWanted =
            noteEnd(*schedule, period, done ? QString{} : done.error().message);
        if (!isStillWanted)
            return isStillWanted.error();
        if (!done)
            return done.error();
        if (!*isStillWanted)
            break;
        schedule->doneTo = period.to;
    }
    return reports;
}

Result<> ReportScheduler::writePeriod(const ReportSchedule &schedule, const ReportPeriod &period,
                                      const CancelToken &cancel, const ReportDesk::Progress &progress,
                                      ScheduledReports &reports)
{
    ReportDesk &desk = m_session.reportDesk();
    const Result<ReportScope> scope = desk.scopeOf(period.from, period.to);
    if (!scope && scope.error().kind == ErrorKind::NotFound) {
        reports.empty.push_back(period);
        return Done{};
    }
    if (!scope)
        return scope.error();
    const Result<ReportLook> look = desk.look();
    if (!look)
        return look.error();
    const ReportOptions options{.byteOrderMark = look->marksTables};
    const QString name =
        tr("Campaigns %1 to %2").arg(period.from.toString(Qt::ISODate), period.to.toString(Qt::ISODate));
    for (const ReportFormat format : schedule.formats) {
        const QString path = QDir{schedule.folder}.filePath(name + u'.' + toWord(format));
        const Result<ExportedReport> report = desk.write(*scope, format, path, cancel, progress, options);
        if (!report)
            return report.error();
        if (report->wasCancelled)
            return Done{};
        reports.files.push_back({period, *report});
    }
    return Done{};
}

Result<bool> ReportScheduler::noteEnd(const ReportSchedule &carriedOut, const ReportPeriod &period,
                                      const QString &problem)
{
    return m_session.settings().change(
        kKey, [&](const std::optional<QString> &stored) -> std::optional<QString> {
            ReportSchedule now = readSchedule(stored);
            if (now.every != carriedOut.every || now.folder != carriedOut.folder
                || now.doneTo != carriedOut.doneTo)
                return std::nullopt;
            if (problem.isEmpty())
                now.doneTo = period.to;
            now.problem = problem;
            return written(now);
        });
}

QDate ReportScheduler::today() const
{
    return toDateTime(m_session.clock().now()).toTimeZone(m_session.timeZone()).date();
}
