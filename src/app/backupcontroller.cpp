#include "app/backupcontroller.h"

#include "app/jobdialog.h"
#include "app/savedialog.h"
#include "widgets/controls/dialogs.h"
#include "widgets/shell/mainwindow.h"
#include "workspace/backgrounddesk.h"
#include "workspace/backup.h"
#include "workspace/session.h"

#include <QDir>
#include <QFileDialog>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace {

QString backupFilter()
{
    return BackupController::tr("Backup of Fanfare (*.fanfare)");
}

} // namespace

BackupController::BackupController(const Workbench &bench, QObject *parent)
    : QObject{parent}
    , m_bench{bench}
    , m_lastFolder{QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)}
{
}

void BackupController::backUp()
{
    const QString today = toDateTime(m_bench.clock.now()).toLocalTime().toString(u"yyyy-MM-dd"_s);
    QFileDialog *dialog = askWhereToSave(&m_bench.window, tr("Back up the workspace"), m_lastFolder,
                                         u"%1 %2"_s.arg(m_bench.name, today),
                                         {
                                             {backupFilter(), u"fanfare"_s}
    });
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
        m_lastFolder = QFileInfo{file}.absolutePath();
        write(file);
    });
}

void BackupController::write(const QString &file)
{
    auto *progress = new JobDialog{tr("Backing up…"), QDir::toNativeSeparators(file), &m_bench.window};
    progress->setCancellable(false);
    m_bench.desk.run(
        this,
        [file](Session &session) {
            return ::backUp(session.database(), file, IfFileExists::Replace); // the dialog has asked
        },
        [this, dialog = QPointer<JobDialog>{progress}](const Result<BackupReport> &report) {
            if (dialog)
                dialog->finish();
            if (report)
                emit done(tr("Backed up as %1").arg(QFileInfo{report->path}.fileName()));
            else
                tellError(&m_bench.window, tr("The workspace was not backed up"), report.error());
        });
}

void BackupController::restore()
{
    auto *dialog = new QFileDialog{&m_bench.window, tr("Choose a backup"), m_lastFolder};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    // What a restore kept is a backup as well, and stands in the folder of the workspace.
    dialog->setNameFilters({backupFilter(), tr("Workspace as it was before a restore (*.sqlite)")});
    connect(dialog, &QFileDialog::fileSelected, this, &BackupController::askToRestore);
    dialog->open();
}

void BackupController::askToRestore(const QString &file)
{
    m_lastFolder = QFileInfo{file}.absolutePath();
    MessageDialog *question = askBeforeLosing(
        &m_bench.window, tr("Restore this backup?"),
        tr("Everything in this workspace becomes what it was when “%1” was made. What is here now is kept "
           "beside it as a backup of its own. Nothing is sent afterwards until you say so.")
            .arg(QFileInfo{file}.fileName()),
        tr("Restore"), tr("Cancel"));
    connect(question, &QDialog::accepted, this, [this, file] { emit restoreRequested(file); });
}
