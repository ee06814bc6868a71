#pragma once

#include "app/workbench.h"
#include "domain/segmentrule.h"
#include "presentation/segmentmodels.h"

#include <QObject>

#include <functional>
#include <vector>

class PacedRead;
class SegmentsPage;

/// The saved rules over the contact book in the window: writes them, and counts whom they mean while a person
/// types. One count runs at a time; of the rules typed meanwhile only the last one is counted.
class SegmentsController : public QObject
{
    Q_OBJECT

public:
    SegmentsController(const Workbench &bench, QObject *parent);

    SegmentsPage &page() { return *m_page; }

public slots:
    /// Reads the segments and what rules can speak of; when the page is shown.
    void load();

signals:
    void closed();
    /// A new draft for whom the rule means.
    void campaignRequested(const QString &name, const SegmentRule &rule);
    void done(const QString &sentence);

private:
    void countNext(std::function<void()> ended);
    void countSegments(const std::vector<SegmentEntry> &segments);
    void save(const QString &before, const QString &name, const SegmentRule &rule);
    void remove(const QString &name);

    Workbench m_bench;
    SegmentsPage *m_page;
    SegmentRule m_wanted; ///< what is to be counted next
    PacedRead *m_counts;
    PacedRead *m_changes;
};
