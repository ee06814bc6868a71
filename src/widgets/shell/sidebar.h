#pragma once

#include <QFrame>

#include <vector>

class QMenu;
class QVBoxLayout;

/// The leading edge of the window: mark and name, the workspace, the places, and what stands at the foot.
/// Folds to its icons where the window is narrow.
class SideBar : public QFrame
{
    Q_OBJECT

public:
    explicit SideBar(QWidget *parent = nullptr);

    void setWorkspace(const QString &name, const QString &path);
    /// What the workspace button opens; without a menu it is a plain label.
    void setWorkspaceMenu(QMenu *menu);

    void addPlace(const QString &key, const QString &title, const QString &iconName, bool isAtFoot,
                  const QKeySequence &shortcut);
    /// Looks like a place and opens something else.
    void addAction(const QString &key, const QString &title, const QString &iconName,
                   const QKeySequence &shortcut);
    void setCurrent(const QString &key);
    /// A pill with a number behind the title; 0 removes it.
    void setUnread(const QString &key, int count);

    void setFolded(bool folded);
    bool isFolded() const { return m_isFolded; }

signals:
    void placeChosen(const QString &key);
    void actionChosen(const QString &key);

private:
    class NavButton;
    class WorkspaceButton;
    class Brand;

    NavButton *addButton(const QString &key, const QString &title, const QString &iconName, bool isAtFoot,
                         const QKeySequence &shortcut);
    NavButton *button(const QString &key) const;

    Brand *m_brand;
    WorkspaceButton *m_workspace;
    QVBoxLayout *m_places;
    QVBoxLayout *m_foot;
    std::vector<NavButton *> m_buttons;
    bool m_isFolded = false;
};
