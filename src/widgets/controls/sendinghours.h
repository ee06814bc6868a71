#pragma once

#include "domain/sendingwindow.h"

#include <QWidget>

#include <array>

class Button;
class QTimeEdit;

/// The hours and days of a sending window. Midnight at the end is the end of the day and shown as 24:00.
class SendingHours : public QWidget
{
    Q_OBJECT

public:
    explicit SendingHours(QWidget *parent = nullptr);

    /// Shows it without a word to anybody.
    void setSendingWindow(const SendingWindow &window);
    /// As shown; without a time zone.
    SendingWindow sendingWindow() const;

    void focusHours();
    void focusDays();

signals:
    /// While a person types.
    void hoursChanged();
    /// When they are done.
    void hoursEntered();
    void daysChanged();

private:
    QTimeEdit *m_from;
    QTimeEdit *m_to;
    std::array<Button *, 7> m_days{};
};

/// A field for a time of day, in the order of reading also where the words run from right to left.
QTimeEdit *makeTimeEdit(const QString &accessibleName);
