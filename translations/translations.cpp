#include "translations/translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

using namespace Qt::StringLiterals;

// Q_INIT_RESOURCE must stand outside every namespace.
static void initTranslations()
{
    Q_INIT_RESOURCE(translations);
}

void installTranslations(QCoreApplication &application, const QLocale &locale)
{
    initTranslations();
    // Looked at from the last to the first: English stands behind the language of the person.
    auto *english = new QTranslator{&application};
    if (english->load(u":/i18n/fanfare_en.qm"_s))
        QCoreApplication::installTranslator(english);
    auto *own = new QTranslator{&application};
    if (!own->load(locale, u"fanfare"_s, u"_"_s, u":/i18n"_s))
        return;
    QCoreApplication::installTranslator(own);
    auto *qt = new QTranslator{&application};
    if (qt->load(locale, u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(qt);
}
