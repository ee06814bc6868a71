#pragma once

#include <QString>

class QLineEdit;
class QWidget;

/// A value to be carried elsewhere: `edit` shows it whole, and one button copies it. `copyName`: what the
/// button is called for those who cannot see what it stands beside.
QWidget *copyLine(QLineEdit *edit, const QString &copyName);
