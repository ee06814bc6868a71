#pragma once

#include "app/workbench.h"
#include "base/result.h"
#include "presentation/charttable.h"

#include <QObject>

#include <functional>

struct ChartPicture;

/// Saves the picture or the numbers of a chart where a person wants them, without holding up the window.
class ChartExport : public QObject
{
    Q_OBJECT

public:
    ChartExport(const Workbench &bench, QObject *parent);

    void savePicture(const ChartPicture &picture);
    void saveNumbers(const QString &title, const ChartTable &numbers);

private:
    void write(const QString &path, const std::function<Result<>()> &work);
    void tell(const QString &path, const Result<> &written);

    Workbench m_bench;
    QString m_lastFolder;
};

/// CSV for programs: plain names and plain digits, an empty cell where a number is not known. The file
/// appears whole or not at all.
Result<> writeChartNumbers(const QString &path, const ChartTable &numbers);
