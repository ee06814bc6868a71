#pragma once

#include "base/clock.h"
#include "presentation/campaigndraft.h"
#include "presentation/wording.h"

#include <QStackedWidget>

#include <optional>
#include <vector>

class DetailsStep;
class RecipientsStep;
class ReviewStep;
class SettingsStep;
class WizardStepPage;

/// The four pages of the wizard as one: together they show one draft and hand it back. They keep no draft.
class WizardSteps final : public QStackedWidget
{
    Q_OBJECT

public:
    /// `clock` must outlive the pages.
    WizardSteps(const Clock &clock, PhoneFormat phoneFormat, QWidget *parent = nullptr);

    DetailsStep *details() const { return m_details; }
    RecipientsStep *recipients() const { return m_recipients; }
    SettingsStep *settings() const { return m_settings; }
    ReviewStep *review() const { return m_review; }
    WizardStepPage *page(WizardStep step) const;

    void setTemplates(const std::vector<MessageTemplate> &templates, std::optional<UtcTime> syncedAt);

    /// What `draft` is judged against: its template as known here, its people, and the time.
    DraftFacts factsOf(const CampaignDraft &draft) const;
    /// `draft` with what the pages hold in place of what it had.
    CampaignDraft edited(const CampaignDraft &draft) const;

    /// Another draft on every page; nothing of it was touched yet.
    void open(const CampaignDraft &draft, qint64 peopleInDraft);
    /// Shows the page of `step` and gives it the keyboard.
    void enter(WizardStep step, const CampaignDraft &draft);
    /// Tells every page the facts, and what is wrong on it.
    void showFacts(const CampaignDraft &draft, const DraftFacts &facts);

signals:
    /// A person changed something on one of the pages.
    void draftEdited();

private:
    const Clock &m_clock;
    std::vector<MessageTemplate> m_templates;
    DetailsStep *m_details;
    RecipientsStep *m_recipients;
    SettingsStep *m_settings;
    ReviewStep *m_review;
};

/// The place of a step among all, from 0.
int placeOf(WizardStep step);
