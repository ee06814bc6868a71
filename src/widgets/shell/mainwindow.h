#pragma once

#include "widgets/shell/statusline.h"

#include <QHash>
#include <QWidget>

#include <functional>
#include <vector>

class QMenu;
class QStackedWidget;
class SideBar;
class Toast;

/// A place of the window as the application gives it. The page brings its own header and actions.
struct Place
{
    QString key; ///< "campaigns"
    QString title;
    QString iconName;
    QWidget *page = nullptr; ///< becomes a child of the window
    bool isAtFoot = false;
};

/// The window: places at the side, one page at a time, the status line below. It arranges pages and knows
/// nothing of what they show.
class MainWindow : public QWidget
{
    Q_OBJECT

public:
    explicit MainWindow(QWidget *parent = nullptr);

    void setWorkspace(const QString &name, const QString &path);
    void setWorkspaceMenu(QMenu *menu);

    /// Places appear in the order they are added; Ctrl 1 is the first one that is not at the foot. Settings,
    /// at the foot, answers to Ctrl ,.
    void addPlace(const Place &place);
    /// A further page of a place: the wizard, one campaign.
    void addPage(const QString &placeKey, QWidget *page);
    void removePage(QWidget *page);

    void showPlace(const QString &key);
    void showPage(QWidget *page);
    QWidget *currentPage() const;
    QString currentPlace() const;
    void setUnread(const QString &placeKey, int count);

    void setStatus(StatusItem item, const StatusWords &words);
    /// A word at the lower edge that something was done. `undo` runs when the person takes it back.
    void showToast(const QString &message, const QString &undoText = {}, std::function<void()> undo = {});

signals:
    void placeChanged(const QString &key);
    void statusClicked(StatusItem item);
    /// The window is about to close.
    void closing();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void showHelp();
    void focusNextPane();

    SideBar *m_sideBar;
    QStackedWidget *m_pages;
    StatusLine *m_statusLine;
    Toast *m_toast;
    std::vector<Place> m_places;
    QHash<QWidget *, QString> m_placeOfPage;
    QHash<QString, QWidget *> m_lastPageOfPlace;
    std::function<void()> m_undo;
};
