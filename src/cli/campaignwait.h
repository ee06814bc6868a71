#pragma once

#include "cli/enginereporter.h"
#include "cli/metaconnection.h"
#include "workspace/changewatch.h"
#include "workspace/enginehost.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

class CommandContext;

/// Stays with a sending campaign until it ends or pauses. Runs the engine here; while another program runs
/// it, follows that one, and takes over when it dies. What is in the database decides, whoever wrote it.
class CampaignWait : public QObject
{
    Q_OBJECT

public:
    CampaignWait(CommandContext &context, std::shared_ptr<MetaConnection> meta, CampaignId campaign);

    void start();

private:
    void look();
    void noteEngineFailure(const Error &error);
    void takeOver();
    void followProgress(const Campaign &campaign);
    void conclude();
    void interrupt();
    void finish();

    CommandContext &m_context;
    std::shared_ptr<MetaConnection> m_meta;
    CampaignId m_campaign;
    EngineReporter m_reporter;
    EngineHost m_host;
    ChangeWatch m_watch;
    QTimer m_takeOverTimer;
    QTimer m_quietTimer; ///< in practice: the simulator still reports
    QTimer m_patienceTimer;
    std::optional<CampaignState> m_state; ///< said last
    QElapsedTimer m_sinceProgress;
    int m_remaining = -1;
    bool m_isFollowing = false;
    bool m_isConcluding = false;
    bool m_isInterrupted = false;
};
