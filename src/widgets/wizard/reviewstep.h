#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "domain/preflight.h"
#include "presentation/wizardfacts.h"
#include "presentation/wording.h"
#include "widgets/wizard/wizardsteppage.h"

#include <optional>
#include <vector>

class Button;
class CheckList;
class CostCard;
class HintLine;
class PreviewCard;
class QLineEdit;
class TextLabel;

/// Step 4: everything on one page, the pre-flight checks, each person's message in turn, and a test to the
/// own phone.
class ReviewStep final : public WizardStepPage
{
    Q_OBJECT

public:
    ReviewStep(const Clock &clock, PhoneFormat phoneFormat, QWidget *parent = nullptr);

    void setTemplate(const std::optional<MessageTemplate> &messageTemplate);
    void setPeople(qint64 people);
    void setZone(const QTimeZone &zone);
    void setPractice(bool practice);
    void showChecking();
    /// `cost`: nothing where no rate card tells it.
    void setChecks(const std::vector<PreflightCheck> &checks, const std::optional<SendEstimate> &estimate,
                   const std::optional<CostEstimate> &cost);
    void setChecksError(const Error &error);
    void setSample(const RecipientSample &sample);
    void setTestSent();
    void setTestError(const Error &error);

    /// No check blocks; false until the checks have come.
    bool isReady() const { return m_isReady; }

    void showDraft(const CampaignDraft &draft) override;
    void writeTo(CampaignDraft &draft) const override;
    void focusFirst() override;

signals:
    void checkAgainRequested();
    void fixRequested(const QString &checkId);
    void ratesRequested();
    void sampleWanted(const SampleChoice &choice);
    void testMessageWanted(const QString &phone);

protected:
    void showProblem(DraftField field, const QString &sentence) override;
    void focusField(DraftField field) override;
    std::vector<DraftField> fields() const override;

private:
    struct Cell
    {
        QWidget *box = nullptr;
        TextLabel *value = nullptr;
        TextLabel *note = nullptr;
    };

    QWidget *makeMain();
    QWidget *makeSummary();
    QWidget *makeTest();
    void fillPreviewCard();
    void refreshSummary();
    void refreshPreview();
    void showPlace(qint64 place);
    void ask(SampleChoice::Kind kind, qint64 place);
    void sendTest();

    const Clock &m_clock;
    PhoneFormat m_phoneFormat;
    QTimeZone m_zone;
    bool m_isPractice = false;
    CampaignDraft m_shown;
    std::optional<MessageTemplate> m_template;
    qint64 m_people = 0;
    std::optional<SendEstimate> m_estimate;
    std::optional<CostEstimate> m_cost;
    std::optional<RecipientSample> m_sample;
    SampleChoice::Kind m_asked = SampleChoice::Kind::AtPlace;
    bool m_isReady = false;

    Cell m_peopleCell;
    Cell m_startsCell;
    Cell m_endsCell;
    Cell m_costCell; ///< in place of the template, which the checks name too
    Cell m_templateCell;
    CheckList *m_checks;
    CostCard *m_costCard;
    QLineEdit *m_testPhone;
    Button *m_testButton;
    HintLine *m_testHint;
    TextLabel *m_testDone;
    PreviewCard *m_preview;
    Button *m_previousButton;
    Button *m_nextButton;
    TextLabel *m_place;
    TextLabel *m_person;
    TextLabel *m_sampleProblem;
    QWidget *m_jumps;
};
