#include "widgets/wizard/wizardsteps.h"

#include "widgets/wizard/detailsstep.h"
#include "widgets/wizard/recipientsstep.h"
#include "widgets/wizard/reviewstep.h"
#include "widgets/wizard/settingsstep.h"

#include <algorithm>

WizardSteps::WizardSteps(const Clock &clock, PhoneFormat phoneFormat, QWidget *parent)
    : QStackedWidget{parent}
    , m_clock{clock}
    , m_details{new DetailsStep{clock}}
    , m_recipients{new RecipientsStep{phoneFormat}}
    , m_settings{new SettingsStep{clock}}
    , m_review{new ReviewStep{clock, phoneFormat}}
{
    for (const WizardStep each : kWizardSteps) {
        addWidget(page(each));
        connect(page(each), &WizardStepPage::edited, this, &WizardSteps::draftEdited);
    }
}

WizardStepPage *WizardSteps::page(WizardStep step) const
{
    switch (step) {
    case WizardStep::Details: return m_details;
    case WizardStep::Recipients: return m_recipients;
    case WizardStep::Settings: return m_settings;
    case WizardStep::Review: return m_review;
    }
    Q_UNREACHABLE();
}

void WizardSteps::setTemplates(const std::vector<MessageTemplate> &templates, std::optional<UtcTime> syncedAt)
{
    m_templates = templates;
    m_details->setTemplates(templates, syncedAt);
}

DraftFacts WizardSteps::factsOf(const CampaignDraft &draft) const
{
    DraftFacts facts;
    const auto found =
        std::find_if(m_templates.begin(), m_templates.end(), [&draft](const MessageTemplate &known) {
            return known.name == draft.templateName && known.language == draft.language;
        });
    if (found != m_templates.end())
        facts.messageTemplate = *found;
    facts.people = m_recipients->audienceSize();
    facts.now = m_clock.now();
    return facts;
}

CampaignDraft WizardSteps::edited(const CampaignDraft &draft) const
{
    CampaignDraft changed = draft;
    for (const WizardStep each : kWizardSteps)
        page(each)->writeTo(changed);
    return changed;
}

void WizardSteps::open(const CampaignDraft &draft, qint64 peopleInDraft)
{
    m_recipients->forgetDraft();
    m_recipients->setTemplate(factsOf(draft).messageTemplate);
    m_recipients->setPeople(peopleInDraft);
    for (const WizardStep each : kWizardSteps) {
        page(each)->forgetTouched();
        page(each)->showDraft(draft);
    }
}

void WizardSteps::enter(WizardStep step, const CampaignDraft &draft)
{
    page(step)->showDraft(draft);
    setCurrentIndex(placeOf(step));
    page(step)->focusFirst();
}

void WizardSteps::showFacts(const CampaignDraft &draft, const DraftFacts &facts)
{
    m_recipients->setTemplate(facts.messageTemplate);
    m_review->setTemplate(facts.messageTemplate);
    m_settings->setPeople(facts.people);
    m_review->setPeople(facts.people);
    for (const WizardStep each : kWizardSteps)
        page(each)->showProblems(draft.problems(each, facts));
}

int placeOf(WizardStep step)
{
    return static_cast<int>(step);
}
