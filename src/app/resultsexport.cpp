#include "app/resultsexport.h"

#include "app/jobdialog.h"
#include "app/savedialog.h"
#include "widgets/controls/dialogs.h"
#include "widgets/shell/mainwindow.h"
#include "workspace/backgrounddesk.h"
#include "workspace/session.h"

#include <QDir>
#include <QFileDialog>
#include <QStandardPaths>

#include <array>

using namespace Qt::StringLiterals;

namespace {

QString suffixOf(ResultsFormat format)
{
    switch (format) {
    case ResultsFormat::Csv: return u"csv"_s;
    case ResultsFormat::Workbook: return u"xlsx"_s;
    case ResultsFormat::Pdf: return u"pdf"_s;
    }
    Q_UNREACHABLE();
}

QString filterOf(ResultsFormat format)
{
    switch (format) {
    case ResultsFormat::Csv: return ResultsExport::tr("CSV table (*.csv)");
    case ResultsFormat::Workbook: return ResultsExport::tr("Excel workbook (*.xlsx)");
    case ResultsFormat::Pdf: return ResultsExport::tr("PDF report (*.pdf)");
    }
    Q_UNREACHABLE();
}

ReportFormat reportFormatOf(ResultsFormat format)
{
    switch (format) {
    case ResultsFormat::Csv: return ReportFormat::Csv;
    case ResultsFormat::Workbook: return ReportFormat::Workbook;
    case ResultsFormat::Pdf: return ReportFormat::Pdf;
    }
    Q_UNREACHABLE();
}

constexpr std::array kFormats{ResultsFormat::Csv, ResultsFormat::Workbook, ResultsFormat::Pdf};

/// By the ending of the file; a table where it says nothing.
ResultsFormat formatOfFile(const QString &path)
{
    for (const ResultsFormat format : kFormats) {
        if (path.endsWith(u'.' + suffixOf(format), Qt::CaseInsensitive))
            return format;
    }
    return ResultsFormat::Csv;
}

} // namespace

ResultsExport::ResultsExport(const Workbench &bench, QObject *parent)
    : QObject{parent}
    , m_bench{bench}
    , m_lastFolder{QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)}
{
}

void ResultsExport::begin(CampaignId id, const QString &name, std::optional<ResultsFormat> format)
{
    const std::vector<ResultsFormat> formats =
        format ? std::vector{*format} : std::vector<ResultsFormat>{kFormats.begin(), kFormats.end()};
    ask(name, formats, [id](Session &) -> Result<ReportScope> { return ReportScope{.campaigns = {id}}; });
}

void ResultsExport::beginSeveral(const std::vector<CampaignId> &ids)
{
    //: The name of a file
    ask(tr("%n campaigns", nullptr, static_cast<int>(ids.size())),
        {ResultsFormat::Pdf, ResultsFormat::Workbook, ResultsFormat::Csv},
        [ids](Session &) -> Result<ReportScope> { return ReportScope{.campaigns = ids}; });
}

void ResultsExport::beginPeriod(QDate from, QDate to)
{
    const QString name = tr("Campaigns %1 to %2").arg(from.toString(Qt::ISODate), to.toString(Qt::ISODate));
    ask(name, {ResultsFormat::Pdf, ResultsFormat::Workbook, ResultsFormat::Csv},
        [from, to](Session &session) { return session.reportDesk().scopeOf(from, to); });
}

void ResultsExport::ask(const QString &name, const std::vector<ResultsFormat> &formats, const FindScope &find)
{
    std::vector<FileForm> forms;
    for (const ResultsFormat offered : formats)
        forms.push_back({filterOf(offered), suffixOf(offered)});
    QFileDialog *dialog = askWhereToSave(&m_bench.window, tr("Save the results"), m_lastFolder, name, forms);
    connect(dialog, &QFileDialog::fileSelected, this, [this, find](const QString &path) {
        m_lastFolder = QFileInfo{path}.absolutePath();
        write(find, path, formatOfFile(path));
    });
}

void ResultsExport::write(const FindScope &find, const QString &path, ResultsFormat format)
{
    auto *progress =
        new JobDialog{tr("Saving the results…"), QDir::toNativeSeparators(path), &m_bench.window};
    CancelToken job = m_bench.desk.runLong(
        this,
        [find, path, format, &desk = m_bench.desk, dialog = QPointer<QObject>{progress}](
            Session &session, const CancelToken &cancel) -> Result<ExportedReport> {
            const auto tellProgress = [&](qint64 done, qint64 total) {
                desk.report(dialog, [dialog, done, total] {
                    static_cast<JobDialog *>(dialog.data())->setProgress(done, total);
                });
            };
            const Result<ReportScope> scope = find(session);
            if (!scope)
                return scope.error();
            const Result<ReportLook> look = session.reportDesk().look();
            if (!look)
                return look.error();
            return session.reportDesk().write(*scope, reportFormatOf(format), path, cancel, tellProgress,
                                              {.byteOrderMark = look->marksTables});
        },
        [this, path, dialog = QPointer<JobDialog>{progress}](const Result<ExportedReport> &report) {
            if (dialog)
                dialog->finish();
            if (!report)
                tellError(&m_bench.window, tr("The results were not saved"), report.error());
            else if (!report->wasCancelled)
                emit done(tr("Saved as %1").arg(QFileInfo{path}.fileName()));
        });
    connect(progress, &JobDialog::cancelRequested, this, [job]() mutable { job.cancel(); });
}
