#pragma once

class Preferences;
class QWidget;

/// Asks whether and when new answers are told on the desktop, and remembers it.
void askAboutNotifications(QWidget *parent, Preferences &preferences);
