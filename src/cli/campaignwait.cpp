#include "cli/campaignwait.h"

#include "cli/campaignview.h"
#include "cli/commandcontext.h"
#include "cli/jsonforms.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kTakeOverInterval = 500ms;
constexpr auto kProgressInterval = 100ms;
// In practice the simulator lives in this process, so its last reports are awaited: until none came for a
// while.
constexpr auto kQuietTime = 4s;
constexpr auto kLongestPatience = 30s;

ExitCode exitCodeFor(CampaignState state)
{
    switch (state) {
    case CampaignState::Paused: return ExitCode::Refused;
    case CampaignState::Failed: return ExitCode::Network;
    case CampaignState::Draft:
    case CampaignState::Scheduled:
    case CampaignState::Sending:
    case CampaignState::Completed:
    case CampaignState::Cancelled: return ExitCode::Done;
    }
    Q_UNREACHABLE();
}

/// The worst one of several campaigns.
ExitCode exitCodeFor(const std::vector<Campaign> &campaigns)
{
    ExitCode worst = ExitCode::Done;
    for (const Campaign &campaign : campaigns) {
        const ExitCode code = exitCodeFor(campaign.state);
        if (code == ExitCode::Network || worst == ExitCode::Done)
            worst = code;
    }
    return worst;
}

} // namespace

CampaignWait::CampaignWait(CommandContext &context, std::shared_ptr<MetaConnection> meta,
                           std::vector<CampaignId> campaigns)
    : QObject{&context}
    , m_context{context}
    , m_meta{std::move(meta)}
    , m_reporter{context.terminal()}
    , m_host{m_meta->session().workspace(), m_meta->vault(), u"fanfare-cli"_s}
    , m_watch{m_meta->session().workspace()}
{
    for (const CampaignId id : campaigns)
        m_followed.push_back({id, {}, -1});
    connect(&m_watch, &ChangeWatch::changed, this, &CampaignWait::look);
    connect(&m_host, &EngineHost::failed, this, &CampaignWait::noteEngineFailure);
    connect(&m_host, &EngineHost::stopped, this, &CampaignWait::finish);
    connect(&m_host, &EngineHost::foundInterrupted, this,
            [this](int people) { m_reporter.recovered(people); });
    connect(&m_host, &EngineHost::progressed, this, [this](const ProgressReport &report) {
        if (isFollowed(report.campaign) && !m_isConcluding)
            m_reporter.progress(report);
    });
    connect(&m_host, &EngineHost::waiting, this, [this](CampaignId id, const StateReason &reason) {
        if (isFollowed(id) && !m_isConcluding)
            m_reporter.waiting(id, reason);
    });
    connect(&m_context, &CommandContext::interrupted, this, &CampaignWait::interrupt);
    connect(&m_takeOverTimer, &QTimer::timeout, this, &CampaignWait::takeOver);
    m_quietTimer.setSingleShot(true);
    m_patienceTimer.setSingleShot(true);
    connect(&m_quietTimer, &QTimer::timeout, &m_host, &EngineHost::stop);
    connect(&m_patienceTimer, &QTimer::timeout, &m_host, &EngineHost::stop);
}

void CampaignWait::start()
{
    m_sinceProgress.start();
    look();
    m_host.start();
}

bool CampaignWait::isFollowed(CampaignId id) const
{
    return std::any_of(m_followed.begin(), m_followed.end(),
                       [id](const Followed &followed) { return followed.id == id; });
}

/// Those that are still there; NotFound where none is.
Result<std::vector<Campaign>> CampaignWait::read()
{
    std::vector<Campaign> campaigns;
    Error missing;
    for (const Followed &followed : m_followed) {
        const Result<Campaign> campaign = m_meta->session().campaigns().load(followed.id);
        if (campaign)
            campaigns.push_back(*campaign);
        else if (campaign.error().kind != ErrorKind::NotFound)
            return campaign.error();
        else
            missing = campaign.error();
    }
    if (campaigns.empty())
        return missing;
    return campaigns;
}

void CampaignWait::look()
{
    if (m_isConcluding) {
        m_quietTimer.start(kQuietTime);
        return;
    }
    const Result<std::vector<Campaign>> campaigns = read();
    if (!campaigns) {
        if (campaigns.error().kind == ErrorKind::NotFound)
            m_context.fail(campaigns.error());
        else // no further change may come to make us look again
            QTimer::singleShot(kTakeOverInterval, this, &CampaignWait::look);
        return;
    }
    bool isSending = false;
    for (const Campaign &campaign : *campaigns) {
        const auto followed =
            std::find_if(m_followed.begin(), m_followed.end(),
                         [&campaign](const Followed &one) { return one.id == campaign.id; });
        isSending = isSending || campaign.state == CampaignState::Sending;
        if (followed->state == campaign.state)
            continue;
        followed->state = campaign.state;
        m_reporter.state(campaign.id, campaign.state, campaign.reason);
    }
    if (!isSending)
        conclude();
    else if (m_isFollowing)
        followProgress(*campaigns);
}

void CampaignWait::noteEngineFailure(const Error &error)
{
    if (error.code != "engine_running"_L1) {
        m_context.fail(error);
        return;
    }
    if (!m_isFollowing)
        m_context.terminal().message(error.message + u' ' + tr("Following it."));
    m_isFollowing = true;
    m_takeOverTimer.start(kTakeOverInterval);
}

void CampaignWait::takeOver()
{
    if (m_isConcluding || m_host.isActive() || EngineLock::holder(m_meta->session().workspace().path()))
        return;
    m_takeOverTimer.stop();
    m_isFollowing = false;
    m_host.start();
}

void CampaignWait::followProgress(const std::vector<Campaign> &campaigns)
{
    if (m_sinceProgress.elapsed() < kProgressInterval.count())
        return;
    for (const Campaign &campaign : campaigns) {
        const auto followed =
            std::find_if(m_followed.begin(), m_followed.end(),
                         [&campaign](const Followed &one) { return one.id == campaign.id; });
        if (campaign.state == CampaignState::Sending)
            m_reporter.progress(progressOf(campaign, *followed));
    }
    m_sinceProgress.restart();
}

ProgressReport CampaignWait::progressOf(const Campaign &campaign, Followed &followed) const
{
    ProgressReport report;
    report.campaign = campaign.id;
    report.counts = campaign.counts;
    report.reached = campaign.reached;
    report.remaining = campaign.counts.remaining();
    if (followed.remaining >= 0)
        report.perSecond = std::max(0, followed.remaining - report.remaining) * 1000.0
            / static_cast<double>(m_sinceProgress.elapsed());
    followed.remaining = report.remaining;
    return report;
}

void CampaignWait::conclude()
{
    m_isConcluding = true;
    m_takeOverTimer.stop();
    const bool isCompleted = std::any_of(m_followed.begin(), m_followed.end(), [](const Followed &followed) {
        return followed.state == CampaignState::Completed;
    });
    if (!m_host.isActive()) {
        finish();
    } else if (m_meta->session().workspace().isPractice() && isCompleted) {
        m_context.terminal().message(tr("Everything is sent. Waiting for the last delivery reports …"));
        m_quietTimer.start(kQuietTime);
        m_patienceTimer.start(kLongestPatience);
    } else {
        m_host.stop();
    }
}

void CampaignWait::interrupt()
{
    if (m_isInterrupted)
        return;
    m_isInterrupted = true;
    m_isConcluding = true;
    if (!m_host.isActive()) {
        finish();
        return;
    }
    m_context.terminal().message(tr("Stopping: answers in flight are awaited."));
    m_host.stop();
}

void CampaignWait::finish()
{
    const Result<std::vector<Campaign>> campaigns = read();
    if (!campaigns) {
        m_context.fail(campaigns.error());
        return;
    }
    for (const Campaign &campaign : *campaigns)
        sayLast(campaign);
    m_context.finish(m_isInterrupted ? ExitCode::Interrupted : exitCodeFor(*campaigns));
}

void CampaignWait::sayLast(const Campaign &campaign)
{
    if (!m_context.isJson()) {
        m_context.terminal().clearProgressBar();
        sayCampaign(m_context.terminal(), campaign);
        return;
    }
    QJsonObject last = campaignJson(campaign);
    last.insert(u"event"_s, u"finished"_s);
    last.insert(u"campaign"_s, campaign.id.value);
    last.insert(u"interrupted"_s, m_isInterrupted);
    m_context.terminal().jsonState(last);
}
