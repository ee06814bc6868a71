#pragma once

#include "widgets/theme/theme.h"

#include <QFrame>

class QHBoxLayout;
class QLabel;

/// A message that stays until it is solved: icon, a bold first sentence, more words, at most two buttons.
class Banner : public QFrame
{
    Q_OBJECT

public:
    explicit Banner(QWidget *parent = nullptr);

    /// Blue informs, amber warns, red blocks, green confirms.
    void setMessage(Tone tone, const QString &sentence, const QString &more = {});
    void addAction(QWidget *button);
    void clearActions();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void showMessage();

    QLabel *m_icon;
    QLabel *m_words;
    QHBoxLayout *m_actions;
    Tone m_tone = Tone::Blue;
    QString m_sentence;
    QString m_more;
};
