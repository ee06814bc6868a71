#pragma once

#include <QDate>
#include <QWidget>

class FormField;
class QDateEdit;
class QLineEdit;

/// How, when and in which words people agreed to get messages.
class ConsentFields final : public QWidget
{
    Q_OBJECT

public:
    /// `today` is the day that is offered, and the last one that can be chosen.
    explicit ConsentFields(const QDate &today, QWidget *parent = nullptr);

    void clear(const QDate &today);
    QString source() const;
    QString words() const;
    QDate day() const;

    /// Without a source there is no proof: says so beside the field, and leads there.
    bool check();

signals:
    void edited();

private:
    QLineEdit *m_source;
    QDateEdit *m_day;
    QLineEdit *m_words;
    FormField *m_sourceField;
};
