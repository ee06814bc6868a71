#pragma once

#include "app/workbench.h"
#include "base/result.h"
#include "domain/recurrence.h"
#include "widgets/campaign/misseddialog.h"

#include <QObject>
#include <QPointer>
#include <QSet>

#include <optional>
#include <vector>

class CampaignCommands;

/// Times of campaigns that a person decides about: what becomes of those that were missed, and which are
/// repeated.
class ScheduleController : public QObject
{
    Q_OBJECT

public:
    ScheduleController(const Workbench &bench, CampaignCommands &commands, QObject *parent);

    /// About each missed campaign once; it stays paused, with its reason on its page, until a person decides.
    void askAboutMissed();
    void askToRepeat(CampaignId id);

signals:
    /// Worth saying at the lower edge of the window.
    void done(const QString &sentence);
    void failed(CampaignId id, const QString &title, const Error &error);

private:
    /// What the dialog about a repeated campaign begins with.
    struct Present
    {
        QString name;
        std::optional<Recurrence> recurrence;
        QTimeZone zone;
    };

    void showMissed(const std::vector<MissedCampaign> &missed);
    void showRepeat(CampaignId id, const Present &present);
    void repeat(CampaignId id, const RecurrenceRule &rule, OccurrenceAction action, const QTimeZone &zone);
    void stopRepeating(CampaignId id);

    Workbench m_bench;
    CampaignCommands &m_commands;
    QSet<CampaignId> m_askedAbout;
    QPointer<MissedDialog> m_missedDialog;
};
