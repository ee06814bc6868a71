#include "app/preferences.h"

#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kRecentWorkspaces = 6;

QString savedWord(ThemeChoice theme)
{
    switch (theme) {
    case ThemeChoice::System: return u"system"_s;
    case ThemeChoice::Light: return u"light"_s;
    case ThemeChoice::Dark: return u"dark"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

QString Preferences::defaultFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
        + u"/Fanfare/fanfare.ini"_s;
}

Preferences::Preferences(const QString &file)
    : m_settings{file, QSettings::IniFormat}
{
}

ThemeChoice Preferences::theme() const
{
    const QString saved = m_settings.value(u"theme"_s).toString();
    for (const ThemeChoice theme : {ThemeChoice::Light, ThemeChoice::Dark}) {
        if (saved == savedWord(theme))
            return theme;
    }
    return ThemeChoice::System;
}

void Preferences::setTheme(ThemeChoice theme)
{
    m_settings.setValue(u"theme"_s, savedWord(theme));
}

QByteArray Preferences::windowGeometry() const
{
    return m_settings.value(u"window"_s).toByteArray();
}

void Preferences::setWindowGeometry(const QByteArray &geometry)
{
    m_settings.setValue(u"window"_s, geometry);
}

bool Preferences::keepsSendingWhenClosed() const
{
    return m_settings.value(u"keepSendingWhenClosed"_s).toBool();
}

void Preferences::setKeepsSendingWhenClosed(bool keeps)
{
    m_settings.setValue(u"keepSendingWhenClosed"_s, keeps);
}

QString Preferences::lastWorkspace() const
{
    return recentWorkspaces().value(0);
}

QStringList Preferences::recentWorkspaces() const
{
    return m_settings.value(u"workspaces"_s).toStringList();
}

void Preferences::noteWorkspace(const QString &folder)
{
    QStringList recent = recentWorkspaces();
    recent.removeAll(folder);
    recent.prepend(folder);
    m_settings.setValue(u"workspaces"_s, recent.first(std::min(recent.size(), kRecentWorkspaces)));
}
