#pragma once

#include <QWidget>

class QLabel;
class TextLabel;

/// A field with its label above and a hint below, in whose place a problem is told.
class FormField : public QWidget
{
    Q_OBJECT

public:
    FormField(const QString &label, QWidget *field, QWidget *parent = nullptr);

    /// Adds "(required)" behind the label.
    void setRequired(bool required);
    void setHint(const QString &hint);
    /// Empty: nothing is wrong.
    void setProblem(const QString &problem);
    bool hasProblem() const { return !m_problemText.isEmpty(); }

    QWidget *field() const { return m_field; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();

    QString m_labelText;
    QString m_hintText;
    QString m_problemText;
    QWidget *m_field;
    TextLabel *m_label;
    TextLabel *m_requiredMark;
    QLabel *m_problemIcon;
    TextLabel *m_hint;
};
