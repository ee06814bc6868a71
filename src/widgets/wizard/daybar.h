#pragma once

#include "domain/sendingwindow.h"

#include <QWidget>

/// The sending hours of one day, with the part in which the campaign sends.
class DayBar final : public QWidget
{
    Q_OBJECT

public:
    explicit DayBar(QWidget *parent = nullptr);

    /// Minutes after midnight. `busyFrom` == `busyTo`: nothing is sent on that day.
    void setHours(int fromMinute, int toMinute, int busyFrom, int busyTo);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_from = 9 * 60;
    int m_to = 21 * 60;
    int m_busyFrom = 0;
    int m_busyTo = 0;
};

/// "09:00" for 540; 1440 is "24:00".
QString minuteText(int minute);
