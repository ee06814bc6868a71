#pragma once

#include "app/workbench.h"
#include "domain/campaign.h"

#include <QObject>

class RevenueDialog;
struct RevenueInput;

/// Records by hand what campaigns brought in.
class RevenueController : public QObject
{
    Q_OBJECT

public:
    RevenueController(const Workbench &bench, QObject *parent);

    void ask(const Campaign &campaign);

signals:
    void recorded(CampaignId campaign, const QString &sentence);

private:
    struct Known; ///< what the dialog needs of the workspace

    void open(const Campaign &campaign, const Known &known);
    void record(RevenueDialog &dialog, const Campaign &campaign, const RevenueInput &input,
                const QString &country);

    Workbench m_bench;
};
