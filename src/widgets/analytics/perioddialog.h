#pragma once

#include "domain/analytics.h"

#include <QDialog>

class QDateEdit;

/// Asks for a period of one's own.
class PeriodDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit PeriodDialog(const DayRange &days, QWidget *parent = nullptr);

signals:
    void chosen(const DayRange &days);

private:
    QDateEdit *m_from;
    QDateEdit *m_to;
};
