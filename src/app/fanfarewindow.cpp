#include "app/fanfarewindow.h"

#include "app/jobdialog.h"
#include "app/preferences.h"
#include "app/trayplace.h"
#include "app/workspaceview.h"
#include "widgets/controls/button.h"
#include "widgets/controls/dialogs.h"
#include "widgets/controls/statepanel.h"
#include "workspace/backup.h"

#include <QCloseEvent>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>
#include <QScreen>
#include <QStackedLayout>
#include <QThread>

#include <optional>

using namespace Qt::StringLiterals;

namespace {

constexpr QSize kUsualSize{1440, 900};

Result<Workspace> openWorkspace(const QString &folder, std::optional<Workspace::Purpose> purpose,
                                const Clock &clock)
{
    Result<Workspace> workspace = Workspace::open(folder);
    if (!workspace && purpose && workspace.error().code == "no_workspace"_L1)
        workspace = Workspace::create(folder, *purpose, clock);
    const bool isWrongOne = workspace && purpose == Workspace::Purpose::Practice && !workspace->isPractice();
    if (isWrongOne)
        return Error{ErrorKind::Refused,
                     FanfareWindow::tr("The workspace in %1 sends to real people, so it is not for practice.")
                         .arg(QDir::toNativeSeparators(folder)),
                     u"not_practice"_s,
                     {}};
    return workspace;
}

} // namespace

FanfareWindow::FanfareWindow(const Surroundings &surroundings, QWidget *parent)
    : QWidget{parent}
    , m_surroundings{surroundings}
    , m_pages{new QStackedLayout{this}}
    , m_state{new StatePanel}
{
    setWindowTitle(tr("Fanfare"));
    m_pages->addWidget(m_state);
    connect(m_state, &StatePanel::actionRequested, this, [this] {
        if (m_tryAgain)
            m_tryAgain();
    });
    connect(m_state, &StatePanel::secondRequested, this, &FanfareWindow::chooseFolder);
    if (TrayPlace *tray = surroundings.tray) {
        connect(tray, &TrayPlace::openRequested, this, &FanfareWindow::comeOutOfTray);
        connect(tray, &TrayPlace::endRequested, this, [this] {
            m_surroundings.preferences.setKeepsSendingWhenClosed(false); // the next time it is asked again
            end();
        });
    }
    if (!restoreGeometry(surroundings.preferences.windowGeometry())) {
        resize(kUsualSize);
        const QSize room = QGuiApplication::primaryScreen()->availableSize();
        // With its frame it would not fit.
        if (room.width() <= kUsualSize.width() || room.height() <= kUsualSize.height())
            setWindowState(Qt::WindowMaximized);
    }
}

FanfareWindow::~FanfareWindow()
{
    delete m_view;
    // A workspace that is being opened belongs to a thread that is our child.
    for (QThread *thread : findChildren<QThread *>())
        thread->wait();
}

void FanfareWindow::openOrMake(const QString &folder, Workspace::Purpose purpose)
{
    open(folder,
         [folder, purpose, &clock = m_surroundings.clock] { return openWorkspace(folder, purpose, clock); });
}

void FanfareWindow::openExisting(const QString &folder)
{
    open(folder,
         [folder, &clock = m_surroundings.clock] { return openWorkspace(folder, std::nullopt, clock); });
}

void FanfareWindow::closeEvent(QCloseEvent *event)
{
    if (m_mayClose || !m_view) {
        m_surroundings.preferences.setWindowGeometry(saveGeometry());
        event->accept();
        return;
    }
    event->ignore();
    if (!canKeepSendingWhenClosed())
        leaveThen([this] { closeForGood(); });
    else if (m_surroundings.preferences.keepsSendingWhenClosed())
        goIntoTray();
    else
        askWhetherToKeepSending();
}

bool FanfareWindow::canKeepSendingWhenClosed() const
{
    return !m_isLeaving && m_surroundings.tray && m_surroundings.tray->isAvailable()
        && (m_view->isSending() || m_view->scheduledCampaigns() > 0 || m_view->repeatedCampaigns() > 0);
}

QString FanfareWindow::whatGoesOnWithoutWindow() const
{
    if (m_view->isSending())
        return tr("%Ln people have not got their message yet. Fanfare can go on without its window as "
                  "long as this computer is on; its icon near the clock brings the window back. If it "
                  "stops, sending goes on when this workspace is opened again.",
                  nullptr, m_view->peopleLeft());
    if (m_view->scheduledCampaigns() > 0)
        return tr("%Ln campaigns start by themselves, but only while Fanfare runs. It can go on without "
                  "its window as long as this computer is on; its icon near the clock brings the window "
                  "back. If it stops, you are asked about each one it misses before anything is sent "
                  "late.",
                  nullptr, m_view->scheduledCampaigns());
    return tr("%Ln campaigns are repeated, but only while Fanfare runs. It can go on without its window as "
              "long as this computer is on; its icon near the clock brings the window back. If it stops, the "
              "latest time it missed is made up for when this workspace is opened again.",
              nullptr, m_view->repeatedCampaigns());
}

void FanfareWindow::askWhetherToKeepSending()
{
    constexpr int kStops = QDialog::Accepted + 1;
    const bool isSending = m_view->isSending();
    auto *dialog = new MessageDialog{isSending ? tr("Keep sending when the window is closed?")
                                               : tr("Keep Fanfare running for what is scheduled?"),
                                     whatGoesOnWithoutWindow(), this};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->addButton(isSending ? tr("Stop sending and close") : tr("Close"), ButtonKind::Outlined, kStops);
    dialog->addButton(isSending ? tr("Keep sending") : tr("Keep running"), ButtonKind::Primary,
                      QDialog::Accepted, true);
    connect(dialog, &QDialog::finished, this, [this](int answer) {
        if (m_isLeaving || !m_view)
            return;
        if (answer == QDialog::Accepted) {
            m_surroundings.preferences.setKeepsSendingWhenClosed(true);
            goIntoTray();
        } else if (answer == kStops) {
            leaveView([this] { closeForGood(); });
        }
    });
    dialog->open();
}

void FanfareWindow::goIntoTray()
{
    m_surroundings.preferences.setWindowGeometry(saveGeometry());
    // The program lives on without a window, also when one that it opens meanwhile is closed.
    QGuiApplication::setQuitOnLastWindowClosed(false);
    m_surroundings.tray->show();
    hide();
}

void FanfareWindow::comeOutOfTray()
{
    show();
    raise();
    activateWindow();
    m_surroundings.tray->hide();
    QGuiApplication::setQuitOnLastWindowClosed(true);
}

void FanfareWindow::end()
{
    if (m_isEnding)
        return;
    m_isEnding = true;
    if (m_isLeaving) // where to does not matter any more
        return;
    if (m_view)
        leaveView({});
    else
        closeForGood();
}

void FanfareWindow::prepareForLogOut()
{
    if (m_view)
        m_view->prepareForLogOut();
}

void FanfareWindow::closeForGood()
{
    m_mayClose = true;
    if (m_surroundings.tray)
        m_surroundings.tray->hide();
    ++m_openings; // what is still being opened comes too late
    close();
    if (m_isEnding)
        emit ended();
}

void FanfareWindow::open(const QString &folder, Open work, std::function<void()> then)
{
    leaveThen([this, folder, work = std::move(work), then = std::move(then)] {
        m_state->showLoading(tr("Opening the workspace…"), false);
        m_pages->setCurrentWidget(m_state);
        m_tryAgain = [this, folder, work, then] { open(folder, work, then); };
        const quint64 opening = ++m_openings;
        // Bringing an old database up to date may take long.
        const auto answer = std::make_shared<std::optional<Result<Workspace>>>();
        QThread *thread = QThread::create([work, answer] { answer->emplace(work()); });
        thread->setParent(this);
        connect(thread, &QThread::finished, this, [this, thread, answer, folder, opening, then] {
            thread->deleteLater();
            if (opening != m_openings)
                return;
            showAnswer(**answer, folder);
            if (then)
                then();
        });
        thread->start();
    });
}

void FanfareWindow::restore(const QString &folder, const QString &backup)
{
    const auto outcome = std::make_shared<std::optional<Result<BackupReport>>>();
    open(
        folder,
        [folder, backup, outcome, &clock = m_surroundings.clock] {
            outcome->emplace(restoreBackup(backup, folder, u"fanfare"_s, clock));
            return openWorkspace(folder, std::nullopt, clock); // also where it stayed as it was
        },
        [this, outcome] {
            if (!**outcome) {
                tellError(this, tr("The backup was not restored"), (**outcome).error());
                return;
            }
            QString sentences = tr("What was here before is kept as a backup: %1")
                                    .arg(QDir::toNativeSeparators((**outcome)->kept));
            if (const int people = (**outcome)->keptOut; people > 0)
                sentences += u"\n\n"_s
                    + tr("%Ln people opted out or were erased after the backup was made, and stay so.",
                         nullptr, people);
            auto *dialog = new MessageDialog{tr("The backup is restored"), sentences, this};
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            dialog->addButton(tr("Close"), ButtonKind::Primary, QDialog::Accepted, true);
            dialog->open();
        });
}

void FanfareWindow::showAnswer(const Result<Workspace> &workspace, const QString &folder)
{
    if (workspace)
        showWorkspace(*workspace);
    else
        showProblem(workspace.error(), folder);
}

void FanfareWindow::showWorkspace(const Workspace &workspace)
{
    m_surroundings.preferences.noteWorkspace(workspace.path());
    m_view = new WorkspaceView{workspace, m_surroundings};
    m_pages->addWidget(m_view);
    m_pages->setCurrentWidget(m_view);
    m_view->setFocus(Qt::OtherFocusReason);
    setWindowTitle(m_view->windowTitle());
    connect(m_view, &WorkspaceView::practiceRequested, this,
            [this] { openOrMake(m_surroundings.practiceFolder, Workspace::Purpose::Practice); });
    connect(m_view, &WorkspaceView::ownWorkspaceRequested, this,
            [this] { openOrMake(m_surroundings.ownFolder, Workspace::Purpose::Real); });
    connect(m_view, &WorkspaceView::ownNumberRequested, this, [this] {
        m_connectsNumber = true;
        openOrMake(m_surroundings.ownFolder, Workspace::Purpose::Real);
    });
    connect(m_view, &WorkspaceView::folderRequested, this, &FanfareWindow::openExisting);
    connect(m_view, &WorkspaceView::otherWorkspaceRequested, this, &FanfareWindow::chooseFolder);
    connect(m_view, &WorkspaceView::restoreRequested, this,
            [this, folder = workspace.path()](const QString &backup) { restore(folder, backup); });
    if (std::exchange(m_connectsNumber, false) && !workspace.isPractice())
        m_view->connectNumber();
    emit opened();
}

void FanfareWindow::showProblem(const Error &error, const QString &folder)
{
    setWindowTitle(tr("Fanfare"));
    QStringList sentences{error.message};
    if (!error.message.contains(folder))
        sentences << tr("The workspace is in %1.").arg(QDir::toNativeSeparators(folder));
    sentences << tr("Nothing in it was changed.");
    m_state->showEmpty(u"warning"_s, tr("This workspace cannot be opened"), sentences.join(u' '),
                       tr("Try again"), tr("Open another workspace…"));
    m_state->setToolTip(error.detail);
    m_pages->setCurrentWidget(m_state);
    emit couldNotOpen(error);
}

void FanfareWindow::chooseFolder()
{
    auto *dialog = new QFileDialog{this, tr("Open a workspace"), m_surroundings.ownFolder};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &FanfareWindow::openExisting);
    dialog->open();
}

void FanfareWindow::leaveThen(std::function<void()> then)
{
    if (m_isLeaving)
        return;
    if (!m_view) {
        then();
        return;
    }
    if (!m_view->isSending()) {
        leaveView(std::move(then));
        return;
    }
    MessageDialog *dialog = askBeforeLosing(this, tr("Stop sending?"),
                                            tr("%Ln people have not got their message yet. Messages that "
                                               "have left are not affected, and sending goes on when "
                                               "this workspace is opened again.",
                                               nullptr, m_view->peopleLeft()),
                                            tr("Stop sending and close"), tr("Keep sending"));
    connect(dialog, &QDialog::accepted, this, [this, then = std::move(then)] {
        if (!m_isLeaving)
            leaveView(then);
    });
}

void FanfareWindow::leaveView(std::function<void()> then)
{
    m_isLeaving = true;
    auto *waiting =
        new JobDialog{tr("Waiting for the last answers…"),
                      tr("Nothing new leaves. What is on its way is written down, which takes ten seconds at "
                         "most."),
                      this};
    waiting->setCancellable(false);
    connect(
        m_view, &WorkspaceView::left, this,
        [this, waiting, then = std::move(then)] {
            waiting->finish();
            m_isLeaving = false;
            m_view->hide();
            m_view->deleteLater();
            m_view = nullptr;
            if (m_isEnding)
                closeForGood();
            else
                then();
        },
        // Queued: it may come from within leave(), and so from within the window's closing.
        static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::SingleShotConnection));
    m_view->leave();
}
