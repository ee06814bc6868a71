#include "app/trayplace.h"

#include <QGuiApplication>
#include <QMenu>
#include <QSystemTrayIcon>
#include <QTimer>

#include <chrono>

namespace {

class DesktopTray : public TrayPlace
{
public:
    bool isAvailable() const override { return QSystemTrayIcon::isSystemTrayAvailable(); }

    void show() override
    {
        if (!m_icon)
            build();
        m_isWanted = true;
        m_icon->show();
    }

    void hide() override
    {
        m_isWanted = false;
        if (m_icon)
            m_icon->hide();
    }

    void notify(const QString &title, const QString &words) override
    {
        if (!isAvailable())
            return;
        if (!m_icon)
            build();
        m_icon->show(); // only an icon that is shown can speak
        m_icon->showMessage(title, notificationText(words), QSystemTrayIcon::NoIcon, kShown.count());
        QTimer::singleShot(kShown, m_icon.get(), [this] {
            if (!m_isWanted)
                m_icon->hide();
        });
    }

private:
    static constexpr std::chrono::milliseconds kShown{10'000};

    void build()
    {
        m_menu = std::make_unique<QMenu>();
        m_menu->addAction(TrayPlace::tr("Open Fanfare"), this, &TrayPlace::openRequested);
        m_menu->addAction(TrayPlace::tr("Stop sending and close"), this, &TrayPlace::endRequested);
        m_icon = std::make_unique<QSystemTrayIcon>(QGuiApplication::windowIcon());
        m_icon->setToolTip(TrayPlace::tr("Fanfare is running without its window"));
        m_icon->setContextMenu(m_menu.get());
        connect(m_icon.get(), &QSystemTrayIcon::messageClicked, this, &TrayPlace::openRequested);
        connect(m_icon.get(), &QSystemTrayIcon::activated, this,
                [this](QSystemTrayIcon::ActivationReason reason) {
                    if (reason != QSystemTrayIcon::Context)
                        emit openRequested();
                });
    }

    std::unique_ptr<QMenu> m_menu; // outlives the icon that shows it
    std::unique_ptr<QSystemTrayIcon> m_icon;
    bool m_isWanted = false; ///< beyond a word that was said
};

} // namespace

QString notificationText(const QString &words)
{
#if defined(Q_OS_WIN) || defined(Q_OS_DARWIN)
    return words;
#else
    return words.toHtmlEscaped();
#endif
}

std::unique_ptr<TrayPlace> TrayPlace::ofDesktop()
{
    return std::make_unique<DesktopTray>();
}
