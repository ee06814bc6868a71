#include "app/applicationsetup.h"

#include "translations/translations.h"

#include <QApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

void setUpApplication(QApplication &application, const QLocale &locale)
{
    QApplication::setApplicationName(u"fanfare"_s);
    QApplication::setApplicationDisplayName(u"Fanfare"_s);
    QApplication::setApplicationVersion(QStringLiteral(FANFARE_VERSION));
    QApplication::setDesktopFileName(u"org.fanfare.Fanfare"_s);
    QLocale::setDefault(locale);
    installTranslations(application, locale);
}
