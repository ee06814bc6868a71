#include "app/schedulecontroller.h"

#include "app/campaigncommands.h"
#include "domain/schedule.h"
#include "presentation/recurrencewords.h"
#include "widgets/campaign/repeatdialog.h"
#include "widgets/shell/mainwindow.h"
#include "workspace/backgrounddesk.h"
#include "workspace/session.h"

ScheduleController::ScheduleController(const Workbench &bench, CampaignCommands &commands, QObject *parent)
    : QObject{parent}
    , m_bench{bench}
    , m_commands{commands}
{
}

void ScheduleController::askAboutMissed()
{
    m_bench.desk.run(
        this,
        [](Session &session) -> Result<std::vector<MissedCampaign>> {
            CampaignQuery paused;
            paused.state = CampaignState::Paused;
            const Result<std::vector<Campaign>> campaigns = session.campaigns().list(paused);
            if (!campaigns)
                return campaigns.error();
            std::vector<MissedCampaign> missed;
            for (const Campaign &campaign : *campaigns) {
                if (isWaitingAsMissed(campaign) && campaign.scheduledFor)
                    missed.push_back(
                        {campaign.id, campaign.name, *campaign.scheduledFor, campaign.counts.total()});
            }
            return missed;
        },
        [this](const Result<std::vector<MissedCampaign>> &missed) {
            if (missed) // otherwise their pages still say that they were missed
                showMissed(*missed);
        });
}

void ScheduleController::showMissed(const std::vector<MissedCampaign> &missed)
{
    if (m_missedDialog)
        return;
    std::vector<MissedCampaign> fresh;
    for (const MissedCampaign &campaign : missed) {
        if (!m_askedAbout.contains(campaign.id))
            fresh.push_back(campaign);
    }
    if (fresh.empty())
        return;
    for (const MissedCampaign &campaign : fresh)
        m_askedAbout.insert(campaign.id);
    m_missedDialog = new MissedDialog{fresh, m_bench.clock, &m_bench.window};
    m_missedDialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_missedDialog, &MissedDialog::sendRequested, &m_commands, &CampaignCommands::resume);
    connect(m_missedDialog, &MissedDialog::rescheduleRequested, &m_commands, &CampaignCommands::reschedule);
    m_missedDialog->open();
}

void ScheduleController::askToRepeat(CampaignId id)
{
    m_bench.desk.run(
        this,
        [id](Session &session) -> Result<Present> {
            const Result<Campaign> campaign = session.campaigns().load(id);
            if (!campaign)
                return campaign.error();
            Result<std::optional<Recurrence>> recurrence = session.recurrences().find(id);
            if (!recurrence)
                return recurrence.error();
            return Present{campaign->name, *std::move(recurrence), session.timeZone()};
        },
        [this, id](const Result<Present> &present) {
            if (present)
                showRepeat(id, *present);
            else
                emit failed(id, tr("The campaign is not repeated"), present.error());
        });
}

void ScheduleController::showRepeat(CampaignId id, const Present &present)
{
    auto *dialog =
        new RepeatDialog{present.name, present.recurrence, present.zone, m_bench.clock, &m_bench.window};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &RepeatDialog::repeatRequested, this,
            [this, id, zone = present.zone](const RecurrenceRule &rule, OccurrenceAction action) {
                repeat(id, rule, action, zone);
            });
    connect(dialog, &RepeatDialog::stopRequested, this, [this, id] { stopRepeating(id); });
    dialog->open();
}

void ScheduleController::repeat(CampaignId id, const RecurrenceRule &rule, OccurrenceAction action,
                                const QTimeZone &zone)
{
    m_bench.desk.run(
        this,
        [id, rule, action](Session &session) { return session.recurrenceDesk().repeat(id, rule, action); },
        [this, id, zone](const Result<Recurrence> &recurrence) {
            if (recurrence)
                emit done(tr("Repeated %1").arg(ruleText(recurrence->rule, zone)));
            else
                emit failed(id, tr("The campaign is not repeated"), recurrence.error());
        });
}

void ScheduleController::stopRepeating(CampaignId id)
{
    m_bench.desk.run(
        this, [id](Session &session) { return session.recurrences().stop(id, session.clock().now()); },
        [this, id](const Result<bool> &stopped) {
            if (stopped)
                emit done(tr("Repeated no more. What was made of it stays"));
            else
                emit failed(id, tr("The campaign is still repeated"), stopped.error());
        });
}
