#pragma once

#include "app/workbench.h"
#include "domain/campaign.h"

#include <QObject>

class CampaignCommands;

/// Changes the budget of campaigns that began to be sent.
class BudgetController : public QObject
{
    Q_OBJECT

public:
    BudgetController(const Workbench &bench, CampaignCommands &commands, QObject *parent);

    void ask(const Campaign &campaign);

signals:
    void changed(CampaignId campaign, const QString &sentence);

private:
    void open(const Campaign &campaign, const std::optional<QString> &currency);
    void keep(const Campaign &campaign, const std::optional<Budget> &budget);

    Workbench m_bench;
    CampaignCommands &m_commands;
};
