#include "app/applicationsetup.h"

#include "translations/translations.h"

#include <QGuiApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

void setUpApplication(QCoreApplication &application, const QLocale &locale)
{
    QCoreApplication::setApplicationName(u"fanfare"_s);
    QGuiApplication::setApplicationDisplayName(u"Fanfare"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(FANFARE_VERSION));
    QGuiApplication::setDesktopFileName(u"org.fanfare.Fanfare"_s);
    QLocale::setDefault(locale);
    installTranslations(application, locale);
}
