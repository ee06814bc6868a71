#pragma once

#include "app/workbench.h"
#include "base/cancel.h"
#include "domain/analytics.h"

#include <QObject>

#include <optional>

class AnalyticsPage;
class PacedRead;
class ResultsExport;

/// The Analytics page: has its figures computed on another thread, when it is looked at and when something
/// changes meanwhile.
class AnalyticsController : public QObject
{
    Q_OBJECT

public:
    AnalyticsController(const Workbench &bench, ResultsExport &exports, QObject *parent);

    AnalyticsPage &page() { return *m_page; }

signals:
    void newCampaignRequested();

private:
    void look(const AnalyticsRequest &request);
    void show(quint64 question, const Result<AnalyticsAnswer> &answer);
    bool isShown() const;

    Workbench m_bench;
    AnalyticsPage *m_page;
    PacedRead *m_changes;
    std::optional<CancelToken> m_running; ///< a look that takes long
    quint64 m_lastQuestion = 0; ///< an answer to an earlier one comes too late
    std::function<void()> m_whenShown;
};
