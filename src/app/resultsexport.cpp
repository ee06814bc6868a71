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

using namespace Qt::StringLiterals;

namespace {

QString suffixOf(ResultsFormat format)
{
    switch (format) {
    case ResultsFormat::Csv: return u"csv"_s;
    case ResultsFormat::Pdf: return u"pdf"_s;
    }
    Q_UNREACHABLE();
}

QString filterOf(ResultsFormat format)
{
    switch (format) {
    case ResultsFormat::Csv: return ResultsExport::tr("CSV table (*.csv)");
    case ResultsFormat::Pdf: return ResultsExport::tr("PDF report (*.pdf)");
    }
    Q_UNREACHABLE();
}

/// A report of a few pages is written at once; cancelled meanwhile, it is not kept.
Result<ExportedReport> writePdf(Session &session, CampaignId id, const QString &path,
                                const CancelToken &cancel)
{
    Result<ExportedReport> report = session.reportDesk().writePdf(id, path);
    if (report && cancel.isCancelled()) {
        QFile::remove(path);
        report->wasCancelled = true;
    }
    return report;
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
    std::vector<FileForm> forms;
    for (const ResultsFormat offered : {ResultsFormat::Csv, ResultsFormat::Pdf}) {
        if (!format || *format == offered)
            forms.push_back({filterOf(offered), suffixOf(offered)});
    }
    QFileDialog *dialog = askWhereToSave(&m_bench.window, tr("Save the results"), m_lastFolder, name, forms);
    connect(dialog, &QFileDialog::fileSelected, this, [this, id](const QString &path) {
        m_lastFolder = QFileInfo{path}.absolutePath();
        const bool isPdf = path.endsWith(u".pdf"_s, Qt::CaseInsensitive);
        write(id, path, isPdf ? ResultsFormat::Pdf : ResultsFormat::Csv);
    });
}

void ResultsExport::write(CampaignId id, const QString &path, ResultsFormat format)
{
    auto *progress =
        new JobDialog{tr("Saving the results…"), QDir::toNativeSeparators(path), &m_bench.window};
    CancelToken job = m_bench.desk.runLong(
        this,
        [id, path, format, &desk = m_bench.desk, dialog = QPointer<QObject>{progress}](
            Session &session, const CancelToken &cancel) -> Result<ExportedReport> {
            if (format == ResultsFormat::Pdf)
                return writePdf(session, id, path, cancel);
            return session.reportDesk().writeCsv(id, path, cancel, [&](qint64 done, qint64 total) {
                desk.report(dialog, [dialog, done, total] {
                    static_cast<JobDialog *>(dialog.data())->setProgress(done, total);
                });
            });
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
