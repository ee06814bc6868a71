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

QuietHours Preferences::quietHours() const
{
    const QuietHours usual;
    return {m_settings.value(u"notifications/shown"_s, usual.areShown).toBool(),
            m_settings.value(u"notifications/quiet"_s, usual.isQuiet).toBool(),
            m_settings.value(u"notifications/quietFrom"_s, usual.from).toTime(),
            m_settings.value(u"notifications/quietTo"_s, usual.to).toTime()};
}

void Preferences::setQuietHours(const QuietHours &hours)
{
    m_settings.setValue(u"notifications/shown"_s, hours.areShown);
    m_settings.setValue(u"notifications/quiet"_s, hours.isQuiet);
    m_settings.setValue(u"notifications/quietFrom"_s, hours.from);
    m_settings.setValue(u"notifications/quietTo"_s, hours.to);
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
