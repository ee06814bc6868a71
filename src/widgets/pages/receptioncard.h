#pragma once

#include "widgets/controls/card.h"
#include "widgets/theme/theme.h"

class Button;
class QLineEdit;
class SetupStep;
class TextLabel;
class ToneIcon;

/// Says with a light and in words whether delivery events arrive in some way, beside the button that changes
/// it.
class ReceptionCard final : public Card
{
    Q_OBJECT

public:
    /// The button becomes the card's.
    explicit ReceptionCard(Button *button, QWidget *parent = nullptr);

    void say(Tone tone, const QString &title, const QString &words);
    /// Where there is nothing to be set up: in practice, and while no number is connected. Says so then, and
    /// whether it has.
    bool sayWhyNot(bool isPractice, bool hasAccount);

private:
    Button *m_button;
    ToneIcon *m_icon;
    TextLabel *m_title;
    TextLabel *m_words;
};

/// Adds what is carried to Meta's App Dashboard: `callback` and `token`, each to be copied.
void addCallbackFields(SetupStep &step, QLineEdit *callback, QLineEdit *token);
