#pragma once

class QApplication;
class QLocale;

/// Gives the application its name, its language and what the desktop knows it by. Colours and fonts are
/// Appearance's.
void setUpApplication(QApplication &application, const QLocale &locale);
