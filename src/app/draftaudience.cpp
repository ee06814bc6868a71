#include "app/draftaudience.h"

#include "app/audiencereading.h"
#include "app/campaigncommands.h"
#include "app/draftkeeper.h"
#include "app/recipientlister.h"
#include "widgets/controls/dialogs.h"
#include "widgets/shell/mainwindow.h"
#include "widgets/wizard/campaignwizard.h"
#include "workspace/backgrounddesk.h"
#include "workspace/session.h"

#include <QPointer>

namespace {

Result<qint64> peopleIn(Session &session, CampaignId draft)
{
    const Result<Campaign> campaign = session.campaigns().load(draft);
    if (!campaign)
        return campaign.error();
    return campaign->counts.total();
}

Result<ContactAudienceChoices> readContactChoices(Session &session)
{
    ContactAudienceChoices choices;
    const Result<std::vector<Segment>> segments = session.segments().list();
    if (!segments)
        return segments.error();
    for (const Segment &segment : *segments)
        choices.segments.push_back({segment.name, segment.rule, std::nullopt});
    const Result<std::vector<TagCount>> tags = session.contacts().tags();
    if (!tags)
        return tags.error();
    for (const TagCount &tag : *tags)
        choices.tags << tag.name;
    const Result<std::vector<Campaign>> campaigns = session.campaigns().list();
    if (!campaigns)
        return campaigns.error();
    for (const Campaign &campaign : *campaigns) {
        if (campaign.startedAt)
            choices.campaigns.push_back({campaign.id, campaign.name});
    }
    return choices;
}

SegmentRule ruleOf(const ContactAudience &audience)
{
    return audience.kind == ContactAudience::Kind::Campaign
        ? ruleFor(followUpGroupOf(audience.group), audience.campaign)
        : audience.rule;
}

} // namespace

/// Who is in a draft, and what it follows.
struct DraftAudience::FollowedPeople
{
    QString name; ///< empty: it follows no rule
    qint64 people = 0;

    static Result<FollowedPeople> of(Session &session, CampaignId draft)
    {
        const Result<std::optional<AudienceRule>> followed = session.ruleAudience().of(draft);
        if (!followed)
            return followed.error();
        const Result<qint64> people = peopleIn(session, draft);
        if (!people)
            return people.error();
        return FollowedPeople{*followed ? (*followed)->name : QString{}, *people};
    }
};

DraftAudience::DraftAudience(const Workbench &bench, CampaignWizard &wizard, DraftKeeper &keeper, QObject *parent)
    : QObject{parent}
    , m_bench{bench}
    , m_wizard{wizard}
    , m_keeper{keeper}
    , m_lister{new RecipientLister{bench.desk, wizard.people(), this}}
{
    connectAudience();
    connectPeople();
    connectContacts();
}

void DraftAudience::connectAudience()
{
    connect(&m_wizard, &CampaignWizard::previewWanted, this, &DraftAudience::readAudience);
    connect(&m_wizard, &CampaignWizard::readingCancelWanted, this, [this] { m_reading.cancel(); });
    connect(&m_wizard, &CampaignWizard::importWanted, this, &DraftAudience::importAudience);
    connect(&m_wizard, &CampaignWizard::importCancelWanted, this, [this] { m_importing.cancel(); });
    connect(&m_wizard, &CampaignWizard::saveRejectedWanted, this, &DraftAudience::saveRejected);
}

void DraftAudience::connectPeople()
{
    connect(&m_wizard, &CampaignWizard::addPersonWanted, this, &DraftAudience::addPerson);
    connect(&m_wizard, &CampaignWizard::removePeopleWanted, this, &DraftAudience::removePeople);
    connect(&m_wizard, &CampaignWizard::restorePeopleWanted, this, &DraftAudience::addPeople);
    connect(&m_wizard, &CampaignWizard::removeEverybodyWanted, this, &DraftAudience::removeEverybody);
    connect(&m_wizard, &CampaignWizard::peopleWanted, this, [this](const QString &search) {
        m_keeper.withStored([this, search](CampaignId draft) {
            RecipientQuery query;
            query.campaign = draft;
            query.search = search;
            m_lister->list(query);
        });
    });
    connect(&m_wizard, &CampaignWizard::peoplePageWanted, this,
            [this](const QString &, const PageRequest &request) { m_lister->read(request); });
    connect(m_lister, &RecipientLister::listed, this, [this](const RecipientQuery &query, int total) {
        if (query.campaign == m_keeper.draft())
            m_wizard.setPeopleTotal(query.search, total);
    });
    connect(m_lister, &RecipientLister::failed, this, [this](const Error &error) {
        tellError(&m_bench.window, tr("The people could not be read"), error);
    });
}

void DraftAudience::connectContacts()
{
    connect(&m_wizard, &CampaignWizard::contactsWanted, this, &DraftAudience::offerContacts);
    connect(&m_wizard, &CampaignWizard::contactCountWanted, this, &DraftAudience::countContacts);
    connect(&m_wizard, &CampaignWizard::contactAudienceChosen, this, &DraftAudience::take);
}

void DraftAudience::readAudience(const AudienceSource &source, const AudienceChoices &choices)
{
    m_reading.cancel();
    m_keeper.withStored([this, source, choices](CampaignId draft) {
        Campaign campaign;
        m_wizard.draft().applyTo(campaign);
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
                                m_wizard.setReadingProgress(share);
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
                    m_wizard.setAudienceError(preview.error());
                else if (*preview)
                    m_wizard.setAudiencePreview(**preview);
            });
    });
}

void DraftAudience::importAudience(const AudienceSource &source, const AudienceChoices &choices)
{
    m_keeper.withStored([this, source, choices](CampaignId draft) {
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
                            m_wizard.setImportProgress(progress.bytes, progress.totalBytes);
                        });
                    });
                if (!report)
                    return report.error();
                return peopleIn(session, draft);
            },
            [this](const Result<qint64> &people) {
                if (people)
                    m_wizard.setImported(*people);
                else
                    m_wizard.setImportError(people.error());
                emit imported(m_keeper.draft());
            });
    });
}

void DraftAudience::saveRejected(const AudienceSource &source, const AudienceChoices &choices,
                                 const QString &path)
{
    m_keeper.withStored([this, source, choices, path](CampaignId draft) {
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

void DraftAudience::addPerson(const PersonEntry &person)
{
    m_keeper.withStored([this, person](CampaignId draft) {
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
                    m_wizard.setPersonProblem(added.error().message);
                else if (!added->problem.isEmpty())
                    m_wizard.setPersonProblem(added->problem);
                else
                    m_wizard.setPersonAdded(added->people);
            });
    });
}

void DraftAudience::addPeople(const std::vector<Recipient> &people)
{
    std::vector<NewRecipient> added;
    for (const Recipient &person : people)
        added.push_back({person.phone, person.region, person.name, person.variables, person.timeZone});
    m_keeper.withStored([this, added](CampaignId draft) {
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

void DraftAudience::removePeople(const std::vector<Recipient> &people)
{
    std::vector<PhoneNumber> phones;
    for (const Recipient &person : people)
        phones.push_back(person.phone);
    m_keeper.withStored([this, phones](CampaignId draft) {
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

void DraftAudience::removeEverybody()
{
    m_keeper.withStored([this](CampaignId draft) {
        m_bench.desk.runLong(
            this,
            [draft](Session &session, const CancelToken &) {
                return session.campaigns().removeAllRecipients(draft);
            },
            [this](const Result<int> &removed) {
                if (removed)
                    m_wizard.setFollowed({});
                else
                    tellError(&m_bench.window, tr("They could not be removed"), removed.error());
                countPeople();
            });
    });
}

void DraftAudience::countPeople()
{
    m_bench.desk.run(
        this, [draft = m_keeper.draft()](Session &session) { return peopleIn(session, draft); },
        [this](const Result<qint64> &people) {
            if (people)
                m_wizard.setPeopleInDraft(*people);
        });
}

void DraftAudience::offerContacts()
{
    m_bench.desk.run(this, &readContactChoices, [this](const Result<ContactAudienceChoices> &choices) {
        if (choices)
            m_wizard.showContactChoices(*choices);
        else
            tellError(&m_bench.window, tr("The contacts could not be read"), choices.error());
    });
}

void DraftAudience::countContacts(const ContactAudience &audience)
{
    m_bench.desk.run(
        this,
        [audience](Session &session) {
            return session.segments().people(ruleOf(audience), session.clock().now());
        },
        [this, audience](const Result<qint64> &people) {
            if (people)
                m_wizard.setContactCount(audience, *people);
        });
}

void DraftAudience::take(const ContactAudience &audience)
{
    m_keeper.withStored([this, audience](CampaignId draft) {
        m_importing = m_bench.desk.runLong(
            this,
            [draft, audience](Session &session, const CancelToken &cancel) -> Result<FollowedPeople> {
                const Result<AddedPeople> added = audience.kind == ContactAudience::Kind::Campaign
                    ? session.campaigns().addFromCampaign(
                        draft, audience.campaign, followUpGroupOf(audience.group), session.clock().now())
                    : session.campaignDesk().takeFromContacts(draft, {audience.rule, audience.name}, cancel);
                if (!added)
                    return added.error();
                return FollowedPeople::of(session, draft);
            },
            [this, draft](const Result<FollowedPeople> &taken) {
                if (draft != m_keeper.draft())
                    return;
                if (taken)
                    show(*taken);
                else
                    m_wizard.setContactError(taken.error());
                emit imported(draft);
            });
    });
}

void DraftAudience::refreshFollowed()
{
    const CampaignId draft = m_keeper.draft();
    if (!draft.isValid())
        return;
    m_bench.desk.runLong(
        this,
        [draft](Session &session, const CancelToken &cancel) -> Result<FollowedPeople> {
            const Result<AddedPeople> refreshed = session.campaignDesk().refreshAudience(draft, cancel);
            if (!refreshed)
                return refreshed.error();
            return FollowedPeople::of(session, draft);
        },
        [this, draft](const Result<FollowedPeople> &people) {
            // An error is met again, and told, when the draft is checked.
            if (people && draft == m_keeper.draft() && !people->name.isEmpty())
                show(*people);
        });
}

void DraftAudience::show(const FollowedPeople &people)
{
    m_wizard.setFollowed(people.name);
    m_wizard.setPeopleInDraft(people.people);
}
