#include "base/interruption.h"
#include "cli/command.h"
#include "cli/commandcontext.h"
#include "cli/options.h"
#include "workspace/reportschedule.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(ReportCommands)
};

QStringList wordsOf(const std::vector<ReportFormat> &formats)
{
    QStringList words;
    for (const ReportFormat format : formats)
        words << toWord(format);
    return words;
}

Result<ReportSchedule> change(const Arguments &arguments, ReportScheduler &scheduler)
{
    const Result<ReportSchedule> before = scheduler.schedule();
    if (!before)
        return before;
    std::optional<ReportSchedule::Every> every = before->every;
    if (arguments.has(u"every"_s))
        every = scheduleEveryFromWord(arguments.value(u"every"_s));
    if (!every)
        return usageError(
            Words::tr("--every is week, month or never, not “%1”.").arg(arguments.value(u"every"_s)));
    std::vector<ReportFormat> formats = before->formats;
    if (arguments.has(u"format"_s)) {
        formats.clear();
        for (const QString &word : arguments.values(u"format"_s)) {
            const std::optional<ReportFormat> format = reportFormatFromWord(word);
            if (!format)
                return usageError(Words::tr("“%1” is not a format: csv, xlsx or pdf.").arg(word));
            formats.push_back(*format);
        }
    }
    return scheduler.set(*every, arguments.value(u"folder"_s, before->folder), formats);
}

void sayNext(const ReportSchedule &schedule, CommandContext &context)
{
    const std::optional<QDate> next = schedule.nextEnd();
    if (context.isJson()) {
        context.terminal().json({
            {u"every"_s,    toWord(schedule.every)                                                  },
            {u"folder"_s,   schedule.folder                                                         },
            {u"formats"_s,  QJsonArray::fromStringList(wordsOf(schedule.formats))                   },
            {u"next_end"_s, next ? QJsonValue{next->toString(Qt::ISODate)} : QJsonValue{}           },
            {u"problem"_s,  schedule.problem.isEmpty() ? QJsonValue{} : QJsonValue{schedule.problem}},
        });
        return;
    }
    if (!next)
        return context.terminal().line(Words::tr("No reports are written by themselves."));
    context.terminal().facts({
        {Words::tr("Every"),
         schedule.every == ReportSchedule::Every::Week ? Words::tr("week") : Words::tr("month")},
        {Words::tr("Folder"),  QDir::toNativeSeparators(schedule.folder)                       },
        {Words::tr("Files"),   wordsOf(schedule.formats).join(u", "_s)                         },
        {Words::tr("Next"),    Words::tr("after %1").arg(next->toString(Qt::ISODate))          },
        {Words::tr("Problem"), schedule.problem.isEmpty() ? u"–"_s : schedule.problem        },
    });
}

Result<> showSchedule(const Arguments &arguments, CommandContext &context)
{
    const Result<Session *> session = context.session();
    if (!session)
        return session.error();
    ReportScheduler scheduler{**session};
    const bool changes =
        arguments.has(u"every"_s) || arguments.has(u"folder"_s) || arguments.has(u"format"_s);
    const Result<ReportSchedule> schedule = changes ? change(arguments, scheduler) : scheduler.schedule();
    if (!schedule)
        return schedule.error();
    sayNext(*schedule, context);
    return Done{};
}

QJsonObject toJson(const ReportPeriod &period)
{
    return {
        {u"from"_s, period.from.toString(Qt::ISODate)},
        {u"to"_s,   period.to.toString(Qt::ISODate)  }
    };
}

QJsonObject toJson(const ScheduledReports &written)
{
    QJsonArray files;
    for (const ScheduledReports::File &file : written.files) {
        QJsonObject json = toJson(file.period);
        json[u"path"_s] = file.report.path;
        json[u"rows"_s] = file.report.rows;
        files.append(json);
    }
    QJsonArray empty;
    for (const ReportPeriod &period : written.empty)
        empty.append(toJson(period));
    return {
        {u"written"_s, files},
        {u"empty"_s,   empty}
    };
}

void sayWritten(const ScheduledReports &written, CommandContext &context)
{
    for (const ScheduledReports::File &file : written.files)
        context.terminal().line(
            Words::tr("%1: %2 people").arg(file.report.path, QLocale{}.toString(file.report.rows)));
    for (const ReportPeriod &period : written.empty)
        context.terminal().line(Words::tr("%1 to %2: no campaign began, so there is no report.")
                                    .arg(period.from.toString(Qt::ISODate), period.to.toString(Qt::ISODate)));
    if (written.files.empty() && written.empty.empty() && !written.problem)
        context.terminal().line(Words::tr("No report is due."));
}

/// What cannot be read is told by the command itself.
bool isPdfDue(const QString &workspaceFolder)
{
    const Result<Workspace> workspace = Workspace::open(workspaceFolder);
    if (!workspace)
        return false;
    const Result<std::unique_ptr<Session>> session = Session::open(*workspace);
    if (!session)
        return false;
    const Result<bool> isDue = ReportScheduler{**session}.isPdfDue();
    return isDue && *isDue;
}

void writeDue(const Arguments &, CommandContext &context)
{
    const Result<Session *> session = context.session();
    if (!session)
        return context.fail(session.error());
    const Result<ScheduledReports> written = ReportScheduler{**session}.writeDue(Interruption::token());
    if (!written)
        return context.fail(written.error());
    if (!context.isJson())
        sayWritten(*written, context);
    if (written->problem)
        return context.fail(*written->problem, toJson(*written));
    if (context.isJson())
        context.terminal().json(toJson(*written));
    context.finish(Interruption::wasRequested() ? ExitCode::Interrupted : ExitCode::Done);
}

} // namespace

std::vector<Command> reportScheduleCommands()
{
    return {
        Command(u"report schedule"_s,
                Words::tr("Which reports are written by themselves; without an option, as it is now."))
            .option(u"every"_s, u"week|month|never"_s,
                    Words::tr("A report of each week (Monday to Sunday) or month, once it is over."))
            .option(u"folder"_s, u"DIR"_s, Words::tr("Where they go."))
            .repeatableOption(u"format"_s, u"csv|xlsx|pdf"_s,
                              Words::tr("The kinds of files; pdf if nothing is said."))
            .notes(Words::tr("They are written while the window is open, and by “report due”."))
            .does(showSchedule),
        Command(u"report due"_s, Words::tr("Writes the reports that the schedule has due now; for cron."))
            .needsGraphicsWhen(isPdfDue)
            .starts(writeDue),
    };
}
