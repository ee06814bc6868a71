#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "domain/campaign.h"
#include "domain/figures.h"
#include "domain/retryoffer.h"
#include "presentation/abtestoverview.h"
#include "presentation/activitymodel.h"
#include "presentation/campaignchoices.h"
#include "presentation/campaignoverview.h"
#include "presentation/costwords.h"
#include "presentation/recipienttablemodel.h"

#include <QTimer>
#include <QWidget>

#include <chrono>
#include <optional>
#include <vector>

class AbTestCard;
class ActivityPanel;
class Banner;
class Button;
class CampaignDetailsPanel;
class CampaignFiguresPanel;
class PageHeader;
class ProgressCard;
class QAction;
class QMenu;
class QStackedWidget;
class RecipientsPanel;
class StatePanel;
class StatusBadge;
struct ChartPicture;
struct ChartTable;

/// One campaign: how far it is, its figures, its people, what happened, and what can be done about it.
/// Updates repaint what changed; the list keeps its place.
class CampaignPage final : public QWidget
{
    Q_OBJECT

public:
    /// `clock` must outlive the page.
    CampaignPage(const Clock &clock, PhoneFormat phoneFormat, QWidget *parent = nullptr);

    /// Another campaign is on its way; what was shown is forgotten.
    void showLoading(CampaignId id);
    void showError(const Error &error);
    /// The campaign as it is now. Another one than before also asks for its people.
    void setCampaign(const Campaign &campaign);
    void setLiveProgress(const LiveProgress &progress);
    /// Steps in which something happened, of this width.
    void setTimeline(const std::vector<TimeLinePoint> &steps, std::chrono::milliseconds width);
    /// See deliveryNotes().
    void setDeliveryNotes(const QStringList &notes);
    /// How long people took, why some failed, and what was charged for.
    void setFigures(const FigureSet &figures);
    void setMoney(const CampaignMoney &money);
    /// The test that it is a part of; nothing: of none.
    void setAbTest(const std::optional<AbTestOverview> &test);
    void setActivity(const std::vector<ActivityEntry> &entries);
    void addActivity(const std::vector<ActivityEntry> &entries);
    /// The claim of the unconfirmed people that waits longest, for the resolve dialog.
    void setOldestUnconfirmed(std::optional<UtcTime> at);

    // Answers to recipientsWanted() and recipientPageWanted().
    void setRecipientTotal(const RecipientFilter &filter, int total);
    RecipientTableModel &recipients() { return m_recipientModel; }

    /// Of those who failed; nothing while that is not known.
    void setRetryOffer(const std::optional<RetryOffer> &offer);
    void askBeforeRetrying(const RetryOffer &offer);

    /// An action was refused or failed; its buttons work again.
    void setActionError(const QString &title, const Error &error);

    CampaignId campaignId() const { return m_campaign.id; }

signals:
    void backRequested();
    void reloadRequested(CampaignId id);

    void editRequested(CampaignId id);
    void sendRequested(CampaignId id);
    void pauseRequested(CampaignId id);
    void resumeRequested(CampaignId id);
    void cancelRequested(CampaignId id);
    /// Whom a second try would reach; the answer is askBeforeRetrying().
    void retryOfferWanted(CampaignId id);
    void retryFailedRequested(CampaignId id);
    void resolveRequested(CampaignId id, ResolveChoice choice);
    void followUpRequested(CampaignId id, FollowUpAudience audience);
    void exportRequested(CampaignId id, ResultsFormat format);
    void chartPictureWanted(const ChartPicture &picture);
    void chartNumbersWanted(const QString &title, const ChartTable &numbers);
    void duplicateRequested(CampaignId id);
    void repeatRequested(CampaignId id);
    void deleteRequested(CampaignId id);
    void revenueRequested(CampaignId id);
    void budgetRequested(CampaignId id);
    /// The rest of its test is to get this version, counted from 0.
    void versionChosen(CampaignId id, int version);
    /// Another campaign of its test is to be shown.
    void openRequested(CampaignId id);

    /// How many people match; the answer is setRecipientTotal().
    void recipientsWanted(CampaignId id, const RecipientFilter &filter);
    void recipientPageWanted(CampaignId id, const RecipientFilter &filter, const PageRequest &request);
    void activityWanted(CampaignId id);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    /// What the one filled button does.
    enum class MainAction { None, Pause, Resume, Send, Retry, FollowUp };

    void buildHeader();
    void connectPanels();
    void refreshHeader();
    void refreshContext();
    void refreshReason();
    void refreshFollowUps();
    void refreshFigures();
    void refreshTimeline();

    MainAction mainActionFor(const CampaignActions &actions) const;
    void doMainAction();
    void askBeforeSending();
    void askBeforeCancelling();
    void askBeforeDeleting();
    void askAboutUnconfirmed();
    void pauseOrResume();

    const Clock &m_clock;
    Campaign m_campaign;
    bool m_isShown = false; ///< m_campaign was loaded
    MainAction m_main = MainAction::None;
    LiveProgress m_live;
    std::optional<RetryOffer> m_retryOffer;
    bool m_waitsForWinner = false; ///< of its test
    std::vector<TimeLinePoint> m_timelineSteps;
    std::chrono::milliseconds m_timelineWidth{0};
    std::optional<UtcTime> m_oldestUnconfirmed;
    RecipientTableModel m_recipientModel;
    ActivityModel m_activityModel;
    QTimer m_timeTimer;

    PageHeader *m_header;
    StatusBadge *m_badge;
    Button *m_followUpButton;
    Button *m_exportButton;
    Button *m_moreButton;
    Button *m_cancelButton;
    Button *m_mainButton;
    QMenu *m_followUpMenu;
    QMenu *m_moreMenu;
    QAction *m_editAction;
    QAction *m_retryAction;
    QAction *m_resolveAction;
    QAction *m_budgetAction = nullptr;
    QAction *m_deleteAction;

    QStackedWidget *m_states;
    StatePanel *m_statePanel;
    Banner *m_reasonBanner;
    Button *m_raiseBudget;
    ProgressCard *m_progress;
    AbTestCard *m_abTest;
    CampaignFiguresPanel *m_figures;
    CampaignDetailsPanel *m_details;
    RecipientsPanel *m_people;
    ActivityPanel *m_activity;
};
