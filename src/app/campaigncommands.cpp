#include "app/campaigncommands.h"

#include "app/draftstate.h"
#include "workspace/backgrounddesk.h"
#include "workspace/enginehost.h"
#include "workspace/session.h"

namespace {

/// How many, and the campaign afterwards.
struct Changed
{
    int people = 0;
    Campaign campaign;
};

Result<Changed> withCampaign(Session &session, CampaignId id, const Result<int> &people)
{
    if (!people)
        return people.error();
    Result<Campaign> campaign = session.campaigns().load(id);
    if (!campaign)
        return campaign.error();
    return Changed{*people, *std::move(campaign)};
}

Resolution resolutionOf(ResolveChoice choice)
{
    switch (choice) {
    case ResolveChoice::Resend: return Resolution::Resend;
    case ResolveChoice::Accept: return Resolution::Accept;
    }
    Q_UNREACHABLE();
}

} // namespace

FollowUpGroup followUpGroupOf(FollowUpAudience audience)
{
    switch (audience) {
    case FollowUpAudience::DidNotRead: return FollowUpGroup::Unread;
    case FollowUpAudience::Read: return FollowUpGroup::Read;
    case FollowUpAudience::DidNotAnswer: return FollowUpGroup::Unanswered;
    case FollowUpAudience::Responded: return FollowUpGroup::Responded;
    case FollowUpAudience::Failed: return FollowUpGroup::Failed;
    case FollowUpAudience::MayWorkNow: return FollowUpGroup::Retriable;
    case FollowUpAudience::PressedButton: return FollowUpGroup::Clicked;
    }
    Q_UNREACHABLE();
}

CampaignCommands::CampaignCommands(const Workbench &bench, QObject *parent)
    : QObject{parent}
    , m_bench{bench}
{
}

template <typename Work>
void CampaignCommands::change(CampaignId id, const QString &title, Work work)
{
    m_bench.desk.run(this, std::move(work), [this, id, title](const Result<Campaign> &campaign) {
        noteChanged(id, title, campaign);
    });
}

void CampaignCommands::noteChanged(CampaignId id, const QString &title, const Result<Campaign> &campaign)
{
    if (!campaign) {
        emit failed(id, title, campaign.error());
        return;
    }
    m_bench.engine.wake();
    emit changed(*campaign);
}

void CampaignCommands::send(CampaignId id)
{
    m_bench.desk.run(
        this, [id](Session &session) { return session.campaigns().load(id); },
        [this, id](const Result<Campaign> &campaign) {
            if (!campaign) {
                emit failed(id, tr("The campaign was not sent"), campaign.error());
                return;
            }
            askForToken(m_bench, campaign->accountId, this,
                        [this, id](bool hasToken) { sendWith(id, hasToken); });
        });
}

void CampaignCommands::sendWith(CampaignId id, bool hasToken)
{
    m_bench.desk.runLong(
        this,
        [id, hasToken](Session &session, const CancelToken &) -> Result<Campaign> {
            Result<Campaign> sent = session.campaignDesk().send(id, hasToken);
            if (sent)
                static_cast<void>(removeDraftState(session, id));
            return sent;
        },
        [this, id](const Result<Campaign> &campaign) {
            noteChanged(id, tr("The campaign was not sent"), campaign);
        });
}

void CampaignCommands::pause(CampaignId id)
{
    change(id, tr("The campaign was not paused"),
           [id](Session &session) { return session.campaigns().pause(id, session.clock().now()); });
}

void CampaignCommands::resume(CampaignId id)
{
    change(id, tr("Sending was not resumed"),
           [id](Session &session) { return session.campaigns().resume(id, session.clock().now()); });
}

void CampaignCommands::cancel(CampaignId id)
{
    change(id, tr("The campaign was not cancelled"),
           [id](Session &session) { return session.campaigns().cancel(id, session.clock().now()); });
}

void CampaignCommands::reschedule(CampaignId id, UtcTime when)
{
    m_bench.desk.runLong(
        this,
        [id, when](Session &session, const CancelToken &) {
            return session.campaignDesk().schedule(id, when);
        },
        [this, id](const Result<Campaign> &campaign) {
            if (!campaign) {
                emit failed(id, tr("The campaign got no other time"), campaign.error());
                return;
            }
            m_bench.engine.wake();
            emit changed(*campaign);
        });
}

void CampaignCommands::offerRetry(CampaignId id)
{
    m_bench.desk.run(
        this, [id](Session &session) { return session.campaigns().retryOffer(id, session.clock().now()); },
        [this, id](const Result<RetryOffer> &offer) {
            if (offer)
                emit retryOffered(id, *offer);
            else
                emit failed(id, tr("Nobody was tried again"), offer.error());
        });
}

void CampaignCommands::retryFailed(CampaignId id)
{
    m_bench.desk.run(
        this,
        [id](Session &session) -> Result<Changed> {
            const Result<RetryOffer> retried = session.campaigns().retryFailed(id, session.clock().now());
            if (!retried)
                return retried.error();
            return withCampaign(session, id, retried->people());
        },
        [this, id](const Result<Changed> &retried) {
            if (!retried) {
                emit failed(id, tr("Nobody was tried again"), retried.error());
                return;
            }
            m_bench.engine.wake();
            emit changed(retried->campaign);
            emit done(retried->people > 0 ? tr("%Ln people are tried again", nullptr, retried->people)
                                          : tr("None of them may be tried again"));
        });
}

void CampaignCommands::resolve(CampaignId id, ResolveChoice choice)
{
    using namespace std::chrono_literals;
    m_bench.desk.run(
        this,
        [id, choice](Session &session) {
            return withCampaign(
                session, id,
                session.campaigns().resolveUnconfirmed(id, resolutionOf(choice), 0ms, session.clock().now()));
        },
        [this, id](const Result<Changed> &resolved) {
            if (!resolved) {
                emit failed(id, tr("Nothing was settled"), resolved.error());
                return;
            }
            m_bench.engine.wake();
            emit changed(resolved->campaign);
            emit done(tr("%Ln unconfirmed messages are settled", nullptr, resolved->people));
        });
}

void CampaignCommands::chooseVersion(CampaignId id, int version)
{
    const QString title = tr("The version was not sent");
    m_bench.desk.run(
        this, [id](Session &session) { return session.campaigns().load(id); },
        [this, id, version, title](const Result<Campaign> &campaign) {
            if (!campaign) {
                emit failed(id, title, campaign.error());
                return;
            }
            askForToken(m_bench, campaign->accountId, this, [this, id, version, title](bool hasToken) {
                const auto choose = [id, version, hasToken](Session &session, const CancelToken &) {
                    return session.abTestDesk().choose(id, version, hasToken);
                };
                m_bench.desk.runLong(this, choose, [this, id, title](const Result<Campaign> &armed) {
                    noteChanged(id, title, armed);
                });
            });
        });
}

void CampaignCommands::duplicate(CampaignId id)
{
    m_bench.desk.runLong(
        this, [id](Session &session, const CancelToken &) { return session.campaignDesk().duplicate(id); },
        [this, id](const Result<CampaignId> &draft) {
            if (draft)
                emit draftMade(*draft);
            else
                emit failed(id, tr("The campaign was not copied"), draft.error());
        });
}

void CampaignCommands::followUp(CampaignId id, FollowUpAudience audience)
{
    m_bench.desk.runLong(
        this,
        [id, audience](Session &session, const CancelToken &) {
            return session.campaignDesk().followUp(id, followUpGroupOf(audience));
        },
        [this, id](const Result<CampaignId> &draft) {
            if (draft)
                emit draftMade(*draft);
            else
                emit failed(id, tr("The follow-up was not made"), draft.error());
        });
}

void CampaignCommands::remove(CampaignId id)
{
    m_bench.desk.runLong(
        this,
        [id](Session &session, const CancelToken &cancel) -> Result<Campaign> {
            Result<Campaign> gone = session.campaigns().remove(id, cancel);
            if (gone)
                static_cast<void>(removeDraftState(session, id));
            return gone;
        },
        [this, id](const Result<Campaign> &gone) {
            if (!gone) {
                emit failed(id, tr("The campaign was not deleted"), gone.error());
                return;
            }
            emit removed(id, gone->name);
            emit done(tr("“%1” was deleted").arg(gone->name));
        });
}
