#include "widgets/shell/mainwindow.h"

#include "widgets/controls/toast.h"
#include "widgets/shell/helpdialog.h"
#include "widgets/shell/sidebar.h"
#include "widgets/theme/typography.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QKeySequence>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

constexpr int kUnfoldedFrom = 1100;
constexpr QSize kSmallest{1024, 700};

} // namespace

MainWindow::MainWindow(QWidget *parent)
    : QWidget{parent}
    , m_sideBar{new SideBar}
    , m_pages{new QStackedWidget}
    , m_statusLine{new StatusLine}
{
    setWindowTitle(tr("Fanfare"));
    setMinimumSize(kSmallest);
    resize(1440, 900);

    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_sideBar);
    row->addWidget(m_pages, 1);
    auto *column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row, 1);
    column->addWidget(m_statusLine);
    m_toast = new Toast{this};

    const QKeySequence helpKey{QKeySequence::HelpContents};
    m_sideBar->addAction(u"help"_s, tr("Help"), u"help"_s, helpKey);
    connect(new QShortcut{helpKey, this}, &QShortcut::activated, this, &MainWindow::showHelp);
    connect(new QShortcut{QKeySequence{u"F6"_s}, this}, &QShortcut::activated, this,
            &MainWindow::focusNextPane);
    connect(m_sideBar, &SideBar::actionChosen, this, &MainWindow::showHelp);
    connect(m_sideBar, &SideBar::placeChosen, this, [this](const QString &key) {
        // A second press on the place leads from one of its pages to the place itself.
        if (key == currentPlace())
            m_lastPageOfPlace.remove(key);
        showPlace(key);
    });
    connect(m_statusLine, &StatusLine::itemClicked, this, &MainWindow::statusClicked);
    connect(m_toast, &Toast::actionRequested, this, [this] {
        if (m_undo)
            m_undo();
    });
}

void MainWindow::setWorkspace(const QString &name, const QString &path)
{
    m_sideBar->setWorkspace(name, path);
    //: Title of the window: workspace and program.
    setWindowTitle(name.isEmpty() ? tr("Fanfare") : tr("%1 – Fanfare").arg(name));
}

void MainWindow::setWorkspaceMenu(QMenu *menu)
{
    m_sideBar->setWorkspaceMenu(menu);
}

void MainWindow::addPlace(const Place &place)
{
    QKeySequence shortcut;
    if (place.isAtFoot) {
        if (place.key == "settings"_L1)
            shortcut = QKeySequence{u"Ctrl+,"_s};
    } else {
        const auto places = std::count_if(m_places.begin(), m_places.end(),
                                          [](const Place &known) { return !known.isAtFoot; });
        if (places < 9)
            shortcut = QKeySequence{u"Ctrl+%1"_s.arg(places + 1)};
    }
    m_places.push_back(place);
    m_sideBar->addPlace(place.key, place.title, place.iconName, place.isAtFoot, shortcut);
    addPage(place.key, place.page);
    if (!shortcut.isEmpty()) {
        connect(new QShortcut{shortcut, this}, &QShortcut::activated, this,
                [this, key = place.key] { showPlace(key); });
    }
    if (m_places.size() == 1)
        showPlace(place.key);
}

void MainWindow::addPage(const QString &placeKey, QWidget *page)
{
    m_pages->addWidget(page);
    m_placeOfPage.insert(page, placeKey);
}

void MainWindow::removePage(QWidget *page)
{
    const QString key = m_placeOfPage.take(page);
    if (m_lastPageOfPlace.value(key) == page)
        m_lastPageOfPlace.remove(key);
    const bool wasShown = currentPage() == page;
    m_pages->removeWidget(page);
    if (wasShown)
        showPlace(key);
}

void MainWindow::showPlace(const QString &key)
{
    if (QWidget *last = m_lastPageOfPlace.value(key)) {
        showPage(last);
        return;
    }
    const auto found =
        std::find_if(m_places.begin(), m_places.end(), [&](const Place &place) { return place.key == key; });
    if (found != m_places.end())
        showPage(found->page);
}

void MainWindow::showPage(QWidget *page)
{
    const QString before = currentPlace();
    m_pages->setCurrentWidget(page);
    const QString key = m_placeOfPage.value(page);
    m_lastPageOfPlace.insert(key, page);
    m_sideBar->setCurrent(key);
    if (!page->isAncestorOf(focusWidget()))
        page->setFocus(Qt::OtherFocusReason);
    if (key != before)
        emit placeChanged(key);
}

QWidget *MainWindow::currentPage() const
{
    return m_pages->currentWidget();
}

QString MainWindow::currentPlace() const
{
    return m_placeOfPage.value(currentPage());
}

void MainWindow::setUnread(const QString &placeKey, int count)
{
    m_sideBar->setUnread(placeKey, count);
}

void MainWindow::setStatus(StatusItem item, const StatusWords &words)
{
    m_statusLine->setStatus(item, words);
}

void MainWindow::showToast(const QString &message, const QString &undoText, std::function<void()> undo)
{
    m_undo = std::move(undo);
    m_toast->showMessage(message, m_undo ? undoText : QString{});
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool folds = width() < scaledWithText(kUnfoldedFrom);
    if (folds != m_sideBar->isFolded())
        m_sideBar->setFolded(folds);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    emit closing();
    QWidget::closeEvent(event);
}

void MainWindow::showHelp()
{
    auto *help = new HelpDialog{this};
    help->open();
}

void MainWindow::focusNextPane()
{
    const std::array<QWidget *, 3> panes{m_sideBar, currentPage(), m_statusLine};
    const QWidget *focused = focusWidget();
    size_t current = 0;
    for (size_t i = 0; i < panes.size(); ++i) {
        if (panes[i] && focused && (panes[i] == focused || panes[i]->isAncestorOf(focused)))
            current = i;
    }
    for (size_t step = 1; step <= panes.size(); ++step) {
        QWidget *pane = panes[(current + step) % panes.size()];
        if (!pane)
            continue;
        const QList<QWidget *> children = pane->findChildren<QWidget *>();
        for (QWidget *child : children) {
            if (child->isVisible() && child->isEnabled() && (child->focusPolicy() & Qt::TabFocus)) {
                child->setFocus(Qt::ShortcutFocusReason);
                return;
            }
        }
    }
}
