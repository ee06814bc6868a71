#pragma once

#include "widgets/controls/card.h"
#include "widgets/theme/theme.h"

#include <QStringList>
#include <QWidget>

#include <vector>

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

/// A card of steps in their order.
class SetupSteps final : public Card
{
    Q_OBJECT

public:
    explicit SetupSteps(const QStringList &titles, QWidget *parent = nullptr);

    /// From 0.
    SetupStep &step(int place) const { return *m_steps[static_cast<size_t>(place)]; }

private:
    std::vector<SetupStep *> m_steps;
};
