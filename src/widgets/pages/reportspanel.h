#pragma once

#include "presentation/campaignchoices.h"

#include <QByteArray>
#include <QColor>
#include <QDate>
#include <QWidget>

class Button;
class QComboBox;
class QDateEdit;
class QLabel;
class QLineEdit;
class TextLabel;

/// How reports for clients look.
struct ReportStyle
{
    QString agency; ///< empty: the account's name
    QByteArray logo; ///< a picture file; empty: Fanfare's mark
    QColor accent{0x56, 0x46, 0xb8};
    bool isLetter = false; ///< else A4

    friend bool operator==(const ReportStyle &, const ReportStyle &) = default;
};

/// The reports section of the settings: whose name, logo and colour they carry, and a report of a period.
class ReportsPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit ReportsPanel(QWidget *parent = nullptr);

    void setStyle(const ReportStyle &style);
    /// The days that a report of a period is offered for at first.
    void setPeriod(QDate from, QDate to);

signals:
    /// By the person.
    void styleChanged(const ReportStyle &style);
    void logoWanted();
    /// Of the campaigns that began on these days, both included.
    void periodReportWanted(QDate from, QDate to);

private:
    QWidget *makeLook();
    QWidget *makePeriod();
    void showStyle();
    void change(const ReportStyle &style);
    void chooseColour();

    ReportStyle m_style;
    QLineEdit *m_agency;
    QComboBox *m_paper;
    Button *m_colour;
    QLabel *m_logo;
    Button *m_removeLogo;
    QDateEdit *m_from;
    QDateEdit *m_to;
    Button *m_save;
};
