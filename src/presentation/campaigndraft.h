#pragma once

#include "base/clock.h"
#include "domain/abtest.h"
#include "domain/campaign.h"
#include "presentation/audience.h"

#include <array>
#include <optional>
#include <vector>

enum class WizardStep { Details, Recipients, Settings, Review };

inline constexpr std::array kWizardSteps{WizardStep::Details, WizardStep::Recipients, WizardStep::Settings,
                                         WizardStep::Review};

/// When a finished draft is to be sent.
enum class SendWhen { Now, AtTime, Later };

/// A place of the wizard where something can be wrong.
enum class DraftField { Name, Template, HeaderMedia, Versions, People, Defaults, Moment, Hours, Days };

/// What is wrong beside which field.
struct DraftProblem
{
    DraftField field = DraftField::Name;
    QString sentence;

    friend bool operator==(const DraftProblem &, const DraftProblem &) = default;
};

/// What a draft is judged against.
struct DraftFacts
{
    std::optional<MessageTemplate> messageTemplate; ///< the chosen one, as cached
    qint64 people = 0; ///< in the draft, or about to be added from a file that was checked
    UtcTime now;
};

/// A campaign on its way through the wizard. Knows whether each step is complete and what is wrong.
struct CampaignDraft
{
    CampaignId id; ///< 0 until it was saved for the first time
    AccountId accountId;
    QString name;
    QString description;
    QString templateName;
    QString language;
    CampaignSettings settings;
    SendWhen when = SendWhen::Now;
    std::optional<UtcTime> scheduledFor; ///< kept while another `when` is chosen
    WizardStep step = WizardStep::Details;
    AudienceSource source; ///< a file or text that was chosen and not added yet
    AudienceChoices choices;
    std::optional<AbTestTerms> test; ///< of several versions; nothing: it is sent in one

    static CampaignDraft of(const Campaign &campaign);
    /// Writes name, description, account, template, language and settings.
    void applyTo(Campaign &campaign) const;

    /// What a campaign itself does not hold: the step, when to send, the file being checked, versions that
    /// cannot be stored as a test yet. As JSON.
    QByteArray wizardState() const;
    /// Leaves the draft as it is where the text is not ours.
    void restoreWizardState(const QByteArray &state);

    std::vector<DraftProblem> problems(WizardStep forStep, const DraftFacts &facts) const;
    bool isComplete(WizardStep forStep, const DraftFacts &facts) const
    {
        return problems(forStep, facts).empty();
    }
    /// A step may be entered when all steps before it are complete.
    bool isReachable(WizardStep target, const DraftFacts &facts) const;
    /// Nobody would miss it: no name, no template, nobody chosen.
    bool isBlank() const;

    friend bool operator==(const CampaignDraft &, const CampaignDraft &) = default;
};

QString wordFor(WizardStep step);
