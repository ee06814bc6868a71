#pragma once

class QCoreApplication;
class QLocale;

/// Gives the application its name, its language and what the desktop knows it by. Colours and fonts are
/// Appearance's.
void setUpApplication(QCoreApplication &application, const QLocale &locale);
