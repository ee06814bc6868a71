#pragma once

#include "app/workbench.h"
#include "base/result.h"
#include "domain/campaign.h"
#include "domain/retryoffer.h"
#include "presentation/campaignchoices.h"
#include "storage/campaignstore.h"

#include <QObject>

/// The same group in the words of the store.
FollowUpGroup followUpGroupOf(FollowUpAudience audience);

/// What a person does with a campaign, from the list or from its page. Each failure is told once.
class CampaignCommands : public QObject
{
    Q_OBJECT

public:
    CampaignCommands(const Workbench &bench, QObject *parent);

    void send(CampaignId id);
    void pause(CampaignId id);
    void resume(CampaignId id);
    void cancel(CampaignId id);
    void reschedule(CampaignId id, UtcTime when);
    /// Whom a second try would reach: answered by retryOffered().
    void offerRetry(CampaignId id);
    void retryFailed(CampaignId id);
    void resolve(CampaignId id, ResolveChoice choice);
    /// Sends a version of its test, counted from 0, to the rest.
    void chooseVersion(CampaignId id, int version);
    void duplicate(CampaignId id);
    void followUp(CampaignId id, FollowUpAudience audience);
    /// Large ones go in steps, in the background.
    void remove(CampaignId id);

signals:
    /// As it is now.
    void changed(const Campaign &campaign);
    void retryOffered(CampaignId id, const RetryOffer &offer);
    void draftMade(CampaignId draft);
    void removed(CampaignId id, const QString &name);
    /// Worth saying at the lower edge of the window.
    void done(const QString &sentence);
    void failed(CampaignId id, const QString &title, const Error &error);

private:
    template <typename Work>
    void change(CampaignId id, const QString &title, Work work);
    void noteChanged(CampaignId id, const QString &title, const Result<Campaign> &campaign);
    void sendWith(CampaignId id, bool hasToken);

    Workbench m_bench;
};
