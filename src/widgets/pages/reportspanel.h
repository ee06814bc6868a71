#pragma once

#include "presentation/campaignchoices.h"

#include <QByteArray>
#include <QColor>
#include <QDate>
#include <QWidget>

#include <optional>

class Button;
class QCheckBox;
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
    bool marksTables = false; ///< CSV files begin with a byte order mark

    friend bool operator==(const ReportStyle &, const ReportStyle &) = default;
};

/// Reports that are written by themselves.
struct ReportPlan
{
    enum class Every { Never, Week, Month };

    Every every = Every::Never;
    QString folder; ///< empty: none chosen yet
    bool asPdf = true;
    bool asWorkbook = false;
    bool asTable = false;
    std::optional<QDate> nextEnd; ///< last day of the next report
    QString problem; ///< why the last one could not be written

    friend bool operator==(const ReportPlan &, const ReportPlan &) = default;
};

/// The reports section of the settings: whose name, logo and colour they carry, a report of a period,
/// and those that are written by themselves.
class ReportsPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit ReportsPanel(QWidget *parent = nullptr);

    void setStyle(const ReportStyle &style);
    /// The days that a report of a period is offered for at first.
    void setPeriod(QDate from, QDate to);
    void setPlan(const ReportPlan &plan);
    /// How far the report is that is written by itself just now.
    void showWriting(qint64 people, qint64 total);
    void hideWriting();

signals:
    /// By the person.
    void styleChanged(const ReportStyle &style);
    void logoWanted();
    /// Of the campaigns that began on these days, both included.
    void periodReportWanted(QDate from, QDate to);
    /// A plan that can be kept: it has a folder and a kind of file.
    void planChanged(const ReportPlan &plan);
    /// For this plan, which lacks only it or is to get another one.
    void folderWanted(const ReportPlan &plan);
    /// Of the report that is written by itself just now.
    void stopWritingRequested();

private:
    QWidget *makeLook();
    QWidget *makePeriod();
    QWidget *makePlan();
    void showPlan();
    void changePlan(const ReportPlan &plan);
    void showStyle();
    void change(const ReportStyle &style);
    void chooseColour();

    ReportStyle m_style;
    QLineEdit *m_agency;
    QComboBox *m_paper;
    Button *m_colour;
    QLabel *m_logo;
    Button *m_removeLogo;
    QCheckBox *m_marksTables;
    QDateEdit *m_from;
    QDateEdit *m_to;
    Button *m_save;
    ReportPlan m_plan;
    QComboBox *m_every;
    TextLabel *m_folder;
    QCheckBox *m_asPdf;
    QCheckBox *m_asWorkbook;
    QCheckBox *m_asTable;
    TextLabel *m_next;
    TextLabel *m_planProblem;
    QWidget *m_writing; ///< shown while a report is written by itself
    TextLabel *m_writingText;
};
