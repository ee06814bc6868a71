#include "app/campaigncontroller.h"

#include "app/budgetcontroller.h"
#include "app/campaigncommands.h"
#include "app/chartexport.h"
#include "app/pacedread.h"
#include "app/recipientlister.h"
#include "app/revenuecontroller.h"
#include "exchange/phoneparser.h"
#include "presentation/insightswords.h"
#include "storage/database.h"
#include "widgets/campaign/campaignpage.h"
#include "widgets/shell/mainwindow.h"
#include "workspace/backgrounddesk.h"
#include "workspace/changewatch.h"
#include "workspace/session.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kBetweenFigures = 200ms;
constexpr auto kBetweenActivity = 500ms;
constexpr auto kUntilEvents = 61s; // from when on their absence is told
constexpr int kOldActivity = 200; // lines shown of what happened before the page was opened
constexpr int kStepsOfATimeline = 240;

std::chrono::minutes stepOf(const Campaign &campaign, UtcTime now)
{
    if (!campaign.startedAt)
        return 1min;
    const auto length = std::chrono::duration_cast<std::chrono::minutes>(campaign.completedAt.value_or(now)
                                                                         - *campaign.startedAt);
    return std::max(1min, length / kStepsOfATimeline);
}

std::vector<ActivityEntry> entriesOf(const std::vector<Activity> &activities)
{
    std::vector<ActivityEntry> entries;
    for (const Activity &activity : activities)
        entries.push_back({activity.id, activity.at, {}, activity.what});
    return entries;
}

Result<CampaignMoney> moneyOf(Session &session, const Campaign &campaign)
{
    CampaignMoney money;
    const Result<CostFigures> cost = session.costDesk().figuresOf(campaign);
    if (!cost)
        return cost.error();
    if (cost->estimate)
        money.estimate = Budget{cost->estimate->amount, cost->estimate->currency};
    money.difference = cost->difference;
    Result<CampaignReturn> of = session.revenueDesk().returnOf(campaign);
    if (!of)
        return of.error();
    money.of = *std::move(of);
    return money;
}

/// Nothing where it is part of none.
Result<std::optional<AbTestOverview>> testOf(Session &session, CampaignId id)
{
    const Result<std::optional<AbTest>> test = session.abTests().of(id);
    if (!test)
        return test.error();
    if (!*test || (*test)->state == AbTestState::Draft)
        return std::optional<AbTestOverview>{};
    const Result<AbOutcome> outcome = session.abTestDesk().read(**test);
    if (!outcome)
        return outcome.error();
    return std::optional{overviewOf(
        {outcome->test, outcome->versions, outcome->rest, outcome->result, outcome->decidesAt}, id)};
}

} // namespace

/// What the page shows of a campaign, besides its people.
struct CampaignController::Reading
{
    Campaign campaign;
    std::vector<TimeLinePoint> steps = {};
    std::chrono::minutes width{1};
    std::optional<RetryOffer> retry = {}; ///< while it sends, nobody asks for it
    QStringList notes = {}; ///< on what became of its messages
    FigureSet figures = {};
    CampaignMoney money = {};
    std::optional<AbTestOverview> test = {};

    /// Several reads: inside a snapshot they add up.
    static Result<Reading> of(Session &session, CampaignId id);
};

Result<CampaignController::Reading> CampaignController::Reading::of(Session &session, CampaignId id)
{
    const UtcTime now = session.clock().now();
    Result<Campaign> campaign = session.campaigns().load(id);
    if (!campaign)
        return campaign.error();
    Reading reading{.campaign = *std::move(campaign)};
    reading.width = stepOf(reading.campaign, now);
    Result<std::vector<TimeLinePoint>> steps = session.figures().timeLine(id, reading.width);
    if (!steps)
        return steps.error();
    reading.steps = *std::move(steps);
    Result<FigureSet> figures = session.figures().figures({id});
    if (!figures)
        return figures.error();
    reading.figures = *std::move(figures);
    Result<CampaignMoney> money = moneyOf(session, reading.campaign);
    if (!money)
        return money.error();
    reading.money = *std::move(money);
    Result<std::optional<AbTestOverview>> test = testOf(session, id);
    if (!test)
        return test.error();
    reading.test = *std::move(test);
    const Result<std::optional<UtcTime>> lastEvent = session.deliveryEvidence().eventSince(reading.campaign);
    const Result<std::optional<TemplateTotals>> totals = session.insights().totalsOf(id, now);
    if (!lastEvent || !totals)
        return lastEvent ? totals.error() : lastEvent.error();
    reading.notes = deliveryNotes(reading.campaign, *lastEvent, *totals, now);
    const bool hasFailures = reading.campaign.counts.of(RecipientStatus::Failed) > 0;
    if (!hasFailures || reading.campaign.state == CampaignState::Sending)
        return reading;
    Result<RetryOffer> offer = session.campaigns().retryOffer(id, now);
    if (!offer)
        return offer.error();
    reading.retry = *std::move(offer);
    return reading;
}

CampaignController::CampaignController(const Workbench &bench, CampaignCommands &commands, QObject *parent)
    : QObject{parent}
    , m_bench{bench}
    , m_page{new CampaignPage{bench.clock, &PhoneParser::formatInternational, &bench.window}}
    , m_lister{new RecipientLister{bench.desk, m_page->recipients(), this}}
    , m_figures{new PacedRead{kBetweenFigures, [this](auto ended) { read(std::move(ended)); }, this}}
    , m_activity{new PacedRead{kBetweenActivity, [this](auto ended) { readActivity(std::move(ended)); }, this}}
{
    bench.window.addPage(u"campaigns"_s, m_page);
    connectActions(commands);
    connectPeople();
    connect(m_page, &CampaignPage::backRequested, this, &CampaignController::closed);
    connect(m_page, &CampaignPage::reloadRequested, this, &CampaignController::open);
    connect(m_page, &CampaignPage::activityWanted, this, [this] {
        m_showsActivity = true;
        m_lastActivity = 0;
        m_activity->request();
    });
    m_notesTimer.setSingleShot(true);
    connect(&m_notesTimer, &QTimer::timeout, this, &CampaignController::refresh);
    connect(&bench.changes, &ChangeWatch::changed, this, &CampaignController::refresh);
}

void CampaignController::connectActions(CampaignCommands &commands)
{
    connect(m_page, &CampaignPage::editRequested, this, &CampaignController::editRequested);
    connect(m_page, &CampaignPage::repeatRequested, this, &CampaignController::repeatRequested);
    connect(m_page, &CampaignPage::exportRequested, this, &CampaignController::exportRequested);
    auto *charts = new ChartExport{m_bench, this};
    connect(m_page, &CampaignPage::chartPictureWanted, charts, &ChartExport::savePicture);
    connect(m_page, &CampaignPage::chartNumbersWanted, charts, &ChartExport::saveNumbers);
    connect(m_page, &CampaignPage::sendRequested, &commands, &CampaignCommands::send);
    connect(m_page, &CampaignPage::pauseRequested, &commands, &CampaignCommands::pause);
    connect(m_page, &CampaignPage::resumeRequested, &commands, &CampaignCommands::resume);
    connect(m_page, &CampaignPage::cancelRequested, &commands, &CampaignCommands::cancel);
    connect(m_page, &CampaignPage::retryOfferWanted, &commands, &CampaignCommands::offerRetry);
    connect(&commands, &CampaignCommands::retryOffered, this, [this](CampaignId id, const RetryOffer &offer) {
        if (isShowing(id))
            m_page->askBeforeRetrying(offer);
    });
    connect(m_page, &CampaignPage::retryFailedRequested, &commands, &CampaignCommands::retryFailed);
    connect(m_page, &CampaignPage::resolveRequested, &commands, &CampaignCommands::resolve);
    connect(m_page, &CampaignPage::followUpRequested, &commands, &CampaignCommands::followUp);
    connect(m_page, &CampaignPage::duplicateRequested, &commands, &CampaignCommands::duplicate);
    connect(m_page, &CampaignPage::deleteRequested, &commands, &CampaignCommands::remove);
    connect(m_page, &CampaignPage::versionChosen, &commands, &CampaignCommands::chooseVersion);
    connect(m_page, &CampaignPage::openRequested, this, &CampaignController::open);
    auto *budget = new BudgetController{m_bench, commands, this};
    connect(m_page, &CampaignPage::budgetRequested, this, [this, budget] { budget->ask(m_campaign); });
    const auto tell = [this](CampaignId, const QString &sentence) {
        m_bench.window.showToast(sentence);
        refresh();
    };
    connect(budget, &BudgetController::changed, this, tell);
    auto *revenue = new RevenueController{m_bench, this};
    connect(m_page, &CampaignPage::revenueRequested, this, [this, revenue] { revenue->ask(m_campaign); });
    connect(revenue, &RevenueController::recorded, this, tell);
}

void CampaignController::connectPeople()
{
    connect(m_page, &CampaignPage::recipientsWanted, this,
            [this](CampaignId id, const RecipientFilter &filter) {
                m_filter = filter;
                RecipientQuery query;
                query.campaign = id;
                query.status = filter.status;
                query.search = filter.search;
                query.isAtLeast = filter.isAtLeast;
                query.errorCode = filter.errorCode;
                m_lister->list(query);
            });
    connect(
        m_page, &CampaignPage::recipientPageWanted, this,
        [this](CampaignId, const RecipientFilter &, const PageRequest &request) { m_lister->read(request); });
    connect(m_lister, &RecipientLister::listed, this, [this](const RecipientQuery &query, int total) {
        m_page->setRecipientTotal({query.status, query.search, query.isAtLeast, query.errorCode}, total);
    });
    connect(m_lister, &RecipientLister::failed, this, [this](const Error &error) {
        m_page->setActionError(tr("The people could not be read"), error);
    });
}

void CampaignController::open(CampaignId id)
{
    m_shown = id;
    m_campaign = {};
    m_filter = {};
    m_showsActivity = false;
    m_lastActivity = 0;
    m_page->showLoading(id);
    m_bench.window.showPage(m_page);
    m_figures->request();
}

bool CampaignController::isShowing(CampaignId id) const
{
    return m_bench.window.currentPage() == m_page && m_shown == id;
}

void CampaignController::refresh()
{
    if (!m_page->isVisible())
        return;
    m_figures->request();
    if (m_showsActivity)
        m_activity->request();
}

void CampaignController::showCampaign(const Campaign &campaign)
{
    if (campaign.state != CampaignState::Sending)
        m_live.remove(campaign.id);
    if (campaign.id != m_shown)
        return;
    m_campaign = campaign;
    m_page->setCampaign(campaign);
    m_page->setLiveProgress(m_live.value(campaign.id));
    m_figures->request();
}

void CampaignController::showProgress(const ProgressReport &report)
{
    LiveProgress &live = m_live[report.campaign];
    live.perSecond = report.perSecond;
    live.endsAt = report.endsAt;
    if (report.perSecond > 0)
        live.waitingFor.clear();
    if (report.campaign != m_shown || m_campaign.id != m_shown)
        return;
    if (report.reached.sent > m_campaign.reached.sent)
        live.lastMessageAt = m_bench.clock.now();
    refreshPeople(report.counts);
    m_campaign.counts = report.counts;
    m_campaign.reached = report.reached;
    m_page->setCampaign(m_campaign);
    m_page->setLiveProgress(live);
}

void CampaignController::showWaiting(CampaignId id, const StateReason &reason)
{
    LiveProgress &live = m_live[id];
    live.waitingFor = reason.message;
    if (id == m_shown)
        m_page->setLiveProgress(live);
}

void CampaignController::showActionError(const QString &title, const Error &error)
{
    m_page->setActionError(title, error);
}

void CampaignController::close(CampaignId id)
{
    m_live.remove(id);
    if (m_shown != id)
        return;
    const bool wasShown = isShowing(id);
    m_shown = {};
    m_campaign = {};
    if (wasShown)
        emit closed();
}

void CampaignController::read(std::function<void()> ended)
{
    if (!m_shown.isValid()) {
        ended();
        return;
    }
    m_bench.desk.run(
        this,
        [id = m_shown](Session &session) {
            return inSnapshot(session.database(), [&] { return Reading::of(session, id); });
        },
        [this, id = m_shown, ended = std::move(ended)](const Result<Reading> &reading) {
            if (id == m_shown) {
                if (reading)
                    show(*reading);
                else if (!m_campaign.id.isValid())
                    m_page->showError(reading.error());
            } else {
                m_figures->request();
            }
            ended();
        });
}

void CampaignController::show(const Reading &reading)
{
    if (m_campaign.id == reading.campaign.id)
        refreshPeople(reading.campaign.counts);
    m_campaign = reading.campaign;
    m_page->setCampaign(m_campaign);
    m_page->setLiveProgress(m_live.value(m_campaign.id));
    m_page->setTimeline(reading.steps, reading.width);
    m_page->setRetryOffer(reading.retry);
    m_page->setFigures(reading.figures);
    m_page->setMoney(reading.money);
    m_page->setAbTest(reading.test);
    m_page->setDeliveryNotes(reading.notes);
    const bool mayStillSay = m_campaign.reached.sent > 0 && m_campaign.reached.delivered == 0;
    if (mayStillSay && reading.notes.isEmpty() && !m_notesTimer.isActive())
        m_notesTimer.start(kUntilEvents);
}

void CampaignController::refreshPeople(const CampaignCounts &counts)
{
    if (counts == m_campaign.counts)
        return;
    // A status that is filtered by has other people in it now; without one they only changed.
    const bool isNarrow = m_filter.isAtLeast || !m_filter.errorCode.isEmpty();
    if (isNarrow
        || (m_filter.status && counts.of(*m_filter.status) != m_campaign.counts.of(*m_filter.status)))
        m_lister->listAgain();
    m_page->recipients().markStale();
}

void CampaignController::readActivity(std::function<void()> ended)
{
    m_bench.desk.run(
        this,
        [id = m_shown, last = m_lastActivity](Session &session) {
            return last > 0 ? session.activity().since(id, last)
                            : session.activity().newest(id, kOldActivity);
        },
        [this, id = m_shown, last = m_lastActivity,
         ended = std::move(ended)](const Result<std::vector<Activity>> &activities) {
            if (activities && id == m_shown) {
                for (const Activity &activity : *activities)
                    m_lastActivity = std::max(m_lastActivity, activity.id);
                if (last > 0)
                    m_page->addActivity(entriesOf(*activities));
                else
                    m_page->setActivity(entriesOf(*activities));
            }
            ended();
        });
}
