#include "cli/enginerun.h"

#include "cli/commandcontext.h"
#include "domain/schedule.h"

using namespace Qt::StringLiterals;

EngineRun::EngineRun(CommandContext &context, std::shared_ptr<MetaConnection> meta, bool untilIdle)
    : QObject{&context}
    , m_context{context}
    , m_meta{std::move(meta)}
    , m_reporter{context.terminal()}
    , m_host{m_meta->session().workspace(), m_meta->vault(), u"fanfare-cli"_s}
{
    connect(&m_host, &EngineHost::failed, this, [this](const Error &error) { m_context.fail(error); });
    connect(&m_host, &EngineHost::stopped, this, &EngineRun::finish);
    connect(&m_host, &EngineHost::started, this, [this] {
        sayMissed();
        if (m_context.isJson())
            m_context.terminal().jsonState({
                {u"event"_s, u"started"_s}
            });
        else
            m_context.terminal().message(tr("The engine runs. Ctrl+C stops it."));
    });
    connect(&m_host, &EngineHost::foundInterrupted, this,
            [this](int people) { m_reporter.recovered(people); });
    connect(&m_host, &EngineHost::progressed, this,
            [this](const ProgressReport &report) { m_reporter.progress(report); });
    connect(&m_host, &EngineHost::stateChanged, this,
            [this](CampaignId campaign, CampaignState state, const StateReason &reason) {
                m_reporter.state(campaign, state, reason);
            });
    connect(&m_host, &EngineHost::waiting, this,
            [this](CampaignId campaign, const StateReason &reason) { m_reporter.waiting(campaign, reason); });
    if (untilIdle)
        connect(&m_host, &EngineHost::becameIdle, &m_host, &EngineHost::stop);
    connect(&m_context, &CommandContext::interrupted, this, &EngineRun::interrupt);
}

/// Those that an earlier run found missed and nobody has decided about.
void EngineRun::sayMissed()
{
    CampaignQuery paused;
    paused.state = CampaignState::Paused;
    const Result<std::vector<Campaign>> campaigns = m_meta->session().campaigns().list(paused);
    if (!campaigns)
        return;
    for (const Campaign &campaign : *campaigns) {
        if (isWaitingAsMissed(campaign))
            m_context.terminal().message(tr("Campaign %1 was missed and waits for your word: fanfare-cli "
                                            "campaign resume %1, or campaign "
                                            "schedule %1 TIME")
                                             .arg(campaign.id.value));
    }
}

void EngineRun::interrupt()
{
    m_isInterrupted = true;
    if (m_host.isActive())
        m_host.stop();
    else
        finish();
}

void EngineRun::finish()
{
    if (m_context.isJson())
        m_context.terminal().jsonState({
            {u"event"_s,       u"finished"_s  },
            {u"interrupted"_s, m_isInterrupted}
        });
    else
        m_context.terminal().clearProgressBar();
    m_context.finish(m_isInterrupted ? ExitCode::Interrupted : ExitCode::Done);
}
