#pragma once

#include "app/workbench.h"
#include "base/cancel.h"
#include "domain/campaign.h"
#include "presentation/audience.h"
#include "presentation/contactaudience.h"

#include <QObject>

#include <vector>

class CampaignWizard;
class DraftKeeper;
class RecipientLister;
struct PersonEntry;
struct Recipient;

/// The people of the draft that is open in the wizard: reads files, adds and removes, lists.
class DraftAudience : public QObject
{
    Q_OBJECT

public:
    DraftAudience(const Workbench &bench, CampaignWizard &wizard, DraftKeeper &keeper, QObject *parent);

    /// Of numbers without a country code.
    void setCountry(const QString &country) { m_country = country; }
    /// Everybody of this audience joins the draft; it follows a rule until it is sent.
    void take(const ContactAudience &audience);
    /// A draft that follows a rule was opened: brings it up to date.
    void refreshFollowed();
    void stopReading() { m_reading.cancel(); }

signals:
    void imported(CampaignId draft);

private:
    struct FollowedPeople;

    void show(const FollowedPeople &people);
    void connectAudience();
    void connectPeople();
    void connectContacts();

    void readAudience(const AudienceSource &source, const AudienceChoices &choices);
    void importAudience(const AudienceSource &source, const AudienceChoices &choices);
    void saveRejected(const AudienceSource &source, const AudienceChoices &choices, const QString &path);
    void addPerson(const PersonEntry &person);
    void addPeople(const std::vector<Recipient> &people);
    void removePeople(const std::vector<Recipient> &people);
    void removeEverybody();
    void countPeople();
    void offerContacts();
    void countContacts(const ContactAudience &audience);

    Workbench m_bench;
    CampaignWizard &m_wizard;
    DraftKeeper &m_keeper;
    RecipientLister *m_lister;
    QString m_country;
    CancelToken m_reading;
    CancelToken m_importing;
};
