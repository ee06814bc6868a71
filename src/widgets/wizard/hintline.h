#pragma once

#include <QWidget>

class QLabel;
class TextLabel;

/// A quiet line below a group of controls, in whose place a problem is told.
class HintLine final : public QWidget
{
    Q_OBJECT

public:
    explicit HintLine(QWidget *parent = nullptr);

    void setHint(const QString &hint);
    /// Empty: nothing is wrong.
    void setProblem(const QString &problem);
    bool hasProblem() const { return !m_problemText.isEmpty(); }

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();

    QString m_hintText;
    QString m_problemText;
    QLabel *m_icon;
    TextLabel *m_words;
};
