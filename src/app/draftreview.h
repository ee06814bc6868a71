#pragma once

#include "app/workbench.h"
#include "base/cancel.h"
#include "base/result.h"
#include "domain/campaign.h"
#include "presentation/campaigndraft.h"
#include "presentation/wizardfacts.h"

#include <QObject>

#include <memory>

class CampaignWizard;
class DraftKeeper;
class SampleReading;

/// The last look at the draft that is open in the wizard: checks, samples, a test message; and what a person
/// then decides.
class DraftReview : public QObject
{
    Q_OBJECT

public:
    DraftReview(const Workbench &bench, CampaignWizard &wizard, DraftKeeper &keeper, QObject *parent);
    ~DraftReview() override;

    /// Of a test number without a country code.
    void setCountry(const QString &country) { m_country = country; }
    void stopChecking() { m_checking.cancel(); }

signals:
    /// Created, scheduled or sent.
    void finished(const Campaign &campaign);

private:
    void check();
    void showSample(const SampleChoice &choice);
    void sendTest(const QString &phone);
    void keepDraft();
    void schedule(const CampaignDraft &draft);
    void send();
    void finishWith(const Result<Campaign> &campaign);

    Workbench m_bench;
    CampaignWizard &m_wizard;
    DraftKeeper &m_keeper;
    QString m_country;
    CancelToken m_checking;
    std::shared_ptr<SampleReading> m_samples; ///< used by long work only
    RecipientSample m_sample; ///< whose message is on screen
};
