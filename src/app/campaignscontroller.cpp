#include "app/campaignscontroller.h"

#include "app/draftstate.h"
#include "app/pacedread.h"
#include "presentation/abtestoverview.h"
#include "presentation/campaigndraft.h"
#include "widgets/pages/campaignspage.h"
#include "widgets/shell/mainwindow.h"
#include "workspace/backgrounddesk.h"
#include "workspace/changewatch.h"
#include "workspace/session.h"

#include <algorithm>
#include <map>

using namespace std::chrono_literals;

namespace {

constexpr auto kBetweenReads = 100ms;
/// Delivery events of a completed campaign may arrive for so long.
constexpr auto kEventsArrive = 72h;

/// What the campaigns are in tests.
std::map<CampaignId, const AbTest *> testsByCampaign(const std::vector<AbTest> &tests)
{
    std::map<CampaignId, const AbTest *> found;
    for (const AbTest &test : tests) {
        for (const CampaignId campaign : test.campaigns)
            found[campaign] = &test;
        found[test.rest] = &test;
    }
    return found;
}

CampaignRow rowOf(Session &session, const Campaign &campaign,
                  const std::map<CampaignId, const AbTest *> &tests)
{
    CampaignRow row = CampaignRow::of(campaign);
    if (const auto test = tests.find(campaign.id); test != tests.end()) {
        row.testPlace = abTestPlaceText(*test->second, campaign.id);
        row.awaitsChoice = test->second->rest == campaign.id && test->second->state == AbTestState::Asking;
    }
    if (campaign.state == CampaignState::Draft) {
        const DraftState saved = readDraftState(session, campaign.id);
        CampaignDraft draft;
        draft.restoreWizardState(saved.wizard);
        row.draftStep = saved.wizard.isEmpty() ? 0 : static_cast<int>(draft.step) + 1;
        row.savedAt = saved.savedAt;
    }
    return row;
}

} // namespace

/// What was read for the list.
struct CampaignsController::Reading
{
    std::vector<CampaignRow> rows;
    int repeated = 0;
    bool isWhole = false; ///< the whole list, not some rows of it
};

CampaignsController::CampaignsController(const Workbench &bench, QObject *parent)
    : QObject{parent}
    , m_bench{bench}
    , m_model{bench.clock}
    , m_page{new CampaignsPage{m_model, bench.clock, &bench.window}}
    , m_changes{new PacedRead{kBetweenReads, [this](auto ended) { readChanges(std::move(ended)); }, this}}
{
    m_page->showLoading();
    connect(m_page, &CampaignsPage::retryLoadRequested, this, &CampaignsController::load);
    connect(&bench.changes, &ChangeWatch::changed, this, &CampaignsController::refresh);
}

void CampaignsController::load()
{
    m_isLoaded = false;
    m_page->showLoading();
    m_changes->request();
}

void CampaignsController::refresh()
{
    m_changes->request();
}

void CampaignsController::showCampaign(const Campaign &campaign)
{
    CampaignRow row = CampaignRow::of(campaign);
    if (const int known = m_model.rowOf(campaign.id); known >= 0) {
        const CampaignRow &shown = m_model.campaignAt(known);
        row.draftStep = shown.draftStep;
        row.savedAt = shown.savedAt;
        row.testPlace = shown.testPlace;
        // Whoever waits for a choice is a draft until it is made.
        row.awaitsChoice = shown.awaitsChoice && shown.state == row.state;
        row.perSecond = m_speeds.value(campaign.id);
    }
    if (campaign.state != CampaignState::Sending)
        m_speeds.remove(campaign.id);
    m_model.updateCampaigns({row});
    emit listChanged();
}

void CampaignsController::showProgress(const ProgressReport &report)
{
    const int known = m_model.rowOf(report.campaign);
    if (known < 0)
        return;
    m_speeds.insert(report.campaign, report.perSecond);
    CampaignRow row = m_model.campaignAt(known);
    row.counts = report.counts;
    row.reached = report.reached;
    row.perSecond = report.perSecond;
    m_model.updateCampaigns({row});
}

void CampaignsController::dropCampaign(CampaignId id)
{
    m_speeds.remove(id);
    m_model.removeCampaign(id);
    m_page->showCampaigns();
    emit listChanged();
}

void CampaignsController::select(CampaignId id)
{
    m_selectLater = id;
    m_page->select(id);
}

std::vector<CampaignId> CampaignsController::changing() const
{
    std::vector<CampaignId> ids;
    const UtcTime now = m_bench.clock.now();
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const CampaignRow &campaign = m_model.campaignAt(row);
        const bool getsEvents = campaign.completedAt.value_or(campaign.createdAt) + kEventsArrive > now;
        if (isLive(campaign.state) || getsEvents)
            ids.push_back(campaign.id);
    }
    return ids;
}

void CampaignsController::readChanges(std::function<void()> ended)
{
    const CampaignListTotals shown = m_model.totals();
    m_bench.desk.run(
        this,
        [ids = changing(), shown, isLoaded = m_isLoaded](Session &session) -> Result<Reading> {
            const Result<CampaignTotals> totals = session.campaigns().totals();
            if (!totals)
                return totals.error();
            const Result<std::vector<Recurrence>> repeated = session.recurrences().list();
            if (!repeated)
                return repeated.error();
            const Result<std::vector<AbTest>> stored = session.abTests().list();
            if (!stored)
                return stored.error();
            const std::map<CampaignId, const AbTest *> tests = testsByCampaign(*stored);
            Reading reading;
            reading.repeated = static_cast<int>(repeated->size());
            reading.isWhole = !isLoaded || totals->campaigns != shown.total;
            if (reading.isWhole) {
                const Result<std::vector<Campaign>> all = session.campaigns().list();
                if (!all)
                    return all.error();
                for (const Campaign &campaign : *all)
                    reading.rows.push_back(rowOf(session, campaign, tests));
                return reading;
            }
            for (const CampaignId id : ids) {
                // One that was deleted meanwhile shows in the totals of the next read.
                if (const Result<Campaign> campaign = session.campaigns().load(id))
                    reading.rows.push_back(rowOf(session, *campaign, tests));
            }
            return reading;
        },
        [this, ended = std::move(ended)](const Result<Reading> &reading) {
            if (reading)
                show(*reading);
            else if (!m_isLoaded)
                m_page->showError(reading.error());
            ended();
        });
}

void CampaignsController::show(const Reading &reading)
{
    m_repeated = reading.repeated;
    std::vector<CampaignRow> rows = reading.rows;
    for (CampaignRow &row : rows)
        row.perSecond = row.state == CampaignState::Sending ? m_speeds.value(row.id) : 0;
    if (!m_isLoaded) {
        m_isLoaded = true;
        m_model.setCampaigns(std::move(rows));
        m_page->showCampaigns();
    } else if (reading.isWhole) {
        for (int row = m_model.rowCount() - 1; row >= 0; --row) {
            const CampaignId id = m_model.campaignAt(row).id;
            if (std::none_of(rows.begin(), rows.end(),
                             [id](const CampaignRow &kept) { return kept.id == id; }))
                m_model.removeCampaign(id);
        }
        std::reverse(rows.begin(), rows.end()); // new ones go to the top, the newest last
        m_model.updateCampaigns(rows);
        m_page->showCampaigns();
    } else {
        m_model.updateCampaigns(rows);
    }
    if (m_selectLater.isValid() && m_model.rowOf(m_selectLater) >= 0) {
        m_page->select(m_selectLater);
        m_selectLater = {};
    }
    emit listChanged();
}
