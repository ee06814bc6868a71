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
#include <vector>

class CommandContext;

/// Stays with a sending campaign, or with the versions of a test, until all of them end or pause. Runs the
/// engine here; while another program runs it, follows that one, and takes over when it dies. What is in the
/// database decides, whoever wrote it.
class CampaignWait : public QObject
{
    Q_OBJECT

public:
    CampaignWait(CommandContext &context, std::shared_ptr<MetaConnection> meta,
                 std::vector<CampaignId> campaigns);

    void start();

private:
    /// What was last said of a campaign.
    struct Followed
    {
        CampaignId id;
        std::optional<CampaignState> state;
        int remaining = -1;
    };

    bool isFollowed(CampaignId id) const;
    Result<std::vector<Campaign>> read();
    void look();
    void noteEngineFailure(const Error &error);
    void takeOver();
    void followProgress(const std::vector<Campaign> &campaigns);
    ProgressReport progressOf(const Campaign &campaign, Followed &followed) const;
    void conclude();
    void interrupt();
    void finish();
    void sayLast(const Campaign &campaign);

    CommandContext &m_context;
    std::shared_ptr<MetaConnection> m_meta;
    std::vector<Followed> m_followed;
    EngineReporter m_reporter;
    EngineHost m_host;
    ChangeWatch m_watch;
    QTimer m_takeOverTimer;
    QTimer m_quietTimer; ///< in practice: the simulator still reports
    QTimer m_patienceTimer;
    QElapsedTimer m_sinceProgress;
    bool m_isFollowing = false;
    bool m_isConcluding = false;
    bool m_isInterrupted = false;
};
