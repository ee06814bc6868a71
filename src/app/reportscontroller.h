#pragma once

#include "app/workbench.h"
#include "base/cancel.h"

#include <QObject>
#include <QTimer>

#include <optional>

class ReportsPanel;
class ResultsExport;
struct ReportPlan;
struct ReportSchedule;
struct ScheduledReports;

/// The reports section of the settings: keeps how reports look, and has a report of a period saved. Writes
/// the reports that are due while the window is open, beside all other work; a person may stop it.
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
    void stopWriting();
    void sayWritten(const ScheduledReports &reports);

    Workbench m_bench;
    ReportsPanel &m_panel;
    QTimer m_timer;
    std::optional<CancelToken> m_writing; ///< while reports are written
    bool m_isStopped = false; ///< by the person: until the plan changes or the window opens again
    bool m_isAgainWanted = false; ///< the plan changed while one was written
    QString m_problem; ///< the last that was said
};
