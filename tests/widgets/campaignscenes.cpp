#include "widgets/campaignscenes.h"

#include "presentation/insightswords.h"
#include "widgets/campaign/campaignpage.h"
#include "widgets/campaign/misseddialog.h"
#include "widgets/campaign/repeatdialog.h"
#include "widgets/campaign/resolvedialog.h"
#include "widgets/campaign/retrydialog.h"
#include "widgets/samples.h"
#include "widgets/shell/mainwindow.h"

#include <QAbstractButton>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

RetryOffer retryOffer()
{
    RetryOffer offer;
    offer.offered.push_back({u"130429"_s, {}, {}, 1204});
    offer.offered.push_back({u"131049"_s, {}, {}, 96});
    offer.left.push_back(
        {u"131026"_s,
         u"The number is not on WhatsApp, uses a very old app or has not accepted WhatsApp's terms."_s,
         {},
         38});
    offer.left.push_back(
        {u"131050"_s, u"This person asked WhatsApp to stop your marketing messages."_s, {}, 5});
    offer.held = 96;
    offer.heldUntil = Samples::momentOf(u"2026-11-20T11:30:00"_s);
    return offer;
}

std::vector<TimeLinePoint> sampleSteps()
{
    std::vector<TimeLinePoint> steps;
    const UtcTime start = Samples::momentOf(u"2026-11-19T11:29:00"_s);
    for (int minute = 0; minute < 13; ++minute)
        steps.push_back({start + minute * 1min, 560 + minute % 3 * 8, 520 + minute % 4 * 12, 60 + minute * 26,
                         minute * 2, 11 + minute % 2});
    return steps;
}

std::vector<ActivityEntry> sampleActivity()
{
    return {
        {1, Samples::momentOf(u"2026-11-18T16:02:00"_s), u"Ana"_s, u"Created from “goa_newyear_offer”."_s},
        {2, Samples::momentOf(u"2026-11-19T11:29:35"_s), u"Ana"_s,
         u"Sending started: 12,480 people, 10 a second."_s                                                   },
        {3,
         Samples::momentOf(u"2026-11-19T11:36:02"_s),
         {},
         u"Meta asked us to slow down. Sending continues at 9 a second."_s                                   },
        {4, Samples::momentOf(u"2026-11-19T11:38:40"_s), {},       u"Back to 10 a second."_s                 }
    };
}

int countOf(const Campaign &campaign, const RecipientFilter &filter)
{
    return filter.status ? campaign.counts.of(*filter.status) : campaign.counts.total();
}

void fillSending(CampaignPage &page)
{
    page.setCampaign(Samples::campaign());
    page.setLiveProgress(
        {9.6, Samples::momentOf(u"2026-11-19T11:50:28"_s), Samples::momentOf(u"2026-11-19T11:41:59"_s), {}});
    page.setTimeline(sampleSteps(), 1min);
    page.setFigures(sampleFigures());
    page.setActivity(sampleActivity());
    page.setOldestUnconfirmed(Samples::momentOf(u"2026-11-19T11:30:10"_s));
}

/// No delivery events come, and Meta tells its own totals.
std::unique_ptr<QWidget> unheardCampaign()
{
    Campaign campaign = Samples::campaign();
    campaign.state = CampaignState::Completed;
    campaign.completedAt = Samples::momentOf(u"2026-11-19T11:37:57"_s);
    campaign.counts = {};
    campaign.counts.set(RecipientStatus::Sent, 120);
    campaign.reached = {120, 0, 0, 0};
    TemplateTotals totals;
    totals.from = Samples::momentOf(u"2026-11-19T00:00:00"_s);
    totals.to = Samples::momentOf(u"2026-11-20T00:00:00"_s);
    totals.sent = 124;
    totals.delivered = 110;
    totals.read = 64;
    totals.cost = 6.6;
    totals.currency = u"EUR"_s;
    totals.toldAt = Samples::momentOf(u"2026-11-19T18:30:00"_s);
    return campaignWindow(campaign, [campaign, totals](CampaignPage &page) {
        page.setCampaign(campaign);
        page.setDeliveryNotes(deliveryNotes(campaign, {}, totals, totals.toldAt));
    });
}

/// A version of a test whose card shows these readers of so many, and what follows.
std::unique_ptr<QWidget> testedCampaign(const std::vector<Share> &shares, AbTestState state)
{
    Campaign campaign = Samples::campaign();
    campaign.name = u"Puente de diciembre en Lisboa 🇵🇹 · A"_s;
    campaign.state = CampaignState::Completed;
    campaign.completedAt = Samples::momentOf(u"2026-11-19T11:37:57"_s);
    AbTestFacts facts;
    facts.test.state = state;
    facts.test.rest = {40};
    facts.test.terms.decideAfter = 4h;
    facts.test.winner = state == AbTestState::Decided ? std::optional{1} : std::nullopt;
    facts.test.decidedAt = Samples::momentOf(u"2026-11-19T15:30:00"_s);
    facts.result = judge(shares);
    if (state == AbTestState::Asking)
        facts.test.why = verdictText(AbMeasure::Read, facts.result);
    else
        facts.decidesAt = Samples::momentOf(u"2026-11-19T15:30:00"_s);
    for (size_t index = 0; index < shares.size(); ++index) {
        Campaign version = campaign;
        version.id = {campaign.id.value + static_cast<qint64>(index)};
        version.templateName = index == 1 ? u"lisboa_escapada"_s : campaign.templateName;
        version.counts = {};
        version.counts.set(RecipientStatus::Delivered, shares[index].whole);
        facts.test.campaigns.push_back(version.id);
        facts.versions.emplace_back(version);
    }
    Campaign rest = campaign;
    rest.counts = {};
    rest.counts.set(RecipientStatus::Pending, 9640);
    facts.rest = rest;
    return campaignWindow(campaign, [campaign, facts](CampaignPage &page) {
        page.setCampaign(campaign);
        page.setTimeline(sampleSteps(), 1min);
        page.setAbTest(overviewOf(facts, campaign.id));
    });
}

} // namespace

std::unique_ptr<QWidget> campaignWindow(const Campaign &campaign,
                                        const std::function<void(CampaignPage &)> &fill)
{
    auto window = std::make_unique<MainWindow>();
    window->setWorkspace(u"Meridian Journeys"_s, u"/home/meridian/Fanfare"_s);
    auto *page = new CampaignPage{Samples::clock(), Samples::phoneFormat()};
    window->addPlace({u"campaigns"_s, u"Campaigns"_s, u"campaigns"_s, new QWidget});
    window->addPlace({u"templates"_s, u"Templates"_s, u"templates"_s, new QWidget});
    window->addPlace({u"settings"_s, u"Settings"_s, u"settings"_s, new QWidget, true});
    window->addPage(u"campaigns"_s, page);
    window->setStatus(
        StatusItem::Account,
        {Tone::Gray, {}, u"Meridian Journeys"_s, u"\u2066+44 7700 900411\u2069 · quality high · up to 80/s"_s});
    window->setStatus(StatusItem::Meta, {Tone::Green, {}, {}, u"Meta reachable · 84 ms"_s});
    QObject::connect(page, &CampaignPage::recipientsWanted, page,
                     [page, campaign](CampaignId, const RecipientFilter &filter) {
                         page->setRecipientTotal(filter, countOf(campaign, filter));
                     });
    QObject::connect(page, &CampaignPage::recipientPageWanted, page,
                     [page](CampaignId, const RecipientFilter &, const PageRequest &request) {
                         page->recipients().setPage(request,
                                                    Samples::recipients(request.offset, request.count));
                     });
    fill(*page);
    window->showPage(page);
    return window;
}

FigureSet sampleFigures()
{
    FigureSet figures;
    figures.errors.push_back(
        {u"131026"_s, u"Not reachable on WhatsApp."_s, u"Check the number with the customer."_s, 120});
    figures.errors.push_back({u"131049"_s, u"Held back by Meta: this person gets many offers."_s,
                              u"Do not retry for 24 hours."_s, 31});
    figures.errors.push_back(
        {u"130472"_s, u"Part of an experiment of Meta."_s, u"Reach this person another way."_s, 4});
    figures.times.toDeliver = StepTime{2'100ms, 9'400ms, 1'300ms, 4'200ms, 6'951};
    figures.times.toRead = StepTime{272s, 640s, 95s, 420s, 2'871};
    figures.prices = {
        {u"marketing"_s, u"regular"_s,               6'909},
        {u"marketing"_s, u"free_customer_service"_s, 42   }
    };
    return figures;
}

std::map<QString, std::function<std::unique_ptr<QWidget>()>> campaignScenes()
{
    return {
        {u"campaign"_s,           [] { return campaignWindow(Samples::campaign(), fillSending); }},
        {u"campaign-activity"_s,
         [] {
             return campaignWindow(Samples::campaign(), [](CampaignPage &page) {
                 fillSending(page);
                 page.findChild<QAbstractButton *>(u"activityButton"_s)->click();
             });
         }                                                                                   },
        {u"campaign-paused"_s,
         [] {
             Campaign campaign = Samples::campaign();
             campaign.state = CampaignState::Paused;
             campaign.reason = {u"brake"_s,
                                u"The safety brake stopped this campaign: 31 % of the last 200 failed."_s,
                                u"Look at the failed people below, then resume or cancel."_s};
             return campaignWindow(campaign, [campaign](CampaignPage &page) {
                 page.setCampaign(campaign);
                 page.setTimeline(sampleSteps(), 1min);
             });
         }                                                                                   },
        {u"campaign-failed"_s,
         [] {
             Campaign campaign = Samples::campaign();
             campaign.state = CampaignState::Failed;
             campaign.name = u"عروض رأس السنة في دبي ✨"_s;
             campaign.reason = {u"368"_s,
                                u"Meta has restricted this WhatsApp account for breaking a policy."_s,
                                u"Open Meta's Business Support Home to see why and appeal."_s};
             return campaignWindow(campaign, [campaign](CampaignPage &page) {
                 page.setCampaign(campaign);
                 page.setTimeline(sampleSteps(), 1min);
             });
         }                                                                                   },
        {u"campaign-scheduled"_s,
         [] {
             Campaign campaign = Samples::campaign();
             campaign.name =
                 u"सर्दियों में राजस्थान 🐪, a rather long name that does not fit into the header of the page at all"_s;
             campaign.state = CampaignState::Scheduled;
             campaign.startedAt.reset();
             campaign.scheduledFor = Samples::momentOf(u"2026-11-23T10:00:00"_s);
             campaign.counts = {};
             campaign.counts.set(RecipientStatus::Pending, 860);
             campaign.reached = {};
             return campaignWindow(campaign, [campaign](CampaignPage &page) { page.setCampaign(campaign); });
         }                                                                                   },
        {u"campaign-completed"_s,
         [] {
             Campaign campaign = Samples::campaign();
             campaign.state = CampaignState::Completed;
             campaign.completedAt = Samples::momentOf(u"2026-11-19T11:37:57"_s);
             campaign.counts = {};
             campaign.counts.set(RecipientStatus::Read, 9);
             campaign.counts.set(RecipientStatus::Delivered, 3);
             campaign.reached = {12, 12, 9, 0};
             return campaignWindow(campaign, [campaign](CampaignPage &page) {
                 page.setCampaign(campaign);
                 page.setTimeline(sampleSteps(), 1min);
             });
         }                                                                                   },
        {u"campaign-unheard"_s, unheardCampaign},
        {u"campaign-test-clear"_s,
         [] {
             return testedCampaign({{412, 1420}, {655, 1420}}, AbTestState::Running);
         }},
        {u"campaign-test-chance"_s,
         [] {
             return testedCampaign({{612, 1420}, {655, 1420}, {590, 1418}}, AbTestState::Asking);
         }},
        {u"campaign-test-few"_s,
         [] {
             return testedCampaign({{22, 61}, {31, 60}}, AbTestState::Running);
         }},
        {u"campaign-test-decided"_s,
         [] {
             return testedCampaign({{412, 1420}, {655, 1420}}, AbTestState::Decided);
         }},
        {u"campaign-failing"_s,
         [] {
             return campaignWindow(Samples::campaign(), [](CampaignPage &page) {
                 page.showLoading({3});
                 page.showError({ErrorKind::Storage,
                                 u"The workspace cannot be read. Is the disk still there?"_s,
                                 {},
                                 {}});
             });
         }                                                                                   },
        {u"campaign-resolve"_s,
         [] {
             return std::make_unique<ResolveDialog>(6, Samples::momentOf(u"2026-11-19T11:30:10"_s),
                                                    Samples::clock().now());
         }                                                                                   },
        {u"campaign-retry"_s,
         [] {
             return std::make_unique<RetryDialog>(retryOffer(), nullptr);
         }                                                                                   },
        {u"campaign-missed"_s,
         [] {
             return std::make_unique<MissedDialog>(
                 std::vector<MissedCampaign>{
                     {{3}, u"सर्दियों में राजस्थान 🐪, a rather long name that wraps"_s,
                      Samples::momentOf(u"2026-11-19T06:00:00"_s), 860},
                     {{4}, u"عرض رأس السنة"_s, Samples::momentOf(u"2026-11-18T10:00:00"_s), 1},
                 },
                 Samples::clock());
         }},
        {u"campaign-repeat"_s,
         [] {
             return std::make_unique<RepeatDialog>(u"Puente de diciembre en Lisboa 🇵🇹"_s, std::nullopt,
                                                   QTimeZone{"Europe/Madrid"}, Samples::clock());
         }},
    };
}
