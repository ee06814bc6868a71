#pragma once

class QWidget;

/// Where the keyboard starts on a page that is given the focus; another call changes it. Unlike a focus
/// proxy, which the Tab key takes for a stop of its own (Qt 6.4) and so skips what stands before `first` on
/// the page.
void setFirstFocus(QWidget *page, QWidget *first);
