#include "app/inboxexport.h"

#include "app/jobdialog.h"
#include "app/savedialog.h"
#include "app/windowwords.h"
#include "widgets/controls/dialogs.h"
#include "widgets/shell/mainwindow.h"
#include "workspace/backgrounddesk.h"
#include "workspace/session.h"

#include <QDir>
#include <QFileDialog>
#include <QPointer>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

InboxExport::InboxExport(const Workbench &bench, QObject *parent)
    : QObject{parent}
    , m_bench{bench}
    , m_lastFolder{QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)}
{
}

void InboxExport::begin(ConversationId id)
{
    m_bench.desk.run(
        this, [id](Session &session) { return session.inbox().load(id); },
        [this, id](const Result<Conversation> &conversation) {
            if (!conversation) {
                tellError(&m_bench.window, tr("The conversation was not saved"),
                          inWindowWords(conversation.error()));
                return;
            }
            const QString person = conversation->name.isEmpty() ? conversation->phone : conversation->name;
            //: The name of a file; %1 is a person
            ask(tr("Conversation with %1").arg(person), [id](Session &, const CancelToken &) {
                return Result<std::vector<ConversationId>>{std::vector{id}};
            });
        });
}

void InboxExport::beginList(const InboxQuery &query)
{
    //: The name of a file
    ask(tr("Conversations"), [query](Session &session, const CancelToken &cancel) {
        return session.inbox().keys(query, session.clock().now(), cancel);
    });
}

void InboxExport::ask(const QString &name, const Find &find)
{
    QFileDialog *dialog = askWhereToSave(&m_bench.window, tr("Save the conversations"), m_lastFolder, name,
                                         {
                                             {tr("CSV table (*.csv)"), u"csv"_s}
    });
    connect(dialog, &QFileDialog::fileSelected, this, [this, find](const QString &path) {
        m_lastFolder = QFileInfo{path}.absolutePath();
        write(find, path);
    });
}

void InboxExport::write(const Find &find, const QString &path)
{
    auto *progress =
        new JobDialog{tr("Saving the conversations…"), QDir::toNativeSeparators(path), &m_bench.window};
    CancelToken job = m_bench.desk.runLong(
        this,
        [find, path, &desk = m_bench.desk, dialog = QPointer<QObject>{progress}](
            Session &session, const CancelToken &cancel) -> Result<std::optional<qint64>> {
            const auto tellProgress = [&](qint64 done, qint64 total) {
                desk.report(dialog, [dialog, done, total] {
                    static_cast<JobDialog *>(dialog.data())->setProgress(done, total);
                });
            };
            const Result<std::vector<ConversationId>> conversations = find(session, cancel);
            if (!conversations)
                return conversations.error();
            return session.inboxDesk().writeCsv(*conversations, path, cancel, tellProgress);
        },
        [this, path, dialog = QPointer<JobDialog>{progress}](const Result<std::optional<qint64>> &saved) {
            if (dialog)
                dialog->finish();
            if (!saved)
                tellError(&m_bench.window, tr("The conversations were not saved"),
                          inWindowWords(saved.error()));
            else if (*saved) // not cancelled
                m_bench.window.showToast(tr("%Ln messages saved as %1", nullptr, static_cast<int>(**saved))
                                             .arg(QFileInfo{path}.fileName()));
        });
    connect(progress, &JobDialog::cancelRequested, this, [job]() mutable { job.cancel(); });
}
