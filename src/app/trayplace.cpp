#include "app/trayplace.h"

#include <QGuiApplication>
#include <QMenu>
#include <QSystemTrayIcon>

namespace {

class DesktopTray : public TrayPlace
{
public:
    bool isAvailable() const override { return QSystemTrayIcon::isSystemTrayAvailable(); }

    void show() override
    {
        if (!m_icon)
            build();
        m_icon->show();
    }

    void hide() override
    {
        if (m_icon)
            m_icon->hide();
    }

private:
    void build()
    {
        m_menu = std::make_unique<QMenu>();
        m_menu->addAction(TrayPlace::tr("Open Fanfare"), this, &TrayPlace::openRequested);
        m_menu->addAction(TrayPlace::tr("Stop sending and close"), this, &TrayPlace::endRequested);
        m_icon = std::make_unique<QSystemTrayIcon>(QGuiApplication::windowIcon());
        m_icon->setToolTip(TrayPlace::tr("Fanfare is running without its window"));
        m_icon->setContextMenu(m_menu.get());
        connect(m_icon.get(), &QSystemTrayIcon::activated, this,
                [this](QSystemTrayIcon::ActivationReason reason) {
                    if (reason != QSystemTrayIcon::Context)
                        emit openRequested();
                });
    }

    std::unique_ptr<QMenu> m_menu; // outlives the icon that shows it
    std::unique_ptr<QSystemTrayIcon> m_icon;
};

} // namespace

std::unique_ptr<TrayPlace> TrayPlace::ofDesktop()
{
    return std::make_unique<DesktopTray>();
}
