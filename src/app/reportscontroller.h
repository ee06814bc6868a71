#pragma once

#include "app/workbench.h"

#include <QObject>

class ReportsPanel;
class ResultsExport;

/// The reports section of the settings: keeps how reports look, and has a report of a period saved.
class ReportsController : public QObject
{
    Q_OBJECT

public:
    ReportsController(const Workbench &bench, ReportsPanel &panel, ResultsExport &exports, QObject *parent);

    void load();

private:
    void chooseLogo();

    Workbench m_bench;
    ReportsPanel &m_panel;
};
