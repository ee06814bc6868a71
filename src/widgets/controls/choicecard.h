#pragma once

#include <QRadioButton>

/// One of several ways, as a framed radio button with a second line: "Gentle / 10 a minute".
class ChoiceCard : public QRadioButton
{
    Q_OBJECT

public:
    ChoiceCard(const QString &title, const QString &sentence, QWidget *parent = nullptr);

    void setSentence(const QString &sentence);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool hitButton(const QPoint &position) const override { return rect().contains(position); }

private:
    QString m_sentence;
};
