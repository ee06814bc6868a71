#include "app/draftreview.h"

#include "app/audiencereading.h"
#include "app/defaultsstore.h"
#include "app/draftkeeper.h"
#include "app/draftstate.h"
#include "app/windowwords.h"
#include "widgets/wizard/campaignwizard.h"
#include "workspace/backgrounddesk.h"
#include "workspace/directmessenger.h"
#include "workspace/enginehost.h"
#include "workspace/samplereading.h"
#include "workspace/session.h"

#include <QPointer>

using namespace Qt::StringLiterals;

DraftReview::DraftReview(const Workbench &bench, CampaignWizard &wizard, DraftKeeper &keeper, QObject *parent)
    : QObject{parent}
    , m_bench{bench}
    , m_wizard{wizard}
    , m_keeper{keeper}
    , m_samples{std::make_shared<SampleReading>()}
{
    connect(&m_wizard, &CampaignWizard::checkWanted, this, &DraftReview::check);
    connect(&m_wizard, &CampaignWizard::sampleWanted, this, &DraftReview::showSample);
    connect(&m_wizard, &CampaignWizard::testMessageWanted, this, &DraftReview::sendTest);
    connect(&m_wizard, &CampaignWizard::createWanted, this, &DraftReview::keepDraft);
    connect(&m_wizard, &CampaignWizard::scheduleWanted, this, &DraftReview::schedule);
    connect(&m_wizard, &CampaignWizard::sendWanted, this, &DraftReview::send);
}

DraftReview::~DraftReview() = default;

void DraftReview::check()
{
    m_checking.cancel();
    m_keeper.withStored([this](CampaignId draft) {
        askForToken(m_bench, m_wizard.draft().accountId, this, [this, draft](bool hasToken) {
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
                        m_wizard.setChecksError(inWindowWords(check.error()));
                    else if (*check)
                        m_wizard.setChecks((*check)->checks, (*check)->estimate, (*check)->cost);
                });
        });
    });
}

void DraftReview::showSample(const SampleChoice &choice)
{
    m_keeper.withStored([this, choice](CampaignId draft) {
        m_bench.desk.runLong(
            this,
            [draft, choice, samples = m_samples](Session &session, const CancelToken &cancel) {
                return samples->read(session, draft, choice, cancel);
            },
            [this](const Result<RecipientSample> &sample) {
                if (!sample)
                    return; // the checks above the preview tell what is wrong
                m_sample = *sample;
                m_wizard.setSample(*sample);
            });
    });
}

void DraftReview::sendTest(const QString &phone)
{
    const TypedPhone typed = readTypedPhone(phone, m_country);
    if (typed.phone.isEmpty()) {
        m_wizard.setTestError({ErrorKind::BadInput, typed.problem, u"not_a_number"_s, {}});
        return;
    }
    m_keeper.withStored([this, typed](CampaignId draft) {
        m_bench.desk.run(
            this,
            [draft, typed, values = m_sample.values](Session &session) {
                return session.campaignDesk().testMessage(draft, typed.phone, values);
            },
            [this](const Result<DirectMessage> &message) {
                if (!message) {
                    m_wizard.setTestError(inWindowWords(message.error()));
                    return;
                }
                m_bench.messenger.send(*message,
                                       [wizard = QPointer{&m_wizard}](const Result<QString> &messageId) {
                                           if (!wizard)
                                               return;
                                           if (messageId)
                                               wizard->setTestSent();
                                           else
                                               wizard->setTestError(inWindowWords(messageId.error()));
                                       });
            });
    });
}

void DraftReview::keepDraft()
{
    m_keeper.withStored([this](CampaignId draft) {
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

void DraftReview::schedule(const CampaignDraft &draft)
{
    const UtcTime when = draft.scheduledFor.value_or(m_bench.clock.now());
    m_keeper.withStored([this, when](CampaignId id) {
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

void DraftReview::send()
{
    m_keeper.withStored([this](CampaignId draft) {
        askForToken(m_bench, m_wizard.draft().accountId, this, [this, draft](bool hasToken) {
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

void DraftReview::finishWith(const Result<Campaign> &campaign)
{
    if (!campaign) {
        m_wizard.setFinishError(inWindowWords(campaign.error()));
        return;
    }
    m_bench.engine.wake();
    emit finished(*campaign);
}
