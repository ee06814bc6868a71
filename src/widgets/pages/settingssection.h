#pragma once

#include <QString>

#include <initializer_list>

class QScrollArea;
class QVBoxLayout;
class QWidget;

// How every section of the settings is laid out.

/// Puts title and sentence on top of an empty `content`; the column below them is returned.
QVBoxLayout *beginSection(QWidget *content, const QString &title, const QString &sentence);

/// Adds cards that are as wide as forms at most.
void addCards(QVBoxLayout *column, std::initializer_list<QWidget *> cards);

/// Scrolls where it is higher than the window.
QScrollArea *scrolled(QWidget *content);

/// As wide as forms are.
constexpr int kSettingsFormWidth = 720;
