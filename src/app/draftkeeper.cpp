#include "app/draftkeeper.h"

#include "app/draftstate.h"
#include "widgets/wizard/campaignwizard.h"
#include "workspace/backgrounddesk.h"
#include "workspace/session.h"

namespace {

/// What cannot be a test yet waits among what the wizard keeps itself.
Result<> keepTest(Session &session, CampaignId draft, const std::optional<AbTestTerms> &wanted)
{
    const Result<std::optional<AbTest>> present = session.abTests().of(draft);
    if (!present)
        return present.error();
    const bool isTest = wanted && wanted->problem().isEmpty();
    if (!isTest)
        return *present ? session.abTests().drop(draft) : Done{};
    return *present && (*present)->terms == *wanted ? Result<>{Done{}}
                                                    : session.abTests().define(draft, *wanted);
}

} // namespace

DraftKeeper::DraftKeeper(const Workbench &bench, CampaignWizard &wizard, QObject *parent)
    : QObject{parent}
    , m_bench{bench}
    , m_wizard{wizard}
    , m_stored{std::make_shared<StoredDraft>()}
{
    connect(&wizard, &CampaignWizard::draftChanged, this, &DraftKeeper::save);
}

void DraftKeeper::begin(const CampaignDraft &draft)
{
    saveWhatWaits();
    m_draft = draft.id;
    m_stored = std::make_shared<StoredDraft>(StoredDraft{draft.id});
    m_whenStored.clear();
    m_begun = draft;
    m_lastSaved = draft;
}

void DraftKeeper::save(const CampaignDraft &draft)
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
            if (const Result<> kept = keepTest(session, stored->id, draft.test); !kept)
                return kept.error();
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

void DraftKeeper::noteSaved(const Result<CampaignId> &draft, UtcTime at)
{
    if (!draft) {
        m_whenStored.clear();
        m_wizard.setSaveError(draft.error());
        return;
    }
    if (draft->isValid()) {
        m_draft = *draft;
        m_wizard.setSaved(*draft, at);
        emit saved(*draft);
    }
    if (m_savesUnderWay > 0)
        return;
    for (const Answer &then : std::exchange(m_whenStored, {}))
        then(m_draft);
}

void DraftKeeper::saveWhatWaits()
{
    m_lastSaved.id = m_wizard.draft().id;
    if (!(m_wizard.draft() == m_lastSaved))
        save(m_wizard.draft());
}

void DraftKeeper::whenSaved(std::function<void()> then)
{
    saveWhatWaits();
    withStored([then = std::move(then)](CampaignId) { then(); });
}

void DraftKeeper::withStored(Answer then)
{
    if (m_savesUnderWay > 0)
        m_whenStored.push_back(std::move(then));
    else
        then(m_draft);
}
