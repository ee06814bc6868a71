#include "widgets/campaign/campaignpage.h"

#include "presentation/wording.h"
#include "widgets/campaign/abtestcard.h"
#include "widgets/campaign/activitypanel.h"
#include "widgets/campaign/budgetdialog.h"
#include "widgets/campaign/campaigndetailspanel.h"
#include "widgets/campaign/campaignfigurespanel.h"
#include "widgets/campaign/progresscard.h"
#include "widgets/campaign/recipientspanel.h"
#include "widgets/campaign/resolvedialog.h"
#include "widgets/campaign/retrydialog.h"
#include "widgets/controls/banner.h"
#include "widgets/controls/button.h"
#include "widgets/controls/dialogs.h"
#include "widgets/controls/pageheader.h"
#include "widgets/controls/statepanel.h"
#include "widgets/controls/statusbadge.h"
#include "widgets/theme/typography.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollArea>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kGap = 10;
constexpr int kActivityWidth = 320;

} // namespace

CampaignPage::CampaignPage(const Clock &clock, PhoneFormat phoneFormat, QWidget *parent)
    : QWidget{parent}
    , m_clock{clock}
    , m_recipientModel{std::move(phoneFormat)}
    , m_activityModel{clock}
    , m_header{new PageHeader{{}}}
    , m_badge{new StatusBadge}
    , m_states{new QStackedWidget}
    , m_statePanel{new StatePanel}
    , m_reasonBanner{new Banner}
    , m_raiseBudget{new Button{tr("Raise the budget…")}}
    , m_progress{new ProgressCard{clock}}
    , m_abTest{new AbTestCard}
    , m_figures{new CampaignFiguresPanel}
    , m_details{new CampaignDetailsPanel}
    , m_people{new RecipientsPanel{m_recipientModel}}
    , m_activity{new ActivityPanel{m_activityModel}}
{
    buildHeader();
    auto *content = new QWidget;
    auto *column = new QVBoxLayout{content};
    column->setContentsMargins(24, 0, 24, kGap);
    column->setSpacing(kGap);
    m_raiseBudget->setObjectName(u"raiseBudgetButton"_s);
    m_raiseBudget->hide();
    m_reasonBanner->addAction(m_raiseBudget);
    column->addWidget(m_reasonBanner);
    column->addWidget(m_progress);
    column->addWidget(m_abTest);
    column->addWidget(m_figures);
    column->addWidget(m_details);
    auto *lower = new QHBoxLayout;
    lower->setSpacing(12);
    lower->addWidget(m_people, 1);
    lower->addWidget(m_activity);
    column->addLayout(lower, 1);
    m_activity->setFixedWidth(scaledWithText(kActivityWidth));
    m_activity->hide();
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    m_states->addWidget(scroll);
    m_states->addWidget(m_statePanel);

    auto *page = new QVBoxLayout{this};
    page->setContentsMargins(0, 0, 0, 0);
    page->setSpacing(0);
    page->addWidget(m_header);
    page->addWidget(m_states, 1);

    m_timeTimer.setInterval(1s);
    connect(&m_timeTimer, &QTimer::timeout, this, &CampaignPage::refreshContext);
    connectPanels();
    showLoading({});
}

void CampaignPage::showLoading(CampaignId id)
{
    m_campaign = {};
    m_campaign.id = id;
    m_live = {};
    m_retryOffer.reset();
    m_timelineSteps.clear();
    m_oldestUnconfirmed.reset();
    setDeliveryNotes({});
    setFigures({});
    setAbTest({});
    m_isShown = false;
    m_header->setTitle({});
    m_header->setContext({});
    m_activityModel.setEntries({});
    refreshHeader();
    m_statePanel->showLoading(tr("Opening the campaign"), false);
    m_states->setCurrentIndex(1);
}

void CampaignPage::showError(const Error &error)
{
    m_statePanel->showError(error, tr("The campaign cannot be shown"));
    m_states->setCurrentIndex(1);
}

void CampaignPage::setCampaign(const Campaign &campaign)
{
    const bool isOther = !m_isShown || campaign.id != m_campaign.id;
    const Campaign before = std::exchange(m_campaign, campaign);
    m_isShown = true;
    m_states->setCurrentIndex(0);
    if (isOther) {
        m_live = {};
        m_recipientModel.setVariables({});
    }
    if (isOther || before.name != campaign.name || before.state != campaign.state
        || !(before.counts == campaign.counts) || before.startedAt != campaign.startedAt) {
        refreshHeader();
        refreshContext();
    }
    if (isOther || before.state != campaign.state || !(before.reason == campaign.reason))
        refreshReason();
    if (isOther || before.state != campaign.state || !(before.counts == campaign.counts)
        || !(before.reached == campaign.reached))
        refreshFigures();
    if (isOther) {
        refreshTimeline();
        m_people->reset();
        emit activityWanted(campaign.id);
    }
    if (campaign.state == CampaignState::Sending)
        m_timeTimer.start();
    else
        m_timeTimer.stop();
}

void CampaignPage::setLiveProgress(const LiveProgress &progress)
{
    m_live = progress;
    m_progress->showLive(m_campaign.state, progress);
    refreshContext();
}

void CampaignPage::setTimeline(const std::vector<TimeLinePoint> &steps, std::chrono::milliseconds width)
{
    m_timelineSteps = steps;
    m_timelineWidth = width;
    refreshTimeline();
}

void CampaignPage::setRetryOffer(const std::optional<RetryOffer> &offer)
{
    m_retryOffer = offer;
    refreshHeader();
}

void CampaignPage::setAbTest(const std::optional<AbTestOverview> &test)
{
    m_abTest->setVisible(test.has_value());
    if (test)
        m_abTest->setOverview(*test);
    const bool waits = test && test->isRestShown;
    if (std::exchange(m_waitsForWinner, waits) != waits)
        refreshHeader();
}

void CampaignPage::setDeliveryNotes(const QStringList &notes)
{
    m_figures->showNotes(notes);
}

void CampaignPage::setFigures(const FigureSet &figures)
{
    m_details->showFigures(figures);
}

void CampaignPage::setMoney(const CampaignMoney &money)
{
    m_details->showMoney(money);
}

void CampaignPage::setActivity(const std::vector<ActivityEntry> &entries)
{
    m_activityModel.setEntries(entries);
}

void CampaignPage::addActivity(const std::vector<ActivityEntry> &entries)
{
    m_activityModel.addEntries(entries);
}

void CampaignPage::setOldestUnconfirmed(std::optional<UtcTime> at)
{
    m_oldestUnconfirmed = at;
}

void CampaignPage::setRecipientTotal(const RecipientFilter &filter, int total)
{
    m_people->setTotal(filter, total);
}

void CampaignPage::setActionError(const QString &title, const Error &error)
{
    tellError(this, title, error);
}

void CampaignPage::keyPressEvent(QKeyEvent *event)
{
    const bool isControl = event->modifiers() == Qt::ControlModifier;
    if (isControl && event->key() == Qt::Key_P)
        pauseOrResume();
    else if (isControl && event->key() == Qt::Key_E && m_exportButton->isVisible())
        m_exportButton->showMenu();
    else if (isControl && event->key() == Qt::Key_D)
        emit duplicateRequested(m_campaign.id);
    else if (isControl && event->key() == Qt::Key_F)
        m_people->focusSearch();
    else if (event->key() == Qt::Key_F5)
        emit reloadRequested(m_campaign.id);
    else if (event->key() == Qt::Key_Escape)
        emit backRequested();
    else
        QWidget::keyPressEvent(event);
}

void CampaignPage::buildHeader()
{
    // A shortcut, because a button or a table that has the focus would take the key for its own moves.
    connect(
        new QShortcut{QKeySequence{u"Alt+Left"_s}, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut},
        &QShortcut::activated, this, &CampaignPage::backRequested);
    m_header->setLeading(PageHeader::Leading::Back);
    m_header->setTitleMark(m_badge);
    m_followUpButton = new Button{tr("Follow up"), ButtonKind::Quiet, u"reply"_s};
    m_followUpButton->setObjectName(u"followUpButton"_s);
    m_exportButton = new Button{tr("Export"), ButtonKind::Quiet, u"export"_s};
    m_exportButton->setObjectName(u"exportButton"_s);
    m_moreButton = Button::iconOnly(u"more"_s, tr("More actions"));
    m_moreButton->setObjectName(u"moreButton"_s);
    m_cancelButton = new Button{tr("Cancel…"), ButtonKind::Danger, u"cancel"_s};
    m_cancelButton->setObjectName(u"cancelButton"_s);
    m_mainButton = new Button{{}, ButtonKind::Primary};
    m_mainButton->setObjectName(u"mainButton"_s);
    for (Button *button : {m_followUpButton, m_exportButton, m_moreButton, m_cancelButton, m_mainButton})
        m_header->addAction(button);

    m_followUpMenu = new QMenu{this};
    m_followUpMenu->setObjectName(u"followUpMenu"_s);
    for (const FollowUpAudience audience :
         {FollowUpAudience::DidNotRead, FollowUpAudience::Read, FollowUpAudience::DidNotAnswer,
          FollowUpAudience::Responded, FollowUpAudience::PressedButton, FollowUpAudience::Failed,
          FollowUpAudience::MayWorkNow}) {
        QAction *action = m_followUpMenu->addAction(followUpText(audience));
        action->setData(static_cast<int>(audience));
        connect(action, &QAction::triggered, this,
                [this, audience] { emit followUpRequested(m_campaign.id, audience); });
    }
    m_followUpButton->setMenu(m_followUpMenu);

    auto *exportMenu = new QMenu{this};
    connect(exportMenu->addAction(tr("People as a table (CSV)…")), &QAction::triggered, this,
            [this] { emit exportRequested(m_campaign.id, ResultsFormat::Csv); });
    connect(exportMenu->addAction(tr("Figures and people (Excel)…")), &QAction::triggered, this,
            [this] { emit exportRequested(m_campaign.id, ResultsFormat::Workbook); });
    connect(exportMenu->addAction(tr("Report for the client (PDF)…")), &QAction::triggered, this,
            [this] { emit exportRequested(m_campaign.id, ResultsFormat::Pdf); });
    m_exportButton->setMenu(exportMenu);

    m_moreMenu = new QMenu{this};
    m_editAction = m_moreMenu->addAction(tr("Edit…"));
    m_retryAction = m_moreMenu->addAction(tr("Retry failed…"));
    m_resolveAction = m_moreMenu->addAction(tr("Resolve unconfirmed…"));
    m_budgetAction = m_moreMenu->addAction(tr("Budget…"));
    QAction *duplicate = m_moreMenu->addAction(tr("Duplicate"));
    QAction *repeat = m_moreMenu->addAction(tr("Repeat…"));
    m_moreMenu->addSeparator();
    m_deleteAction = m_moreMenu->addAction(tr("Delete…"));
    m_moreButton->setMenu(m_moreMenu);
    connect(m_editAction, &QAction::triggered, this, [this] { emit editRequested(m_campaign.id); });
    connect(m_retryAction, &QAction::triggered, this, [this] { emit retryOfferWanted(m_campaign.id); });
    connect(m_resolveAction, &QAction::triggered, this, &CampaignPage::askAboutUnconfirmed);
    connect(m_budgetAction, &QAction::triggered, this, [this] { emit budgetRequested(m_campaign.id); });
    connect(m_raiseBudget, &Button::clicked, this, [this] { emit budgetRequested(m_campaign.id); });
    connect(duplicate, &QAction::triggered, this, [this] { emit duplicateRequested(m_campaign.id); });
    connect(repeat, &QAction::triggered, this, [this] { emit repeatRequested(m_campaign.id); });
    connect(m_deleteAction, &QAction::triggered, this, &CampaignPage::askBeforeDeleting);
    connect(m_cancelButton, &Button::clicked, this, &CampaignPage::askBeforeCancelling);
    connect(m_mainButton, &Button::clicked, this, &CampaignPage::doMainAction);
    connect(m_header, &PageHeader::backRequested, this, &CampaignPage::backRequested);
}

void CampaignPage::connectPanels()
{
    connect(m_statePanel, &StatePanel::retryRequested, this, [this] { emit reloadRequested(m_campaign.id); });
    connect(m_figures, &CampaignFiguresPanel::peopleRequested, m_people, &RecipientsPanel::chooseStatus);
    connect(m_figures, &CampaignFiguresPanel::stepRequested, m_people, &RecipientsPanel::choosePeopleAtLeast);
    connect(m_details, &CampaignDetailsPanel::reasonRequested, m_people, &RecipientsPanel::chooseReason);
    connect(m_details, &CampaignDetailsPanel::retryRequested, this,
            [this] { emit retryOfferWanted(m_campaign.id); });
    connect(m_details, &CampaignDetailsPanel::revenueRequested, this,
            [this] { emit revenueRequested(m_campaign.id); });
    connect(m_figures, &CampaignFiguresPanel::pictureWanted, this, &CampaignPage::chartPictureWanted);
    connect(m_figures, &CampaignFiguresPanel::numbersWanted, this, &CampaignPage::chartNumbersWanted);
    connect(m_abTest, &AbTestCard::versionChosen, this,
            [this](int version) { emit versionChosen(m_campaign.id, version); });
    connect(m_abTest, &AbTestCard::campaignRequested, this, [this](CampaignId id) {
        if (id != m_campaign.id)
            emit openRequested(id);
    });
    connect(m_abTest, &AbTestCard::pictureWanted, this, &CampaignPage::chartPictureWanted);
    connect(m_abTest, &AbTestCard::numbersWanted, this, &CampaignPage::chartNumbersWanted);
    connect(m_figures, &CampaignFiguresPanel::resolveRequested, this, &CampaignPage::askAboutUnconfirmed);
    connect(m_people, &RecipientsPanel::listWanted, this,
            [this](const RecipientFilter &filter) { emit recipientsWanted(m_campaign.id, filter); });
    connect(m_people, &RecipientsPanel::pageWanted, this,
            [this](const RecipientFilter &filter, const PageRequest &request) {
                emit recipientPageWanted(m_campaign.id, filter, request);
            });
    connect(m_people, &RecipientsPanel::activityToggled, this, [this](bool shown) {
        m_activity->setVisible(shown);
        if (shown)
            emit activityWanted(m_campaign.id);
    });
    connect(m_activity, &ActivityPanel::closeRequested, this, [this] { m_people->setActivityShown(false); });
}

void CampaignPage::refreshHeader()
{
    const CampaignCounts &counts = m_campaign.counts;
    const CampaignActions actions = actionsFor(m_campaign.state, counts);
    m_header->setTitle(m_campaign.name);
    m_badge->setVisible(m_isShown);
    m_badge->setBadge(badgeFor(m_campaign.state));

    m_main = mainActionFor(actions);
    m_mainButton->setVisible(m_isShown && m_main != MainAction::None);
    switch (m_main) {
    case MainAction::Pause:
        m_mainButton->setText(tr("Pause"));
        m_mainButton->setIconName(u"pause"_s);
        break;
    case MainAction::Resume:
        m_mainButton->setText(tr("Resume sending (%1)").arg(countText(counts.remaining())));
        m_mainButton->setIconName(u"resume"_s);
        break;
    case MainAction::Send:
        m_mainButton->setText(tr("Send %1 now…").arg(countText(counts.remaining())));
        m_mainButton->setIconName(u"send"_s);
        break;
    case MainAction::Retry:
        m_mainButton->setText(tr("Retry failed (%1)…").arg(countText(m_retryOffer->people())));
        m_mainButton->setIconName(u"retry"_s);
        break;
    case MainAction::FollowUp:
        m_mainButton->setText(tr("Follow up"));
        m_mainButton->setIconName(u"reply"_s);
        break;
    case MainAction::None: break;
    }
    m_mainButton->setMenu(m_main == MainAction::FollowUp ? m_followUpMenu : nullptr);
    refreshFollowUps();
    m_followUpButton->setVisible(m_isShown && actions.followUp && m_main != MainAction::FollowUp);
    m_exportButton->setVisible(m_isShown && actions.exportResults);
    m_moreButton->setVisible(m_isShown);
    m_cancelButton->setVisible(m_isShown && actions.cancel);
    m_editAction->setVisible(actions.edit && !m_waitsForWinner);
    m_retryAction->setVisible(actions.retryFailed && m_main != MainAction::Retry);
    m_resolveAction->setVisible(actions.resolve);
    m_budgetAction->setVisible(m_campaign.state == CampaignState::Sending
                               || m_campaign.state == CampaignState::Paused);
    m_deleteAction->setEnabled(actions.remove);
    m_deleteAction->setToolTip(actions.remove ? QString{} : tr("Pause or cancel it first"));
}

void CampaignPage::refreshFollowUps()
{
    const std::optional<int> retriable =
        m_retryOffer ? std::optional{m_retryOffer->people()} : std::optional<int>{};
    for (QAction *action : m_followUpMenu->actions()) {
        const auto audience = static_cast<FollowUpAudience>(action->data().toInt());
        const std::optional<int> people = followUpPeople(audience, m_campaign.counts, retriable);
        const QString words = followUpText(audience);
        //: A group of people and how many they are: "People who read it (1,204)"
        action->setText(people ? tr("%1 (%2)").arg(words, countText(*people)) : words);
        action->setEnabled(people != 0);
    }
}

void CampaignPage::refreshContext()
{
    if (!m_isShown)
        return;
    const UtcTime now = m_clock.now();
    QStringList parts;
    if (!m_campaign.templateName.isEmpty())
        parts << m_campaign.templateName << languageText(m_campaign.language);
    if (m_campaign.startedAt) {
        const bool isToday = now - *m_campaign.startedAt < 24h;
        parts << tr("started %1")
                     .arg(isToday ? timeText(*m_campaign.startedAt) : momentText(*m_campaign.startedAt));
    } else if (m_campaign.scheduledFor) {
        parts << tr("starts %1").arg(momentText(*m_campaign.scheduledFor));
    }
    if (m_campaign.state == CampaignState::Sending && m_live.lastMessageAt)
        parts << tr("last message %1").arg(relativeText(*m_live.lastMessageAt, now));
    else if (m_campaign.startedAt && m_campaign.completedAt)
        parts << tr("took %1").arg(durationText(std::chrono::duration_cast<std::chrono::seconds>(
            *m_campaign.completedAt - *m_campaign.startedAt)));
    m_header->setContext(parts.join(tr(" · ", "between parts of a line")));
}

void CampaignPage::refreshReason()
{
    const bool isHalted =
        m_campaign.state == CampaignState::Paused || m_campaign.state == CampaignState::Failed;
    const bool isTold = isHalted && !m_campaign.reason.message.isEmpty();
    m_reasonBanner->setVisible(isTold);
    if (isTold)
        m_reasonBanner->setMessage(m_campaign.state == CampaignState::Failed ? Tone::Red : Tone::Amber,
                                   m_campaign.reason.message, m_campaign.reason.advice);
    m_raiseBudget->setVisible(isStoppedByBudget(m_campaign));
}

void CampaignPage::refreshFigures()
{
    m_progress->showCounts(m_campaign.state, m_campaign.counts);
    m_progress->showLive(m_campaign.state, m_live);
    m_figures->showCounts(m_campaign.counts, m_campaign.reached);
    m_details->setMayEarn(m_campaign.reached.sent > 0);
    m_people->showCounts(m_campaign.state, m_campaign.counts);
}

void CampaignPage::refreshTimeline()
{
    const UtcTime until = m_campaign.completedAt.value_or(m_clock.now());
    m_figures->showTimeline(timelineSeries(m_timelineSteps, m_timelineWidth, until));
}

CampaignPage::MainAction CampaignPage::mainActionFor(const CampaignActions &actions) const
{
    if (actions.pause && m_campaign.state == CampaignState::Sending)
        return MainAction::Pause;
    if (actions.resume)
        return MainAction::Resume;
    if (actions.send && !m_waitsForWinner)
        return MainAction::Send;
    if (actions.retryFailed && m_retryOffer && !m_retryOffer->offered.empty())
        return MainAction::Retry;
    return actions.followUp ? MainAction::FollowUp : MainAction::None;
}

void CampaignPage::doMainAction()
{
    switch (m_main) {
    case MainAction::Pause: emit pauseRequested(m_campaign.id); break;
    case MainAction::Resume: emit resumeRequested(m_campaign.id); break;
    case MainAction::Send: askBeforeSending(); break;
    case MainAction::Retry: emit retryOfferWanted(m_campaign.id); break;
    case MainAction::FollowUp:
    case MainAction::None: break;
    }
}

void CampaignPage::askBeforeSending()
{
    auto *dialog = new MessageDialog{tr("Send to %Ln people now?", nullptr, m_campaign.counts.remaining()),
                                     tr("“%1” starts at once. You can pause it at any time; a message that "
                                        "has left cannot be called back.")
                                         .arg(m_campaign.name),
                                     this};
    dialog->setObjectName(u"confirmSending"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->addButton(tr("Not yet"), ButtonKind::Outlined, QDialog::Rejected);
    dialog->addButton(tr("Send now"), ButtonKind::Primary, QDialog::Accepted, true);
    connect(dialog, &QDialog::accepted, this, [this, id = m_campaign.id] { emit sendRequested(id); });
    dialog->open();
}

void CampaignPage::askBeforeCancelling()
{
    const int left = m_campaign.counts.remaining();
    const int sent = m_campaign.reached.sent;
    QString lost = tr("%Ln people will not get it.", nullptr, left);
    if (sent > 0)
        lost += u' ' + tr("The %Ln messages already sent stay on their phones.", nullptr, sent);
    lost += u' ' + tr("This cannot be undone.");
    const bool isSending = m_campaign.state == CampaignState::Sending;
    MessageDialog *dialog =
        askBeforeLosing(this, tr("Cancel “%1”?").arg(m_campaign.name), lost, tr("Cancel campaign"),
                        isSending ? tr("Keep sending") : tr("Keep it"));
    dialog->setObjectName(u"confirmCancelling"_s);
    connect(dialog, &QDialog::accepted, this, [this, id = m_campaign.id] { emit cancelRequested(id); });
}

void CampaignPage::askBeforeDeleting()
{
    const int people = m_campaign.counts.total();
    QString lost = tr("Its %Ln people, their history and its figures are deleted here.", nullptr, people);
    if (m_campaign.reached.sent > 0)
        lost += u' ' + tr("Sent messages stay on their phones.");
    MessageDialog *dialog = askBeforeLosing(this, tr("Delete “%1”?").arg(m_campaign.name), lost,
                                            tr("Delete campaign"), tr("Keep it"));
    connect(dialog, &QDialog::accepted, this, [this, id = m_campaign.id] { emit deleteRequested(id); });
}

void CampaignPage::askAboutUnconfirmed()
{
    auto *dialog = new ResolveDialog{m_campaign.counts.of(RecipientStatus::Unconfirmed), m_oldestUnconfirmed,
                                     m_clock.now(), this};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ResolveDialog::chosen, this,
            [this, id = m_campaign.id](ResolveChoice choice) { emit resolveRequested(id, choice); });
    dialog->open();
}

void CampaignPage::askBeforeRetrying(const RetryOffer &offer)
{
    auto *dialog = new RetryDialog{offer, this};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, id = m_campaign.id] { emit retryFailedRequested(id); });
    dialog->open();
}

void CampaignPage::pauseOrResume()
{
    const CampaignActions actions = actionsFor(m_campaign.state, m_campaign.counts);
    if (actions.resume)
        emit resumeRequested(m_campaign.id);
    else if (actions.pause)
        emit pauseRequested(m_campaign.id);
}
