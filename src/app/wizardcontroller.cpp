#include "app/wizardcontroller.h"

#include "app/defaultsstore.h"
#include "app/draftaudience.h"
#include "app/draftkeeper.h"
#include "app/draftreview.h"
#include "app/draftstate.h"
#include "app/practicelist.h"
#include "app/windowwords.h"
#include "exchange/phoneparser.h"
#include "widgets/controls/dialogs.h"
#include "widgets/shell/mainwindow.h"
#include "widgets/wizard/campaignwizard.h"
#include "workspace/backgrounddesk.h"
#include "workspace/session.h"

using namespace Qt::StringLiterals;

namespace {

QString labelOf(const Account &account)
{
    const QString name = account.name.isEmpty() ? account.verifiedName : account.name;
    return account.displayPhoneNumber.isEmpty()
        ? name
        : u"%1 · %2"_s.arg(name, isolated(account.displayPhoneNumber));
}

} // namespace

/// What the wizard knows besides the draft.
struct WizardController::Surroundings
{
    std::vector<SenderNumber> senders;
    std::optional<int> throughput;
    std::optional<QString> ratesCurrency; ///< nothing: there is no rate card
    QTimeZone zone;
    QString country;
};

/// A draft as it was left.
struct WizardController::Opened
{
    CampaignDraft draft;
    qint64 people = 0;
};

WizardController::WizardController(const Workbench &bench, QObject *parent)
    : QObject{parent}
    , m_bench{bench}
    , m_wizard{new CampaignWizard{bench.clock, &PhoneParser::formatInternational, &bench.window}}
    , m_keeper{new DraftKeeper{bench, *m_wizard, this}}
    , m_audience{new DraftAudience{bench, *m_wizard, *m_keeper, this}}
    , m_review{new DraftReview{bench, *m_wizard, *m_keeper, this}}
{
    bench.window.addPage(u"campaigns"_s, m_wizard);
    m_wizard->setPractice(bench.workspace.isPractice());
    m_wizard->setCountries(PhoneParser::countries());
    connect(m_keeper, &DraftKeeper::saved, this, &WizardController::saved);
    connect(m_audience, &DraftAudience::imported, this, &WizardController::saved);
    connect(m_review, &DraftReview::finished, this, &WizardController::finished);
    connect(m_wizard, &CampaignWizard::closeRequested, this,
            [this] { whenSaved([this] { emit closed(m_keeper->draft()); }); });
    connect(m_wizard, &CampaignWizard::syncTemplatesWanted, this, &WizardController::syncRequested);
    connect(m_wizard, &CampaignWizard::segmentsWanted, this, &WizardController::segmentsRequested);
    connect(m_wizard, &CampaignWizard::ratesWanted, this, &WizardController::ratesRequested);
    connect(m_wizard, &CampaignWizard::connectNumberWanted, this, &WizardController::connectRequested);
    readSurroundings();
}

void WizardController::startNew()
{
    const bool isPractice = m_bench.workspace.isPractice();
    begin([isPractice](Session &session, CampaignDraft &draft) {
        if (!isPractice)
            return;
        // So that a newcomer needs nothing but the mouse.
        const Result<CampaignTotals> totals = session.campaigns().totals();
        draft.name = tr("Practice campaign %L1").arg(totals ? totals->campaigns + 1 : 1);
        if (const Result<QString> list = writePracticeList(session.workspace().path()))
            draft.source = AudienceSource::file(*list);
    });
}

void WizardController::startWith(const QString &templateName, const QString &language)
{
    begin([templateName, language](Session &, CampaignDraft &draft) {
        draft.templateName = templateName;
        draft.language = language;
    });
}

void WizardController::startForRule(const QString &name, const SegmentRule &rule)
{
    ContactAudience audience;
    audience.rule = rule;
    audience.name = name.isEmpty() ? tr("a rule of your own") : name;
    const auto store = [name](Session &session, CampaignDraft &draft) {
        draft.name = name;
        Campaign campaign;
        draft.applyTo(campaign);
        // A draft that nobody has touched is not kept otherwise. Where this fails, taking the people tells
        // why.
        if (const Result<CampaignId> created = session.campaigns().create(campaign, session.clock().now()))
            draft.id = *created;
    };
    begin(store, [this, audience] { m_audience->take(audience); });
}

void WizardController::begin(std::function<void(Session &, CampaignDraft &)> prepare,
                             std::function<void()> then)
{
    m_bench.desk.run(
        this,
        [prepare = std::move(prepare)](Session &session) -> Result<Opened> {
            const Result<Campaign> campaign = newDraftWithDefaults(session);
            if (!campaign)
                return campaign.error();
            Opened opened{CampaignDraft::of(*campaign), 0};
            prepare(session, opened.draft);
            return opened;
        },
        [this, then = std::move(then)](const Result<Opened> &opened) {
            if (opened) {
                open(*opened, std::nullopt);
                if (then)
                    then();
            } else
                tellError(&m_bench.window, tr("No campaign could be begun"), inWindowWords(opened.error()));
        });
}

void WizardController::resume(CampaignId draft, std::optional<WizardStep> step)
{
    m_bench.desk.run(
        this,
        [draft](Session &session) -> Result<Opened> {
            const Result<Campaign> campaign = session.campaigns().load(draft);
            if (!campaign)
                return campaign.error();
            Opened opened{CampaignDraft::of(*campaign), campaign->counts.total()};
            opened.draft.restoreWizardState(readDraftState(session, draft).wizard);
            const Result<std::optional<AbTest>> test = session.abTests().of(draft);
            if (!test)
                return test.error();
            if (*test)
                opened.draft.test = (*test)->terms;
            return opened;
        },
        [this, step](const Result<Opened> &opened) {
            if (opened) {
                open(*opened, step);
                m_audience->refreshFollowed();
            } else
                tellError(&m_bench.window, tr("The draft could not be opened"),
                          inWindowWords(opened.error()));
        });
}

void WizardController::open(const Opened &opened, std::optional<WizardStep> step)
{
    m_audience->stopReading();
    m_review->stopChecking();
    CampaignDraft draft = opened.draft;
    if (step)
        draft.step = *step;
    m_keeper->begin(draft);
    m_wizard->open(draft, opened.people);
    m_bench.window.showPage(m_wizard);
}

void WizardController::showAgain()
{
    m_bench.window.showPage(m_wizard);
}

void WizardController::setTemplates(const std::vector<MessageTemplate> &templates,
                                    std::optional<UtcTime> syncedAt)
{
    m_wizard->setTemplates(templates, syncedAt);
}

void WizardController::setSyncing(bool syncing)
{
    m_wizard->setSyncing(syncing);
}

void WizardController::setSyncError(const Error &error)
{
    m_wizard->setSyncError(error);
}

void WizardController::readSurroundings()
{
    m_bench.desk.run(
        this,
        [](Session &session) -> Result<Surroundings> {
            const Result<std::vector<KnownAccount>> accounts = session.accountDesk().list();
            if (!accounts)
                return accounts.error();
            Surroundings surroundings;
            for (const KnownAccount &known : *accounts) {
                surroundings.senders.push_back({known.account.id, labelOf(known.account)});
                if (known.isInUse)
                    surroundings.throughput = known.account.throughputPerSecond;
            }
            surroundings.zone = session.timeZone();
            surroundings.country = readSendingDefaults(session).country;
            const Result<std::optional<AccountId>> inUse = session.accounts().inUse();
            const Result<std::optional<QString>> currency =
                session.costDesk().currencyOf(inUse ? inUse->value_or(AccountId{}) : AccountId{});
            if (currency)
                surroundings.ratesCurrency = *currency;
            return surroundings;
        },
        [this](const Result<Surroundings> &surroundings) {
            if (!surroundings)
                return; // whatever opens a draft meets the same error and tells it
            m_audience->setCountry(surroundings->country);
            m_review->setCountry(surroundings->country);
            m_wizard->setSenders(surroundings->senders);
            m_wizard->setThroughput(surroundings->throughput);
            m_wizard->setZone(surroundings->zone);
            m_wizard->setRatesCurrency(surroundings->ratesCurrency);
        });
}

void WizardController::whenSaved(std::function<void()> then)
{
    m_keeper->whenSaved(std::move(then));
}
