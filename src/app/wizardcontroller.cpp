#include "app/wizardcontroller.h"

#include "app/audiencereading.h"
#include "app/defaultsstore.h"
#include "app/draftstate.h"
#include "app/practicelist.h"
#include "app/recipientlister.h"
#include "app/samplereading.h"
#include "app/windowwords.h"
#include "exchange/phoneparser.h"
#include "widgets/controls/dialogs.h"
#include "widgets/shell/mainwindow.h"
#include "widgets/wizard/campaignwizard.h"
#include "workspace/accountservice.h"
#include "workspace/backgrounddesk.h"
#include "workspace/enginehost.h"
#include "workspace/session.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;

namespace {

/// Progress is told so often while a file is read, in milliseconds.
constexpr qint64 kBetweenReports = 80;

QString labelOf(const Account &account)
{
    const QString name = account.name.isEmpty() ? account.verifiedName : account.name;
    return account.displayPhoneNumber.isEmpty()
        ? name
        : u"%1 · %2"_s.arg(name, isolated(account.displayPhoneNumber));
}

/// Lets through one call in `kBetweenReports` milliseconds; used on the thread that reads.
class Seldom
{
public:
    bool isTime()
    {
        if (m_timer.isValid() && m_timer.elapsed() < kBetweenReports)
            return false;
        m_timer.start();
        return true;
    }

private:
    QElapsedTimer m_timer;
};

Result<qint64> peopleIn(Session &session, CampaignId draft)
{
    const Result<Campaign> campaign = session.campaigns().load(draft);
    if (!campaign)
        return campaign.error();
    return campaign->counts.total();
}

} // namespace

/// What the wizard knows besides the draft.
struct WizardController::Surroundings
{
    std::vector<SenderNumber> senders;
    std::optional<int> throughput;
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
    , m_lister{new RecipientLister{bench.desk, m_wizard->people(), this}}
    , m_stored{std::make_shared<StoredDraft>()}
    , m_samples{std::make_shared<SampleReading>()}
{
    bench.window.addPage(u"campaigns"_s, m_wizard);
    m_wizard->setPractice(bench.workspace.isPractice());
    m_wizard->setCountries(PhoneParser::countries());
    connectDraft();
    connectAudience();
    connectPeople();
    connectReview();
    readSurroundings();
}

WizardController::~WizardController() = default;

void WizardController::connectDraft()
{
    connect(m_wizard, &CampaignWizard::draftChanged, this, &WizardController::save);
    connect(m_wizard, &CampaignWizard::closeRequested, this,
            [this] { whenSaved([this] { emit closed(m_draft); }); });
    connect(m_wizard, &CampaignWizard::syncTemplatesWanted, this, &WizardController::syncRequested);
    connect(m_wizard, &CampaignWizard::connectNumberWanted, this, &WizardController::connectRequested);
}

void WizardController::connectAudience()
{
    connect(m_wizard, &CampaignWizard::previewWanted, this, &WizardController::readAudience);
    connect(m_wizard, &CampaignWizard::readingCancelWanted, this, [this] { m_reading.cancel(); });
    connect(m_wizard, &CampaignWizard::importWanted, this, &WizardController::importAudience);
    connect(m_wizard, &CampaignWizard::importCancelWanted, this, [this] { m_importing.cancel(); });
    connect(m_wizard, &CampaignWizard::saveRejectedWanted, this, &WizardController::saveRejected);
}

void WizardController::connectPeople()
{
    connect(m_wizard, &CampaignWizard::addPersonWanted, this, &WizardController::addPerson);
    connect(m_wizard, &CampaignWizard::removePeopleWanted, this, &WizardController::removePeople);
    connect(m_wizard, &CampaignWizard::restorePeopleWanted, this, &WizardController::addPeople);
    connect(m_wizard, &CampaignWizard::removeEverybodyWanted, this, &WizardController::removeEverybody);
    connect(m_wizard, &CampaignWizard::peopleWanted, this, [this](const QString &search) {
        withStored([this, search](CampaignId draft) {
            RecipientQuery query;
            query.campaign = draft;
            query.search = search;
            m_lister->list(query);
        });
    });
    connect(m_wizard, &CampaignWizard::peoplePageWanted, this,
            [this](const QString &, const PageRequest &request) { m_lister->read(request); });
    connect(m_lister, &RecipientLister::listed, this, [this](const RecipientQuery &query, int total) {
        if (query.campaign == m_draft)
            m_wizard->setPeopleTotal(query.search, total);
    });
    connect(m_lister, &RecipientLister::failed, this, [this](const Error &error) {
        tellError(&m_bench.window, tr("The people could not be read"), error);
    });
}

void WizardController::connectReview()
{
    connect(m_wizard, &CampaignWizard::checkWanted, this, &WizardController::check);
    connect(m_wizard, &CampaignWizard::sampleWanted, this, &WizardController::showSample);
    connect(m_wizard, &CampaignWizard::testMessageWanted, this, &WizardController::sendTest);
    connect(m_wizard, &CampaignWizard::createWanted, this, &WizardController::keepDraft);
    connect(m_wizard, &CampaignWizard::scheduleWanted, this, &WizardController::schedule);
    connect(m_wizard, &CampaignWizard::sendWanted, this, &WizardController::send);
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

void WizardController::begin(std::function<void(Session &, CampaignDraft &)> prepare)
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
        [this](const Result<Opened> &opened) {
            if (opened)
                open(*opened, std::nullopt);
            else
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
            return opened;
        },
        [this, step](const Result<Opened> &opened) {
            if (opened)
                open(*opened, step);
            else
                tellError(&m_bench.window, tr("The draft could not be opened"),
                          inWindowWords(opened.error()));
        });
}

void WizardController::open(const Opened &opened, std::optional<WizardStep> step)
{
    saveWhatWaits();
    m_reading.cancel();
    m_checking.cancel();
    CampaignDraft draft = opened.draft;
    if (step)
        draft.step = *step;
    m_draft = draft.id;
    m_stored = std::make_shared<StoredDraft>(StoredDraft{draft.id});
    m_whenStored.clear();
    m_begun = draft;
    m_lastSaved = draft;
    m_wizard->open(draft, opened.people);
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
            return surroundings;
        },
        [this](const Result<Surroundings> &surroundings) {
            if (!surroundings)
                return; // whatever opens a draft meets the same error and tells it
            m_country = surroundings->country;
            m_wizard->setSenders(surroundings->senders);
            m_wizard->setThroughput(surroundings->throughput);
            m_wizard->setZone(surroundings->zone);
        });
}

void WizardController::save(const CampaignDraft &draft)
{
    const UtcTime now = m_bench.clock.now();
    m_lastSaved = draft;
    ++m_savesUnderWay;
    m_bench.desk.run(
        this,
        [draft, now, isBlank = draft.isBlank() || draft == m_begun,
         stored = m_stored](Session &session) -> Result<CampaignId> {
            if (!stored->id.isValid() && isBlank)
                return CampaignId{};
            Campaign campaign;
            if (stored->id.isValid()) {
                Result<Campaign> loaded = session.campaigns().load(stored->id);
                if (!loaded)
                    return loaded.error();
                campaign = *std::move(loaded);
            }
            draft.applyTo(campaign);
            if (!stored->id.isValid()) {
                const Result<CampaignId> created = session.campaigns().create(campaign, now);
                if (!created)
                    return created.error();
                stored->id = *created;
            } else if (const Result<> updated = session.campaigns().update(campaign); !updated) {
                return updated.error();
            }
            if (const Result<> written = writeDraftState(session, stored->id, draft.wizardState(), now);
                !written)
                return written.error();
            return stored->id;
        },
        [this, stored = m_stored, now](const Result<CampaignId> &id) {
            --m_savesUnderWay;
            if (stored == m_stored)
                noteSaved(id, now);
        });
}

void WizardController::noteSaved(const Result<CampaignId> &draft, UtcTime at)
{
    if (!draft) {
        m_whenStored.clear();
        m_wizard->setSaveError(draft.error());
        return;
    }
    if (draft->isValid()) {
        m_draft = *draft;
        m_wizard->setSaved(*draft, at);
        emit saved(*draft);
    }
    if (m_savesUnderWay > 0)
        return;
    for (const Answer &then : std::exchange(m_whenStored, {}))
        then(m_draft);
}

void WizardController::saveWhatWaits()
{
    m_lastSaved.id = m_wizard->draft().id;
    if (!(m_wizard->draft() == m_lastSaved))
        save(m_wizard->draft());
}

void WizardController::whenSaved(std::function<void()> then)
{
    saveWhatWaits();
    withStored([then = std::move(then)](CampaignId) { then(); });
}

void WizardController::withStored(Answer then)
{
    if (m_savesUnderWay > 0)
        m_whenStored.push_back(std::move(then));
    else
        then(m_draft);
}

void WizardController::readAudience(const AudienceSource &source, const AudienceChoices &choices)
{
    m_reading.cancel();
    withStored([this, source, choices](CampaignId draft) {
        Campaign campaign;
        m_wizard->draft().applyTo(campaign);
        campaign.id = draft;
        m_reading = m_bench.desk.runLong(
            this,
            [this, guard = QPointer<QObject>{this}, &desk = m_bench.desk, campaign, source, choices,
             country = m_country](Session &session,
                                  const CancelToken &cancel) -> Result<std::optional<AudiencePreview>> {
                AudienceCollector collector;
                Seldom seldom;
                const Result<ImportReport> report = session.importDesk().examine(
                    campaign, importRequest(source, choices, country),
                    [&](const QList<ImportedRow> &rows) { collector.take(rows); }, cancel,
                    [&](const ImportProgress &progress) {
                        if (progress.totalBytes <= 0 || !seldom.isTime())
                            return;
                        const double share = double(progress.bytes) / double(progress.totalBytes);
                        desk.report(guard, [this, share, cancel] {
                            if (!cancel.isCancelled())
                                m_wizard->setReadingProgress(share);
                        });
                    });
                if (!report)
                    return report.error();
                if (report->summary.wasCancelled)
                    return std::optional<AudiencePreview>{};
                return std::optional{std::move(collector).preview(source, choices, country, *report)};
            },
            [this](const Result<std::optional<AudiencePreview>> &preview) {
                if (!preview)
                    m_wizard->setAudienceError(preview.error());
                else if (*preview)
                    m_wizard->setAudiencePreview(**preview);
            });
    });
}

void WizardController::importAudience(const AudienceSource &source, const AudienceChoices &choices)
{
    withStored([this, source, choices](CampaignId draft) {
        m_importing = m_bench.desk.runLong(
            this,
            [this, guard = QPointer<QObject>{this}, &desk = m_bench.desk, draft, source, choices,
             country = m_country](Session &session, const CancelToken &cancel) -> Result<qint64> {
                Seldom seldom;
                const Result<ImportReport> report = session.importDesk().importInto(
                    draft, importRequest(source, choices, country), cancel,
                    [&](const ImportProgress &progress) {
                        if (!seldom.isTime())
                            return;
                        desk.report(guard, [this, progress] {
                            m_wizard->setImportProgress(progress.bytes, progress.totalBytes);
                        });
                    });
                if (!report)
                    return report.error();
                return peopleIn(session, draft);
            },
            [this](const Result<qint64> &people) {
                if (people)
                    m_wizard->setImported(*people);
                else
                    m_wizard->setImportError(people.error());
                emit saved(m_draft);
            });
    });
}

void WizardController::saveRejected(const AudienceSource &source, const AudienceChoices &choices,
                                    const QString &path)
{
    withStored([this, source, choices, path](CampaignId draft) {
        m_bench.desk.runLong(
            this,
            [draft, source, choices, path,
             country = m_country](Session &session, const CancelToken &cancel) -> Result<ImportReport> {
                const Result<Campaign> campaign = session.campaigns().load(draft);
                if (!campaign)
                    return campaign.error();
                ImportRequest request = importRequest(source, choices, country);
                request.rejectsPath = path;
                return session.importDesk().examine(*campaign, request, {}, cancel);
            },
            [this, path](const Result<ImportReport> &report) {
                if (!report)
                    tellError(&m_bench.window, tr("The rows were not saved"), report.error());
                else if (!report->summary.wasCancelled)
                    m_bench.window.showToast(
                        tr("%Ln rows were saved", nullptr, static_cast<int>(report->summary.rejected)));
            });
    });
}

void WizardController::addPerson(const PersonEntry &person)
{
    withStored([this, person](CampaignId draft) {
        struct Added
        {
            QString problem;
            qint64 people = 0;
        };
        m_bench.desk.run(
            this,
            [draft, person, country = m_country](Session &session) -> Result<Added> {
                const TypedPhone typed = readTypedPhone(person.phone, country);
                if (typed.phone.isEmpty())
                    return Added{typed.problem, 0};
                const Result<std::vector<AddVerdict>> verdicts = session.campaigns().addRecipients(
                    draft,
                    {
                        {typed.phone, typed.region, person.name, person.values}
                },
                    session.clock().now());
                if (!verdicts)
                    return verdicts.error();
                switch (verdicts->front()) {
                case AddVerdict::Added: break;
                case AddVerdict::Duplicate: return Added{tr("This number is in the campaign already"), 0};
                case AddVerdict::OptedOut: return Added{tr("This person asked not to be written to"), 0};
                }
                const Result<qint64> people = peopleIn(session, draft);
                if (!people)
                    return people.error();
                return Added{{}, *people};
            },
            [this](const Result<Added> &added) {
                if (!added)
                    m_wizard->setPersonProblem(added.error().message);
                else if (!added->problem.isEmpty())
                    m_wizard->setPersonProblem(added->problem);
                else
                    m_wizard->setPersonAdded(added->people);
            });
    });
}

void WizardController::addPeople(const std::vector<Recipient> &people)
{
    std::vector<NewRecipient> added;
    for (const Recipient &person : people)
        added.push_back({person.phone, person.region, person.name, person.variables});
    withStored([this, added](CampaignId draft) {
        m_bench.desk.run(
            this,
            [draft, added](Session &session) {
                return session.campaigns().addRecipients(draft, added, session.clock().now());
            },
            [this](const Result<std::vector<AddVerdict>> &verdicts) {
                if (!verdicts)
                    tellError(&m_bench.window, tr("They could not be added"), verdicts.error());
                countPeople();
            });
    });
}

void WizardController::removePeople(const std::vector<Recipient> &people)
{
    std::vector<PhoneNumber> phones;
    for (const Recipient &person : people)
        phones.push_back(person.phone);
    withStored([this, phones](CampaignId draft) {
        m_bench.desk.run(
            this,
            [draft, phones](Session &session) { return session.campaigns().removeRecipients(draft, phones); },
            [this](const Result<int> &removed) {
                if (!removed)
                    tellError(&m_bench.window, tr("They could not be removed"), removed.error());
                countPeople();
            });
    });
}

void WizardController::removeEverybody()
{
    withStored([this](CampaignId draft) {
        m_bench.desk.runLong(
            this,
            [draft](Session &session, const CancelToken &) {
                return session.campaigns().removeAllRecipients(draft);
            },
            [this](const Result<int> &removed) {
                if (!removed)
                    tellError(&m_bench.window, tr("They could not be removed"), removed.error());
                countPeople();
            });
    });
}

void WizardController::countPeople()
{
    m_bench.desk.run(
        this, [draft = m_draft](Session &session) { return peopleIn(session, draft); },
        [this](const Result<qint64> &people) {
            if (people)
                m_wizard->setPeopleInDraft(*people);
        });
}

void WizardController::check()
{
    m_checking.cancel();
    withStored([this](CampaignId draft) {
        askForToken(m_bench, m_wizard->draft().accountId, this, [this, draft](bool hasToken) {
            m_checking = m_bench.desk.runLong(
                this,
                [draft, hasToken](Session &session,
                                  const CancelToken &cancel) -> Result<std::optional<CampaignCheck>> {
                    const Result<CampaignCheck> check = session.campaignDesk().check(draft, hasToken, cancel);
                    if (!check)
                        return check.error();
                    return cancel.isCancelled() ? std::nullopt : std::optional{*check};
                },
                [this](const Result<std::optional<CampaignCheck>> &check) {
                    if (!check)
                        m_wizard->setChecksError(inWindowWords(check.error()));
                    else if (*check)
                        m_wizard->setChecks((*check)->checks, (*check)->estimate);
                });
        });
    });
}

void WizardController::showSample(const SampleChoice &choice)
{
    withStored([this, choice](CampaignId draft) {
        m_bench.desk.runLong(
            this,
            [draft, choice, samples = m_samples](Session &session, const CancelToken &cancel) {
                return samples->read(session, draft, choice, cancel);
            },
            [this](const Result<RecipientSample> &sample) {
                if (!sample)
                    return; // the checks above the preview tell what is wrong
                m_sample = *sample;
                m_wizard->setSample(*sample);
            });
    });
}

void WizardController::sendTest(const QString &phone)
{
    const TypedPhone typed = readTypedPhone(phone, m_country);
    if (typed.phone.isEmpty()) {
        m_wizard->setTestError({ErrorKind::BadInput, typed.problem, u"not_a_number"_s, {}});
        return;
    }
    withStored([this, typed](CampaignId draft) {
        m_bench.desk.run(
            this,
            [draft, typed, values = m_sample.values](Session &session) -> Result<TestMessage> {
                const Result<Campaign> campaign = session.campaigns().load(draft);
                if (!campaign)
                    return campaign.error();
                const Result<MessageTemplate> chosen = session.campaignDesk().templateOf(*campaign);
                if (!chosen)
                    return chosen.error();
                const Result<KnownAccount> account = session.accountDesk().load(campaign->accountId);
                if (!account)
                    return account.error();
                TestMessage message{*account, typed.phone, *chosen, campaign->settings.defaults,
                                    campaign->settings.headerMedia};
                for (auto value = values.begin(); value != values.end(); ++value) {
                    if (!value->isEmpty())
                        message.variables.insert(value.key(), *value);
                }
                return message;
            },
            [this](const Result<TestMessage> &message) {
                if (!message) {
                    m_wizard->setTestError(inWindowWords(message.error()));
                    return;
                }
                m_bench.accounts.sendTest(*message, [this](const Result<QString> &messageId) {
                    if (messageId)
                        m_wizard->setTestSent();
                    else
                        m_wizard->setTestError(inWindowWords(messageId.error()));
                });
            });
    });
}

void WizardController::keepDraft()
{
    withStored([this](CampaignId draft) {
        m_bench.desk.run(
            this,
            [draft](Session &session) -> Result<Campaign> {
                Result<Campaign> campaign = session.campaigns().load(draft);
                if (campaign)
                    static_cast<void>(rememberRate(session, *campaign));
                return campaign;
            },
            [this](const Result<Campaign> &campaign) { finishWith(campaign); });
    });
}

void WizardController::schedule(const CampaignDraft &draft)
{
    const UtcTime when = draft.scheduledFor.value_or(m_bench.clock.now());
    withStored([this, when](CampaignId id) {
        m_bench.desk.runLong(
            this,
            [id, when](Session &session, const CancelToken &) -> Result<Campaign> {
                Result<Campaign> campaign = session.campaignDesk().schedule(id, when);
                if (campaign)
                    static_cast<void>(rememberRate(session, *campaign));
                return campaign;
            },
            [this](const Result<Campaign> &campaign) { finishWith(campaign); });
    });
}

void WizardController::send()
{
    withStored([this](CampaignId draft) {
        askForToken(m_bench, m_wizard->draft().accountId, this, [this, draft](bool hasToken) {
            m_bench.desk.runLong(
                this,
                [draft, hasToken](Session &session, const CancelToken &) -> Result<Campaign> {
                    Result<Campaign> campaign = session.campaignDesk().send(draft, hasToken);
                    if (campaign) {
                        static_cast<void>(rememberRate(session, *campaign));
                        static_cast<void>(removeDraftState(session, draft));
                    }
                    return campaign;
                },
                [this](const Result<Campaign> &campaign) { finishWith(campaign); });
        });
    });
}

void WizardController::finishWith(const Result<Campaign> &campaign)
{
    if (!campaign) {
        m_wizard->setFinishError(inWindowWords(campaign.error()));
        return;
    }
    m_bench.engine.wake();
    emit finished(*campaign);
}
