#pragma once

#include "base/cancel.h"
#include "base/result.h"
#include "workspace/reportdesk.h"

#include <QCoreApplication>
#include <QDate>
#include <QString>

#include <optional>
#include <vector>

class Session;

/// Reports that are written by themselves when a week or a month is over.
struct ReportSchedule
{
    enum class Every { Never, Week, Month };

    Every every = Every::Never;
    QString folder; ///< absolute
    std::vector<ReportFormat> formats{ReportFormat::Pdf};
    std::vector<ReportFormat> written = {}; ///< of the next period, where the others could not be written yet
    std::optional<QDate> doneTo; ///< the last day that is behind us; reports go on with the one after it
    QString problem; ///< why the last report could not be written; empty when it was

    /// The kinds of files that the next period has not got yet.
    std::vector<ReportFormat> missing() const;
    /// The last day of the week (a Sunday) or month that is reported next; nothing where none is.
    std::optional<QDate> nextEnd() const;

    friend bool operator==(const ReportSchedule &, const ReportSchedule &) = default;
};

/// "never", "week" or "month".
QString toWord(ReportSchedule::Every every);
std::optional<ReportSchedule::Every> scheduleEveryFromWord(QStringView word);

/// The days of one report, both included.
struct ReportPeriod
{
    QDate from;
    QDate to;

    friend bool operator==(const ReportPeriod &, const ReportPeriod &) = default;
};

/// All weeks or months that were over before this day and have not been reported, oldest first.
std::vector<ReportPeriod> duePeriods(const ReportSchedule &schedule, QDate today);

struct ScheduledReports
{
    struct File
    {
        ReportPeriod period;
        ExportedReport report;
    };

    std::vector<File> files;
    std::vector<ReportPeriod> empty; ///< in which no campaign began; they have no file
    std::optional<Error> problem; ///< why one more could not be written
};

/// Keeps the schedule of a workspace and writes what is due. Days are those of the workspace's time zone. A
/// period that could not be written is tried again the next time, and none is skipped.
class ReportScheduler
{
    Q_DECLARE_TR_FUNCTIONS(ReportScheduler)

public:
    explicit ReportScheduler(Session &session)
        : m_session{session}
    {
    }

    Result<ReportSchedule> schedule();
    /// From the week or month on that is now. BadInput: "no_folder" where there is no such folder,
    /// "no_format" without one.
    Result<ReportSchedule> set(ReportSchedule::Every every, const QString &folder,
                               const std::vector<ReportFormat> &formats);
    /// Whether a PDF is among what is due.
    Result<bool> isPdfDue();
    /// Writes the reports that are due into the folder, in place of files of the same name; the files of a
    /// period tell the same moment. A PDF needs a QGuiApplication. Where a file cannot be written, the others
    /// of its period are, and only what is missing is tried the next time. A schedule that is changed
    /// meanwhile counts from then on.
    Result<ScheduledReports> writeDue(const CancelToken &cancel = {},
                                      const ReportDesk::Progress &progress = {});

private:
    /// The formats with which the period is finished: they are written, or there is nothing to tell.
    std::vector<ReportFormat> writePeriod(const ReportSchedule &schedule, const ReportPeriod &period,
                                          const CancelToken &cancel, const ReportDesk::Progress &progress,
                                          ScheduledReports &reports);
    /// Notes what a period has got now, unless another schedule is wanted meanwhile.
    Result<> noteFinished(const ReportSchedule &carriedOut, const ReportPeriod &period,
                          const std::vector<ReportFormat> &formats, const QString &problem);
    QDate today() const;

    Session &m_session;
};
