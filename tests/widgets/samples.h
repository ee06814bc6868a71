#pragma once

#include "base/clock.h"
#include "domain/contact.h"
#include "domain/preflight.h"
#include "presentation/audience.h"
#include "presentation/campaigndraft.h"
#include "presentation/contactchoices.h"
#include "presentation/recipienttablemodel.h"
#include "presentation/wizardfacts.h"

#include <vector>

/// The campaigns of the design's pictures, for the gallery and the tests of the wizard and the campaign page.
struct Samples
{
    /// "2026-11-19T11:42:00", in the computer's own zone.
    static UtcTime momentOf(const QString &isoText);
    /// Stands still at the moment of the pictures.
    static const Clock &clock();
    /// Groups the numbers of the samples as their countries do.
    static PhoneFormat phoneFormat();

    static std::vector<MessageTemplate> templates();
    static std::vector<SenderNumber> senders();
    /// The draft "Puente de diciembre: Lisboa".
    static CampaignDraft draft();
    static AudiencePreview preview();
    static std::vector<PreflightCheck> checks();
    static CostEstimate cost();
    static RateCard rateCard();
    static RecipientSample sample(qint64 place);
    /// A draft's people, as pages come.
    static std::vector<Recipient> draftPeople(int offset, int count);

    /// People of the contact book: long and short names, several scripts, every consent.
    static std::vector<Contact> contacts(int offset, int count);
    static ContactFigures contactFigures(int people);
    static std::vector<ContactHappening> history();

    /// "New Year in Goa, early bird", in the middle of sending.
    static Campaign campaign();
    /// Its people: long and short names, several scripts, every status.
    static std::vector<Recipient> recipients(int offset, int count);
};
