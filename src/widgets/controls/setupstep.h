#pragma once

#include "widgets/theme/theme.h"

#include <QWidget>

class QVBoxLayout;
class TextLabel;
class ToneIcon;

/// One thing to be done while something is set up, with a light that says whether it is.
class SetupStep final : public QWidget
{
    Q_OBJECT

public:
    SetupStep(int number, const QString &title, QWidget *parent = nullptr);

    void add(QWidget *content);
    void addButton(QWidget *button);

    /// Gray: not yet.
    void set(Tone tone, const QString &words);

private:
    ToneIcon *m_icon;
    TextLabel *m_words;
    QVBoxLayout *m_content;
};
