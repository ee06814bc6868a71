#pragma once

#include "app/workbench.h"

#include <QObject>
#include <QTimer>

class ReportsPanel;
class ResultsExport;
struct ReportPlan;
struct ReportSchedule;

/// The reports section of the settings: keeps how reports look, and has a report of a period saved. Writes
/// the reports that are due while the window is open, in turn with its other long work.
class ReportsController : public QObject
{
    Q_OBJECT

public:
    ReportsController(const Workbench &bench, ReportsPanel &panel, ResultsExport &exports, QObject *parent);

    void load();

signals:
    /// Worth saying at the lower edge of the window.
    void done(const QString &sentence);

private:
    void chooseLogo();
    void chooseFolder(const ReportPlan &plan);
    void keepPlan(const ReportPlan &plan);
    void showSchedule(const ReportSchedule &schedule);
    void loadSchedule();
    void writeDue();

    Workbench m_bench;
    ReportsPanel &m_panel;
    QTimer m_timer;
    bool m_isWriting = false;
    QString m_problem; ///< the last that was said
};
