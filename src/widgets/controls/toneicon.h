#pragma once

#include "widgets/theme/theme.h"

#include <QWidget>

/// How something stands, as an icon in the mark colour of its tone: a check, a warning, an error, or for gray
/// what is only to be known. The words beside it say the same.
class ToneIcon final : public QWidget
{
    Q_OBJECT

public:
    explicit ToneIcon(Tone tone, QWidget *parent = nullptr);

    void setTone(Tone tone);
    /// Another icon than that of the tone; empty: that of the tone.
    void setIconName(const QString &iconName);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Tone m_tone;
    QString m_iconName;
};
