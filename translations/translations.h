#pragma once

class QCoreApplication;
class QLocale;

/// Lets `application` speak the language of `locale`: ours and Qt's own words. Where we do not speak it,
/// English, whose file is needed too: it knows singular and plural. Call it once, before anything is shown.
void installTranslations(QCoreApplication &application, const QLocale &locale);
