#pragma once

#include "app/quiethours.h"
#include "widgets/theme/appearance.h"

#include <QByteArray>
#include <QSettings>
#include <QString>
#include <QStringList>

/// What the program remembers about the person at this computer, whatever workspace is open.
class Preferences
{
public:
    static QString defaultFile();

    explicit Preferences(const QString &file = defaultFile());

    ThemeChoice theme() const;
    void setTheme(ThemeChoice theme);

    QByteArray windowGeometry() const;
    void setWindowGeometry(const QByteArray &geometry);

    /// Whether a closed window goes on sending without a question.
    bool keepsSendingWhenClosed() const;
    void setKeepsSendingWhenClosed(bool keeps);

    /// When new answers may be told on the desktop.
    QuietHours quietHours() const;
    void setQuietHours(const QuietHours &hours);

    /// The workspace that was open last; empty before the first.
    QString lastWorkspace() const;
    /// Folders opened lately, the newest first.
    QStringList recentWorkspaces() const;
    void noteWorkspace(const QString &folder);

private:
    QSettings m_settings;
};
